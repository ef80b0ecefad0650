#include "server/config/configoverlay.h"

#include "server/config/configloader.h"
#include "server/config/privatefile.h"

#include <QFile>

namespace sluice::server {

Result<void> ConfigOverlay::write() const
{
    if (values.empty()) {
        QFile stale(file);
        if (stale.exists() && !stale.remove())
            return failure(ErrorCode::BackendFailed, {}, QStringLiteral("%1: %2").arg(file, stale.errorString()));
        return {};
    }
    QString text = QStringLiteral("# What operators changed and asked to keep; audit.log says who, when and why.\n"
                                  "# Without a line here, the configuration file's value counts again.\n");
    for (const auto &[key, value] : values)
        text += QStringLiteral("%1 = %2\n").arg(key, valueText(value));
    return writePrivateFile(file, text.toUtf8());
}

} // namespace sluice::server
