#include "server/backend/backendclient.h"

#include "server/backend/backendsignature.h"
#include "shared/base/logging.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <pthread.h>

namespace sluice::server {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kTick{10};
constexpr size_t kTimerSlots = 1024;
constexpr milliseconds kIdleWait{500};
// What is left less than this before a deadline is not begun: the answer could not be in time.
constexpr milliseconds kLeast{10};
constexpr milliseconds kFirstPause{50};
constexpr int kFailuresLogged = 5;
constexpr std::chrono::seconds kFailureLogInterval{10};

constexpr int kBadGateway = 502;
constexpr int kUnavailable = 503;
constexpr int kGatewayTimeout = 504;

} // namespace

/// The calls to one backend.
struct BackendClient::Queue {
    explicit Queue(BackendLane &ownLane)
        : lane(ownLane)
    {
    }

    [[nodiscard]] bool hasRoom() const { return !newest || active < newest->maxConcurrent; }
    void changeActive(int by)
    {
        active += by;
        lane.noteActive(active);
    }

    BackendLane &lane;
    BackendSpecPtr newest; // as it was described last
    std::list<Task *> waiting;
    int active = 0;
    LogLimiter log{kFailuresLogged, kFailureLogInterval};
};

/// One call on its way.
struct BackendClient::Task : TimerNode {
    enum class State { Waiting, Active, Resting };

    Task(Posted &&posted, Queue &ownQueue, quint64 ownNumber)
        : call(std::move(posted.call))
        , queue(ownQueue)
        , number(ownNumber)
        , since(posted.since)
    {
    }

    std::unique_ptr<BackendCall> call;
    Queue &queue;
    const quint64 number;
    const TimePoint since;
    State state = State::Waiting;
    std::list<Task *>::iterator place = {}; // while it waits
    CurlTransfers::Transfer *transfer = nullptr;
    int retries = 0;
    bool sent = false; // by any try
    bool stopped = false;
    std::optional<std::stop_callback<Canceller>> onStop;
};

BackendClient::BackendClient(const Clock &clock, Random &random)
    : m_clock(clock)
    , m_random(random)
    , m_timers(kTick, kTimerSlots, clock.now())
{
}

BackendClient::~BackendClient()
{
    stop(milliseconds(0));
}

void BackendClient::start()
{
    m_thread = std::thread([this] { run(); });
    pthread_setname_np(m_thread.native_handle(), "backends");
}

BackendLane &BackendClient::lane(const std::string &id)
{
    const MutexLock lock(m_mutex);
    std::unique_ptr<BackendLane> &lane = m_lanes[id];
    if (!lane)
        lane = std::make_unique<BackendLane>(id);
    return *lane;
}

std::vector<BackendTotals> BackendClient::totals() const
{
    const MutexLock lock(m_mutex);
    std::vector<BackendTotals> all;
    all.reserve(m_lanes.size());
    for (const auto &[id, lane] : m_lanes)
        all.push_back(lane->totals());
    return all;
}

void BackendClient::post(std::unique_ptr<BackendCall> call, BackendLane &lane)
{
    const auto refuse = [&call, &lane](BackendFault fault) {
        BackendReply reply;
        reply.fault = fault;
        lane.count(call->judge(std::move(reply)).ending, Duration(0));
        call->deliver();
    };
    if (!lane.tryEnter(*call->backend)) {
        refuse(BackendFault::Crowded);
        return;
    }
    bool taken = false;
    bool wake = false;
    {
        const MutexLock lock(m_mutex);
        taken = !m_stopping && (!m_ending || call->isNotice);
        if (taken) {
            m_posted.push_back({std::move(call), &lane, m_clock.now()});
            wake = !std::exchange(m_woken, true);
        }
    }
    if (wake)
        m_transfers.wake();
    if (taken)
        return;
    lane.leave();
    refuse(BackendFault::Draining);
}

void BackendClient::cancel(quint64 number) noexcept
{
    bool wake = false;
    {
        const MutexLock lock(m_mutex);
        m_cancelled.push_back(number);
        wake = !std::exchange(m_woken, true);
    }
    if (wake)
        m_transfers.wake();
}

void BackendClient::endCalls()
{
    if (!m_thread.joinable())
        return;
    {
        const MutexLock lock(m_mutex);
        m_ending = m_woken = true;
    }
    m_transfers.wake();
    const MutexLock lock(m_mutex);
    while (!m_callsEnded)
        m_changed.wait(m_mutex);
}

void BackendClient::stop(milliseconds most)
{
    if (!m_thread.joinable())
        return;
    {
        const MutexLock lock(m_mutex);
        m_ending = m_stopping = m_woken = true;
        m_stopBy = m_clock.now() + most;
    }
    m_transfers.wake();
    m_thread.join();
}

