// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/connectionlists.h"

#include "console/models/configmodel.h"
#include "console/models/format.h"
#include "console/models/listvalues.h"
#include "shared/admin/connectionfilter.h"

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace show = listvalues;

namespace {

QString idOf(const QJsonObject &row)
{
    return QString::number(row.value("id"_L1).toInteger());
}

/// Of the bound from which on a client counts as slow.
double bufferShare(const ConfigModel &config, const QJsonObject &row)
{
    const double bound = config.runningValue(u"limits.outbound-soft-bytes"_s).toDouble();
    return bound > 0 ? std::min(1.0, row.value("pendingBytes"_L1).toDouble() / bound) : 0.0;
}

Tone bufferTone(double share)
{
    constexpr double kHigh = 0.7;
    return share >= 1 ? Tone::Critical : share >= kHigh ? Tone::Warn : Tone::Secondary;
}

QStringList wordsOf(std::span<const admin::FilterField> fields)
{
    QStringList words;
    for (const admin::FilterField &field : fields) {
        const QString name = QLatin1StringView(field.name);
        if (field.type == admin::FilterType::State) {
            for (const auto state : {admin::ConnectionState::Ok, admin::ConnectionState::Slow,
                                     admin::ConnectionState::Anonymous, admin::ConnectionState::Closing})
                words.append(name + u':' + admin::toString(state));
        } else {
            words.append(name + (field.type == admin::FilterType::Text ? u':' : u'>'));
        }
    }
    return words;
}

QString closedByText(const QJsonObject &row)
{
    return row.value("by"_L1).toString() == "server"_L1 ? ConnectionLists::tr("server") : ConnectionLists::tr("client");
}

} // namespace

ListSpec ConnectionLists::open(const ConfigModel &config)
{
    const auto share = [&config](const QJsonObject &row) { return bufferShare(config, row); };
    return {
        .method = u"connections/list"_s,
        .paging = Paging::Offset,
        .sort = u"-age"_s,
        .id = idOf,
        .columns =
            {
                {.title = tr("User"),
                 .sortKey = u"user"_s,
                 .width = 96,
                 .text = userText,
                 .tone = show::always(Tone::Plain),
                 .toolTip = userText},
                {.title = tr("Address"),
                 .sortKey = u"address"_s,
                 .width = 104,
                 .leastWidth = 88,
                 .text = show::text(u"address"_s),
                 .toolTip = show::text(u"address"_s)},
                {.title = tr("Role"),
                 .sortKey = u"role"_s,
                 .width = 56,
                 .text = show::words(u"roles"_s),
                 .toolTip = show::words(u"roles"_s)},
                {.title = tr("Age"),
                 .sortKey = u"age"_s,
                 .width = 62,
                 .isNumber = true,
                 .text = show::span(u"ageMs"_s)},
                {.title = tr("RTT ms"), .sortKey = u"rtt"_s, .width = 62, .isNumber = true, .text = roundTripText},
                {.title = tr("In /s"),
                 .sortKey = u"in"_s,
                 .width = 50,
                 .isNumber = true,
                 .text = show::rate(u"inPerSecond"_s)},
                {.title = tr("Received"),
                 .sortKey = u"received"_s,
                 .width = 70,
                 .isNumber = true,
                 .text = show::number(u"received"_s)},
                {.title = tr("Limited"),
                 .sortKey = u"limited"_s,
                 .width = 66,
                 .isNumber = true,
                 .text = show::number(u"limited"_s),
                 .tone = show::toneIfAny(u"limited"_s, Tone::Warn)},
                {.title = tr("Buffer"),
                 .sortKey = u"pending"_s,
                 .width = 76,
                 .leastWidth = 68,
                 .text = [](const QJsonObject &row) { return format::bytes(row.value("pendingBytes"_L1).toDouble()); },
                 .tone = [share](const QJsonObject &row) { return bufferTone(share(row)); },
                 .share = share,
                 .takesRest = true},
                {.title = tr("State"),
                 .sortKey = u"state"_s,
                 .width = 102,
                 .leastWidth = 80,
                 .text = [](const QJsonObject &row) { return stateText(row.value("state"_L1).toString()); },
                 .tone = [](const QJsonObject &row) { return stateTone(row.value("state"_L1).toString()); },
                 .hasDot = true,
                 .toolTip = [](const QJsonObject &row) { return stateText(row.value("state"_L1).toString()); }},
            },
    };
}

ListSpec ConnectionLists::closed()
{
    return {
        .method = u"connections/closed"_s,
        .paging = Paging::Offset,
        .sort = u"-closedAt"_s,
        .id = idOf,
        .columns =
            {
                {.title = tr("Closed"),
                 .sortKey = u"closedAt"_s,
                 .width = 84,
                 .text = show::timeOfDay(u"closedAtMs"_s)},
                {.title = tr("User"),
                 .sortKey = u"user"_s,
                 .width = 118,
                 .text = userText,
                 .tone = show::always(Tone::Plain),
                 .toolTip = userText},
                {.title = tr("Address"),
                 .sortKey = u"address"_s,
                 .width = 148,
                 .text = show::text(u"address"_s),
                 .toolTip = show::text(u"address"_s)},
                {.title = tr("Role"),
                 .sortKey = u"role"_s,
                 .width = 80,
                 .text = show::words(u"roles"_s),
                 .toolTip = show::words(u"roles"_s)},
                {.title = tr("Lasted"),
                 .sortKey = u"lasted"_s,
                 .width = 74,
                 .isNumber = true,
                 .text = show::span(u"lastedMs"_s)},
                {.title = tr("Received"),
                 .sortKey = u"received"_s,
                 .width = 82,
                 .isNumber = true,
                 .text = show::number(u"received"_s)},
                {.title = tr("Refused"),
                 .sortKey = u"refused"_s,
                 .width = 78,
                 .isNumber = true,
                 .text = show::number(u"refused"_s),
                 .tone = show::toneIfAny(u"refused"_s, Tone::Warn)},
                {.title = tr("Code"),
                 .sortKey = u"code"_s,
                 .width = 62,
                 .isNumber = true,
                 .text = [](const QJsonObject &row) { return QString::number(row.value("code"_L1).toInt()); }},
                {.title = tr("By"), .sortKey = u"by"_s, .width = 72, .text = closedByText},
                {.title = tr("Reason"),
                 .width = 200,
                 .text = show::text(u"reason"_s),
                 .toolTip = show::text(u"reason"_s)},
            },
    };
}

QStringList ConnectionLists::openWords()
{
    return wordsOf(admin::ConnectionFilter::fields());
}

QStringList ConnectionLists::closedWords()
{
    return wordsOf(admin::ClosedFilter::fields());
}

QString ConnectionLists::userText(const QJsonObject &row)
{
    const QString user = row.value("user"_L1).toString();
    return user.isEmpty() ? tr("(not signed in)") : user;
}

QString ConnectionLists::roundTripText(const QJsonObject &row)
{
    const QJsonValue roundTrip = row.value("rttMs"_L1);
    return roundTrip.isDouble() ? format::milliseconds(roundTrip.toDouble()) : u"–"_s;
}

QString ConnectionLists::stateText(const QString &state)
{
    if (state == "ok"_L1)
        return tr("open");
    if (state == "slow"_L1)
        return tr("slow");
    if (state == "anonymous"_L1)
        return tr("anonymous");
    return state == "closing"_L1 ? tr("closing") : state;
}

Tone ConnectionLists::stateTone(const QString &state)
{
    if (state == "ok"_L1)
        return Tone::Ok;
    return state == "slow"_L1 ? Tone::Warn : Tone::Muted;
}

} // namespace sluice::console
