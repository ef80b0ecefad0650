#include "server/config/configtext.h"

#include "shared/admin/configschema.h"

#include <QJsonDocument>

namespace sluice::server {

QString configText(const ConfigValues &values)
{
    QString text;
    for (const admin::ConfigOption &option : admin::configOptions()) {
        const auto entry = values.find(QLatin1String(option.key));
        Q_ASSERT(entry != values.end());
        // JSON's texts, numbers and arrays are TOML's too, and a dotted key stands in its table.
        text +=
            QStringLiteral("# %1\n%2 = %3\n").arg(entry->second.source, entry->first, valueText(entry->second.value));
    }
    return text;
}

QString schemaText()
{
    return QString::fromUtf8(QJsonDocument(admin::configOptionsJson()).toJson());
}

} // namespace sluice::server
