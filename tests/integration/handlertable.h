#pragma once

#include "tests/support/testclient.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace sluice::test {

/// One thing that every implementation of the same events does alike, whatever it is written in: a call and its answer.
struct HandlerRow {
    const char *name;
    const char *verb; ///< "echo", "fail", "sleep" or "broadcast", as the built-in bench handlers.
    QJsonValue params = QJsonObject();
    QJsonObject extra = {}; ///< Joins the envelope.
    QJsonValue result = QJsonValue::Null;
    int code = 0;                            ///< Of an error; 0: the result.
    QJsonObject data = {};                   ///< What the error's data has, at least.
    QJsonValue push = QJsonValue::Undefined; ///< The params of the push `bench/note` that comes of it.
    bool cancelled = false;                  ///< The client cancels it once it is sent.
};

[[nodiscard]] inline QList<HandlerRow> handlerTable()
{
    using namespace Qt::StringLiterals;
    const QJsonObject nested{{u"a"_qs, QJsonArray{1, -2.5, u"x"_qs, true, QJsonValue::Null, QJsonObject{{u"b"_qs, 1}}}},
                             {u"quote\"d \u00fc\u4e16\u754c \U0001F600"_qs, u"line\nbreak\\ \u2028"_qs},
                             {u""_qs, 9007199254740991.0}};
    const QJsonObject unknown{{u"outcome"_qs, u"unknown"_qs}};
    const QJsonObject howFault{{u"field"_qs, u"how"_qs},
                               {u"reason"_qs, u"must be error, throw, give-up, not-found or absent"_qs}};
    const QJsonObject forEver{{u"ms"_qs, 3'000}};
    return {
        {.name = "an object comes back as it was", .verb = "echo", .params = nested, .result = nested},
        {.name = "so does an array", .verb = "echo", .params = QJsonArray{1, nested}, .result = QJsonArray{1, nested}},
        {.name = "an empty object", .verb = "echo", .result = QJsonObject()},
        {.name = "64 KB",
         .verb = "echo",
         .params = QJsonArray{QString(60'000, u'x')},
         .result = QJsonArray{QString(60'000, u'x')}},
        {.name = "not found", .verb = "fail", .params = QJsonObject{{u"how"_qs, u"not-found"_qs}}, .code = -32020},
        {.name = "a failure behind it",
         .verb = "fail",
         .params = QJsonObject{{u"how"_qs, u"error"_qs}},
         .code = -32022},
        {.name = "bad params with field and reason",
         .verb = "fail",
         .params = QJsonObject{{u"how"_qs, u"why"_qs}},
         .code = -32602,
         .data = howFault},
        {.name = "no failure", .verb = "fail", .result = QJsonObject()},
        {.name = "an answer that takes its time",
         .verb = "sleep",
         .params = QJsonObject{{u"ms"_qs, 20}},
         .result = QJsonObject{{u"ms"_qs, 20}}},
        {.name = "params against the description",
         .verb = "sleep",
         .params = QJsonObject{{u"ms"_qs, u"20"_qs}},
         .code = -32602,
         .data = {{u"field"_qs, u"ms"_qs}}},
        {.name = "the client's deadline",
         .verb = "sleep",
         .params = forEver,
         .extra = {{u"timeoutMs"_qs, 50}},
         .code = -32031,
         .data = unknown},
        {.name = "cancelled", .verb = "sleep", .params = forEver, .code = -32800, .cancelled = true},
        {.name = "a push to everyone", .verb = "broadcast", .params = nested, .push = nested},
    };
}

/// The events of the table as `PREFIX/echo` ... with these handlers: `handlerFor("echo")` names one.
template <typename HandlerFor>
[[nodiscard]] QByteArray handlerTableEvents(const char *prefix, HandlerFor handlerFor)
{
    QByteArray toml;
    for (const char *verb : {"echo", "fail", "sleep", "broadcast"}) {
        toml += QByteArray("[[event]]\nid = '") + prefix + '/' + verb + "'\nhandler = '" + handlerFor(verb)
            + "'\nrequires-auth = false\nmax-message-bytes = 100000\n";
        if (qstrcmp(verb, "sleep") == 0)
            toml += "params = { ms = 'integer!' }\n";
    }
    return toml;
}

/// Plays a row. Returns what was not as the row says, or an empty text.
[[nodiscard]] inline QString playHandlerRow(TestClient &client, const QString &prefix, const HandlerRow &row)
{
    const PendingCall call = client.send(prefix + u'/' + QLatin1String(row.verb), row.params, row.extra);
    if (row.cancelled)
        client.cancel(call);
    const CallResult answer = client.waitFor(call);
    const QString seen = QString::fromUtf8(answer.text());
    if (!answer.isAnswered || answer.code() != row.code)
        return QStringLiteral("not code %1 but %2").arg(row.code).arg(seen);
    if (row.code == 0 && answer.result != row.result)
        return QStringLiteral("another result: ") + seen;
    for (auto member = row.data.begin(); member != row.data.end(); ++member) {
        if (answer.data()[member.key()] != member.value())
            return QStringLiteral("data has another %1: %2").arg(member.key(), seen);
    }
    if (!row.push.isUndefined() && client.waitForNotification(QStringLiteral("bench/note")) != row.push)
        return QStringLiteral("not that push");
    return {};
}

} // namespace sluice::test
