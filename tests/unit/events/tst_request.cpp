#include "server/events/request.h"

#include <QTest>

using namespace sluice::server;

/// What a request in the pool holds.
class TestRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recyclingKeepsOnlySmallBuffers()
    {
        Request request;
        request.text.assign(3000, 'x');
        request.recycle();
        QVERIFY(request.text.capacity() >= 3000);
        request.text.assign(60'000, 'x');
        request.recycle();
        QVERIFY(request.text.capacity() < 100);
    }
};

QTEST_APPLESS_MAIN(TestRequest)
#include "tst_request.moc"
