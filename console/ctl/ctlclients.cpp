// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/ctlclients.h"

#include "console/ctl/ctlparameters.h"
#include "console/ctl/ctlsession.h"
#include "console/ctl/texttable.h"

#include "shared/base/jsontext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kPageParameters{CtlParameter{"sort"_L1, "sort"_L1, CtlParameter::Type::Text},
                                     CtlParameter{"limit"_L1, "limit"_L1, CtlParameter::Type::Integer},
                                     CtlParameter{"offset"_L1, "offset"_L1, CtlParameter::Type::Integer}};
constexpr std::array kAuditParameters{CtlParameter{"who"_L1, "who"_L1, CtlParameter::Type::Text},
                                      CtlParameter{"method"_L1, "method"_L1, CtlParameter::Type::Text},
                                      CtlParameter{"filter"_L1, "filter"_L1, CtlParameter::Type::Text},
                                      CtlParameter{"before"_L1, "before"_L1, CtlParameter::Type::Integer},
                                      CtlParameter{"limit"_L1, "limit"_L1, CtlParameter::Type::Integer}};

// The filter with the page: "age>=60s" is a term of the one, "limit=5" a parameter of the other.
std::optional<QJsonObject> readPage(CtlSession &session, const QStringList &arguments)
{
    QStringList terms;
    QStringList page;
    for (const QString &argument : arguments) {
        const QString key = argument.section(u'=', 0, 0);
        const bool isOfPage = argument.contains(u'=')
            && std::any_of(kPageParameters.begin(), kPageParameters.end(),
                           [&key](const CtlParameter &one) { return one.key == key; });
        (isOfPage ? page : terms).append(argument);
    }
    auto params = readCtlParameters(session, page, kPageParameters);
    if (params && !terms.isEmpty())
        params->insert(u"filter"_s, terms.join(u' '));
    return params;
}

QString secondsText(const QJsonValue &ms)
{
    return QString::number(ms.toDouble() / 1000, 'f', 0);
}

QString decimalText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'f', 1) : u"-"_s;
}

QString wordsText(const QJsonValue &words)
{
    QStringList list;
    const QJsonArray array = words.toArray();
    for (const QJsonValue word : array)
        list.append(word.toString());
    return list.join(u',');
}

QString userText(const QJsonValue &row)
{
    const QString user = row["user"_L1].toString();
    return user.isEmpty() ? u"-"_s : user;
}

QString shownText(const QJsonObject &answer)
{
    const qsizetype shown = answer.value("rows"_L1).toArray().size();
    return u"%1 of %2 that match, of %3\n"_s.arg(shown).arg(ctlCountText(answer.value("matching"_L1)),
                                                            ctlCountText(answer.value("total"_L1)));
}

std::optional<qint64> readId(CtlSession &session, const QString &text)
{
    bool isWhole = false;
    const qint64 id = text.toLongLong(&isWhole);
    if (isWhole && id > 0)
        return id;
    session.fail(CtlExit::Usage, u"%1 is not a connection; connections lists them"_s.arg(text));
    return std::nullopt;
}

QString connectionText(const QJsonObject &answer)
{
    QString text;
    for (auto field = answer.begin(); field != answer.end(); ++field) {
        if (field.key() != "recent"_L1)
            text += u"%1: %2\n"_s.arg(field.key(), printable(QString::fromUtf8(jsonText(field.value()))));
    }
    TextTable table({u"AT"_s, u"EVENT"_s, u"OUTCOME"_s, u"TOTAL-MS"_s, u"CODE"_s});
    const QJsonArray recent = answer.value("recent"_L1).toArray();
    for (const QJsonValue record : recent) {
        table.addRow({ctlTimeText(record["atMs"_L1]), record["event"_L1].toString(), record["outcome"_L1].toString(),
                      decimalText(record["totalMs"_L1]),
                      record["code"_L1].isDouble() ? ctlCountText(record["code"_L1]) : u"-"_s});
    }
    return text + table.toText();
}

} // namespace

void ctlConnections(CtlSession &session, const QStringList &arguments)
{
    const auto params = readPage(session, arguments);
    if (!params)
        return;
    session.call(u"connections/list"_s, *params, [&session](const QJsonObject &answer) {
        TextTable table({u"ID"_s, u"USER"_s, u"ROLES"_s, u"ADDRESS"_s, u"AGE-S"_s, u"RTT-MS"_s, u"IN/S"_s,
                         u"RECEIVED"_s, u"LIMITED"_s, u"PENDING"_s, u"STATE"_s});
        const QJsonArray rows = answer.value("rows"_L1).toArray();
        for (const QJsonValue row : rows) {
            table.addRow({ctlCountText(row["id"_L1]), userText(row), wordsText(row["roles"_L1]),
                          row["address"_L1].toString(), secondsText(row["ageMs"_L1]), decimalText(row["rttMs"_L1]),
                          decimalText(row["inPerSecond"_L1]), ctlCountText(row["received"_L1]),
                          ctlCountText(row["limited"_L1]), ctlCountText(row["pendingBytes"_L1]),
                          row["state"_L1].toString()});
        }
        session.printAndEnd(answer, table.toText() + shownText(answer));
    });
}