void BackendClient::run()
{
    while (takeMail()) {
        m_timers.expire(m_clock.now(), [this](TimerNode &node) { timerRang(static_cast<Task &>(node)); });
        advance();
        m_transfers.wait(m_timers.armed() > 0 || m_refusesCalls ? kTick : kIdleWait);
    }
    endAll(true);
}

// False when it is time to end.
bool BackendClient::takeMail()
{
    std::vector<Posted> posted;
    std::vector<quint64> cancelled;
    bool ending = false;
    bool stopping = false;
    TimePoint stopBy;
    {
        const MutexLock lock(m_mutex);
        posted.swap(m_posted);
        cancelled.swap(m_cancelled);
        m_woken = false;
        ending = m_ending;
        stopping = m_stopping;
        stopBy = m_stopBy;
    }
    for (Posted &each : posted)
        accept(std::move(each));
    for (const quint64 number : cancelled)
        breakOff(number);
    if (ending && !std::exchange(m_refusesCalls, true)) {
        endAll(false);
        const MutexLock lock(m_mutex);
        m_callsEnded = true;
        m_changed.notifyAll();
    }
    return !stopping || (!m_tasks.empty() && m_clock.now() < stopBy);
}

BackendClient::Queue &BackendClient::queueOf(BackendLane &lane)
{
    std::unique_ptr<Queue> &queue = m_queues[&lane];
    if (!queue)
        queue = std::make_unique<Queue>(lane);
    return *queue;
}

void BackendClient::accept(Posted &&posted)
{
    Queue &queue = queueOf(*posted.lane);
    const quint64 number = ++m_lastNumber;
    auto owned = std::make_unique<Task>(std::move(posted), queue, number);
    Task &task = *owned;
    m_tasks.emplace(number, std::move(owned));
    queue.newest = task.call->backend;
    if (m_refusesCalls && !task.call->isNotice) {
        finishWith(task, BackendFault::Draining);
        return;
    }
    task.onStop.emplace(task.call->stop, Canceller{this, number});
    if (task.call->stop.stop_requested())
        finishWith(task, BackendFault::Cancelled);
    else if (queue.waiting.empty() && queue.hasRoom())
        begin(task);
    else
        enqueue(task);
}

void BackendClient::enqueue(Task &task)
{
    task.state = Task::State::Waiting;
    std::list<Task *> &waiting = task.queue.waiting;
    // Who has been sent before has waited already.
    task.place = waiting.insert(task.retries > 0 ? waiting.begin() : waiting.end(), &task);
    m_timers.arm(task, task.call->deadline - kLeast);
}

void BackendClient::begin(Task &task)
{
    const BackendCall &call = *task.call;
    const BackendSpec &spec = *call.backend;
    const auto left = std::chrono::duration_cast<milliseconds>(call.deadline - m_clock.now());
    if (left < kLeast) {
        finishWith(task, BackendFault::TimedOut);
        return;
    }
    m_timers.disarm(task);
    task.state = Task::State::Active;
    task.queue.changeActive(1);
    const milliseconds told = std::min(left, spec.timeout);
    CurlTransfers::Order order;
    order.backend = call.backend;
    order.body = call.body + ",\"deadlineMs\":" + std::to_string(told.count()) + '}';
    order.headers = headersOf(call, order.body, told);
    order.timeout = call.outlastsStop ? spec.timeout : told;
    order.owner = &task;
    task.transfer = m_transfers.start(std::move(order));
}

std::vector<std::string> BackendClient::headersOf(const BackendCall &call, const std::string &body,
                                                  milliseconds left) const
{
    std::vector<std::string> headers{"Content-Type: application/json", "Accept: application/json",
                                     "Expect:", "User-Agent: sluiced",
                                     "Sluice-Deadline-Ms: " + std::to_string(left.count())};
    headers.insert(headers.end(), call.headers.begin(), call.headers.end());
    headers.insert(headers.end(), call.backend->headers.begin(), call.backend->headers.end());
    if (!call.backend->secret.isEmpty()) {
        auto signature = signatureHeaders(call.backend->secret, call.id, toUnixMs(m_clock.wallNow()) / 1000, body);
        std::move(signature.begin(), signature.end(), std::back_inserter(headers));
    }
    return headers;
}

void BackendClient::advance()
{
    m_transfers.advance([this](CurlTransfers::Finished &&finished) { ended(std::move(finished)); });
}

