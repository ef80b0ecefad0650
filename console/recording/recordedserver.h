// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/localserver.h"
#include "console/recording/playback.h"
#include "console/recording/recording.h"

#include <limits>

namespace sluice::console {

/// A recording and what charts show of its samples, which takes long to work out. Thread: any (a value).
struct PlayableRecording {
    // NOLINTNEXTLINE(google-explicit-constructor): it is one, only ready
    PlayableRecording(Recording ofServer);

    Recording recording;
    Playback playback;
};

/// A recording in the place of a server: answers what was answered when it was saved, and changes nothing. Lists are
/// filtered and put in order as far as their rows were recorded (RecordedList).
/// Thread: main.
class RecordedServer : public LocalServer
{
    Q_OBJECT

public:
    explicit RecordedServer(PlayableRecording recording, QObject *parent = nullptr);

    [[nodiscard]] const Recording &recording() const { return m_recording; }
    /// At its end.
    [[nodiscard]] const Playback &playback() const { return m_playback; }
    /// From now on `config/get` tells the values of that revision, as far as the later ones tell what was before.
    void showRevision(quint64 revision) { m_revision = revision; }
    [[nodiscard]] QJsonObject answer(const QString &method, const QJsonObject &params) override;

private:
    [[nodiscard]] QJsonObject config() const;
    [[nodiscard]] QJsonObject table(const QString &method, const QJsonObject &params) const;
    [[nodiscard]] const RecordedAnswer *find(const QString &method, const QJsonObject &params) const;
    [[nodiscard]] const RecordedAnswer *findAlike(const QString &method, const QJsonObject &params) const;

    const Recording m_recording;
    const Playback m_playback;
    quint64 m_revision = std::numeric_limits<quint64>::max();
};

} // namespace sluice::console
