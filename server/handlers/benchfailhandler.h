#pragma once

#include "server/events/handler.h"

namespace sluice::server {

/// `bench/fail {how?}` fails as it is told, for tests of what the server does about it: "error" -> BackendFailed,
/// "throw" and "give-up" (a promise never kept) -> InternalError, "not-found" -> NotFound; without `how` -> `{}`.
class BenchFailHandler final : public Handler
{
public:
    [[nodiscard]] HandlerResult handle(const Request &request) override;
};

} // namespace sluice::server
