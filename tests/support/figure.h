#pragma once

#include <QtGlobal>

namespace sluice::test {

/// How much of something a test does: what the environment's variable says, as for a release, otherwise as much as
/// every run has time for.
[[nodiscard]] inline int figure(const char *variable, int otherwise)
{
    bool isSet = false;
    const int value = qEnvironmentVariableIntValue(variable, &isSet);
    return isSet ? value : otherwise;
}

} // namespace sluice::test
