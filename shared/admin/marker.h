#pragma once

#include <QJsonObject>
#include <QString>

namespace sluice::admin {

/// Something that happened to a server, and explains what its charts show from then on: an element of `markers` in
/// `metrics/history`, and the params of `markers/added`.
/// Thread: any (a value).
struct Marker {
    enum class Kind {
        ServerStarted,
        ConfigChanged,
        DrainBegan,
        DrainEnded, ///< Everyone is gone; the server stays up drained, or exits.
        DrainResumed,
        OverloadBegan, ///< It began to shed.
        OverloadEnded,
        ClientMuted,
        MuteLifted,
        ConnectionsClosed, ///< By an operator, or a backend with an API key.
        Other,             ///< Of a later version.
    };

    Kind kind = Kind::ServerStarted;
    qint64 timeMs = 0;    ///< Wall clock. Units: ms since the Unix epoch.
    qint64 uptimeMs = 0;  ///< Steady clock, as in samples. Units: ms.
    QString text;         ///< For people: one line.
    QString by;           ///< Who did it; empty: nobody.
    quint64 revision = 0; ///< ConfigChanged only.
    QString user = {};    ///< ClientMuted and MuteLifted only: who, or
    QString address = {}; ///< the address of whom.
    quint64 mute = 0;     ///< ClientMuted only: its id.
    quint64 count = 0;    ///< ConnectionsClosed only.

    /// Who was muted, or is so no more.
    [[nodiscard]] const QString &target() const { return user.isEmpty() ? address : user; }

    [[nodiscard]] QJsonObject toJson() const;
    /// Missing members keep their defaults; a kind that is not known becomes Other with the text it came with.
    [[nodiscard]] static Marker fromJson(const QJsonObject &object);
};

/// "config-changed" and the like, as on the wire.
[[nodiscard]] QString toString(Marker::Kind kind);

} // namespace sluice::admin
