// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/connectionspage.h"

#include "console/dialogs/noticedialog.h"
#include "console/models/connectionlists.h"
#include "console/pages/connectiondetails.h"
#include "console/pages/listexportbutton.h"
#include "console/widgets/filterline.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/pageparts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

ConnectionsPage::ConnectionsPage(ServerSession &session, const Theme &theme, QWidget *parent)
    : ListPage(parent)
    , m_session(session)
    , m_open(session, ConnectionLists::open(session.config()))
    , m_closed(session, ConnectionLists::closed())
    , m_filter(new FilterLine(tr("Filter: role:guest rtt>100 state:slow user:u-44*   ( / )"), tr("Filter connections"),
                              this))
    , m_all(new QPushButton(this))
    , m_export(new ListExportButton(
          session, [this]() -> PagedModel & { return shown(); }, u"connections.csv"_s, this))
    , m_tabs(new QTabBar(this))
    , m_lists(new QStackedWidget(this))
    , m_openTable(new PagedTable(m_open, theme, tr("Open connections"), this))
    , m_closedTable(new PagedTable(m_closed, theme, tr("Recently closed connections"), this))
    , m_details(new ConnectionDetails(session, theme, this))
    , m_message(new QLabel(this))
    , m_disconnect(new DisconnectFlow(session, this))
    , m_mute(new MuteFlow(session, this))
    , m_revoke(new RevokeFlow(session, this))
{
    addModel(m_open);
    addModel(m_closed);
    m_openTable->setNothingText(tr("Nobody is connected. Clients appear here as soon as they are."));
    m_closedTable->setNothingText(tr("No connection has ended in the last 10 minutes."));
    m_openTable->table().view().setObjectName(u"connectionsTable"_s);
    m_closedTable->table().view().setObjectName(u"closedTable"_s);
    m_openTable->table().view().setSelectionMode(QAbstractItemView::ExtendedSelection);
    QSplitter *splitter = listWithDetails(buildLists(), 820, m_details, 340, this);
    splitter->setObjectName(u"connectionsSplitter"_s);
    m_filter->setObjectName(u"connectionsFilter"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kPartGap);
    layout->addLayout(buildHead());
    layout->addWidget(splitter, 1);
    addPageAction(tr("Tap the selected connection"), QKeySequence(Qt::Key_T), [this] {
        if (m_details->id() != 0)
            Q_EMIT tapWanted(m_details->id());
    });
    m_disconnectAction =
        addPageAction(tr("Disconnect…"), QKeySequence(Qt::Key_Delete), [this] { disconnectSelected(); });
    connectParts();
    onTab();
    updateActions();
}