void BackendClient::ended(CurlTransfers::Finished &&finished)
{
    Task &task = *static_cast<Task *>(finished.owner);
    Queue &queue = task.queue;
    BackendReply &reply = finished.reply;
    task.transfer = nullptr;
    queue.changeActive(-1);
    queue.lane.countConnections(finished.connectionsOpened);
    task.sent = task.sent || reply.sent;
    reply.sent = task.sent;
    const TimePoint again = m_clock.now() + pauseBefore(task.retries);
    if (mustRetry(task, reply, again)) {
        ++task.retries;
        queue.lane.countRetry();
        task.state = Task::State::Resting;
        m_timers.arm(task, again);
    } else {
        finish(task, std::move(reply));
    }
    startWaiting(queue);
}

bool BackendClient::mustRetry(const Task &task, const BackendReply &reply, TimePoint again) const
{
    const bool refused = reply.fault == BackendFault::None
        && (reply.status == kBadGateway || reply.status == kGatewayTimeout
            || (reply.status == kUnavailable && reply.retryAfter.count() == 0));
    const bool mayPass = refused || reply.fault == BackendFault::Connect || reply.fault == BackendFault::Lost;
    const bool isSafe = !task.sent || task.call->mayRepeat;
    return mayPass && isSafe && !task.stopped && !m_refusesCalls && task.retries < task.call->backend->retries
        && again + kLeast < task.call->deadline;
}

// So that those whom one failure hit do not all come back at once.
Duration BackendClient::pauseBefore(int retry)
{
    const auto whole = static_cast<quint64>(kFirstPause.count()) << retry;
    return milliseconds(whole - m_random.below(whole / 2 + 1));
}

void BackendClient::timerRang(Task &task)
{
    if (task.state == Task::State::Waiting) {
        task.queue.waiting.erase(task.place);
        finishWith(task, BackendFault::TimedOut);
    } else if (task.queue.hasRoom()) {
        begin(task);
    } else {
        enqueue(task);
    }
}

void BackendClient::breakOff(quint64 number)
{
    const auto found = m_tasks.find(number);
    if (found == m_tasks.end())
        return;
    Task &task = *found->second;
    task.stopped = true;
    if (task.transfer && task.call->outlastsStop && CurlTransfers::isSent(*task.transfer))
        return;
    Queue &queue = task.queue;
    stopTransfer(task);
    finishWith(task, BackendFault::Cancelled);
    startWaiting(queue);
}

void BackendClient::stopTransfer(Task &task)
{
    if (task.transfer) {
        task.sent = m_transfers.cancel(std::exchange(task.transfer, nullptr)) || task.sent;
        task.queue.changeActive(-1);
    } else if (task.state == Task::State::Waiting) {
        task.queue.waiting.erase(task.place);
    }
}

void BackendClient::finishWith(Task &task, BackendFault fault)
{
    BackendReply reply;
    reply.fault = fault;
    reply.sent = task.sent;
    finish(task, std::move(reply));
}

void BackendClient::finish(Task &task, BackendReply &&reply)
{
    m_timers.disarm(task);
    const auto own = m_tasks.extract(task.number);
    task.onStop.reset();
    const int status = reply.status;
    const std::string detail = reply.detail;
    Queue &queue = task.queue;
    queue.lane.leave(); // first, so that who is answered finds room for the next
    const BackendVerdict verdict = task.call->judge(std::move(reply));
    queue.lane.count(verdict.ending, m_clock.now() - task.since);
    if (verdict.ending == BackendEnding::Failed)
        report(queue, verdict, status, detail);
    task.call->deliver();
}

void BackendClient::report(Queue &queue, const BackendVerdict &verdict, int status, const std::string &detail)
{
    const auto suppressed = queue.log.tryAdmit(m_clock.now());
    if (!suppressed)
        return;
    qCWarning(lcHandlers).noquote() << "backend failed backend=" << queue.lane.id().c_str()
                                    << "reason=" << verdict.reason << "status=" << status << "detail=" << detail.c_str()
                                    << "suppressed=" << *suppressed;
}

void BackendClient::startWaiting(Queue &queue)
{
    while (!queue.waiting.empty() && queue.hasRoom()) {
        Task &task = *queue.waiting.front();
        queue.waiting.pop_front();
        begin(task);
    }
}

void BackendClient::endAll(bool noticesToo)
{
    std::vector<Task *> ending;
    for (const auto &[number, task] : m_tasks) {
        if (noticesToo || !task->call->isNotice)
            ending.push_back(task.get());
    }
    for (Task *task : ending) {
        stopTransfer(*task);
        finishWith(*task, BackendFault::Draining);
    }
    for (const auto &[lane, queue] : m_queues)
        startWaiting(*queue);
}

} // namespace sluice::server
