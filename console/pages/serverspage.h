// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/models/serversession.h"
#include "console/pages/listpage.h"
#include "console/pages/servercard.h"
#include "console/widgets/theme.h"

#include <QTimer>

class QGridLayout;
class QLabel;
class QPushButton;
class QSettings;

namespace sluice::console {

/// The saved servers as cards.
class ServersPage : public ListPage
{
    Q_OBJECT

public:
    /// Requires: all of them outlive this.
    ServersPage(ServerSession &session, QSettings &settings, const Theme &theme, QWidget *parent = nullptr);

    /// Which one this window is connected to, or tries to be.
    void setCurrent(const ConnectionProfile &profile);
    /// Reads the saved servers again.
    void reload();
    [[nodiscard]] const QList<ServerCard *> &cards() const { return m_cards; }

Q_SIGNALS:
    void openWanted(const sluice::console::ConnectionProfile &profile);
    void newWindowWanted(const sluice::console::ConnectionProfile &profile);
    void addWanted();
    void readOnlyChanged(const sluice::console::ConnectionProfile &profile);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void onActiveChanged() override;

private:
    void addCard(const ConnectionProfile &profile);
    void arrange();
    void showStates();
    [[nodiscard]] ServerCard::State stateOf(const ConnectionProfile &profile) const;
    void setReadOnly(ConnectionProfile profile, bool readOnly);

    ServerSession &m_session;
    QSettings &m_settings;
    const Theme &m_theme;
    ConnectionProfile m_current;
    QList<ServerCard *> m_cards;
    QWidget *m_ground;
    QGridLayout *m_grid;
    QLabel *m_empty;
    QPushButton *m_add;
    QTimer m_tick;
};

} // namespace sluice::console
