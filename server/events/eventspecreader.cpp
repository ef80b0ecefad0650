#include "server/events/eventspecreader.h"

#include "shared/base/nearest.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace sluice::server {

namespace {

constexpr int kMaxMessageBytes = 1024 * 1024;
constexpr int kMaxTimeoutMs = 3'600'000;
constexpr int kMaxRate = 1'000'000;
constexpr int kMaxSummaryLength = 200;
constexpr int kMaxConcurrent = 1'000'000;

constexpr std::array kLaneNames{QLatin1String("high"), QLatin1String("normal"), QLatin1String("low")};
constexpr std::array kOrderingNames{QLatin1String("none"), QLatin1String("connection"), QLatin1String("user")};

struct TypeName {
    QLatin1String name;
    ParamSpec::Type type;
};
constexpr std::array kTypeNames{
    TypeName{QLatin1String("string"), ParamSpec::Type::String},
    TypeName{QLatin1String("integer"), ParamSpec::Type::Integer},
    TypeName{QLatin1String("number"), ParamSpec::Type::Number},
    TypeName{QLatin1String("boolean"), ParamSpec::Type::Boolean},
    TypeName{QLatin1String("object"), ParamSpec::Type::Object},
    TypeName{QLatin1String("any"), ParamSpec::Type::Any},
};

bool isReserved(const QString &id)
{
    return id.startsWith(QLatin1String("rpc.")) || id.startsWith(QLatin1String("__"))
        || id.startsWith(QLatin1String("$/"));
}

QString suggestion(const QString &nearest)
{
    return nearest.isEmpty() ? QString() : QStringLiteral(", did you mean %1?").arg(nearest);
}

/// "string!", "string[]", "string[]!": nothing when it is none of them.
std::optional<ParamSpec> parseParam(QStringView text)
{
    ParamSpec param;
    if (text.endsWith(u'!')) {
        param.required = true;
        text.chop(1);
    }
    if (text.endsWith(QLatin1String("[]"))) {
        param.list = true;
        text.chop(2);
    }
    const auto found = std::find_if(kTypeNames.begin(), kTypeNames.end(),
                                    [text](const TypeName &entry) { return text == entry.name; });
    if (found == kTypeNames.end())
        return std::nullopt;
    param.type = found->type;
    return param;
}

} // namespace

bool isEventId(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9_.$/-]{1,128}\\z"));
    return form.match(text).hasMatch();
}

EventSpecReader::EventSpecReader(const QString &fileName, const HandlerTable &handlers,
                                 std::span<const BackendSpecPtr> backends, ConfigProblems &problems)
    : TableFields(fileName, problems)
    , m_handlers(handlers)
    , m_backends(backends)
{
}

std::span<const EventSpecReader::FieldEntry> EventSpecReader::fields()
{
    static constexpr std::array kFields{
        FieldEntry{"id", &EventSpecReader::readId},
        FieldEntry{"summary", &EventSpecReader::readSummary},
        FieldEntry{"handler", &EventSpecReader::readHandler},
        FieldEntry{"rate-limit", &EventSpecReader::readRateLimit},
        FieldEntry{"timeout-ms", &EventSpecReader::readTimeout},
        FieldEntry{"priority", &EventSpecReader::readPriority},
        FieldEntry{"max-concurrent", &EventSpecReader::readMaxConcurrent},
        FieldEntry{"ordered", &EventSpecReader::readOrdered},
        FieldEntry{"idempotent", &EventSpecReader::readIdempotent},
        FieldEntry{"requires-auth", &EventSpecReader::readRequiresAuth},
        FieldEntry{"requires-role", &EventSpecReader::readRequiresRole},
        FieldEntry{"max-message-bytes", &EventSpecReader::readMaxMessageBytes},
        FieldEntry{"params", &EventSpecReader::readParams},
        FieldEntry{"enabled", &EventSpecReader::readEnabled},
        FieldEntry{"dry-run", &EventSpecReader::readDryRun},
    };
    return kFields;
}

std::shared_ptr<EventSpec> EventSpecReader::read(const TomlNode &table)
{
    m_spec = std::make_shared<EventSpec>();
    if (!table.isTable()) {
        fault(table.line, QStringLiteral("event"), QStringLiteral("must be a table"), table.toText(),
              QStringLiteral("[[event]]"));
        return m_spec;
    }
    readMembers(table, fields(), *this);
    checkWhole(table);
    return m_spec;
}

