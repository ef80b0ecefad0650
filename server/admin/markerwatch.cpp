#include "server/admin/markerwatch.h"

#include <utility>

namespace sluice::server {

namespace {

using Kind = admin::Marker::Kind;

constexpr qsizetype kMostKeys = 3;

qint64 toMs(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

QString keysOf(const std::vector<ConfigChange> &changes)
{
    QStringList keys;
    for (const ConfigChange &change : changes)
        keys += change.key;
    const QString text = keys.mid(0, kMostKeys).join(QStringLiteral(", "));
    return keys.size() <= kMostKeys ? text : QStringLiteral("%1 and %2 more").arg(text).arg(keys.size() - kMostKeys);
}

QString because(const QJsonObject &params)
{
    const QString reason = params.value(u"reason").toString();
    return reason.isEmpty() ? QString() : QStringLiteral(": ") + reason;
}

} // namespace

MarkerWatch::MarkerWatch(const Clock &clock, TimePoint started)
    : m_clock(clock)
    , m_started(started)
{
}

admin::Marker MarkerWatch::serverStarted() const
{
    admin::Marker marker = now(Kind::ServerStarted, QStringLiteral("server started"));
    marker.timeMs -= marker.uptimeMs;
    marker.uptimeMs = 0;
    return marker;
}

admin::Marker MarkerWatch::configChanged(const ConfigRevision &revision) const
{
    const QString takesBack = revision.reverts > 0 ? QStringLiteral(" takes back %1").arg(revision.reverts) : QString();
    admin::Marker marker =
        now(Kind::ConfigChanged,
            QStringLiteral("revision %1%2: %3").arg(revision.revision).arg(takesBack, keysOf(revision.changes)),
            revision.by);
    marker.revision = revision.revision;
    return marker;
}

std::optional<admin::Marker> MarkerWatch::drainProgressed(const admin::DrainProgress &progress)
{
    using State = admin::ServerState;
    const State before = std::exchange(m_state, progress.state());
    if (before == State::Running && m_state != State::Running) {
        const QString reason = progress.reason.isEmpty() ? QString() : QStringLiteral(": ") + progress.reason;
        return now(Kind::DrainBegan, QStringLiteral("drain began") + reason, progress.requestedBy);
    }
    if (before != State::Running && m_state == State::Running)
        return now(Kind::DrainResumed, QStringLiteral("drain taken back, serving again"));
    if (before == State::Draining && m_state != State::Draining) {
        return now(
            Kind::DrainEnded,
            QStringLiteral("drain ended: %1 answered, %2 abandoned").arg(progress.answered).arg(progress.abandoned));
    }
    return std::nullopt;
}

std::optional<admin::Marker> MarkerWatch::commanded(const AdminCall &call, const QJsonValue &answer) const
{
    if (call.method == QLatin1String("mutes/add") || call.method == QLatin1String("mutes/lift"))
        return muted(call, answer[QStringLiteral("mute")].toObject());
    const qint64 closed = answer[QStringLiteral("closing")].toInteger();
    if (call.method != QLatin1String("connections/close") || closed == 0)
        return std::nullopt;
    admin::Marker marker =
        now(Kind::ConnectionsClosed, QStringLiteral("connections closed") + because(call.params), call.by);
    marker.count = static_cast<quint64>(closed);
    return marker;
}

admin::Marker MarkerWatch::muted(const AdminCall &call, const QJsonObject &mute) const
{
    const bool isNew = call.method == QLatin1String("mutes/add");
    admin::Marker marker =
        now(isNew ? Kind::ClientMuted : Kind::MuteLifted,
            (isNew ? QStringLiteral("client muted") : QStringLiteral("mute lifted")) + because(call.params), call.by);
    marker.user = mute.value(u"user").toString();
    marker.address = mute.value(u"address").toString();
    if (isNew)
        marker.mute = static_cast<quint64>(mute.value(u"id").toInteger());
    return marker;
}

std::vector<admin::Marker> MarkerWatch::sampled(const admin::Snapshot &sample)
{
    const bool shedBefore = std::exchange(m_sheds, sample.overload == admin::OverloadState::Shedding);
    const quint64 episodes = sample.overloadEpisodes - std::exchange(m_episodes, sample.overloadEpisodes);
    // One that has ended may be followed by another before anybody looks: then both are told.
    const bool began = episodes > 0 || (m_sheds && !shedBefore);
    const bool oneEnded = shedBefore && (episodes > 0 || !m_sheds);
    const auto beginning = [this] { return now(Kind::OverloadBegan, QStringLiteral("overloaded: work is refused")); };
    const auto ending = [this] { return now(Kind::OverloadEnded, QStringLiteral("no longer overloaded")); };
    std::vector<admin::Marker> markers;
    if (oneEnded)
        markers.push_back(ending());
    if (began)
        markers.push_back(beginning());
    if (began && !m_sheds)
        markers.push_back(ending());
    return markers;
}

admin::Marker MarkerWatch::now(Kind kind, const QString &text, const QString &by) const
{
    admin::Marker marker;
    marker.kind = kind;
    marker.timeMs = toUnixMs(m_clock.wallNow());
    marker.uptimeMs = toMs(m_clock.now() - m_started);
    marker.text = text;
    marker.by = by;
    return marker;
}

} // namespace sluice::server
