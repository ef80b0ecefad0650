#include "server/admin/tracetaps.h"

#include "server/events/eventspec.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace sluice::server {

namespace {

constexpr std::array kOutcomes{
    QLatin1String("succeeded"), QLatin1String("failed"),          QLatin1String("timed-out"),
    QLatin1String("cancelled"), QLatin1String("connection-gone"), QLatin1String("abandoned"),
    QLatin1String("refused"),
};
constexpr std::array kLanes{QLatin1String("high"), QLatin1String("normal"), QLatin1String("low")};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

// What was cut is no JSON any more: then the text itself.
QJsonValue json(std::string_view utf8)
{
    if (utf8.empty())
        return QJsonValue();
    const QByteArray bytes(utf8.data(), static_cast<qsizetype>(utf8.size()));
    const QJsonDocument wrapped = QJsonDocument::fromJson('[' + bytes + ']');
    return wrapped.isArray() && wrapped.array().size() == 1 ? wrapped.array().first() : QJsonValue(text(utf8));
}

double milliseconds(quint32 microseconds)
{
    return microseconds / 1000.0;
}

} // namespace

QStringList flightOutcomeNames()
{
    return {kOutcomes.begin(), kOutcomes.end()};
}

std::optional<FlightOutcome> flightOutcomeFromString(const QString &text)
{
    const auto found = std::find(kOutcomes.begin(), kOutcomes.end(), text);
    if (found == kOutcomes.end())
        return std::nullopt;
    return static_cast<FlightOutcome>(found - kOutcomes.begin());
}

TraceTaps::TraceTaps(Parts parts)
    : m_parts(std::move(parts))
{
}

QJsonArray TraceTaps::list(const FlightFilter &filter, size_t most) const
{
    const EventRegistryPtr events = m_parts.registry();
    QJsonArray rows;
    for (const FlightRecord &record : m_parts.recorder.list(filter, most))
        rows.append(toJson(record, *events));
    return rows;
}

Result<quint64> TraceTaps::open(quint64 session, FlightTap tap)
{
    const auto opened = m_parts.recorder.openTap(std::move(tap));
    if (!opened)
        return failure(ErrorCode::Busy, {}, QStringLiteral("there are as many taps as there may be"));
    m_sessions.emplace(*opened, session);
    return *opened;
}

bool TraceTaps::close(quint64 session, quint64 tap)
{
    const auto found = m_sessions.find(tap);
    if (found == m_sessions.end() || found->second != session)
        return false;
    m_sessions.erase(found);
    m_parts.recorder.closeTap(tap);
    return true;
}

void TraceTaps::closeAll(quint64 session)
{
    std::erase_if(m_sessions, [this, session](const auto &entry) {
        if (entry.second != session)
            return false;
        m_parts.recorder.closeTap(entry.first);
        return true;
    });
}

std::vector<TraceTaps::News> TraceTaps::collect()
{
    std::vector<News> news;
    const EventRegistryPtr events = m_parts.registry();
    std::erase_if(m_sessions, [&](const auto &entry) {
        const auto caught = m_parts.recorder.take(entry.first);
        if (!caught)
            return true;
        if (caught->traces.empty() && caught->dropped == 0 && !caught->hasEnded)
            return false;
        QJsonArray records;
        for (const FlightTrace &trace : caught->traces)
            records.append(toJson(trace, *events));
        news.push_back({entry.second,
                        {{QStringLiteral("tap"), static_cast<double>(entry.first)},
                         {QStringLiteral("records"), records},
                         {QStringLiteral("dropped"), static_cast<double>(caught->dropped)},
                         {QStringLiteral("ended"), caught->hasEnded}}});
        return caught->hasEnded;
    });
    return news;
}

QJsonObject TraceTaps::toJson(const FlightRecord &record, const EventRegistry &events) const
{
    const auto ago = m_parts.clock.now() - record.received;
    const WallTime received = m_parts.clock.wallNow() - std::chrono::duration_cast<WallTime::duration>(ago);
    const bool isKnown = record.event < events.names().size();
    QJsonObject row{
        {QStringLiteral("atMs"), static_cast<qint64>(toUnixMs(received))},
        {QStringLiteral("connection"), static_cast<double>(record.connection.value)},
        {QStringLiteral("user"), text(record.user.view())},
        {QStringLiteral("event"),
         isKnown ? QJsonValue(QString::fromStdString(events.names()[record.event])) : QJsonValue()},
        {QStringLiteral("id"), json(record.id.view())},
        {QStringLiteral("outcome"), kOutcomes[static_cast<size_t>(record.outcome)]},
        {QStringLiteral("totalMs"), milliseconds(record.totalUs)},
    };
    if (isKnown) {
        row[QStringLiteral("lane")] = kLanes[std::min<size_t>(record.lane, kLanes.size() - 1)];
        row[QStringLiteral("bytesIn")] = static_cast<double>(record.bytesIn);
        row[QStringLiteral("bytesOut")] = static_cast<double>(record.bytesOut);
    }
    if (record.worker != FlightRecord::kNoWorker) {
        row[QStringLiteral("worker")] = record.worker;
        row[QStringLiteral("waitMs")] = milliseconds(record.waitUs);
        row[QStringLiteral("handlerMs")] = milliseconds(record.handlerUs);
    }
    if (record.code != 0)
        row[QStringLiteral("code")] = record.code;
    if (!record.detail.view().empty())
        row[QStringLiteral("detail")] = json(record.detail.view());
    return row;
}

QJsonObject TraceTaps::toJson(const FlightTrace &trace, const EventRegistry &events) const
{
    QJsonObject row = toJson(trace.record, events);
    QJsonArray verdicts;
    for (const FlightVerdict &verdict : trace.verdicts) {
        QJsonObject entry{{QStringLiteral("policy"), QLatin1String(verdict.policy)},
                          {QStringLiteral("admitted"), verdict.admitted}};
        if (!verdict.numbers.empty())
            entry[QStringLiteral("numbers")] = json(verdict.numbers);
        verdicts.append(entry);
    }
    row[QStringLiteral("verdicts")] = verdicts;
    if (!trace.params.empty())
        row[QStringLiteral("params")] = json(trace.params);
    if (!trace.answer.empty())
        row[QStringLiteral("answer")] = json(trace.answer);
    return row;
}

} // namespace sluice::server
