#include "server/config/textfile.h"

#include "server/config/tomlreader.h"

#include <QFile>

// Q_INIT_RESOURCE works in the global namespace only.
static void registerEmbeddedFiles()
{
    // The linker drops a static library's resources unless something names them.
    Q_INIT_RESOURCE(config);
}

namespace sluice::server {

Result<QByteArray> readTextFile(const QString &fileName)
{
    registerEmbeddedFiles();
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::InvalidParams, {},
                       QStringLiteral("%1: cannot be read: %2").arg(fileName, file.errorString()));
    }
    return file.read(kMaxTomlBytes + 1);
}

} // namespace sluice::server
