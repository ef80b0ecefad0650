#pragma once

#include "server/config/config.h"
#include "shared/base/result.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <memory>

namespace sluice::server {

/// What every accepted socket shall have, set where they inherit it: no delay, and bounds on what the kernel holds of
/// each.
void setSocketOptions(int listener);

/// Listens with a backlog of 4096 and passes descriptors on; it reads nothing and makes no socket objects. Without
/// QTcpServer, which forgets how to tell that descriptors have run out once accept() has said "nothing there", and then
/// spins (Qt 6.4). QWebSocketServer's own listening accepts 180 to 790 connections a second, this up to 13,000.
/// Thread: main.
class Acceptor final : public QObject
{
    Q_OBJECT

public:
    /// `adopt` takes over the descriptor. Thread: it is called in the acceptor's.
    explicit Acceptor(std::function<void(int descriptor)> adopt, QObject *parent = nullptr);
    ~Acceptor() override;

    /// Listens on `listener`, a listening socket that is the acceptor's from now on; with -1 on one of its own at
    /// `address`. Does nothing without a listener and an address. Errors: InternalError whose detail names the address
    /// and the system's reason.
    [[nodiscard]] Result<void> start(const ListenAddress &address, int listener = -1);
    /// Closes the listening socket: what is in its backlog is refused by the kernel.
    void stop();
    /// Accepts nothing until resume(). As stop(), but a listener that was passed on stays open, and what comes waits in
    /// its backlog for whoever has it next.
    void pause();
    /// Accepts again where it was paused, at the same port. Errors: as start().
    [[nodiscard]] Result<void> resume();
    /// The port it got; 0 while it does not listen.
    [[nodiscard]] quint16 port() const noexcept { return m_port; }

private:
    [[nodiscard]] Result<void> bind(const ListenAddress &address);
    void serve();
    void acceptAll();
    void pauseAfterError(int error);

    std::function<void(int)> m_adopt;
    ListenAddress m_address; // with the port it got, once it has listened there
    bool m_isPassedOn = false;
    int m_listener = -1;
    quint16 m_port = 0;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
};

} // namespace sluice::server
