// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/sessionfiles.h"

#include "console/recording/recordedserver.h"
#include "console/recording/sessioncapture.h"
#include "console/widgets/savefile.h"

#include <QDateTime>
#include <QFileDialog>
#include <QMessageBox>
#include <QRegularExpression>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// "prod-eu-1 2026-11-29 15-05.sluice-session": what no file system refuses.
QString fileNameOf(const Recording &recording)
{
    static const QRegularExpression kUnsafe(u"[^\\w.-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString server = recording.serverName().replace(kUnsafe, u"-"_s);
    const QString time = QDateTime::fromMSecsSinceEpoch(recording.savedMs).toString(u"yyyy-MM-dd HH-mm"_s);
    return u"%1 %2.%3"_s.arg(server, time, SessionFiles::kSuffix);
}

} // namespace

SessionFiles::SessionFiles(ServerSession &session, AlertMonitor &alerts, QWidget &window)
    : m_session(session)
    , m_alerts(alerts)
    , m_window(window)
{
}

SessionFiles::~SessionFiles() = default;

void SessionFiles::save()
{
    if (!canSave())
        return;
    if (m_atPause && m_atPause->isFinished()) {
        write(*m_atPause);
        return;
    }
    auto *capture = m_atPause ? m_atPause : new SessionCapture(m_session, m_alerts, this);
    connect(capture, &SessionCapture::finished, this, [this, capture] {
        write(*capture);
        if (capture != m_atPause)
            capture->deleteLater();
    });
}

void SessionFiles::write(const SessionCapture &capture)
{
    saveFile(&m_window, fileNameOf(capture.recording()), capture.recording().toFile(),
             [this](const QString &what) { Q_EMIT said(what); });
}

void SessionFiles::setPaused(bool paused)
{
    if (m_atPause)
        m_atPause->deleteLater();
    m_atPause = paused && canSave() ? new SessionCapture(m_session, m_alerts, this) : nullptr;
}

void SessionFiles::choose()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open session"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Saved sessions (*.%1)").arg(kSuffix), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SessionFiles::open);
    dialog->open();
}

bool SessionFiles::open(const QString &path)
{
    Result<Recording> recording = Recording::read(path);
    if (!recording) {
        refuse(path, recording.error().detail);
        return false;
    }
    setPaused(false);
    m_session.disconnectFrom();
    m_server = std::make_unique<RecordedServer>(std::move(*recording));
    m_session.replay(*m_server);
    m_alerts.replay(m_server->recording().rules, m_server->recording().alerts);
    Q_EMIT opened();
    return true;
}

void SessionFiles::refuse(const QString &path, const QString &why)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Open session"), tr("%1 cannot be opened: %2.").arg(path, why),
                                QMessageBox::Close, &m_window);
    box->setObjectName(u"sessionRefused"_s);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace sluice::console
