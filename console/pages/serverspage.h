// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/models/serversession.h"
#include "console/pages/listpage.h"
#include "console/pages/servercard.h"
#include "console/widgets/theme.h"

#include <QHash>
#include <QTimer>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QSettings;

namespace sluice::console {

class Comparison;
class ServerWatch;

/// The saved servers as cards, each with how it is now, and some of them on one axis.
class ServersPage : public ListPage
{
    Q_OBJECT

public:
    /// What is shown and kept; all of it outlives this.
    struct Subject {
        ServerSession &session;
        QSettings &settings;
        const Clock &clock;
        Random &random;
    };

    ServersPage(const Subject &subject, const Theme &theme, QWidget *parent = nullptr);

    /// Which one this window is connected to, or tries to be.
    void setCurrent(const ConnectionProfile &profile);
    /// Reads the saved servers again.
    void reload();
    void setRangeSeconds(int seconds);
    [[nodiscard]] Comparison &comparison() { return *m_comparison; }
    [[nodiscard]] const QList<ServerCard *> &cards() const { return m_cards; }

Q_SIGNALS:
    void openWanted(const sluice::console::ConnectionProfile &profile);
    void newWindowWanted(const sluice::console::ConnectionProfile &profile);
    void addWanted();
    void readOnlyChanged(const sluice::console::ConnectionProfile &profile);
    /// What came of saving a file.
    void said(const QString &what);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void onActiveChanged() override;

private:
    void addCard(const ConnectionProfile &profile);
    void arrange();
    void shareRoom();
    void showStates();
    [[nodiscard]] ServerCard::State stateOf(const ConnectionProfile &profile) const;
    void setReadOnly(ConnectionProfile profile, bool readOnly);
    void setCompared(const ConnectionProfile &profile, bool isCompared);
    void showComparison();
    void enlarge();
    /// A watch for each server that is not this window's own, while the page is looked at.
    void updateWatches();
    [[nodiscard]] bool isOwn(const ConnectionProfile &profile) const;
    [[nodiscard]] ServerCard::State ownState() const;
    [[nodiscard]] static ServerCard::State stateOf(const ServerWatch &watch);
    /// "● live", "▲ draining" and what there is to say of it.
    [[nodiscard]] static ServerCard::State liveState(const ServerInfo &info);

    const Subject m_subject;
    const Theme &m_theme;
    ConnectionProfile m_current;
    QList<ServerCard *> m_cards;
    QHash<QString, ServerWatch *> m_watches; ///< By address.
    QStringList m_compared;                  ///< Addresses, in the order in which they were ticked.
    QWidget *m_ground;
    QGridLayout *m_grid;
    int m_columns = 0;
    QLabel *m_empty;
    QScrollArea *m_scroll;
    Comparison *m_comparison;
    QPushButton *m_add;
    QTimer m_tick;
};

} // namespace sluice::console
