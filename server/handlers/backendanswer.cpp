#include "server/handlers/backendanswer.h"

#include "server/events/eventspecreader.h"
#include "server/events/topicrule.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace sluice::server {

namespace {

using std::chrono::milliseconds;

constexpr int kMostDepth = 64;
constexpr qsizetype kMostPublications = 1000;
constexpr qsizetype kMostKeyBytes = 128;
constexpr qsizetype kMostMessageBytes = 1024;
constexpr double kMostTimeToLiveMs = 3'600'000;
constexpr milliseconds kUnavailableFor{1000};
constexpr milliseconds kCrowdedFor{500};

constexpr int kOk = 200;
constexpr int kNoContent = 204;
constexpr int kTooMany = 429;
constexpr int kUnavailableStatus = 503;

constexpr std::array kSayable{ErrorCode::InvalidParams, ErrorCode::Unauthorized, ErrorCode::Forbidden,
                              ErrorCode::NotFound,      ErrorCode::Conflict,     ErrorCode::BackendFailed,
                              ErrorCode::Unavailable,   ErrorCode::Busy,         ErrorCode::StorageFull};

/// The members that we know, as they stand in the answer.
struct Members {
    std::string_view result;
    std::string_view error;
    std::string_view publications;
};

tl::unexpected<Error> wrong(const QString &what)
{
    return failure(ErrorCode::BackendFailed, {}, what);
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::optional<Members> membersOf(std::string_view text)
{
    protocol::JsonScanner scanner(text, kMostDepth);
    if (scanner.peek() != '{')
        return std::nullopt;
    Members members;
    const bool isWhole = scanner.object([&members](const protocol::JsonString &key, std::string_view value) {
        if (key.raw == "result")
            members.result = value;
        else if (key.raw == "error")
            members.error = value;
        else if (key.raw == "publications")
            members.publications = value;
    });
    return isWhole && scanner.atEnd() ? std::optional(members) : std::nullopt;
}

std::optional<int> codeOf(const QJsonValue &value)
{
    const double code = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    const bool isInt = code == std::floor(code) && std::abs(code) <= std::numeric_limits<int>::max();
    return isInt ? std::optional(static_cast<int>(code)) : std::nullopt;
}

Result<Error> parseError(std::string_view text)
{
    const QJsonObject object = QJsonDocument::fromJson(bytesOf(text)).object();
    const auto code = codeOf(object[QLatin1String("code")]);
    if (!code)
        return wrong(QStringLiteral("error.code is no whole number"));
    const auto known = static_cast<ErrorCode>(*code);
    if (!isApplicationCode(*code) && std::find(kSayable.begin(), kSayable.end(), known) == kSayable.end())
        return wrong(QStringLiteral("error.code %1 is not a backend's to say").arg(*code));
    Error error{known, {}, {}};
    if (const auto data = protocol::rawMember(text, "data"))
        error.data = bytesOf(*data);
    const QByteArray message = object[QLatin1String("message")].toString().toUtf8();
    if (message.size() > kMostMessageBytes)
        return wrong(QStringLiteral("error.message is longer than %1 bytes").arg(kMostMessageBytes));
    if (isApplicationCode(*code))
        error.text = message;
    return error;
}

/// Reads one publication and says what is wrong with it.
class PublicationReader
{
public:
    explicit PublicationReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] Result<Publication> read()
    {
        Publication publication;
        readAudience(publication.audience);
        const QString event = value("event").toString();
        check(isEventId(event) && !event.startsWith(QLatin1String("rpc.")), "event is no event id");
        publication.event = event.toStdString();
        check(value("params").isObject() || value("params").isUndefined(), "params is no object");
        publication.params = QJsonDocument(value("params").toObject()).toJson(QJsonDocument::Compact);
        check(value("key").isString() || value("key").isUndefined(), "key is no text");
        publication.key = value("key").toString().toStdString();
        check(publication.key.size() <= static_cast<size_t>(kMostKeyBytes), "key is too long");
        const double ttlMs = value("ttlMs").toDouble(value("ttlMs").isUndefined() ? 0 : -1);
        check(ttlMs >= 0 && ttlMs <= kMostTimeToLiveMs && ttlMs == std::floor(ttlMs), "ttlMs is out of range");
        publication.timeToLive = milliseconds(static_cast<qint64>(ttlMs));
        publication.passing = value("passing").toBool();
        if (m_fault)
            return wrong(QLatin1String(m_fault));
        return publication;
    }

private:
    [[nodiscard]] QJsonValue value(const char *name) const { return m_object[QLatin1String(name)]; }
    void check(bool isRight, const char *fault)
    {
        if (!isRight && !m_fault)
            m_fault = fault;
    }
    void readAudience(Audience &audience)
    {
        audience.everyone = value("everyone").toBool();
        audience.topic = value("topic").toString().toStdString();
        const QJsonArray users = value("users").toArray();
        for (const QJsonValue user : users) {
            check(user.isString() && !user.toString().isEmpty(), "users holds what is no user id");
            audience.users.push_back(user.toString().toStdString());
        }
        const int ways = int{audience.everyone} + int{!audience.topic.empty()} + int{value("users").isArray()};
        check(ways == 1, "it is for users, everyone or a topic, and one of them");
        check(audience.topic.empty() || isTopicName(audience.topic), "topic is no topic's name");
    }

    const QJsonObject m_object;
    const char *m_fault = nullptr;
};

Result<std::vector<Publication>> parsePublications(std::string_view text)
{
    std::vector<Publication> publications;
    if (text.empty())
        return publications;
    const QJsonDocument document = QJsonDocument::fromJson(bytesOf(text));
    if (!document.isArray() || document.array().size() > kMostPublications)
        return wrong(QStringLiteral("publications is no list of at most %1").arg(kMostPublications));
    const QJsonArray all = document.array();
    for (qsizetype i = 0; i < all.size(); ++i) {
        auto publication = PublicationReader(all[i].toObject()).read();
        if (!publication)
            return wrong(QStringLiteral("publications[%1]: %2").arg(i).arg(publication.error().detail));
        publications.push_back(*std::move(publication));
    }
    return publications;
}

Outcome failed(const char *reason, int status, bool sent, QString detail)
{
    QByteArray data = QByteArray("{\"reason\":\"") + reason + '"';
    if (status > 0)
        data += ",\"status\":" + QByteArray::number(status);
    data += sent ? ",\"outcome\":\"unknown\"}" : ",\"outcome\":\"not-run\"}";
    return Outcome::error({ErrorCode::BackendFailed, data, std::move(detail)});
}

const char *reasonOf(BackendFault fault)
{
    switch (fault) {
    case BackendFault::Connect: return "connect";
    case BackendFault::Tls: return "tls";
    case BackendFault::Malformed: return "malformed";
    case BackendFault::TooLarge: return "too-large";
    default: return "lost";
    }
}

BackendOutcome backendFailure(const char *reason, const BackendReply &reply, QString detail = {})
{
    if (detail.isEmpty())
        detail = QString::fromStdString(reply.detail);
    return {failed(reason, reply.status, reply.sent, std::move(detail)), {BackendEnding::Failed, reason}};
}

// What the last answer says counts, not what a try before it may have done: of that nobody knows anything any more.
BackendOutcome unanswered(const BackendReply &reply, milliseconds timeout)
{
    const auto told = [&reply, timeout](ErrorCode code) {
        return Outcome::error({code, protocol::timeoutData(timeout, reply.sent), {}});
    };
    switch (reply.fault) {
    case BackendFault::TimedOut: return {told(ErrorCode::Timeout), {BackendEnding::TimedOut, "timed-out"}};
    case BackendFault::Cancelled: return {told(ErrorCode::Cancelled), {BackendEnding::Cancelled, "cancelled"}};
    case BackendFault::Draining: return {told(ErrorCode::Draining), {BackendEnding::Cancelled, "draining"}};
    case BackendFault::Crowded:
        return {Outcome::error({ErrorCode::Overloaded, protocol::retryData(kCrowdedFor), {}}),
                {BackendEnding::Refused, "crowded"}};
    default: return backendFailure(reasonOf(reply.fault), reply);
    }
}

BackendOutcome answered(const BackendReply &reply)
{
    auto parsed = parseBackendAnswer(reply.body);
    if (!parsed) {
        const bool isJson = parsed.error().code == ErrorCode::BackendFailed;
        return backendFailure(isJson ? "answer" : "json", reply, parsed.error().detail);
    }
    return {*std::move(parsed), {BackendEnding::Succeeded, ""}};
}

} // namespace

