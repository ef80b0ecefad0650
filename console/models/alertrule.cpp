// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/alertrule.h"

#include "console/models/format.h"
#include "console/models/metricinfo.h"

#include <QLocale>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

QString AlertRule::subject() const
{
    if (const std::optional<Metric> sampled = metricFromId(metric))
        return metricName(*sampled);
    const QList<std::pair<QString, QString>> all = subjects();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const auto &one) { return one.first == metric; });
    if (found == all.cend())
        return metric;
    return isOfEvent() ? u"%1: %2"_s.arg(found->second, event) : found->second;
}

QString AlertRule::valueText(double value) const
{
    if (const std::optional<Metric> sampled = metricFromId(metric))
        return metricText(*sampled, value);
    if (metric == kLinkAge)
        return format::withUnit(format::count(value), u"s"_s);
    return metric == "event.p99"_L1 ? format::withUnit(format::milliseconds(value), u"ms"_s)
                                    : format::withUnit(format::rate(value), u"/s"_s);
}

QString AlertRule::text() const
{
    const QString words = forSeconds > 0 ? (isAbove ? tr("%1 above %2 for %3 s") : tr("%1 below %2 for %3 s"))
                                         : (isAbove ? tr("%1 above %2") : tr("%1 below %2"));
    const QString told = words.arg(subject(), valueText(bound));
    return forSeconds > 0 ? told.arg(forSeconds) : told;
}

QJsonObject AlertRule::toJson() const
{
    return {{u"id"_s, id},       {u"metric"_s, metric},         {u"event"_s, event},         {u"above"_s, isAbove},
            {u"bound"_s, bound}, {u"forSeconds"_s, forSeconds}, {u"critical"_s, isCritical}, {u"enabled"_s, isEnabled}};
}

AlertRule AlertRule::fromJson(const QJsonObject &object)
{
    AlertRule rule;
    rule.id = object.value("id"_L1).toString();
    rule.metric = object.value("metric"_L1).toString();
    rule.event = object.value("event"_L1).toString();
    rule.isAbove = object.value("above"_L1).toBool(true);
    rule.bound = object.value("bound"_L1).toDouble();
    rule.forSeconds = object.value("forSeconds"_L1).toInt();
    rule.isCritical = object.value("critical"_L1).toBool();
    rule.isEnabled = object.value("enabled"_L1).toBool(true);
    return rule;
}

QList<AlertRule> AlertRule::defaults()
{
    const auto above = [](Metric what, double most, int seconds, bool isSevere) {
        AlertRule rule;
        rule.id = metricId(what);
        rule.metric = rule.id;
        rule.bound = most;
        rule.forSeconds = seconds;
        rule.isCritical = isSevere;
        return rule;
    };
    AlertRule link;
    link.id = kLinkAge;
    link.metric = kLinkAge;
    link.bound = 5;
    link.isCritical = true;
    return {above(Metric::QueueFill, 70, 5, false),    above(Metric::QueueWaitP99, 500, 15, false),
            above(Metric::OverloadRate, 0, 3, true),   above(Metric::RateLimitedRate, 50, 30, false),
            above(Metric::TimedOutRate, 1, 15, false), above(Metric::WorkersStuck, 0, 0, true),
            above(Metric::BreakersOpen, 0, 0, false),  above(Metric::BroadcastDropRate, 0, 5, false),
            above(Metric::WorkersBusy, 95, 60, false), link};
}

QList<std::pair<QString, QString>> AlertRule::subjects()
{
    QList<std::pair<QString, QString>> result;
    for (size_t i = 0; i < kMetricCount; ++i)
        result.append({metricId(static_cast<Metric>(i)), metricName(static_cast<Metric>(i))});
    result.append({kLinkAge, tr("Age of the last sample")});
    result += {{u"event.rate"_s, tr("Events received, of one type")},
               {u"event.p99"_s, tr("Latency p99, of one type")},
               {u"event.failed"_s, tr("Failures, of one type")},
               {u"event.timed-out"_s, tr("Time-outs, of one type")},
               {u"event.limited"_s, tr("Rate-limit hits, of one type")}};
    return result;
}

} // namespace sluice::console
