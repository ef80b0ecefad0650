#include "shared/admin/measures.h"

#include "shared/admin/adminparams.h"

namespace sluice::admin {

namespace {

constexpr qsizetype kMaxName = 128;
constexpr qsizetype kMaxTokenId = 256;
constexpr qsizetype kMaxFilter = 256;
constexpr qint64 kDayMs = 24LL * 3'600'000;
constexpr qint64 kLeastMuteMs = 1000;
constexpr qint64 kMostMuteMs = kDayMs;
constexpr qint64 kLeastKeepMs = 60'000;
constexpr qint64 kMostKeepMs = 366 * kDayMs;
constexpr qint64 kLatestMs = 9'000'000'000'000; // in the year 2255; in nanoseconds it still fits
constexpr qint64 kMostRows = 200;
constexpr qint64 kDefaultRows = 100;
constexpr qint64 kMostOffset = 1'000'000;
constexpr qint64 kMaxId = qint64{1} << 52;

} // namespace

Result<MuteRequest> MuteRequest::read(const QJsonObject &params)
{
    AdminParams reader(
        params, {QStringLiteral("user"), QStringLiteral("address"), QStringLiteral("forMs"), QStringLiteral("reason")});
    MuteRequest request;
    request.user = reader.text(QStringLiteral("user"), kMaxName);
    request.address = reader.text(QStringLiteral("address"), kMaxName);
    request.length =
        std::chrono::milliseconds(reader.requiredInteger(QStringLiteral("forMs"), kLeastMuteMs, kMostMuteMs));
    request.reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (request.user.isEmpty() == request.address.isEmpty())
        return invalidParam("user", "or address is needed, one of them");
    return request;
}

Result<RevokeRequest> RevokeRequest::read(const QJsonObject &params, qint64 nowMs)
{
    AdminParams reader(params,
                       {QStringLiteral("user"), QStringLiteral("tokenId"), QStringLiteral("issuedBeforeMs"),
                        QStringLiteral("keepMs"), QStringLiteral("reason")});
    RevokeRequest request;
    request.user = reader.text(QStringLiteral("user"), kMaxName);
    request.tokenId = reader.text(QStringLiteral("tokenId"), kMaxTokenId);
    request.issuedBeforeMs = reader.integer(QStringLiteral("issuedBeforeMs"), 1, kLatestMs);
    if (const auto keepMs = reader.integer(QStringLiteral("keepMs"), kLeastKeepMs, kMostKeepMs))
        request.keep = std::chrono::milliseconds(*keepMs);
    request.reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (request.issuedBeforeMs.value_or(0) > nowMs)
        return invalidParam("issuedBeforeMs", "must not be in the future");
    if (request.isForAll() && !request.issuedBeforeMs)
        return invalidParam("user", "or tokenId or issuedBeforeMs is needed: without any it would be every token");
    return request;
}

Result<TakeBackRequest> TakeBackRequest::read(const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("id"), QStringLiteral("reason")});
    TakeBackRequest request;
    request.id = static_cast<quint64>(reader.requiredInteger(QStringLiteral("id"), 1, kMaxId));
    request.reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    return request;
}

Result<RevocationsRequest> RevocationsRequest::read(const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("filter"), QStringLiteral("offset"), QStringLiteral("limit")});
    RevocationsRequest request;
    request.filter = reader.text(QStringLiteral("filter"), kMaxFilter);
    request.offset = reader.integer(QStringLiteral("offset"), 0, kMostOffset).value_or(0);
    request.limit = reader.integer(QStringLiteral("limit"), 1, kMostRows).value_or(kDefaultRows);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    return request;
}

} // namespace sluice::admin
