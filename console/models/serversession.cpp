// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/serversession.h"

#include "console/recording/recordedserver.h"

#include "shared/base/logging.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

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
    connect(&m_client, &AdminClient::markersReceived, this, [this](const QList<admin::Marker> &markers) {
        for (const admin::Marker &marker : markers)
            onMarker(marker);
    });
    connect(&m_client, &AdminClient::markerAdded, this, &ServerSession::onMarker);
    connect(&m_client, &AdminClient::stateChanged, this, &ServerSession::onLinkState);
    connect(&m_client, &AdminClient::answered, this,
            [this](const QString &method, const QJsonObject &params, const QJsonObject &result) {
                m_heard.hear(method, params, result);
            });
    connect(&m_eventsTimer, &QTimer::timeout, this, &ServerSession::fetchEvents);
    // Nobody is told when another console keeps what is on trial.
    m_trialTimer.setInterval(kTrialInterval);
    connect(&m_trialTimer, &QTimer::timeout, this, &ServerSession::fetchRevisions);
}

void ServerSession::connectTo(const QUrl &url, const QByteArray &token, const LinkSecurity &security)
{
    forget();
    m_client.connectToServer(url, token, security);
    Q_EMIT updated();
}

void ServerSession::connectTo(LocalServer &server)
{
    forget();
    m_client.connectToLocal(server);
    Q_EMIT updated();
}

void ServerSession::forget()
{
    Q_EMIT forgetting();
    m_client.disconnectFromServer();
    m_history.clear();
    m_coarse.clear();
    m_activity.clear();
    m_linkWasLost = false;
    m_reducedSinceMs = 0;
    m_ownMarks = 0;
    m_info = {};
    m_drain.reset();
    m_stoppedAsAsked = false;
    m_config.clear();
    m_events.clear();
    m_revisions.clear();
    m_heard.clear();
    m_playback.reset();
    dropTrial();
}

void ServerSession::replay(RecordedServer &server)
{
    connectTo(server);
    m_playback = server.playback();
    m_recorded = &server;
    m_recordedRevision = 0;
    setReadOnly(true);
    // Much of it was never told by the server.
    for (const ActivityEntry &entry : server.recording().activity)
        m_activity.add(entry);
}

void ServerSession::seek(qint64 timeMs)
{
    if (!m_playback || m_playback->isEmpty())
        return;
    m_playback->seek(timeMs);
    showPlayback();
}

void ServerSession::showRecordedConfig(quint64 revision)
{
    if (!m_recorded || m_recordedRevision == revision)
        return;
    m_recordedRevision = revision;
    m_recorded->showRevision(revision);
    fetchConfig();
}

void ServerSession::showPlayback()
{
    m_history = m_playback->history();
    m_coarse = m_playback->coarse();
    if (!m_history.isEmpty()) {
        m_info.configRevision = m_history.latest().configRevision;
        m_info.state = m_history.latest().state;
        showRecordedConfig(m_info.configRevision);
    }
    Q_EMIT sought();
    Q_EMIT sampled();
    Q_EMIT updated();
}

void ServerSession::disconnectFrom()
{
    m_client.disconnectFromServer();
}

void ServerSession::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_info.isReadOnly = readOnly;
    m_config.setReadOnly(!m_info.mayCall(u"config/patch"_s));
    Q_EMIT updated();
}

ServerSession::Freshness ServerSession::freshness() const
{
    if (m_client.state() != LinkState::Live)
        return m_history.isEmpty() ? Freshness::None : Freshness::Lost;
    if (m_history.isEmpty())
        return Freshness::None;
    if (m_playback)
        return Freshness::Live;
    return sampleAge() > lateAfter() ? Freshness::Late : Freshness::Live;
}

std::chrono::milliseconds ServerSession::lateAfter() const
{
    return std::chrono::milliseconds(m_history.intervalMs()) + kLateness;
}

std::chrono::milliseconds ServerSession::sampleAge() const
{
    if (m_playback)
        return std::chrono::milliseconds(nowMs() - m_history.latestMs());
    return std::chrono::milliseconds(toMs(m_clock.now() - m_sampleAt));
}

std::chrono::milliseconds ServerSession::unheardFor() const
{
    if (m_client.state() != LinkState::Live)
        return sampleAge();
    const std::chrono::milliseconds rarer(m_history.intervalMs() - SampleHistory::kSampleMs);
    const std::chrono::milliseconds unheard = std::max(sampleAge() - rarer, std::chrono::milliseconds(0));
    return std::min(unheard, std::chrono::milliseconds(toMs(m_clock.now() - m_liveAt)));
}

