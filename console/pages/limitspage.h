// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/pagedmodel.h"
#include "console/pages/listpage.h"
#include "console/widgets/theme.h"

class QComboBox;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace sluice::console {

class MutesPanel;
class PagedTable;
class RevocationsPanel;

/// The rate limits as they act: each limit with what it refuses or would refuse, who is nearest to the selected one,
/// and who costs most; in tabs of their own who is muted, and what tokens are revoked.
class LimitsPage : public ListPage
{
    Q_OBJECT

public:
    enum Tab { LimitsTab, MutesTab, RevocationsTab };

    LimitsPage(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] PagedTable &limits() { return *m_limitsTable; }
    [[nodiscard]] PagedTable &keys() { return *m_keysTable; }
    [[nodiscard]] PagedTable &offenders() { return *m_offendersTable; }
    [[nodiscard]] QComboBox &offendersBy() { return *m_by; }
    [[nodiscard]] QTabBar &tabs() { return *m_tabs; }
    [[nodiscard]] MutesPanel &mutes() { return *m_mutes; }
    [[nodiscard]] RevocationsPanel &revocations() { return *m_revocations; }

Q_SIGNALS:
    /// The operator wants to see that setting.
    void settingWanted(const QString &key);
    /// The operator wants to see the connections of that user or address.
    void connectionsWanted(const QString &filter);

protected:
    void onActiveChanged() override;

private:
    [[nodiscard]] QWidget *card(QLayout *head, QWidget *table);
    [[nodiscard]] QLayout *buildLimitsHead();
    [[nodiscard]] QLayout *buildOffendersHead();
    void buildTabs(QWidget *limits);
    void selectFirst();
    void showKeys();

    PagedModel m_limits;
    PagedModel m_keys;
    PagedModel m_offenders;
    PagedTable *m_limitsTable;
    PagedTable *m_keysTable;
    PagedTable *m_offendersTable;
    QLabel *m_keysTitle;
    QComboBox *m_by;
    QTabBar *m_tabs;
    QStackedWidget *m_parts;
    MutesPanel *m_mutes;
    RevocationsPanel *m_revocations;
};

} // namespace sluice::console
