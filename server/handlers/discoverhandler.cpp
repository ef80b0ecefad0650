#include "server/handlers/discoverhandler.h"

#include "server/handlers/json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

namespace sluice::server {

namespace {

constexpr QLatin1String kOpenRpcVersion("1.2.6");

/// An error as the document's components name it.
struct NamedError {
    QLatin1String name;
    ErrorCode code;
};

// What may happen to every event.
constexpr std::array kCommonErrors{
    NamedError{QLatin1String("InternalError"), ErrorCode::InternalError},
    NamedError{QLatin1String("InvalidParams"), ErrorCode::InvalidParams},
    NamedError{QLatin1String("RateLimited"), ErrorCode::RateLimited},
    NamedError{QLatin1String("Overloaded"), ErrorCode::Overloaded},
    NamedError{QLatin1String("Unavailable"), ErrorCode::Unavailable},
    NamedError{QLatin1String("Draining"), ErrorCode::Draining},
    NamedError{QLatin1String("Timeout"), ErrorCode::Timeout},
    NamedError{QLatin1String("Cancelled"), ErrorCode::Cancelled},
};
// And to those that ask who calls.
constexpr std::array kAccessErrors{
    NamedError{QLatin1String("Unauthorized"), ErrorCode::Unauthorized},
    NamedError{QLatin1String("TokenExpired"), ErrorCode::TokenExpired},
    NamedError{QLatin1String("Forbidden"), ErrorCode::Forbidden},
};

QJsonObject toJson(const NamedError &error)
{
    const std::string_view text = errorText(error.code);
    return {{QStringLiteral("code"), static_cast<int>(error.code)},
            {QStringLiteral("message"), QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))}};
}

QJsonObject referenceTo(const NamedError &error)
{
    return {{QStringLiteral("$ref"), QLatin1String("#/components/errors/") + error.name}};
}

QJsonObject typeSchema(ParamSpec::Type type)
{
    const auto of = [](const char *name) { return QJsonObject{{QStringLiteral("type"), QLatin1String(name)}}; };
    switch (type) {
    case ParamSpec::Type::String: return of("string");
    case ParamSpec::Type::Integer: return of("integer");
    case ParamSpec::Type::Number: return of("number");
    case ParamSpec::Type::Boolean: return of("boolean");
    case ParamSpec::Type::Object: return of("object");
    case ParamSpec::Type::Any: break;
    }
    return {};
}

QJsonObject toJson(const ParamSpec &param)
{
    QJsonObject schema = typeSchema(param.type);
    if (param.list)
        schema = {{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), schema}};
    return {{QStringLiteral("name"), QString::fromStdString(param.name)},
            {QStringLiteral("required"), param.required},
            {QStringLiteral("schema"), schema}};
}

QJsonArray errorsOf(const EventSpec &event)
{
    QJsonArray errors;
    for (const NamedError &error : kCommonErrors)
        errors.append(referenceTo(error));
    if (event.requiresAuth) {
        for (const NamedError &error : kAccessErrors)
            errors.append(referenceTo(error));
    }
    return errors;
}

QJsonObject toJson(const EventSpec &event)
{
    QJsonArray params;
    for (const ParamSpec &param : event.params)
        params.append(toJson(param));
    QJsonObject method{
        {QStringLiteral("name"), QString::fromStdString(event.id)},
        {QStringLiteral("paramStructure"), QStringLiteral("by-name")},
        {QStringLiteral("params"), params},
        {QStringLiteral("result"),
         QJsonObject{{QStringLiteral("name"), QStringLiteral("result")}, {QStringLiteral("schema"), QJsonObject()}}},
        {QStringLiteral("errors"), errorsOf(event)},
    };
    if (!event.summary.empty())
        method.insert(QStringLiteral("summary"), QString::fromStdString(event.summary));
    if (!event.checkParams) {
        method.remove(QStringLiteral("paramStructure"));
        method.insert(QStringLiteral("x-any-params"), true);
    }
    if (event.idempotent)
        method.insert(QStringLiteral("x-idempotent"), true);
    return method;
}

QJsonObject components()
{
    QJsonObject errors;
    for (const NamedError &error : kCommonErrors)
        errors.insert(error.name, toJson(error));
    for (const NamedError &error : kAccessErrors)
        errors.insert(error.name, toJson(error));
    return {{QStringLiteral("errors"), errors}};
}

} // namespace

HandlerResult DiscoverHandler::handle(const Request &request)
{
    QJsonArray methods;
    for (const EventRegistryPtr registry = m_registry(); const EventSpecPtr &event : registry->events()) {
        if (event->isUsableBy(*request.principal))
            methods.append(toJson(*event));
    }
    return Outcome::success(jsonText({
        {QStringLiteral("openrpc"), kOpenRpcVersion},
        {QStringLiteral("info"),
         QJsonObject{{QStringLiteral("title"), QStringLiteral("Sluice")},
                     {QStringLiteral("version"), QStringLiteral(SLUICE_VERSION)}}},
        {QStringLiteral("methods"), methods},
        {QStringLiteral("components"), components()},
    }));
}

} // namespace sluice::server
