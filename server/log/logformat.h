#pragma once

#include "server/log/logline.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <utility>
#include <vector>

namespace sluice::server {

/// How lines look on standard error.
struct LogStyle {
    bool isJson = false;
    bool isJournal = false; ///< Each line begins with its syslog priority, and texts carry no time.

    friend bool operator==(const LogStyle &, const LogStyle &) = default;
};

/// Whether `descriptor` is the journal's. Source: systemd.exec(5), $JOURNAL_STREAM.
[[nodiscard]] bool isJournal(int descriptor);

/// The line with its newline, which is the only one: a message that has control characters shows them as escapes, so
/// that nobody writes lines of their own. Text: `2026-11-28T12:00:00.000 info sluice.app message`; to the journal
/// `<6>info sluice.app message`. JSON: `{"time", "level", "category", "message", "fields": {...}}`, the time in UTC.
/// Thread: any. Source: sd-daemon(3) for the priorities.
[[nodiscard]] QByteArray formatLogLine(const LogLine &line, LogStyle style);

/// A message taken apart: "loop stuck name=main ms=1200" is "loop stuck" with two fields.
struct LogMessageParts {
    QString text;
    std::vector<std::pair<QString, QString>> fields; ///< Values as they stand, without quotes around them.
};

/// A value ends where the next ` key=` begins, so that it may have spaces. A message that has a key twice, or nothing
/// before its first, is not taken apart, so that nothing of it is lost.
[[nodiscard]] LogMessageParts splitLogMessage(const QString &message);

/// The members that a line has as JSON, as in `log/lines`: {timeMs, level, category, message}.
[[nodiscard]] QJsonObject toJson(const LogLine &line);

} // namespace sluice::server
