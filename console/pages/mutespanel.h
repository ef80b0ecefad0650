// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/dialogs/muteflow.h"
#include "console/models/pagedmodel.h"
#include "console/widgets/theme.h"

#include <QFrame>

class QPushButton;

namespace sluice::console {

class PagedTable;

/// Who is muted, for how long yet, and lifting it. Thread: main.
class MutesPanel : public QFrame
{
    Q_OBJECT

public:
    MutesPanel(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] PagedModel &model() { return m_model; }
    [[nodiscard]] PagedTable &table() { return *m_table; }
    [[nodiscard]] MuteFlow &muting() { return *m_mute; }

private:
    void lift();
    void updateActions();

    ServerSession &m_session;
    PagedModel m_model;
    PagedTable *m_table;
    MuteFlow *m_mute;
    QPushButton *m_lift;
};

} // namespace sluice::console
