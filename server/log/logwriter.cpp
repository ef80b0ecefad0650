#include "server/log/logwriter.h"

#include "server/log/logoutput.h"
#include "shared/base/mutex.h"

#include <QDeadlineTimer>
#include <QThread>

#include <deque>

namespace sluice::server {

/// The lines that wait, and those that were lost.
/// Thread: any (locks inside).
class LogWriter::Queue
{
public:
    explicit Queue(Metrics &metrics)
        : m_metrics(&metrics)
    {
    }

    void push(const LogLinePtr &line) EXCLUDES(m_mutex)
    {
        {
            const MutexLock lock(m_mutex);
            if (m_pushed - m_handled < kCapacityLines) {
                m_lines.push_back(line);
                ++m_pushed;
            } else {
                ++m_lost;
                count(Counter::LogLinesDroppedFull);
            }
        }
        m_hasLines.notifyOne();
    }

    /// All that wait; none when there will be no more.
    std::deque<LogLinePtr> take() EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        while (m_lines.empty() && !m_isClosed)
            m_hasLines.wait(m_mutex);
        return std::exchange(m_lines, {});
    }

    void noteHandled(bool isWritten) EXCLUDES(m_mutex)
    {
        {
            const MutexLock lock(m_mutex);
            ++m_handled;
            m_lost += isWritten ? 0 : 1;
            count(isWritten ? Counter::LogLinesWritten : Counter::LogLinesDroppedUnwritable);
        }
        m_hasHandled.notifyAll();
    }

    [[nodiscard]] quint64 lost() EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        return m_lost;
    }

    void noteTold(quint64 lost) EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        m_lost -= lost;
    }

    bool flush(std::chrono::milliseconds limit) EXCLUDES(m_mutex)
    {
        const auto until = std::chrono::steady_clock::now() + limit;
        const MutexLock lock(m_mutex);
        const quint64 goal = m_pushed;
        while (m_handled < goal && std::chrono::steady_clock::now() < until)
            m_hasHandled.waitUntil(m_mutex, until);
        return m_handled >= goal;
    }

    void close() EXCLUDES(m_mutex)
    {
        {
            const MutexLock lock(m_mutex);
            m_isClosed = true;
        }
        m_hasLines.notifyOne();
    }

    /// The metrics go away.
    void stopCounting() EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        m_metrics = nullptr;
    }

    void setStyle(LogStyle style) EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        m_style = style;
    }

    [[nodiscard]] LogStyle style() EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        return m_style;
    }

    [[nodiscard]] size_t depth() EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        return m_pushed - m_handled;
    }

private:
    void count(Counter counter) REQUIRES(m_mutex)
    {
        if (m_metrics)
            m_metrics->add(counter);
    }

    Mutex m_mutex;
    Condition m_hasLines;
    Condition m_hasHandled;
    std::deque<LogLinePtr> m_lines GUARDED_BY(m_mutex);
    quint64 m_pushed GUARDED_BY(m_mutex) = 0;
    quint64 m_handled GUARDED_BY(m_mutex) = 0;
    quint64 m_lost GUARDED_BY(m_mutex) = 0; // since the log said so last
    bool m_isClosed GUARDED_BY(m_mutex) = false;
    LogStyle m_style GUARDED_BY(m_mutex);
    Metrics *m_metrics GUARDED_BY(m_mutex);
};

/// What the thread does. It outlives the writer when the system does not let go of the thread.
class LogWriter::Work
{
public:
    Work(std::shared_ptr<Queue> queue, int descriptor)
        : m_queue(std::move(queue))
        , m_output(descriptor)
    {
    }

    void run()
    {
        for (auto lines = m_queue->take(); !lines.empty(); lines = m_queue->take()) {
            bool isWritten = false;
            for (const LogLinePtr &line : lines) {
                isWritten = m_output.write(formatLogLine(*line, m_queue->style()));
                if (isWritten && line == lines.back())
                    tellLost(line->time);
                m_queue->noteHandled(isWritten);
            }
        }
    }

    void giveUp() { m_output.giveUp(); }

private:
    void tellLost(WallTime now)
    {
        const quint64 lost = m_queue->lost();
        if (lost == 0)
            return;
        const LogLine line{now, LogLevel::Warning, QStringLiteral("app"),
                           QStringLiteral("log lines dropped count=%1").arg(lost)};
        if (m_output.write(formatLogLine(line, m_queue->style())))
            m_queue->noteTold(lost);
    }

    const std::shared_ptr<Queue> m_queue;
    LogOutput m_output;
};

LogWriter::LogWriter(Metrics &metrics, int descriptor)
    : m_queue(std::make_shared<Queue>(metrics))
    , m_work(std::make_shared<Work>(m_queue, descriptor))
{
}

LogWriter::~LogWriter()
{
    stop(std::chrono::milliseconds(0));
    m_queue->stopCounting();
}

void LogWriter::start()
{
    m_thread.reset(QThread::create([work = m_work] { work->run(); }));
    m_thread->setObjectName(QStringLiteral("log"));
    m_thread->start();
}

void LogWriter::stop(std::chrono::milliseconds limit)
{
    if (!m_thread)
        return;
    m_queue->close();
    if (!m_thread->wait(QDeadlineTimer(limit))) {
        m_work->giveUp();
        constexpr std::chrono::milliseconds kLastLook{500}; // it looks every 100 ms
        // Inside write() of a disk or terminal that hangs: there is no way to end it, and no need.
        if (!m_thread->wait(QDeadlineTimer(kLastLook)))
            (void)m_thread.release(); // NOLINT(bugprone-unused-return-value): Qt aborts when a running one is deleted
    }
    m_thread.reset();
}

void LogWriter::setStyle(LogStyle style)
{
    m_queue->setStyle(style);
}

void LogWriter::push(const LogLinePtr &line)
{
    m_queue->push(line);
}

bool LogWriter::flush(std::chrono::milliseconds limit)
{
    return m_queue->flush(limit);
}

size_t LogWriter::depth() const
{
    return m_queue->depth();
}

} // namespace sluice::server
