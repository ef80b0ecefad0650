#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/transport/epolldispatcher.h"
#include "server/transport/handshake.h"
#include "server/transport/refusallog.h"
#include "shared/base/clock.h"
#include "shared/base/timerwheel.h"

#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QWebSocketServer>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

class QTcpSocket;

namespace sluice::server {

/// A connection whose handshake is done.
struct Upgraded {
    int descriptor = -1;
    std::string address;
    Admission admission;
};

/// Brings accepted descriptors through the opening handshake, within bounded bytes and a total time. It peeks at the
/// request and decides; a refusal is answered here, before any upgrade. The upgrade itself is QWebSocketServer's, on a
/// dup() of the descriptor, which Qt gives back as soon as its answer is written.
/// Thread: its I/O thread.
class Handshaker final : public QObject
{
    Q_OBJECT

public:
    /// `upgraded` takes over the descriptor.
    Handshaker(EpollDispatcher &dispatcher, Gatekeeper &gatekeeper, Metrics &metrics, const Clock &clock,
               std::function<void(Upgraded &&)> upgraded, QObject *parent = nullptr);
    ~Handshaker() override;

    void setConfig(const Config &config);
    /// Takes over a descriptor that was just accepted.
    void adopt(int descriptor);
    /// Drops what has not finished in time. Call a few times a second.
    void expire(TimePoint now);
    /// Frees what ended in this turn. Call when nothing of the turn refers to it any more.
    void bury();
    /// Drops all handshakes; none is begun any more.
    void stop();
    [[nodiscard]] size_t pending() const noexcept { return m_pending.size(); }

private:
    class Pending;
    using Peer = std::pair<QHostAddress, quint16>;
    struct PeerHash {
        size_t operator()(const Peer &peer) const noexcept { return qHash(peer.first) ^ (size_t{peer.second} << 16); }
    };

    void readHead(Pending &pending);
    void judge(Pending &pending, std::string_view head);
    void upgrade(Pending &pending, qint64 headBytes);
    void finishUpgrade();
    void refuse(Pending &pending, const HttpRefusal &refusal);
    void discardInput(Pending &pending);
    void drop(Pending &pending);

    EpollDispatcher &m_dispatcher;
    Gatekeeper &m_gatekeeper;
    Metrics &m_metrics;
    const Clock &m_clock;
    std::function<void(Upgraded &&)> m_upgraded;
    RefusalLog m_refusals;
    QWebSocketServer m_server;
    TimerWheel m_deadlines;
    std::unordered_map<Peer, std::unique_ptr<Pending>, PeerHash> m_pending;
    std::vector<std::unique_ptr<Pending>> m_buried;
    std::vector<char> m_buffer;
    size_t m_headerBytes = 0;
    Milliseconds m_handshakeTimeout{0};
    Milliseconds m_closeTimeout{0};
    bool m_stopped = false;
};

} // namespace sluice::server
