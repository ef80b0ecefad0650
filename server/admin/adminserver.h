#pragma once

#include "server/admin/adminbudget.h"
#include "server/admin/admincommands.h"
#include "server/admin/censusqueue.h"
#include "server/admin/logfeed.h"
#include "server/admin/markerwatch.h"
#include "server/admin/sampler.h"
#include "server/metrics/history.h"
#include "shared/protocol/codec.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace sluice::server {

/// One console that is connected.
struct AdminSession {
    quint64 id = 0;
    AdminCaller caller;
    int sampleIntervalMs = 0; ///< 0: not subscribed.
    /// Sends one text. Thread: admin. Requires: does not call back into the AdminServer.
    std::function<void(std::string text)> send;
    TimePoint sampledAt = {}; ///< When it was sent the last sample.
};

/// Speaks the admin protocol with all consoles: decodes, dispatches to AdminCommands, answers, and sends samples and
/// news. It knows no socket; whoever owns the sockets calls opened(), received() and closed().
///
/// Samples come in streams, one per interval that somebody wants; the one of a second always runs and feeds the
/// history, so that what a console gets at that interval continues what metrics/history answered. While the admin
/// thread is over its budget (AdminBudget) they are sent more rarely, and each says when the next one comes.
/// Thread: admin, where its timers run.
class AdminServer final : public QObject
{
    Q_OBJECT

public:
    /// Consoles at a time; one more is refused.
    static constexpr size_t kMaxSessions = 32;
    /// A larger message is refused. Units: bytes.
    static constexpr size_t kMaxTextBytes = 256 * 1024;
    static constexpr int kHistoryIntervalMs = static_cast<int>(History::kStep.count());

    /// Requires: all live longer; `history` is the one that `commands` reads.
    AdminServer(AdminCommands &commands, const SampleSources &sources, History &history, QObject *parent = nullptr);
    ~AdminServer() override;

    /// Begins to sample. Requires: called in the admin thread.
    void start();

    /// False when there are too many consoles, and then the session is not kept.
    [[nodiscard]] bool opened(const AdminSession &session);
    void received(quint64 sessionId, std::string_view text);
    void closed(quint64 sessionId);
    /// Calls a command for somebody who has no console; `answer` is called once, now or when there is a census.
    void ask(const AdminCaller &caller, const QString &method, const QJsonObject &params,
             const std::function<void(Result<QJsonValue>)> &answer);
    [[nodiscard]] size_t sessionCount() const noexcept { return m_sessions.size(); }

Q_SIGNALS:
    /// Samples are sent more rarely, or as often as they are asked for again.
    void updatesReduced(bool reduced);

public Q_SLOTS:
    /// Tells every console. Connect ConfigStore::changed to it.
    void announceConfig(const sluice::server::ConfigPtr &config, const sluice::server::ConfigRevision &revision);
    /// Tells every console. To be called about four times a second while the server drains.
    void announceDrain(const sluice::admin::DrainProgress &progress);

private:
    class Stream;

    Result<QJsonValue> call(const AdminCaller &caller, const QString &method, const QJsonObject &params);
    void answerText(AdminSession &session, const protocol::Decoded &decoded);
    void answerWaiting(quint64 sessionId, std::string_view text);
    void answer(AdminSession &session, const protocol::Envelope &request, std::string &out);
    void answerBatch(AdminSession &session, const protocol::Decoded &decoded);
    void answerElement(AdminSession &session, const protocol::Element &element, std::string &out);
    void subscribe(AdminSession &session, int intervalMs);
    void sampled(int intervalMs, admin::Snapshot sample);
    void watchBudget();
    /// The interval at which samples are sent now to who asked for that one.
    [[nodiscard]] int presentInterval(int intervalMs) const;
    [[nodiscard]] bool isDue(const AdminSession &session, TimePoint now) const;
    void removeIdleStreams();
    void sendTraces();
    void followLog(quint64 sessionId, const QString &method, const QJsonValue &answer);
    void sendLog(quint64 sessionId, const QJsonObject &params);
    /// Keeps it for the charts and tells every console.
    void mark(const admin::Marker &marker);
    void notifyAll(std::string_view method, const QJsonObject &params);

    AdminCommands &m_commands;
    const SampleSources m_sources;
    History &m_history;
    protocol::Decoder m_decoder;
    std::map<quint64, AdminSession> m_sessions;
    std::map<int, std::unique_ptr<Stream>> m_streams; ///< By interval.
    QTimer m_traceTimer;                              ///< While there are taps.
    LogFeed m_logFeed;
    MarkerWatch m_markers;
    CensusQueue m_censusQueue;
    AdminBudget m_budget;
    TimePoint m_lookedAt;               ///< At the budget.
    std::chrono::nanoseconds m_cpuTime; ///< Of the thread, then.
};

} // namespace sluice::server
