#pragma once

#include "server/config/configloader.h"

#include <QString>

namespace sluice::server {

/// A configuration as TOML that can be read again, each option under a comment that says where its value comes from.
[[nodiscard]] QString configText(const ConfigValues &values);

/// Every option as JSON, as `config/schema` answers it.
[[nodiscard]] QString schemaText();

} // namespace sluice::server
