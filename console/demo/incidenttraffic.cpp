// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidenttraffic.h"

#include "console/demo/incidentevents.h"
#include "console/demo/incidentnoise.h"
#include "shared/admin/adminparams.h"
#include "shared/admin/closerequest.h"
#include "shared/protocol/codec.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace clients = incidentclients;

namespace {

using admin::AdminParams;
using admin::ConnectionRow;
using admin::invalidParam;

constexpr qsizetype kMaxName = 256;
constexpr qint64 kMostRecords = 1000;
constexpr qint64 kDefaultRecords = 100;
constexpr qint64 kMostPerSecond = 1000;
constexpr qint64 kDefaultPerSecond = 50;
constexpr qint64 kMaxTapSeconds = 3600;
constexpr qint64 kDefaultTapSeconds = 300;
constexpr qint64 kMaxId = qint64{1} << 53; // the largest that a JSON number holds exactly
constexpr qint64 kMaxSlowMs = 3'600'000;
constexpr qint64 kMostTaps = 16;
constexpr qint64 kRecentRecords = 20;

constexpr int kSampled = 250; // events of a second when nobody in particular is asked for
constexpr int kRememberedSeconds = 60;
constexpr qint64 kSecondMs = 1000;

// What kind of chance a number is for.
enum Channel { Who = 400, WhoElse, When, Which, Fate, Wait, Handling, Size, Worker, HowMany };

const QStringList &filterFields()
{
    static const QStringList kFields{u"user"_s, u"connection"_s, u"event"_s, u"outcome"_s, u"slowerThanMs"_s};
    return kFields;
}

const QStringList &outcomes()
{
    static const QStringList kOutcomes{u"succeeded"_s,       u"failed"_s,    u"timed-out"_s, u"cancelled"_s,
                                       u"connection-gone"_s, u"abandoned"_s, u"refused"_s};
    return kOutcomes;
}

int eventOf(qint64 what, bool isImporter)
{
    if (isImporter)
        return IncidentEvents::kImport;
    double share = incidentShare(what, Which);
    int event = 0;
    while (event < IncidentEvents::kCount - 1 && share >= IncidentEvents::kind(event).share)
        share -= IncidentEvents::kind(event++).share;
    return event;
}

QJsonObject limitData(protocol::RateScope scope, qint64 limit, qint64 retryAfterMs)
{
    const QByteArray data =
        protocol::rateLimitedData({scope, limit, std::chrono::minutes(1), std::chrono::milliseconds(retryAfterMs)});
    return QJsonDocument::fromJson(data).object();
}

QJsonArray verdictsOf(const QJsonObject &record, int event, bool isMuted)
{
    const bool isRefused = record["outcome"_L1] == "refused"_L1;
    QJsonArray verdicts{QJsonObject{{u"policy"_s, u"auth"_s}, {u"admitted"_s, true}},
                        QJsonObject{{u"policy"_s, u"mute"_s}, {u"admitted"_s, !isMuted}}};
    if (isMuted)
        return verdicts;
    const int limit = IncidentEvents::kind(event).limit;
    const QJsonObject window{{u"used"_s, isRefused ? limit : limit / 9}, {u"limit"_s, limit}, {u"windowMs"_s, 60'000}};
    verdicts.append(QJsonObject{{u"policy"_s, u"rate-limit"_s},
                                {u"admitted"_s, !isRefused},
                                {u"numbers"_s, QJsonObject{{u"event"_s, window}}}});
    if (isRefused)
        return verdicts;
    for (const QString &policy : {u"overload"_s, u"breaker"_s, u"params"_s})
        verdicts.append(QJsonObject{{u"policy"_s, policy}, {u"admitted"_s, true}});
    return verdicts;
}

double rounded(double microseconds)
{
    return std::floor(microseconds) / 1000;
}

} // namespace

IncidentTraffic::IncidentTraffic(const Parts &parts)
    : m_parts(parts)
{
}

Result<IncidentTraffic::Filter> IncidentTraffic::readFilter(AdminParams &reader)
{
    Filter filter;
    filter.user = reader.text(u"user"_s, kMaxName);
    filter.connection = reader.integer(u"connection"_s, 1, kMaxId);
    filter.slowerThanMs = static_cast<double>(reader.integer(u"slowerThanMs"_s, 0, kMaxSlowMs).value_or(0));
    filter.event = reader.text(u"event"_s, kMaxName);
    filter.outcome = reader.choice(u"outcome"_s, outcomes());
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!filter.event.isEmpty() && IncidentEvents::numberOf(filter.event) < 0)
        return invalidParam("event", "there is no such event");
    return filter;
}

bool IncidentTraffic::matches(const Filter &filter, const QJsonObject &record)
{
    return (filter.event.isEmpty() || record["event"_L1] == filter.event)
        && (filter.outcome.isEmpty() || record["outcome"_L1] == filter.outcome)
        && record["totalMs"_L1].toDouble() >= filter.slowerThanMs;
}

// Empty: nobody in particular.
std::vector<const ConnectionRow *> IncidentTraffic::meant(const Filter &filter) const
{
    std::vector<const ConnectionRow *> found;
    if (filter.connection) {
        if (const ConnectionRow *row =
                admin::findConnection(m_parts.connections.rows(), static_cast<quint64>(*filter.connection)))
            found.push_back(row);
    } else if (!filter.user.isEmpty()) {
        const std::string user = filter.user.toStdString();
        for (const ConnectionRow &row : m_parts.connections.rows()) {
            if (row.user == user)
                found.push_back(&row);
        }
    }
    if (filter.connection && !filter.user.isEmpty())
        std::erase_if(found, [user = filter.user.toStdString()](const auto *row) { return row->user != user; });
    return found;
}

// The culprit as often as its share of all is.
const ConnectionRow &IncidentTraffic::somebody(qint64 what) const
{
    const std::vector<ConnectionRow> &rows = m_parts.connections.rows();
    const auto pick = [&](auto channel, size_t count) {
        return static_cast<size_t>(incidentShare(what, channel) * static_cast<double>(count));
    };
    if (m_load.culprit > 0 && incidentShare(what, WhoElse) < m_load.culprit / m_load.received) {
        const std::vector<const ConnectionRow *> culprits = meant({.user = QLatin1StringView(clients::kCulprit)});
        if (!culprits.empty())
            return *culprits[pick(Who, culprits.size())];
    }
    return rows[pick(Who, rows.size())];
}

IncidentTraffic::Caught IncidentTraffic::caught(const Filter &filter, int second, const Detail &detail) const
{
    const bool isOfAll = !filter.connection && filter.user.isEmpty();
    const std::vector<const ConnectionRow *> rows = meant(filter);
    Caught found;
    const qint64 fromMs = IncidentCourse::timeMsAt(second) - kSecondMs;
    const auto take = [&](const ConnectionRow &row, qint64 what) {
        const auto withinMs = static_cast<qint64>(incidentShare(what, When) * kSecondMs);
        const QJsonObject one = record(row, fromMs + withinMs, detail);
        if (matches(filter, one))
            found.records.append(one);
    };
    if (isOfAll && !m_parts.connections.rows().empty()) {
        found.weight = std::max(1.0, m_load.received / kSampled);
        for (int i = 0; i < kSampled; ++i)
            take(somebody(second * kMostRecords + i), second * kMostRecords + i);
    }
    for (const ConnectionRow *row : rows) {
        const qint64 what = static_cast<qint64>(row->id) * 7919 + second;
        const double rate = std::min<double>(kSampled, row->inPerSecond + incidentShare(what, HowMany));
        for (int i = 0; i < static_cast<int>(rate); ++i)
            take(*row, what * kSampled + i);
    }
    std::sort(found.records.begin(), found.records.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a["atMs"_L1].toInteger() < b["atMs"_L1].toInteger();
    });
    return found;
}

