// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/serverspage.h"

#include "console/charts/chartcard.h"
#include "console/models/metricinfo.h"
#include "console/models/serverwatch.h"
#include "console/pages/comparison.h"

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
// Of a card, by what is in it and by the room there is. Units: logical pixels.
constexpr int kLeastCardWidth = 360;
constexpr int kMostCardWidth = 460;
constexpr auto kTick = 1s;
constexpr QLatin1StringView kComparedKey("comparison/servers");
constexpr QLatin1StringView kMetricKey("comparison/metric");

} // namespace

ServersPage::ServersPage(const Subject &subject, const Theme &theme, QWidget *parent)
    : ListPage(parent)
    , m_subject(subject)
    , m_theme(theme)
    , m_ground(new QWidget(this))
    , m_grid(new QGridLayout)
    , m_empty(new QLabel(tr("No server is saved yet. One is as soon as a connection to it has worked."), this))
    , m_scroll(new QScrollArea(this))
    , m_comparison(new Comparison(theme, this))
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
    m_scroll->setAccessibleName(tr("Saved servers"));
    m_scroll->setWidget(m_ground);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(230);
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kGap);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_comparison, 1);
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &ServersPage::showStates);
    connect(m_add, &QPushButton::clicked, this, &ServersPage::addWanted);
    connect(m_comparison, &Comparison::said, this, &ServersPage::said);
    connect(m_comparison, &Comparison::enlargeRequested, this, &ServersPage::enlarge);
    connect(m_comparison, &Comparison::metricChanged, this,
            [this] { m_subject.settings.setValue(kMetricKey, metricId(m_comparison->chosenMetric())); });
    connect(&subject.session, &ServerSession::linkChanged, this, [this] {
        updateWatches();
        showStates();
    });
    m_compared = subject.settings.value(kComparedKey).toStringList();
    if (const auto metric = metricFromId(subject.settings.value(kMetricKey).toString()))
        m_comparison->setMetric(*metric);
    reload();
}

void ServersPage::setCurrent(const ConnectionProfile &profile)
{
    m_current = profile;
    updateWatches();
    showStates();
}

void ServersPage::reload()
{
    qDeleteAll(m_cards);
    m_cards.clear();
    const QList<ConnectionProfile> profiles = ProfileStore(m_subject.settings).all();
    for (const ConnectionProfile &profile : profiles)
        addCard(profile);
    m_empty->setVisible(m_cards.isEmpty());
    m_comparison->setVisible(m_cards.size() > 1);
    updateWatches();
    showStates();
}

void ServersPage::addCard(const ConnectionProfile &profile)
{
    auto *card = new ServerCard(profile, m_theme, m_ground);
    m_cards.append(card);
    card->setCompared(m_compared.contains(profile.address()));
    connect(card, &ServerCard::comparedChanged, this, [this, profile](bool on) { setCompared(profile, on); });
    connect(card, &ServerCard::openWanted, this, [this, profile] { Q_EMIT openWanted(profile); });
    connect(card, &ServerCard::newWindowWanted, this, [this, profile] { Q_EMIT newWindowWanted(profile); });
    connect(card, &ServerCard::readOnlyChanged, this, [this, profile](bool on) { setReadOnly(profile, on); });
    // Later: the card that asks is not to be deleted while it does.
    connect(
        card, &ServerCard::forgetWanted, this,
        [this, profile] {
            ProfileStore(m_subject.settings).forget(profile);
            reload();
        },
        Qt::QueuedConnection);
}

void ServersPage::setReadOnly(ConnectionProfile profile, bool readOnly)
{
    QList<ConnectionProfile> profiles = ProfileStore(m_subject.settings).all();
    for (ConnectionProfile &saved : profiles) {
        if (!saved.hasSameAddress(profile))
            continue;
        saved.isReadOnly = readOnly;
        ProfileStore(m_subject.settings).update(saved);
        Q_EMIT readOnlyChanged(saved);
    }
}

void ServersPage::arrange()
{
    if (m_cards.isEmpty())
        return;
    int needed = kLeastCardWidth;
    for (const ServerCard *card : std::as_const(m_cards))
        needed = std::clamp(card->minimumSizeHint().width(), needed, kMostCardWidth);
    const int columns = std::max(1, (m_ground->width() + kGap) / (needed + kGap));
    const int width = std::clamp((m_ground->width() + kGap) / columns - kGap, needed, kMostCardWidth);
    if (m_grid->count() == m_cards.size() && columns == m_columns && width == m_cards.constFirst()->width())
        return;
    m_columns = columns;
    for (int i = 0; i < m_cards.size(); ++i) {
        m_grid->removeWidget(m_cards.at(i));
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns, Qt::AlignLeft);
        m_cards.at(i)->setFixedWidth(width);
    }
    // What is left goes to an empty column behind the last one. Setting a stretch makes columns.
    const int before = m_grid->columnCount();
    for (int column = 0; column < before; ++column)
        m_grid->setColumnStretch(column, 0);
    m_grid->setColumnStretch(columns, 1);
}

/// Cards have the room that they need, up to half of it while there is something to compare, and the chart has the
/// rest.
void ServersPage::shareRoom()
{
    const bool hasChart = m_comparison->card() != nullptr;
    static_cast<QBoxLayout *>(layout())->setStretchFactor(m_comparison, hasChart ? 1 : 0);
    const int needed = std::max(m_scroll->minimumHeight(), m_ground->heightForWidth(m_ground->width()));
    m_scroll->setMaximumHeight(hasChart ? needed : QWIDGETSIZE_MAX);
}

