#pragma once

#include "tests/load/fleet.h"
#include "tests/load/loadplan.h"
#include "tests/load/reconnector.h"
#include "tests/load/requestmix.h"

namespace sluice::load {

/// What a run of a fleet has in common whatever it sends: it is asked for its part again and again until it is done.
class LoadRun : public Scenario
{
public:
    /// Does what is due. Returns how long the fleet may wait for the network.
    virtual std::chrono::milliseconds turn() = 0;
    /// Nothing more to send.
    [[nodiscard]] virtual bool isDone() const = 0;
    /// Sends and connects nothing more.
    virtual void stop() = 0;
};

/// A plan's mix of requests at a rate or by a window, with connections that come and go.
/// Thread: its owner's.
class MixLoad final : public LoadRun
{
public:
    MixLoad(const LoadPlan &plan, Fleet &fleet, const Clock &clock, Random &random);

    std::chrono::milliseconds turn() override;
    [[nodiscard]] bool isDone() const override;
    void stop() override;

    void opened(size_t member) override;
    void answered(size_t member, const Answer &answer) override;
    void ended(size_t member, const Farewell &farewell) override;

private:
    void sendDue();
    void sendOne(size_t member);
    void fill(size_t member);
    void churn();
    [[nodiscard]] std::optional<size_t> someOpenMember();
    [[nodiscard]] bool happens(double percent);

    const LoadPlan &m_plan;
    Fleet &m_fleet;
    const Clock &m_clock;
    Random &m_random;
    RequestMix m_mix;
    Reconnector m_reconnector;
    std::optional<TimePoint> m_since; ///< When the first connection opened.
    quint64 m_sent = 0;
    double m_churned = 0;
    size_t m_gone = 0; ///< Closed by the server and not to come back.
    bool m_stopped = false;
};

} // namespace sluice::load
