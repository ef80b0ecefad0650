#pragma once

#include "server/config/config.h"
#include "server/events/authenticator.h"
#include "server/events/eventregistry.h"
#include "server/events/handler.h"
#include "server/events/userdirectory.h"
#include "server/storage/notestore.h"
#include "shared/base/clock.h"

#include <functional>

namespace sluice::server {

class Topics;

/// What handlers work with. Requires: all of it outlives the handlers.
struct HandlerDependencies {
    NoteStore &notes;
    const UserDirectory &users;
    const Topics &topics;
    const Authenticator &authenticator;
    const Clock &clock;
    std::function<ConfigPtr()> config;          ///< The configuration as it is now. Thread: any.
    std::function<EventRegistryPtr()> registry; ///< The events as they are now. Thread: any.
};

/// Every handler by the name that events.toml uses; the bench handlers only when the configuration has
/// test.bench-events.
[[nodiscard]] HandlerTable makeHandlers(const HandlerDependencies &dependencies);

} // namespace sluice::server
