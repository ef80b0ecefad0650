#include "server/handlers/pluginloader.h"

#include "server/config/configproblem.h"
#include "server/handlers/handlerplugin.h"
#include "server/handlers/pluginhandler.h"
#include "shared/base/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QPluginLoader>
#include <QRegularExpression>

#include <map>

#include <sys/stat.h>
#include <unistd.h>

namespace sluice::server {

namespace {

constexpr QLatin1String kIid(SLUICE_HANDLER_PLUGIN_IID);
constexpr QLatin1String
    kExpectedOwner("root or the server's own user as owner, and nobody else who may write; chmod go-w");

/// A library whose metadata says that it can be loaded.
struct Candidate {
    QString file;
    QStringList handlers;
};

/// One directory's plugins on their way into the table; collects what is wrong with them.
class Loading
{
public:
    explicit Loading(const QString &directory)
        : m_directory(directory)
    {
    }

    Result<void> into(HandlerTable &table)
    {
        find();
        if (m_problems.empty())
            loadAll();
        if (!m_problems.empty())
            return configFailure(m_problems);
        table.merge(m_table);
        return {};
    }

private:
    void find()
    {
        const QFileInfo directory(m_directory);
        if (!directory.isDir() || !directory.isReadable()) {
            refuse(m_directory, QStringLiteral("is no directory that can be read"), {},
                   QStringLiteral("a directory, or empty for no plugins"));
            return;
        }
        if (!checkOwner(m_directory))
            return;
        const QFileInfoList files =
            QDir(m_directory).entryInfoList({QStringLiteral("*.so")}, QDir::Files | QDir::System, QDir::Name);
        if (files.size() > kMaxPlugins) {
            refuse(m_directory, QStringLiteral("has too many plugins"), QString::number(files.size()),
                   QStringLiteral("at most %1").arg(kMaxPlugins));
            return;
        }
        for (const QFileInfo &file : files)
            consider(file);
    }

    void consider(const QFileInfo &link)
    {
        const QString file = link.canonicalFilePath();
        if (file.isEmpty()) {
            refuse(link.filePath(), QStringLiteral("is a link to nothing"), {}, QStringLiteral("a plugin"));
            return;
        }
        // Who may write the folder of what a link points to can put another file there.
        if (!checkOwner(file) || !checkOwner(QFileInfo(file).absolutePath()))
            return;
        const QPluginLoader loader(file);
        const QJsonObject metadata = loader.metaData();
        if (metadata.isEmpty()) {
            refuse(file, QStringLiteral("is no Qt plugin (%1)").arg(loader.errorString()), {},
                   QStringLiteral("a shared library with Q_PLUGIN_METADATA"));
            return;
        }
        if (checkMetadata(file, metadata))
            m_candidates.append({file, names(metadata)});
    }

    bool checkOwner(const QString &path)
    {
        struct stat status = {};
        if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
            refuse(path, QStringLiteral("cannot be read: %1").arg(qt_error_string(errno)), {}, {});
            return false;
        }
        const bool isOurs = status.st_uid == 0 || status.st_uid == ::geteuid();
        const bool isOpen = (status.st_mode & (S_IWGRP | S_IWOTH)) != 0;
        if (isOurs && !isOpen)
            return true;
        refuse(
            path,
            isOpen ? QStringLiteral("others may write it, and could make the server run what they want")
                   : QStringLiteral("belongs to somebody else"),
            QStringLiteral("mode %1 of user %2").arg(status.st_mode & 07777, 4, 8, QLatin1Char('0')).arg(status.st_uid),
            kExpectedOwner);
        return false;
    }

