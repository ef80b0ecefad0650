// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/requesttext.h"

namespace sluice::console {

using namespace Qt::StringLiterals;

QString textOf(const RequestError &error)
{
    const QString reason = error.data.value("reason"_L1).toString();
    if (reason.isEmpty())
        return error.message;
    const QString field = error.data.value("field"_L1).toString();
    return field.isEmpty() ? reason : u"%1 %2"_s.arg(field, reason);
}

} // namespace sluice::console
