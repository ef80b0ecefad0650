#pragma once

#include <QString>

#include <chrono>
#include <functional>

namespace sluice::test {

/// What any single step of an integration test may take at most, on a machine with far too much to do. A test that
/// passes never waits for it.
inline constexpr std::chrono::seconds kPatience{30};

/// Runs the event loop until `done`, asked after whatever happens in it. Returns whether it came true in time.
[[nodiscard]] bool waitUntil(const std::function<bool()> &done, std::chrono::milliseconds limit = kPatience);

} // namespace sluice::test
