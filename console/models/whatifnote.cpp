// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/whatifnote.h"

#include "console/models/format.h"

#include <QLocale>

#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

/// "252", or "252 ± 15" where it is not exact.
QString estimate(double value, double plusMinus)
{
    const QString text = format::count(value);
    return plusMinus > 0 ? text + u" ± "_s + format::count(plusMinus) : text;
}

/// How far back it was looked.
QString spanOf(const QJsonObject &row)
{
    constexpr double kMinute = 60;
    const double seconds = row.value("windowSeconds"_L1).toDouble();
    return seconds < 2 * kMinute
        ? format::withUnit(QLocale().toString(std::round(seconds), 'f', 0), WhatIfNote::tr("s", "seconds"))
        : format::withUnit(QLocale().toString(std::round(seconds / kMinute), 'f', 0), WhatIfNote::tr("min", "minutes"));
}

} // namespace

WhatIfNote::WhatIfNote(const QJsonObject &row, const ConfigSetting &setting, const QJsonValue &value)
{
    const QString kind = row.value("kind"_L1).toString();
    if (kind == "limit"_L1)
        sayLimit(row);
    else if (kind == "size"_L1)
        saySize(row, setting, value);
    else if (kind == "unknown"_L1)
        m_text = tr("What it would have done in the last minutes is not known: nobody counted.");
}

void WhatIfNote::sayLimit(const QJsonObject &row)
{
    const double would = row.value("wouldRefuse"_L1).toDouble();
    const double plusMinus = row.value("plusMinus"_L1).toDouble();
    const double actually = row.value("actuallyRefused"_L1).toDouble();
    const auto asked = static_cast<int>(row.value("asked"_L1).toDouble());
    if (would + plusMinus <= 0 && actually <= 0) {
        m_text = tr("Would have refused none of %Ln events in the last %1, as now.", nullptr, asked).arg(spanOf(row));
        return;
    }
    m_costs = would > actually;
    if (would == actually) {
        m_text = tr("Would have refused %1 of %Ln events in the last %2, as many as now.", nullptr, asked)
                     .arg(estimate(would, plusMinus), spanOf(row));
        return;
    }
    const QString sentence = m_costs
        ? tr("Would have refused %1 more of %Ln events in the last %2: %3 instead of %4.", nullptr, asked)
        : tr("Would have refused %1 fewer of %Ln events in the last %2: %3 instead of %4.", nullptr, asked);
    m_text = sentence.arg(estimate(std::abs(would - actually), plusMinus), spanOf(row), format::count(would),
                          format::count(actually));
    const double keys = row.value("keys"_L1).toDouble();
    const double keysPlusMinus = row.value("keysPlusMinus"_L1).toDouble();
    if (would > 0 && keysPlusMinus > 0)
        m_text += u' ' + tr("That is %1 clients.").arg(estimate(keys, keysPlusMinus));
    else if (would > 0)
        m_text += u' ' + tr("That is %n client(s).", nullptr, static_cast<int>(keys));
    if (row.value("heldBack"_L1).toBool())
        m_text += u' ' + tr("Those who were refused may ask more often then.");
}

void WhatIfNote::saySize(const QJsonObject &row, const ConfigSetting &setting, const QJsonValue &value)
{
    const double full = row.value("fullSamples"_L1).toDouble();
    const QString most = setting.display(row.value("most"_L1));
    const QString size = setting.display(value);
    m_costs = full > 0;
    m_text = m_costs
        ? tr("%1 at the most in the last %2; %3 would have been full in %4 of %5 looks, one a second.")
              .arg(most, spanOf(row), size, format::count(full), format::count(row.value("samples"_L1).toDouble()))
        : tr("%1 at the most in the last %2, looked at once a second: %3 would never have been full.")
              .arg(most, spanOf(row), size);
}

} // namespace sluice::console
