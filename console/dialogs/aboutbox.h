// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace sluice::console {

/// Which version this is, of what licence and made with what. Thread: main.
void showAbout(QWidget *parent);

} // namespace sluice::console
