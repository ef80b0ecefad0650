// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/tracesteps.h"

#include "console/models/format.h"
#include "console/models/listvalues.h"
#include "console/models/tracemodel.h"

#include <QJsonArray>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QString sizeText(const QJsonObject &record, QLatin1StringView field)
{
    const QJsonValue bytes = record.value(field);
    return bytes.isDouble() ? format::withUnit(format::count(bytes.toDouble()), TraceSteps::tr("bytes")) : QString();
}

QList<TraceStep> verdictSteps(const QJsonArray &verdicts)
{
    QList<TraceStep> steps;
    for (const QJsonValue &verdict : verdicts) {
        const bool admitted = verdict["admitted"_L1].toBool();
        steps.append({.title = verdict["policy"_L1].toString(),
                      .detail = TraceSteps::numbersText(verdict["numbers"_L1]),
                      .tone = admitted ? Tone::Ok : Tone::Warn});
    }
    return steps;
}

} // namespace

QList<TraceStep> TraceSteps::of(const QJsonObject &record)
{
    const double totalMs = record.value("totalMs"_L1).toDouble();
    const double waitMs = record.value("waitMs"_L1).toDouble();
    const double handlerMs = record.value("handlerMs"_L1).toDouble();
    const bool hasRun = record.contains("handlerMs"_L1);
    // The server measures these two; the rest is receipt, policies, hand-overs and the answer.
    const double restMs = std::max(0.0, totalMs - waitMs - handlerMs);
    QList<TraceStep> steps{{.title = tr("received"), .detail = sizeText(record, "bytesIn"_L1)}};
    steps += verdictSteps(record.value("verdicts"_L1).toArray());
    if (hasRun) {
        steps.append({.title = tr("waited in lane %1").arg(record.value("lane"_L1).toString()), .ms = waitMs});
        steps.append({.title = tr("handler, worker %1").arg(record.value("worker"_L1).toInteger()),
                      .ms = handlerMs,
                      .startMs = waitMs});
        steps.append({.title = tr("receipt, policies, hand-overs and answer"),
                      .detail = tr("all that is not measured by itself"),
                      .ms = restMs,
                      .startMs = waitMs + handlerMs});
    }
    steps.append({.title = tr("answered: %1").arg(TraceModel::outcomeText(record)),
                  .detail = record.contains("detail"_L1) ? numbersText(record.value("detail"_L1))
                                                         : sizeText(record, "bytesOut"_L1),
                  .ms = totalMs,
                  .tone = TraceModel::outcomeTone(record)});
    return steps;
}

QString TraceSteps::numbersText(const QJsonValue &numbers)
{
    if (numbers.isUndefined() || numbers.isNull())
        return {};
    if (!numbers.isObject())
        return listvalues::json(numbers);
    QStringList parts;
    const QJsonObject object = numbers.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        parts.append(member.value().isObject() ? u"%1 (%2)"_s.arg(member.key(), numbersText(member.value()))
                                               : u"%1 %2"_s.arg(member.key(), listvalues::json(member.value())));
    return parts.join(u", "_s);
}

} // namespace sluice::console