QLayout *ConnectionsPage::buildHead()
{
    m_all->setObjectName(u"connectionsAll"_s);
    m_export->setObjectName(u"connectionsExport"_s);
    m_message->setObjectName(u"connectionsMessage"_s);
    m_message->setProperty("tone", u"ok"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    auto *menu = new QMenu(m_all);
    m_disconnectAll = menu->addAction(tr("Disconnect all that match…"), this,
                                      [this] { m_disconnect->disconnectMatching(m_open.filter()); });
    m_all->setMenu(menu);
    auto *row = new QHBoxLayout;
    row->setSpacing(kPartGap);
    row->addWidget(m_filter, 1, Qt::AlignTop);
    row->addWidget(m_all, 0, Qt::AlignTop);
    row->addWidget(m_export, 0, Qt::AlignTop);
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addLayout(row);
    head->addWidget(m_message);
    return head;
}

QWidget *ConnectionsPage::buildLists()
{
    auto *card = new QFrame(this);
    card->setObjectName(u"card"_s);
    m_tabs->setObjectName(u"connectionTabs"_s);
    m_tabs->setAccessibleName(tr("Which connections"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Open"));
    m_tabs->addTab(tr("Recently closed"));
    m_tabs->setTabToolTip(ClosedTab, tr("Those of the last 10 minutes, with the reason"));
    m_lists->addWidget(m_openTable);
    m_lists->addWidget(m_closedTable);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(m_tabs, 0, Qt::AlignLeft);
    layout->addWidget(m_lists, 1);
    return card;
}

void ConnectionsPage::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &ConnectionsPage::onTab);
    connect(m_filter, &FilterLine::changed, this, [this](const QString &text) { shown().setFilter(text); });
    for (PagedTable *table : {m_openTable, m_closedTable}) {
        connect(table, &PagedTable::clearFilterWanted, this, [this] { m_filter->setText({}); });
        connect(&table->model(), &PagedModel::statusChanged, this, &ConnectionsPage::showFault);
    }
    connect(&m_open, &PagedModel::statusChanged, this, &ConnectionsPage::updateActions);
    connect(&m_session, &ServerSession::updated, this, &ConnectionsPage::updateActions);
    connect(&m_openTable->table(), &ListTable::selectionChanged, this, &ConnectionsPage::showSelection);
    // Another server, or it has restarted: its ids mean others.
    connect(&m_open, &QAbstractItemModel::modelReset, this, [this] { m_details->showConnection(0, {}); });
    connect(m_details, &ConnectionDetails::tapWanted, this, &ConnectionsPage::tapWanted);
    connect(m_details, &ConnectionDetails::disconnectWanted, m_disconnect, &DisconnectFlow::disconnectOne);
    connect(m_details, &ConnectionDetails::muteWanted, this,
            [this](const QString &user, const QString &address, std::chrono::milliseconds length) {
                m_mute->mute({user, address}, length);
            });
    connect(m_details, &ConnectionDetails::revokeWanted, m_revoke, &RevokeFlow::revoke);
    connect(m_revoke, &RevokeFlow::done, this, [this](const QString &what) {
        say(what);
        fetchNow();
    });
    connect(m_details, &ConnectionDetails::noticeWanted, this, [this](const QString &user) {
        auto *dialog = new NoticeDialog(m_session, user, this);
        connect(dialog, &NoticeDialog::answered, this, &ConnectionsPage::say);
        dialog->open();
    });
    connect(m_disconnect, &DisconnectFlow::done, this, [this](const QString &what) {
        say(what);
        fetchNow();
    });
    connect(qobject_cast<ListExportButton *>(m_export), &ListExportButton::told, this, &ConnectionsPage::say);
}

bool ConnectionsPage::focusFilter()
{
    m_filter->focusAll();
    return true;
}

void ConnectionsPage::showMatching(const QString &filter)
{
    m_tabs->setCurrentIndex(OpenTab);
    m_filter->setText(filter);
}

QString ConnectionsPage::message() const
{
    return m_message->text();
}

PagedModel &ConnectionsPage::shown()
{
    return m_tabs->currentIndex() == ClosedTab ? m_closed : m_open;
}

void ConnectionsPage::onTab()
{
    const bool isOpen = m_tabs->currentIndex() != ClosedTab;
    m_lists->setCurrentIndex(m_tabs->currentIndex());
    m_filter->setWords(isOpen ? ConnectionLists::openWords() : ConnectionLists::closedWords());
    shown().setFilter(m_filter->text());
    m_details->setVisible(isOpen);
    onActiveChanged();
    showFault();
    updateActions();
}

void ConnectionsPage::onActiveChanged()
{
    const bool isOpen = m_tabs->currentIndex() != ClosedTab;
    m_open.setActive(isActive() && isOpen);
    m_closed.setActive(isActive() && !isOpen);
    m_details->setActive(isActive() && isOpen);
}

void ConnectionsPage::showFault()
{
    m_filter->setFault(shown().status().filterFault);
}

void ConnectionsPage::showSelection()
{
    const QString id = m_openTable->table().currentId();
    // What is looked at stays, also when it has left the page: actions are bound to it, not to a place.
    if (!id.isEmpty())
        m_details->showConnection(id.toLongLong(), m_open.row(id).value_or(QJsonObject()));
    updateActions();
}

void ConnectionsPage::updateActions()
{
    const ServerInfo &info = m_session.info();
    const bool isOpen = m_tabs->currentIndex() != ClosedTab;
    const bool mayClose = info.mayCall(DisconnectFlow::kMethod);
    const bool canClose = m_session.canCall(DisconnectFlow::kMethod);
    const qint64 matching = m_open.status().matching;
    const QString why = m_session.obstacle(DisconnectFlow::kMethod);
    m_all->setVisible(mayClose && isOpen);
    m_all->setText(matching > 0 ? tr("Act on all %1…").arg(QLocale().toString(matching)) : tr("Act on all…"));
    m_all->setEnabled(canClose && matching > 0 && m_open.status().filterFault.isEmpty());
    m_all->setToolTip(why);
    m_disconnectAction->setVisible(mayClose);
    m_disconnectAction->setEnabled(canClose && isOpen && !m_openTable->table().selectedIds().isEmpty());
    m_disconnectAction->setToolTip(why);
}

void ConnectionsPage::disconnectSelected()
{
    const QStringList selected = m_openTable->table().selectedIds();
    if (selected.isEmpty())
        return;
    if (selected.size() == 1) {
        const QJsonObject row = m_open.row(selected.constFirst()).value_or(QJsonObject());
        const QString user = row.value("user"_L1).toString();
        m_disconnect->disconnectOne(selected.constFirst().toLongLong(),
                                    user.isEmpty() ? tr("connection %1").arg(selected.constFirst()) : user);
        return;
    }
    QList<qint64> ids;
    for (const QString &id : selected)
        ids.append(id.toLongLong());
    m_disconnect->disconnectThese(ids);
}

void ConnectionsPage::say(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace sluice::console
