// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/adminclient.h"
#include "console/models/activitylog.h"
#include "console/models/configmodel.h"
#include "console/models/eventsmodel.h"
#include "console/models/revisionlist.h"
#include "console/models/samplehistory.h"
#include "console/recording/answerlog.h"
#include "console/recording/playback.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace sluice::console {

class RecordedServer;

/// Everything the console knows about the server it watches, kept over losses of the link and restarts of the server.
/// Pages show it; nobody else talks to the client.
/// Thread: main.
class ServerSession : public QObject
{
    Q_OBJECT

public:
    /// What `config/patch` answered.
    struct PatchReply {
        QStringList warnings;
        QStringList impact;
        QString error;      ///< Empty when the server agreed.
        bool stale = false; ///< The revision had moved; values were fetched again and every edit kept.
    };
    using PatchHandler = std::function<void(const PatchReply &)>;

    /// A revision that goes back by itself unless an operator keeps it; until then the server takes no other change.
    struct Trial {
        quint64 revision = 0;
        TimePoint endsAt;
    };

    /// How fresh the samples are.
    enum class Freshness { None, Live, Late, Lost };

    /// How long after it was due a sample is late.
    static constexpr std::chrono::milliseconds kLateness{1500};
    static constexpr std::chrono::milliseconds kEventsInterval{2000};
    static constexpr std::chrono::milliseconds kTrialInterval{5000};

    ServerSession(const Clock &clock, Random &random, QObject *parent = nullptr);

    [[nodiscard]] AdminClient &client() { return m_client; }
    [[nodiscard]] const AdminClient &client() const { return m_client; }
    [[nodiscard]] ConfigModel &config() { return m_config; }
    [[nodiscard]] EventsModel &events() { return m_events; }
    [[nodiscard]] const SampleHistory &history() const { return m_history; }
    /// The samples for a range of that length: single ones as far as the server keeps them, else one for every 10 s.
    [[nodiscard]] const SampleHistory &history(int rangeSeconds) const;
    /// Asks the server for what long ranges need, now and after each return of the link.
    void wantRange(int rangeSeconds);
    [[nodiscard]] ActivityLog &activity() { return m_activity; }
    [[nodiscard]] const ActivityLog &activity() const { return m_activity; }
    [[nodiscard]] RevisionList &revisions() { return m_revisions; }
    /// A mark of this operator at a moment of the charts, seen by this console only. Units: ms since the Unix epoch.
    void addOwnMark(qint64 timeMs);
    [[nodiscard]] const ServerInfo &info() const { return m_info; }

    /// Starts on another server: forgets everything about the one before.
    void connectTo(const QUrl &url, const QByteArray &token, const LinkSecurity &security = {});
    void connectTo(LocalServer &server);
    void disconnectFrom();
    /// The same with a recording of a server: shows its end, read-only. Nothing in it grows old.
    void replay(RecordedServer &server);
    [[nodiscard]] bool isReplay() const { return m_playback.has_value(); }
    /// Where the recording stands; nothing when there is none.
    [[nodiscard]] const std::optional<Playback> &playback() const { return m_playback; }
    /// Shows everything as it was at that instant of the recording; nothing without one. Units: ms since the Unix
    /// epoch.
    void seek(qint64 timeMs);

    /// The operator's own switch: while it is on, nothing that changes the server is offered.
    void setReadOnly(bool readOnly);

    [[nodiscard]] Freshness freshness() const;
    /// Since the newest sample came. Requires: there is one.
    [[nodiscard]] std::chrono::milliseconds sampleAge() const;
    /// For how long nothing came that should have: since the newest sample (while the server has reduced its updates,
    /// less what they are rarer), or since the sign-in if that is later.
    /// Requires: there is a sample.
    [[nodiscard]] std::chrono::milliseconds unheardFor() const;
    /// The right edge of live charts: the newest sample, or later when it is old. Units: ms since the Unix epoch.
    [[nodiscard]] qint64 nowMs() const;
    /// The server's uptime now, also while samples are late.
    [[nodiscard]] qint64 uptimeMs() const;

    /// The role allows it and the link is there.
    [[nodiscard]] bool canCall(const QString &method) const;
    /// Why nothing can be asked of the server now, for people; empty when it can.
    [[nodiscard]] QString obstacle() const;
    /// The same for what is only offered to roles that may call it.
    [[nodiscard]] QString obstacle(const QString &method) const;