void ServersPage::resizeEvent(QResizeEvent *event)
{
    ListPage::resizeEvent(event);
    arrange();
    shareRoom();
}

void ServersPage::onActiveChanged()
{
    updateWatches();
    if (isActive()) {
        m_tick.start();
        showStates();
    } else {
        m_tick.stop();
    }
}

void ServersPage::showStates()
{
    for (ServerCard *card : std::as_const(m_cards))
        card->showState(stateOf(card->profile()));
    arrange(); // other words need other widths
    showComparison();
}

bool ServersPage::isOwn(const ConnectionProfile &profile) const
{
    // What is played in this process, as a recording, has no address.
    return profile.hasSameAddress(m_current) && m_subject.session.client().state() != LinkState::Disconnected
        && !m_subject.session.client().url().isEmpty();
}

ServerCard::State ServersPage::stateOf(const ConnectionProfile &profile) const
{
    if (isOwn(profile))
        return ownState();
    const ServerWatch *watch = m_watches.value(profile.address());
    return watch != nullptr ? stateOf(*watch) : ServerCard::State{false, tr("○ not connected"), ColorRole::Text3, {}};
}

ServerCard::State ServersPage::ownState() const
{
    ServerSession &session = m_subject.session;
    ServerCard::State state;
    switch (session.client().state()) {
    case LinkState::LinkLost:
        state = {false, tr("■ link lost"), ColorRole::Critical, tr("This console is trying to reach it.")};
        break;
    case LinkState::Live: state = liveState(session.info()); break;
    default: state = {false, tr("○ connecting…"), ColorRole::Accent, {}};
    }
    state.isCurrent = true;
    state.history = &session.history();
    state.nowMs = session.history().isEmpty() ? 0 : session.nowMs();
    state.isOld = session.client().state() != LinkState::Live;
    return state;
}

ServerCard::State ServersPage::stateOf(const ServerWatch &watch)
{
    ServerCard::State state;
    switch (watch.state()) {
    case LinkState::Live: state = liveState(watch.info()); break;
    case LinkState::LinkLost: state = {false, tr("■ link lost"), ColorRole::Critical, watch.obstacle()}; break;
    case LinkState::Disconnected: state = {false, tr("○ not connected"), ColorRole::Text3, watch.obstacle()}; break;
    default: state = {false, tr("○ connecting…"), ColorRole::Accent, watch.obstacle()};
    }
    state.history = &watch.history();
    state.nowMs = watch.history().isEmpty() ? 0 : watch.nowMs();
    state.isOld = !watch.isLive();
    return state;
}

ServerCard::State ServersPage::liveState(const ServerInfo &info)
{
    const bool isRunning = info.state == admin::ServerState::Running;
    return {false, isRunning ? tr("● live") : tr("▲ draining"), isRunning ? ColorRole::Ok : ColorRole::Warn,
            tr("version %1").arg(info.version)};
}

void ServersPage::updateWatches()
{
    QStringList wanted;
    for (const ServerCard *card : std::as_const(m_cards)) {
        const QString address = card->profile().address();
        if (isOwn(card->profile()))
            continue;
        wanted.append(address);
        ServerWatch *&watch = m_watches[address];
        if (watch != nullptr && watch->profile().tokenFile == card->profile().tokenFile
            && watch->profile().security == card->profile().security)
            continue;
        delete watch;
        watch = new ServerWatch(card->profile(), m_subject.clock, m_subject.random, this);
    }
    for (auto watch = m_watches.begin(); watch != m_watches.end();) {
        if (wanted.contains(watch.key())) {
            watch.value()->setActive(isActive());
            ++watch;
        } else {
            watch.value()->deleteLater();
            watch = m_watches.erase(watch);
        }
    }
}

void ServersPage::setCompared(const ConnectionProfile &profile, bool isCompared)
{
    m_compared.removeAll(profile.address());
    if (isCompared)
        m_compared.append(profile.address());
    m_subject.settings.setValue(kComparedKey, m_compared);
    showStates();
}

void ServersPage::showComparison()
{
    QList<Comparison::Server> servers;
    QHash<QString, int> uses; ///< Of each name.
    for (const ServerCard *card : std::as_const(m_cards))
        ++uses[card->profile().name];
    for (const QString &address : std::as_const(m_compared)) {
        const auto card = std::find_if(m_cards.cbegin(), m_cards.cend(),
                                       [&](const ServerCard *one) { return one->profile().address() == address; });
        if (card == m_cards.cend())
            continue;
        const ServerCard::State state = stateOf((*card)->profile());
        if (state.history == nullptr)
            continue;
        const QString &name = (*card)->profile().name;
        servers.append({name.isEmpty() || uses.value(name) > 1 ? address : name, state.history, state.nowMs});
    }
    m_comparison->show(servers);
    for (ServerCard *card : std::as_const(m_cards))
        card->setComparable(servers.size() < Comparison::kMostServers);
    shareRoom();
}

void ServersPage::setRangeSeconds(int seconds)
{
    m_comparison->setRangeSeconds(seconds);
}

void ServersPage::enlarge()
{
    const bool isEnlarged = !m_scroll->isHidden();
    m_scroll->setVisible(!isEnlarged);
    if (m_comparison->card())
        m_comparison->card()->setEnlarged(isEnlarged);
}

} // namespace sluice::console
