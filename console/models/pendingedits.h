// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"

#include <QObject>
#include <QString>

class QSettings;

namespace sluice::console {

/// Keeps the edits of the configuration that are not yet applied in the settings, for each server, so that they outlive
/// the console. They come back when the server has told its values, each with the value that it was made on: what has
/// moved since then is a conflict, what is running by now is no edit any more.
/// Thread: main.
class PendingEdits : public QObject
{
    Q_OBJECT

public:
    /// Both live longer.
    PendingEdits(ServerSession &session, QSettings &settings, QObject *parent = nullptr);

    /// From now on for that server ("host:port"), until the session forgets it. To be called after the session has been
    /// told to connect.
    void watch(const QString &server);

Q_SIGNALS:
    /// So many edits of an earlier time are pending again.
    void restored(int count);

private:
    void restore();
    void store() const;
    [[nodiscard]] QString settingsKey() const;

    ServerSession &m_session;
    QSettings &m_settings;
    QString m_server;          ///< Empty: nothing is kept.
    bool m_isRestored = false; ///< What is kept is what the session has.
};

} // namespace sluice::console
