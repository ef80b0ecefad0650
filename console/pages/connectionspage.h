// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/dialogs/disconnectflow.h"
#include "console/dialogs/muteflow.h"
#include "console/dialogs/revokeflow.h"
#include "console/models/pagedmodel.h"
#include "console/pages/listpage.h"
#include "console/widgets/theme.h"

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace sluice::console {

class ConnectionDetails;
class FilterLine;
class PagedTable;

/// Who is connected, and who was: a filter, the list, one connection in detail, and disconnecting.
class ConnectionsPage : public ListPage
{
    Q_OBJECT

public:
    enum Tab { OpenTab, ClosedTab };

    ConnectionsPage(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    bool focusFilter() override;
    void setEnvironment(Environment environment) { m_disconnect->setEnvironment(environment); }
    /// Shows those that match, as from another page.
    void showMatching(const QString &filter);

    [[nodiscard]] FilterLine &filter() { return *m_filter; }
    [[nodiscard]] PagedModel &model(Tab tab) { return tab == OpenTab ? m_open : m_closed; }
    [[nodiscard]] PagedTable &table(Tab tab) { return tab == OpenTab ? *m_openTable : *m_closedTable; }
    [[nodiscard]] QTabBar &tabs() { return *m_tabs; }
    [[nodiscard]] ConnectionDetails &details() { return *m_details; }
    [[nodiscard]] DisconnectFlow &disconnecting() { return *m_disconnect; }
    [[nodiscard]] MuteFlow &muting() { return *m_mute; }
    [[nodiscard]] RevokeFlow &revoking() { return *m_revoke; }
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    /// The operator wants to see the events of that connection as they end.
    void tapWanted(qint64 connection);

protected:
    void onActiveChanged() override;

private:
    [[nodiscard]] QLayout *buildHead();
    [[nodiscard]] QWidget *buildLists();
    void connectParts();
    void onTab();
    [[nodiscard]] PagedModel &shown();
    void showFault();
    void showSelection();
    void updateActions();
    void disconnectSelected();
    void say(const QString &text);

    ServerSession &m_session;
    PagedModel m_open;
    PagedModel m_closed;
    FilterLine *m_filter;
    QPushButton *m_all;
    QPushButton *m_export;
    QTabBar *m_tabs;
    QStackedWidget *m_lists;
    PagedTable *m_openTable;
    PagedTable *m_closedTable;
    ConnectionDetails *m_details;
    QLabel *m_message;
    DisconnectFlow *m_disconnect;
    MuteFlow *m_mute;
    RevokeFlow *m_revoke;
    QAction *m_disconnectAction = nullptr;
    QAction *m_disconnectAll = nullptr;
};

} // namespace sluice::console