qint64 ServerSession::nowMs() const
{
    if (m_playback)
        return m_playback->isEmpty() ? 0 : m_playback->positionMs();
    const std::chrono::milliseconds age = sampleAge();
    return m_history.latestMs() + (age > lateAfter() ? age.count() : 0);
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

QString ServerSession::obstacle() const
{
    return m_client.state() == LinkState::Live ? QString() : tr("There is no link to the server.");
}

QString ServerSession::obstacle(const QString &method) const
{
    return canCall(method) ? QString() : tr("There is no link to the server.");
}

void ServerSession::refresh()
{
    if (m_client.state() != LinkState::Live)
        return;
    fetchSchema();
    fetchConfig();
    fetchRevisions();
    fetchEvents();
}

void ServerSession::retranslate()
{
    m_activity.retranslate();
    refresh();
    Q_EMIT updated();
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
        m_reducedSinceMs = 0;
        endDrainOfEarlierEpoch();
        dropTrial();
        m_events.clear();
    }
    m_info = info;
    m_info.isReadOnly = m_readOnly;
    m_stoppedAsAsked = false;
    m_config.setReadOnly(!m_info.mayCall(u"config/patch"_s));
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
    if (m_playback) {
        showPlayback();
        return;
    }
    const qint64 before = m_history.isEmpty() ? 0 : m_history.latestMs();
    m_history.restore(samples);
    if (m_coarse.isEmpty())
        m_coarse.restore(samples); // until a long range is asked for
    // After a gap the ring's newest is as fresh as the one that is sent next.
    if (!m_history.isEmpty() && m_history.latestMs() != before)
        m_sampleAt = m_clock.now();
    Q_EMIT sampled();
    Q_EMIT updated();
}

const SampleHistory &ServerSession::history(int rangeSeconds) const
{
    return rangeSeconds > SampleHistory::kCapacity ? m_coarse : m_history;
}

void ServerSession::wantRange(int rangeSeconds)
{
    if (rangeSeconds <= SampleHistory::kCapacity || m_wantsCoarse)
        return;
    m_wantsCoarse = true;
    fetchCoarseHistory();
}

void ServerSession::fetchCoarseHistory()
{
    constexpr qint64 kSpanMs = SampleHistory::kCoarseCapacity * SampleHistory::kCoarseStepMs;
    if (m_client.state() != LinkState::Live || m_playback)
        return;
    m_client.request(this, u"metrics/history"_s, {{u"spanMs"_s, kSpanMs}, {u"stepMs"_s, SampleHistory::kCoarseStepMs}},
                     [this](const AdminReply &reply) {
                         if (reply.error)
                             return;
                         QList<admin::Snapshot> samples;
                         const QJsonArray array = reply.result.value("samples"_L1).toArray();
                         for (const QJsonValue &value : array)
                             samples.append(admin::Snapshot::fromJson(value.toObject()));
                         m_coarse.restore(samples);
                         for (const QJsonValue &value : reply.result.value("markers"_L1).toArray())
                             onMarker(admin::Marker::fromJson(value.toObject()));
                         Q_EMIT sampled();
                         Q_EMIT updated();
                     });
}

void ServerSession::fetchRevisions()
{
    if (m_client.state() != LinkState::Live)
        return;
    m_client.request(this, u"config/history"_s, {}, [this](const AdminReply &reply) {
        if (reply.error)
            return;
        m_activity.setRevisions(reply.result.value("revisions"_L1).toArray());
        m_revisions.setHistory(reply.result);
        takeTrial(reply.result);
    });
}

void ServerSession::onMarker(const admin::Marker &marker)
{
    // Without a sample there is no time line yet; the wall clock is right until it is corrected.
    m_activity.addMarker(marker, m_info.epoch,
                         m_history.epoch() == m_info.epoch ? m_history.timeAt(marker.uptimeMs).value_or(marker.timeMs)
                                                           : marker.timeMs);
}

void ServerSession::onLinkState(LinkState state)
{
    m_revisions.setStale(state != LinkState::Live);
    if (state == LinkState::LinkLost && !m_linkWasLost && !m_history.isEmpty()) {
        m_linkWasLost = true;
        m_activity.add({.kind = ActivityKind::Network,
                        .timeMs = m_history.latestMs(),
                        .note = m_stoppedAsAsked ? QString() : m_client.lastFailure().detail,
                        .isCritical = !m_stoppedAsAsked,
                        .word = [wasAsked = m_stoppedAsAsked](ActivityEntry &entry) {
                            entry.text = wasAsked ? tr("The server stopped as asked") : tr("Link to the server lost");
                        }});
    }
    if (state == LinkState::Live) {
        m_liveAt = m_clock.now();
        if (m_linkWasLost)
            m_activity.add({.kind = ActivityKind::Network, .timeMs = nowMs(), .word = [](ActivityEntry &entry) {
                                entry.text = tr("Link to the server is back");
                            }});
        m_linkWasLost = false;
        refresh();
        if (m_wantsCoarse)
            fetchCoarseHistory();
    }
    Q_EMIT linkChanged();
}

