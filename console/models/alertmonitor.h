// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/alertrule.h"
#include "console/models/serversession.h"

#include <QMap>
#include <QObject>
#include <QTimer>

class QSettings;

namespace sluice::console {

/// One time that a rule held.
struct Alert {
    AlertRule rule;
    qint64 beganMs = 0; ///< On the charts' time line. Units: ms since the Unix epoch.
    qint64 endedMs = 0; ///< 0: it still holds.
    double value = 0;   ///< The newest.
    double worst = 0;

    [[nodiscard]] bool isActive() const { return endedMs == 0; }
};

/// Watches one server by the operator's rules: what holds, what held, what is silenced. Rules and silences are kept in
/// the user's settings, for each server.
/// Thread: main.
class AlertMonitor : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kPastCapacity = 200;
    /// What flickers around its bound is one alert: it ends after so long. Units: ms.
    static constexpr qint64 kEndAfterMs = 5000;

    /// All of them outlive this.
    AlertMonitor(ServerSession &session, const Clock &clock, QSettings &settings, QObject *parent = nullptr);

    /// Takes the rules of that server and forgets the alerts of the one before.
    void watch(const QString &server);
    /// Instead of watching: shows what a recording holds, as it was at each instant. Nothing of it is kept.
    void replay(const QList<AlertRule> &rules, const QList<Alert> &alerts);
    [[nodiscard]] bool isReplay() const { return m_recorded.has_value(); }
    /// Looks at what ages without samples.
    void tick();

    [[nodiscard]] const QList<AlertRule> &rules() const { return m_rules; }
    void setRules(const QList<AlertRule> &rules);
    /// Adds it, or replaces the one with its id.
    void setRule(const AlertRule &rule);
    void removeRule(const QString &id);
    /// Where the charts' time line stands. Units: ms since the Unix epoch.
    [[nodiscard]] qint64 nowMs() const { return m_session.nowMs(); }
    [[nodiscard]] ServerSession &session() { return m_session; }
    /// The newest value that a rule looks at; NaN when unknown.
    [[nodiscard]] double valueFor(const AlertRule &rule) const;

    /// The active ones first, then what is over; each newest first.
    [[nodiscard]] QList<Alert> alerts() const;
    /// The worst that holds and is not silenced; nothing: all is well.
    [[nodiscard]] std::optional<Alert> worst() const;
    [[nodiscard]] int activeCount() const;

    void silence(const QString &ruleId, std::chrono::minutes howLong);
    void endSilence(const QString &ruleId);
    /// Units: ms since the Unix epoch, by this machine's clock; 0: not silenced.
    [[nodiscard]] qint64 silencedUntilMs(const QString &ruleId) const;
    [[nodiscard]] bool isSilenced(const QString &ruleId) const { return silencedUntilMs(ruleId) != 0; }

Q_SIGNALS:
    void rulesChanged();
    /// Alerts began, ended, or were silenced.
    void changed();
    /// One that is not silenced, and not of long ago: what the server remembers is looked at, too.
    void began(const sluice::console::Alert &alert);

private:
    struct State {
        qint64 heldSinceMs = 0; ///< 0: it does not hold.
        qint64 clearSinceMs = 0;
        std::optional<Alert> active;
    };

    void showRecorded();
    void evaluate();
    void evaluate(const AlertRule &rule, double value, qint64 atMs);
    void begin(const AlertRule &rule, State &state, double value);
    void end(State &state, qint64 nowMs);
    void load();
    void store() const;
    [[nodiscard]] QString settingsKey(QLatin1StringView what) const;
    [[nodiscard]] qint64 wallNowMs() const;

    ServerSession &m_session;
    const Clock &m_clock;
    QSettings &m_settings;
    QString m_server;
    QList<AlertRule> m_rules = AlertRule::defaults();
    QHash<QString, State> m_states;
    qint64 m_evaluatedMs = 0; ///< The newest sample that was looked at.
    QList<Alert> m_past;      ///< Newest first.
    QMap<QString, qint64> m_silences;
    std::optional<QList<Alert>> m_recorded; ///< Of a recording, all there were.
    QTimer m_eventsTimer;
};

} // namespace sluice::console
