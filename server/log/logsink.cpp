#include "server/log/logsink.h"

#include "server/log/logfilterrules.h"
#include "shared/base/mutex.h"

#include <QLoggingCategory>

namespace sluice::server {

namespace {

// Qt's message handler has no object to work on: these are all it knows. The mutex is held while a line is taken, so
// that a sink that stops is not in use any more.
Mutex s_mutex;
LogSink *s_sink GUARDED_BY(s_mutex) = nullptr;
QtMessageHandler s_before GUARDED_BY(s_mutex) = nullptr;

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return LogLevel::Debug;
    case QtInfoMsg: return LogLevel::Info;
    case QtWarningMsg: return LogLevel::Warning;
    case QtCriticalMsg: return LogLevel::Critical;
    case QtFatalMsg: return LogLevel::Fatal;
    }
    return LogLevel::Warning;
}

QString shortCategory(const char *category)
{
    const QLatin1String name(category ? category : "default");
    constexpr QLatin1String kOurs("sluice.");
    return QString(name.startsWith(kOurs) ? name.mid(kOurs.size()) : name);
}

// Qt keeps a handler from being called by what it calls itself.
void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const MutexLock lock(s_mutex);
    if (s_sink)
        s_sink->take({{}, levelOf(type), shortCategory(context.category), message});
}

} // namespace

LogSink::LogSink(Metrics &metrics, const Clock &clock, int descriptor)
    : m_metrics(metrics)
    , m_clock(clock)
    , m_isJournal(isJournal(descriptor))
    , m_writer(metrics, descriptor)
{
}

LogSink::~LogSink()
{
    stop();
}

void LogSink::start()
{
    m_writer.start();
    const MutexLock lock(s_mutex);
    s_sink = this;
    const QtMessageHandler before = qInstallMessageHandler(&handleMessage);
    if (before != &handleMessage)
        s_before = before;
}

void LogSink::stop()
{
    {
        const MutexLock lock(s_mutex);
        if (s_sink == this) {
            s_sink = nullptr;
            qInstallMessageHandler(s_before);
        }
    }
    m_writer.stop(kFlushLimit);
}

void LogSink::setConfig(const Config &config)
{
    m_writer.setStyle({config.log.format == LogFormat::Json, m_isJournal});
    m_limits.setMaxPerSecond(config.log.maxPerSecond);
    QLoggingCategory::setFilterRules(logFilterRules(config.log.levels));
}

void LogSink::take(LogLine line)
{
    if (line.level != LogLevel::Fatal && !m_limits.admit(line.category, m_clock.now())) {
        m_metrics.add(Counter::LogLinesSuppressed);
        return;
    }
    const bool isLast = line.level == LogLevel::Fatal;
    keepAndWrite(std::move(line));
    if (isLast)
        flush(); // Qt aborts when this returns
}

void LogSink::keepAndWrite(LogLine line)
{
    line.time = m_clock.wallNow();
    line.message.truncate(LogLine::kMaxMessageLength);
    const auto kept = std::make_shared<const LogLine>(std::move(line));
    m_history.append(kept);
    if (kept->level >= LogLevel::Warning) {
        const auto group = m_errors.note(*kept);
        if (group && m_report)
            m_report(*group);
    }
    m_writer.push(kept);
}

void LogSink::tellSuppressed()
{
    for (const LogLimits::Suppressed &suppressed : m_limits.takeSuppressed(m_clock.now())) {
        keepAndWrite({{},
                      LogLevel::Warning,
                      QStringLiteral("app"),
                      QStringLiteral("log lines suppressed category=%1 count=%2")
                          .arg(suppressed.category)
                          .arg(suppressed.lines)});
    }
}

} // namespace sluice::server
