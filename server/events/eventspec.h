#pragma once

#include "server/events/backendspec.h"
#include "server/events/principal.h"
#include "shared/admin/snapshot.h"
#include "shared/base/cacheline.h"
#include "shared/base/ids.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice::server {

class Handler;

/// The lanes of the work queue, first served first. The numbers are those of admin::kLaneCount.
enum class Lane : quint8 { High, Normal, Low };
inline constexpr size_t kLaneCount = admin::kLaneCount;

/// At most `count` in any `window`.
struct RateLimit {
    int count = 0;
    std::chrono::milliseconds window{0};
};

/// Within what events run one at a time, in the order of their arrival.
enum class Ordering : quint8 { None, Connection, User };

/// What one parameter must be: `name = "string!"` in events.toml ("!" = required, "[]" = a list of them).
struct ParamSpec {
    enum class Type { String, Integer, Number, Boolean, Object, Any };

    std::string name;
    Type type = Type::Any;
    bool required = false;
    bool list = false;
};

/// One event type as events.toml describes it; every rule about an event is data here, none is code in the router.
/// Thread: any (immutable, but for the estimate).
struct EventSpec {
    std::string id;      ///< "notes/save".
    std::string summary; ///< What it does, for rpc.discover; may be empty.
    EventIndex index;
    std::string handlerName;    ///< "notes.save".
    Handler *handler = nullptr; ///< Lives as long as the application.
    BackendSpecPtr backend;     ///< The one that its handler asks; null unless that is "http:ID".
    std::optional<RateLimit> rateLimit;
    std::optional<std::chrono::milliseconds> timeout; ///< Unset: timeouts.server-processing-ms.
    Lane lane = Lane::Normal;
    int maxConcurrent = 0; ///< With handlers at once, at most; 0: no bound of its own.
    Ordering ordered = Ordering::None;
    bool idempotent = false; ///< Done twice it is as done once: its requests need no idempotency key.
    bool requiresAuth = true;
    std::vector<std::string> requiresRole; ///< Any of these; empty: none.
    int maxMessageBytes = 0;               ///< 0: limits.message-bytes.
    std::vector<ParamSpec> params;
    bool checkParams = false; ///< Whether `params` was given at all.
    bool enabled = true;
    bool dryRun = false; ///< Its own limits refuse nothing and only count what they would have refused.

    /// Whether it may have to wait for others of its kind although a worker is free.
    [[nodiscard]] bool isRestrained() const noexcept { return maxConcurrent > 0 || ordered != Ordering::None; }

    /// Whether they have one of the roles that it requires.
    [[nodiscard]] bool isForRolesOf(const Principal &principal) const
    {
        return requiresRole.empty()
            || std::any_of(requiresRole.begin(), requiresRole.end(),
                           [&principal](const std::string &role) { return principal.hasRole(role); });
    }
    /// Whether they may call it, as long as their token lasts.
    [[nodiscard]] bool isOpenTo(const Principal &principal) const
    {
        const bool isForAll = !requiresAuth && requiresRole.empty();
        return isForAll || (principal.authenticated && isForRolesOf(principal));
    }

    /// Whether it exists for them at all.
    [[nodiscard]] bool isUsableBy(const Principal &principal) const { return enabled && isOpenTo(principal); }

    /// A running mean of the handler's time, so that a worker takes only as many events at once as it can serve soon.
    /// Units: nanoseconds. Thread: any (relaxed). Apart from what is read with every event and never written.
    alignas(kCacheLine) mutable std::atomic<qint64> meanHandlerNs{100'000};
};

using EventSpecPtr = std::shared_ptr<const EventSpec>;

} // namespace sluice::server
