// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/drainplanpanel.h"

#include "console/dialogs/namegate.h"
#include "console/models/drainforecast.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kGraceKey = "timeouts.shutdown-grace-ms";
constexpr std::chrono::milliseconds kGraceFallback{30'000};
constexpr int kMaximumGraceSeconds = 600;
/// The plan is asked for again so often while it is looked at.
constexpr std::chrono::milliseconds kPlanInterval{1000};

QString countText(quint64 count)
{
    return QLocale().toString(count);
}

} // namespace

DrainPlanPanel::DrainPlanPanel(ServerSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new QLabel(this))
    , m_grace(new QSpinBox(this))
    , m_reason(new QLineEdit(this))
    , m_exit(new QRadioButton(tr("&Exit"), this))
    , m_stay(new QRadioButton(tr("&Stay up, drained, until it may accept again"), this))
    , m_gate(new NameGate(u"shutdown"_s, this))
{
    m_text->setObjectName(u"shutdownPlan"_s);
    m_text->setWordWrap(true);
    m_text->setProperty("tone", u"secondary"_s);
    m_grace->setObjectName(u"shutdownGrace"_s);
    m_grace->setRange(0, kMaximumGraceSeconds);
    m_grace->setSuffix(tr(" s", "seconds, after a number"));
    m_grace->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_reason->setObjectName(u"shutdownReason"_s);
    m_reason->setMaxLength(200);
    m_reason->setPlaceholderText(tr("goes to the audit log"));
    m_exit->setObjectName(u"shutdownExit"_s);
    m_stay->setObjectName(u"shutdownStay"_s);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->addRow(tr("&Grace period"), m_grace);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("Then"), m_exit);
    form->addRow(QString(), m_stay);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"shutdownCancel"_s);
    cancel->setDefault(true);
    m_gate->addSafeButton(cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_text);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(m_gate);
    connect(cancel, &QPushButton::clicked, this, &DrainPlanPanel::cancelled);
    connect(m_gate, &NameGate::passed, this, &DrainPlanPanel::submit);
    connect(m_grace, &QSpinBox::valueChanged, this, &DrainPlanPanel::updateText);
    connect(m_exit, &QRadioButton::toggled, this, [this] {
        m_gate->setVerb(exits() ? tr("Drain and shut down") : tr("Drain"));
        updateText();
        updateObstacle();
    });
    connect(&m_planTimer, &QTimer::timeout, this, &DrainPlanPanel::fetchPlan);
    connect(&m_session, &ServerSession::linkChanged, this, &DrainPlanPanel::updateObstacle);
    connect(&m_session, &ServerSession::updated, this, [this] {
        if (m_planTimer.isActive()) // looked at, and not showing a refusal
            updateText();
    });
}

void DrainPlanPanel::open()
{
    const ServerInfo &info = m_session.info();
    m_epoch = info.epoch;
    m_plan.reset();
    m_grace->setValue(static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(configuredGrace()).count()));
    m_reason->clear();
    // Operators drain; what ends the process is for admins.
    const bool mayExit = info.mayCall(u"server/shutdown"_s);
    m_exit->setVisible(mayExit);
    m_exit->setChecked(mayExit);
    m_stay->setChecked(!mayExit);
    m_gate->setVerb(exits() ? tr("Drain and shut down") : tr("Drain"));
    m_gate->open(info.name);
    if (isVisible())
        watchPlan();
    updateText();
    updateObstacle();
    m_gate->focusName();
}

bool DrainPlanPanel::exits() const
{
    return m_exit->isChecked();
}

QString DrainPlanPanel::method() const
{
    return exits() ? u"server/shutdown"_s : u"server/drain"_s;
}

std::chrono::milliseconds DrainPlanPanel::configuredGrace() const
{
    const QJsonValue configured = m_session.config().runningValue(QString::fromLatin1(kGraceKey));
    return configured.isDouble() ? std::chrono::milliseconds(configured.toInteger()) : kGraceFallback;
}

void DrainPlanPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watchPlan();
}

void DrainPlanPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_planTimer.stop();
}

void DrainPlanPanel::watchPlan()
{
    m_planTimer.start(kPlanInterval);
    fetchPlan();
}

void DrainPlanPanel::fetchPlan()
{
    if (!m_session.canCall(u"drain/plan"_s))
        return;
    const QJsonObject params{{u"graceMs"_s, m_grace->value() * 1000}};
    m_session.client().request(this, u"drain/plan"_s, params, [this](const AdminReply &reply) {
        if (!reply.error)
            m_plan = admin::DrainProgress::fromJson(reply.result);
        if (m_planTimer.isActive()) // not over a refusal
            updateText();
    });
}

void DrainPlanPanel::updateText()
{
    if (m_session.history().isEmpty())
        return;
    const admin::Snapshot &sample = m_session.history().latest();
    const quint64 queued = m_plan ? m_plan->queued : sample.queueDepth();
    const quint64 inFlight = m_plan ? m_plan->inFlight : sample.inFlight;
    const auto clients = static_cast<int>(m_plan ? m_plan->connections : sample.connectionsOpen);
    QStringList sentences{tr("The server stops accepting at once."),
                          tr("%Ln events are finished and answered, %1 queued and %2 running.", nullptr,
                             static_cast<int>(queued + inFlight))
                              .arg(countText(queued), countText(inFlight))};
    if (const std::optional<DrainEstimate> estimate = DrainEstimate::of(m_session.history()))
        sentences.append(estimate->text());
    if (m_plan && m_plan->closeSpreadMs > 0)
        sentences.append(tr("Then %Ln clients are told to go elsewhere (1012), over %1 s so that they do not all come "
                            "back at once.",
                            nullptr, clients)
                             .arg(QLocale().toString(static_cast<double>(m_plan->closeSpreadMs) / 1000.0, 'g', 3)));
    else
        sentences.append(tr("Then %Ln clients are told to go elsewhere (1012).", nullptr, clients));
    sentences.append(
        exits()
            ? tr("The server exits. What is not finished after %1 s is answered with an error.").arg(m_grace->value())
            : tr("The server stays up, drained. What is not finished after %1 s is answered with an "
                 "error.")
                  .arg(m_grace->value()));
    m_text->setText(sentences.join(u' '));
}

void DrainPlanPanel::updateObstacle()
{
    const bool sameServer = m_session.info().epoch == m_epoch;
    const QString obstacle = m_session.obstacle(method());
    m_gate->setObstacle(obstacle.isEmpty() && !sameServer ? tr("The server was restarted since this dialog was opened.")
                                                          : obstacle);
}

void DrainPlanPanel::submit()
{
    QJsonObject params{{u"graceMs"_s, m_grace->value() * 1000}};
    if (const QString reason = m_reason->text().trimmed(); !reason.isEmpty())
        params[u"reason"_s] = reason;
    m_session.drainServer(method(), params, this, [this](const AdminReply &reply) {
        if (reply.error)
            showRefusal(reply.error->message);
        else
            Q_EMIT begun();
    });
}

void DrainPlanPanel::showRefusal(const QString &message)
{
    m_planTimer.stop(); // so that it stays there to be read
    m_text->setText(tr("The server refused: %1").arg(message));
    updateObstacle();
}

} // namespace sluice::console
