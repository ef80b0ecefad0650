#include "server/config/configbinding.h"

#include "server/config/network.h"
#include "server/config/origin.h"
#include "shared/admin/configschema.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>
#include <QThread>
#include <QUrl>

#include <algorithm>

namespace sluice::server {

namespace {

void assign(QString &member, const QJsonValue &value)
{
    member = value.toString();
}

void assign(QStringList &member, const QJsonValue &value)
{
    member.clear();
    const QJsonArray texts = value.toArray();
    for (const QJsonValue text : texts)
        member.append(text.toString());
}

void assign(Config::DryRun &member, const QJsonValue &value)
{
    const QJsonArray limits = value.toArray();
    const auto has = [&limits](const char *limit) { return limits.contains(QLatin1String(limit)); };
    member = {has("global"), has("ip"), has("user"), has("event"), has("refused")};
}

void assign(bool &member, const QJsonValue &value)
{
    member = value.toBool();
}

void assign(int &member, const QJsonValue &value)
{
    member = value.toInt();
}

void assign(qint64 &member, const QJsonValue &value)
{
    member = value.toInteger();
}

void assign(double &member, const QJsonValue &value)
{
    member = value.toDouble();
}

void assign(Milliseconds &member, const QJsonValue &value)
{
    member = Milliseconds(value.toInteger());
}

void assign(ListenAddress &member, const QJsonValue &value)
{
    const admin::AddressText address = admin::splitAddress(value.toString()).value_or(admin::AddressText{});
    member = {address.host, address.port, !address.host.isEmpty()};
}

void assign(std::array<int, 3> &member, const QJsonValue &value)
{
    member = admin::splitLaneWeights(value.toString()).value_or(member);
}

void assign(QueueOverflow &member, const QJsonValue &value)
{
    member = value.toString() == QLatin1String("reject") ? QueueOverflow::Reject : QueueOverflow::DropOldest;
}

void assign(SlowConsumerPolicy &member, const QJsonValue &value)
{
    const QString word = value.toString();
    member = word == QLatin1String("disconnect") ? SlowConsumerPolicy::Disconnect
        : word == QLatin1String("drop-oldest")   ? SlowConsumerPolicy::DropOldest
                                                 : SlowConsumerPolicy::LatestPerKey;
}

void assign(HookFailure &member, const QJsonValue &value)
{
    member = value.toString() == QLatin1String("refuse") ? HookFailure::Refuse : HookFailure::Accept;
}

void assign(LogFormat &member, const QJsonValue &value)
{
    member = value.toString() == QLatin1String("json") ? LogFormat::Json : LogFormat::Text;
}

void assign(TlsVersion &member, const QJsonValue &value)
{
    member = value.toString() == QLatin1String("1.3") ? TlsVersion::Tls13 : TlsVersion::Tls12;
}

bool isLoopback(const ListenAddress &address)
{
    return !address.enabled || QHostAddress(address.host).isLoopback();
}

bool onlyLoopback(const Config &config)
{
    const Config::Listen &listen = config.listen;
    return isLoopback(listen.clients) && isLoopback(listen.clientsTls) && isLoopback(listen.admin)
        && isLoopback(listen.adminTls) && isLoopback(listen.http) && isLoopback(listen.api)
        && isLoopback(listen.apiTls);
}

ConfigProblem rule(const char *key, const QString &reason, const QString &expected)
{
    return {{}, QString::fromLatin1(key), reason, {}, expected};
}

void checkAddress(const char *key, const ListenAddress &address, ConfigProblems &problems)
{
    if (address.enabled && QHostAddress(address.host).isNull()) {
        problems.push_back(rule(key, QStringLiteral("'%1' is not an IP address").arg(address.host),
                                QStringLiteral("an address as 127.0.0.1:7600 or [::1]:7600, or off")));
    }
}

void checkListeners(const Config &config, ConfigProblems &problems)
{
    checkAddress("listen.clients", config.listen.clients, problems);
    checkAddress("listen.clients-tls", config.listen.clientsTls, problems);
    checkAddress("listen.admin", config.listen.admin, problems);
    checkAddress("listen.admin-tls", config.listen.adminTls, problems);
    checkAddress("listen.http", config.listen.http, problems);
    checkAddress("listen.api", config.listen.api, problems);
    checkAddress("listen.api-tls", config.listen.apiTls, problems);
    if (config.auth.anonymous && !(isLoopback(config.listen.clients) && isLoopback(config.listen.clientsTls))) {
        problems.push_back(rule("auth.anonymous",
                                QStringLiteral("anonymous clients are allowed only while listen.clients and "
                                               "listen.clients-tls are on loopback"),
                                QStringLiteral("false, or both on 127.0.0.1 or [::1]")));
    }
    if (!QHostAddress(config.listen.admin.host).isNull() && !isLoopback(config.listen.admin)) {
        problems.push_back(rule("listen.admin",
                                QStringLiteral("operators' tokens would go over the network in plain text"),
                                QStringLiteral("127.0.0.1, [::1] or off; listen.admin-tls for other machines")));
    }
    if (!QHostAddress(config.listen.api.host).isNull() && !isLoopback(config.listen.api)) {
        problems.push_back(rule("listen.api", QStringLiteral("backends' keys would go over the network in plain text"),
                                QStringLiteral("127.0.0.1, [::1] or off; listen.api-tls for other machines")));
    }
}

void checkTls(const Config &config, ConfigProblems &problems)
{
    if (config.tls.certificate.isEmpty() != config.tls.key.isEmpty()) {
        const bool isKeyMissing = config.tls.key.isEmpty();
        problems.push_back(rule(isKeyMissing ? "tls.key" : "tls.certificate",
                                QStringLiteral("the certificate and its key go together"),
                                QStringLiteral("both files, or neither")));
    }
    if (config.tls.certificate.isEmpty()
        && !(isLoopback(config.listen.clientsTls) && isLoopback(config.listen.adminTls)
             && isLoopback(config.listen.apiTls))) {
        problems.push_back(rule("tls.certificate", QStringLiteral("is needed for TLS beyond this machine"),
                                QStringLiteral("a PEM file, or the TLS listeners on 127.0.0.1 or [::1]")));
    }
}

void checkOrigins(const Config &config, ConfigProblems &problems)
{
    for (const QString &origin : config.listen.allowedOrigins) {
        if (!normalizedOrigin(origin.toStdString())) {
            const QString reason = origin == QLatin1String("null")
                ? QStringLiteral("'null' is what any page can make its browser send")
                : QStringLiteral("'%1' is not an origin").arg(origin);
            problems.push_back(rule("listen.allowed-origins", reason,
                                    QStringLiteral("scheme://host or scheme://host:port and nothing behind it, as "
                                                   "https://app.example; international names as xn--...")));
        }
    }
}

void checkProxies(const Config &config, ConfigProblems &problems)
{
    for (const QString &proxy : config.listen.trustedProxies) {
        if (!Network::parse(proxy.toStdString())) {
            problems.push_back(rule("listen.trusted-proxies",
                                    QStringLiteral("'%1' is not an IP address or network").arg(proxy),
                                    QStringLiteral("as 10.0.0.5, 10.0.0.0/8 or fd00::/8, with no bit set behind the "
                                                   "network's")));
        }
    }
}

bool isLoopbackHost(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

void checkJwksUrl(const Config &config, ConfigProblems &problems)
{
    if (config.auth.jwksUrl.isEmpty())
        return;
    const QUrl url(config.auth.jwksUrl, QUrl::StrictMode);
    const QString expected = QStringLiteral("https://host/path without a user or password, or http:// on loopback");
    const bool isPlain = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!isPlain && url.scheme() != QLatin1String("https")))
        problems.push_back(rule("auth.jwks-url", QStringLiteral("is not an https:// address"), expected));
    else if (!url.userInfo().isEmpty())
        problems.push_back(rule("auth.jwks-url", QStringLiteral("has a user or password in it"), expected));
    else if (isPlain && !isLoopbackHost(url.host()))
        problems.push_back(rule("auth.jwks-url",
                                QStringLiteral("would fetch keys over the network without TLS, where anybody may put "
                                               "in their own"),
                                expected));
}

void checkAuth(const Config &config, ConfigProblems &problems)
{
    static const QRegularExpression token(QStringLiteral("\\A[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}\\z"));
    checkJwksUrl(config, problems);
    if (!config.auth.cookieName.isEmpty() && !token.match(config.auth.cookieName).hasMatch())
        problems.push_back(rule("auth.cookie-name", QStringLiteral("is not a cookie's name"),
                                QStringLiteral("letters, digits and -_ as in __Host-session, or empty")));
    if (config.auth.userClaim.isEmpty())
        problems.push_back(rule("auth.claims.user", QStringLiteral("must not be empty: somebody has to be the user"),
                                QStringLiteral("a claim as sub or user.name")));
    if (config.auth.algorithms.isEmpty())
        problems.push_back(rule("auth.algorithms", QStringLiteral("must not be empty: no token could be right"),
                                QStringLiteral("of HS256, HS384, HS512, RS256, PS256, ES256 and EdDSA")));
}

void checkHooks(const Config &config, ConfigProblems &problems)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9-]{1,64}\\z"));
    for (const QString &header : config.hooks.headers) {
        if (!name.match(header).hasMatch())
            problems.push_back(rule("hooks.headers", QStringLiteral("'%1' is no header's name").arg(header),
                                    QStringLiteral("letters, digits and -, as cookie")));
        else if (header.compare(QLatin1String("authorization"), Qt::CaseInsensitive) == 0
                 || header.compare(QLatin1String("sec-websocket-protocol"), Qt::CaseInsensitive) == 0)
            problems.push_back(rule("hooks.headers", QStringLiteral("'%1' may hold the token").arg(header),
                                    QStringLiteral("hooks.pass-token for that")));
    }
    if (!config.hooks.connectBackend.isEmpty() && config.hooks.timeout > config.limits.handshake) {
        problems.push_back(rule("hooks.timeout-ms", QStringLiteral("must not be above limits.handshake-ms"),
                                QStringLiteral("at most %1 ms").arg(config.limits.handshake.count())));
    }
}

