// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sluice::console {

/// From now on screen readers are told what tiles, charts and the pipeline are, which Qt would call frames and fillers.
/// Thread: main.
void installAccessibility();

} // namespace sluice::console
