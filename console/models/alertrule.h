// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/samplehistory.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>

namespace sluice::console {

/// When an operator wants to be told: a number is above or below a bound for some time.
/// Thread: main (a value; its texts are translated).
struct AlertRule {
    Q_DECLARE_TR_FUNCTIONS(sluice::console::AlertRule)

public:
    /// What is looked at besides the sampled metrics.
    static constexpr QLatin1StringView kLinkAge{"link.age"}; ///< Since the last sample. Units: s.
    static constexpr QLatin1StringView kEventPrefix{"event."};

    QString id;     ///< Stays the same when the rule is edited.
    QString metric; ///< metricId(), kLinkAge, or "event.p99" and the like.
    QString event;  ///< Of "event." metrics: whose.
    bool isAbove = true;
    double bound = 0;
    int forSeconds = 0;
    bool isCritical = false;
    bool isEnabled = true;

    [[nodiscard]] bool isOfEvent() const { return metric.startsWith(kEventPrefix); }
    /// "Queue, all lanes", "Latency p99 of notes/save".
    [[nodiscard]] QString subject() const;
    [[nodiscard]] QString valueText(double value) const;
    /// "Queue, all lanes above 70 % for 10 s".
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool holds(double value) const { return isAbove ? value > bound : value < bound; }

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static AlertRule fromJson(const QJsonObject &object);
    /// What is worth watching on every server.
    [[nodiscard]] static QList<AlertRule> defaults();
    /// All that a rule can be about: its id and name; those of events need an event besides.
    [[nodiscard]] static QList<std::pair<QString, QString>> subjects();
};

} // namespace sluice::console
