// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentserver.h"

#include "shared/admin/admincommand.h"
#include "shared/admin/configschema.h"
#include "shared/base/errorcode.h"

#include <array>
#include <chrono>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFineCapacity = 900;
constexpr qsizetype kCoarseCapacity = 2160;
constexpr int kCoarseSeconds = 10;

QJsonObject result(const QJsonObject &value)
{
    return {{u"result"_s, value}};
}

QJsonObject error(ErrorCode code, const QString &message)
{
    return {{u"error"_s, QJsonObject{{u"code"_s, static_cast<int>(code)}, {u"message"_s, message}}}};
}

void appendBounded(QList<admin::Snapshot> &list, const admin::Snapshot &sample, qsizetype capacity)
{
    list.append(sample);
    if (list.size() > capacity)
        list.removeFirst();
}

} // namespace

IncidentServer::IncidentServer(QObject *parent)
    : LocalServer(parent)
    , m_markers(IncidentCourse::markers())
    , m_revisions(IncidentCourse::revisions())
{
    for (const QJsonValue &option : admin::configOptionsJson())
        m_values[option["key"_L1].toString()] = option["default"_L1];
    m_values[u"channels.worker-pool-size"_s] = 14;
    m_values[u"rate-limits.per-user-per-minute"_s] = 100;
    addMethods();
    while (m_course.second() < 0)
        step();
    connect(&m_timer, &QTimer::timeout, this, &IncidentServer::step);
}

void IncidentServer::start()
{
    m_timer.start(std::chrono::seconds(1));
}

void IncidentServer::step()
{
    admin::Snapshot sample = m_course.next();
    sample.configRevision = static_cast<quint64>(m_revision);
    appendBounded(m_fine, sample, kFineCapacity);
    if (m_course.second() % kCoarseSeconds == 0)
        appendBounded(m_coarse, sample, kCoarseCapacity);
    Q_EMIT notified(u"metrics/sample"_s, sample.toJson());
}

void IncidentServer::addMethods()
{
    m_methods[u"server/info"_s] = [this](const QJsonObject &) { return result(info()); };
    m_methods[u"metrics/history"_s] = [this](const QJsonObject &params) { return result(history(params)); };
    m_methods[u"metrics/subscribe"_s] = [](const QJsonObject &params) { return result(params); };
    m_methods[u"config/schema"_s] = [](const QJsonObject &) {
        return result({{u"options"_s, admin::configOptionsJson()}});
    };
    m_methods[u"config/get"_s] = [this](const QJsonObject &) { return result(config()); };
    m_methods[u"config/history"_s] = [this](const QJsonObject &) {
        return result({{u"revisions"_s, m_revisions}, {u"unconfirmed"_s, QJsonValue()}});
    };
    m_methods[u"config/patch"_s] = [this](const QJsonObject &params) { return patch(params); };
    m_methods[u"events/list"_s] = [this](const QJsonObject &) { return result(events()); };
}

QJsonObject IncidentServer::answer(const QString &method, const QJsonObject &params)
{
    if (const Method &run = m_methods.value(method))
        return run(params);
    return error(ErrorCode::Unavailable, u"not part of the built-in incident"_s);
}

QJsonObject IncidentServer::info() const
{
    return {{u"name"_s, u"incident"_s},
            {u"version"_s, QLatin1StringView(SLUICE_VERSION)},
            {u"protocol"_s, QJsonObject{{u"major"_s, admin::kAdminProtocolMajor}, {u"minor"_s, 0}}},
            {u"epoch"_s, u"incident"_s},
            {u"timeMs"_s, IncidentCourse::timeMsAt(m_course.second())},
            {u"uptimeMs"_s, IncidentCourse::uptimeMsAt(m_course.second())},
            {u"state"_s, admin::toString(admin::ServerState::Running)},
            {u"role"_s, admin::toString(admin::Role::Admin)},
            {u"user"_s, u"you@practice"_s},
            {u"configRevision"_s, m_revision}};
}