void ctlConnection(CtlSession &session, const QStringList &arguments)
{
    if (const auto id = readId(session, arguments.constFirst())) {
        session.call(u"connections/get"_s, {{u"id"_s, *id}},
                     [&session](const QJsonObject &answer) { session.printAndEnd(answer, connectionText(answer)); });
    }
}

void ctlClose(CtlSession &session, const QStringList &arguments)
{
    QJsonArray ids;
    for (const QString &argument : arguments) {
        const auto id = readId(session, argument);
        if (!id)
            return;
        ids.append(*id);
    }
    const QJsonObject params{{u"ids"_s, ids}, {u"reason"_s, session.options().reason}};
    session.call(u"connections/close"_s, params, [&session](const QJsonObject &answer) {
        QString text = u"closing %1\n"_s.arg(ctlCountText(answer.value("closing"_L1)));
        const QJsonArray unknown = answer.value("unknown"_L1).toArray();
        for (const QJsonValue id : unknown)
            text += u"not there: %1\n"_s.arg(ctlCountText(id));
        session.printAndEnd(answer, text);
    });
}

void ctlUsers(CtlSession &session, const QStringList &arguments)
{
    const auto params = readPage(session, arguments);
    if (!params)
        return;
    session.call(u"users/list"_s, *params, [&session](const QJsonObject &answer) {
        TextTable table({u"USER"_s, u"ROLES"_s, u"CONNECTIONS"_s, u"OLDEST-S"_s, u"RECEIVED"_s, u"REFUSED"_s,
                         u"LIMITED"_s, u"PENDING"_s});
        const QJsonArray rows = answer.value("rows"_L1).toArray();
        for (const QJsonValue row : rows) {
            table.addRow({row["user"_L1].toString(), wordsText(row["roles"_L1]), ctlCountText(row["connections"_L1]),
                          secondsText(row["oldestMs"_L1]), ctlCountText(row["received"_L1]),
                          ctlCountText(row["refused"_L1]), ctlCountText(row["limited"_L1]),
                          ctlCountText(row["pendingBytes"_L1])});
        }
        session.printAndEnd(answer, table.toText() + shownText(answer));
    });
}

void ctlTopics(CtlSession &session, const QStringList &arguments)
{
    const auto params = readPage(session, arguments);
    if (!params)
        return;
    session.call(u"topics/list"_s, *params, [&session](const QJsonObject &answer) {
        TextTable table({u"TOPIC"_s, u"SUBSCRIBERS"_s, u"PRESENT"_s, u"SEQ"_s, u"KEPT"_s});
        const QJsonArray rows = answer.value("rows"_L1).toArray();
        for (const QJsonValue row : rows) {
            table.addRow({row["topic"_L1].toString(), ctlCountText(row["subscribers"_L1]),
                          ctlCountText(row["users"_L1]), ctlCountText(row["seq"_L1]), ctlCountText(row["history"_L1])});
        }
        session.printAndEnd(answer, table.toText() + shownText(answer));
    });
}

void ctlLimits(CtlSession &session, const QStringList &)
{
    session.call(u"limits/list"_s, {}, [&session](const QJsonObject &answer) {
        TextTable table({u"SCOPE"_s, u"EVENT"_s, u"LIMIT"_s, u"WINDOW-S"_s, u"MODE"_s, u"WINDOWS"_s, u"REFUSED"_s,
                         u"REFUSED/S"_s, u"WOULD-REFUSE"_s});
        const QJsonArray rows = answer.value("limits"_L1).toArray();
        for (const QJsonValue row : rows) {
            table.addRow({row["scope"_L1].toString(), row["event"_L1].toString(u"-"_s), ctlCountText(row["limit"_L1]),
                          decimalText(row["windowMs"_L1].toDouble() / 1000), row["mode"_L1].toString(),
                          ctlCountText(row["keys"_L1]), ctlCountText(row["refused"_L1]),
                          decimalText(row["refusedPerSecond"_L1]), ctlCountText(row["wouldRefuse"_L1])});
        }
        session.printAndEnd(answer, table.toText());
    });
}

void ctlAudit(CtlSession &session, const QStringList &arguments)
{
    const auto params = readCtlParameters(session, arguments, kAuditParameters);
    if (!params)
        return;
    session.call(u"audit/list"_s, *params, [&session](const QJsonObject &answer) {
        TextTable table({u"AT"_s, u"WHO"_s, u"FROM"_s, u"METHOD"_s, u"RESULT"_s, u"AFFECTED"_s, u"REASON"_s});
        const QJsonArray rows = answer.value("rows"_L1).toArray();
        for (auto row = rows.end(); row != rows.begin();) { // the newest last, as in a log
            --row;
            const QJsonValue affected = (*row)["affected"_L1];
            table.addRow({ctlTimeText((*row)["atMs"_L1]), (*row)["who"_L1].toString(), (*row)["address"_L1].toString(),
                          (*row)["method"_L1].toString(), (*row)["result"_L1].toString(),
                          affected.isDouble() ? ctlCountText(affected) : u"-"_s, (*row)["reason"_L1].toString()});
        }
        const QString more = answer.value("more"_L1).toBool()
            ? u"more: sluicectl audit before=%1\n"_s.arg(ctlCountText(answer.value("next"_L1)))
            : QString();
        session.printAndEnd(answer, table.toText() + more);
    });
}

} // namespace sluice::console
