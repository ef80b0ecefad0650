#include "shared/base/loglevel.h"

#include "shared/base/logging.h"
#include "shared/base/nearest.h"

#include <algorithm>
#include <array>

namespace sluice {

namespace {

constexpr std::array kLevelNames{QLatin1String("debug"), QLatin1String("info"), QLatin1String("warning"),
                                 QLatin1String("critical"), QLatin1String("fatal")};
constexpr qsizetype kConfigurableLevels = 4;

QStringList levelNames()
{
    return {kLevelNames.begin(), kLevelNames.begin() + kConfigurableLevels};
}

QStringList ruleCategories()
{
    return QStringList{QStringLiteral("*")} + logCategoryNames();
}

struct RuleParts {
    QStringView category;
    QStringView level;
};

std::optional<RuleParts> splitRule(QStringView text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return std::nullopt;
    return RuleParts{text.left(equals).trimmed(), text.mid(equals + 1).trimmed()};
}

QString unknownWord(QStringView word, const char *what, const QStringList &known)
{
    const QString near = nearestWord(word, known);
    const QString hint = near.isEmpty() ? QStringLiteral("known are %1").arg(known.join(QLatin1String(", ")))
                                        : QStringLiteral("did you mean %1?").arg(near);
    return QStringLiteral("'%1' is no %2; %3").arg(word, QLatin1String(what), hint);
}

} // namespace

QString toString(LogLevel level)
{
    return kLevelNames[static_cast<size_t>(level)];
}

std::optional<LogLevel> logLevelFromString(QStringView text)
{
    const auto end = kLevelNames.begin() + kConfigurableLevels;
    const auto found = std::find(kLevelNames.begin(), end, text);
    return found == end ? std::nullopt : std::optional(static_cast<LogLevel>(found - kLevelNames.begin()));
}

const QStringList &logCategoryNames()
{
    static const QStringList kNames = [] {
        QStringList names;
        for (const auto category :
             {lcApp, lcConfig, lcTransport, lcRouting, lcWork, lcHandlers, lcStorage, lcBroadcast, lcHttp, lcAdmin})
            names.append(QString::fromLatin1(category().categoryName()).section(u'.', 1));
        return names;
    }();
    return kNames;
}

std::optional<LogLevelRule> parseLogLevelRule(QStringView text)
{
    const auto parts = splitRule(text);
    const auto level = parts ? logLevelFromString(parts->level) : std::nullopt;
    if (!level || !ruleCategories().contains(parts->category))
        return std::nullopt;
    return LogLevelRule{parts->category.toString(), *level};
}

std::optional<QString> logLevelRuleFault(QStringView text)
{
    if (parseLogLevelRule(text))
        return std::nullopt;
    const auto parts = splitRule(text);
    if (!parts)
        return QStringLiteral("'%1' is not category=level").arg(text);
    if (!ruleCategories().contains(parts->category))
        return unknownWord(parts->category, "log category", ruleCategories());
    return unknownWord(parts->level, "log level", levelNames());
}

} // namespace sluice
