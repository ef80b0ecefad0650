#include "shared/admin/connectionrow.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace sluice::admin {

namespace {

constexpr std::array kStates{QLatin1String("ok"), QLatin1String("slow"), QLatin1String("anonymous"),
                             QLatin1String("closing")};

QJsonArray toJson(const std::vector<std::string> &words)
{
    QJsonArray array;
    for (const std::string &word : words)
        array.append(QString::fromStdString(word));
    return array;
}

std::vector<std::string> wordsOf(const QJsonValue &value)
{
    std::vector<std::string> words;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &word : array)
        words.push_back(word.toString().toStdString());
    return words;
}

double number(quint64 value)
{
    return static_cast<double>(value);
}

quint64 countOf(const QJsonValue &value)
{
    constexpr double kMost = 9'007'199'254'740'992.0; // beyond it doubles skip numbers
    return static_cast<quint64>(std::clamp(value.toDouble(), 0.0, kMost));
}

constexpr double kMicrosecondsPerMs = 1000;

} // namespace

QLatin1String toString(ConnectionState state)
{
    return kStates[static_cast<size_t>(state)];
}

ConnectionState connectionStateFromString(const QString &text)
{
    const auto found = std::find(kStates.begin(), kStates.end(), text);
    return found == kStates.end() ? ConnectionState::Ok : static_cast<ConnectionState>(found - kStates.begin());
}

QJsonObject ConnectionRow::toJson() const
{
    return {
        {QStringLiteral("id"), number(id)},
        {QStringLiteral("user"), QString::fromStdString(user)},
        {QStringLiteral("roles"), admin::toJson(roles)},
        {QStringLiteral("address"), QString::fromStdString(address)},
        {QStringLiteral("ageMs"), static_cast<qint64>(age.count())},
        {QStringLiteral("rttMs"),
         rtt ? QJsonValue(static_cast<double>(rtt->count()) / kMicrosecondsPerMs) : QJsonValue()},
        {QStringLiteral("inPerSecond"), inPerSecond},
        {QStringLiteral("received"), number(received)},
        {QStringLiteral("refused"), number(refused)},
        {QStringLiteral("limited"), number(limited)},
        {QStringLiteral("pendingBytes"), number(pendingBytes)},
        {QStringLiteral("state"), toString(state)},
        {QStringLiteral("thread"), QString::fromStdString(thread)},
        {QStringLiteral("tls"), isTls},
    };
}

ConnectionRow ConnectionRow::fromJson(const QJsonObject &object)
{
    ConnectionRow row;
    row.id = countOf(object.value(u"id"));
    row.user = object.value(u"user").toString().toStdString();
    row.roles = wordsOf(object.value(u"roles"));
    row.address = object.value(u"address").toString().toStdString();
    row.age = std::chrono::milliseconds(object.value(u"ageMs").toInteger());
    if (const QJsonValue rtt = object.value(u"rttMs"); rtt.isDouble())
        row.rtt = std::chrono::microseconds(countOf(rtt.toDouble() * kMicrosecondsPerMs));
    row.inPerSecond = object.value(u"inPerSecond").toDouble();
    row.received = countOf(object.value(u"received"));
    row.refused = countOf(object.value(u"refused"));
    row.limited = countOf(object.value(u"limited"));
    row.pendingBytes = countOf(object.value(u"pendingBytes"));
    row.state = connectionStateFromString(object.value(u"state").toString());
    row.isTls = object.value(u"tls").toBool();
    row.thread = object.value(u"thread").toString().toStdString();
    return row;
}

QJsonObject ClosedRow::toJson() const
{
    return {
        {QStringLiteral("id"), number(id)},
        {QStringLiteral("user"), QString::fromStdString(user)},
        {QStringLiteral("roles"), admin::toJson(roles)},
        {QStringLiteral("address"), QString::fromStdString(address)},
        {QStringLiteral("closedAtMs"), closedAtMs},
        {QStringLiteral("lastedMs"), static_cast<qint64>(lasted.count())},
        {QStringLiteral("code"), code},
        {QStringLiteral("by"), byClient ? QStringLiteral("client") : QStringLiteral("server")},
        {QStringLiteral("reason"), QString::fromStdString(reason)},
        {QStringLiteral("received"), number(received)},
        {QStringLiteral("refused"), number(refused)},
    };
}

ClosedRow ClosedRow::fromJson(const QJsonObject &object)
{
    ClosedRow row;
    row.id = countOf(object.value(u"id"));
    row.user = object.value(u"user").toString().toStdString();
    row.roles = wordsOf(object.value(u"roles"));
    row.address = object.value(u"address").toString().toStdString();
    row.closedAtMs = object.value(u"closedAtMs").toInteger();
    row.lasted = std::chrono::milliseconds(object.value(u"lastedMs").toInteger());
    row.code = object.value(u"code").toInt();
    row.byClient = object.value(u"by").toString() == QLatin1String("client");
    row.reason = object.value(u"reason").toString().toStdString();
    row.received = countOf(object.value(u"received"));
    row.refused = countOf(object.value(u"refused"));
    return row;
}

} // namespace sluice::admin
