#pragma once

#include "server/events/handler.h"

namespace sluice::server {

/// `bench/broadcast` -> null: pushes its params to everyone as `bench/note`.
class BenchBroadcastHandler final : public Handler
{
public:
    [[nodiscard]] HandlerResult handle(const Request &request) override;
};

} // namespace sluice::server
