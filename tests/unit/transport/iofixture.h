#pragma once

#include "server/transport/acceptor.h"
#include "server/transport/frameencoder.h"
#include "server/transport/iothread.h"
#include "tests/support/clientframes.h"
#include "tests/support/fakeclock.h"

#include <QSemaphore>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sluice::test {

inline constexpr int kIoPatienceMs = 30'000;
inline constexpr int kDeadlineTickMs = 100; // as the I/O thread's

/// Lets everyone in. `/?NAME` is the user NAME, `/login` has to log in, `/echo` is the raw echo, others are refused.
/// Thread: any.
class OpenGatekeeper final : public server::Gatekeeper
{
public:
    std::optional<server::HttpRefusal> enter(const std::string &) override
    {
        if (isFull)
            return server::HttpRefusal{503, "Full.", 0, {}, server::Counter::ConnectionsRefusedFull};
        ++inside;
        return std::nullopt;
    }
    void leave(const std::string &) override { --inside; }
    std::variant<server::Admission, server::HttpRefusal> judge(const server::HttpRequest &request,
                                                               std::string &) override
    {
        auto principal = std::make_shared<server::Principal>();
        principal->userId = request.query;
        principal->authenticated = !request.query.empty();
        if (request.path == "/echo")
            return server::Admission{principal, false, server::Endpoint::Echo};
        if (request.path != "/" && request.path != "/login")
            return server::HttpRefusal{404, "Nothing here.", 0, {}, server::Counter::ConnectionsRefusedPath};
        return server::Admission{principal, request.path == "/login"};
    }

    std::atomic<int> inside{0};
    std::atomic<bool> isFull{false};
};

/// Writes down what it is told and answers each message with `re:` before it, but not those that begin with `quiet`.
/// Thread: its I/O thread.
class RecordingReceiver final : public server::MessageReceiver
{
public:
    void opened(server::Connection &connection) override { connections.push_back(&connection); }
    void closed(server::Connection &connection) override { std::erase(connections, &connection); }
    void received(server::Connection &connection, std::string_view text) override
    {
        messages.emplace_back(text);
        ++thisTurn;
        if (!text.starts_with("quiet"))
            connection.deliver("re:" + std::string(text));
    }
    bool isTurnFull() const override { return thisTurn >= perTurn; }
    void turnEnded() override
    {
        most = std::max(most, thisTurn);
        thisTurn = 0;
    }
    void completed(server::CompletionBatch &) override { ++completions; }
    void configChanged(const server::ConfigPtr &config) override { seenConfig = config; }
    int largestMessageBytes(const server::Principal &principal) const override
    {
        return principal.userId == "importer" ? kImporterBytes : 0;
    }

    /// What the user of that name may send, whatever the limit for others.
    static constexpr int kImporterBytes = 10'000;

    std::vector<server::Connection *> connections; ///< The open ones, oldest first.
    std::vector<std::string> messages;
    int perTurn = 1'000'000;
    int thisTurn = 0;
    int most = 0; ///< Messages in one turn.
    int completions = 0;
    server::ConfigPtr seenConfig;
};

/// A frame from the server.
struct ServerFrame {
    server::Opcode opcode;
    std::string payload;

    [[nodiscard]] int closeCode() const
    {
        return payload.size() < 2 ? 1005 : (static_cast<quint8>(payload[0]) << 8) | static_cast<quint8>(payload[1]);
    }
};

