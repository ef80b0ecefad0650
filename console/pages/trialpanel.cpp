// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/trialpanel.h"

#include "console/models/format.h"
#include "console/models/requesttext.h"
#include "console/widgets/pageparts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

TrialPanel::TrialPanel(ServerSession &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_text(tonedLabel({}, u"warn"_s, this))
    , m_keep(new QPushButton(tr("Keep it"), this))
    , m_undo(new QPushButton(tr("Take it back now"), this))
{
    m_text->setObjectName(u"trialText"_s);
    m_text->setWordWrap(true);
    m_keep->setObjectName(u"trialKeep"_s);
    m_keep->setProperty("primary", true);
    m_undo->setObjectName(u"trialUndo"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_undo);
    buttons->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(m_keep, &QPushButton::clicked, this, [this] { end(true); });
    connect(m_undo, &QPushButton::clicked, this, [this] { end(false); });
    connect(&m_session, &ServerSession::updated, this, &TrialPanel::refresh);
    connect(&m_session, &ServerSession::linkChanged, this, &TrialPanel::refresh);
    connect(&m_session, &ServerSession::trialEnded, this, &TrialPanel::onEnded);
    refresh();
}

void TrialPanel::refresh()
{
    setVisible(m_session.trial().has_value());
    if (!m_session.trial())
        return;
    m_text->setText(tr("▲ Revision %1 goes back by itself in %2.")
                        .arg(m_session.trial()->revision)
                        .arg(format::clockSpan(m_session.trialLeft().count())));
    const auto offer = [this](QPushButton &button, const QString &method) {
        button.setEnabled(m_session.canCall(method));
        button.setToolTip(m_session.obstacle(method));
    };
    offer(*m_keep, u"config/confirm"_s);
    offer(*m_undo, u"config/revert"_s);
}

void TrialPanel::end(bool keep)
{
    m_keep->setEnabled(false);
    m_undo->setEnabled(false);
    m_session.endTrial(keep, this, [this](const AdminReply &reply) {
        if (reply.error)
            Q_EMIT told(u"critical"_s, textOf(*reply.error));
    });
}

void TrialPanel::onEnded(quint64 revision, bool isKept)
{
    if (isKept)
        Q_EMIT told(u"ok"_s, tr("Revision %1 is kept.").arg(revision));
    else
        Q_EMIT told(u"warn"_s, tr("Revision %1 has gone back.").arg(revision));
}

} // namespace sluice::console
