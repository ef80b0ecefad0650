// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/sessionfiles.h"

#include "console/recording/sessioncapture.h"
#include "console/widgets/savefile.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QProgressDialog>
#include <QRegularExpression>
#include <QtConcurrentRun>

#include <utility>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// What takes no longer is not told. Units: ms.
constexpr int kMomentMs = 400;

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
    Q_EMIT said(tr("The session is being packed…"));
    QtConcurrent::run([recording = capture.recording()] {
        return recording.toFile();
    }).then(this, [this, name = fileNameOf(capture.recording())](const QByteArray &content) {
        Q_EMIT said({});
        saveFile(&m_window, name, content, [this](const QString &what) { Q_EMIT said(what); });
    });
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

void SessionFiles::open(const QString &path)
{
    if (m_reading)
        m_reading->cancel();
    m_reading = new Reading(this);
    connect(m_reading, &Reading::finished, this, [this, reading = m_reading.data(), path] {
        if (!reading->isCanceled())
            onRead(path, reading->future().takeResult());
        reading->deleteLater();
    });
    showProgress(*m_reading, path);
    m_reading->setFuture(QtConcurrent::run([path](QPromise<Result<PlayableRecording>> &promise) {
        promise.setProgressRange(0, Recording::kSteps);
        Result<Recording> recording = Recording::read(path, [&promise](int done) {
            promise.setProgressValue(done);
            return !promise.isCanceled();
        });
        promise.addResult(
            std::move(recording).map([](Recording &&read) { return PlayableRecording(std::move(read)); }));
    }));
}

void SessionFiles::showProgress(Reading &reading, const QString &path)
{
    auto *dialog = new QProgressDialog(tr("%1 is being read.").arg(QFileInfo(path).fileName()), tr("Cancel"), 0,
                                       Recording::kSteps, &m_window);
    dialog->setObjectName(u"sessionProgress"_s);
    dialog->setWindowTitle(tr("Open session"));
    dialog->setMinimumDuration(kMomentMs);
    connect(dialog, &QProgressDialog::canceled, &reading, &Reading::cancel);
    connect(&reading, &Reading::progressValueChanged, dialog, &QProgressDialog::setValue);
    connect(&reading, &Reading::finished, dialog, &QObject::deleteLater);
}

void SessionFiles::onRead(const QString &path, Result<PlayableRecording> recording)
{
    if (!recording) {
        refuse(path, recording.error().detail);
        return;
    }
    setPaused(false);
    m_session.disconnectFrom();
    m_server = std::make_unique<RecordedServer>(*std::move(recording));
    m_session.replay(*m_server);
    m_alerts.replay(m_server->recording().rules, m_server->recording().alerts);
    Q_EMIT opened();
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