// Whether there may be one: whatever stands between a colon and the last @, or as a parameter.
bool holdsPassword(const QString &url)
{
    static const QRegularExpression secret(QStringLiteral("://[^@]*:.*@|[?&](?:ssl)?password="));
    return secret.match(url).hasMatch();
}

// The whole URL is shown to whoever may read the configuration.
void checkStorage(const Config &config, ConfigProblems &problems)
{
    const QString &url = config.storage.url;
    if (url.isEmpty()) {
        if (!config.storage.passwordFile.isEmpty())
            problems.push_back(rule("storage.password-file", QStringLiteral("is of no use while storage.url is empty"),
                                    QStringLiteral("empty")));
        return;
    }
    const auto expected = QStringLiteral("postgresql://user@host/database, or empty for SQLite");
    static const QRegularExpression form(QStringLiteral("\\Apostgres(?:ql)?://\\S*\\z"));
    if (holdsPassword(url)) {
        problems.push_back({{},
                            QStringLiteral("storage.url"),
                            QStringLiteral("must not hold a password, which everybody "
                                           "would see who may see the configuration"),
                            QStringLiteral("one (not shown)"),
                            QStringLiteral("the password in storage.password-file")});
    } else if (!form.match(url).hasMatch()) {
        problems.push_back(rule("storage.url", QStringLiteral("is no PostgreSQL URL"), expected));
    }
}

