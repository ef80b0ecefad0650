#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace sluice {

/// How bad a log message is. Fatal ends the process, so it can be neither filtered nor configured.
enum class LogLevel { Debug, Info, Warning, Critical, Fatal };

/// "debug", "info", "warning", "critical" or "fatal".
[[nodiscard]] QString toString(LogLevel level);
/// Nothing for what is no level that can be configured.
[[nodiscard]] std::optional<LogLevel> logLevelFromString(QStringView text);

/// The server's categories of shared/base/logging.h, without their "sluice.".
[[nodiscard]] const QStringList &logCategoryNames();

/// From which level on the messages of a category are logged.
struct LogLevelRule {
    QString category; ///< One of logCategoryNames(), or "*" for all of them.
    LogLevel level = LogLevel::Info;
};

/// Takes "routing=debug" apart; nothing when it is not that.
[[nodiscard]] std::optional<LogLevelRule> parseLogLevelRule(QStringView text);
/// Why `text` is no rule, with what was probably meant; nothing when it is one.
[[nodiscard]] std::optional<QString> logLevelRuleFault(QStringView text);

} // namespace sluice
