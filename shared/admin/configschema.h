#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <array>
#include <optional>
#include <span>

namespace sluice::admin {

/// What a configuration value is. Durations are whole milliseconds, sizes whole bytes. A list is an array of texts,
/// written with commas between them where there is only text.
enum class OptionType { Integer, Real, Boolean, Text, Choice, TextList };

/// When a change takes effect: at once, for connections made afterwards, or at the next start.
enum class OptionEffect { Live, NewConnections, Restart };

/// "live", "new-connections" or "restart", as on the wire.
[[nodiscard]] QString toString(OptionEffect effect);

/// What a text, or each text of a list, has to look like.
enum class TextForm {
    Any,
    Path,
    Address,
    LaneWeights,
    Origin,
    Network,
    RateLimit,
    LogLevel,
    TokenAlgorithm,
    HeaderName
};

/// One configuration option. The whole truth about it: loading, validation, documentation, `config/schema` and the
/// console's editor all come from here.
struct ConfigOption {
    const char *key = ""; ///< Dotted path, as in sluice.toml: "channels.message-queue-size".
    OptionType type{};
    const char *unit = "";        ///< "ms", "bytes", "events", "per minute" ... or "" for none.
    const char *defaultText = ""; ///< The default in the form that --set takes.
    double minimum = 0;           ///< Numbers only. Units: as `unit`.
    double maximum = 0;           ///< Numbers; of a list how many texts it may have. Units: as `unit`.
    const char *choices = "";     ///< Choice only: the words, separated by '|'.
    OptionEffect effect{};
    const char *text = ""; ///< One or two sentences for operators: what it bounds and what happens at the bound.
    TextForm form = TextForm::Any; ///< Text and TextList only.
};

/// A listener's address taken apart; "off" gives an empty host.
struct AddressText {
    QString host;
    quint16 port = 0;
};

/// Takes "127.0.0.1:7600", "[::1]:7600" or "off" apart; nothing when it is none of them.
[[nodiscard]] std::optional<AddressText> splitAddress(QStringView text);

/// Takes "8:4:1" apart: the weights of the high, normal and low lane, each 1 to 100; nothing when it is not that.
[[nodiscard]] std::optional<std::array<int, 3>> splitLaneWeights(QStringView text);

/// Takes "a, b" apart: the texts between the commas, trimmed; nothing is between two commas that touch.
[[nodiscard]] QStringList splitList(QStringView text);

/// Every option, ordered as in semantics.md.
/// Thread: any (immutable).
[[nodiscard]] std::span<const ConfigOption> configOptions();

/// The option of that key, or null.
[[nodiscard]] const ConfigOption *findConfigOption(QStringView key);

/// The known key nearest to a mistyped one, for "did you mean"; empty when nothing is near.
[[nodiscard]] QString nearestConfigKey(QStringView key);

/// The default as a JSON value of the option's type.
[[nodiscard]] QJsonValue defaultValue(const ConfigOption &option);

/// The value that `text` (a command line or an environment variable) means for this option; nothing when it means none.
[[nodiscard]] std::optional<QJsonValue> parseValue(const ConfigOption &option, QStringView text);

/// Why `value` is not allowed for this option ("must be between 1 and 64"), or nothing when it is.
[[nodiscard]] std::optional<QString> valueFault(const ConfigOption &option, const QJsonValue &value);

/// What would have been accepted, in words: "integer, 100 to 1000000 events".
[[nodiscard]] QString expectedText(const ConfigOption &option);

/// One element of `config/schema`'s answer: {key, type, unit, default, min, max, choices, effect, text}.
[[nodiscard]] QJsonObject toJson(const ConfigOption &option);
/// All of them.
[[nodiscard]] QJsonArray configOptionsJson();

} // namespace sluice::admin
