#pragma once

#include "server/events/handler.h"

namespace sluice::server {

/// `bench/sleep {ms}` -> `{ms}`: holds its worker without using the processor, until nobody waits for it any more.
class BenchSleepHandler final : public Handler
{
public:
    [[nodiscard]] HandlerResult handle(const Request &request) override;
};

} // namespace sluice::server