    /// The newest news of a drain that this console watched; nothing when none runs or ran.
    [[nodiscard]] const std::optional<admin::DrainProgress> &drain() const { return m_drain; }
    /// The server ended a drain and is gone: not a failure.
    [[nodiscard]] bool isStoppedAsAsked() const { return m_stoppedAsAsked; }

    /// What was answered to the pages.
    [[nodiscard]] const AnswerLog &heard() const { return m_heard; }

    void refresh();
    /// The language of the program has changed.
    void retranslate();
    /// Reads the table of events once.
    void fetchEvents();
    /// While watched, the table of events is fetched every two seconds.
    void setEventsWatched(bool watched);
    /// Sends the pending edits; `checkOnly` changes nothing. Faults land at their keys in config().
    void patchConfig(const QString &reason, bool checkOnly, QObject *context, const PatchHandler &handler);
    /// Applies the pending edits on trial. Units of `length`: from 1 s to 1 h.
    void tryConfig(const QString &reason, std::chrono::milliseconds length, QObject *context,
                   const PatchHandler &handler);
    /// The revision on trial, whoever applied it.
    [[nodiscard]] const std::optional<Trial> &trial() const { return m_trial; }
    /// Until it goes back. Requires: there is one.
    [[nodiscard]] std::chrono::milliseconds trialLeft() const;
    /// Ends the trial: it is kept, or taken back at once.
    void endTrial(bool keep, QObject *context, const AdminClient::ReplyHandler &handler);
    /// A `method` that begins a drain or changes one, and therefore answers with how far it is.
    void drainServer(const QString &method, const QJsonObject &params, QObject *context,
                     const AdminClient::ReplyHandler &handler);

Q_SIGNALS:
    /// Everything about the server is about to be given up, for another one.
    void forgetting();
    /// History, freshness or server info changed.
    void updated();
    /// `updated` with a new sample or a restored history.
    void sampled();
    void linkChanged();
    void drainChanged();
    /// A revision is no longer on trial: somebody kept it, or it has gone back.
    void trialEnded(quint64 revision, bool isKept);
    /// The recording shows another instant; before `sampled`.
    void sought();

private:
    void forget();
    void showPlayback();
    void showRecordedConfig(quint64 revision);
    void onInfo(const ServerInfo &info);
    void onHistory(const QList<admin::Snapshot> &samples);
    void onMarker(const admin::Marker &marker);
    void onLinkState(LinkState state);
    void fetchCoarseHistory();
    void fillReducedStretch();
    [[nodiscard]] std::chrono::milliseconds lateAfter() const;
    void fetchRevisions();
    void onSample(const admin::Snapshot &sample);
    void onDrainProgress(const admin::DrainProgress &progress);
    void onFailed(const LinkFailure &failure);
    void onConfigChanged(const ConfigChange &change);
    void sendPatch(QJsonObject params, QObject *context, const PatchHandler &handler);
    void onPatchReply(const QJsonObject &sent, bool checkOnly, const AdminReply &reply, const PatchHandler &handler);
    void takeTrial(const QJsonObject &history);
    void dropTrial();
    void fetchSchema();
    void fetchConfig(QObject *context = nullptr, std::function<void()> then = {});
    void endDrainOfEarlierEpoch();

    const Clock &m_clock;
    AdminClient m_client;
    ConfigModel m_config;
    EventsModel m_events;
    ActivityLog m_activity{m_config};
    RevisionList m_revisions{m_config};
    SampleHistory m_history;
    SampleHistory m_coarse{SampleHistory::kCoarseCapacity, SampleHistory::kCoarseStepMs};
    AnswerLog m_heard;
    std::optional<Playback> m_playback;
    QPointer<RecordedServer> m_recorded;
    quint64 m_recordedRevision = 0; ///< Of the configuration that was asked for.
    bool m_wantsCoarse = false;
    qint64 m_reducedSinceMs = 0; ///< The server's uptime when it reduced its updates; 0: it has not.
    bool m_linkWasLost = false;
    int m_ownMarks = 0;
    ServerInfo m_info;
    TimePoint m_sampleAt;
    TimePoint m_liveAt;
    std::optional<admin::DrainProgress> m_drain;
    bool m_stoppedAsAsked = false;
    bool m_readOnly = false;
    QTimer m_eventsTimer;
    std::optional<Trial> m_trial;
    QTimer m_trialTimer;
};

} // namespace sluice::console
