// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/tappage.h"

#include "console/models/format.h"
#include "console/pages/tapform.h"
#include "console/pages/tracepanel.h"
#include "console/widgets/chip.h"
#include "console/widgets/listtable.h"
#include "console/widgets/pageparts.h"
#include "console/widgets/savefile.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kTick = 1s;

} // namespace

TapPage::TapPage(ServerSession &session, TapFeed &feed, const Theme &theme, QWidget *parent)
    : ListPage(parent)
    , m_session(session)
    , m_feed(feed)
    , m_form(new TapForm(this))
    , m_start(new QPushButton(this))
    , m_hold(new QPushButton(tr("Pause"), this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_save(new QPushButton(tr("Save…"), this))
    , m_chip(new Chip(theme, this))
    , m_state(new QLabel(this))
    , m_table(new ListTable(m_feed.records(), theme, tr("Events as they end"), this))
    , m_trace(new TracePanel(this))
{
    m_table->view().setObjectName(u"tapTable"_s);
    m_table->setEmptyText(tr("Choose what to watch, how much of it and for how long; then start the tap."));
    m_feed.records().setPaused(false);
    QSplitter *splitter = listWithDetails(tableCard(m_table, this), 820, m_trace, 350, this);
    splitter->setObjectName(u"tapSplitter"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kPartGap);
    layout->addWidget(m_form);
    layout->addLayout(buildHead());
    layout->addWidget(splitter, 1);

    connect(&m_feed, &TapFeed::changed, this, &TapPage::showState);
    connect(m_form, &TapForm::changed, this, &TapPage::showState);
    connect(&session, &ServerSession::linkChanged, this, &TapPage::showState);
    connect(&session, &ServerSession::updated, this, &TapPage::showState);
    connect(&session.events(), &QAbstractItemModel::modelReset, this, &TapPage::showEvents);
    connect(m_table, &ListTable::selectionChanged, this, [this] {
        const QModelIndex row = m_feed.records().indexOf(m_table->currentId());
        m_trace->showRecord(row.isValid() ? m_feed.records().valuesAt(row.row()) : QJsonObject());
    });
    connect(&m_tick, &QTimer::timeout, this, &TapPage::showState);
    m_tick.start(kTick);
    showEvents();
    showState();
}

QLayout *TapPage::buildHead()
{
    m_start->setObjectName(u"tapStart"_s);
    m_start->setProperty("primary", true);
    m_hold->setObjectName(u"tapPause"_s);
    m_hold->setCheckable(true);
    m_clear->setObjectName(u"tapClear"_s);
    m_save->setObjectName(u"tapSave"_s);
    m_save->setToolTip(tr("Save what is listed, one JSON object a line"));
    m_state->setObjectName(u"tapState"_s);
    m_state->setProperty("tone", u"secondary"_s);
    m_state->setTextFormat(Qt::PlainText);
    connect(m_start, &QPushButton::clicked, this, &TapPage::startOrStop);
    connect(m_hold, &QPushButton::toggled, this, &TapPage::setHeld);
    connect(m_clear, &QPushButton::clicked, this, &TapPage::clear);
    connect(m_save, &QPushButton::clicked, this, &TapPage::save);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_start);
    head->addWidget(m_hold);
    head->addWidget(m_clear);
    head->addWidget(m_save);
    head->addWidget(m_chip);
    head->addWidget(m_state, 1);
    return head;
}

bool TapPage::focusFilter()
{
    m_form->focusFirst();
    return true;
}

void TapPage::prepareFor(qint64 connection)
{
    if (m_feed.isOn())
        m_feed.stop();
    m_form->setConnection(connection);
    m_form->focusFirst();
}

void TapPage::startOrStop()
{
    if (m_feed.isOn())
        m_feed.stop();
    else
        m_feed.start(m_form->params());
}

void TapPage::clear()
{
    m_feed.records().clear();
    showState();
}

void TapPage::save()
{
    saveFile(this, u"events.jsonl"_s, m_feed.records().toJsonLines(),
             [this](const QString &what) { m_state->setText(what); });
}

void TapPage::setHeld(bool held)
{
    m_feed.records().setPaused(held);
    showState();
}

void TapPage::showEvents()
{
    QStringList names;
    const EventsModel &events = m_session.events();
    for (int row = 0; row < events.rowCount(); ++row)
        names.append(events.index(row, EventsModel::EventColumn).data().toString());
    m_form->setEvents(names);
}

void TapPage::showState()
{
    const bool isOn = m_feed.isOn();
    const QString obstacle = m_session.obstacle();
    const bool isOffered = m_session.canCall(u"trace/start"_s);
    m_form->setPayloadsOffered(m_session.info().role == admin::Role::Admin);
    m_form->setEditable(!isOn);
    m_start->setText(isOn ? tr("Stop") : tr("Start"));
    const QString why = !obstacle.isEmpty() ? obstacle
        : !isOffered                        ? tr("This role may not tap.")
        : isOn                              ? QString()
                                            : m_form->missing();
    m_start->setEnabled(why.isEmpty() && m_feed.state() != TapFeed::State::Starting);
    m_start->setToolTip(why);
    m_hold->setEnabled(isOn || m_hold->isChecked());
    const bool hasRows = m_feed.records().rowCount() > 0;
    m_clear->setEnabled(hasRows);
    m_save->setEnabled(hasRows);
    const bool isRunning = m_feed.state() == TapFeed::State::Running;
    m_chip->setContent(isRunning ? m_hold->isChecked() ? tr("paused") : tr("● tapping") : QString(),
                       m_hold->isChecked() ? ColorRole::Accent : ColorRole::Ok);
    m_state->setText(describe());
    m_table->setEmptyText(isRunning ? tr("Waiting for an event that matches…")
                                    : tr("Choose what to watch, how much of it and for how long; then start the tap."));
}

QString TapPage::describe() const
{
    const TapFeed &feed = m_feed;
    QStringList parts;
    switch (feed.state()) {
    case TapFeed::State::Idle: parts.append(m_form->missing()); break;
    case TapFeed::State::Starting: parts.append(tr("Starting…")); break;
    case TapFeed::State::Running: parts.append(tr("ends in %1").arg(format::clockSpan(feed.left() / 1ms))); break;
    case TapFeed::State::Ended: parts.append(tr("The tap's time is over.")); break;
    case TapFeed::State::LinkLost: parts.append(tr("The tap ended with the link.")); break;
    case TapFeed::State::Refused: parts.append(tr("Refused: %1").arg(feed.error())); break;
    }
    if (const int rows = feed.records().rowCount(); rows > 0)
        parts.append(rows == TraceModel::kCapacity ? tr("the last %Ln events", nullptr, rows)
                                                   : tr("%n event(s)", nullptr, rows));
    if (feed.records().waiting() > 0)
        parts.append(tr("%Ln are waiting", nullptr, static_cast<int>(feed.records().waiting())));
    if (feed.dropped() > 0)
        parts.append(tr("%Ln more matched than may be shown", nullptr, static_cast<int>(feed.dropped())));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString TapPage::stateText() const
{
    return m_state->text();
}

} // namespace sluice::console
