// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/dialogs/revokeflow.h"
#include "console/models/pagedmodel.h"
#include "console/widgets/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace sluice::console {

class FilterLine;
class PagedTable;

/// What tokens hold no more, and taking that back. Thread: main.
class RevocationsPanel : public QFrame
{
    Q_OBJECT

public:
    RevocationsPanel(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] PagedModel &model() { return m_model; }
    [[nodiscard]] PagedTable &table() { return *m_table; }
    [[nodiscard]] RevokeFlow &revoking() { return *m_revoke; }
    [[nodiscard]] FilterLine &filter() { return *m_filter; }
    [[nodiscard]] QString message() const;

private:
    void restore();
    void updateActions();

    ServerSession &m_session;
    PagedModel m_model;
    PagedTable *m_table;
    FilterLine *m_filter;
    RevokeFlow *m_revoke;
    QPushButton *m_restore;
    QLabel *m_message;
};

} // namespace sluice::console
