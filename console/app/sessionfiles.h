// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/alertmonitor.h"
#include "console/models/serversession.h"
#include "console/recording/recordedserver.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace sluice::console {

class SessionCapture;

/// Saves what the window shows as a session file, and opens one in the place of a server.
/// Thread: main.
class SessionFiles : public QObject
{
    Q_OBJECT

public:
    static constexpr QLatin1StringView kSuffix{"sluice-session"};

    /// All of them outlive this; dialogs belong to `window`.
    SessionFiles(ServerSession &session, AlertMonitor &alerts, QWidget &window);
    ~SessionFiles() override;

    /// There is something to save.
    [[nodiscard]] bool canSave() const { return !m_session.history().isEmpty() && !m_session.isReplay(); }
    /// Asks for a file; what is saved is this instant, or that at which the window was paused.
    void save();
    /// Asks for a file and opens it.
    void choose();
    /// Reads it aside, so that the window goes on meanwhile; `opened` or a message that says why not follows. Until
    /// then, and when it cannot be opened or is given up, everything stays as it is.
    void open(const QString &path);
    /// Takes the recording of the instant of the pause at once, before it has passed.
    void setPaused(bool paused);

Q_SIGNALS:
    void opened();
    /// What came of saving.
    void said(const QString &what);

private:
    using Reading = QFutureWatcher<Result<PlayableRecording>>;

    void write(const SessionCapture &capture);
    void showProgress(Reading &reading, const QString &path);
    void onRead(const QString &path, Result<PlayableRecording> recording);
    void refuse(const QString &path, const QString &why);

    ServerSession &m_session;
    AlertMonitor &m_alerts;
    QWidget &m_window;
    std::unique_ptr<RecordedServer> m_server;
    SessionCapture *m_atPause = nullptr;
    QPointer<Reading> m_reading; ///< Under way.
};

} // namespace sluice::console
