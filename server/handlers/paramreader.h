#pragma once

#include "server/events/request.h"
#include "shared/base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <optional>

namespace sluice::server {

/// How long a text may be. Units: characters are Unicode code points, bytes are those of UTF-8.
struct TextRule {
    qsizetype minimumCharacters = 0;
    qsizetype maximumCharacters = 0; ///< 0: any.
    qsizetype maximumBytes = 0;      ///< 0: any.
};

/// A whole number's range, both ends included.
struct IntegerRule {
    qint64 minimum = 0;
    qint64 maximum = 0;
};

/// Reads an event's parameters and says precisely what is wrong with the first that is. After a fault it answers with
/// empty values, so that a handler reads all it wants and then asks error() once. Unknown members are ignored: the
/// event's `params` in events.toml says whether they are allowed.
/// Thread: the one that made it.
class ParamReader
{
public:
    explicit ParamReader(const Request &request);
    /// Reads an object inside of the params; `path` ("notes[3].") goes before the names of its fields.
    ParamReader(QJsonObject object, QString path);

    [[nodiscard]] bool has(QLatin1String field) const;
    /// A value of any kind; undefined when it is absent.
    [[nodiscard]] QJsonValue value(QLatin1String field) const { return m_object.value(field); }
    /// A text that must be there. Only blanks count as nothing where a minimum is asked.
    [[nodiscard]] QString text(QLatin1String field, const TextRule &rule);
    [[nodiscard]] QString textOr(QLatin1String field, const QString &otherwise, const TextRule &rule);
    [[nodiscard]] qint64 integer(QLatin1String field, const IntegerRule &rule);
    [[nodiscard]] qint64 integerOr(QLatin1String field, qint64 otherwise, const IntegerRule &rule);
    /// A list of different texts; the doubled ones are left out. Nothing when it is absent.
    [[nodiscard]] std::optional<QStringList> texts(QLatin1String field, qsizetype maximumCount, const TextRule &each);
    /// A list of objects that must be there, with 1 to `maximumCount` elements.
    [[nodiscard]] QList<ParamReader> objects(QLatin1String field, qsizetype maximumCount);

    void fail(const QString &field, const QString &reason);
    /// The first fault: InvalidParams with `{field, reason}`. Requires: failed().
    [[nodiscard]] Error error() const { return *m_error; }
    [[nodiscard]] bool failed() const noexcept { return m_error.has_value(); }

private:
    [[nodiscard]] QString checkedText(const QString &field, const QJsonValue &value, const TextRule &rule);

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> m_error;
};

} // namespace sluice::server
