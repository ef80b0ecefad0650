#pragma once

#include "server/events/eventregistry.h"
#include "server/events/sinks.h"
#include "server/events/userdirectory.h"
#include "server/metrics/metrics.h"
#include "server/topics/topics.h"
#include "shared/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace sluice::server {

/// Pushes that somebody outside the handlers asks for, an operator or a team's own backend: reads what is wanted, and
/// publishes it. What they may is checked by who calls.
/// Thread: any.
class Pushes
{
public:
    /// All live longer.
    struct Parts {
        PublicationSink &publications;
        const UserDirectory &users;
        const Metrics &metrics;
        const Topics &topics;
        std::function<EventRegistryPtr()> registry;
    };
    enum class To { Users, Everyone, Topic };

    /// How large `params` may be. Units: bytes of JSON.
    static constexpr qsizetype kMaxParamsBytes = 64 * 1024;

    /// What became of a push.
    struct Sent {
        QJsonObject answer;  ///< `{queued, droppedOldest, connections}`, and `usersConnected` where it is for users.
        qsizetype bytes = 0; ///< Of the params.
    };

    explicit Pushes(Parts parts)
        : m_parts(std::move(parts))
    {
    }

    /// `{users | topic, event, params?, key?, ttlMs?}`, and for a topic `passing?`; its event is by default that of the
    /// topic's rule. `others` are members that the caller has read. Errors: InvalidParams with `{field, reason}`.
    [[nodiscard]] Result<Sent> push(To to, const QJsonObject &params, const QStringList &others = {}) const;

private:
    [[nodiscard]] Result<void> readAudience(To to, const QJsonObject &params, Publication &publication) const;
    [[nodiscard]] QJsonObject reach(const Audience &audience) const;

    const Parts m_parts;
};

} // namespace sluice::server
