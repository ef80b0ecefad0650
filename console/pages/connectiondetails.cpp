// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/connectiondetails.h"

#include "console/dialogs/disconnectflow.h"
#include "console/dialogs/muteflow.h"
#include "console/dialogs/noticedialog.h"
#include "console/dialogs/revokeflow.h"
#include "console/models/connectionlists.h"
#include "console/models/format.h"
#include "console/models/listvalues.h"
#include "console/widgets/chip.h"
#include "console/widgets/listdelegate.h"
#include "console/widgets/listtable.h"

#include <QDateTime>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace show = listvalues;

namespace {

constexpr auto kInterval = 1s;
constexpr int kMinWidth = 330;

} // namespace

ConnectionDetails::ConnectionDetails(ServerSession &session, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_state(new Chip(theme, this))
    , m_subtitle(new QLabel(this))
    , m_facts(new QFormLayout)
    , m_eventsTitle(new QLabel(tr("Last events"), this))
    , m_table(new ListTable(m_events, theme, tr("Last events of this connection"), this))
{
    setObjectName(u"panelCard"_s);
    setMinimumWidth(kMinWidth);
    build();
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &ConnectionDetails::poll);
    connect(&session, &ServerSession::linkChanged, this, [this] {
        m_events.setStale(m_session.client().state() != LinkState::Live);
        updateActions();
    });
    connect(&session, &ServerSession::updated, this, &ConnectionDetails::updateActions);
    showConnection(0, {});
}

void ConnectionDetails::build()
{
    m_title->setObjectName(u"connectionTitle"_s);
    m_title->setProperty("tone", u"heading"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_subtitle->setProperty("tone", u"muted"_s);
    m_subtitle->setTextFormat(Qt::PlainText);
    m_subtitle->setWordWrap(true);
    m_eventsTitle->setProperty("tone", u"title"_s);
    m_facts->setHorizontalSpacing(14);
    m_facts->setVerticalSpacing(4);
    m_facts->setLabelAlignment(Qt::AlignLeft);
    m_table->setEmptyText(tr("No event of this connection is remembered."));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_subtitle);
    layout->addLayout(m_facts);
    layout->addWidget(m_eventsTitle);
    layout->addWidget(m_table, 1);
    layout->addWidget(buildActions());
    layout->addStretch();
}

QWidget *ConnectionDetails::buildActions()
{
    m_actions = new QWidget(this);
    m_tap = new QPushButton(tr("Tap events"), m_actions);
    m_tap->setObjectName(u"connectionTap"_s);
    m_notice = new QPushButton(tr("Send notice…"), m_actions);
    m_notice->setObjectName(u"connectionNotice"_s);
    m_mute = new QPushButton(tr("Mute"), m_actions);
    m_mute->setObjectName(u"connectionMute"_s);
    m_mute->setMenu(buildMuteMenu());
    m_revoke = new QPushButton(tr("Revoke tokens…"), m_actions);
    m_revoke->setObjectName(u"connectionRevoke"_s);
    m_disconnect = new QPushButton(tr("Disconnect…"), m_actions);
    m_disconnect->setObjectName(u"connectionDisconnect"_s);
    m_disconnect->setProperty("danger", true);
    auto *grid = new QGridLayout(m_actions);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->addWidget(m_tap, 0, 0);
    grid->addWidget(m_notice, 0, 1);
    grid->addWidget(m_mute, 1, 0);
    grid->addWidget(m_revoke, 1, 1);
    grid->addWidget(m_disconnect, 2, 0, 1, 2);
    connect(m_tap, &QPushButton::clicked, this, [this] { Q_EMIT tapWanted(m_id); });
    connect(m_notice, &QPushButton::clicked, this, [this] { Q_EMIT noticeWanted(m_row.value("user"_L1).toString()); });
    connect(m_revoke, &QPushButton::clicked, this, [this] { Q_EMIT revokeWanted(m_row.value("user"_L1).toString()); });
    connect(m_disconnect, &QPushButton::clicked, this, [this] { Q_EMIT disconnectWanted(m_id, name()); });
    return m_actions;
}

QMenu *ConnectionDetails::buildMuteMenu()
{
    auto *menu = new QMenu(m_mute);
    const auto add = [this, menu](const QString &text, std::chrono::milliseconds length) {
        menu->addAction(text, this, [this, length] {
            const QString user = m_row.value("user"_L1).toString();
            Q_EMIT muteWanted(user, user.isEmpty() ? m_row.value("address"_L1).toString() : QString(), length);
        });
    };
    for (const int minutes : {5, 15, 60})
        add(tr("For %n minute(s)", nullptr, minutes), std::chrono::minutes(minutes));
    add(tr("For a day"), 24h);
    return menu;
}

QString ConnectionDetails::name() const
{
    const QString user = m_row.value("user"_L1).toString();
    return user.isEmpty() ? tr("connection %1").arg(m_id) : user;
}

