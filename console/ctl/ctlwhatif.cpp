// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/ctlwhatif.h"

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QString number(const QJsonObject &row, QLatin1String field)
{
    return QString::number(row.value(field).toDouble(), 'f', 0);
}

/// "212 ± 15"; exact numbers as they are.
QString estimate(const QJsonObject &row, QLatin1String value, QLatin1String plusMinus)
{
    const QString error = row.value(plusMinus).toDouble() > 0 ? u" ± "_s + number(row, plusMinus) : QString();
    return number(row, value) + error;
}

} // namespace

QString ctlWhatIfText(const QJsonObject &row)
{
    const QString key = row.value("key"_L1).toString();
    const QString kind = row.value("kind"_L1).toString();
    const QString seconds = number(row, "windowSeconds"_L1);
    if (kind == "size"_L1)
        return u"%1: there were %2 at the most in the last %3 s; %4 of %5 samples were as full as that"_s.arg(
            key, number(row, "most"_L1), seconds, number(row, "fullSamples"_L1), number(row, "samples"_L1));
    if (kind != "limit"_L1)
        return u"%1: what it would have done is not known"_s.arg(key);
    const QString text = u"%1: would have refused %2 of %3 in the last %4 s, of %5 clients; %6 were refused"_s.arg(
        key, estimate(row, "wouldRefuse"_L1, "plusMinus"_L1), number(row, "asked"_L1), seconds,
        estimate(row, "keys"_L1, "keysPlusMinus"_L1), number(row, "actuallyRefused"_L1));
    return row.value("heldBack"_L1).toBool() ? text + u", who may ask more often then"_s : text;
}

} // namespace sluice::console
