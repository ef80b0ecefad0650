#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace sluice::server {

/// One thing that is wrong with a configuration or an events file.
/// Thread: any (a value).
struct ConfigProblem {
    QString where; ///< "sluice.toml:12", "environment", "command line", or empty for a live change.
    QString key;
    QString reason;
    QString found;    ///< In words; empty when there is nothing to show.
    QString expected; ///< In words; empty when the reason says it all.

    /// One line for people: `sluice.toml:12: channels.x: must be ...; found 0, expected integer, 1 to 10`.
    [[nodiscard]] QString toText() const;
    /// {key, reason, expected}, as config/patch reports it.
    [[nodiscard]] QJsonObject toJson() const;
};

using ConfigProblems = std::vector<ConfigProblem>;

/// The Error that reports all of them: `detail` has a line each, `data` is `{errors: [...]}`.
[[nodiscard]] tl::unexpected<Error> configFailure(const ConfigProblems &problems);

} // namespace sluice::server
