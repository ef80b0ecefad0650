// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/shutdowndialog.h"

#include "console/charts/draincurve.h"
#include "console/models/format.h"
#include "console/widgets/chip.h"
#include "console/widgets/progressring.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kGraceKey = "timeouts.shutdown-grace-ms";
constexpr std::chrono::milliseconds kGraceFallback{30'000};
constexpr int kMaximumGraceSeconds = 600;
constexpr int kPlanStep = 0;
constexpr int kProgressStep = 1;

QString phaseText(const QString &phase)
{
    if (phase == "balancer-grace"_L1)
        return ShutdownDialog::tr("Waiting for load balancers to notice.");
    if (phase == "stop-accepting"_L1)
        return ShutdownDialog::tr("Nothing new is accepted.");
    if (phase == "finish-work"_L1)
        return ShutdownDialog::tr("Finishing what was accepted: queue first, then what runs.");
    if (phase == "flush-broadcasts"_L1)
        return ShutdownDialog::tr("Sending the last pushes.");
    if (phase == "close-clients"_L1)
        return ShutdownDialog::tr("Closing the clients (1012, they come back elsewhere).");
    if (phase == "drained"_L1)
        return ShutdownDialog::tr("Drained.");
    return ShutdownDialog::tr("Stopping.");
}

double shareOf(quint64 part, quint64 whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

QString secondsText(double seconds)
{
    return format::withUnit(QLocale().toString(seconds, 'f', 1), ShutdownDialog::tr("s", "seconds"));
}

QString countText(quint64 count)
{
    return QLocale().toString(count);
}

} // namespace

ShutdownDialog::ShutdownDialog(ServerSession &session, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_environment(new Chip(theme, this))
    , m_asked(new QLabel(this))
    , m_steps(new QStackedWidget(this))
    , m_sentence(new QLabel(this))
{
    setObjectName(u"shutdownDialog"_s);
    setModal(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(14);
    buildHead(*layout);
    m_steps->addWidget(buildPlan());
    m_steps->addWidget(buildProgress());
    layout->addWidget(m_steps, 1);
    m_armTimer.setSingleShot(true);
    connect(&m_armTimer, &QTimer::timeout, this, &ShutdownDialog::updateArming);
    connect(&m_session, &ServerSession::drainChanged, this, &ShutdownDialog::showProgress);
    connect(&m_session, &ServerSession::updated, this, &ShutdownDialog::updatePlanText);
    connect(&m_session, &ServerSession::linkChanged, this, &ShutdownDialog::updateArming);
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

QWidget *ShutdownDialog::buildPlan()
{
    auto *page = new QWidget(this);
    m_plan = new QLabel(page);
    m_plan->setObjectName(u"shutdownPlan"_s);
    m_plan->setWordWrap(true);
    m_plan->setProperty("tone", u"secondary"_s);
    m_grace = new QSpinBox(page);
    m_grace->setObjectName(u"shutdownGrace"_s);
    m_grace->setRange(0, kMaximumGraceSeconds);
    m_grace->setSuffix(tr(" s", "seconds, after a number"));
    m_grace->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_reason = new QLineEdit(page);
    m_reason->setObjectName(u"shutdownReason"_s);
    m_reason->setMaxLength(200);
    m_reason->setPlaceholderText(tr("goes to the audit log"));
    m_name = new QLineEdit(page);
    m_name->setObjectName(u"shutdownName"_s);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->addRow(tr("&Grace period"), m_grace);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("Type the server's &name"), m_name);
    m_cancel = new QPushButton(tr("Cancel"), page);
    m_confirm = new QPushButton(tr("Drain and shut down"), page);
    m_confirm->setObjectName(u"shutdownConfirm"_s);
    m_confirm->setProperty("danger", true);
    // Enter never fires a red button.
    m_confirm->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_plan);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &ShutdownDialog::submit);
    connect(m_name, &QLineEdit::textChanged, this, &ShutdownDialog::updateArming);
    connect(m_grace, &QSpinBox::valueChanged, this, &ShutdownDialog::updatePlanText);
    return page;
}

QWidget *ShutdownDialog::buildProgress()
{
    auto *page = new QWidget(this);
    m_ring = new ProgressRing(m_theme, page);
    m_queue = new ProgressRow(tr("Queue left"), ColorRole::Accent, m_theme, page);
    m_queue->setObjectName(u"drainQueue"_s);
    m_inFlight = new ProgressRow(tr("In flight"), ColorRole::Ok, m_theme, page);
    m_clients = new ProgressRow(tr("Clients left"), ColorRole::Cyan, m_theme, page);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(4);
    rows->addStretch();
    for (ProgressRow *row : {m_queue, m_inFlight, m_clients})
        rows->addWidget(row);
    rows->addStretch();
    auto *top = new QHBoxLayout;
    top->setSpacing(20);
    top->addWidget(m_ring);
    top->addLayout(rows, 1);
    auto *card = new QFrame(page);
    card->setObjectName(u"card"_s);
    auto *curveTitle = new QLabel(tr("Events still in the server"), card);
    curveTitle->setProperty("tone", u"title"_s);
    m_curve = new DrainCurve(m_theme, card);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(10, 8, 6, 4);
    cardLayout->addWidget(curveTitle);
    cardLayout->addWidget(m_curve, 1);
    m_phase = new QLabel(page);
    m_phase->setObjectName(u"drainPhase"_s);
    m_phase->setProperty("tone", u"secondary"_s);
    m_sentence->setObjectName(u"drainSentence"_s);
    m_sentence->setWordWrap(true);
    m_close = new QPushButton(tr("Keep watching in background"), page);
    m_close->setObjectName(u"drainClose"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(card, 1);
    layout->addWidget(m_phase);
    layout->addWidget(m_sentence);
    layout->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::hide);
    return page;
}

void ShutdownDialog::openFor(Environment environment)
{
    m_targetName = m_session.info().name;
    m_targetEpoch = m_session.info().epoch;
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
    showStep(kPlanStep, {520, 320});
    m_cancel->setDefault(true);
    m_curve->clear();
    setWindowTitle(tr("Drain and shut down %1").arg(m_targetName));
    m_title->setText(windowTitle());
    m_asked->clear();
    m_grace->setValue(static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(defaultGrace()).count()));
    m_reason->clear();
    m_name->clear();
    m_name->setPlaceholderText(m_targetName);
    m_armTimer.start(kArmDelay);
    updatePlanText();
    updateArming();
    m_name->setFocus();
}

