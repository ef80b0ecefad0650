// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace sluice::console {

/// The event types: what is configured, next to what happens.
class EventsPage : public QWidget
{
    Q_OBJECT

public:
    EventsPage(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    /// The table stands still, while nothing else asks for it.
    void setPaused(bool paused);
    [[nodiscard]] QTableView &table() { return *m_table; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void updateEmptyNote();

    ServerSession &m_session;
    bool m_isPaused = false;
    QTableView *m_table;
    QLabel *m_empty;
};

} // namespace sluice::console
