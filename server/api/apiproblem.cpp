#include "server/api/apiproblem.h"

#include "shared/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sluice::server {

namespace {

// For who comes while the server stops or is busy.
constexpr std::chrono::seconds kDrainRetry{5};
constexpr std::chrono::seconds kBusyRetry{1};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string reasonOf(const Error &error)
{
    const QJsonObject data = QJsonDocument::fromJson(error.data).object();
    const QString reason = data.value(u"reason").toString();
    return reason.isEmpty() ? std::string(errorText(error.code)) : reason.toStdString();
}

} // namespace

HttpResponse ApiProblem::toResponse() const
{
    QJsonObject body{{QStringLiteral("type"), QStringLiteral("urn:sluice:problem:") + text(type)},
                     {QStringLiteral("title"), text(title)},
                     {QStringLiteral("status"), status}};
    if (!detail.empty())
        body[QStringLiteral("detail")] = text(detail);
    if (!field.empty()) {
        body[QStringLiteral("errors")] =
            QJsonArray{QJsonObject{{QStringLiteral("field"), text(field)}, {QStringLiteral("reason"), text(detail)}}};
    }
    HttpResponse response;
    response.status = status;
    response.contentType = "application/problem+json";
    if (retryAfter > Duration::zero()) {
        const auto ms = std::chrono::ceil<std::chrono::milliseconds>(retryAfter);
        body[QStringLiteral("retryAfterMs")] = static_cast<qint64>(ms.count());
        const auto seconds = std::max(std::chrono::ceil<std::chrono::seconds>(retryAfter), std::chrono::seconds(1));
        response.headers.emplace_back("Retry-After", std::to_string(seconds.count()));
    }
    if (!extraHeader.empty())
        response.headers.emplace_back(extraHeader, extraValue);
    response.body = jsonText(body).toStdString();
    return response;
}

ApiProblem ApiProblem::of(const Error &error)
{
    const std::string reason = reasonOf(error);
    switch (error.code) {
    case ErrorCode::InvalidParams: {
        const QString field = QJsonDocument::fromJson(error.data).object().value(u"field").toString();
        return {422, "invalid-field", "A field is not valid.", reason, field.toStdString()};
    }
    case ErrorCode::NotFound: return {404, "not-found", "There is no such thing.", reason};
    case ErrorCode::Forbidden: return {403, "forbidden", "The key's scopes do not allow it.", reason};
    case ErrorCode::Draining: return {503, "draining", "The server is going out of service.", reason, {}, kDrainRetry};
    case ErrorCode::Busy: return {503, "busy", "The server is busy.", reason, {}, kBusyRetry};
    default: return {500, "internal", "The server could not do it.", reason};
    }
}

} // namespace sluice::server
