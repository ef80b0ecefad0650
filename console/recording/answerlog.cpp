// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/recording/answerlog.h"

#include "shared/admin/admincommand.h"

#include <algorithm>
#include <array>

namespace sluice::console {

namespace {

bool isOfPage(const QString &method)
{
    static constexpr std::array kOthers{QLatin1StringView("server/"), QLatin1StringView("metrics/"),
                                        QLatin1StringView("trace/"), QLatin1StringView("drain/"),
                                        QLatin1StringView("log/")};
    const admin::AdminCommand *command = admin::findAdminCommand(method);
    return command != nullptr && !command->writes
        && std::none_of(kOthers.begin(), kOthers.end(),
                        [&](QLatin1StringView beginning) { return method.startsWith(beginning); });
}

} // namespace

void AnswerLog::hear(const QString &method, const QJsonObject &params, const QJsonObject &result)
{
    if (!isOfPage(method))
        return;
    QList<RecordedAnswer> &known = m_answers[method];
    known.removeIf([&](const RecordedAnswer &answer) { return answer.params == params; });
    known.append({method, params, result});
    if (known.size() > kMostPerMethod)
        known.removeFirst();
}

QList<RecordedAnswer> AnswerLog::answers() const
{
    QList<RecordedAnswer> result;
    for (const QList<RecordedAnswer> &ofMethod : m_answers)
        result.append(ofMethod);
    return result;
}

} // namespace sluice::console
