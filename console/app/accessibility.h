// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sluice::console {

/// From now on screen readers are told what tiles, charts and the pipeline are, which Qt would call frames and fillers,
/// and what is chosen in a combo box, of which Qt tells the value only.
/// Thread: main.
void installAccessibility();

} // namespace sluice::console
