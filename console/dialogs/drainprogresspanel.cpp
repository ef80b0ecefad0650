// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/drainprogresspanel.h"

#include "console/charts/draincurve.h"
#include "console/models/format.h"
#include "console/widgets/pageparts.h"
#include "console/widgets/progressring.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastMoreGraceSeconds = 30;

struct Step {
    QLatin1String phase;
    const char *text;
};
// In the order of a drain.
constexpr std::array kSteps{
    Step{QLatin1String("balancer-grace"),
         QT_TRANSLATE_NOOP("sluice::console::DrainProgressPanel",
                           "Not ready any more: balancers send clients elsewhere")},
    Step{QLatin1String("finish-work"),
         QT_TRANSLATE_NOOP("sluice::console::DrainProgressPanel",
                           "Nothing new is accepted; what is inside is finished")},
    Step{QLatin1String("flush-broadcasts"),
         QT_TRANSLATE_NOOP("sluice::console::DrainProgressPanel", "The last pushes are sent")},
    Step{QLatin1String("close-clients"),
         QT_TRANSLATE_NOOP("sluice::console::DrainProgressPanel", "Clients are told to go elsewhere (1012)")},
};

double shareOf(quint64 part, quint64 whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

QString secondsText(double seconds)
{
    return format::withUnit(QLocale().toString(seconds, 'f', 1), DrainProgressPanel::tr("s", "seconds"));
}

QString countText(quint64 count)
{
    return QLocale().toString(count);
}

/// Before the closes begin everything can be taken back.
bool beforeCloses(const QString &phase)
{
    return phase == kSteps[0].phase || phase == kSteps[1].phase || phase == kSteps[2].phase
        || phase == "stop-accepting"_L1;
}

} // namespace

DrainProgressPanel::DrainProgressPanel(ServerSession &session, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_ring(new ProgressRing(theme, this))
    , m_queue(new ProgressRow(tr("Queue left"), ColorRole::Accent, theme, this))
    , m_inFlight(new ProgressRow(tr("In flight"), ColorRole::Ok, theme, this))
    , m_pushes(new ProgressRow(tr("Pushes to send"), ColorRole::Violet, theme, this))
    , m_clients(new ProgressRow(tr("Clients left"), ColorRole::Cyan, theme, this))
    , m_steps(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    m_queue->setObjectName(u"drainQueue"_s);
    m_inFlight->setObjectName(u"drainInFlight"_s);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(4);
    rows->addStretch();
    for (ProgressRow *row : {m_queue, m_inFlight, m_pushes, m_clients})
        rows->addWidget(row);
    rows->addStretch();
    auto *top = new QHBoxLayout;
    top->setSpacing(20);
    top->addWidget(m_ring);
    top->addLayout(rows, 1);
    auto *card = new QFrame(this);
    card->setObjectName(u"card"_s);
    auto *curveTitle = new QLabel(tr("Events still in the server"), card);
    curveTitle->setProperty("tone", u"title"_s);
    m_curve = new DrainCurve(theme, card);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(10, 8, 6, 4);
    cardLayout->addWidget(curveTitle);
    cardLayout->addWidget(m_curve, 1);
    auto *saved = new QLabel(card);
    saved->setTextFormat(Qt::PlainText);
    saved->setProperty("tone", u"muted"_s);
    saved->hide();
    cardLayout->addWidget(saved);
    connect(m_curve, &DrainCurve::said, saved, [saved](const QString &what) {
        saved->setText(what);
        saved->show();
    });
    m_steps->setObjectName(u"drainPhase"_s);
    m_steps->setTextFormat(Qt::PlainText);
    m_steps->setProperty("tone", u"secondary"_s);
    m_sentence->setObjectName(u"drainSentence"_s);
    m_sentence->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(card, 1);
    layout->addWidget(m_steps);
    layout->addWidget(m_sentence);
    buildButtons();
}

QPushButton *DrainProgressPanel::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void DrainProgressPanel::buildButtons()
{
    m_resume = addButton(u"drainResume"_s, tr("Cancel: accept again"));
    m_pause = addButton(u"drainPause"_s, tr("Pause"));
    m_extend = addButton(u"drainExtend"_s, tr("More grace"));
    m_force = addButton(u"drainForce"_s, tr("Stop now…"));
    m_force->setProperty("danger", true);
    m_close = addButton(u"drainClose"_s, tr("Keep watching in background"));
    m_close->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_resume, m_pause, m_extend})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_force);
    buttons->addWidget(m_close);
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(m_resume, &QPushButton::clicked, this, [this] { change(u"server/resume"_s); });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        const bool paused = m_session.drain() && m_session.drain()->paused;
        change(paused ? u"drain/continue"_s : u"drain/pause"_s);
    });
    connect(m_extend, &QPushButton::clicked, this, [this] {
        const int more = std::max(kLeastMoreGraceSeconds, m_missingSeconds);
        change(u"drain/extend"_s, {{u"byMs"_s, more * 1000}});
    });
    connect(m_force, &QPushButton::clicked, this, &DrainProgressPanel::forceWanted);
    connect(m_close, &QPushButton::clicked, this, &DrainProgressPanel::closed);
}

