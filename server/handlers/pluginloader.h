#pragma once

#include "server/events/handler.h"
#include "shared/base/result.h"

#include <QString>

namespace sluice::server {

/// How many plugins a directory may have; more are a mistake.
inline constexpr int kMaxPlugins = 64;
/// How many handlers one plugin may have.
inline constexpr int kMaxPluginHandlers = 256;

/// What the handlers of plugins are called: "plugin:" and the name from the metadata.
inline constexpr QLatin1String kPluginPrefix{"plugin:"};

/// Loads every plugin (*.so) of `directory` and adds its handlers to `table` as "plugin:NAME". Nothing of a library
/// runs before all of them are found to be what they should: the metadata is read first, of all, and what somebody else
/// could have written is refused. Libraries stay loaded until the process ends. An empty `directory` has no plugins.
/// Thread: main. Blocks: on the disk. Errors: InvalidParams whose `detail` names each file that is wrong, why, and what
/// was expected, a line each; `table` is then as it was.
[[nodiscard]] Result<void> loadPlugins(const QString &directory, HandlerTable &table);

} // namespace sluice::server
