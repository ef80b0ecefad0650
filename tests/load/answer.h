#pragma once

#include "tests/load/ledger.h"

#include <QJsonObject>

#include <string_view>

namespace sluice::load {

/// What a message from the server is.
struct Answer {
    enum class Kind { Reply, Error, Notification, Malformed };

    Kind kind = Kind::Malformed;
    quint64 id = 0;
    int code = 0;             ///< Error only.
    bool saysWhen = false;    ///< Error only: its data tell when to come again.
    std::string method;       ///< Notification only.
    QJsonValue result;        ///< Reply only.
    std::optional<Mark> echo; ///< Reply only, where the result carries the sender's mark.
};

/// Reads one message strictly: exactly one of result, error and method, and an id where one belongs.
[[nodiscard]] Answer readAnswer(std::string_view text);

} // namespace sluice::load
