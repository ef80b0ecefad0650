// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/alertmonitor.h"

#include "console/models/format.h"
#include "console/models/metricinfo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kEventsInterval = 5s;
// What began longer ago is no news. Units: s.
constexpr int kRecentSeconds = 30;

bool isWorse(const Alert &one, const Alert &other)
{
    if (one.rule.isCritical != other.rule.isCritical)
        return one.rule.isCritical;
    return one.beganMs > other.beganMs;
}

} // namespace

AlertMonitor::AlertMonitor(ServerSession &session, const Clock &clock, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
    , m_settings(settings)
{
    connect(&m_session, &ServerSession::sampled, this, [this] {
        if (m_recorded)
            showRecorded();
        else
            evaluate();
    });
    connect(&m_eventsTimer, &QTimer::timeout, this, [this] {
        const bool wanted = std::any_of(m_rules.cbegin(), m_rules.cend(),
                                        [](const AlertRule &rule) { return rule.isEnabled && rule.isOfEvent(); });
        if (wanted)
            m_session.fetchEvents();
    });
    m_eventsTimer.start(kEventsInterval);
}

void AlertMonitor::watch(const QString &server)
{
    m_server = server;
    m_states.clear();
    m_past.clear();
    m_evaluatedMs = 0;
    m_recorded.reset();
    load();
    Q_EMIT rulesChanged();
    Q_EMIT changed();
}

void AlertMonitor::replay(const QList<AlertRule> &rules, const QList<Alert> &alerts)
{
    m_server.clear();
    m_silences.clear();
    m_rules = rules;
    m_recorded = alerts;
    showRecorded();
    Q_EMIT rulesChanged();
}

void AlertMonitor::showRecorded()
{
    m_states.clear();
    m_past.clear();
    const qint64 nowMs = m_session.nowMs();
    for (Alert alert : std::as_const(*m_recorded)) {
        if (alert.beganMs > nowMs)
            continue;
        if (alert.endedMs != 0 && alert.endedMs <= nowMs) {
            m_past.append(alert);
            continue;
        }
        alert.endedMs = 0;
        // What is known of that instant; the table of events is of the end.
        if (const double value = valueFor(alert.rule); metricFromId(alert.rule.metric) && std::isfinite(value))
            alert.value = value;
        m_states[alert.rule.id].active = alert;
    }
    Q_EMIT changed();
}

void AlertMonitor::tick()
{
    if (m_recorded)
        return;
    const qint64 nowMs = m_session.nowMs();
    for (const AlertRule &rule : std::as_const(m_rules)) {
        if (rule.metric == AlertRule::kLinkAge)
            evaluate(rule, valueFor(rule), nowMs);
    }
    const qint64 wallMs = wallNowMs();
    if (m_silences.removeIf([&](const auto &silence) { return silence.value() <= wallMs; }) > 0) {
        store();
        Q_EMIT changed();
    }
}

void AlertMonitor::evaluate()
{
    // Also what was restored from the server's ring: what held before this console was opened is told, too.
    const QList<SampleHistory::Sample> &samples = m_session.history().samples();
    auto sample = std::upper_bound(samples.cbegin(), samples.cend(), m_evaluatedMs,
                                   [](qint64 ms, const SampleHistory::Sample &one) { return ms < one.timeMs; });
    for (; sample != samples.cend(); ++sample) {
        const bool isNewest = sample->timeMs == m_session.history().latestMs();
        for (const AlertRule &rule : std::as_const(m_rules)) {
            if (const std::optional<Metric> metric = metricFromId(rule.metric))
                evaluate(rule, sample->values[static_cast<size_t>(*metric)], sample->timeMs);
            else if (isNewest)
                evaluate(rule, valueFor(rule), sample->timeMs);
        }
    }
    m_evaluatedMs = m_session.history().latestMs();
}

double AlertMonitor::valueFor(const AlertRule &rule) const
{
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    if (m_session.history().isEmpty())
        return kUnknown;
    if (const std::optional<Metric> metric = metricFromId(rule.metric))
        return m_session.history().value(*metric);
    // A server that was told to stop is not missed.
    if (rule.metric == AlertRule::kLinkAge)
        return m_session.isStoppedAsAsked() ? 0.0 : static_cast<double>(m_session.unheardFor().count()) / 1000.0;
    return m_session.events().value(rule.event, rule.metric.mid(AlertRule::kEventPrefix.size())).value_or(kUnknown);
}

void AlertMonitor::evaluate(const AlertRule &rule, double value, qint64 atMs)
{
    if (!rule.isEnabled)
        return;
    State &state = m_states[rule.id];
    // What is unknown neither holds nor not: it changes nothing.
    if (!std::isfinite(value))
        return;
    if (!rule.holds(value)) {
        state.heldSinceMs = 0;
        if (state.active && state.clearSinceMs == 0)
            state.clearSinceMs = atMs;
        const qint64 endAfterMs = rule.metric == AlertRule::kLinkAge ? 0 : kEndAfterMs;
        if (state.active && atMs - state.clearSinceMs >= endAfterMs)
            end(state, atMs);
        return;
    }
    state.clearSinceMs = 0;
    if (state.heldSinceMs == 0)
        state.heldSinceMs = atMs;
    if (state.active) {
        state.active->value = value;
        state.active->worst =
            rule.isAbove ? std::max(state.active->worst, value) : std::min(state.active->worst, value);
    } else if (atMs - state.heldSinceMs >= rule.forSeconds * 1000LL) {
        begin(rule, state, value);
    }
}

void AlertMonitor::begin(const AlertRule &rule, State &state, double value)
{
    state.active = Alert{rule, state.heldSinceMs, 0, value, value};
    m_session.activity().add({.kind = ActivityKind::AlertBegan,
                              .timeMs = state.heldSinceMs,
                              .isCritical = rule.isCritical,
                              .word = [rule, value](ActivityEntry &entry) {
                                  entry.text = tr("%1 at %2").arg(rule.subject(), rule.valueText(value));
                                  entry.note = rule.text();
                              }});
    Q_EMIT changed();
    if (!isSilenced(rule.id) && m_session.nowMs() - state.heldSinceMs < (rule.forSeconds + kRecentSeconds) * 1000LL)
        Q_EMIT began(*state.active);
}

void AlertMonitor::end(State &state, qint64 nowMs)
{
    Alert alert = *state.active;
    alert.endedMs = std::max(state.clearSinceMs, alert.beganMs + 1);
    state = {};
    m_past.prepend(alert);
    if (m_past.size() > kPastCapacity)
        m_past.removeLast();
    m_session.activity().add({.kind = ActivityKind::AlertEnded,
                              .timeMs = std::min(alert.endedMs, nowMs),
                              .word = [alert](ActivityEntry &entry) {
                                  entry.text = (alert.rule.isAbove ? tr("%1 back under %2") : tr("%1 back over %2"))
                                                   .arg(alert.rule.subject(), alert.rule.valueText(alert.rule.bound));
                                  entry.note = tr("lasted %1, at worst %2")
                                                   .arg(format::clockSpan(alert.endedMs - alert.beganMs),
                                                        alert.rule.valueText(alert.worst));
                              }});
    Q_EMIT changed();
}

QList<Alert> AlertMonitor::alerts() const
{
    QList<Alert> active;
    for (const State &state : m_states) {
        if (state.active)
            active.append(*state.active);
    }
    std::sort(active.begin(), active.end(),
              [](const Alert &one, const Alert &other) { return one.beganMs > other.beganMs; });
    return active + m_past;
}

std::optional<Alert> AlertMonitor::worst() const
{
    std::optional<Alert> result;
    for (const State &state : m_states) {
        if (state.active && !isSilenced(state.active->rule.id) && (!result || isWorse(*state.active, *result)))
            result = state.active;
    }
    return result;
}

int AlertMonitor::activeCount() const
{
    return static_cast<int>(std::count_if(m_states.cbegin(), m_states.cend(), [this](const State &state) {
        return state.active && !isSilenced(state.active->rule.id);
    }));
}

void AlertMonitor::setRules(const QList<AlertRule> &rules)
{
    m_rules = rules;
    // A rule that is gone or off holds no more; one that changed begins again.
    m_states.removeIf([&](const auto &state) {
        return std::none_of(rules.cbegin(), rules.cend(), [&](const AlertRule &rule) {
            return rule.id == state.key() && rule.isEnabled
                && (!state.value().active || state.value().active->rule.toJson() == rule.toJson());
        });
    });
    store();
    Q_EMIT rulesChanged();
    Q_EMIT changed();
}

void AlertMonitor::setRule(const AlertRule &rule)
{
    QList<AlertRule> rules = m_rules;
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const AlertRule &other) { return other.id == rule.id; });
    if (found == rules.end())
        rules.append(rule);
    else
        *found = rule;
    setRules(rules);
}

