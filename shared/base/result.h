#pragma once

#include "shared/base/errorcode.h"

#include <tl/expected.hpp>

#include <QByteArray>
#include <QString>

namespace sluice {

/// An expected failure. `data` and the code's text go to the client; `detail` is for operators and logs only.
/// Thread: any (a value).
struct Error {
    ErrorCode code = ErrorCode::InternalError;
    QByteArray data; ///< The JSON text of `error.data`, or empty for none.
    QString detail;  ///< What an operator needs to know; never sent to a client.
    /// What a client is told instead of the code's own text: for codes that are an application's (isApplicationCode).
    QByteArray text = {};
};

/// A value or the Error that stands in its place; tl::expected because g++ 12 has no std::expected.
template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for the failing branch: `return failure(ErrorCode::NotFound, data, detail);`
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QByteArray data = {}, QString detail = {})
{
    return tl::unexpected(Error{code, std::move(data), std::move(detail)});
}

} // namespace sluice
