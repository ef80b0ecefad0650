#include "server/app/tokenkeeper.h"

#include "server/config/configproblem.h"
#include "shared/base/logging.h"

#include <algorithm>
#include <iterator>

namespace sluice::server {

namespace {

constexpr int kMadeUpKeyBytes = 32;

TokenAlgorithms secretAlgorithms(const Config::Auth &auth)
{
    return TokenAlgorithms::fromNames(auth.algorithms)
        .common({TokenAlgorithm::Hs256, TokenAlgorithm::Hs384, TokenAlgorithm::Hs512});
}

tl::unexpected<Error> problem(const char *key, const QString &reason)
{
    auto failed = configFailure({{{}, QLatin1String(key), reason, {}, {}}});
    return failed;
}

void append(VerificationKeys &keys, VerificationKeys &&more)
{
    keys.insert(keys.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool isUsable(const VerificationKeys &keys, const Config::Auth &auth)
{
    const TokenAlgorithms allowed = TokenAlgorithms::fromNames(auth.algorithms);
    return !auth.jwksUrl.isEmpty() || std::any_of(keys.begin(), keys.end(), [allowed](const VerificationKey &key) {
        return !key.algorithms().common(allowed).isEmpty();
    });
}

} // namespace

TokenKeeper::TokenKeeper(const Parts &parts)
    : m_parts(parts)
    , m_fetcher(parts.metrics, parts.clock,
                [this](const QString &url, KeySet &&set) { takeFetched(url, std::move(set)); })
{
    m_parts.verifier.setKeyMissing([this] { m_fetcher.want(); });
}

Result<void> TokenKeeper::check(const Config &config) const
{
    {
        const MutexLock lock(m_mutex);
        if (m_hasLoaded && config.auth == m_auth)
            return {};
    }
    return loadFiles(config.auth).map([](const VerificationKeys &) {});
}

Result<void> TokenKeeper::reload(const Config &config, const QString &by)
{
    {
        const MutexLock lock(m_mutex);
        auto keys = loadFiles(config.auth);
        if (!keys) {
            qCWarning(lcApp).noquote().nospace()
                << "token keys not loaded, those before stay in use by=" << by << " reason=" << keys.error().detail;
            return tl::unexpected(keys.error());
        }
        if (config.auth.jwksUrl != m_auth.jwksUrl)
            m_fromUrl.clear();
        m_auth = config.auth;
        m_hasLoaded = true;
        m_fromFiles = *std::move(keys);
        qCInfo(lcApp).noquote().nospace()
            << "token keys loaded by=" << by << " keys=" << m_fromFiles.size() << " fetched=" << m_fromUrl.size();
        publish();
    }
    const Config::Auth &auth = config.auth;
    m_fetcher.setSettings({auth.jwksUrl, auth.jwksRefresh, auth.jwksTimeout, auth.jwksMaxBytes});
    return {};
}

void TokenKeeper::follow(const Config &config)
{
    {
        const MutexLock lock(m_mutex);
        if (config.auth == m_auth)
            return;
    }
    [[maybe_unused]] const auto reloaded = reload(config, QStringLiteral("config")); // it has said why not
}

Result<VerificationKeys> TokenKeeper::loadFiles(const Config::Auth &auth) const
{
    auto keys = loadSecret(auth);
    if (!keys)
        return problem("auth.hs256-secret-file", keys.error().detail);
    for (const QString &file : auth.publicKeyFiles) {
        auto more = loadPemKeys(file);
        if (!more)
            return problem("auth.public-key-files", more.error().detail);
        append(*keys, *std::move(more));
    }
    if (!auth.jwksFile.isEmpty()) {
        auto set = loadKeySet(auth.jwksFile, auth.jwksMaxBytes);
        if (!set)
            return problem("auth.jwks-file", set.error().detail);
        for (const QString &skipped : set->skipped)
            qCInfo(lcApp).noquote().nospace()
                << "part of a key set is not used file=" << auth.jwksFile << " reason=" << skipped;
        append(*keys, std::move(set->keys));
    }
    if (keys->size() > static_cast<size_t>(auth.maxKeys))
        return problem("auth.max-keys", QStringLiteral("there are %1 keys in the files").arg(keys->size()));
    if (!isUsable(*keys, auth))
        return problem("auth.algorithms", QStringLiteral("there is no key for any of these algorithms"));
    return keys;
}

Result<VerificationKeys> TokenKeeper::loadSecret(const Config::Auth &auth) const
{
    const TokenAlgorithms algorithms = secretAlgorithms(auth);
    const bool hasOthers = !auth.publicKeyFiles.isEmpty() || !auth.jwksFile.isEmpty() || !auth.jwksUrl.isEmpty();
    if (algorithms.isEmpty() || (auth.hs256SecretFile.isEmpty() && hasOthers))
        return VerificationKeys();
    const QString own = m_stateDir + QStringLiteral("/jwt.key");
    const auto secret = !auth.hs256SecretFile.isEmpty() ? loadTokenKey(auth.hs256SecretFile)
        : m_stateDir.isEmpty() ? Result<QByteArray>(m_parts.random.bytes(kMadeUpKeyBytes).toHex())
                               : loadOrCreateTokenKey(own, m_parts.random);
    return secret.and_then([&](const QByteArray &bytes) -> Result<VerificationKeys> {
        auto key = VerificationKey::secret(bytes, algorithms);
        if (!key)
            return failure(ErrorCode::InvalidParams, {},
                           QStringLiteral("token key file %1: %2")
                               .arg(auth.hs256SecretFile.isEmpty() ? own : auth.hs256SecretFile, key.error().detail));
        return VerificationKeys{*std::move(key)};
    });
}

void TokenKeeper::takeFetched(const QString &url, KeySet &&set)
{
    const MutexLock lock(m_mutex);
    if (url != m_auth.jwksUrl)
        return; // configured otherwise meanwhile
    if (m_fromFiles.size() + set.keys.size() > static_cast<size_t>(m_auth.maxKeys)) {
        qCWarning(lcApp).noquote().nospace()
            << "the key set has too many keys for auth.max-keys, those before stay in use keys=" << set.keys.size();
        return;
    }
    const bool isOther = set.keys.size() != m_fromUrl.size()
        || !std::equal(set.keys.begin(), set.keys.end(), m_fromUrl.begin(),
                       [](const VerificationKey &a, const VerificationKey &b) { return a.keyId() == b.keyId(); });
    if (isOther)
        qCInfo(lcApp).noquote().nospace()
            << "token keys fetched keys=" << set.keys.size() << " skipped=" << set.skipped.join(QLatin1String("; "));
    m_fromUrl = std::move(set.keys);
    publish();
}

void TokenKeeper::publish()
{
    VerificationKeys all = m_fromFiles;
    all.insert(all.end(), m_fromUrl.begin(), m_fromUrl.end());
    m_parts.verifier.setUp({TokenRules::fromConfig(m_auth), std::move(all)});
}

} // namespace sluice::server
