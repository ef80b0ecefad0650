#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/transport/epolldispatcher.h"
#include "server/transport/handshake.h"
#include "server/transport/refusallog.h"
#include "server/transport/stream.h"
#include "server/transport/upgrader.h"
#include "shared/base/clock.h"
#include "shared/base/timerwheel.h"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::server {

/// A descriptor that was just accepted.
struct AcceptedSocket {
    int descriptor = -1;
    bool isTls = false; ///< The listener speaks TLS.
};

/// A connection whose handshake is done.
struct Upgraded {
    Stream stream;
    std::string address;
    Admission admission;
    std::string_view rest; ///< What came behind the head. Gone when the call returns.
};

/// Brings accepted descriptors through TLS, where the listener has it, and the opening handshake, within bounded bytes
/// and a total time, which a connect hook has to keep as well. A refusal is answered here, before any upgrade.
/// Thread: its I/O thread.
class Handshaker final
{
public:
    /// `upgraded` takes over the stream.
    Handshaker(EpollDispatcher &dispatcher, Gatekeeper &gatekeeper, Metrics &metrics, const Clock &clock,
               std::function<void(Upgraded &&)> upgraded);
    ~Handshaker();
    Handshaker(const Handshaker &) = delete;
    Handshaker &operator=(const Handshaker &) = delete;

    /// Whom to ask last, and how to get back into this thread. They live longer.
    void setHooks(ConnectionHooks *hooks, std::function<void(std::function<void()>)> call);
    void setConfig(const Config &config);
    /// For handshakes that begin from now on; before the first, TLS is not served.
    void setTls(TlsContextPtr context) { m_tls = std::move(context); }
    /// Takes over a descriptor that was just accepted.
    void adopt(const AcceptedSocket &accepted);
    /// Drops what has not finished in time. Call a few times a second.
    void expire(TimePoint now);
    /// Frees what ended in this turn. Call when nothing of the turn refers to it any more.
    void bury();
    /// Drops all handshakes; none is begun any more.
    void stop();
    [[nodiscard]] size_t pending() const noexcept { return m_pending.size(); }

private:
    class Pending;

    void advance(Pending &pending);
    void secure(Pending &pending);
    void readHead(Pending &pending);
    void judge(Pending &pending, std::string_view head);
    void ask(Pending &pending, const HttpRequest &request, Admission &&admission);
    void decided(quint64 number, HandshakeVerdict &&verdict);
    void upgrade(Pending &pending, Admission &&admission);
    void refuse(Pending &pending, const HttpRefusal &refusal);
    [[nodiscard]] static bool sendAnswer(Pending &pending, std::string_view answer);
    void discardInput(Pending &pending);
    void drop(Pending &pending);

    EpollDispatcher &m_dispatcher;
    Gatekeeper &m_gatekeeper;
    Metrics &m_metrics;
    const Clock &m_clock;
    std::function<void(Upgraded &&)> m_upgraded;
    ConnectionHooks *m_hooks = nullptr;
    std::function<void(std::function<void()>)> m_call;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); // what comes back later finds this object, or nothing
    std::unordered_map<quint64, Pending *> m_asking;
    quint64 m_lastAsked = 0;
    RefusalLog m_refusals;
    Upgrader m_upgrader;
    TlsContextPtr m_tls;
    TimerWheel m_deadlines;
    std::vector<std::unique_ptr<Pending>> m_pending;
    std::vector<std::unique_ptr<Pending>> m_buried;
    size_t m_lingering = 0; // refused, and not gone
    std::vector<char> m_buffer;
    size_t m_headerBytes = 0;
    Milliseconds m_handshakeTimeout{0};
    Milliseconds m_closeTimeout{0};
    bool m_stopped = false;
};

} // namespace sluice::server
