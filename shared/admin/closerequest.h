#pragma once

#include "shared/admin/connectionfilter.h"
#include "shared/base/result.h"
#include "shared/protocol/closecode.h"

#include <QJsonArray>
#include <QJsonObject>

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sluice::admin {

/// Whom a close is about, and who of them is not there.
struct CloseTargets {
    std::vector<quint64> ids;
    QJsonArray unknown;
};

/// What `connections/close` was asked for.
/// Thread: any (a value).
struct CloseRequest {
    std::vector<quint64> ids; ///< Empty: by users, or by filter.
    QStringList users;        ///< All connections of these.
    std::optional<ConnectionFilter> filter;
    qint64 expectedCount = 0;
    protocol::CloseCode code = protocol::CloseCode::Kicked;
    QString reason;
    std::chrono::milliseconds spread{0};

    /// Errors: InvalidParams.
    [[nodiscard]] static Result<CloseRequest> read(const QJsonObject &params);

    /// Requires: `rows` are ordered by their ids.
    [[nodiscard]] CloseTargets targets(std::span<const ConnectionRow> rows) const;
    /// Whether a filter finds over a tenth more than whoever asked had seen.
    [[nodiscard]] bool hasGrown(size_t matching) const;
    /// What the clients are told: the operator's word.
    [[nodiscard]] std::string closeReason() const;
};

/// The row of that id, or null. Requires: `rows` are ordered by their ids.
[[nodiscard]] const ConnectionRow *findConnection(std::span<const ConnectionRow> rows, quint64 id);

/// A list's answer to a filter that cannot be read.
[[nodiscard]] tl::unexpected<Error> badFilter(const FilterFault &fault);

} // namespace sluice::admin