/// A client on a blocking socket with small buffers: it reads only when the test does.
/// Thread: the test's.
class Peer
{
public:
    explicit Peer(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Peer() { vanish(); }
    Peer(Peer &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_tls(std::move(other.m_tls))
        , m_received(std::move(other.m_received))
    {
    }
    Peer &operator=(Peer &&) = delete;

    /// Begins TLS and finishes its handshake. False when the server refuses.
    [[nodiscard]] bool secure(SSL_CTX *context)
    {
        m_tls.reset(SSL_new(context));
        SSL_set_fd(m_tls.get(), m_descriptor);
        return SSL_connect(m_tls.get()) == 1;
    }
    [[nodiscard]] SSL *tls() { return m_tls.get(); }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    void send(std::string_view bytes) const
    {
        if (m_tls) {
            size_t sent = 0;
            SSL_write_ex(m_tls.get(), bytes.data(), bytes.size(), &sent);
            return;
        }
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return;
            bytes.remove_prefix(static_cast<size_t>(sent));
        }
    }
    void sendText(std::string_view text) const { send(clientFrame(server::Opcode::Text, text)); }
    void sendUpgrade(std::string_view target = "/", std::string_view behind = {}) const
    {
        send("GET " + std::string(target)
             + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
             + std::string(behind));
    }
    /// The status of the HTTP answer; 0 when none came.
    [[nodiscard]] int status()
    {
        size_t end = 0;
        while ((end = m_received.find("\r\n\r\n")) == std::string::npos) {
            if (!receive())
                return 0;
        }
        const int status = std::stoi(m_received.substr(m_received.find(' ') + 1, 3));
        m_received.erase(0, end + 4);
        return status;
    }
    /// The next frame; nothing when the connection ended before it or it does not come.
    [[nodiscard]] std::optional<ServerFrame> frame()
    {
        size_t size = 0;
        while ((size = server::frameSize(m_received)) == 0 || size > m_received.size()) {
            if (!receive())
                return std::nullopt;
        }
        const auto length = static_cast<quint8>(m_received[1]);
        const size_t header = length == 127 ? 10 : length == 126 ? 4 : 2;
        ServerFrame result{static_cast<server::Opcode>(m_received[0] & 0x0f), m_received.substr(header, size - header)};
        m_received.erase(0, size);
        return result;
    }
    /// The next message; "" when there is none.
    [[nodiscard]] std::string text()
    {
        const auto next = frame();
        return next && next->opcode == server::Opcode::Text ? next->payload : std::string();
    }
    /// The code of the next close frame, skipping what comes before; 0 when the connection ends without one.
    [[nodiscard]] int closeCode()
    {
        while (const auto next = frame()) {
            if (next->opcode == server::Opcode::Close)
                return next->closeCode();
        }
        return 0;
    }
    /// Whether the server ends the connection, in order or by a reset, and sends no more than what was read.
    [[nodiscard]] bool ended()
    {
        while (receive()) { }
        return m_hasEnded && m_received.empty();
    }
    /// Gone without a word.
    void vanish()
    {
        m_tls.reset();
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    /// Nothing has arrived so far that was not read.
    [[nodiscard]] bool isQuiet()
    {
        pollfd poll{m_descriptor, POLLIN, 0};
        return m_received.empty() && ::poll(&poll, 1, 0) == 0;
    }

private:
    bool receive()
    {
        pollfd poll{m_descriptor, POLLIN, 0};
        if (!(m_tls && SSL_pending(m_tls.get()) > 0) && ::poll(&poll, 1, kIoPatienceMs) <= 0)
            return false;
        const size_t before = m_received.size();
        m_received.resize(before + 65536);
        const ssize_t got = m_tls ? SSL_read(m_tls.get(), m_received.data() + before, 65536)
                                  : ::recv(m_descriptor, m_received.data() + before, 65536, 0);
        m_received.resize(before + static_cast<size_t>(std::max<ssize_t>(got, 0)));
        m_hasEnded = got <= 0;
        return got > 0;
    }

    struct TlsRelease {
        void operator()(SSL *ssl) const noexcept { SSL_free(ssl); }
    };

    int m_descriptor;
    std::unique_ptr<SSL, TlsRelease> m_tls;
    std::string m_received;
    bool m_hasEnded = false;
};

/// A frame for many; with a key it replaces earlier ones.
[[nodiscard]] inline server::SharedFrames textBlock(const std::string &text, const std::string &key = {})
{
    auto block = std::make_shared<server::FrameBlock>();
    server::appendTextFrame(block->bytes, text);
    block->key = key;
    return block;
}

/// One I/O thread with real sockets on loopback, a clock that only the test moves, and a receiver that echoes.
/// Thread: the test's.
class IoFixture
{
public:
    explicit IoFixture(const server::Config &config = {})
        : m_config(config)
        , m_thread(std::make_unique<server::IoThread>(
              QStringLiteral("io-test"),
              server::IoThread::Parts{clock, metrics, gatekeeper, m_nextId, outbound,
                                      [this](const std::string &user) { return ++m_users[user] <= perUser; },
                                      [this](const std::string &user) { --m_users[user]; }, nullptr, &closed},
              std::make_shared<const server::Config>(config), [this](server::IoThread &) {
                  auto receiver = std::make_unique<RecordingReceiver>();
                  m_receiver = receiver.get();
                  return receiver;
              }))
    {
        listen();
        m_thread->start();
    }
    ~IoFixture()
    {
        m_thread->stop();
        ::close(m_listener);
    }
    IoFixture(const IoFixture &) = delete;
    IoFixture &operator=(const IoFixture &) = delete;

    /// A client that is connected and has said nothing.
    [[nodiscard]] Peer connectPeer()
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int small = 4096;
        ::setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        ::connect(descriptor, reinterpret_cast<const sockaddr *>(&m_address), sizeof m_address);
        m_thread->adopt({::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC), isTls});
        return Peer(descriptor);
    }
    /// A client that is upgraded.
    [[nodiscard]] Peer openPeer(std::string_view target = "/")
    {
        Peer peer = connectPeer();
        peer.sendUpgrade(target);
        isUpgraded = peer.status() == 101;
        return peer;
    }
    /// Runs it in the I/O thread and waits for it.
    void run(const std::function<void()> &function)
    {
        QSemaphore done;
        m_thread->call([&] {
            function();
            done.release();
        });
        isInTime = done.tryAcquire(1, kIoPatienceMs) && isInTime;
    }
    /// Moves the clock on and waits until the thread has looked at its deadlines since.
    void advance(Duration step)
    {
        clock.advance(step);
        QSemaphore looked;
        // Behind the thread's own timer of that interval, which was there before.
        m_thread->call([&] {
            QTimer::singleShot(kDeadlineTickMs, Qt::PreciseTimer, m_thread.get(), [&looked] { looked.release(); });
        });
        isInTime = looked.tryAcquire(1, kIoPatienceMs) && isInTime;
    }
    /// What the function gives, asked in the I/O thread.
    template <typename Function>
    [[nodiscard]] auto ask(Function function)
    {
        std::optional<decltype(function())> answer;
        run([&] { answer = function(); });
        return *answer;
    }
    /// Sends frames to everyone, `kilobytes` of them.
    void pushToAll(size_t kilobytes)
    {
        const server::SharedFrames block = textBlock(std::string(1000, 'p'));
        for (; kilobytes > 0; --kilobytes)
            push(block);
        run([] {}); // from here on its clocks run
    }
    /// Sends a block to a user, or to everyone.
    void push(const server::SharedFrames &block, const std::string &user = {})
    {
        server::Delivery delivery;
        delivery.everyone = user.empty();
        if (!user.empty())
            delivery.users = {user};
        delivery.blocks = {block};
        m_thread->post(std::move(delivery));
    }

