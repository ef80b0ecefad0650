#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QString>

namespace sluice::server {

/// The directory of everything the server keeps. One server at a time holds it, by a lock that the kernel gives back
/// when the process ends, however it ends.
/// Thread: main.
class StateDirectory
{
public:
    ~StateDirectory();

    /// Makes the directory (mode 0700) when it is missing and locks it. An empty path is $STATE_DIRECTORY when a
    /// service manager sets it, else $XDG_STATE_HOME/sluice. Files in it that others may read are closed to them.
    /// Errors: InternalError, also when others may write to it; the detail names the path.
    [[nodiscard]] Result<void> open(const QString &path);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(const QString &name) const { return m_path + QLatin1Char('/') + name; }
    /// Writes ports.json, whole or not at all.
    [[nodiscard]] Result<void> writePorts(const QJsonObject &ports) const;
    void removePorts() const;

private:
    [[nodiscard]] Result<void> checkMode() const;
    void closeToOthers() const;

    QString m_path;
    int m_lock = -1;
};

} // namespace sluice::server
