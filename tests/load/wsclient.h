#pragma once

#include "shared/base/random.h"
#include "tests/load/frames.h"

#include <netinet/in.h>

#include <optional>
#include <string>
#include <string_view>

namespace sluice::load {

/// How a connection ended.
enum class Parting {
    Refused,      ///< No upgrade: an HTTP status instead, or no connection at all.
    Told,         ///< The server sent a Close that was not the answer to ours.
    Dropped,      ///< The server went without a Close.
    LeftInOrder,  ///< We sent a Close and the server answered it: it has read all we sent before.
    LeftAbruptly, ///< We cut the connection, or the server went between our Close and its answer.
};

/// The report on a connection's end.
struct Farewell {
    Parting parting = Parting::Dropped;
    int code = 0; ///< Told: the close code (1005 for none). Refused: the HTTP status, 0 when nobody listened.
    std::string detail;
};

class WsClient;

/// Who hears from a WsClient.
class WsObserver
{
public:
    virtual ~WsObserver() = default;

    virtual void opened(WsClient &client) = 0;
    virtual void received(WsClient &client, std::string_view text) = 0;
    /// The last call about this connection; the client may be opened again from here on.
    virtual void ended(WsClient &client, const Farewell &farewell) = 0;
};

/// Where to connect, and as whom.
struct WsTarget {
    sockaddr_in address{};
    std::string path = "/";
    std::string token; ///< Empty: anonymous.
};

/// One non-blocking WebSocket connection on an epoll instance that its owner runs. Written bytes collect until flush().
/// Thread: its owner's.
class WsClient
{
public:
    WsClient(int epoll, Random &random, WsObserver &observer, size_t index);
    ~WsClient();
    WsClient(const WsClient &) = delete;
    WsClient &operator=(const WsClient &) = delete;

    /// Its place in its owner's list; also the epoll event's data.
    [[nodiscard]] size_t index() const { return m_index; }
    [[nodiscard]] bool isIdle() const { return m_state == State::Idle; }
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }

    void open(const WsTarget &target);
    void sendText(std::string_view text);
    /// Says goodbye after everything that was sent; ended() follows when the server has answered.
    void leave();
    /// Cuts the connection with a reset, as a crashing client does; calls ended().
    void cut();
    /// Writes what has collected, as far as the kernel takes it.
    void flush();
    /// What epoll reported.
    void handle(quint32 epollEvents);

private:
    enum class State { Idle, Connecting, Handshaking, Open, Leaving };

    void connected();
    void read();
    void readHandshake();
    void readMessages();
    void readClose(std::string_view payload);
    void connectionLost(const std::string &why);
    void watch(bool forWriting);
    void finish(const Farewell &farewell);

    const int m_epoll;
    const size_t m_index;
    Random &m_random;
    WsObserver &m_observer;
    State m_state = State::Idle;
    int m_socket = -1;
    bool m_watchingWrites = false;
    std::optional<Farewell> m_farewell; ///< Set by the server's Close until the connection is gone.
    std::string m_accept;               ///< What Sec-WebSocket-Accept must say.
    std::string m_response;             ///< The HTTP response so far.
    std::string m_request;
    std::string m_out;
    size_t m_written = 0;
    MessageReader m_reader;
};

} // namespace sluice::load
