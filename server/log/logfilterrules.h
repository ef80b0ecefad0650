#pragma once

#include <QString>
#include <QStringList>

namespace sluice::server {

/// The rules for QLoggingCategory::setFilterRules() that `log.levels` means: info and worse of everything but where it
/// says otherwise. Of two elements for a category the later one counts, and "*" less than any of its own.
/// Requires: each element is one by parseLogLevelRule().
/// Thread: any.
[[nodiscard]] QString logFilterRules(const QStringList &levels);

} // namespace sluice::server