void EventSpecReader::readId(const TomlNode &value)
{
    const std::optional<QString> id = text(value, "id");
    if (!id)
        return;
    if (!isEventId(*id)) {
        fault(value.line, QStringLiteral("id"), QStringLiteral("is no event id"), value.toText(),
              QStringLiteral("entity/verb of letters, digits, _ . - and /, at most 128"));
        return;
    }
    setSubject(*id);
    m_spec->id = id->toStdString();
}

void EventSpecReader::readSummary(const TomlNode &value)
{
    const std::optional<QString> summary = text(value, "summary");
    if (summary && summary->size() > kMaxSummaryLength)
        fault(value.line, QStringLiteral("summary"), QStringLiteral("is too long"), QString::number(summary->size()),
              QStringLiteral("at most %1 characters").arg(kMaxSummaryLength));
    else if (summary)
        m_spec->summary = summary->toStdString();
}

void EventSpecReader::readHandler(const TomlNode &value)
{
    const std::optional<QString> name = text(value, "handler");
    if (!name)
        return;
    if (*name == QLatin1String("http") || name->startsWith(QLatin1String("http:"))) {
        readHttpHandler(value, *name);
        return;
    }
    const auto found = m_handlers.find(name->toStdString());
    if (found == m_handlers.end()) {
        const bool isPlugin = name->startsWith(QLatin1String("plugin:"));
        QStringList names;
        for (const auto &[known, handler] : m_handlers) {
            if (!isPlugin || known.starts_with("plugin:"))
                names.append(QString::fromStdString(known));
        }
        fault(value.line, QStringLiteral("handler"),
              (isPlugin ? QStringLiteral("unknown plugin") : QStringLiteral("unknown handler"))
                  + suggestion(nearestWord(*name, names)),
              value.toText(),
              names.isEmpty() ? QStringLiteral("a plugin from plugins.directory, which has none")
                              : names.join(QLatin1String(", ")));
        return;
    }
    m_spec->handlerName = found->first;
    m_spec->handler = found->second.get();
}

// "http" alone is the only backend that there is.
void EventSpecReader::readHttpHandler(const TomlNode &value, const QString &name)
{
    const auto id = name.mid(QStringLiteral("http:").size()).toStdString();
    const bool meansOnly = name == QLatin1String("http");
    QStringList names;
    for (const BackendSpecPtr &backend : m_backends) {
        if (meansOnly ? m_backends.size() == 1 : backend->id == id)
            m_spec->backend = backend;
        names.append(QStringLiteral("http:") + QString::fromStdString(backend->id));
    }
    if (m_spec->backend) {
        m_spec->handlerName = "http:" + m_spec->backend->id;
        return;
    }
    if (names.isEmpty())
        fault(value.line, QStringLiteral("handler"), QStringLiteral("needs a backend, and there is none"),
              value.toText(), QStringLiteral("a [[backend]] table with id and url"));
    else if (meansOnly)
        fault(value.line, QStringLiteral("handler"), QStringLiteral("does not say which of the backends"),
              value.toText(), names.join(QLatin1String(", ")));
    else
        fault(value.line, QStringLiteral("handler"),
              QStringLiteral("unknown backend") + suggestion(nearestWord(name, names)), value.toText(),
              names.join(QLatin1String(", ")));
}

void EventSpecReader::readRateLimit(const TomlNode &value)
{
    const auto expected = QStringLiteral("{ per-minute = N } or { per-second = N }");
    const TomlNode *perMinute = value.find(u"per-minute");
    const TomlNode *perSecond = value.find(u"per-second");
    const bool oneOfTwo = (perMinute != nullptr) != (perSecond != nullptr);
    if (!value.isTable() || value.members.size() != 1 || !oneOfTwo) {
        fault(value.line, QStringLiteral("rate-limit"), QStringLiteral("must say one rate"), value.toText(), expected);
        return;
    }
    const auto window = perMinute ? std::chrono::minutes(1) : std::chrono::milliseconds(1000);
    const std::optional<int> count =
        integer(perMinute ? *perMinute : *perSecond, perMinute ? "rate-limit.per-minute" : "rate-limit.per-second", 1,
                kMaxRate);
    if (count)
        m_spec->rateLimit = RateLimit{*count, window};
}

