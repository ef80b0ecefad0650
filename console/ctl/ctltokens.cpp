// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/ctltokens.h"

#include "console/ctl/ctlparameters.h"
#include "console/ctl/ctlsession.h"
#include "console/ctl/texttable.h"

#include <QDateTime>
#include <QJsonArray>

#include <array>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kIssuedBefore = "issued-before"_L1;

constexpr std::array kRevokeParameters{CtlParameter{"user"_L1, "user"_L1, CtlParameter::Type::Text},
                                       CtlParameter{"id"_L1, "tokenId"_L1, CtlParameter::Type::Text},
                                       CtlParameter{kIssuedBefore, kIssuedBefore, CtlParameter::Type::Text},
                                       CtlParameter{"keep"_L1, "keepMs"_L1, CtlParameter::Type::Span}};
constexpr std::array kListParameters{CtlParameter{"filter"_L1, "filter"_L1, CtlParameter::Type::Text},
                                     CtlParameter{"limit"_L1, "limit"_L1, CtlParameter::Type::Integer},
                                     CtlParameter{"offset"_L1, "offset"_L1, CtlParameter::Type::Integer}};

/// "now", or a time as 2026-11-29T10:00:00Z; nothing when it is neither.
std::optional<qint64> timeFrom(const QString &text)
{
    if (text == "now"_L1)
        return QDateTime::currentMSecsSinceEpoch();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

QString whose(const QJsonValue &entry)
{
    QStringList words;
    if (const QString user = entry["user"_L1].toString(); !user.isEmpty())
        words.append(u"user=%1"_s.arg(user));
    if (const QString id = entry["tokenId"_L1].toString(); !id.isEmpty())
        words.append(u"id=%1"_s.arg(id));
    if (const QJsonValue before = entry["issuedBeforeMs"_L1]; before.isDouble())
        words.append(u"issued-before=%1"_s.arg(ctlTimeText(before)));
    return words.join(u' ');
}

} // namespace

void ctlTokenRevoke(CtlSession &session, const QStringList &arguments)
{
    auto params = readCtlParameters(session, arguments, kRevokeParameters);
    if (!params)
        return;
    if (const QJsonValue text = params->take(kIssuedBefore); text.isString()) {
        const auto time = timeFrom(text.toString());
        if (!time) {
            session.fail(CtlExit::Usage, u"%1 is no time; now, or one as 2026-11-29T10:00:00Z"_s.arg(text.toString()));
            return;
        }
        params->insert(u"issuedBeforeMs"_s, *time);
    }
    params->insert(u"reason"_s, session.options().reason);
    session.call(u"tokens/revoke"_s, *params, [&session](const QJsonObject &answer) {
        const QJsonValue entry = answer.value("revocation"_L1);
        const bool isSaved = answer.value("saved"_L1).toBool();
        const QString text = u"revoked %1 until %2, as revocation %3\n"_s.arg(
            whose(entry), ctlTimeText(entry["untilMs"_L1]), ctlCountText(entry["id"_L1]));
        session.printAndEnd(
            answer, isSaved ? text : text + u"it could not be saved and will not outlive a restart: see the log\n"_s);
    });
}

void ctlTokenRestore(CtlSession &session, const QStringList &arguments)
{
    bool isWhole = false;
    const qint64 id = arguments.constFirst().toLongLong(&isWhole);
    if (!isWhole || id < 1) {
        session.fail(CtlExit::Usage, u"%1 is not a revocation; token list shows them"_s.arg(arguments.constFirst()));
        return;
    }
    const QJsonObject params{{u"id"_s, id}, {u"reason"_s, session.options().reason}};
    session.call(u"tokens/restore"_s, params, [&session](const QJsonObject &answer) {
        session.printAndEnd(answer, u"no longer revoked: %1\n"_s.arg(whose(answer.value("revocation"_L1))));
    });
}

void ctlTokenList(CtlSession &session, const QStringList &arguments)
{
    const auto params = readCtlParameters(session, arguments, kListParameters);
    if (!params)
        return;
    session.call(u"tokens/list"_s, *params, [&session](const QJsonObject &answer) {
        TextTable table({u"ID"_s, u"AT"_s, u"BY"_s, u"TOKENS"_s, u"UNTIL"_s, u"REASON"_s});
        const QJsonArray rows = answer.value("rows"_L1).toArray();
        for (const QJsonValue row : rows) {
            table.addRow({ctlCountText(row["id"_L1]), ctlTimeText(row["atMs"_L1]), row["by"_L1].toString(), whose(row),
                          ctlTimeText(row["untilMs"_L1]), row["reason"_L1].toString()});
        }
        session.printAndEnd(
            answer, table.toText() + u"%1 of %2\n"_s.arg(rows.size()).arg(ctlCountText(answer.value("total"_L1))));
    });
}

} // namespace sluice::console
