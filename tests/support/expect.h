#pragma once

#include "tests/support/testclient.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <optional>

/// Failure messages of QCOMPARE show what a wait has brought, or that it brought nothing.
template <>
inline char *QTest::toString(const std::optional<int> &t)
{
    return qstrdup(t ? QByteArray::number(*t).constData() : "nothing");
}

// Macros, because a failure has to return from the test function and to name its line there.

/// Starts a TestServer; fails with its log.
#define SLUICE_START(server)                                                                                           \
    do {                                                                                                               \
        const QString startFault = (server).start();                                                                   \
        QVERIFY2(startFault.isEmpty(), qPrintable(startFault));                                                        \
    } while (false)

/// A CallResult that must be a result.
#define SLUICE_VERIFY_OK(callResult)                                                                                   \
    do {                                                                                                               \
        const sluice::test::CallResult &seen = (callResult);                                                           \
        QVERIFY2(seen.isOk(), seen.text().constData());                                                                \
    } while (false)

/// A CallResult that must be the error of that code.
#define SLUICE_VERIFY_ERROR(callResult, expectedCode)                                                                  \
    do {                                                                                                               \
        const sluice::test::CallResult &seen = (callResult);                                                           \
        QVERIFY2(seen.isAnswered &&seen.code() == (expectedCode), seen.text().constData());                            \
    } while (false)