void EventSpecReader::readTimeout(const TomlNode &value)
{
    if (const std::optional<int> timeout = integer(value, "timeout-ms", 1, kMaxTimeoutMs))
        m_spec->timeout = std::chrono::milliseconds(*timeout);
}

void EventSpecReader::readPriority(const TomlNode &value)
{
    const auto found = std::find(kLaneNames.begin(), kLaneNames.end(), value.scalar.toString());
    if (found == kLaneNames.end()) {
        fault(value.line, QStringLiteral("priority"), QStringLiteral("is no priority"), value.toText(),
              QStringLiteral("high, normal or low"));
        return;
    }
    m_spec->lane = static_cast<Lane>(found - kLaneNames.begin());
}

void EventSpecReader::readMaxConcurrent(const TomlNode &value)
{
    if (const std::optional<int> most = integer(value, "max-concurrent", 0, kMaxConcurrent))
        m_spec->maxConcurrent = *most;
}

void EventSpecReader::readOrdered(const TomlNode &value)
{
    const auto found = std::find(kOrderingNames.begin(), kOrderingNames.end(), value.scalar.toString());
    if (found == kOrderingNames.end()) {
        fault(value.line, QStringLiteral("ordered"), QStringLiteral("is no order"), value.toText(),
              QStringLiteral("none, connection or user"));
        return;
    }
    m_spec->ordered = static_cast<Ordering>(found - kOrderingNames.begin());
}

void EventSpecReader::readRequiresAuth(const TomlNode &value)
{
    readFlag(value, "requires-auth", m_spec->requiresAuth);
}

void EventSpecReader::readEnabled(const TomlNode &value)
{
    readFlag(value, "enabled", m_spec->enabled);
}

void EventSpecReader::readIdempotent(const TomlNode &value)
{
    readFlag(value, "idempotent", m_spec->idempotent);
}

void EventSpecReader::readDryRun(const TomlNode &value)
{
    readFlag(value, "dry-run", m_spec->dryRun);
}

void EventSpecReader::readRequiresRole(const TomlNode &value)
{
    const auto roles = texts(value, "requires-role", QStringLiteral("a role or a list of roles"));
    for (const QString &role : roles.value_or(QStringList()))
        m_spec->requiresRole.push_back(role.toStdString());
}

void EventSpecReader::readMaxMessageBytes(const TomlNode &value)
{
    if (const std::optional<int> bytes = integer(value, "max-message-bytes", 1, kMaxMessageBytes))
        m_spec->maxMessageBytes = *bytes;
}

void EventSpecReader::readParams(const TomlNode &value)
{
    if (!value.isTable()) {
        fault(value.line, QStringLiteral("params"), QStringLiteral("must be a table"), value.toText(),
              QStringLiteral("{ name = \"type\" }"));
        return;
    }
    m_spec->checkParams = true;
    for (const TomlNode::Member &member : value.members)
        readParam(member);
}

void EventSpecReader::readParam(const TomlNode::Member &member)
{
    std::optional<ParamSpec> param;
    if (member.value.kind == TomlNode::Kind::Text)
        param = parseParam(member.value.scalar.toString());
    if (!param) {
        fault(member.line, QStringLiteral("params.") + member.name, QStringLiteral("is no type"), member.value.toText(),
              QStringLiteral("string, integer, number, boolean, object or any, with [] for a list and ! for required"));
        return;
    }
    param->name = member.name.toStdString();
    m_spec->params.push_back(std::move(*param));
}

void EventSpecReader::checkWhole(const TomlNode &table)
{
    for (const QString &required : {QStringLiteral("id"), QStringLiteral("handler")}) {
        if (!table.find(required))
            fault(table.line, required, QStringLiteral("is missing"), {}, QStringLiteral("a text"));
    }
    const auto id = QString::fromStdString(m_spec->id);
    const bool builtIn = m_spec->handlerName.empty() || m_spec->handlerName.starts_with("rpc.");
    if (isReserved(id) && !builtIn) {
        fault(table.line, QStringLiteral("id"), QStringLiteral("is reserved for the protocol"), u'"' + id + u'"',
              QStringLiteral("a name that does not begin with rpc., __ or $/"));
    }
    if (!m_spec->requiresAuth && !m_spec->requiresRole.empty()) {
        fault(table.line, QStringLiteral("requires-role"), QStringLiteral("cannot be met while requires-auth is false"),
              {}, QStringLiteral("requires-auth = true"));
    }
}

} // namespace sluice::server