QJsonObject IncidentServer::history(const QJsonObject &params) const
{
    const bool isCoarse = params.value("stepMs"_L1).toInteger() >= kCoarseSeconds * 1000;
    QJsonArray samples;
    for (const admin::Snapshot &sample : isCoarse ? m_coarse : m_fine)
        samples.append(sample.toJson());
    QJsonArray markers;
    for (const admin::Marker &marker : m_markers)
        markers.append(marker.toJson());
    return {{u"samples"_s, samples}, {u"markers"_s, markers}};
}

QJsonObject IncidentServer::config() const
{
    QJsonObject values;
    for (auto value = m_values.begin(); value != m_values.end(); ++value)
        values[value.key()] = QJsonObject{{u"value"_s, value.value()}, {u"source"_s, u"default"_s}};
    return {{u"revision"_s, m_revision}, {u"values"_s, values}};
}

QJsonObject IncidentServer::patch(const QJsonObject &params)
{
    if (params.value("base"_L1).toInteger() != m_revision)
        return error(ErrorCode::StaleBase, u"the configuration changed meanwhile"_s);
    const QJsonObject wanted = params.value("changes"_L1).toObject();
    QJsonArray changes;
    for (auto value = wanted.begin(); value != wanted.end(); ++value)
        changes.append(QJsonObject{
            {u"key"_s, value.key()}, {u"before"_s, m_values.value(value.key())}, {u"after"_s, value.value()}});
    if (!params.value("checkOnly"_L1).toBool()) {
        ++m_revision;
        for (auto value = wanted.begin(); value != wanted.end(); ++value)
            m_values[value.key()] = value.value();
        const QString by = u"you@practice"_s;
        const qint64 atMs = IncidentCourse::timeMsAt(m_course.second());
        m_revisions.append(QJsonObject{{u"revision"_s, m_revision},
                                       {u"by"_s, by},
                                       {u"reason"_s, params.value("reason"_L1)},
                                       {u"atMs"_s, atMs},
                                       {u"changes"_s, changes}});
        m_markers.append({admin::Marker::Kind::ConfigChanged, atMs, IncidentCourse::uptimeMsAt(m_course.second()),
                          u"revision %1"_s.arg(m_revision), by, static_cast<quint64>(m_revision)});
        Q_EMIT notified(u"markers/added"_s, m_markers.constLast().toJson());
        Q_EMIT notified(u"config/changed"_s, {{u"revision"_s, m_revision}, {u"by"_s, by}, {u"changes"_s, changes}});
    }
    return result({{u"revision"_s, m_revision},
                   {u"changes"_s, changes},
                   {u"warnings"_s, QJsonArray()},
                   {u"impact"_s, QJsonArray()}});
}

QJsonObject IncidentServer::events() const
{
    struct Event {
        const char *id;
        const char *priority;
        int limit;
        double share;
        double p50Us;
        double p99Us;
    };
    static constexpr std::array kEvents{Event{"notes/fetch", "high", 50, 0.42, 8'100, 44'000},
                                        Event{"notes/save", "normal", 20, 0.21, 14'200, 188'000},
                                        Event{"notes/query", "normal", 100, 0.36, 11'300, 96'000},
                                        Event{"notes/import", "low", 1, 0.01, 2'140'000, 18'400'000}};
    QJsonArray list;
    for (const Event &event : kEvents) {
        const double received = std::floor(event.share * static_cast<double>(m_fine.constLast().eventsReceived));
        const double limited = std::floor(event.share * static_cast<double>(m_fine.constLast().refusedRateLimited));
        list.append(QJsonObject{{u"id"_s, QLatin1StringView(event.id)},
                                {u"handler"_s, QLatin1StringView(event.id)},
                                {u"priority"_s, QLatin1StringView(event.priority)},
                                {u"rateLimit"_s, QJsonObject{{u"count"_s, event.limit}, {u"windowMs"_s, 60'000}}},
                                {u"timeoutMs"_s, 3000},
                                {u"requiresAuth"_s, true},
                                {u"received"_s, received},
                                {u"succeeded"_s, received - limited},
                                {u"rateLimited"_s, limited},
                                {u"p50Us"_s, event.p50Us},
                                {u"p99Us"_s, event.p99Us}});
    }
    return {{u"events"_s, list}};
}

} // namespace sluice::console
