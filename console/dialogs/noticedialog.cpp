// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/noticedialog.h"

#include "console/models/requesttext.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 460;
constexpr int kTextHeight = 90;

} // namespace

NoticeDialog::NoticeDialog(ServerSession &session, const QString &user, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_user(user)
    , m_event(new QLineEdit(u"notice"_s, this))
    , m_text(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
    , m_send(new QPushButton(tr("Send"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Send a notice to %1").arg(user));
    setMinimumWidth(kWidth);
    build();
    connect(m_send, &QPushButton::clicked, this, &NoticeDialog::send);
    connect(m_event, &QLineEdit::textChanged, this, &NoticeDialog::updateSend);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoticeDialog::updateSend);
    connect(&session, &ServerSession::linkChanged, this, &NoticeDialog::updateSend);
    updateSend();
    m_text->setFocus();
}

void NoticeDialog::build()
{
    auto *title = new QLabel(windowTitle(), this);
    title->setProperty("tone", u"heading"_s);
    title->setTextFormat(Qt::PlainText);
    auto *hint = new QLabel(tr("It goes to all connections of this user as {\"text\": …}. The text itself is not "
                               "written to the audit log."),
                            this);
    hint->setProperty("tone", u"muted"_s);
    hint->setWordWrap(true);
    m_event->setObjectName(u"noticeEvent"_s);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(kTextHeight);
    m_problem->setProperty("tone", u"critical"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_send->setObjectName(u"noticeSend"_s);
    m_send->setProperty("primary", true);
    m_send->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->addRow(tr("&Event"), m_event);
    form->addRow(tr("&Text"), m_text);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
}

void NoticeDialog::updateSend()
{
    const QString obstacle = m_session.obstacle(kMethod);
    const bool isComplete = !m_event->text().trimmed().isEmpty() && !m_text->toPlainText().trimmed().isEmpty();
    m_send->setEnabled(obstacle.isEmpty() && isComplete && !m_isWaiting);
    m_send->setToolTip(obstacle);
}

void NoticeDialog::send()
{
    m_isWaiting = true;
    m_problem->hide();
    updateSend();
    const QJsonObject params{{u"users"_s, QJsonArray{m_user}},
                             {u"event"_s, m_event->text().trimmed()},
                             {u"params"_s, QJsonObject{{u"text"_s, m_text->toPlainText().trimmed()}}}};
    m_session.client().request(this, kMethod, params, [this](const AdminReply &reply) {
        m_isWaiting = false;
        updateSend();
        if (reply.error) {
            m_problem->setText(textOf(*reply.error));
            m_problem->show();
            return;
        }
        const bool isThere = reply.result.value("usersConnected"_L1).toInteger() > 0;
        Q_EMIT answered(isThere ? tr("The notice is on its way to %1.").arg(m_user)
                                : tr("%1 is no longer connected; nobody got the notice.").arg(m_user));
        accept();
    });
}

} // namespace sluice::console
