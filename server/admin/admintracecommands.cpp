// The commands of AdminCommands that show single events and who causes the load.

#include "server/admin/admincommands.h"
#include "shared/admin/adminparams.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace sluice::server {

using admin::AdminParams;
using admin::invalidParam;

namespace {

constexpr qsizetype kMaxName = 256;
constexpr qint64 kMostRecords = 1000;
constexpr qint64 kDefaultRecords = 100;
constexpr qint64 kMostPerSecond = 1000;
constexpr qint64 kDefaultPerSecond = 50;
constexpr qint64 kMaxTapSeconds = 3600;
constexpr qint64 kDefaultTapSeconds = 300;
constexpr qint64 kMostRows = 100;
constexpr qint64 kDefaultRows = 20;
constexpr qint64 kMaxId = qint64{1} << 53; // the largest that a JSON number holds exactly
constexpr qint64 kMaxSlowMs = 3'600'000;

const QStringList &filterFields()
{
    static const QStringList fields{QStringLiteral("user"), QStringLiteral("connection"), QStringLiteral("event"),
                                    QStringLiteral("outcome"), QStringLiteral("slowerThanMs")};
    return fields;
}

Result<FlightFilter> readFilter(AdminParams &reader, const EventRegistry &events)
{
    FlightFilter filter;
    filter.user = reader.text(QStringLiteral("user"), kMaxName).toStdString();
    if (const auto connection = reader.integer(QStringLiteral("connection"), 1, kMaxId))
        filter.connection = {static_cast<quint64>(*connection)};
    if (const auto slowerMs = reader.integer(QStringLiteral("slowerThanMs"), 0, kMaxSlowMs))
        filter.slowerThan = std::chrono::milliseconds(*slowerMs);
    const std::string event = reader.text(QStringLiteral("event"), kMaxName).toStdString();
    const QString outcome = reader.choice(QStringLiteral("outcome"), flightOutcomeNames());
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!event.empty()) {
        const auto named = std::find(events.names().begin(), events.names().end(), event);
        if (named == events.names().end())
            return invalidParam("event", "there is no such event");
        filter.event = static_cast<quint32>(named - events.names().begin());
    }
    filter.outcome = flightOutcomeFromString(outcome);
    return filter;
}

/// What can be asked for in top/list.
struct CostName {
    QLatin1String name;
    QLatin1String unit;
};
// In the order of Cost.
constexpr std::array kCosts{
    CostName{QLatin1String("events"), QLatin1String("events")},
    CostName{QLatin1String("refusals"), QLatin1String("events")},
    CostName{QLatin1String("handler-time"), QLatin1String("us")},
    CostName{QLatin1String("pushes-lost"), QLatin1String("messages")},
    CostName{QLatin1String("pending-bytes"), QLatin1String("bytes")},
};
static_assert(kCosts.size() == kCostCount);

} // namespace

Result<QJsonValue> AdminCommands::traceList(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, filterFields() + QStringList{QStringLiteral("limit")});
    const qint64 most = reader.integer(QStringLiteral("limit"), 1, kMostRecords).value_or(kDefaultRecords);
    const Result<FlightFilter> filter = readFilter(reader, *m_parts.registry());
    if (!filter)
        return tl::unexpected(filter.error());
    return QJsonObject{{QStringLiteral("records"), m_parts.taps.list(*filter, static_cast<size_t>(most))}};
}

Result<QJsonValue> AdminCommands::traceStart(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(
        params,
        filterFields()
            + QStringList{QStringLiteral("maxPerSecond"), QStringLiteral("seconds"), QStringLiteral("payloads")});
    FlightTap tap;
    tap.mostPerSecond =
        static_cast<int>(reader.integer(QStringLiteral("maxPerSecond"), 1, kMostPerSecond).value_or(kDefaultPerSecond));
    const qint64 seconds = reader.integer(QStringLiteral("seconds"), 1, kMaxTapSeconds).value_or(kDefaultTapSeconds);
    tap.payloads = reader.flag(QStringLiteral("payloads"));
    Result<FlightFilter> filter = readFilter(reader, *m_parts.registry());
    if (!filter)
        return tl::unexpected(filter.error());
    tap.filter = *std::move(filter);
    tap.until = m_parts.clock.now() + std::chrono::seconds(seconds);
    const bool showsPayloads = tap.payloads;
    Result<QJsonValue> result = showsPayloads && caller.role < admin::Role::Admin
        ? Result<QJsonValue>(needsRole(QStringLiteral("trace/start with payloads"), admin::Role::Admin))
        : m_parts.taps.open(caller.session, std::move(tap)).map([seconds](quint64 opened) -> QJsonValue {
              return QJsonObject{{QStringLiteral("tap"), static_cast<double>(opened)},
                                 {QStringLiteral("seconds"), seconds}};
          });
    if (showsPayloads) // what people send is shown to another: that is kept on record
        audit(caller, {.method = QStringLiteral("trace/start"), .after = params}, result);
    return result;
}

Result<QJsonValue> AdminCommands::traceStop(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("tap")});
    const qint64 tap = reader.requiredInteger(QStringLiteral("tap"), 1, kMaxId);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!m_parts.taps.close(caller.session, static_cast<quint64>(tap)))
        return invalidParam("tap", "is none of this connection's");
    return QJsonObject{};
}

Result<QJsonValue> AdminCommands::topList(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("by"), QStringLiteral("limit")});
    const QString by = reader.text(QStringLiteral("by"), kMaxName);
    const qint64 most = reader.integer(QStringLiteral("limit"), 1, kMostRows).value_or(kDefaultRows);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto named =
        std::find_if(kCosts.begin(), kCosts.end(), [&by](const CostName &cost) { return by == cost.name; });
    if (named == kCosts.end())
        return invalidParam("by", "must be events, refusals, handler-time, pushes-lost or pending-bytes");
    QJsonArray rows;
    for (const Culprits::Row &row :
         m_parts.culprits.top(static_cast<Cost>(named - kCosts.begin()), static_cast<size_t>(most)))
        rows.append(QJsonObject{
            {QStringLiteral("name"), QString::fromStdString(row.client.name)},
            {QStringLiteral("kind"), row.client.isUser ? QStringLiteral("user") : QStringLiteral("address")},
            {QStringLiteral("amount"), static_cast<double>(row.amount)},
            {QStringLiteral("error"), static_cast<double>(row.error)}});
    const auto span = std::chrono::duration_cast<std::chrono::milliseconds>(m_parts.culprits.reach());
    return QJsonObject{{QStringLiteral("by"), named->name},
                       {QStringLiteral("unit"), named->unit},
                       {QStringLiteral("spanMs"), static_cast<qint64>(span.count())},
                       {QStringLiteral("rows"), rows}};
}

} // namespace sluice::server
