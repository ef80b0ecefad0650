#include "server/api/apikeyfile.h"

#include "server/config/configproblem.h"
#include "server/config/privatefile.h"
#include "shared/base/logging.h"

#include <QDir>
#include <QFileInfo>

namespace sluice::server {

namespace {

// 256 bits. The prefix is for those who look for secrets where none should be.
constexpr int kKeyBytes = 32;
constexpr char kKeyPrefix[] = "sluice_";

bool isOn(const Config &config)
{
    return config.listen.api.enabled || config.listen.apiTls.enabled;
}

QByteArray tableOf(const ApiKey &key, const QByteArray &hash)
{
    QString text = QStringLiteral("[[key]]\nid = \"%1\"\nsha256 = \"%2\"\nscopes = [\"%3\"]\n")
                       .arg(QString::fromStdString(key.id), QString::fromLatin1(hash.toHex()),
                            key.scopes.words().join(QLatin1String("\", \"")));
    if (key.perSecond)
        text += QStringLiteral("per-second = %1\n").arg(*key.perSecond);
    return text.toUtf8();
}

} // namespace

ApiKeyFile::ApiKeyFile(Metrics &metrics, QString stateDir, std::function<void(const ApiKeysPtr &)> publish)
    : m_metrics(metrics)
    , m_stateDir(std::move(stateDir))
    , m_publish(std::move(publish))
{
}

QString ApiKeyFile::path(const Config &config, const QString &stateDir)
{
    return config.api.keysFile.isEmpty() ? QDir(stateDir).filePath(QStringLiteral("api-keys.toml"))
                                         : config.api.keysFile;
}

Result<QByteArray> ApiKeyFile::add(const QString &fileName, const ApiKey &key, Random &random)
{
    Result<QByteArray> before = readPrivateFile(fileName);
    if (!before && before.error().code != ErrorCode::NotFound)
        return before;
    QByteArray text =
        before.value_or("# The keys of backends that call the API, as hashes. sluiced --new-api-key adds to this "
                        "file; who runs the server\n# takes a key away by taking its table out and sending SIGHUP.\n");
    const auto keys = ApiKeys::parse(text, fileName);
    if (!keys)
        return tl::unexpected(keys.error());
    if (!ApiKeys::isId(key.id) || keys->has(key.id))
        return failure(ErrorCode::InvalidParams, {},
                       QStringLiteral("%1: '%2' is %3")
                           .arg(fileName, QString::fromStdString(key.id),
                                keys->has(key.id) ? QStringLiteral("there already")
                                                  : QStringLiteral("no name for a key: letters, digits, "
                                                                   "_ . and -, at most 64")));
    QDir().mkpath(QFileInfo(fileName).absolutePath());
    const QByteArray made =
        kKeyPrefix + random.bytes(kKeyBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QByteArray hash = ApiKeys::hashOf({made.constData(), static_cast<size_t>(made.size())});
    return writePrivateFile(fileName, text + '\n' + tableOf(key, hash)).map([&] { return made; });
}

Result<ApiKeysPtr> ApiKeyFile::load(const Config &config) const
{
    auto keys = ApiKeys::load(path(config, m_stateDir));
    if (!keys && keys.error().code == ErrorCode::NotFound && config.api.keysFile.isEmpty())
        keys = ApiKeys();
    return std::move(keys).map([](ApiKeys &&read) { return std::make_shared<const ApiKeys>(std::move(read)); });
}

Result<void> ApiKeyFile::reload(const Config &config, const QString &by)
{
    if (!isOn(config))
        return {};
    const MutexLock lock(m_mutex);
    const auto keys = load(config);
    m_metrics.add(keys ? Counter::ApiKeysReloads : Counter::ApiKeysReloadsFailed);
    if (!keys) {
        qCWarning(lcHttp).noquote() << "API keys not loaded, those before stay in use by=" << by
                                    << "reason=" << keys.error().detail;
        return tl::unexpected(keys.error());
    }
    m_file = config.api.keysFile;
    qCInfo(lcHttp).noquote() << "API keys loaded by=" << by << "count=" << (*keys)->size();
    m_publish(*keys);
    return {};
}

Result<void> ApiKeyFile::check(const Config &config) const
{
    {
        const MutexLock lock(m_mutex);
        if (!isOn(config) || config.api.keysFile == m_file)
            return {};
    }
    const auto keys = load(config);
    if (keys)
        return {};
    return configFailure({{{},
                           QStringLiteral("api.keys-file"),
                           keys.error().detail,
                           {},
                           QStringLiteral("a valid file of API keys, mode 0600")}});
}

void ApiKeyFile::follow(const Config &config)
{
    {
        const MutexLock lock(m_mutex);
        if (config.api.keysFile == m_file)
            return;
    }
    [[maybe_unused]] const auto reloaded = reload(config, QStringLiteral("config")); // it has said why not
}

} // namespace sluice::server
