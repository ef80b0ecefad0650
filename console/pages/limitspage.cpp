// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/limitspage.h"

#include "console/models/limitlists.h"
#include "console/pages/mutespanel.h"
#include "console/pages/revocationspanel.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/pageparts.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QLabel *titleLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("tone", u"title"_s);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(8, 4, 8, 2);
    return label;
}

} // namespace

LimitsPage::LimitsPage(ServerSession &session, const Theme &theme, QWidget *parent)
    : ListPage(parent)
    , m_limits(session, LimitLists::limits())
    , m_keys(session, LimitLists::keys())
    , m_offenders(session, LimitLists::offenders())
    , m_limitsTable(new PagedTable(m_limits, theme, tr("Rate limits"), this))
    , m_keysTable(new PagedTable(m_keys, theme, tr("The fullest windows of the selected limit"), this))
    , m_offendersTable(new PagedTable(m_offenders, theme, tr("Who costs most"), this))
    , m_keysTitle(titleLabel({}, this))
    , m_by(new QComboBox(this))
    , m_tabs(new QTabBar(this))
    , m_parts(new QStackedWidget(this))
    , m_mutes(new MutesPanel(session, theme, this))
    , m_revocations(new RevocationsPanel(session, theme, this))
{
    addModel(m_limits);
    addModel(m_keys);
    addModel(m_offenders);
    addModel(m_mutes->model());
    addModel(m_revocations->model());
    m_limitsTable->setNothingText(tr("This server limits nothing. Limits are set on the Config page."));
    m_offendersTable->setNothingText(tr("Nobody stands out."));
    m_limitsTable->table().view().setObjectName(u"limitsTable"_s);
    m_keysTable->table().view().setObjectName(u"limitKeysTable"_s);
    m_offendersTable->table().view().setObjectName(u"offendersTable"_s);
    auto *keysHead = new QHBoxLayout;
    keysHead->addWidget(m_keysTitle, 1);
    QSplitter *lower = pageSplitter(Qt::Horizontal, this);
    lower->setObjectName(u"limitKeysSplitter"_s);
    lower->addWidget(card(keysHead, m_keysTable));
    lower->addWidget(card(buildOffendersHead(), m_offendersTable));
    lower->setSizes({500, 500});
    QSplitter *whole = pageSplitter(Qt::Vertical, this);
    whole->setObjectName(u"limitsSplitter"_s);
    whole->addWidget(card(buildLimitsHead(), m_limitsTable));
    whole->addWidget(lower);
    whole->setSizes({340, 300});
    buildTabs(whole);

    connect(&m_limitsTable->table(), &ListTable::selectionChanged, this, &LimitsPage::showKeys);
    connect(&m_limits, &PagedModel::refreshed, this, &LimitsPage::selectFirst);
    connect(&m_limitsTable->table().view(), &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT settingWanted(m_limits.valuesAt(index.row()).value("key"_L1).toString());
    });
    connect(&m_offendersTable->table().view(), &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        const QJsonObject &row = m_offenders.valuesAt(index.row());
        Q_EMIT connectionsWanted(row.value("kind"_L1).toString() + u':' + row.value("name"_L1).toString());
    });
    showKeys();
}

void LimitsPage::buildTabs(QWidget *limits)
{
    m_tabs->setObjectName(u"limitTabs"_s);
    m_tabs->setAccessibleName(tr("What limits clients"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Limits"));
    m_tabs->addTab(tr("Muted"));
    m_tabs->addTab(tr("Revoked tokens"));
    m_parts->addWidget(limits);
    m_parts->addWidget(m_mutes);
    m_parts->addWidget(m_revocations);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 12);
    layout->setSpacing(4);
    layout->addWidget(m_tabs, 0, Qt::AlignLeft);
    layout->addWidget(m_parts, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_parts->setCurrentIndex(tab);
        onActiveChanged();
    });
}

QWidget *LimitsPage::card(QLayout *head, QWidget *table)
{
    auto *frame = new QFrame(this);
    frame->setObjectName(u"card"_s);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(table, 1);
    return frame;
}

QLayout *LimitsPage::buildLimitsHead()
{
    auto *hint = new QLabel(tr("A double click leads to the setting."), this);
    hint->setProperty("tone", u"muted"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(titleLabel(tr("Rate limits"), this));
    head->addStretch();
    head->addWidget(hint);
    return head;
}

QLayout *LimitsPage::buildOffendersHead()
{
    m_by->setObjectName(u"offendersBy"_s);
    m_by->setAccessibleName(tr("What is compared"));
    m_by->addItem(tr("events refused"), u"refusals"_s);
    m_by->addItem(tr("events sent"), u"events"_s);
    m_by->addItem(tr("handler time, µs"), u"handler-time"_s);
    m_by->addItem(tr("pushes lost"), u"pushes-lost"_s);
    m_by->addItem(tr("bytes not read"), u"pending-bytes"_s);
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] {
        m_offenders.setParams({{u"by"_s, m_by->currentData().toString()}});
    });
    auto *head = new QHBoxLayout;
    head->addWidget(titleLabel(tr("Who costs most"), this));
    head->addStretch();
    head->addWidget(m_by);
    return head;
}

void LimitsPage::onActiveChanged()
{
    const auto isShown = [this](Tab tab) { return isActive() && m_tabs->currentIndex() == tab; };
    m_limits.setActive(isShown(LimitsTab));
    m_offenders.setActive(isShown(LimitsTab));
    // Without a limit there is nothing to ask for.
    m_keys.setActive(isShown(LimitsTab) && !m_keys.spec().params.isEmpty());
    m_mutes->model().setActive(isShown(MutesTab));
    m_revocations->model().setActive(isShown(RevocationsTab));
}

void LimitsPage::selectFirst()
{
    if (!m_limitsTable->table().currentId().isEmpty() || m_limits.rowCount() == 0)
        return;
    // One that has windows of single clients, if there is one.
    int row = 0;
    while (row < m_limits.rowCount() && !LimitLists::isOfSingleClients(m_limits.valuesAt(row)))
        ++row;
    m_limitsTable->table().select(m_limits.idAt(row < m_limits.rowCount() ? row : 0));
}

void LimitsPage::showKeys()
{
    const std::optional<QJsonObject> limit = m_limits.row(m_limitsTable->table().currentId());
    const bool isOfAll = limit && !LimitLists::isOfSingleClients(*limit);
    m_keysTable->setNothingText(isOfAll ? tr("This limit is off, or counts all clients together.")
                                        : tr("Nobody has used anything of this limit in its present window."));
    if (!limit || isOfAll) {
        m_keysTitle->setText(tr("Fullest windows"));
        m_keys.setActive(false);
        m_keys.setParams({});
        return;
    }
    m_keysTitle->setText(tr("Fullest windows · %1").arg(LimitLists::nameOf(*limit)));
    m_keys.setParams(LimitLists::keyParams(*limit));
    onActiveChanged();
}

} // namespace sluice::console