QJsonObject IncidentTraffic::record(const ConnectionRow &row, qint64 atMs, const Detail &detail) const
{
    const int client = m_parts.connections.clientOf(row.id);
    const qint64 what = static_cast<qint64>(row.id) * 86'400'000 + atMs;
    const double fate = incidentShare(what, Fate);
    const bool isImporter = clients::isCulprit(client) && m_load.culprit > 0;
    const int event = eventOf(what, isImporter);
    const IncidentEvents::Kind &kind = IncidentEvents::kind(event);
    const bool isMuted = m_parts.mutes.isMuted(client);
    const double refused = isImporter ? m_load.culpritRefused / m_load.culprit : clients::usualRefusals(client);
    QJsonObject record{{u"atMs"_s, atMs},
                       {u"connection"_s, static_cast<double>(row.id)},
                       {u"user"_s, QString::fromStdString(row.user)},
                       {u"event"_s, kind.id},
                       {u"id"_s, 1 + atMs % 9973},
                       {u"lane"_s, IncidentEvents::laneName(kind.lane)},
                       {u"bytesIn"_s, 90 + std::floor(700 * incidentShare(what, Size))}};
    if (isMuted || fate < refused) {
        const auto scope = isMuted ? protocol::RateScope::User : protocol::RateScope::Event;
        record[u"outcome"_s] = u"refused"_s;
        record[u"code"_s] = static_cast<int>(ErrorCode::RateLimited);
        record[u"detail"_s] = limitData(scope, isMuted ? 0 : kind.limit, 100 + static_cast<qint64>(9000 * fate));
        record[u"totalMs"_s] = rounded(30 + 90 * fate);
        record[u"bytesOut"_s] = 154;
    } else {
        constexpr double kLaneFactor = 3; // each lane waits that much longer than the one above
        const double waitUs =
            m_waitUs * std::pow(kLaneFactor, kind.lane) * (0.2 + incidentShare(what, Wait)) / kLaneFactor;
        const double handlerUs = 300 + 1300 * -std::log(1 - incidentShare(what, Handling));
        record[u"outcome"_s] = u"succeeded"_s;
        record[u"worker"_s] = 1 + static_cast<qint64>(incidentShare(what, Worker) * static_cast<double>(m_workers));
        record[u"waitMs"_s] = rounded(waitUs);
        record[u"handlerMs"_s] = rounded(handlerUs);
        record[u"totalMs"_s] = rounded(waitUs + handlerUs + 120);
        record[u"bytesOut"_s] = 60 + std::floor(2400 * incidentShare(what, Size));
    }
    if (detail.verdicts)
        record[u"verdicts"_s] = verdictsOf(record, event, isMuted);
    if (detail.payloads) {
        record[u"params"_s] = QJsonObject{{u"note"_s, atMs % 4001}, {u"title"_s, u"Shopping list"_s}};
        record[u"answer"_s] = QJsonObject{{u"version"_s, 1 + atMs % 17}};
    }
    return record;
}

