#include "server/transport/acceptor.h"

#include "shared/base/logging.h"

#include <QHostAddress>

namespace sluice::server {

namespace {

constexpr int kBacklog = 4096;
// Out of descriptors or memory: accept() would fail again at once and spin a core.
constexpr std::chrono::milliseconds kPauseAfterError{200};

} // namespace

Acceptor::Acceptor(std::function<void(int)> adopt, QObject *parent)
    : QTcpServer(parent)
    , m_adopt(std::move(adopt))
{
    setListenBacklogSize(kBacklog);
    m_resume.setSingleShot(true);
    m_resume.setInterval(kPauseAfterError);
    connect(&m_resume, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    connect(this, &QTcpServer::acceptError, this, &Acceptor::pauseAfterError);
}

Result<void> Acceptor::start(const ListenAddress &address)
{
    if (!address.enabled)
        return {};
    QHostAddress host;
    if (!host.setAddress(address.host))
        return failure(ErrorCode::InternalError, {},
                       QStringLiteral("cannot listen on %1:%2: not an IP address").arg(address.host).arg(address.port));
    if (!listen(host, address.port))
        return failure(
            ErrorCode::InternalError, {},
            QStringLiteral("cannot listen on %1:%2: %3").arg(address.host).arg(address.port).arg(errorString()));
    return {};
}

void Acceptor::stop()
{
    m_resume.stop();
    close();
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    m_adopt(static_cast<int>(descriptor));
}

void Acceptor::pauseAfterError()
{
    qCWarning(lcTransport) << "cannot accept reason=" << errorString() << "retryMs=" << kPauseAfterError.count();
    pauseAccepting();
    m_resume.start();
}

} // namespace sluice::server
