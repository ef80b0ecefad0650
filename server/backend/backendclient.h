#pragma once

#include "server/backend/backendlane.h"
#include "server/backend/backendreply.h"
#include "server/backend/curltransfers.h"
#include "server/events/backendspec.h"
#include "shared/base/clock.h"
#include "shared/base/loglimiter.h"
#include "shared/base/mutex.h"
#include "shared/base/random.h"
#include "shared/base/timerwheel.h"

#include <list>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace sluice::server {

/// How a call ended: what it counts as, and why, in a word that stays the same.
struct BackendVerdict {
    BackendEnding ending = BackendEnding::Succeeded;
    const char *reason = "";
};

/// One POST to a backend, and whoever waits for what comes of it.
class BackendCall
{
public:
    virtual ~BackendCall() = default;
    /// Told once what came of it; says what that counts as. Thread: the client's, or that of post() where it is refused
    /// at once; so too deliver().
    [[nodiscard]] virtual BackendVerdict judge(BackendReply &&reply) = 0;
    /// Passes it on. Called once, when it has been counted.
    virtual void deliver() = 0;

    BackendSpecPtr backend;
    std::string id;                        ///< Of this call, the same for all its tries.
    std::string body;                      ///< A JSON object without its last brace: `deadlineMs` is still to come.
    std::vector<std::string> headers = {}; ///< "Name: value", beside what the client and the backend's spec say.
    TimePoint deadline;                    ///< No try begins or waits beyond it.
    std::stop_token stop = {};             ///< Breaks it off.
    bool mayRepeat = false;                ///< It may be sent again although the backend may have acted on it.
    /// Once sent it goes on to the backend's own timeout, although nobody waits any more: its result is kept.
    bool outlastsStop = false;
    bool isNotice = false; ///< Nobody waits: it is still sent when the server stops.
};

/// Sends calls to backends from a thread of its own: within each backend's bounds, with deadlines, retries and
/// signatures; metrics are its lanes'.
///
/// A call that failed is tried again after 50 ms, then 100 ms ..., less up to half at random, if that is within its
/// deadline and the backend's `retries`, and: nobody took the connection, so that nothing was sent, or it `mayRepeat`
/// and the connection was lost or the answer was 502, 503 without Retry-After, or 504.
/// Invariants: a call is finished exactly once; without `mayRepeat` it is never sent twice.
/// Thread: any, but start(), endCalls() and stop(): its owner's.
class BackendClient
{
public:
    /// Both live longer.
    BackendClient(const Clock &clock, Random &random);
    ~BackendClient(); ///< As stop() without time.
    BackendClient(const BackendClient &) = delete;
    BackendClient &operator=(const BackendClient &) = delete;

    void start();
    /// The backend's lane, made when first asked for; it lives as long as this.
    [[nodiscard]] BackendLane &lane(const std::string &id) EXCLUDES(m_mutex);
    /// Takes a call, or finishes it at once where there is no room. Blocks: never.
    void post(std::unique_ptr<BackendCall> call, BackendLane &lane) EXCLUDES(m_mutex);
    /// Finishes all calls that are no notices, as draining, and refuses new ones. Blocks: until that is done.
    void endCalls() EXCLUDES(m_mutex);
    /// Sends what notices there are, for so long at most, and ends. Blocks: until then.
    void stop(std::chrono::milliseconds most) EXCLUDES(m_mutex);
    /// All lanes, by id.
    [[nodiscard]] std::vector<BackendTotals> totals() const EXCLUDES(m_mutex);

private:
    struct Queue;
    struct Task;
    struct Posted {
        std::unique_ptr<BackendCall> call;
        BackendLane *lane = nullptr;
        TimePoint since;
    };
    /// Called by a call's stop token, in any thread.
    struct Canceller {
        BackendClient *client;
        quint64 number;
        void operator()() const noexcept { client->cancel(number); }
    };

    void cancel(quint64 number) noexcept EXCLUDES(m_mutex);
    void run() EXCLUDES(m_mutex);
    [[nodiscard]] bool takeMail() EXCLUDES(m_mutex);
    void accept(Posted &&posted);
    void enqueue(Task &task);
    void begin(Task &task);
    [[nodiscard]] std::vector<std::string> headersOf(const BackendCall &call, const std::string &body,
                                                     std::chrono::milliseconds left) const;
    void advance();
    void ended(CurlTransfers::Finished &&finished);
    [[nodiscard]] bool mustRetry(const Task &task, const BackendReply &reply, TimePoint again) const;
    [[nodiscard]] Duration pauseBefore(int retry);
    void timerRang(Task &task);
    void breakOff(quint64 number);
    void stopTransfer(Task &task);
    void finish(Task &task, BackendReply &&reply);
    void finishWith(Task &task, BackendFault fault);
    void report(Queue &queue, const BackendVerdict &verdict, int status, const std::string &detail);
    void startWaiting(Queue &queue);
    void endAll(bool noticesToo);
    [[nodiscard]] Queue &queueOf(BackendLane &lane);

    const Clock &m_clock;
    Random &m_random;
    CurlTransfers m_transfers;

    mutable Mutex m_mutex;
    Condition m_changed;
    std::map<std::string, std::unique_ptr<BackendLane>> m_lanes GUARDED_BY(m_mutex);
    std::vector<Posted> m_posted GUARDED_BY(m_mutex);
    std::vector<quint64> m_cancelled GUARDED_BY(m_mutex);
    bool m_woken GUARDED_BY(m_mutex) = false;
    bool m_ending GUARDED_BY(m_mutex) = false;
    bool m_callsEnded GUARDED_BY(m_mutex) = false;
    bool m_stopping GUARDED_BY(m_mutex) = false;
    TimePoint m_stopBy GUARDED_BY(m_mutex);

    // Its thread's.
    TimerWheel m_timers;
    std::unordered_map<quint64, std::unique_ptr<Task>> m_tasks;
    std::map<BackendLane *, std::unique_ptr<Queue>> m_queues;
    quint64 m_lastNumber = 0;
    bool m_refusesCalls = false;

    std::thread m_thread; // last: it uses the rest
};

} // namespace sluice::server
