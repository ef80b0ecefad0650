#pragma once

#include "server/events/handler.h"

namespace sluice::server {

/// `rpc.on [name, ...]` and `rpc.off [name, ...]` -> `{name: "ok" | why not, ...}`, as rpc-websockets subscribes to
/// pushes and unsubscribes. It changes nothing: who a push is for says who publishes it, and a client that never
/// subscribes gets its pushes all the same. Errors: InvalidParams when the params are no list of 1 to 100 texts.
class SubscriptionHandler final : public Handler
{
public:
    static constexpr qsizetype kMaxNames = 100;

    [[nodiscard]] HandlerResult handle(const Request &request) override;
};

} // namespace sluice::server
