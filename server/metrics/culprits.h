#pragma once

#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <QtGlobal>

#include <array>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::server {

/// What clients can cost the server, and in which unit.
enum class Cost : quint8 {
    Events,       ///< Events received.
    Refusals,     ///< Of those, refused.
    HandlerUs,    ///< Microseconds inside handlers.
    PushesLost,   ///< Pushes dropped or replaced because the client did not take them.
    PendingBytes, ///< The most that waited for the client at once.
    Count_,
};
inline constexpr size_t kCostCount = static_cast<size_t>(Cost::Count_);

/// What one client has cost since it was last looked at.
struct ClientCosts {
    std::array<quint64, kCostCount> amounts{};

    [[nodiscard]] quint64 &operator[](Cost cost) noexcept { return amounts[static_cast<size_t>(cost)]; }
    [[nodiscard]] quint64 operator[](Cost cost) const noexcept { return amounts[static_cast<size_t>(cost)]; }
    [[nodiscard]] bool isZero() const noexcept { return amounts == decltype(amounts){}; }
};

/// The clients that cost most, in a fixed amount of memory, and still after they have gone: for each cost a sketch of
/// the kKept largest. A client that comes back into a full sketch starts with what it may have had at most when it was
/// dropped, which is told as its error: an amount is never too small, and too large by the error at most.
/// What it tells is of the present window and the one before, so of the last kWindow to twice that.
/// Source: Metwally, Agrawal, El Abbadi, "Efficient computation of frequent and top-k elements in data streams" (2005);
/// by batches as in Agarwal et al., "Mergeable summaries" (2012).
/// Thread: any (a lock inside, taken once a batch).
class Culprits
{
public:
    static constexpr size_t kKept = 256;
    static constexpr std::chrono::minutes kWindow{5};

    /// A client's name is its user id when it is authenticated, else its address.
    struct Client {
        std::string name;
        bool isUser = false;

        bool operator==(const Client &) const = default;
    };
    struct Charge {
        Client client;
        ClientCosts costs;
    };
    struct Row {
        Client client;
        quint64 amount = 0;
        quint64 error = 0;
    };

    explicit Culprits(const Clock &clock);

    /// What clients have cost; one may come several times.
    void add(std::span<const Charge> charges) EXCLUDES(m_mutex);
    /// The `most` that cost most, the largest first.
    [[nodiscard]] std::vector<Row> top(Cost cost, size_t most) const EXCLUDES(m_mutex);
    /// How far back that reaches.
    [[nodiscard]] Duration reach() const EXCLUDES(m_mutex);

private:
    struct Hash {
        size_t operator()(const Client &client) const noexcept
        {
            return std::hash<std::string>{}(client.name) ^ static_cast<size_t>(client.isUser);
        }
    };
    struct Amount {
        quint64 amount = 0;
        quint64 error = 0;
    };
    struct Sketch {
        std::unordered_map<Client, Amount, Hash> clients;
        quint64 floor = 0; ///< The most that any client may have had that is not in it.

        void add(const Client &client, quint64 amount, bool isPeak);
        void shrink();
        [[nodiscard]] Amount of(const Client &client) const;
    };
    using Sketches = std::array<Sketch, kCostCount>;

    [[nodiscard]] static Row sum(Cost cost, const Client &client, const Amount &current, const Amount &before);
    void turn(TimePoint now) REQUIRES(m_mutex);

    const Clock &m_clock;
    mutable Mutex m_mutex;
    Sketches m_current GUARDED_BY(m_mutex);
    Sketches m_before GUARDED_BY(m_mutex);
    TimePoint m_began GUARDED_BY(m_mutex);
    TimePoint m_beforeBegan GUARDED_BY(m_mutex);
};

} // namespace sluice::server