void ShutdownDialog::showStep(int step, const QSize &size)
{
    // The step that is not shown must not claim room.
    for (int i = 0; i < m_steps->count(); ++i) {
        const auto policy = i == step ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_steps->widget(i)->setSizePolicy(policy, policy);
    }
    m_steps->setCurrentIndex(step);
    resize(size);
}

std::chrono::milliseconds ShutdownDialog::defaultGrace() const
{
    const QJsonValue configured = m_session.config().runningValue(QString::fromLatin1(kGraceKey));
    return configured.isDouble() ? std::chrono::milliseconds(configured.toInteger()) : kGraceFallback;
}

void ShutdownDialog::updatePlanText()
{
    if (m_steps->currentIndex() != kPlanStep || m_session.history().isEmpty())
        return;
    const admin::Snapshot &now = m_session.history().latest();
    m_plan->setText(
        tr("The server stops accepting at once. %1 queued and %2 running events are finished and answered, then %3 "
           "clients are told to go elsewhere (1012), and the server exits. What is not finished after %4 s is "
           "answered with an error.")
            .arg(countText(now.queueDepth()), countText(now.inFlight), countText(now.connectionsOpen))
            .arg(m_grace->value()));
}

void ShutdownDialog::updateArming()
{
    const bool sameServer = m_session.info().epoch == m_targetEpoch;
    const bool named = m_name->text().trimmed() == m_targetName && !m_targetName.isEmpty();
    const bool allowed = m_session.canCall(u"server/shutdown"_s);
    m_confirm->setEnabled(named && sameServer && allowed && !m_armTimer.isActive());
    m_confirm->setToolTip(!allowed          ? tr("There is no link to the server.")
                              : !sameServer ? tr("The server was restarted since this dialog was opened.")
                              : !named      ? tr("Type the server's name first.")
                                            : QString());
}

void ShutdownDialog::submit()
{
    m_confirm->setEnabled(false);
    m_session.shutdownServer(std::chrono::seconds(m_grace->value()), m_reason->text().trimmed(), this,
                             [this](const AdminReply &reply) { onAnswer(reply); });
}

void ShutdownDialog::onAnswer(const AdminReply &reply)
{
    if (reply.error) {
        m_plan->setText(tr("The server refused: %1").arg(reply.error->message));
        updateArming();
        return;
    }
    showProgress();
}

