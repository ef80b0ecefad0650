#include "server/backend/backendclient.h"

#include "server/backend/backendsignature.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

/// A listener that takes connections and says nothing, with its own port.
class SilentBackend
{
public:
    SilentBackend()
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        ::listen(m_descriptor, 128);
        socklen_t length = sizeof address;
        ::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&address), &length);
        m_port = ntohs(address.sin_port);
    }
    ~SilentBackend() { ::close(m_descriptor); }
    SilentBackend(const SilentBackend &) = delete;
    SilentBackend &operator=(const SilentBackend &) = delete;

    [[nodiscard]] std::shared_ptr<BackendSpec> spec(const char *id) const
    {
        auto spec = std::make_shared<BackendSpec>();
        spec->id = id;
        spec->url = "http://127.0.0.1:" + std::to_string(m_port) + '/';
        return spec;
    }

private:
    const int m_descriptor;
    quint16 m_port = 0;
};

/// How calls ended. Thread: any.
struct Endings {
    std::atomic<int> count{0};
    std::array<std::atomic<int>, 16> byFault{};

    [[nodiscard]] int of(BackendFault fault) const { return byFault[static_cast<size_t>(fault)]; }
};

class TestCall final : public BackendCall
{
public:
    TestCall(Endings &endings, BackendSpecPtr to, TimePoint by)
        : m_endings(endings)
    {
        backend = std::move(to);
        id = "evt_1";
        body = "{\"event\":\"a/b\"";
        deadline = by;
    }
    ~TestCall() override { QVERIFY(m_isFinished); }

    BackendVerdict judge(BackendReply &&reply) override
    {
        ++m_endings.byFault[static_cast<size_t>(reply.fault)];
        return {BackendEnding::Failed, "test"};
    }
    void deliver() override
    {
        m_isFinished = true;
        ++m_endings.count;
    }

private:
    Endings &m_endings;
    bool m_isFinished = false;
};

} // namespace

/// The client against a backend that never answers: who waits, who is refused, and that everything ends once.
class TestBackendClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsAsTheStandardSays();
    void placesAreCounted();
    void refusesBeyondTheLastPlace();
    void whoWaitsTooLongHasNotRun();
    void stopTokensBreakOff();
    void endsEverythingWhenTheServerStops();
    void noticesAreSentWhileItStops();
    void manyThreadsAtOnce();

private:
    [[nodiscard]] TimePoint in(std::chrono::milliseconds time) const { return m_clock.now() + time; }

    SystemClock m_clock;
    SystemRandom m_random;
};