void ConnectionDetails::showConnection(qint64 id, const QJsonObject &row)
{
    if (id == m_id && id != 0)
        return;
    m_id = id;
    m_isGone = false;
    m_events.clear();
    const bool isOne = id != 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_eventsTitle, m_table, m_actions})
        part->setVisible(isOne);
    showRow(row);
    if (!isOne) {
        m_title->setText(tr("No connection selected"));
        m_subtitle->setText(tr("Select a row to see what is known of it, its last events, and what can be done."));
        return;
    }
    poll();
}

void ConnectionDetails::setActive(bool active)
{
    if (!active) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    poll();
}

void ConnectionDetails::poll()
{
    if (m_id == 0 || m_isGone || m_isPending || !m_timer.isActive() || m_session.client().state() != LinkState::Live)
        return;
    m_isPending = true;
    m_session.client().request(this, u"connections/get"_s, {{u"id"_s, m_id}},
                               [this, asked = m_id](const AdminReply &reply) { onReply(asked, reply); });
}

void ConnectionDetails::onReply(qint64 asked, const AdminReply &reply)
{
    m_isPending = false;
    if (asked != m_id) {
        poll();
        return;
    }
    if (reply.error) {
        if (reply.error->is(ErrorCode::NotFound))
            showGone();
        return;
    }
    m_events.replace(reply.result.value("recent"_L1).toArray());
    showRow(reply.result);
}

void ConnectionDetails::showGone()
{
    m_isGone = true;
    m_state->setContent(tr("○ gone"), ColorRole::Text3);
    updateActions();
}

void ConnectionDetails::showRow(const QJsonObject &row)
{
    m_row = row;
    updateActions();
    if (row.isEmpty()) {
        const QStringList facts = m_values.keys();
        for (const QString &fact : facts)
            setFact(fact, {});
        m_state->setContent({}, ColorRole::Text3);
        return;
    }
    const QString state = row.value("state"_L1).toString();
    m_title->setText(ConnectionLists::userText(row));
    m_state->setContent(ConnectionLists::stateText(state), colorOf(ConnectionLists::stateTone(state)));
    QStringList subtitle{row.value("address"_L1).toString(), row.value("tls"_L1).toBool() ? tr("TLS") : tr("no TLS")};
    if (const QString agent = row.value("userAgent"_L1).toString(); !agent.isEmpty())
        subtitle.append(agent);
    m_subtitle->setText(subtitle.join(u" · "_s));
    const qint64 ageMs = row.value("ageMs"_L1).toInteger();
    setFact(tr("Connection"), QString::number(m_id));
    setFact(tr("Role"), show::words(u"roles"_s)(row));
    setFact(tr("Age"), format::uptime(ageMs));
    setFact(tr("RTT"),
            row.value("rttMs"_L1).isDouble() ? format::withUnit(ConnectionLists::roundTripText(row), tr("ms"))
                                             : tr("not measured yet"));
    setFact(tr("Events in"),
            tr("%1, now %2/s").arg(show::number(u"received"_s)(row), show::rate(u"inPerSecond"_s)(row)));
    setFact(
        tr("Refused"),
        tr("%1, of these %2 by a rate limit").arg(show::number(u"refused"_s)(row), show::number(u"limited"_s)(row)));
    setFact(tr("Send buffer"), format::bytes(row.value("pendingBytes"_L1).toDouble()));
    setFact(tr("I/O thread"), row.value("thread"_L1).toVariant().toString());
    setFact(tr("Origin"), row.value("origin"_L1).toString());
}

void ConnectionDetails::setFact(const QString &name, const QString &value)
{
    QLabel *&text = m_values[name];
    if (text == nullptr) {
        auto *label = new QLabel(name, this);
        label->setProperty("tone", u"muted"_s);
        text = new QLabel(this);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_facts->addRow(label, text);
    }
    if (text->text() != value)
        text->setText(value);
    m_facts->setRowVisible(text, !value.isEmpty());
}

void ConnectionDetails::updateActions()
{
    const ServerInfo &info = m_session.info();
    m_notice->setVisible(info.mayCall(NoticeDialog::kMethod));
    m_disconnect->setVisible(info.mayCall(DisconnectFlow::kMethod));
    m_mute->setVisible(info.mayCall(MuteFlow::kMuteMethod));
    m_revoke->setVisible(info.mayCall(RevokeFlow::kRevokeMethod));
    const QString obstacle = m_session.obstacle();
    const bool isSignedIn = !m_row.value("user"_L1).toString().isEmpty();
    const QString why = obstacle.isEmpty() && m_isGone ? tr("This connection is gone.") : obstacle;
    for (QPushButton *button : {m_tap, m_notice, m_mute, m_revoke, m_disconnect}) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    }
    if (why.isEmpty() && !isSignedIn) {
        m_notice->setEnabled(false);
        m_notice->setToolTip(tr("Notices go to users, and this one has not signed in."));
        m_revoke->setEnabled(false);
        m_revoke->setToolTip(tr("This one has not signed in with a token."));
    }
}

} // namespace sluice::console
