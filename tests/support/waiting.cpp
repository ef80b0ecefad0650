#include "tests/support/waiting.h"

#include <QTest>

namespace sluice::test {

bool waitUntil(const std::function<bool()> &done, std::chrono::milliseconds limit)
{
    return QTest::qWaitFor(done, static_cast<int>(limit.count()));
}

} // namespace sluice::test