void AlertMonitor::removeRule(const QString &id)
{
    QList<AlertRule> rules = m_rules;
    rules.removeIf([&](const AlertRule &rule) { return rule.id == id; });
    setRules(rules);
}

void AlertMonitor::silence(const QString &ruleId, std::chrono::minutes howLong)
{
    m_silences[ruleId] = wallNowMs() + std::chrono::milliseconds(howLong).count();
    store();
    Q_EMIT changed();
}

void AlertMonitor::endSilence(const QString &ruleId)
{
    m_silences.remove(ruleId);
    store();
    Q_EMIT changed();
}

qint64 AlertMonitor::silencedUntilMs(const QString &ruleId) const
{
    const qint64 untilMs = m_silences.value(ruleId);
    return untilMs > wallNowMs() ? untilMs : 0;
}

qint64 AlertMonitor::wallNowMs() const
{
    return toUnixMs(m_clock.wallNow());
}

QString AlertMonitor::settingsKey(QLatin1StringView what) const
{
    // Slashes would make groups of it.
    return u"alerts/%1/%2"_s.arg(QString::fromLatin1(m_server.toUtf8().toPercentEncoding()), what);
}

void AlertMonitor::load()
{
    m_rules = AlertRule::defaults();
    m_silences.clear();
    if (const QByteArray stored = m_settings.value(settingsKey("rules"_L1)).toByteArray(); !stored.isEmpty()) {
        m_rules.clear();
        const QJsonArray rules = QJsonDocument::fromJson(stored).array();
        for (const QJsonValue &rule : rules)
            m_rules.append(AlertRule::fromJson(rule.toObject()));
    }
    const QJsonObject silences =
        QJsonDocument::fromJson(m_settings.value(settingsKey("silences"_L1)).toByteArray()).object();
    for (auto silence = silences.begin(); silence != silences.end(); ++silence)
        m_silences[silence.key()] = silence.value().toInteger();
}

void AlertMonitor::store() const
{
    if (m_server.isEmpty())
        return;
    QJsonArray rules;
    for (const AlertRule &rule : m_rules)
        rules.append(rule.toJson());
    QJsonObject silences;
    for (auto silence = m_silences.begin(); silence != m_silences.end(); ++silence)
        silences[silence.key()] = silence.value();
    m_settings.setValue(settingsKey("rules"_L1), QJsonDocument(rules).toJson(QJsonDocument::Compact));
    m_settings.setValue(settingsKey("silences"_L1), QJsonDocument(silences).toJson(QJsonDocument::Compact));
}

} // namespace sluice::console
