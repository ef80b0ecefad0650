#pragma once

#include "server/events/handler.h"

namespace sluice::server {

/// `bench/hang {ms}` -> `{ms}`: holds its worker that long whatever happens, as a handler with a bug does that looks at
/// no stop token.
class BenchHangHandler final : public Handler
{
public:
    [[nodiscard]] HandlerResult handle(const Request &request) override;
};

} // namespace sluice::server
