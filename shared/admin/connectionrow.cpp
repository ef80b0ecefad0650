#include "shared/admin/connectionrow.h"

#include <QJsonArray>

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

double number(quint64 value)
{
    return static_cast<double>(value);
}

} // namespace

QLatin1String toString(ConnectionState state)
{
    return kStates[static_cast<size_t>(state)];
}

QJsonObject ConnectionRow::toJson() const
{
    constexpr double kMicrosecondsPerMs = 1000;
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

} // namespace sluice::admin
