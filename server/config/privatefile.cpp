#include "server/config/privatefile.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sluice::server {

namespace {

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

tl::unexpected<Error> systemFailure(const QString &fileName, const char *action)
{
    const QString reason = qt_error_string(errno);
    const ErrorCode code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::BackendFailed;
    return failure(code, {}, QStringLiteral("%1: cannot %2: %3").arg(fileName, QLatin1String(action), reason));
}

/// A descriptor that closes itself.
class Descriptor
{
public:
    Descriptor(const QString &fileName, int flags)
        : m_descriptor(::open(QFile::encodeName(fileName).constData(), flags | O_CLOEXEC, kOwnerOnly))
    {
    }
    ~Descriptor()
    {
        if (isOpen())
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    const int m_descriptor;
};

bool writeAll(int descriptor, const QByteArray &contents)
{
    qsizetype written = 0;
    while (written < contents.size()) {
        const ssize_t count =
            ::write(descriptor, contents.constData() + written, static_cast<size_t>(contents.size() - written));
        if (count < 0 && errno != EINTR)
            return false;
        written += std::max<ssize_t>(0, count);
    }
    return true;
}

} // namespace

Result<QByteArray> readPrivateFile(const QString &fileName, qint64 mostBytes)
{
    const Descriptor descriptor(fileName, O_RDONLY);
    struct stat status = {};
    if (!descriptor.isOpen() || ::fstat(descriptor.get(), &status) != 0)
        return systemFailure(fileName, "read");
    if ((status.st_mode & kOthers) != 0) {
        return failure(ErrorCode::Forbidden, {},
                       QStringLiteral("%1: holds a secret but is open to others; run: chmod 600 '%1'").arg(fileName));
    }
    QFile file;
    if (!file.open(descriptor.get(), QIODevice::ReadOnly))
        return failure(ErrorCode::BackendFailed, {}, QStringLiteral("%1: %2").arg(fileName, file.errorString()));
    return file.read(mostBytes);
}

Result<void> writePrivateFile(const QString &fileName, const QByteArray &contents)
{
    const QString temporary = fileName + QLatin1String(".new");
    const QByteArray temporaryName = QFile::encodeName(temporary);
    ::unlink(temporaryName.constData()); // left over from a crash
    {
        const Descriptor descriptor(temporary, O_WRONLY | O_CREAT | O_EXCL);
        if (!descriptor.isOpen() || !writeAll(descriptor.get(), contents) || ::fsync(descriptor.get()) != 0)
            return systemFailure(temporary, "write");
    }
    if (::rename(temporaryName.constData(), QFile::encodeName(fileName).constData()) != 0)
        return systemFailure(fileName, "write");
    return {};
}

} // namespace sluice::server
