#include "tests/support/fakeendpoint.h"

#include <QTcpSocket>

namespace sluice::test {

namespace {

const QByteArray kHeadEnd = QByteArrayLiteral("\r\n\r\n");

qsizetype bodySize(const QByteArray &head)
{
    const QByteArray name = QByteArrayLiteral("content-length: ");
    const qsizetype at = head.toLower().indexOf(name);
    return at < 0 ? 0 : head.mid(at + name.size()).split('\r').constFirst().toLongLong();
}

} // namespace

FakeEndpoint::FakeEndpoint()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        QTcpSocket *socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] { serve(socket); });
    });
}

void FakeEndpoint::answerWith(int status, const QByteArray &headers)
{
    m_status = status;
    m_headers = headers;
}

void FakeEndpoint::serve(QTcpSocket *socket)
{
    const QByteArray text = socket->peek(socket->bytesAvailable());
    const qsizetype headSize = text.indexOf(kHeadEnd) + kHeadEnd.size();
    if (headSize < kHeadEnd.size())
        return;
    const QByteArray head = text.left(headSize);
    const qsizetype whole = headSize + bodySize(head);
    if (text.size() < whole)
        return;
    socket->skip(whole);
    m_requests.append({head, text.mid(headSize, whole - headSize)});
    if (m_status != 0)
        socket->write("HTTP/1.1 " + QByteArray::number(m_status) + " X\r\nContent-Length: 0\r\n" + m_headers + "\r\n");
}

} // namespace sluice::test
