#include "shared/base/nearest.h"

#include <algorithm>
#include <vector>

namespace sluice {

namespace {

// Longer input is no typing mistake, and the distance costs length times length.
constexpr qsizetype kLongestWord = 128;
constexpr qsizetype kShortestBeginning = 4;

} // namespace

int editDistance(QStringView from, QStringView to)
{
    const auto width = static_cast<size_t>(to.size()) + 1;
    std::vector<int> beforeLast(width);
    std::vector<int> last(width);
    std::vector<int> current(width);
    for (size_t column = 0; column < width; ++column)
        last[column] = static_cast<int>(column);

    for (qsizetype row = 1; row <= from.size(); ++row) {
        current[0] = static_cast<int>(row);
        for (qsizetype column = 1; column <= to.size(); ++column) {
            const auto at = static_cast<size_t>(column);
            const int change = from[row - 1] == to[column - 1] ? 0 : 1;
            current[at] = std::min({last[at] + 1, current[at - 1] + 1, last[at - 1] + change});
            const bool swapped =
                row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
            if (swapped)
                current[at] = std::min(current[at], beforeLast[at - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, current);
    }
    return last[width - 1];
}

QString nearestWord(QStringView word, const QStringList &candidates)
{
    if (word.isEmpty() || word.size() > kLongestWord)
        return {};
    QString nearest;
    int best = std::max(1, static_cast<int>(word.size()) / 4) + 1;
    for (const QString &candidate : candidates) {
        // Whoever wrote only the beginning ("timeout") meant the whole ("timeout-ms").
        const bool begins = word.size() >= kShortestBeginning && candidate.startsWith(word);
        const int distance = begins ? 1 : editDistance(word, candidate);
        if (distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace sluice
