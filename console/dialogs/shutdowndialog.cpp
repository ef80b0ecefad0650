// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/shutdowndialog.h"

#include "console/dialogs/drainplanpanel.h"
#include "console/dialogs/drainprogresspanel.h"
#include "console/dialogs/namegate.h"
#include "console/widgets/chip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kPlanSize{540, 400};
constexpr QSize kProgressSize{760, 640};

} // namespace

ShutdownDialog::ShutdownDialog(ServerSession &session, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_environment(new Chip(theme, this))
    , m_asked(new QLabel(this))
    , m_steps(new QStackedWidget(this))
    , m_plan(new DrainPlanPanel(session, this))
    , m_progress(new DrainProgressPanel(session, theme, this))
{
    setObjectName(u"shutdownDialog"_s);
    setModal(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(14);
    buildHead(*layout);
    m_steps->addWidget(m_plan);
    m_steps->addWidget(m_progress);
    m_steps->addWidget(buildForce());
    layout->addWidget(m_steps, 1);
    connect(m_plan, &DrainPlanPanel::cancelled, this, &QDialog::reject);
    connect(m_plan, &DrainPlanPanel::begun, this, &ShutdownDialog::showProgress);
    connect(m_progress, &DrainProgressPanel::closed, this, &QDialog::hide);
    connect(m_progress, &DrainProgressPanel::forceWanted, this, &ShutdownDialog::showForce);
    connect(&m_session, &ServerSession::drainChanged, this, &ShutdownDialog::showProgress);
    connect(&m_session, &ServerSession::linkChanged, this, [this] {
        if (m_session.drain())
            showProgress();
    });
}

void ShutdownDialog::buildHead(QVBoxLayout &layout)
{
    m_title->setProperty("tone", u"heading"_s);
    m_asked->setProperty("tone", u"muted"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_environment);
    head->addStretch();
    head->addWidget(m_asked);
    layout.addLayout(head);
}

QWidget *ShutdownDialog::buildForce()
{
    auto *page = new QWidget(this);
    m_forceText = new QLabel(page);
    m_forceText->setObjectName(u"forceText"_s);
    m_forceText->setWordWrap(true);
    m_forceGate = new NameGate(u"force"_s, page);
    auto *back = new QPushButton(tr("Back to the drain"), page);
    back->setObjectName(u"forceBack"_s);
    m_forceGate->addSafeButton(back);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_forceText);
    layout->addStretch(1);
    layout->addWidget(m_forceGate);
    connect(back, &QPushButton::clicked, this, &ShutdownDialog::leaveForce);
    connect(m_forceGate, &NameGate::passed, this, &ShutdownDialog::force);
    return page;
}

void ShutdownDialog::openFor(Environment environment)
{
    m_targetName = m_session.info().name;
    const QString word = toString(environment).toUpper();
    m_environment->setContent(word, environment == Environment::Production ? ColorRole::Critical : ColorRole::Warn,
                              true);
    if (m_session.drain())
        showProgress();
    else
        showPlan();
    show();
    raise();
    activateWindow();
}

void ShutdownDialog::showPlan()
{
    showStep(PlanStep, kPlanSize);
    m_progress->clear();
    const bool mayExit = m_session.info().mayCall(u"server/shutdown"_s);
    setWindowTitle(mayExit ? tr("Drain and shut down %1").arg(m_targetName) : tr("Drain %1").arg(m_targetName));
    m_title->setText(windowTitle());
    m_asked->clear();
    m_plan->open();
}

void ShutdownDialog::showStep(Step step, const QSize &size)
{
    const QPoint middle = geometry().center();
    // The steps that are not shown must not claim room.
    for (int i = 0; i < m_steps->count(); ++i) {
        const auto policy = i == step ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_steps->widget(i)->setSizePolicy(policy, policy);
    }
    m_steps->setCurrentIndex(step);
    resize(size);
    if (isVisible()) // it grows to all sides, or its buttons would leave a small screen
        move(pos() + middle - geometry().center());
}

void ShutdownDialog::showProgressStep()
{
    showStep(ProgressStep, kProgressSize);
    m_progress->focusClose();
}

void ShutdownDialog::showProgress()
{
    if (!m_session.drain()) {
        if (m_steps->currentIndex() != PlanStep)
            hide();
        return;
    }
    m_targetName = m_session.info().name;
    m_progress->showDrain();
    const admin::DrainProgress &drain = *m_session.drain();
    const bool isOver = m_session.isStoppedAsAsked() || drain.phase == "drained"_L1 || drain.phase == "stopping"_L1;
    if (m_steps->currentIndex() == ForceStep && !isOver) {
        updateForce();
        return;
    }
    if (m_steps->currentIndex() != ProgressStep)
        showProgressStep();
    const QString by = drain.requestedBy.isEmpty() ? QString() : tr("asked by %1").arg(drain.requestedBy);
    m_asked->setText(drain.reason.isEmpty() ? by : u"%1 · “%2”"_s.arg(by, drain.reason));
    setWindowTitle(m_session.isStoppedAsAsked()      ? tr("%1 has stopped").arg(m_targetName)
                       : drain.phase == "drained"_L1 ? tr("%1 is drained").arg(m_targetName)
                                                     : tr("Draining %1").arg(m_targetName));
    m_title->setText(windowTitle());
}

void ShutdownDialog::showForce()
{
    showStep(ForceStep, kPlanSize);
    m_forceGate->open(m_targetName);
    setWindowTitle(tr("Stop %1 now").arg(m_targetName));
    m_title->setText(windowTitle());
    updateForce();
    m_forceGate->focusName();
}

void ShutdownDialog::updateForce()
{
    const admin::DrainProgress &drain = *m_session.drain();
    const auto lost = static_cast<int>(unanswered(drain));
    m_forceText->setText(
        tr("%Ln events that are not answered yet get an error.", nullptr, lost) + u' '
        + tr("%Ln clients are told to go elsewhere (1012) all at once.", nullptr, static_cast<int>(drain.connections))
        + u' ' + tr("This cannot be taken back."));
    m_forceGate->setVerb(lost == 0 ? tr("Stop now") : tr("Stop now, lose %Ln events", nullptr, lost));
    m_forceGate->setObstacle(m_session.obstacle(u"drain/force"_s));
}

void ShutdownDialog::force()
{
    m_session.drainServer(u"drain/force"_s, {}, this, [this](const AdminReply &reply) {
        if (reply.error) {
            m_forceText->setText(tr("The server refused: %1").arg(reply.error->message));
            return;
        }
        leaveForce();
    });
}

void ShutdownDialog::leaveForce()
{
    showProgressStep();
    showProgress();
}

QString ShutdownDialog::sentence() const
{
    return m_progress->sentence();
}

void ShutdownDialog::keyPressEvent(QKeyEvent *event)
{
    // In a field Enter would press the default button, which throws away what was typed.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

} // namespace sluice::console
