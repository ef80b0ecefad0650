#pragma once

#include "server/events/handler.h"

namespace sluice::server {

/// `bench/echo` -> its params, byte for byte: what an event costs when its handler does nothing.
class BenchEchoHandler final : public Handler
{
public:
    [[nodiscard]] HandlerResult handle(const Request &request) override;
};

} // namespace sluice::server
