#pragma once

#include "tests/load/mixload.h"

namespace sluice::load {

/// Realistic clients for a look at the console: some dozen people who save, fetch and search notes and share them, come
/// and go in waves, sometimes all act at once, and now and then overdo it, so that every chart moves. Kept below the
/// default limits of one address, but for what is meant to hit them.
/// Thread: its owner's.
class DemoLoad final : public LoadRun
{
public:
    DemoLoad(const LoadPlan &plan, Fleet &fleet, const Clock &clock, Random &random);

    std::chrono::milliseconds turn() override;
    [[nodiscard]] bool isDone() const override;
    void stop() override;

    void opened(size_t member) override;
    void answered(size_t member, const Answer &answer) override;
    void ended(size_t member, const Farewell &farewell) override;

private:
    /// Something that happens again and again.
    struct Recurring {
        std::chrono::milliseconds every;
        void (DemoLoad::*act)();
        TimePoint next;
    };

    void think();
    void followTheWave();
    void rushTogether();
    void overdoIt();
    void changeMind();
    void announce();
    void report();
    void act(size_t member);
    [[nodiscard]] std::optional<size_t> someone();

    const LoadPlan &m_plan;
    Fleet &m_fleet;
    const Clock &m_clock;
    Random &m_random;
    RequestMix m_mix;
    Reconnector m_reconnector;
    std::vector<Recurring> m_recurring;
    const TimePoint m_since;
    size_t m_wanted = 0; ///< How many people the wave wants online now.
    bool m_askedMethods = false;
    bool m_canBroadcast = false;
    bool m_stopped = false;
};

} // namespace sluice::load
