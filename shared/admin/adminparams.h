#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <string_view>

namespace sluice::admin {

/// Reads the params of an admin command and remembers the first thing that is wrong with them.
/// Thread: any; one per call.
class AdminParams
{
public:
    /// Of the `reason` that commands take for the audit log. Units: characters.
    static constexpr qsizetype kMaxReasonLength = 500;

    /// A member that is not among `known` is a fault: a mistyped option must not be ignored by a command that writes.
    AdminParams(const QJsonObject &params, const QStringList &known);

    [[nodiscard]] std::optional<qint64> integer(const QString &field, qint64 minimum, qint64 maximum);
    [[nodiscard]] qint64 requiredInteger(const QString &field, qint64 minimum, qint64 maximum);
    [[nodiscard]] bool flag(const QString &field);
    /// A text of at most `maximum` characters; empty when absent.
    [[nodiscard]] QString text(const QString &field, qsizetype maximum);
    /// One of `words`; empty when absent.
    [[nodiscard]] QString choice(const QString &field, const QStringList &words);
    [[nodiscard]] QJsonObject requiredObject(const QString &field);

    /// InvalidParams with `{field, reason}`, or nothing. To be asked after all fields were read.
    [[nodiscard]] const std::optional<Error> &fault() const noexcept { return m_fault; }

private:
    void complain(const QString &field, const QString &reason);

    const QJsonObject &m_params;
    std::optional<Error> m_fault;
};

/// What AdminParams cannot see is wrong with a field.
[[nodiscard]] tl::unexpected<Error> invalidParam(std::string_view field, std::string_view reason);

} // namespace sluice::admin
