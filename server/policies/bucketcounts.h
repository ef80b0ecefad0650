#pragma once

#include <QtGlobal>

#include <array>

namespace sluice::server {

/// How much was admitted in each of the last sub-buckets of time: kBuckets for a whole window, and the one that its
/// begin cuts. Buckets have running indexes, time / width; what the width is, is its owner's business. A bucket counts
/// until even its youngest possible admission is a whole window old, so the total is never less than what lies in the
/// last window: a promise kept by it holds exactly, at the price of at most 1 / (kBuckets + 1) of the rate.
/// Thread: none (its owner locks).
class BucketCounts
{
public:
    static constexpr qint64 kBuckets = 128;

    /// Empty, with time in bucket `newest`.
    explicit BucketCounts(qint64 newest = 0) noexcept
        : m_newest(newest)
    {
    }

    /// The bucket of that time; both in nanoseconds. A steady clock may count from any epoch, so it rounds downwards.
    [[nodiscard]] static qint64 indexOf(qint64 time, qint64 width) noexcept
    {
        const qint64 quotient = time / width;
        return time % width < 0 ? quotient - 1 : quotient;
    }

    [[nodiscard]] qint64 newest() const noexcept { return m_newest; }
    [[nodiscard]] qint64 oldest() const noexcept { return m_newest - kBuckets; }
    [[nodiscard]] quint32 total() const noexcept { return m_total; }
    /// Requires: oldest() <= index <= newest().
    [[nodiscard]] quint32 count(qint64 index) const noexcept { return m_counts[slot(index)]; }

    /// Time has come to that bucket; what is too old no longer counts. An earlier one changes nothing.
    void advance(qint64 index) noexcept;
    /// Requires: oldest() <= index <= newest().
    void add(qint64 index, quint32 count) noexcept
    {
        m_counts[slot(index)] += count;
        m_total += count;
    }
    /// Takes so many back from that bucket, else from the nearest ones after it (where those count that were admitted
    /// by a clock behind others'), else before it. What no longer counts is not there to be taken.
    void remove(qint64 index, quint32 count) noexcept;
    /// The bucket from whose begin on fewer than `limit` count, when time is in bucket `now`; `now` if they do already.
    [[nodiscard]] qint64 freeFrom(quint32 limit, qint64 now) const noexcept;

private:
    static constexpr qint64 kSlots = kBuckets + 1;

    void take(qint64 index, quint32 &count) noexcept;

    [[nodiscard]] static size_t slot(qint64 index) noexcept
    {
        const qint64 rest = index % kSlots;
        return static_cast<size_t>(rest < 0 ? rest + kSlots : rest);
    }

    qint64 m_newest;
    quint32 m_total = 0; // sum of the counts
    std::array<quint32, kSlots> m_counts{};
};

} // namespace sluice::server
