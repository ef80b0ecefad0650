#include "tests/load/answer.h"

#include <QJsonDocument>

namespace sluice::load {

namespace {

std::optional<Mark> markOf(const QJsonValue &result)
{
    const QJsonValue account = result[QLatin1String("account")];
    const QJsonValue sequence = result[QLatin1String("sequence")];
    if (!account.isDouble() || !sequence.isDouble())
        return {};
    return Mark{static_cast<quint64>(account.toInteger()), static_cast<quint64>(sequence.toInteger())};
}

Answer readNotification(const QJsonObject &object)
{
    Answer answer;
    if (object.contains(QLatin1String("id")) || object.contains(QLatin1String("result")))
        return answer;
    answer.kind = Answer::Kind::Notification;
    answer.method = object[QLatin1String("method")].toString().toStdString();
    return answer;
}

} // namespace

Answer readAnswer(std::string_view text)
{
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()))).object();
    if (object[QLatin1String("jsonrpc")] != QLatin1String("2.0"))
        return {};
    if (object.contains(QLatin1String("method")))
        return readNotification(object);

    Answer answer;
    const bool hasResult = object.contains(QLatin1String("result"));
    const QJsonValue error = object[QLatin1String("error")];
    if (hasResult == error.isObject() || !object[QLatin1String("id")].isDouble())
        return answer;
    answer.id = static_cast<quint64>(object[QLatin1String("id")].toInteger());
    if (hasResult) {
        answer.kind = Answer::Kind::Reply;
        answer.result = object[QLatin1String("result")];
        answer.echo = markOf(answer.result);
    } else {
        answer.kind = Answer::Kind::Error;
        answer.code = error[QLatin1String("code")].toInt();
        answer.saysWhen = error[QLatin1String("data")][QLatin1String("retryAfterMs")].toInt() > 0;
    }
    return answer;
}

} // namespace sluice::load
