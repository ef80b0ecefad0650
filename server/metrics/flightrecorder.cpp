#include "server/metrics/flightrecorder.h"

#include "shared/base/cacheline.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <limits>
#include <type_traits>

namespace sluice::server {

namespace {

// Of a tap that nobody empties. Units: traces.
constexpr size_t kMostCaught = 4096;

constexpr size_t kWords = sizeof(FlightRecord) / sizeof(quint64);
static_assert(std::is_trivially_copyable_v<FlightRecord>);
static_assert(sizeof(FlightRecord) % sizeof(quint64) == 0);
// All that a success needs; with the number in front of it, two cache lines.
constexpr size_t kPlainWords = offsetof(FlightRecord, detail) / sizeof(quint64);
static_assert((kPlainWords + 1) * sizeof(quint64) == 2 * kCacheLine);

} // namespace

bool FlightFilter::matches(const FlightRecord &record) const noexcept
{
    return (user.empty() || record.user.view() == std::string_view(user).substr(0, decltype(record.user)::kMost))
        && (!connection.isValid() || record.connection == connection) && (!event || record.event == *event)
        && (!outcome || record.outcome == *outcome)
        && (slowerThan <= Duration::zero() || record.totalUs >= FlightRecorder::microseconds(slowerThan));
}

/// A ring of slots that are written by one thread and may be read by others at the same time: a slot whose number is
/// odd, or another one after the copy, was being written.
class FlightRecorder::Ring::Track
{
public:
    explicit Track(size_t capacity)
        : m_slots(capacity)
    {
    }

    void write(const FlightRecord &record, size_t words) noexcept
    {
        Slot &slot = m_slots[m_next];
        m_next = m_next + 1 == m_slots.size() ? 0 : m_next + 1;
        const quint64 number = slot.number.load(std::memory_order_relaxed);
        slot.number.store(number + 1, std::memory_order_relaxed);
        std::array<quint64, kWords> bits; // NOLINT(cppcoreguidelines-pro-type-member-init): filled next
        std::memcpy(bits.data(), &record, words * sizeof(quint64));
        // Released each: who sees a word of this record sees the odd number too.
        for (size_t i = 0; i < words; ++i)
            slot.words[i].store(bits[i], std::memory_order_release);
        slot.number.store(number + 2, std::memory_order_release);
    }

    template <typename Visit>
    void forEach(Visit &&visit) const
    {
        FlightRecord record;
        for (const Slot &slot : m_slots) {
            if (slot.read(record))
                visit(record);
        }
    }

private:
    struct alignas(kCacheLine) Slot {
        std::atomic<quint64> number{0};
        std::array<std::atomic<quint64>, kWords> words{};

        [[nodiscard]] bool read(FlightRecord &record) const noexcept
        {
            const quint64 before = number.load(std::memory_order_acquire);
            if (before == 0 || before % 2 == 1)
                return false;
            std::array<quint64, kWords> bits; // NOLINT(cppcoreguidelines-pro-type-member-init): filled next
            for (size_t i = 0; i < kWords; ++i)
                bits[i] = words[i].load(std::memory_order_acquire);
            if (number.load(std::memory_order_relaxed) != before)
                return false;
            record = std::bit_cast<FlightRecord>(bits);
            return true;
        }
    };