QJsonArray IncidentTraffic::last(const Filter &filter, qint64 most) const
{
    QJsonArray records;
    for (int second = m_second; second > m_second - kRememberedSeconds; --second) {
        const Caught found = caught(filter, second, {});
        for (auto record = found.records.crbegin(); record != found.records.crend(); ++record) {
            if (records.size() == most)
                return records;
            records.append(*record);
        }
    }
    return records;
}

QList<QJsonObject> IncidentTraffic::step(int second, const IncidentCourse::Load &load, const admin::Snapshot &sample)
{
    m_second = second;
    m_load = load;
    m_waitUs = sample.queueWait.p50Us;
    m_workers = static_cast<qint64>(sample.workers);
    QList<QJsonObject> news;
    for (const Tap &tap : m_taps) {
        const Caught found = caught(tap.filter, second, {true, tap.showsPayloads});
        const auto all = static_cast<double>(found.records.size()) * found.weight;
        QJsonArray records;
        for (const QJsonObject &record : found.records.mid(0, tap.mostPerSecond))
            records.append(record);
        const bool hasEnded = second >= tap.until;
        if (!records.isEmpty() || hasEnded)
            news.append({{u"tap"_s, tap.id},
                         {u"records"_s, records},
                         {u"dropped"_s, std::floor(all - static_cast<double>(records.size()))},
                         {u"ended"_s, hasEnded}});
    }
    m_taps.removeIf([second](const Tap &tap) { return second >= tap.until; });
    return news;
}

Result<QJsonObject> IncidentTraffic::list(const QJsonObject &params) const
{
    AdminParams reader(params, filterFields() + QStringList{u"limit"_s});
    const qint64 most = reader.integer(u"limit"_s, 1, kMostRecords).value_or(kDefaultRecords);
    const Result<Filter> filter = readFilter(reader);
    if (!filter)
        return tl::unexpected(filter.error());
    return QJsonObject{{u"records"_s, last(*filter, most)}};
}

Result<QJsonObject> IncidentTraffic::start(const QJsonObject &params)
{
    AdminParams reader(params, filterFields() + QStringList{u"maxPerSecond"_s, u"seconds"_s, u"payloads"_s});
    Tap tap;
    tap.mostPerSecond = reader.integer(u"maxPerSecond"_s, 1, kMostPerSecond).value_or(kDefaultPerSecond);
    const qint64 seconds = reader.integer(u"seconds"_s, 1, kMaxTapSeconds).value_or(kDefaultTapSeconds);
    tap.showsPayloads = reader.flag(u"payloads"_s);
    const Result<Filter> filter = readFilter(reader);
    if (!filter)
        return tl::unexpected(filter.error());
    if (m_taps.size() >= kMostTaps)
        return failure(ErrorCode::Busy, {}, u"there are as many taps as there may be"_s);
    tap.filter = *filter;
    tap.until = m_second + static_cast<int>(seconds);
    tap.id = m_nextTap++;
    m_taps.append(tap);
    return QJsonObject{{u"tap"_s, tap.id}, {u"seconds"_s, seconds}};
}

Result<QJsonObject> IncidentTraffic::stop(const QJsonObject &params)
{
    AdminParams reader(params, {u"tap"_s});
    const qint64 id = reader.requiredInteger(u"tap"_s, 1, kMaxId);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (m_taps.removeIf([id](const Tap &tap) { return tap.id == id; }) == 0)
        return invalidParam("tap", "is none of this connection's");
    return QJsonObject();
}

Result<QJsonObject> IncidentTraffic::connection(const QJsonObject &params) const
{
    AdminParams reader(params, {u"id"_s});
    const qint64 id = reader.requiredInteger(u"id"_s, 1, kMaxId);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const ConnectionRow *found = admin::findConnection(m_parts.connections.rows(), static_cast<quint64>(id));
    if (!found)
        return failure(ErrorCode::NotFound, R"({"reason":"there is no such connection, or no more"})",
                       u"there is no connection %1"_s.arg(id));
    QJsonObject row = found->toJson();
    row[u"recent"_s] = last({.connection = id}, kRecentRecords);
    row[u"userAgent"_s] = QString::fromStdString(found->claims->userAgent);
    if (!found->claims->origin.empty())
        row[u"origin"_s] = QString::fromStdString(found->claims->origin);
    return row;
}

} // namespace sluice::console
