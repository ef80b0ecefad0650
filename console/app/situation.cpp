// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/situation.h"

#include "console/models/format.h"
#include "console/models/metricinfo.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A rate over so long tells whether a queue is filling, without the noise of single samples. Units: ms.
constexpr qint64 kTrendMs = 20'000;
constexpr double kForecastLimitSeconds = 600;
constexpr double kForecastNewsSeconds = 90;

} // namespace

std::optional<Situation::Message> Situation::message() const
{
    if (m_session.client().state() == LinkState::LinkLost)
        return lost();
    for (const auto look : {&Situation::connecting, &Situation::drain, &Situation::queue, &Situation::alert,
                            &Situation::trial, &Situation::reduced, &Situation::forecast}) {
        if (std::optional<Message> found = (this->*look)())
            return found;
    }
    return std::nullopt;
}

Situation::Message Situation::lost() const
{
    const QString time = m_session.history().isEmpty()
        ? u"–"_s
        : QDateTime::fromMSecsSinceEpoch(m_session.history().latestMs()).time().toString(u"HH:mm:ss"_s);
    // What is played in this process has no address, and does not come back.
    const bool mayReturn = !m_session.client().url().isEmpty();
    const QString retry = mayReturn ? tr("Retry now") : QString();
    if (m_session.isStoppedAsAsked()) {
        const quint64 lost = m_session.drain() ? m_session.drain()->abandoned : 0;
        const QString what = lost == 0 ? tr("Nothing was lost.")
                                       : tr("%Ln events were answered with an error.", nullptr, static_cast<int>(lost));
        const QString next = mayReturn ? tr("This console waits for its return.") : tr("The practice is over.");
        return {StatusShape::Unknown, tr("%1 stopped at %2.").arg(m_session.info().name, time), what + u' ' + next,
                retry};
    }
    return {StatusShape::Critical, tr("No data since %1.").arg(time),
            tr("The server may be fine: only the admin link is down (%1). Actions are disabled; charts keep what "
               "they have.")
                .arg(m_session.client().lastFailure().detail),
            retry};
}

std::optional<Situation::Message> Situation::connecting() const
{
    const AdminClient &client = m_session.client();
    const bool isSigningIn = client.state() == LinkState::SigningIn;
    // What is played in this process has no address, and answers at once.
    if ((client.state() != LinkState::Connecting && !isSigningIn) || client.url().isEmpty())
        return std::nullopt;
    const QString text = isSigningIn ? tr("Signing in at %1…") : tr("Connecting to %1…");
    return Message{StatusShape::Unknown, text.arg(client.url().authority()),
                   tr("Without an answer this is given up after %1 s.").arg(AdminClient::kConnectTimeout / 1s),
                   tr("Cancel")};
}

std::optional<Situation::Message> Situation::drain() const
{
    if (m_session.client().state() != LinkState::Live || m_session.info().state == admin::ServerState::Running)
        return std::nullopt;
    if (m_session.info().state == admin::ServerState::Drained)
        return Message{StatusShape::Warning, tr("Out of service: drained."),
                       tr("The server stays up and answers new clients with 503 until it is resumed.")};
    const auto &drain = m_session.drain();
    if (!drain)
        return std::nullopt;
    const qint64 leftMs = std::max<qint64>(0, drain->graceMs - drain->elapsedMs);
    const QString text = drain->paused ? tr("Drain paused, %1 s left.") : tr("Draining, %1 s left.");
    return Message{StatusShape::Warning, text.arg((leftMs + 999) / 1000),
                   tr("%Ln events are still inside.", nullptr, static_cast<int>(drain->queued + drain->inFlight))};
}

std::optional<Situation::Message> Situation::alert() const
{
    const std::optional<Alert> worst = m_alerts.worst();
    if (!worst)
        return std::nullopt;
    const int others = m_alerts.activeCount() - 1;
    return Message{worst->rule.isCritical ? StatusShape::Critical : StatusShape::Warning,
                   tr("%1 is at %2.").arg(worst->rule.subject(), worst->rule.valueText(worst->value)),
                   tr("The rule: %1. It has held for %2.")
                           .arg(worst->rule.text(), format::clockSpan(m_session.nowMs() - worst->beganMs))
                       + (others > 0 ? u' ' + tr("%n other alert(s).", nullptr, others) : QString()),
                   tr("Show"),
                   tr("Silence 10 min"),
                   worst->rule.id};
}

