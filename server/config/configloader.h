#pragma once

#include "server/config/config.h"
#include "server/config/configbinding.h"
#include "server/config/configoverlay.h"
#include "shared/base/result.h"

#include <QJsonValue>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <map>

namespace sluice::server {

/// The value of an option and where it came from.
struct ConfigValue {
    QJsonValue value;
    QString source; ///< "default", "sluice.toml:12", "overlay.toml:3", "environment", "command line", or "admin NAME"
                    ///< after a live change.
};
using ConfigValues = std::map<QString, ConfigValue, std::less<>>;

/// Everything a configuration is read from. Later ones win: file, overlay (of the state directory), environment,
/// command line.
struct ConfigInput {
    QString file; ///< sluice.toml, or empty for the defaults alone.
    /// SLUICE_RATE_LIMITS__PER_USER_PER_MINUTE: "__" stands for ".", "_" for "-". Variables that have no "__" and are
    /// near no option belong to somebody else and are left alone.
    QProcessEnvironment environment;
    QStringList settings; ///< `KEY=VALUE` each, from --set.
};

/// A valid configuration.
struct LoadedConfig {
    ConfigValues values;
    ConfigPtr config;
    ConfigOverlay overlay;
    ConfigValues file; ///< What the configuration file says; nothing of what it does not.
};

/// Reads, merges and checks a configuration. Relative paths become absolute: relative to the file that names them,
/// else to the working directory.
/// Errors: InvalidParams whose `detail` has a line for each problem, all at once: where, key, what was found, what was
/// expected.
[[nodiscard]] Result<LoadedConfig> loadConfig(const ConfigInput &input);

/// Checks whole values, as loading and every live change must.
/// Errors: as loadConfig().
[[nodiscard]] Result<ConfigPtr> checkedConfig(const ConfigValues &values);

/// A configuration value in words, for an error.
[[nodiscard]] QString valueText(const QJsonValue &value);

} // namespace sluice::server