Result<Outcome> parseBackendAnswer(std::string_view text)
{
    if (!QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8()
        || protocol::checkJson(text, kMostDepth) != protocol::JsonFault::None) {
        return failure(ErrorCode::ParseError, {}, QStringLiteral("is no JSON"));
    }
    const auto members = membersOf(text);
    if (!members)
        return wrong(QStringLiteral("is no object"));
    if (members->result.empty() == members->error.empty())
        return wrong(QStringLiteral("has not one of result and error"));
    auto publications = parsePublications(members->publications);
    if (!publications)
        return tl::unexpected(publications.error());
    Outcome outcome;
    if (members->error.empty()) {
        outcome.reply = bytesOf(members->result);
    } else {
        auto error = parseError(members->error);
        if (!error)
            return tl::unexpected(error.error());
        outcome.reply = tl::unexpected(*std::move(error));
    }
    outcome.publications = *std::move(publications);
    return outcome;
}

BackendOutcome outcomeOf(BackendReply &&reply, milliseconds timeout)
{
    if (reply.fault != BackendFault::None)
        return unanswered(reply, timeout);
    if (reply.status == kOk)
        return reply.isJson ? answered(reply) : backendFailure("content-type", reply);
    if (reply.status == kNoContent)
        return {Outcome::success(), {BackendEnding::Succeeded, ""}};
    if (reply.status == kUnavailableStatus || reply.status == kTooMany) {
        const milliseconds wait = reply.retryAfter.count() > 0 ? reply.retryAfter : kUnavailableFor;
        return {Outcome::error({ErrorCode::Unavailable, protocol::retryData(wait), {}}),
                {BackendEnding::Unavailable, "unavailable"}};
    }
    const bool isRedirect = reply.status >= 300 && reply.status < 400;
    return backendFailure(isRedirect ? "redirect" : "status", reply);
}

} // namespace sluice::server
