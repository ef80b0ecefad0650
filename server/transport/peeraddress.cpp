#include "server/transport/peeraddress.h"

#include <QHostAddress>

#include <netinet/in.h>
#include <sys/socket.h>

namespace sluice::server {

std::string peerAddress(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&storage), &length) != 0)
        return {};
    const QHostAddress host(reinterpret_cast<const sockaddr *>(&storage));
    bool isIpv4 = false;
    const quint32 ipv4 = host.toIPv4Address(&isIpv4);
    return (isIpv4 ? QHostAddress(ipv4) : host).toString().toStdString();
}

} // namespace sluice::server
