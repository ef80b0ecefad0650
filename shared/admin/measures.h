#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace sluice::admin {

/// What `mutes/add` was asked for. Thread: any (a value).
struct MuteRequest {
    QString user;    ///< Empty: it is about an address.
    QString address; ///< As it was written; empty: it is about a user.
    std::chrono::milliseconds length{0};
    QString reason;

    /// Errors: InvalidParams.
    [[nodiscard]] static Result<MuteRequest> read(const QJsonObject &params);
};

/// What `tokens/revoke` was asked for. Thread: any (a value).
struct RevokeRequest {
    QString user;
    QString tokenId;
    std::optional<qint64> issuedBeforeMs; ///< Units: ms since the Unix epoch.
    std::optional<std::chrono::milliseconds> keep;
    QString reason;

    /// Whether the tokens of all users are meant.
    [[nodiscard]] bool isForAll() const { return user.isEmpty() && tokenId.isEmpty(); }
    /// Errors: InvalidParams.
    [[nodiscard]] static Result<RevokeRequest> read(const QJsonObject &params, qint64 nowMs);
};

/// What `mutes/lift` and `tokens/restore` were asked for: to take a measure back. Thread: any (a value).
struct TakeBackRequest {
    quint64 id = 0;
    QString reason;

    /// Errors: InvalidParams.
    [[nodiscard]] static Result<TakeBackRequest> read(const QJsonObject &params);
};

/// What `tokens/list` was asked for. Thread: any (a value).
struct RevocationsRequest {
    QString filter;
    qint64 offset = 0;
    qint64 limit = 0;

    /// Errors: InvalidParams.
    [[nodiscard]] static Result<RevocationsRequest> read(const QJsonObject &params);
};

} // namespace sluice::admin
