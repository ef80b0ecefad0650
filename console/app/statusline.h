// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/app/resourceusage.h"
#include "console/models/serversession.h"

#include <QStatusBar>

class QLabel;

namespace sluice::console {

/// The bottom of the window: the admin link, the age of the newest sample, what the console itself costs.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    /// Both live longer.
    StatusLine(const ServerSession &session, const Clock &clock, QWidget *parent = nullptr);

    void refresh();
    /// Left to right.
    [[nodiscard]] QStringList texts() const;

private:
    [[nodiscard]] QString linkText() const;
    [[nodiscard]] QString sampleText() const;

    const ServerSession &m_session;
    ResourceUsage m_usage;
    QLabel *m_link;
    QLabel *m_sample;
    QLabel *m_cost;
};

} // namespace sluice::console