void ServerSession::addOwnMark(qint64 timeMs)
{
    m_activity.add({.kind = ActivityKind::Own, .timeMs = timeMs, .word = [number = ++m_ownMarks](ActivityEntry &entry) {
                        entry.text = tr("Own mark %1").arg(number);
                    }});
}

// What the server kept to itself while it had reduced its updates is in its ring.
void ServerSession::fillReducedStretch()
{
    const bool isReduced = m_history.areUpdatesReduced();
    if (isReduced && m_reducedSinceMs == 0)
        m_reducedSinceMs = m_history.latest().uptimeMs;
    if (isReduced || m_reducedSinceMs == 0)
        return;
    m_client.fetchHistory(std::chrono::milliseconds(m_history.latest().uptimeMs - m_reducedSinceMs));
    m_reducedSinceMs = 0;
}

void ServerSession::onSample(const admin::Snapshot &sample)
{
    m_history.append(sample);
    m_coarse.append(sample);
    m_sampleAt = m_clock.now();
    fillReducedStretch();
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
    fetchRevisions();
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
                             if (!m_playback)
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
    QJsonObject params{{u"reason"_s, reason}};
    if (checkOnly)
        params[u"checkOnly"_s] = true;
    sendPatch(params, context, handler);
}

void ServerSession::tryConfig(const QString &reason, std::chrono::milliseconds length, QObject *context,
                              const PatchHandler &handler)
{
    sendPatch({{u"reason"_s, reason}, {u"revertAfterMs"_s, static_cast<qint64>(length.count())}}, context, handler);
}

void ServerSession::sendPatch(QJsonObject params, QObject *context, const PatchHandler &handler)
{
    const QJsonObject changes = m_config.changes();
    const bool checkOnly = params.contains("checkOnly"_L1);
    params[u"base"_s] = static_cast<qint64>(m_config.revision());
    params[u"changes"_s] = changes;
    if (params.value("reason"_L1).toString().isEmpty())
        params.remove(u"reason"_s);
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
    if (checkOnly && sent == m_config.changes())
        m_config.setWhatIf(reply.result.value("whatIf"_L1).toArray());
    if (!checkOnly) {
        m_config.settle(sent);
        fetchConfig();
    }
    handler(
        {toStringList(reply.result.value("warnings"_L1)), toStringList(reply.result.value("impact"_L1)), {}, false});
}

std::chrono::milliseconds ServerSession::trialLeft() const
{
    return std::chrono::milliseconds(std::max<qint64>(0, toMs(m_trial->endsAt - m_clock.now())));
}

void ServerSession::endTrial(bool keep, QObject *context, const AdminClient::ReplyHandler &handler)
{
    if (!m_trial)
        return;
    m_client.request(context, keep ? u"config/confirm"_s : u"config/revert"_s,
                     {{u"revision"_s, static_cast<qint64>(m_trial->revision)}},
                     [this, handler](const AdminReply &reply) {
                         fetchRevisions(); // also where it was too late
                         handler(reply);
                     });
}

// From `config/history`.
void ServerSession::takeTrial(const QJsonObject &history)
{
    if (m_playback)
        return;
    const std::optional<Trial> before = std::exchange(m_trial, std::nullopt);
    if (const QJsonValue waiting = history.value("unconfirmed"_L1); waiting.isObject()) {
        m_trial = Trial{static_cast<quint64>(waiting["revision"_L1].toInteger()),
                        m_clock.now() + std::chrono::milliseconds(waiting["revertsInMs"_L1].toInteger())};
        if (!m_trialTimer.isActive())
            m_trialTimer.start();
    } else {
        m_trialTimer.stop();
    }
    Q_EMIT updated();
    if (!before || (m_trial && m_trial->revision == before->revision))
        return;
    const QJsonArray revisions = history.value("revisions"_L1).toArray();
    Q_EMIT trialEnded(before->revision, std::none_of(revisions.begin(), revisions.end(), [&](const QJsonValue &row) {
                          return static_cast<quint64>(row["reverts"_L1].toInteger()) == before->revision;
                      }));
}

void ServerSession::dropTrial()
{
    m_trial.reset();
    m_trialTimer.stop();
}

void ServerSession::drainServer(const QString &method, const QJsonObject &params, QObject *context,
                                const AdminClient::ReplyHandler &handler)
{
    m_client.request(context, method, params, [this, handler](const AdminReply &reply) {
        // Progress may have overtaken the plan.
        if (!reply.error && !m_drain)
            onDrainProgress(admin::DrainProgress::fromJson(reply.result));
        handler(reply);
    });
}

} // namespace sluice::console
