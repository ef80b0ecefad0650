// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/ctldiagnosis.h"

#include "console/ctl/ctlparameters.h"
#include "console/ctl/ctlsession.h"
#include "console/ctl/texttable.h"

#include <QJsonArray>

#include <array>
#include <optional>
#include <span>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kLogParameters{CtlParameter{"category"_L1, "category"_L1, CtlParameter::Type::Text},
                                    CtlParameter{"level"_L1, "level"_L1, CtlParameter::Type::Text},
                                    CtlParameter{"limit"_L1, "limit"_L1, CtlParameter::Type::Integer}};
constexpr std::array kEventParameters{CtlParameter{"user"_L1, "user"_L1, CtlParameter::Type::Text},
                                      CtlParameter{"connection"_L1, "connection"_L1, CtlParameter::Type::Integer},
                                      CtlParameter{"event"_L1, "event"_L1, CtlParameter::Type::Text},
                                      CtlParameter{"outcome"_L1, "outcome"_L1, CtlParameter::Type::Text},
                                      CtlParameter{"slower"_L1, "slowerThanMs"_L1, CtlParameter::Type::Span},
                                      CtlParameter{"limit"_L1, "limit"_L1, CtlParameter::Type::Integer}};
// What is told as it happens has no limit.
constexpr auto kNewLogParameters = std::span(kLogParameters).first<2>();
constexpr auto kNewEventParameters = std::span(kEventParameters).first<5>();

QString msText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'f', 1) : u"-"_s;
}

QString logText(const QJsonArray &lines)
{
    QString text;
    for (const QJsonValue line : lines) {
        text += u"%1 %2 %3 %4\n"_s.arg(ctlTimeText(line["timeMs"_L1]), line["level"_L1].toString(),
                                       line["category"_L1].toString(), printable(line["message"_L1].toString()));
    }
    return text;
}

QString eventText(const QJsonValue &record)
{
    return printable(u"%1 %2 %3 connection=%4 user=%5 total=%6 ms wait=%7 ms handler=%8 ms"_s.arg(
               ctlTimeText(record["atMs"_L1]), record["event"_L1].toString(), record["outcome"_L1].toString(),
               ctlCountText(record["connection"_L1]), record["user"_L1].toString(), msText(record["totalMs"_L1]),
               msText(record["waitMs"_L1]), msText(record["handlerMs"_L1])))
        + u'\n';
}

QString droppedText(const QJsonObject &news)
{
    const QString dropped = ctlCountText(news.value("dropped"_L1));
    return dropped == "0"_L1 ? QString() : u"... and %1 more\n"_s.arg(dropped);
}

void tailEvents(CtlSession &session, const QJsonObject &params)
{
    QObject::connect(&session.client(), &AdminClient::notified, &session,
                     [&session](const QString &method, const QJsonObject &news) {
                         if (method != "trace/records"_L1)
                             return;
                         QString text;
                         const QJsonArray records = news.value("records"_L1).toArray();
                         for (const QJsonValue record : records)
                             text += eventText(record);
                         session.print(news, text + droppedText(news));
                         if (news.value("ended"_L1).toBool())
                             session.end(CtlExit::Done);
                     });
    session.call(u"trace/start"_s, params, [](const QJsonObject &) {});
}

} // namespace

void ctlTopClients(CtlSession &session, const QStringList &arguments)
{
    const QJsonObject params{{u"by"_s, arguments.isEmpty() ? u"events"_s : arguments.constFirst()}};
    session.call(u"top/list"_s, params, [&session](const QJsonObject &answer) {
        TextTable table({u"CLIENT"_s, u"KIND"_s, answer.value("unit"_L1).toString().toUpper(), u"AT-MOST-TOO-MUCH"_s});
        const QJsonArray rows = answer.value("rows"_L1).toArray();
        for (const QJsonValue row : rows) {
            table.addRow({row["name"_L1].toString(), row["kind"_L1].toString(), ctlCountText(row["amount"_L1]),
                          ctlCountText(row["error"_L1])});
        }
        session.printAndEnd(answer, table.toText());
    });
}

void ctlLog(CtlSession &session, const QStringList &arguments)
{
    if (const auto params = readCtlParameters(session, arguments, kLogParameters)) {
        session.call(u"log/list"_s, *params, [&session](const QJsonObject &answer) {
            session.printAndEnd(answer, logText(answer.value("lines"_L1).toArray()));
        });
    }
}

void ctlTail(CtlSession &session, const QStringList &arguments)
{
    const bool showsEvents = session.options().events;
    const auto params = showsEvents ? readCtlParameters(session, arguments, kNewEventParameters)
                                    : readCtlParameters(session, arguments, kNewLogParameters);
    if (!params)
        return;
    if (showsEvents) {
        tailEvents(session, *params);
        return;
    }
    QObject::connect(&session.client(), &AdminClient::notified, &session,
                     [&session](const QString &method, const QJsonObject &news) {
                         if (method == "log/lines"_L1)
                             session.print(news, logText(news.value("lines"_L1).toArray()) + droppedText(news));
                     });
    session.call(u"log/subscribe"_s, *params, [](const QJsonObject &) {});
}

void ctlErrors(CtlSession &session, const QStringList &)
{
    session.call(u"errors/list"_s, {}, [&session](const QJsonObject &answer) {
        TextTable table({u"COUNT"_s, u"LAST"_s, u"FIRST"_s, u"LEVEL"_s, u"CATEGORY"_s, u"SAMPLE"_s});
        const QJsonArray rows = answer.value("errors"_L1).toArray();
        for (const QJsonValue row : rows) {
            table.addRow({ctlCountText(row["count"_L1]), ctlTimeText(row["lastMs"_L1]), ctlTimeText(row["firstMs"_L1]),
                          row["level"_L1].toString(), row["category"_L1].toString(), row["sample"_L1].toString()});
        }
        session.printAndEnd(answer, table.toText());
    });
}

void ctlTrace(CtlSession &session, const QStringList &arguments)
{
    if (const auto params = readCtlParameters(session, arguments, kEventParameters)) {
        session.call(u"trace/list"_s, *params, [&session](const QJsonObject &answer) {
            QString text;
            const QJsonArray records = answer.value("records"_L1).toArray();
            for (auto record = records.end(); record != records.begin();) // the newest last, as in a log
                text += eventText(*--record);
            session.printAndEnd(answer, text);
        });
    }
}

} // namespace sluice::console
