#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTcpServer>

namespace sluice::test {

/// A request as an endpoint got it.
struct EndpointRequest {
    QByteArray head; ///< The request line and the headers.
    QByteArray body;
};

/// An HTTP server that keeps what it is sent and answers as it is told.
/// Thread: the test's.
class FakeEndpoint
{
public:
    FakeEndpoint();

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// For the requests from now on; 0: none is answered.
    void answerWith(int status, const QByteArray &headers = {});
    [[nodiscard]] const QList<EndpointRequest> &requests() const { return m_requests; }

private:
    void serve(QTcpSocket *socket);

    QTcpServer m_server;
    int m_status = 200;
    QByteArray m_headers;
    QList<EndpointRequest> m_requests;
};

} // namespace sluice::test
