#include "server/app/statedirectory.h"

#include "shared/base/logging.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sluice::server {

namespace {

QString defaultPath()
{
    if (QString path = qEnvironmentVariable("STATE_DIRECTORY"); !path.isEmpty())
        return path;
    const QString home = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + QStringLiteral("/.local/state"));
    return home + QStringLiteral("/sluice");
}

tl::unexpected<Error> refuse(const QString &path, const QString &why)
{
    return failure(ErrorCode::InternalError, {}, QStringLiteral("state directory %1: %2").arg(path, why));
}

} // namespace

StateDirectory::~StateDirectory()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

Result<void> StateDirectory::open(const QString &path)
{
    m_path = QDir(path.isEmpty() ? defaultPath() : path).absolutePath();
    const mode_t before = ::umask(077);
    const bool made = QDir().mkpath(m_path);
    ::umask(before);
    if (!made)
        return refuse(m_path, QStringLiteral("cannot be made"));
    if (auto checked = checkMode(); !checked)
        return checked;
    const QByteArray lockFile = QFile::encodeName(file(QStringLiteral("lock")));
    m_lock = ::open(lockFile.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0)
        return refuse(m_path, qt_error_string(errno));
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0)
        return refuse(m_path, QStringLiteral("another server uses it"));
    closeToOthers();
    removePorts(); // of a server that was killed
    return {};
}

// Who can write here can exchange keys and tokens, whatever their own modes are.
Result<void> StateDirectory::checkMode() const
{
    struct stat status {
    };
    if (::stat(QFile::encodeName(m_path).constData(), &status) != 0)
        return refuse(m_path, qt_error_string(errno));
    if (!S_ISDIR(status.st_mode))
        return refuse(m_path, QStringLiteral("is not a directory"));
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return refuse(m_path,
                      QStringLiteral("others may write to it, mode %1; run: chmod go-w '%2'")
                          .arg(status.st_mode & 07777, 4, 8, QLatin1Char('0'))
                          .arg(m_path));
    return {};
}

// What a restored backup or a copy has left open. Files with secrets are refused instead, where they are read: these
// may have been read by others already.
void StateDirectory::closeToOthers() const
{
    const QDir directory(m_path);
    const QStringList names = directory.entryList(
        {QStringLiteral("sluice.db*"), QStringLiteral("audit.log*"), QStringLiteral("overlay.toml")}, QDir::Files);
    for (const QString &name : names) {
        const QByteArray path = QFile::encodeName(directory.filePath(name));
        struct stat status {
        };
        if (::lstat(path.constData(), &status) != 0 || !S_ISREG(status.st_mode)
            || (status.st_mode & (S_IRWXG | S_IRWXO)) == 0)
            continue;
        const bool isDone = ::chmod(path.constData(), status.st_mode & S_IRWXU) == 0;
        qCWarning(lcApp).noquote().nospace()
            << "was open to others file=" << path << (isDone ? " and is no more" : " and cannot be closed to them");
    }
}

Result<void> StateDirectory::writePorts(const QJsonObject &ports) const
{
    QSaveFile file(this->file(QStringLiteral("ports.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(ports).toJson(QJsonDocument::Compact) + '\n') < 0
        || !file.commit())
        return refuse(m_path, QStringLiteral("cannot write ports.json: %1").arg(file.errorString()));
    return {};
}

void StateDirectory::removePorts() const
{
    QFile::remove(file(QStringLiteral("ports.json")));
}

} // namespace sluice::server
