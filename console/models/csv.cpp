// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/csv.h"

#include "console/models/format.h"

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QString safe(const QString &text)
{
    bool isNumber = false;
    text.toDouble(&isNumber);
    const bool isFormula = !isNumber && !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
    return isFormula ? u'\'' + text : text;
}

QString quoted(QString field)
{
    const bool needsQuotes =
        std::any_of(field.cbegin(), field.cend(), [](QChar letter) { return u",\"\r\n"_s.contains(letter); });
    if (!needsQuotes)
        return field;
    field.replace(u'"', u"\"\""_s);
    return u'"' + field + u'"';
}

} // namespace

QByteArray csvLine(const QStringList &fields)
{
    QStringList line;
    for (const QString &field : fields)
        line.append(quoted(safe(format::withoutMarks(field))));
    return line.join(u',').toUtf8() + "\r\n";
}

} // namespace sluice::console
