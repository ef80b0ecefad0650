// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/serverspage.h"

#include "console/models/format.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kGap = 10;
constexpr auto kTick = 1s;

} // namespace

ServersPage::ServersPage(ServerSession &session, QSettings &settings, const Theme &theme, QWidget *parent)
    : ListPage(parent)
    , m_session(session)
    , m_settings(settings)
    , m_theme(theme)
    , m_ground(new QWidget(this))
    , m_grid(new QGridLayout)
    , m_empty(new QLabel(tr("No server is saved yet. One is as soon as a connection to it has worked."), this))
    , m_add(new QPushButton(tr("Connect to another server…"), this))
{
    auto *title = new QLabel(tr("Saved servers"), this);
    title->setProperty("tone", u"title"_s);
    m_add->setObjectName(u"serverAdd"_s);
    m_empty->setProperty("tone", u"muted"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_grid->setSpacing(kGap);
    m_grid->setContentsMargins(0, 0, 0, 0);
    auto *ground = new QVBoxLayout(m_ground);
    ground->setContentsMargins(0, 0, 0, 0);
    ground->addLayout(m_grid);
    ground->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Saved servers"));
    scroll->setWidget(m_ground);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kGap);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(scroll, 1);
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &ServersPage::showStates);
    connect(m_add, &QPushButton::clicked, this, &ServersPage::addWanted);
    connect(&session, &ServerSession::linkChanged, this, &ServersPage::showStates);
    reload();
}

void ServersPage::setCurrent(const ConnectionProfile &profile)
{
    m_current = profile;
    showStates();
}

void ServersPage::reload()
{
    qDeleteAll(m_cards);
    m_cards.clear();
    const QList<ConnectionProfile> profiles = ProfileStore(m_settings).all();
    for (const ConnectionProfile &profile : profiles)
        addCard(profile);
    m_empty->setVisible(m_cards.isEmpty());
    arrange();
    showStates();
}

void ServersPage::addCard(const ConnectionProfile &profile)
{
    auto *card = new ServerCard(profile, m_theme, m_ground);
    m_cards.append(card);
    connect(card, &ServerCard::openWanted, this, [this, profile] { Q_EMIT openWanted(profile); });
    connect(card, &ServerCard::newWindowWanted, this, [this, profile] { Q_EMIT newWindowWanted(profile); });
    connect(card, &ServerCard::readOnlyChanged, this, [this, profile](bool on) { setReadOnly(profile, on); });
    // Later: the card that asks is not to be deleted while it does.
    connect(
        card, &ServerCard::forgetWanted, this,
        [this, profile] {
            ProfileStore(m_settings).forget(profile);
            reload();
        },
        Qt::QueuedConnection);
}

void ServersPage::setReadOnly(ConnectionProfile profile, bool readOnly)
{
    QList<ConnectionProfile> profiles = ProfileStore(m_settings).all();
    for (ConnectionProfile &saved : profiles) {
        if (!saved.hasSameAddress(profile))
            continue;
        saved.isReadOnly = readOnly;
        ProfileStore(m_settings).update(saved);
        Q_EMIT readOnlyChanged(saved);
    }
}

void ServersPage::arrange()
{
    if (m_cards.isEmpty())
        return;
    const int columns = std::max(1, (m_ground->width() + kGap) / (m_cards.constFirst()->width() + kGap));
    for (int i = 0; i < m_cards.size(); ++i) {
        m_grid->removeWidget(m_cards.at(i));
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns, Qt::AlignTop | Qt::AlignLeft);
    }
    // What is left goes to an empty column behind the last one. Setting a stretch makes columns.
    const int before = m_grid->columnCount();
    for (int column = 0; column < before; ++column)
        m_grid->setColumnStretch(column, 0);
    m_grid->setColumnStretch(columns, 1);
}

void ServersPage::resizeEvent(QResizeEvent *event)
{
    ListPage::resizeEvent(event);
    arrange();
}

void ServersPage::onActiveChanged()
{
    if (isActive()) {
        m_tick.start();
        arrange();
        showStates();
    } else {
        m_tick.stop();
    }
}

void ServersPage::showStates()
{
    for (ServerCard *card : std::as_const(m_cards))
        card->showState(stateOf(card->profile()));
}

ServerCard::State ServersPage::stateOf(const ConnectionProfile &profile) const
{
    const LinkState link = m_session.client().state();
    if (!profile.hasSameAddress(m_current) || link == LinkState::Disconnected)
        return {false, tr("○ not connected"), ColorRole::Text3, tr("Open it to see how it is.")};
    if (link == LinkState::LinkLost)
        return {true, tr("■ link lost"), ColorRole::Critical, tr("This console is trying to reach it.")};
    if (link != LinkState::Live)
        return {true, tr("○ connecting…"), ColorRole::Accent, {}};
    const bool isRunning = m_session.info().state == admin::ServerState::Running;
    const SampleHistory &history = m_session.history();
    const QString facts = history.isEmpty()
        ? tr("version %1").arg(m_session.info().version)
        : tr("%1 connections · %2 events/s · version %3")
              .arg(format::compact(static_cast<double>(history.latest().connectionsOpen)),
                   format::compact(history.value(Metric::ReceivedRate)), m_session.info().version);
    return {true, isRunning ? tr("● live") : tr("▲ draining"), isRunning ? ColorRole::Ok : ColorRole::Warn, facts};
}

} // namespace sluice::console
