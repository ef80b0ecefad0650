#include "server/transport/connectanswer.h"

#include "server/events/topicrule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace sluice::server {

namespace {

constexpr size_t kMostUserBytes = 128; // as of a token's `sub`
constexpr size_t kMostNames = 1000;
constexpr size_t kMostReasonBytes = 200;
constexpr int kRetryAfterSeconds = 5;
constexpr std::array kStatuses{401, 403, 429, 503};

tl::unexpected<Error> wrong(const char *what)
{
    return failure(ErrorCode::BackendFailed, {}, QLatin1String(what));
}

bool isUserId(const std::string &text)
{
    return !text.empty() && text.size() <= kMostUserBytes && std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

/// False when it is there and no list of texts.
bool readTexts(const QJsonValue &value, std::optional<std::vector<std::string>> &texts)
{
    if (value.isUndefined() || value.isNull())
        return true;
    const QJsonArray given = value.toArray();
    if (!value.isArray() || given.size() > static_cast<qsizetype>(kMostNames))
        return false;
    texts.emplace();
    for (const QJsonValue text : given) {
        if (!text.isString() || text.toString().isEmpty())
            return false;
        texts->push_back(text.toString().toStdString());
    }
    return true;
}

/// Of a text what may stand in an HTTP answer and in a log line.
std::string printable(const QString &text)
{
    std::string result = text.toStdString().substr(0, kMostReasonBytes);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return result;
}

Result<ConnectAnswer> parseRefusal(const QJsonObject &object)
{
    ConnectAnswer answer;
    const QJsonValue status = object[QLatin1String("status")];
    if (!status.isUndefined())
        answer.status = status.toInt();
    if (std::find(kStatuses.begin(), kStatuses.end(), answer.status) == kStatuses.end())
        return wrong("status is none of 401, 403, 429 and 503");
    answer.reason = printable(object[QLatin1String("reason")].toString());
    return answer;
}

} // namespace

Result<ConnectAnswer> parseConnectAnswer(std::string_view text)
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    const QJsonObject object = document.object();
    const QJsonValue accept = object[QLatin1String("accept")];
    if (!accept.isBool())
        return wrong("accept is not true or false");
    if (!accept.toBool())
        return parseRefusal(object);

    ConnectAnswer answer;
    answer.accept = true;
    const QJsonValue user = object[QLatin1String("user")];
    if (!user.isUndefined() && !user.isNull()) {
        answer.user = user.toString().toStdString();
        if (!user.isString() || !isUserId(*answer.user))
            return wrong("user is no user id of 1 to 128 bytes");
    }
    std::optional<std::vector<std::string>> subscribe;
    if (!readTexts(object[QLatin1String("roles")], answer.roles))
        return wrong("roles is no list of texts");
    if (!readTexts(object[QLatin1String("topics")], answer.topics))
        return wrong("topics is no list of texts");
    if (!readTexts(object[QLatin1String("subscribe")], subscribe))
        return wrong("subscribe is no list of topics");
    answer.subscribe = std::move(subscribe).value_or(std::vector<std::string>());
    if (!std::all_of(answer.subscribe.begin(), answer.subscribe.end(), [](const auto &t) { return isTopicName(t); }))
        return wrong("subscribe holds what is no topic's name");
    return answer;
}

HandshakeVerdict verdictOf(ConnectAnswer &&answer, const Admission &before)
{
    if (!answer.accept) {
        HttpRefusal refusal;
        refusal.status = answer.status;
        refusal.text = answer.reason.empty() ? "The server's operator does not let this client in." : answer.reason;
        refusal.retryAfterSeconds = answer.status == 429 || answer.status == 503 ? kRetryAfterSeconds : 0;
        refusal.extraHeader = answer.status == 401 ? "WWW-Authenticate: Bearer" : "";
        refusal.countedAs = Counter::ConnectionsRefusedHook;
        return refusal;
    }
    Admission admission = before;
    Principal principal = *before.principal;
    if (answer.user) {
        principal.userId = *std::move(answer.user);
        principal.authenticated = true;
        admission.loginRequired = false;
    }
    if (answer.roles)
        principal.roles = *std::move(answer.roles);
    if (answer.topics)
        principal.topics = *std::move(answer.topics);
    admission.principal = std::make_shared<const Principal>(std::move(principal));
    admission.subscribe = std::move(answer.subscribe);
    return admission;
}

} // namespace sluice::server
