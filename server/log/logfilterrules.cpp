#include "server/log/logfilterrules.h"

#include "shared/base/loglevel.h"

#include <algorithm>
#include <vector>

namespace sluice::server {

namespace {

const QLatin1String kAll("*");

QString rulesOf(const LogLevelRule &rule)
{
    QString text;
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Critical}) {
        text += QStringLiteral("sluice.%1.%2=%3\n")
                    .arg(rule.category, toString(level),
                         level >= rule.level ? QStringLiteral("true") : QStringLiteral("false"));
    }
    return text;
}

} // namespace

QString logFilterRules(const QStringList &levels)
{
    std::vector<LogLevelRule> rules{{kAll, LogLevel::Info}};
    for (const QString &level : levels) {
        if (const auto rule = parseLogLevelRule(level))
            rules.push_back(*rule);
    }
    // Qt goes by the last rule that fits.
    std::stable_partition(rules.begin(), rules.end(), [](const LogLevelRule &rule) { return rule.category == kAll; });
    QString text;
    for (const LogLevelRule &rule : rules)
        text += rulesOf(rule);
    return text;
}

} // namespace sluice::server
