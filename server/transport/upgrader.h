#pragma once

#include <QObject>
#include <QWebSocketServer>

#include <string>
#include <string_view>

namespace sluice::server {

/// Answers opening handshakes: a QWebSocketServer that neither listens nor sees a socket. It gets the request's head in
/// memory and its answer is caught there, so it is the same with and without TLS, whatever comes behind the head stays
/// ours, and nothing of Qt outlives the call.
/// Thread: its I/O thread.
class Upgrader final : public QObject
{
    Q_OBJECT

public:
    explicit Upgrader(QObject *parent = nullptr);

    /// The whole answer to a complete head, a 101; empty when Qt does not upgrade it.
    [[nodiscard]] std::string answer(std::string_view head);

private:
    class HeadSocket;

    QWebSocketServer m_server;
};

} // namespace sluice::server
