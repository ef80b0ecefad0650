// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/alertnotifier.h"

#include <QApplication>
#include <QStyle>
#include <QSystemTrayIcon>
#include <QWidget>

namespace sluice::console {

AlertNotifier::AlertNotifier(AlertMonitor &monitor, QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    connect(&monitor, &AlertMonitor::began, this, &AlertNotifier::tell);
}

bool AlertNotifier::isNeeded() const
{
    return m_window.isMinimized() || !m_window.isVisible();
}

void AlertNotifier::tell(const Alert &alert)
{
    if (!isNeeded() || !QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning), this);
        m_tray->setToolTip(m_window.windowTitle());
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, &AlertNotifier::bringBack);
        connect(m_tray, &QSystemTrayIcon::activated, this, &AlertNotifier::bringBack);
    }
    m_tray->show();
    m_tray->showMessage(tr("%1 is at %2").arg(alert.rule.subject(), alert.rule.valueText(alert.value)),
                        alert.rule.text(),
                        alert.rule.isCritical ? QSystemTrayIcon::Critical : QSystemTrayIcon::Warning);
}

void AlertNotifier::bringBack()
{
    m_window.showNormal();
    m_window.activateWindow();
    m_tray->hide();
}

} // namespace sluice::console