    [[nodiscard]] server::IoThread &thread() { return *m_thread; }
    [[nodiscard]] RecordingReceiver &receiver() { return *m_receiver; }
    [[nodiscard]] size_t connections()
    {
        return ask([this] { return m_receiver->connections.size(); });
    }
    [[nodiscard]] quint64 total(server::Counter counter) const { return metrics.total(counter); }
    [[nodiscard]] size_t pendingBytes()
    {
        return ask([this] { return m_receiver->connections.front()->pendingBytes(); });
    }

    FakeClock clock;
    server::Metrics metrics;
    OpenGatekeeper gatekeeper;
    server::OutboundBudget outbound;
    server::ClosedConnections closed;
    int perUser = 1000;
    bool isTls = false; ///< Whether peers come through a listener that speaks TLS.
    bool isUpgraded = false;
    bool isInTime = true;

private:
    void listen()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        server::setSocketOptions(m_listener);
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof m_address;
        ::bind(m_listener, reinterpret_cast<const sockaddr *>(&m_address), length);
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&m_address), &length);
        ::listen(m_listener, 128);
    }

    server::Config m_config;
    std::atomic<quint64> m_nextId{1};
    std::map<std::string, int> m_users; // the I/O thread's
    RecordingReceiver *m_receiver = nullptr;
    sockaddr_in m_address{};
    int m_listener = -1;
    std::unique_ptr<server::IoThread> m_thread;
};

} // namespace sluice::test