    bool checkMetadata(const QString &file, const QJsonObject &metadata)
    {
        const QString iid = metadata.value(QLatin1String("IID")).toString();
        if (iid != kIid) {
            refuse(file, QStringLiteral("is a plugin of another kind or version"), u'"' + iid + u'"',
                   u'"' + QString(kIid) + u'"');
            return false;
        }
        // Qt's own rule: the same major version, and not built with a newer minor one. Units: 0xMMNNPP.
        const int version = metadata.value(QLatin1String("version")).toInt();
        constexpr int kNoPatch = 0xffff00;
        if ((version & 0xff0000) != (QT_VERSION & 0xff0000) || (version & kNoPatch) > (QT_VERSION & kNoPatch)) {
            refuse(file, QStringLiteral("was built with a Qt that this server does not have"),
                   QStringLiteral("Qt %1.%2").arg(version >> 16).arg((version >> 8) & 0xff),
                   QStringLiteral("Qt %1.0 to %1.%2").arg(QT_VERSION_MAJOR).arg(QT_VERSION_MINOR));
            return false;
        }
        return checkNames(file, metadata);
    }

    [[nodiscard]] static QStringList names(const QJsonObject &metadata)
    {
        QStringList names;
        const QJsonArray array =
            metadata.value(QLatin1String("MetaData")).toObject().value(QLatin1String("handlers")).toArray();
        for (const QJsonValue name : array)
            names.append(name.toString());
        return names;
    }

    bool checkNames(const QString &file, const QJsonObject &metadata)
    {
        static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9_.-]{1,100}\\z"));
        const QStringList found = names(metadata);
        const auto isName = [](const QString &name) { return form.match(name).hasMatch(); };
        if (found.isEmpty() || found.size() > kMaxPluginHandlers || !std::all_of(found.begin(), found.end(), isName)) {
            refuse(file, QStringLiteral("its metadata does not name its handlers"),
                   u'[' + found.join(QLatin1String(", ")) + u']',
                   QStringLiteral("{\"handlers\": [...]} with 1 to %1 names of letters, digits, _ . and -")
                       .arg(kMaxPluginHandlers));
            return false;
        }
        for (const QString &name : found) {
            const auto [before, isNew] = m_fileByName.try_emplace(name, file);
            if (isNew)
                continue;
            refuse(file, QStringLiteral("has the handler %1, which %2 has already").arg(name, before->second), {},
                   QStringLiteral("each name once"));
            return false;
        }
        return true;
    }

    void loadAll()
    {
        for (const Candidate &candidate : std::as_const(m_candidates)) {
            QPluginLoader loader(candidate.file);
            // Code that a hanging worker may still be in must not go.
            loader.setLoadHints(QLibrary::PreventUnloadHint | QLibrary::ResolveAllSymbolsHint);
            auto *const plugin = qobject_cast<plugin::HandlerPlugin *>(loader.instance());
            if (!plugin) {
                refuse(candidate.file, QStringLiteral("cannot be loaded (%1)").arg(loader.errorString()), {},
                       QStringLiteral("a plugin that has all libraries that it needs"));
                continue;
            }
            for (const QString &name : candidate.handlers)
                add(candidate.file, *plugin, name);
            qCInfo(lcHandlers).noquote() << "plugin loaded file=" << candidate.file
                                         << "handlers=" << candidate.handlers.join(u',');
        }
    }

    void add(const QString &file, plugin::HandlerPlugin &plugin, const QString &name)
    {
        const auto failed = [&](const QString &why) {
            refuse(file, QStringLiteral("does not make its handler %1 (%2)").arg(name, why), {},
                   QStringLiteral("a handler for each name in its metadata"));
        };
        try {
            if (auto handler = plugin.makeHandler(name))
                m_table.emplace((kPluginPrefix + name).toStdString(),
                                std::make_unique<PluginHandler>(std::move(handler)));
            else
                failed(QStringLiteral("null"));
        } catch (const std::exception &exception) {
            failed(QString::fromUtf8(exception.what()));
        } catch (...) {
            failed(QStringLiteral("it throws something unknown"));
        }
    }

    void refuse(const QString &file, const QString &reason, const QString &found, const QString &expected)
    {
        m_problems.push_back({file, QStringLiteral("plugins.directory"), reason, found, expected});
    }

    const QString m_directory;
    QList<Candidate> m_candidates;
    std::map<QString, QString> m_fileByName;
    HandlerTable m_table;
    ConfigProblems m_problems;
};

} // namespace

Result<void> loadPlugins(const QString &directory, HandlerTable &table)
{
    if (directory.isEmpty())
        return {};
    return Loading(directory).into(table);
}

} // namespace sluice::server