void DrainProgressPanel::clear()
{
    m_curve->clear();
    m_begun = {};
    m_mostPending = 0;
    m_missingSeconds = 0;
}

void DrainProgressPanel::change(const QString &method, const QJsonObject &params)
{
    m_session.drainServer(method, params, this, [this](const AdminReply &reply) {
        if (reply.error)
            say(u"critical"_s, tr("The server refused: %1").arg(reply.error->message));
    });
}

void DrainProgressPanel::showDrain()
{
    const admin::DrainProgress &drain = *m_session.drain();
    const double elapsed = static_cast<double>(drain.elapsedMs) / 1000.0;
    const double grace = static_cast<double>(drain.graceMs) / 1000.0;
    const double left = std::max(0.0, grace - elapsed);
    m_ring->setContent(grace > 0 ? left / grace : 0, secondsText(left),
                       tr("of %1 s grace left").arg(QLocale().toString(grace, 'g', 4)),
                       drain.paused           ? ColorRole::Text3
                           : left < grace / 5 ? ColorRole::Warn
                                              : ColorRole::Accent);
    m_curve->append(elapsed, static_cast<double>(unanswered(drain)),
                    static_cast<double>(workDeadlineMs(drain)) / 1000.0);
    const DrainForecast forecast = DrainForecast::of(drain, m_curve->projectedEnd());
    m_missingSeconds = forecast.missingSeconds;
    showRows(drain);
    showSteps(drain);
    showButtons(drain);
    say(forecast.losesEvents ? u"warn"_s : u"ok"_s, forecast.sentence);
    if (m_session.isStoppedAsAsked())
        showEnd(drain);
}

void DrainProgressPanel::showRows(const admin::DrainProgress &drain)
{
    m_queue->setContent(shareOf(drain.queued, drain.queuedAtStart),
                        tr("%1 of %2").arg(countText(drain.queued), countText(drain.queuedAtStart)));
    const bool sampled = !m_session.history().isEmpty();
    const quint64 workers = sampled ? m_session.history().latest().workers : 0;
    const QString oldest = drain.inFlight > 0 ? oldestHandler() : QString();
    m_inFlight->setContent(shareOf(drain.inFlight, std::max(workers, drain.inFlight)),
                           oldest.isEmpty() ? countText(drain.inFlight)
                                            : tr("%1, oldest: %2").arg(countText(drain.inFlight), oldest));
    const quint64 pending = sampled ? m_session.history().latest().outboundBytes : 0;
    m_mostPending = std::max(m_mostPending, pending);
    m_pushes->setContent(shareOf(pending, m_mostPending), format::bytes(static_cast<double>(pending)));
    m_clients->setContent(shareOf(drain.connections, drain.connectionsAtStart),
                          tr("%1 of %2").arg(countText(drain.connections), countText(drain.connectionsAtStart)));
}

