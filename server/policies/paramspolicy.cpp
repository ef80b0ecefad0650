#include "server/policies/paramspolicy.h"

#include "shared/protocol/codec.h"
#include "shared/protocol/jsonscanner.h"

#include <QByteArray>
#include <QVarLengthArray>

#include <charconv>
#include <cmath>
#include <string>

namespace sluice::server {

namespace {

using protocol::JsonScanner;
using protocol::JsonString;

// 2^53-1. Beyond it different integers are the same double, which is what JSON numbers are to most clients: 2^53+1
// arrives as 2^53. Source: RFC 7493, section 2.2.
constexpr double kLargestInteger = 9007199254740991.0;

// The raw values of the event's parameters, in the order of its spec; empty = absent.
using RawValues = QVarLengthArray<std::string_view, 16>;

Refusal invalid(std::string_view field, std::string_view reason)
{
    return {Error{ErrorCode::InvalidParams, protocol::invalidParamsData(field, reason), {}}, false};
}

std::string_view typeReason(ParamSpec::Type type) noexcept
{
    switch (type) {
    case ParamSpec::Type::String: return "must be a string";
    case ParamSpec::Type::Integer: return "must be an integer";
    case ParamSpec::Type::Number: return "must be a number";
    case ParamSpec::Type::Boolean: return "must be true or false";
    case ParamSpec::Type::Object: return "must be an object";
    case ParamSpec::Type::Any: break;
    }
    return "must be a value";
}

bool isNumber(std::string_view raw) noexcept
{
    return raw.front() == '-' || (raw.front() >= '0' && raw.front() <= '9');
}

/// The number, or nothing when it is none or no finite double.
std::optional<double> toNumber(std::string_view raw) noexcept
{
    double value = 0;
    if (!isNumber(raw) || std::from_chars(raw.data(), raw.data() + raw.size(), value).ec != std::errc())
        return std::nullopt;
    return value;
}

bool isInteger(std::string_view raw) noexcept
{
    const std::optional<double> value = toNumber(raw);
    return value && std::trunc(*value) == *value && std::abs(*value) <= kLargestInteger;
}

bool hasType(std::string_view raw, ParamSpec::Type type) noexcept
{
    switch (type) {
    case ParamSpec::Type::String: return raw.front() == '"';
    case ParamSpec::Type::Integer: return isInteger(raw);
    case ParamSpec::Type::Number: return toNumber(raw).has_value();
    case ParamSpec::Type::Boolean: return raw.front() == 't' || raw.front() == 'f';
    case ParamSpec::Type::Object: return raw.front() == '{';
    case ParamSpec::Type::Any: break;
    }
    return true;
}

std::optional<Refusal> checkList(const ParamSpec &spec, std::string_view raw)
{
    if (raw.front() != '[')
        return invalid(spec.name, "must be a list");
    JsonScanner scanner(raw, protocol::kMaxJsonDepth);
    size_t index = 0;
    const auto checkElement = [&] {
        const std::string_view element = scanner.value();
        if (element.empty() || !hasType(element, spec.type))
            return false;
        ++index;
        return true;
    };
    if (scanner.array(checkElement))
        return std::nullopt;
    return invalid(spec.name + '[' + std::to_string(index) + ']', typeReason(spec.type));
}

std::optional<Refusal> checkParam(const ParamSpec &spec, std::string_view raw)
{
    const bool absent = raw.empty() || (raw == "null" && spec.type != ParamSpec::Type::Any);
    if (absent)
        return spec.required ? std::optional(invalid(spec.name, "is required")) : std::nullopt;
    if (spec.list)
        return checkList(spec, raw);
    if (!hasType(raw, spec.type))
        return invalid(spec.name, typeReason(spec.type));
    return std::nullopt;
}

void remember(const std::vector<ParamSpec> &specs, const JsonString &key, std::string_view raw, RawValues &values)
{
    std::string unescaped;
    if (key.escaped)
        protocol::appendUnescaped(unescaped, key.raw);
    const std::string_view name = key.escaped ? std::string_view(unescaped) : key.raw;
    for (size_t i = 0; i < specs.size(); ++i) {
        if (specs[i].name == name)
            values[static_cast<qsizetype>(i)] = raw; // of equal names the last counts, as it does for handlers
    }
}

std::optional<Refusal> checkAll(const Request &request)
{
    const std::vector<ParamSpec> &specs = request.spec->params;
    RawValues values(static_cast<qsizetype>(specs.size()));
    if (!request.params.empty()) {
        JsonScanner scanner(request.params, protocol::kMaxJsonDepth);
        const auto visit = [&](const JsonString &key, std::string_view raw) { remember(specs, key, raw, values); };
        if (scanner.peek() != '{' || !scanner.object(visit))
            return invalid("params", "must be an object");
    }
    for (size_t i = 0; i < specs.size(); ++i) {
        if (auto refusal = checkParam(specs[i], values[static_cast<qsizetype>(i)]))
            return refusal;
    }
    return std::nullopt;
}

} // namespace

ParamsPolicy::ParamsPolicy(const Config &config, Metrics &metrics)
    : m_metrics(metrics)
{
    setLimits(config);
}

void ParamsPolicy::setLimits(const Config &config) noexcept
{
    m_messageBytes.store(config.limits.messageBytes, std::memory_order_relaxed);
}

std::optional<Refusal> ParamsPolicy::admit(const Request &request, TimePoint)
{
    if (auto refusal = checkSize(request))
        return refusal;
    if (!request.spec->checkParams)
        return std::nullopt;
    return checkAll(request);
}

std::optional<Refusal> ParamsPolicy::checkSize(const Request &request)
{
    const EventSpec &spec = *request.spec;
    const bool isOwn = spec.maxMessageBytes > 0;
    const int mostBytes = isOwn ? spec.maxMessageBytes : m_messageBytes.load(std::memory_order_relaxed);
    if (request.text.size() <= static_cast<size_t>(mostBytes))
        return std::nullopt;
    if (!isOwn || !spec.dryRun)
        return invalid({}, "the message has more than " + std::to_string(mostBytes) + " bytes");
    m_metrics.add(Counter::DryRunMessageBytes);
    m_metrics.add(spec.index, EventCounter::DryRun);
    return std::nullopt;
}

} // namespace sluice::server
