#include "shared/admin/marker.h"

#include <QJsonValue>

#include <algorithm>
#include <array>

namespace sluice::admin {

namespace {

constexpr std::array kKindNames{
    QLatin1String("server-started"),     QLatin1String("config-changed"), QLatin1String("drain-began"),
    QLatin1String("drain-ended"),        QLatin1String("drain-resumed"),  QLatin1String("overload-began"),
    QLatin1String("overload-ended"),     QLatin1String("client-muted"),   QLatin1String("mute-lifted"),
    QLatin1String("connections-closed"), QLatin1String("other"),
};

} // namespace

QString toString(Marker::Kind kind)
{
    return kKindNames[static_cast<size_t>(kind)];
}

QJsonObject Marker::toJson() const
{
    QJsonObject object{{QStringLiteral("kind"), toString(kind)},
                       {QStringLiteral("timeMs"), timeMs},
                       {QStringLiteral("uptimeMs"), uptimeMs},
                       {QStringLiteral("text"), text},
                       {QStringLiteral("by"), by}};
    if (kind == Kind::ConfigChanged)
        object.insert(QStringLiteral("revision"), static_cast<qint64>(revision));
    if (!user.isEmpty())
        object.insert(QStringLiteral("user"), user);
    if (!address.isEmpty())
        object.insert(QStringLiteral("address"), address);
    if (kind == Kind::ClientMuted)
        object.insert(QStringLiteral("mute"), static_cast<qint64>(mute));
    if (kind == Kind::ConnectionsClosed)
        object.insert(QStringLiteral("count"), static_cast<qint64>(count));
    return object;
}

Marker Marker::fromJson(const QJsonObject &object)
{
    Marker marker;
    const auto name = std::find(kKindNames.begin(), kKindNames.end(), object.value(u"kind").toString());
    marker.kind = name == kKindNames.end() ? Kind::Other : static_cast<Kind>(name - kKindNames.begin());
    marker.timeMs = object.value(u"timeMs").toInteger();
    marker.uptimeMs = object.value(u"uptimeMs").toInteger();
    marker.text = object.value(u"text").toString();
    marker.by = object.value(u"by").toString();
    marker.revision = static_cast<quint64>(object.value(u"revision").toInteger());
    marker.user = object.value(u"user").toString();
    marker.address = object.value(u"address").toString();
    marker.mute = static_cast<quint64>(object.value(u"mute").toInteger());
    marker.count = static_cast<quint64>(object.value(u"count").toInteger());
    return marker;
}

} // namespace sluice::admin