void checkTestOptions(const Config &config, ConfigProblems &problems)
{
    if (onlyLoopback(config))
        return;
    const auto refuse = [&problems](const char *key, bool used, const char *unused) {
        if (used) {
            problems.push_back(
                rule(key, QStringLiteral("is for benchmarks and tests, refused unless every listener is on loopback"),
                     QLatin1String(unused) + QStringLiteral(", or every listener on 127.0.0.1 or [::1]")));
        }
    };
    refuse("test.echo-path", !config.test.echoPath.isEmpty(), "empty");
    refuse("test.bench-events", config.test.benchEvents, "false");
    refuse("rate-limits.enforce-per-event", !config.rateLimits.enforcePerEvent, "true");
}

void checkOrder(const Config &config, ConfigProblems &problems)
{
    const auto &timeouts = config.timeouts;
    if (timeouts.dbOperation > timeouts.serverProcessing) {
        problems.push_back(rule("timeouts.db-operation-ms",
                                QStringLiteral("must not be above timeouts.server-processing-ms"),
                                QStringLiteral("at most %1 ms").arg(timeouts.serverProcessing.count())));
    }
    if (timeouts.serverProcessing > timeouts.clientRequest) {
        problems.push_back(rule("timeouts.server-processing-ms",
                                QStringLiteral("must not be above timeouts.client-request-ms"),
                                QStringLiteral("at most %1 ms").arg(timeouts.clientRequest.count())));
    }
    if (config.backpressure.alertThreshold >= config.backpressure.dropThreshold) {
        problems.push_back(rule("backpressure.alert-threshold",
                                QStringLiteral("must be below backpressure.drop-threshold"),
                                QStringLiteral("below %1").arg(config.backpressure.dropThreshold)));
    }
    if (config.limits.outboundSoftBytes > config.limits.outboundHardBytes) {
        problems.push_back(rule("limits.outbound-soft-bytes",
                                QStringLiteral("must not be above limits.outbound-hard-bytes"),
                                QStringLiteral("at most %1 bytes").arg(config.limits.outboundHardBytes)));
    }
    if (config.limits.outboundHardBytes > config.limits.outboundTotalBytes) {
        problems.push_back(rule("limits.outbound-hard-bytes",
                                QStringLiteral("must not be above limits.outbound-total-bytes"),
                                QStringLiteral("at most %1 bytes").arg(config.limits.outboundTotalBytes)));
    }
    if (!config.test.echoPath.isEmpty()
        && (!config.test.echoPath.startsWith(u'/') || config.test.echoPath.size() < 2)) {
        problems.push_back(rule("test.echo-path", QStringLiteral("must be a path of its own, as /echo"),
                                QStringLiteral("empty, or / and a name")));
    }
}

} // namespace

