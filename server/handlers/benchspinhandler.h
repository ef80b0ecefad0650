#pragma once

#include "server/events/handler.h"

namespace sluice::server {

/// `bench/spin {us}` -> `{us}`: keeps a processor busy, until nobody waits for it any more.
class BenchSpinHandler final : public Handler
{
public:
    [[nodiscard]] HandlerResult handle(const Request &request) override;
};

} // namespace sluice::server
