#include "server/admin/logfeed.h"

#include "server/log/logformat.h"

#include <QJsonArray>

namespace sluice::server {

namespace {

constexpr int kTicksPerSecond = static_cast<int>(std::chrono::seconds(1) / LogFeed::kInterval);

} // namespace

QJsonObject LogSubscription::toJson() const
{
    return {{QStringLiteral("category"), filter.category ? QJsonValue(*filter.category) : QJsonValue()},
            {QStringLiteral("level"), toString(filter.level)},
            {QStringLiteral("maxPerSecond"), maxPerSecond}};
}

LogSubscription LogSubscription::fromJson(const QJsonObject &object)
{
    LogSubscription subscription;
    if (const QJsonValue category = object[QLatin1String("category")]; category.isString())
        subscription.filter.category = category.toString();
    subscription.filter.level =
        logLevelFromString(object[QLatin1String("level")].toString()).value_or(subscription.filter.level);
    subscription.maxPerSecond = object[QLatin1String("maxPerSecond")].toInt();
    return subscription;
}

LogFeed::LogFeed(const LogHistory &history, Send send)
    : m_history(history)
    , m_send(std::move(send))
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
}

void LogFeed::subscribe(quint64 session, const LogSubscription &subscription)
{
    m_readers[session] = {subscription, m_history.position()};
    if (!m_timer.isActive())
        m_timer.start(kInterval);
}

void LogFeed::unsubscribe(quint64 session)
{
    m_readers.erase(session);
    if (m_readers.empty())
        m_timer.stop();
}

void LogFeed::tick()
{
    for (auto &[session, reader] : m_readers)
        feed(session, reader);
}

void LogFeed::feed(quint64 session, Reader &reader)
{
    if (reader.ticks++ % kTicksPerSecond == 0)
        reader.left = reader.subscription.maxPerSecond;
    const LogHistory::News news = m_history.since(reader.position);
    reader.position = news.position;
    QJsonArray lines;
    quint64 dropped = news.missed;
    for (const LogLinePtr &line : news.lines) {
        if (!reader.subscription.filter.matches(*line))
            continue;
        if (reader.left > 0) {
            --reader.left;
            lines.append(toJson(*line));
        } else {
            ++dropped;
        }
    }
    if (!lines.isEmpty() || dropped > 0) {
        m_send(session, {{QStringLiteral("lines"), lines}, {QStringLiteral("dropped"), static_cast<double>(dropped)}});
    }
}

} // namespace sluice::server
