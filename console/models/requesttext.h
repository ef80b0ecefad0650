// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/adminclient.h"

namespace sluice::console {

/// Why a request failed, with the field and the reason where the server names them. Thread: any.
[[nodiscard]] QString textOf(const RequestError &error);

} // namespace sluice::console
