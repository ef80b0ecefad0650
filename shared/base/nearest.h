#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace sluice {

/// How many letters must be changed, added, left out or swapped with their neighbour to get from one word to the other.
/// Source: the optimal string alignment distance.
[[nodiscard]] int editDistance(QStringView from, QStringView to);

/// The candidate that `word` was probably meant to be; empty when nothing is near. For "did you mean".
/// Thread: any.
[[nodiscard]] QString nearestWord(QStringView word, const QStringList &candidates);

} // namespace sluice
