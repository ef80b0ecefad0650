// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/alertmonitor.h"

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace sluice::console {

/// Tells of alerts on the desktop while the window is minimised or hidden. Nothing where the desktop has no tray.
/// Thread: main.
class AlertNotifier : public QObject
{
    Q_OBJECT

public:
    /// Belongs to `window`, which a click on the message brings back.
    AlertNotifier(AlertMonitor &monitor, QWidget &window);

    /// Whether the operator does not see the window and must be told otherwise.
    [[nodiscard]] bool isNeeded() const;

private:
    void tell(const Alert &alert);
    void bringBack();

    QWidget &m_window;
    QSystemTrayIcon *m_tray = nullptr;
};

} // namespace sluice::console
