#pragma once

#include "server/work/job.h"

#include <deque>
#include <memory>

namespace sluice::server {

/// A clock that stands still until it is told otherwise. Thread: any.
class StoppedClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const noexcept override { return TimePoint(Duration(m_now.load())); }
    [[nodiscard]] WallTime wallNow() const noexcept override { return WallTime(Duration(m_now.load())); }
    void advance(Duration duration) { m_now += duration.count(); }

private:
    std::atomic<Duration::rep> m_now{std::chrono::nanoseconds(std::chrono::hours(1)).count()};
};

/// Requests for the queue, with one event type for each lane.
class TestJobs
{
public:
    explicit TestJobs(const Clock &clock, std::chrono::nanoseconds handlerTime = std::chrono::microseconds(1))
        : m_clock(clock)
    {
        for (size_t lane = 0; lane < kLaneCount; ++lane) {
            auto spec = std::make_shared<EventSpec>();
            spec->lane = static_cast<Lane>(lane);
            spec->meanHandlerNs = handlerTime.count();
            m_specs[lane] = std::move(spec);
        }
    }

    Job make(Lane lane = Lane::Normal)
    {
        Request &request = m_requests.emplace_back();
        request.spec = m_specs[static_cast<size_t>(lane)];
        request.admitted = m_clock.now();
        return &request;
    }

    std::vector<Job> make(size_t count, Lane lane = Lane::Normal)
    {
        std::vector<Job> jobs;
        for (size_t i = 0; i < count; ++i)
            jobs.push_back(make(lane));
        return jobs;
    }

    /// Of that event and that user, on a connection of the user's own unless it says another.
    Job make(const EventSpecPtr &spec, int user, int connection = 0)
    {
        while (m_principals.size() <= static_cast<size_t>(user)) {
            auto principal = std::make_shared<Principal>();
            principal->userId = "user-" + std::to_string(m_principals.size());
            m_principals.push_back(std::move(principal));
        }
        Request &request = m_requests.emplace_back();
        request.spec = spec;
        request.admitted = m_clock.now();
        request.principal = m_principals[static_cast<size_t>(user)];
        request.userKey = static_cast<quint64>(user);
        request.connection = ConnectionId{static_cast<quint64>(connection > 0 ? connection : 1000 + user)};
        return &request;
    }

    /// The lane's ordinary event.
    [[nodiscard]] const EventSpecPtr &spec(Lane lane = Lane::Normal) const
    {
        return m_specs[static_cast<size_t>(lane)];
    }

private:
    const Clock &m_clock;
    std::array<EventSpecPtr, kLaneCount> m_specs;
    std::vector<PrincipalPtr> m_principals;
    std::deque<Request> m_requests;
};

} // namespace sluice::server
