// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace sluice::console {

class PendingPanel;
class RevisionsPanel;

/// The running configuration from the server's own schema, and the set of changes being prepared.
class ConfigPage : public QWidget
{
    Q_OBJECT

public:
    ConfigPage(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] PendingPanel &pending() { return *m_pending; }
    [[nodiscard]] QTableView &table() { return *m_table; }
    [[nodiscard]] RevisionsPanel &revisions() { return *m_revisions; }
    void focusFilter();
    /// Prepares, with a reason, the change back to the `values` from before that revision; applies nothing.
    void rollBack(const QJsonObject &values, quint64 revision);

private:
    void buildTable(const Theme &theme);
    [[nodiscard]] QWidget *buildDetails();
    void spanHeadings();
    void applyFilter();
    [[nodiscard]] bool matches(const ConfigSetting &setting) const;
    void showDetails();
    void showWritingControls();

    ServerSession &m_session;
    QLineEdit *m_filter;
    QCheckBox *m_changedOnly;
    QTableView *m_table;
    QLabel *m_detailTitle;
    QLabel *m_detailText;
    QLabel *m_detailFacts;
    PendingPanel *m_pending;
    RevisionsPanel *m_revisions;
};

} // namespace sluice::console