// The example of the Standard Webhooks' own libraries.
void TestBackendClient::signsAsTheStandardSays()
{
    const auto headers = signatureHeaders(QByteArray::fromBase64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                                          "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})");
    QCOMPARE(headers.size(), size_t{3});
    QCOMPARE(headers[0], std::string("webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek"));
    QCOMPARE(headers[1], std::string("webhook-timestamp: 1614265330"));
    QCOMPARE(headers[2], std::string("webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
}

void TestBackendClient::placesAreCounted()
{
    BackendSpec spec;
    spec.maxConcurrent = 2;
    spec.maxWaiting = 1;
    BackendLane lane("a");
    for (int i = 0; i < 3; ++i)
        QVERIFY(lane.tryEnter(spec));
    QVERIFY(!lane.tryEnter(spec));
    lane.leave();
    QVERIFY(lane.tryEnter(spec));
    lane.noteActive(2);
    lane.count(BackendEnding::Succeeded, 1ms);
    lane.count(BackendEnding::Refused, 1ms);
    const BackendTotals totals = lane.totals();
    QCOMPARE(totals.inFlight, quint64{2});
    QCOMPARE(totals.waiting, quint64{1});
    QCOMPARE(totals.endings[static_cast<size_t>(BackendEnding::Succeeded)], quint64{1});
    QCOMPARE(totals.durations.count, quint64{1});
}

void TestBackendClient::refusesBeyondTheLastPlace()
{
    const SilentBackend backend;
    Endings endings;
    BackendClient client(m_clock, m_random);
    client.start();
    const auto spec = backend.spec("a");
    spec->maxConcurrent = 2;
    spec->maxWaiting = 3;
    for (int i = 0; i < 5; ++i)
        client.post(std::make_unique<TestCall>(endings, spec, in(60s)), client.lane("a"));
    QCOMPARE(endings.count, 0);
    client.post(std::make_unique<TestCall>(endings, spec, in(60s)), client.lane("a"));
    QCOMPARE(endings.of(BackendFault::Crowded), 1);
    QTRY_COMPARE(client.totals().front().inFlight, quint64{2});
    QCOMPARE(client.totals().front().waiting, quint64{3});
    client.endCalls();
    QCOMPARE(endings.of(BackendFault::Draining), 5);
}

void TestBackendClient::whoWaitsTooLongHasNotRun()
{
    const SilentBackend backend;
    Endings endings;
    BackendClient client(m_clock, m_random);
    client.start();
    const auto spec = backend.spec("a");
    spec->maxConcurrent = 1;
    client.post(std::make_unique<TestCall>(endings, spec, in(60s)), client.lane("a"));
    client.post(std::make_unique<TestCall>(endings, spec, in(40ms)), client.lane("a"));
    client.post(std::make_unique<TestCall>(endings, spec, in(0ms)), client.lane("a"));
    QTRY_COMPARE(endings.of(BackendFault::TimedOut), 2);
    QCOMPARE(client.totals().front().inFlight, quint64{1});
}

void TestBackendClient::stopTokensBreakOff()
{
    const SilentBackend backend;
    Endings endings;
    BackendClient client(m_clock, m_random);
    client.start();
    const auto spec = backend.spec("a");
    spec->maxConcurrent = 1;
    std::stop_source running;
    std::stop_source waiting;
    std::stop_source stopped;
    stopped.request_stop();
    for (const std::stop_source &source : {running, waiting, stopped}) {
        auto call = std::make_unique<TestCall>(endings, spec, in(60s));
        call->stop = source.get_token();
        client.post(std::move(call), client.lane("a"));
    }
    QTRY_COMPARE(endings.of(BackendFault::Cancelled), 1);
    waiting.request_stop();
    QTRY_COMPARE(endings.of(BackendFault::Cancelled), 2);
    running.request_stop();
    QTRY_COMPARE(endings.of(BackendFault::Cancelled), 3);
    QTRY_COMPARE(client.totals().front().inFlight, quint64{0});
}

void TestBackendClient::endsEverythingWhenTheServerStops()
{
    const SilentBackend backend;
    Endings endings;
    const auto spec = backend.spec("a");
    spec->maxConcurrent = 4;
    {
        BackendClient client(m_clock, m_random);
        client.start();
        for (int i = 0; i < 20; ++i)
            client.post(std::make_unique<TestCall>(endings, spec, in(60s)), client.lane("a"));
        client.endCalls();
        QCOMPARE(endings.of(BackendFault::Draining), 20);
        client.post(std::make_unique<TestCall>(endings, spec, in(60s)), client.lane("a"));
        QCOMPARE(endings.of(BackendFault::Draining), 21);
        client.stop(0ms);
    }
    QCOMPARE(endings.count, 21);
}

void TestBackendClient::noticesAreSentWhileItStops()
{
    const SilentBackend silent;
    Endings endings;
    BackendClient client(m_clock, m_random);
    client.start();
    auto dead = std::make_shared<BackendSpec>();
    dead->id = "dead";
    dead->url = "http://127.0.0.1:1/";
    dead->retries = 0;
    client.endCalls();
    for (const BackendSpecPtr &spec : {BackendSpecPtr(dead), BackendSpecPtr(silent.spec("silent"))}) {
        auto notice = std::make_unique<TestCall>(endings, spec, in(60s));
        notice->isNotice = true;
        client.post(std::move(notice), client.lane(spec->id));
    }
    client.stop(200ms);
    QCOMPARE(endings.of(BackendFault::Connect), 1);  // it was tried
    QCOMPARE(endings.of(BackendFault::Draining), 1); // its time was over
}

void TestBackendClient::manyThreadsAtOnce()
{
    constexpr int kThreads = 4;
    constexpr int kCalls = 200;
    const SilentBackend backend;
    Endings endings;
    BackendClient client(m_clock, m_random);
    client.start();
    const auto spec = backend.spec("a");
    spec->maxConcurrent = 8;
    spec->maxWaiting = 100;
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < kCalls; ++i) {
                std::stop_source stop;
                auto call = std::make_unique<TestCall>(endings, spec, m_clock.now() + 10s);
                call->stop = stop.get_token();
                client.post(std::move(call), client.lane("a"));
                stop.request_stop();
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    client.endCalls();
    QCOMPARE(endings.count, kThreads * kCalls);
    QCOMPARE(client.totals().front().waiting, quint64{0});
    QVERIFY(endings.of(BackendFault::Cancelled) > 0);
}

QTEST_GUILESS_MAIN(TestBackendClient)
#include "tst_backendclient.moc"