    std::vector<Slot> m_slots;
    size_t m_next = 0;
};

FlightRecorder::Ring::Ring(const FlightRecorder &recorder)
    : m_recorder(recorder)
    , m_plain(std::make_unique<Track>(kPlainKept))
    , m_notable(std::make_unique<Track>(kNotableKept))
{
}

FlightRecorder::Ring::~Ring() = default;

void FlightRecorder::Ring::write(const FlightRecord &record) noexcept
{
    const size_t words = record.outcome == FlightOutcome::Succeeded ? kPlainWords : kWords;
    if (isPlain(record.outcome, record.totalUs))
        m_plain->write(record, words);
    else
        m_notable->write(record, words);
}

FlightRecorder::FlightRecorder(const Clock &clock)
    : m_clock(clock)
{
}

FlightRecorder::~FlightRecorder() = default;

FlightRecorder::Ring &FlightRecorder::addRing()
{
    const MutexLock lock(m_mutex);
    return m_rings.emplace_back(*this);
}

std::vector<FlightRecord> FlightRecorder::list(const FlightFilter &filter, size_t most) const
{
    std::vector<FlightRecord> found;
    const auto take = [&](const FlightRecord &record) {
        if (!filter.matches(record))
            return;
        found.push_back(record);
        // What a slot still holds of an earlier event's failure is not this one's.
        if (record.outcome == FlightOutcome::Succeeded)
            found.back().detail = std::string_view();
    };
    {
        const MutexLock lock(m_mutex);
        for (const Ring &ring : m_rings) {
            ring.m_plain->forEach(take);
            ring.m_notable->forEach(take);
        }
    }
    const size_t count = std::min(most, found.size());
    const auto end = [](const FlightRecord &record) {
        return record.received + std::chrono::microseconds(record.totalUs);
    };
    const auto middle = found.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(found.begin(), middle, found.end(),
                      [&end](const FlightRecord &a, const FlightRecord &b) { return end(a) > end(b); });
    found.erase(middle, found.end());
    return found;
}

std::optional<quint64> FlightRecorder::openTap(FlightTap tap)
{
    const MutexLock lock(m_mutex);
    if (m_taps.size() >= kMaxTaps)
        return std::nullopt;
    m_taps.push_back({++m_lastTap, std::move(tap), m_clock.now(), 0, {}, 0});
    tapsChanged();
    return m_lastTap;
}

void FlightRecorder::closeTap(quint64 tap)
{
    const MutexLock lock(m_mutex);
    std::erase_if(m_taps, [tap](const OpenTap &open) { return open.id == tap; });
    tapsChanged();
}

std::optional<FlightRecorder::Catch> FlightRecorder::take(quint64 tap)
{
    const MutexLock lock(m_mutex);
    const auto found =
        std::find_if(m_taps.begin(), m_taps.end(), [tap](const OpenTap &open) { return open.id == tap; });
    if (found == m_taps.end())
        return std::nullopt;
    Catch result{std::exchange(found->caught, {}), std::exchange(found->dropped, 0), m_clock.now() >= found->tap.until};
    if (result.hasEnded) {
        m_taps.erase(found);
        tapsChanged();
    }
    return result;
}

void FlightRecorder::show(FlightTrace &&trace)
{
    const TimePoint now = m_clock.now();
    const MutexLock lock(m_mutex);
    for (OpenTap &open : m_taps) {
        if (now >= open.tap.until || !open.tap.filter.matches(trace.record))
            continue;
        if (now - open.second >= std::chrono::seconds(1)) {
            open.second = now;
            open.inSecond = 0;
        }
        if (open.inSecond >= open.tap.mostPerSecond || open.caught.size() >= kMostCaught) {
            ++open.dropped;
            continue;
        }
        ++open.inSecond;
        open.caught.push_back(trace);
        if (!open.tap.payloads) {
            open.caught.back().params.clear();
            open.caught.back().answer.clear();
        }
    }
}

void FlightRecorder::tapsChanged()
{
    m_tapCount.store(m_taps.size(), std::memory_order_relaxed);
    m_payloads.store(std::any_of(m_taps.begin(), m_taps.end(), [](const OpenTap &open) { return open.tap.payloads; }),
                     std::memory_order_relaxed);
}

quint32 FlightRecorder::microseconds(Duration duration) noexcept
{
    const auto count = std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
    return static_cast<quint32>(std::clamp<qint64>(count, 0, std::numeric_limits<quint32>::max()));
}

} // namespace sluice::server
