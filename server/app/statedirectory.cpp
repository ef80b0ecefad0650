#include "server/app/statedirectory.h"

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
    const QByteArray lockFile = QFile::encodeName(file(QStringLiteral("lock")));
    m_lock = ::open(lockFile.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0)
        return refuse(m_path, qt_error_string(errno));
    if (::flock(m_lock, LOCK_EX | LOCK_NB) != 0)
        return refuse(m_path, QStringLiteral("another server uses it"));
    removePorts(); // of a server that was killed
    return {};
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