Config makeConfig(const OptionValues &values)
{
    Config config;
    visitConfig(config, [&values](const char *key, auto &member) {
        const auto found = values.find(QLatin1String(key));
        Q_ASSERT_X(found != values.end(), "makeConfig", key);
        if (found != values.end())
            assign(member, found->second);
    });
    if (config.threads.io == 0)
        config.threads.io = std::max(1, QThread::idealThreadCount() / 2);
    return config;
}

ConfigProblems ruleFaults(const Config &config)
{
    ConfigProblems problems;
    checkListeners(config, problems);
    checkTls(config, problems);
    checkOrigins(config, problems);
    checkProxies(config, problems);
    checkAuth(config, problems);
    checkHooks(config, problems);
    checkStorage(config, problems);
    checkTestOptions(config, problems);
    checkOrder(config, problems);
    return problems;
}

QStringList configWarnings(const Config &config)
{
    QStringList warnings;
    const auto isEveryone = [](const QString &proxy) { return proxy.endsWith(QLatin1String("/0")); };
    if (std::any_of(config.listen.trustedProxies.begin(), config.listen.trustedProxies.end(), isEveryone)) {
        warnings.append(QStringLiteral("listen.trusted-proxies has a network of everyone: a client can call itself any "
                                       "address, and no limit of one address counts."));
    }
    if (!config.auth.cookieName.isEmpty() && config.listen.allowedOrigins.isEmpty())
        warnings.append(QStringLiteral("auth.cookie-name has no effect while listen.allowed-origins is empty."));
    if (config.auth.queryToken)
        warnings.append(QStringLiteral("auth.query-token is true: tokens in addresses end up in the logs of proxies."));
    if (config.rateLimits.perUserPerMinute == 0 || config.rateLimits.dryRun.user)
        warnings.append(
            QStringLiteral("rate-limits.per-user-per-minute is %1: one user can take the whole server.")
                .arg(config.rateLimits.perUserPerMinute == 0 ? QLatin1String("0") : QLatin1String("a dry run")));
    if (!config.rateLimits.enforcePerEvent)
        warnings.append(QStringLiteral("rate-limits.enforce-per-event is false: no event's own limit counts."));
    if (config.timeouts.shutdownGrace < config.timeouts.serverProcessing) {
        warnings.append(QStringLiteral("timeouts.shutdown-grace-ms is below timeouts.server-processing-ms: a shutdown "
                                       "may abandon events that would still have been answered."));
    }
    if (config.channels.maxPendingRequests < config.channels.workerPoolSize) {
        warnings.append(QStringLiteral("channels.max-pending-requests is below channels.worker-pool-size: some workers "
                                       "will never run."));
    }
    return warnings;
}

} // namespace sluice::server
