#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "tests/simulation/call.h"
#include "tests/simulation/queuemodel.h"
#include "tests/simulation/windowmodel.h"

#include <map>
#include <optional>
#include <string>

namespace sluice::sim {

/// Who must be let in, by the rules of the documentation and in their order; each as plain as it can be said.
/// Thread: the simulation's.
class AdmissionModel
{
public:
    explicit AdmissionModel(const Clock &clock)
        : m_clock(clock)
    {
    }

    void setConfig(const server::ConfigPtr &config) { m_config = config; }
    void setClosed(bool closed) { m_isClosed = closed; }

    /// Why the call must be refused, or nothing. Spends its permits. `ahead`: calls of its lane that were let in in
    /// the same turn.
    [[nodiscard]] std::optional<ErrorCode> judge(Call &call, const QueueModel &queue, size_t ahead);
    /// A refusal for the client's own fault spends the address's limit. Whether that has something left.
    [[nodiscard]] bool takesFault(const std::string &address, TimePoint now);
    /// Which limit refused last.
    [[nodiscard]] server::Counter hit() const { return m_hit; }
    /// The queue had no place for it: what it spent is given back.
    static void withdraw(Call &call);

private:
    [[nodiscard]] std::optional<ErrorCode> judgeCaller(const Call &call) const;
    [[nodiscard]] bool spend(Call &call, server::Counter scope, const std::string &key, const server::RateLimit &limit);
    [[nodiscard]] bool isWithinLimits(Call &call);
    [[nodiscard]] bool hasRoom(const Call &call, const QueueModel &queue, size_t ahead) const;

    const Clock &m_clock;
    server::ConfigPtr m_config;
    bool m_isClosed = false;
    server::Counter m_hit = server::Counter::RateLimitHitsUser;
    std::map<std::string, WindowModel> m_windows;
};

} // namespace sluice::sim
