#include "server/handlers/pluginhandler.h"

#include "server/events/eventspecreader.h"
#include "shared/base/logging.h"
#include "shared/protocol/jsonscanner.h"

#include <algorithm>
#include <array>

namespace sluice::server {

namespace {

// As deep as clients may nest what they send, by default.
constexpr int kJsonDepth = 64;

constexpr std::array kErrorCodes{
    ErrorCode::InvalidParams, ErrorCode::InternalError, ErrorCode::Unauthorized,  ErrorCode::Forbidden,
    ErrorCode::NotFound,      ErrorCode::Conflict,      ErrorCode::BackendFailed, ErrorCode::Unavailable,
    ErrorCode::Busy,          ErrorCode::StorageFull,
};

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

bool isJson(const QByteArray &text)
{
    return QString::fromUtf8(text).toUtf8() == text // nothing else checks what a plugin calls UTF-8
        && protocol::checkJson({text.constData(), static_cast<size_t>(text.size())}, kJsonDepth)
        == protocol::JsonFault::None;
}

bool isJsonObject(const QByteArray &text)
{
    return text.trimmed().startsWith('{') && isJson(text);
}

Outcome pluginFault(const QString &event, const QString &reason)
{
    qCWarning(lcHandlers).noquote() << "a plugin answered what cannot be sent event=" << event << "reason=" << reason;
    return Outcome::error({ErrorCode::InternalError, {}, reason});
}

Outcome toError(plugin::Answer &&answer, const QString &event)
{
    const auto code = static_cast<ErrorCode>(answer.code);
    if (std::find(kErrorCodes.begin(), kErrorCodes.end(), code) == kErrorCodes.end())
        return pluginFault(event, QStringLiteral("%1 is no error code").arg(static_cast<int>(code)));
    if (!answer.errorData.isEmpty() && !isJson(answer.errorData))
        return pluginFault(event, QStringLiteral("its error data is not JSON"));
    return Outcome::error({code, std::move(answer.errorData), std::move(answer.errorDetail)});
}

/// Why that push cannot be sent; empty when it can.
QString pushFault(const plugin::Publication &push)
{
    if (!isEventId(push.event))
        return QStringLiteral("its push has no event id: '%1'").arg(push.event);
    if (!push.params.isEmpty() && !isJsonObject(push.params))
        return QStringLiteral("the params of its push %1 are not a JSON object").arg(push.event);
    if (push.everyone + !push.users.isEmpty() + !push.topic.isEmpty() != 1)
        return QStringLiteral("its push %1 is not for one of everyone, users and a topic").arg(push.event);
    if (push.timeToLive.count() < 0)
        return QStringLiteral("its push %1 lives for less than no time").arg(push.event);
    return {};
}

Publication toPublication(plugin::Publication &&push)
{
    Publication publication;
    publication.audience.everyone = push.everyone;
    for (const QString &user : std::as_const(push.users))
        publication.audience.users.push_back(user.toStdString());
    publication.audience.topic = push.topic.toStdString();
    publication.event = push.event.toStdString();
    publication.params = push.params.isEmpty() ? QByteArray("{}") : std::move(push.params);
    publication.key = push.key.toStdString();
    publication.timeToLive = push.timeToLive;
    return publication;
}

} // namespace

HandlerResult PluginHandler::handle(const Request &request)
{
    const plugin::Event event = toPluginEvent(request);
    plugin::Result result = m_handler->handle(event);
    if (auto *answer = std::get_if<plugin::Answer>(&result))
        return toOutcome(std::move(*answer), event.id);
    // What the promise throws or that it is given up goes on to the executor, which contains it.
    return std::get<QFuture<plugin::Answer>>(std::move(result))
        .then(QtFuture::Launch::Sync, [id = event.id](plugin::Answer answer) {
            return std::make_shared<Outcome>(toOutcome(std::move(answer), id));
        });
}

plugin::Event toPluginEvent(const Request &request)
{
    plugin::Event event;
    event.id = QString::fromStdString(request.spec->id);
    event.user = QString::fromStdString(request.principal->userId);
    event.authenticated = request.principal->authenticated;
    for (const std::string &role : request.principal->roles)
        event.roles.append(QString::fromStdString(role));
    event.params = QByteArray(request.params.data(), static_cast<qsizetype>(request.params.size()));
    event.idempotencyKey = textOf(request.idempotencyKey).toUtf8();
    event.connection = request.connection.value;
    event.deadline = request.deadline;
    event.stop = request.stop.get_token();
    return event;
}

Outcome toOutcome(plugin::Answer &&answer, const QString &event)
{
    if (!answer.failed && !answer.result.isEmpty() && !isJson(answer.result))
        return pluginFault(event, QStringLiteral("its result is not JSON"));
    std::vector<Publication> publications;
    for (plugin::Publication &push : answer.publications) {
        if (const QString fault = pushFault(push); !fault.isEmpty())
            return pluginFault(event, fault);
        publications.push_back(toPublication(std::move(push)));
    }
    Outcome outcome = answer.failed ? toError(std::move(answer), event) : Outcome::success(std::move(answer.result));
    outcome.publications = std::move(publications);
    return outcome;
}

} // namespace sluice::server
