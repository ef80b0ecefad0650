#include "server/log/sentryreporter.h"

#include "shared/base/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>
#include <array>

namespace sluice::server {

namespace {

constexpr int kEventIdBytes = 16;
constexpr int kTooManyRequests = 429;

// By LogLevel, in the endpoint's words.
constexpr std::array kLevels{QLatin1String("debug"), QLatin1String("info"), QLatin1String("warning"),
                             QLatin1String("error"), QLatin1String("fatal")};

double seconds(WallTime time)
{
    constexpr double kMsPerSecond = 1000;
    return static_cast<double>(toUnixMs(time)) / kMsPerSecond;
}

/// A status that trying again does not change.
bool isForGood(int status)
{
    return status >= 400 && status < 500 && status != kTooManyRequests;
}

} // namespace

QByteArray sentryEnvelope(const ErrorGroup &group, const QByteArray &eventId)
{
    const QJsonObject event{
        {QStringLiteral("event_id"), QString::fromLatin1(eventId)},
        {QStringLiteral("timestamp"), seconds(group.last)},
        {QStringLiteral("platform"), QStringLiteral("other")},
        {QStringLiteral("level"), kLevels[static_cast<size_t>(group.sample.level)]},
        {QStringLiteral("logger"), group.sample.category},
        {QStringLiteral("release"), QStringLiteral("sluiced@" SLUICE_VERSION)},
        {QStringLiteral("message"), QJsonObject{{QStringLiteral("formatted"), group.sample.message}}},
        {QStringLiteral("fingerprint"), QJsonArray{group.fingerprint}},
        {QStringLiteral("extra"),
         QJsonObject{{QStringLiteral("count"), static_cast<double>(group.count)},
                     {QStringLiteral("first"), seconds(group.first)}}},
    };
    const QJsonObject header{{QStringLiteral("event_id"), QString::fromLatin1(eventId)}};
    return jsonText(header) + "\n{\"type\":\"event\"}\n" + jsonText(event) + '\n';
}

/// The part that lives in the reporter's thread.
class SentryReporter::Sender : public QObject
{
public:
    explicit Sender(SentryReporter &reporter)
        : m_reporter(reporter)
        , m_wait(reporter.m_parts.firstWait)
    {
        m_again.setParent(this); // goes to the thread with this object
        m_again.setSingleShot(true);
        connect(&m_again, &QTimer::timeout, this, &Sender::post);
    }

    void sendNext()
    {
        if (m_current)
            return;
        m_current = m_reporter.take();
        if (m_current)
            post();
    }

private:
    void post()
    {
        if (!m_network)
            m_network = new QNetworkAccessManager(this);
        const QByteArray eventId = m_reporter.m_parts.random.bytes(kEventIdBytes).toHex();
        QNetworkReply *reply = m_network->post(request(), sentryEnvelope(*m_current, eventId));
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            finish(*reply);
        });
    }

    [[nodiscard]] QNetworkRequest request() const
    {
        const SentryDsn &dsn = m_reporter.m_dsn;
        QNetworkRequest request(dsn.endpoint);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-sentry-envelope"));
        request.setRawHeader("X-Sentry-Auth",
                             "Sentry sentry_version=7, sentry_client=sluiced/" SLUICE_VERSION ", sentry_key="
                                 + dsn.key);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(static_cast<int>(kTimeout.count()));
        return request;
    }

    void finish(const QNetworkReply &reply)
    {
        const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool isSent = status >= 200 && status < 300;
        m_reporter.m_parts.metrics.add(isSent ? Counter::ErrorReportsSent : Counter::ErrorReportsFailed);
        if (!isSent && !isForGood(status)) {
            waitFor(retryAfter(reply));
            return;
        }
        m_wait = m_reporter.m_parts.firstWait;
        m_current.reset();
        sendNext();
    }

    [[nodiscard]] static std::chrono::seconds retryAfter(const QNetworkReply &reply)
    {
        return std::chrono::seconds(std::max(0, reply.rawHeader("Retry-After").toInt()));
    }

    void waitFor(std::chrono::milliseconds asked)
    {
        m_again.start(std::min(std::max(m_wait, asked), kLongestWait));
        m_wait = std::min(m_wait * 2, kLongestWait);
    }

    SentryReporter &m_reporter;
    QTimer m_again;
    QNetworkAccessManager *m_network = nullptr; // made in its thread
    std::optional<ErrorGroup> m_current;
    std::chrono::milliseconds m_wait;
};

SentryReporter::SentryReporter(const Parts &parts, SentryDsn dsn)
    : m_parts(parts)
    , m_dsn(std::move(dsn))
{
    m_thread.setObjectName(QStringLiteral("errors"));
}

SentryReporter::~SentryReporter()
{
    if (!m_sender)
        return;
    // In its own thread: its sockets and timers end where they lived.
    Sender *sender = m_sender.release();
    QMetaObject::invokeMethod(
        sender,
        [this, sender] {
            delete sender;
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void SentryReporter::start()
{
    m_sender = std::make_unique<Sender>(*this);
    m_sender->moveToThread(&m_thread);
    m_thread.start();
}

void SentryReporter::report(const ErrorGroup &group)
{
    {
        const MutexLock lock(m_mutex);
        if (m_waiting.size() >= kCapacity) {
            m_parts.metrics.add(Counter::ErrorReportsDropped);
            return;
        }
        m_waiting.push_back(group);
    }
    QMetaObject::invokeMethod(m_sender.get(), &Sender::sendNext, Qt::QueuedConnection);
}

std::optional<ErrorGroup> SentryReporter::take()
{
    const MutexLock lock(m_mutex);
    if (m_waiting.empty())
        return std::nullopt;
    std::optional<ErrorGroup> group = std::move(m_waiting.front());
    m_waiting.pop_front();
    return group;
}

} // namespace sluice::server
