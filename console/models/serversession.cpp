// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/serversession.h"

#include "shared/base/logging.h"

#include <QJsonArray>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QStringList toStringList(const QJsonValue &value)
{
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        result.append(text.toString());
    return result;
}

qint64 toMs(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

} // namespace

ServerSession::ServerSession(const Clock &clock, Random &random, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_client(clock, random)
{
    connect(&m_client, &AdminClient::infoReceived, this, &ServerSession::onInfo);
    connect(&m_client, &AdminClient::historyReceived, this, &ServerSession::onHistory);
    connect(&m_client, &AdminClient::sampleReceived, this, &ServerSession::onSample);
    connect(&m_client, &AdminClient::drainProgressed, this, &ServerSession::onDrainProgress);
    connect(&m_client, &AdminClient::configChanged, this, &ServerSession::onConfigChanged);
    connect(&m_client, &AdminClient::failed, this, &ServerSession::onFailed);
    connect(&m_client, &AdminClient::stateChanged, this, [this](LinkState state) {
        if (state == LinkState::Live)
            refresh();
        Q_EMIT linkChanged();
    });
    connect(&m_eventsTimer, &QTimer::timeout, this, &ServerSession::fetchEvents);
}

void ServerSession::connectTo(const QUrl &url, const QByteArray &token)
{
    m_client.disconnectFromServer();
    m_history.clear();
    m_info = {};
    m_drain.reset();
    m_stoppedAsAsked = false;
    m_config.discardEdits();
    m_config.setSchema({});
    m_events.clear();
    m_client.connectToServer(url, token);
    Q_EMIT updated();
}

void ServerSession::disconnectFrom()
{
    m_client.disconnectFromServer();
}

ServerSession::Freshness ServerSession::freshness() const
{
    if (m_client.state() != LinkState::Live)
        return m_history.isEmpty() ? Freshness::None : Freshness::Lost;
    if (m_history.isEmpty())
        return Freshness::None;
    return sampleAge() > kLateAfter ? Freshness::Late : Freshness::Live;
}

std::chrono::milliseconds ServerSession::sampleAge() const
{
    return std::chrono::milliseconds(toMs(m_clock.now() - m_sampleAt));
}

qint64 ServerSession::nowMs() const
{
    const qint64 ageMs = sampleAge().count();
    return m_history.latestMs() + (ageMs > kLateAfter.count() ? ageMs : 0);
}

qint64 ServerSession::uptimeMs() const
{
    if (m_history.isEmpty())
        return m_info.uptimeMs;
    return m_history.latest().uptimeMs + sampleAge().count();
}

bool ServerSession::canCall(const QString &method) const
{
    return m_client.state() == LinkState::Live && m_info.mayCall(method);
}

void ServerSession::refresh()
{
    if (m_client.state() != LinkState::Live)
        return;
    fetchSchema();
    fetchConfig();
    fetchEvents();
}

void ServerSession::setEventsWatched(bool watched)
{
    if (!watched) {
        m_eventsTimer.stop();
        return;
    }
    fetchEvents();
    m_eventsTimer.start(kEventsInterval);
}

void ServerSession::onInfo(const ServerInfo &info)
{
    if (m_info.epoch != info.epoch) {
        endDrainOfEarlierEpoch();
        m_events.clear();
    }
    m_info = info;
    m_stoppedAsAsked = false;
    m_config.setReadOnly(!info.mayCall(u"config/patch"_s));
    Q_EMIT updated();
}

void ServerSession::endDrainOfEarlierEpoch()
{
    if (!m_drain)
        return;
    m_drain.reset();
    Q_EMIT drainChanged();
}

void ServerSession::onHistory(const QList<admin::Snapshot> &samples)
{
    const bool hadSamples = !m_history.isEmpty();
    m_history.restore(samples);
    if (!hadSamples)
        m_sampleAt = m_clock.now();
    Q_EMIT sampled();
    Q_EMIT updated();
}

void ServerSession::onSample(const admin::Snapshot &sample)
{
    m_history.append(sample);
    m_sampleAt = m_clock.now();
    m_info.configRevision = sample.configRevision;
    m_info.state = sample.state;
    Q_EMIT sampled();
    Q_EMIT updated();
}

void ServerSession::onDrainProgress(const admin::DrainProgress &progress)
{
    m_info.state = progress.state();
    if (m_info.state == admin::ServerState::Running)
        m_drain.reset();
    else
        m_drain = progress;
    Q_EMIT drainChanged();
}

void ServerSession::onFailed(const LinkFailure &failure)
{
    if (failure.kind == LinkFailureKind::ServerStopped
        || (failure.kind == LinkFailureKind::Closed && m_drain && m_drain->thenExit))
        m_stoppedAsAsked = true;
    if (m_stoppedAsAsked)
        Q_EMIT drainChanged();
}

void ServerSession::onConfigChanged(const ConfigChange &change)
{
    m_config.applyChange(change);
    m_info.configRevision = change.revision;
    Q_EMIT updated();
}

void ServerSession::fetchSchema()
{
    m_client.request(this, u"config/schema"_s, {}, [this](const AdminReply &reply) {
        if (!reply.error)
            m_config.setSchema(reply.result.value("options"_L1).toArray());
    });
}

void ServerSession::fetchConfig(QObject *context, std::function<void()> then)
{
    m_client.request(context ? context : this, u"config/get"_s, {},
                     [this, then = std::move(then)](const AdminReply &reply) {
                         if (!reply.error) {
                             m_config.setValues(reply.result);
                             m_info.configRevision = m_config.revision();
                         }
                         if (then)
                             then();
                     });
}

void ServerSession::fetchEvents()
{
    if (m_client.state() != LinkState::Live)
        return;
    m_client.request(this, u"events/list"_s, {}, [this](const AdminReply &reply) {
        if (!reply.error)
            m_events.update(reply.result.value("events"_L1).toArray(), uptimeMs());
    });
}

void ServerSession::patchConfig(const QString &reason, bool checkOnly, QObject *context, const PatchHandler &handler)
{
    const QJsonObject changes = m_config.changes();
    QJsonObject params{{u"base"_s, static_cast<qint64>(m_config.revision())}, {u"changes"_s, changes}};
    if (!reason.isEmpty())
        params[u"reason"_s] = reason;
    if (checkOnly)
        params[u"checkOnly"_s] = true;
    m_client.request(context, u"config/patch"_s, params,
                     [this, changes, checkOnly, context = QPointer(context), handler](const AdminReply &reply) {
                         if (reply.error && reply.error->is(ErrorCode::StaleBase)) {
                             fetchConfig(context, [handler] { handler({{}, {}, {}, true}); });
                             return;
                         }
                         onPatchReply(changes, checkOnly, reply, handler);
                     });
}

void ServerSession::onPatchReply(const QJsonObject &sent, bool checkOnly, const AdminReply &reply,
                                 const PatchHandler &handler)
{
    if (reply.error) {
        m_config.setFaults(reply.error->data.value("errors"_L1).toArray());
        handler({{}, {}, reply.error->message, false});
        return;
    }
    m_config.clearFaults();
    if (!checkOnly) {
        m_config.settle(sent);
        fetchConfig();
    }
    handler(
        {toStringList(reply.result.value("warnings"_L1)), toStringList(reply.result.value("impact"_L1)), {}, false});
}

void ServerSession::shutdownServer(std::chrono::milliseconds grace, const QString &reason, QObject *context,
                                   const AdminClient::ReplyHandler &handler)
{
    QJsonObject params{{u"graceMs"_s, static_cast<qint64>(grace.count())}};
    if (!reason.isEmpty())
        params[u"reason"_s] = reason;
    m_client.request(context, u"server/shutdown"_s, params, [this, handler](const AdminReply &reply) {
        // Progress may have overtaken the plan.
        if (!reply.error && !m_drain)
            onDrainProgress(admin::DrainProgress::fromJson(reply.result));
        handler(reply);
    });
}

} // namespace sluice::console