QString DrainProgressPanel::oldestHandler() const
{
    const std::vector<admin::WorkerSummary> &workers = m_session.history().latest().workerList;
    const auto oldest = std::max_element(workers.begin(), workers.end(),
                                         [](const auto &a, const auto &b) { return a.eventMs < b.eventMs; });
    if (oldest == workers.end() || oldest->event.isEmpty())
        return {};
    return tr("%1 for %2").arg(oldest->event, secondsText(static_cast<double>(oldest->eventMs) / 1000.0));
}

void DrainProgressPanel::showSteps(const admin::DrainProgress &drain)
{
    const QString phase = drain.phase == "stop-accepting"_L1 ? QString(kSteps[1].phase) : drain.phase;
    const auto now = std::find_if(kSteps.begin(), kSteps.end(), [&](const Step &step) { return step.phase == phase; });
    // Behind the last one: drained or stopping.
    const auto current = static_cast<size_t>(now - kSteps.begin());
    if (current < kSteps.size() && !m_begun[current])
        m_begun[current] = drain.elapsedMs;
    QStringList lines;
    for (size_t i = 0; i < kSteps.size(); ++i) {
        const QChar mark = i < current ? u'✓' : i == current ? u'●' : u'○';
        QString line = QString(mark) + u"  "_s + tr(kSteps[i].text);
        if (i <= current && m_begun[i])
            line += tr(" (since %1)").arg(secondsText(static_cast<double>(*m_begun[i]) / 1000.0));
        lines.append(line);
    }
    m_steps->setText(lines.join(u'\n'));
}

void DrainProgressPanel::showButtons(const admin::DrainProgress &drain)
{
    const bool changeable = beforeCloses(drain.phase);
    const bool closing = drain.phase == "close-clients"_L1;
    const bool gone = m_session.isStoppedAsAsked();
    const auto show = [&](QPushButton *button, const QString &method, bool useful) {
        button->setVisible(m_session.info().mayCall(method) && useful && !gone);
        button->setEnabled(m_session.canCall(method));
        button->setToolTip(m_session.obstacle(method));
    };
    show(m_resume, u"server/resume"_s, changeable || (!drain.thenExit && !closing));
    show(m_pause, u"drain/pause"_s, changeable);
    show(m_extend, u"drain/extend"_s, changeable);
    show(m_force, u"drain/force"_s, changeable || closing);
    m_pause->setText(drain.paused ? tr("Continue") : tr("Pause"));
    m_extend->setText(tr("+%1 s grace").arg(QLocale().toString(std::max(kLeastMoreGraceSeconds, m_missingSeconds))));
    m_force->setText(unanswered(drain) == 0
                         ? tr("Stop now…")
                         : tr("Stop now, lose %Ln events…", nullptr, static_cast<int>(unanswered(drain))));
    m_close->setText(gone ? tr("Close") : tr("Keep watching in background"));
}

void DrainProgressPanel::showEnd(const admin::DrainProgress &drain)
{
    m_ring->setContent(0, tr("stopped"), {}, ColorRole::Text3);
    m_clients->setContent(0, tr("%1 of %2").arg(countText(0), countText(drain.connectionsAtStart)));
    m_pushes->setContent(0, format::bytes(0));
    const bool mayReturn = !m_session.client().url().isEmpty();
    m_steps->setText(mayReturn ? tr("This console waits for its return.") : tr("The practice is over."));
    if (drain.abandoned == 0)
        say(u"ok"_s, tr("Stopped as asked, nothing lost."));
    else
        say(u"warn"_s,
            tr("Stopped as asked; %Ln events were answered with an error.", nullptr,
               static_cast<int>(drain.abandoned)));
}

void DrainProgressPanel::focusClose()
{
    m_close->setFocus();
}

QString DrainProgressPanel::sentence() const
{
    return m_sentence->text();
}

void DrainProgressPanel::say(const QString &tone, const QString &text)
{
    console::say(*m_sentence, tone, text);
}

} // namespace sluice::console
