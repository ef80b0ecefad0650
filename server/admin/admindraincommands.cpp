// The commands of AdminCommands that take the server out of service and back.

#include "server/admin/admincommands.h"
#include "shared/admin/adminparams.h"
#include "shared/protocol/codec.h"

namespace sluice::server {

using admin::AdminParams;

namespace {

constexpr qint64 kMaxGraceMs = 3'600'000;

struct ReadDrainRequest {
    DrainRequest request;
    std::optional<Error> fault;
};

ReadDrainRequest readRequest(const AdminCaller &caller, const QJsonObject &params, bool thenExit)
{
    AdminParams reader(params, {QStringLiteral("graceMs"), QStringLiteral("closeSpreadMs"), QStringLiteral("reason")});
    DrainRequest request;
    if (const auto graceMs = reader.integer(QStringLiteral("graceMs"), 0, kMaxGraceMs))
        request.grace = std::chrono::milliseconds(*graceMs);
    if (const auto spreadMs = reader.integer(QStringLiteral("closeSpreadMs"), 0, kMaxGraceMs))
        request.closeSpread = std::chrono::milliseconds(*spreadMs);
    request.reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    request.requestedBy = caller.user;
    request.thenExit = thenExit;
    return {request, reader.fault()};
}

} // namespace

Result<QJsonValue> AdminCommands::serverDrain(const AdminCaller &caller, const QJsonObject &params)
{
    return beginDrain(caller, QStringLiteral("server/drain"), params, false);
}

Result<QJsonValue> AdminCommands::serverShutdown(const AdminCaller &caller, const QJsonObject &params)
{
    return beginDrain(caller, QStringLiteral("server/shutdown"), params, true);
}

Result<QJsonValue> AdminCommands::beginDrain(const AdminCaller &caller, const QString &method,
                                             const QJsonObject &params, bool thenExit)
{
    const ReadDrainRequest read = readRequest(caller, params, thenExit);
    if (read.fault)
        return tl::unexpected(*read.fault);
    Result<QJsonValue> plan = m_parts.drain.beginDrain(read.request).toJson();
    audit(caller, {.method = method, .reason = read.request.reason, .after = plan->toObject()}, plan);
    return plan;
}

Result<QJsonValue> AdminCommands::drainPlan(const AdminCaller &caller, const QJsonObject &params)
{
    const ReadDrainRequest read = readRequest(caller, params, false);
    if (read.fault)
        return tl::unexpected(*read.fault);
    return m_parts.drain.planDrain(read.request).toJson();
}

Result<QJsonValue> AdminCommands::serverResume(const AdminCaller &caller, const QJsonObject &params)
{
    return changeDrain(caller, QStringLiteral("server/resume"), params, DrainChange::Kind::Resume);
}

Result<QJsonValue> AdminCommands::drainExtend(const AdminCaller &caller, const QJsonObject &params)
{
    return changeDrain(caller, QStringLiteral("drain/extend"), params, DrainChange::Kind::Extend);
}

Result<QJsonValue> AdminCommands::drainPause(const AdminCaller &caller, const QJsonObject &params)
{
    return changeDrain(caller, QStringLiteral("drain/pause"), params, DrainChange::Kind::Pause);
}

Result<QJsonValue> AdminCommands::drainContinue(const AdminCaller &caller, const QJsonObject &params)
{
    return changeDrain(caller, QStringLiteral("drain/continue"), params, DrainChange::Kind::Continue);
}

Result<QJsonValue> AdminCommands::drainForce(const AdminCaller &caller, const QJsonObject &params)
{
    return changeDrain(caller, QStringLiteral("drain/force"), params, DrainChange::Kind::Force);
}

Result<QJsonValue> AdminCommands::changeDrain(const AdminCaller &caller, const QString &method,
                                              const QJsonObject &params, DrainChange::Kind kind)
{
    const bool extends = kind == DrainChange::Kind::Extend;
    AdminParams reader(params,
                       extends ? QStringList{QStringLiteral("byMs"), QStringLiteral("reason")}
                               : QStringList{QStringLiteral("reason")});
    DrainChange change{kind, {}, caller.user};
    if (extends)
        change.more = std::chrono::milliseconds(reader.requiredInteger(QStringLiteral("byMs"), 1, kMaxGraceMs));
    const QString reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());

    Result<QJsonValue> result =
        failure(ErrorCode::Conflict, R"({"reason":"no drain is under way of which that can be asked now"})");
    if (const auto progress = m_parts.drain.changeDrain(change))
        result = progress->toJson();
    audit(caller, {.method = method, .reason = reason, .after = result ? result->toObject() : QJsonObject()}, result);
    return result;
}

} // namespace sluice::server