void ShutdownDialog::showProgress()
{
    if (!m_session.drain()) {
        if (m_steps->currentIndex() == kProgressStep)
            hide();
        return;
    }
    const admin::DrainProgress &drain = *m_session.drain();
    if (m_steps->currentIndex() != kProgressStep) {
        showStep(kProgressStep, {680, 560});
        m_close->setDefault(true);
        m_targetName = m_session.info().name;
    }
    setWindowTitle(tr("Draining %1").arg(m_targetName));
    m_title->setText(windowTitle());
    const QString by = drain.requestedBy.isEmpty() ? QString() : tr("asked by %1").arg(drain.requestedBy);
    m_asked->setText(drain.reason.isEmpty() ? by : u"%1 · “%2”"_s.arg(by, drain.reason));
    const double elapsed = static_cast<double>(drain.elapsedMs) / 1000.0;
    const double grace = static_cast<double>(drain.graceMs) / 1000.0;
    const double left = std::max(0.0, grace - elapsed);
    m_ring->setContent(grace > 0 ? left / grace : 0, secondsText(left),
                       tr("of %1 s grace left").arg(QLocale().toString(grace, 'g', 4)),
                       left < grace / 5 ? ColorRole::Warn : ColorRole::Accent);
    m_queue->setContent(shareOf(drain.queued, drain.queuedAtStart),
                        tr("%1 of %2").arg(countText(drain.queued), countText(drain.queuedAtStart)));
    const quint64 workers = m_session.history().isEmpty() ? 0 : m_session.history().latest().workers;
    m_inFlight->setContent(shareOf(drain.inFlight, std::max(workers, drain.inFlight)), countText(drain.inFlight));
    m_clients->setContent(shareOf(drain.connections, drain.connectionsAtStart),
                          tr("%1 of %2").arg(countText(drain.connections), countText(drain.connectionsAtStart)));
    m_curve->append(elapsed, static_cast<double>(drain.queued + drain.inFlight), grace);
    m_phase->setText(phaseText(drain.phase));
    m_close->setText(tr("Keep watching in background"));
    if (m_session.isStoppedAsAsked())
        showEnd();
    else
        say(drain.abandoned > 0 ? u"warn"_s : u"ok"_s, forecast(drain));
}

QString ShutdownDialog::forecast(const admin::DrainProgress &drain) const
{
    const double elapsed = static_cast<double>(drain.elapsedMs) / 1000.0;
    const double grace = static_cast<double>(drain.graceMs) / 1000.0;
    if (drain.abandoned > 0)
        return tr("The grace period ended: %1 events were answered with an error.").arg(countText(drain.abandoned));
    if (drain.queued + drain.inFlight == 0)
        return tr("All %1 events were answered. Nothing was lost.").arg(countText(drain.answered));
    const std::optional<double> end = m_curve->projectedEnd();
    if (!end)
        return tr("Not shrinking yet; %1 s of grace are left.").arg(QLocale().toString(grace - elapsed, 'f', 0));
    if (*end <= grace)
        return tr("At the present rate the server is empty in about %1 s, %2 s before the grace period ends. Nothing "
                  "will be lost.")
            .arg(QLocale().toString(*end - elapsed, 'f', 0), QLocale().toString(grace - *end, 'f', 0));
    return tr("At the present rate the server is not empty when the grace period ends: it would need %1 s more.")
        .arg(QLocale().toString(*end - grace, 'f', 0));
}

void ShutdownDialog::showEnd()
{
    const quint64 lost = m_session.drain()->abandoned;
    m_title->setText(tr("%1 has stopped").arg(m_targetName));
    setWindowTitle(m_title->text());
    m_ring->setContent(0, tr("stopped"), {}, ColorRole::Text3);
    m_clients->setContent(0, tr("%1 of %2").arg(countText(0), countText(m_session.drain()->connectionsAtStart)));
    m_phase->setText(tr("This console waits for its return."));
    m_close->setText(tr("Close"));
    if (lost == 0)
        say(u"ok"_s, tr("Stopped as asked, nothing lost."));
    else
        say(u"warn"_s, tr("Stopped as asked; %1 events were answered with an error.").arg(countText(lost)));
}

QString ShutdownDialog::sentence() const
{
    return m_sentence->text();
}

void ShutdownDialog::say(const QString &tone, const QString &text)
{
    m_sentence->setProperty("tone", tone);
    m_sentence->setText(text);
    m_sentence->style()->unpolish(m_sentence);
    m_sentence->style()->polish(m_sentence);
}

} // namespace sluice::console
