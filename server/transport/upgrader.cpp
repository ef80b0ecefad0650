#include "server/transport/upgrader.h"

#include "shared/protocol/version.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>
#include <memory>

namespace sluice::server {

namespace {

QString text(std::string_view view)
{
    return QString::fromLatin1(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

/// What QWebSocketServer takes for a connected client: reading gives the head, writing is collected.
class Upgrader::HeadSocket final : public QTcpSocket
{
public:
    explicit HeadSocket(std::string_view head)
        : m_head(head)
    {
        setOpenMode(QIODevice::ReadWrite | QIODevice::Unbuffered);
        setSocketState(QAbstractSocket::ConnectedState);
    }

    /// What was written so far; what Qt says when it gives up its own end is for nobody.
    [[nodiscard]] std::string takeAnswer() { return std::move(m_answer); }

    qint64 bytesAvailable() const override { return static_cast<qint64>(m_head.size()); }
    bool canReadLine() const override { return m_head.find('\n') != std::string_view::npos; }
    void disconnectFromHost() override { }
    void close() override { }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const size_t count = std::min(static_cast<size_t>(size), m_head.size());
        m_head.copy(data, count);
        m_head.remove_prefix(count);
        return static_cast<qint64>(count);
    }
    qint64 readLineData(char *data, qint64 size) override
    {
        return readData(data, std::min(size, static_cast<qint64>(m_head.find('\n')) + 1));
    }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_answer.append(data, static_cast<size_t>(size));
        return size;
    }

private:
    std::string_view m_head;
    std::string m_answer;
};

Upgrader::Upgrader(QObject *parent)
    : QObject(parent)
    , m_server(QStringLiteral("sluice"), QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols({text(protocol::kBearerSubprotocol), text(protocol::kJsonRpcSubprotocol)});
}

std::string Upgrader::answer(std::string_view head)
{
    HeadSocket socket(head);
    m_server.handleConnection(&socket);
    // Qt has the head read from the event loop; it is all there, so that may be now.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    const std::unique_ptr<QWebSocket> webSocket(m_server.nextPendingConnection());
    return webSocket ? socket.takeAnswer() : std::string();
}

} // namespace sluice::server