std::optional<Situation::Message> Situation::reduced() const
{
    if (m_session.client().state() != LinkState::Live || !m_session.history().areUpdatesReduced())
        return std::nullopt;
    const double perSecond = 1000.0 / static_cast<double>(m_session.history().intervalMs());
    return Message{
        StatusShape::Warning,
        tr("The server reduced its updates to %1 Hz to protect itself.").arg(QLocale().toString(perSecond, 'g', 2)),
        tr("Its admin side has more to do than it may (admin.cpu-share). No sample is lost: those in between "
           "are fetched when it is over.")};
}

std::optional<Situation::Message> Situation::queue() const
{
    if (!knowsQueue())
        return std::nullopt;
    const admin::Snapshot &now = m_session.history().latest();
    const double fill = m_session.history().value(Metric::QueueFill);
    const double alert = now.alertThreshold * 100;
    const double drop = now.dropThreshold * 100;
    if (alert <= 0 || fill < alert)
        return std::nullopt;
    if (fill >= drop)
        return aboutQueue(StatusShape::Critical,
                          tr("The queue is at %1: low-priority events are refused.").arg(format::percent(fill)),
                          flow());
    const double rise = queueRise();
    const double seconds = (drop - fill) / rise;
    const QString whenRefused = std::isfinite(seconds) && rise > 0 && seconds < kForecastLimitSeconds
        ? tr("Refusing begins at %1, in about %2 s. ").arg(format::percent(drop)).arg(std::ceil(seconds))
        : tr("Refusing begins at %1. ").arg(format::percent(drop));
    return aboutQueue(
        StatusShape::Warning,
        tr("The queue is at %1, over the alert threshold of %2.").arg(format::percent(fill), format::percent(alert)),
        whenRefused + flow());
}

std::optional<Situation::Message> Situation::trial() const
{
    if (!m_session.trial())
        return std::nullopt;
    return Message{StatusShape::Warning,
                   tr("Revision %1 of the configuration goes back in %2.")
                       .arg(m_session.trial()->revision)
                       .arg(format::clockSpan(m_session.trialLeft().count())),
                   tr("It is on trial: keep it, or take it back now."), tr("Show")};
}

std::optional<Situation::Message> Situation::forecast() const
{
    if (!knowsQueue())
        return std::nullopt;
    const double fill = m_session.history().value(Metric::QueueFill);
    const double alert = m_session.history().latest().alertThreshold * 100;
    const double rise = queueRise();
    const double seconds = (alert - fill) / rise;
    // What is small, far off or unknown is no news.
    if (!(fill > alert / 2) || !(rise > 0) || !(seconds < kForecastNewsSeconds))
        return std::nullopt;
    return aboutQueue(
        StatusShape::Warning,
        tr("The queue is at %1 and rises by %2 a second:").arg(format::percent(fill), format::percent(rise)),
        tr("the alert threshold (%1) in about %2 s. ").arg(format::percent(alert)).arg(std::ceil(seconds)) + flow());
}

bool Situation::knowsQueue() const
{
    return !m_session.history().isEmpty() && m_session.client().state() == LinkState::Live
        && !m_alerts.isSilenced(metricId(Metric::QueueFill));
}

Situation::Message Situation::aboutQueue(StatusShape status, const QString &headline, const QString &text) const
{
    return {status, headline, text, tr("Show queue"), tr("Silence 10 min"), metricId(Metric::QueueFill)};
}

// Units: percent of the capacity a second.
double Situation::queueRise() const
{
    const SampleHistory &history = m_session.history();
    const double fill = history.value(Metric::QueueFill);
    return (fill - history.valueAgo(Metric::QueueFill, kTrendMs)) * 1000 / kTrendMs;
}

QString Situation::flow() const
{
    const SampleHistory &history = m_session.history();
    return tr("Received %1/s, processed %2/s.")
        .arg(format::compact(history.value(Metric::ReceivedRate)),
             format::compact(history.value(Metric::ProcessedRate)));
}

} // namespace sluice::console
