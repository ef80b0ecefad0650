#pragma once

#include "server/config/config.h"
#include "shared/base/result.h"

#include <QTcpServer>
#include <QTimer>

#include <functional>

namespace sluice::server {

/// What every accepted socket shall have, set where they inherit it: no delay, and bounds on what the kernel holds of
/// each.
void setSocketOptions(int listener);

/// Listens with a backlog of 4096 and passes descriptors on; it reads nothing and makes no socket objects.
/// QWebSocketServer's own listening accepts 180 to 790 connections a second, this up to 13,000.
/// Thread: main.
class Acceptor final : public QTcpServer
{
    Q_OBJECT

public:
    /// `adopt` takes over the descriptor. Thread: it is called in the acceptor's.
    explicit Acceptor(std::function<void(int descriptor)> adopt, QObject *parent = nullptr);

    /// Does nothing for an address that is off. Errors: InternalError whose detail names the address and the system's
    /// reason.
    [[nodiscard]] Result<void> start(const ListenAddress &address);
    /// Closes the listening socket: what is in its backlog is refused by the kernel.
    void stop();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void pauseAfterError();

    std::function<void(int)> m_adopt;
    QTimer m_resume;
};

} // namespace sluice::server
