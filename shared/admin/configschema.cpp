#include "shared/admin/configschema.h"

#include "shared/base/loglevel.h"
#include "shared/base/nearest.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::admin {

namespace {

using enum OptionType;
using enum OptionEffect;

constexpr double kHour = 3'600'000;
constexpr double kMebibyte = 1024 * 1024;

constexpr ConfigOption text(const char *key, const char *defaultText, TextForm form, OptionEffect effect,
                            const char *help)
{
    return {key, Text, "", defaultText, 0, 0, "", effect, help, form};
}

constexpr ConfigOption list(const char *key, const char *unit, TextForm form, OptionEffect effect, const char *help)
{
    constexpr double kMostTexts = 256;
    return {key, TextList, unit, "", 0, kMostTexts, "", effect, help, form};
}

constexpr ConfigOption flag(const char *key, const char *defaultText, OptionEffect effect, const char *help)
{
    return {key, Boolean, "", defaultText, 0, 0, "", effect, help};
}

constexpr ConfigOption choice(const char *key, const char *defaultText, const char *words, OptionEffect effect,
                              const char *help)
{
    return {key, Choice, "", defaultText, 0, 0, words, effect, help};
}

constexpr std::array kOptions{
    text("state-dir", "", TextForm::Path, Restart,
         "The folder for the database, tokens and audit log, locked so that a second server on it is refused. Empty: "
         "the service's state directory, else sluice below $XDG_STATE_HOME."),
    text("events-file", "", TextForm::Path, Live,
         "The file that describes the events. Read again on SIGHUP and events/reload. Empty: the events that Sluice "
         "ships."),
    text("listen.clients", "127.0.0.1:7600", TextForm::Address, Restart,
         "Where clients connect; port 0 picks a free one, off means no listener."),
    text("listen.clients-tls", "off", TextForm::Address, Restart,
         "Where clients connect with TLS (wss://); port 0 picks a free one, off means no listener."),
    text("listen.admin", "127.0.0.1:7601", TextForm::Address, Restart,
         "Where operator consoles connect; port 0 picks a free one, off means no listener."),
    text("listen.admin-tls", "off", TextForm::Address, Restart,
         "Where operator consoles connect with TLS; port 0 picks a free one, off means no listener."),
    text("listen.http", "127.0.0.1:7602", TextForm::Address, Restart,
         "Where /metrics, /healthz and /readyz are served; port 0 picks a free one, off means no listener."),
    text("listen.api", "off", TextForm::Address, Restart,
         "Where a team's own backend calls the API under /api/v1, on loopback only; port 0 picks a free one, off means "
         "no listener."),
    text("listen.api-tls", "off", TextForm::Address, Restart,
         "Where backends on other machines call the API, with TLS; port 0 picks a free one, off means no listener."),
    list("listen.allowed-origins", "origins", TextForm::Origin, NewConnections,
         "The sites whose pages may connect from a browser. A handshake with an Origin that is not here is answered "
         "with 403. Empty: no browsers."),
    list("listen.trusted-proxies", "networks", TextForm::Network, NewConnections,
         "The proxies and balancers in front: from them a client's address is what X-Forwarded-For says, for limits "
         "and logs. Empty: none."),
    text("tls.certificate", "", TextForm::Path, NewConnections,
         "The PEM file with the certificate and its chain for the TLS listeners. Read again on SIGHUP and tls/reload. "
         "Empty: a self-signed one in the state directory, while the TLS listeners are on loopback."),
    text("tls.key", "", TextForm::Path, NewConnections, "The PEM file with the certificate's key, not encrypted."),
    choice("tls.min-version", "1.2", "1.2|1.3", NewConnections, "The oldest TLS that is spoken."),
    text("tls.admin-client-ca", "", TextForm::Path, NewConnections,
         "The PEM file with the authorities whose certificates operators must show on listen.admin-tls, beside their "
         "token. Empty: a token is enough."),
    flag("auth.anonymous", "true", NewConnections,
         "Whether clients may come without a token. Only while listen.clients is on loopback."),
    text(
        "auth.hs256-secret-file", "", TextForm::Path, Live,
        "The secret for HS256 tokens, and for HS384 and HS512 where auth.algorithms has them: the file's bytes without "
        "a trailing newline, at least as many as the hash has; env:NAME takes them from the environment. Empty: "
        "jwt.key in the state directory, made at the first start, unless other keys are configured."),
    list(
        "auth.public-key-files", "files", TextForm::Path, Live,
        "PEM files with public keys or certificates: RSA for RS256 and PS256, P-256 for ES256, Ed25519 for EdDSA. Read "
        "again on SIGHUP."),
    text(
        "auth.jwks-file", "", TextForm::Path, Live,
        "A JSON Web Key Set; a key with an alg is for that algorithm only, a symmetric one must have it. Read again on "
        "SIGHUP. Empty: none."),
    text("auth.jwks-url", "", TextForm::Any, Live,
         "Where the identity provider serves its JSON Web Key Set, https:// or on loopback http://. Public keys only. "
         "A proxy that the environment names (https_proxy, no_proxy) is used. Empty: nowhere."),
    ConfigOption{"auth.jwks-refresh-ms", Integer, "ms", "300000", 200, 24 * kHour, "", Live,
                 "How often auth.jwks-url is fetched. When that fails the keys of before stay in use; a token with an "
                 "unknown key has it fetched at once, at most once a minute."},
    ConfigOption{"auth.jwks-timeout-ms", Integer, "ms", "5000", 100, 60'000, "", Live,
                 "How long one fetch of auth.jwks-url may take; then it has failed."},
    ConfigOption{"auth.jwks-max-bytes", Integer, "bytes", "262144", 1024, 16 * kMebibyte, "", Live,
                 "The largest key set that is taken from auth.jwks-url or auth.jwks-file; a larger one is refused."},
    ConfigOption{"auth.max-keys", Integer, "keys", "64", 1, 1024, "", Live,
                 "Keys from all sources together; a key set that would make it more is refused."},
    ConfigOption{"auth.algorithms", TextList, "algorithms", "HS256,RS256,PS256,ES256,EdDSA", 0, 7, "", Live,
                 "The signatures that tokens may have, of HS256, HS384, HS512, RS256, PS256, ES256 and EdDSA. A token "
                 "with any other is refused, whatever keys there are.",
                 TextForm::TokenAlgorithm},
    list("auth.issuers", "issuers", TextForm::Any, Live,
         "Who may have issued a token: its iss must be one of these. Empty: iss is not looked at."),
    list("auth.audiences", "audiences", TextForm::Any, Live,
         "For whom a token may be: its aud must name one of these. Empty: aud is not looked at."),
    ConfigOption{"auth.leeway-ms", Integer, "ms", "5000", 0, 300'000, "", Live,
                 "How far the issuer's clock may be from ours: a token holds this much longer than its exp and earlier "
                 "than its nbf."},
    flag("auth.require-exp", "false", Live, "Whether tokens that never expire are refused."),
    text("auth.claims.user", "sub", TextForm::Any, Live,
         "The claim with the user id; a dot goes into an object, as in user.name."),
    text("auth.claims.roles", "roles", TextForm::Any, Live,
         "The claim with the list of roles, as realm_access.roles; a text is taken apart at its spaces when the claim "
         "is scope or scp. Empty: tokens give no roles."),
    text("auth.claims.topics", "topics", TextForm::Any, Live,
         "The claim with the list of topics that the token grants. Empty: tokens grant no topics."),
    text("auth.cookie-name", "", TextForm::Any, NewConnections,
         "The cookie that browsers may bring their token in. It counts only with an Origin of listen.allowed-origins. "
         "Empty: none."),
    flag("auth.query-token", "false", NewConnections,
         "Whether clients may bring their token as access_token in the address. Proxies write addresses into their "
         "logs, so only for clients that can do nothing else."),
    ConfigOption{"auth.max-revocations", Integer, "entries", "10000", 1, 100'000, "", Live,
                 "Entries of the revocation list; beyond it tokens/revoke is refused until some have expired or are "
                 "taken back."},
    ConfigOption{"auth.revocation-keep-ms", Integer, "ms", "2592000000", 60'000, 366.0 * 24 * kHour, "", Live,
                 "How long an entry of the revocation list stands when tokens/revoke says nothing else: at least as "
                 "long as tokens are valid."},

    ConfigOption{"admin.login-failures", Integer, "per minute", "5", 1, 1000, "", NewConnections,
                 "Wrong tokens of one address on the admin socket within a minute; then it is locked out and answered "
                 "with 429."},
    ConfigOption{"admin.lockout-ms", Integer, "ms", "60000", 1000, kHour, "", NewConnections,
                 "How long an address is locked out, twice as long each time up to an hour, until it was quiet for an "
                 "hour or somebody has logged in from it."},
    ConfigOption{"admin.audit-file-bytes", Integer, "bytes", "67108864", 65'536, 1024 * kMebibyte, "", Live,
                 "The size from which on audit.log is put aside as audit.log.1 and a new one begun, which goes on with "
                 "its chain of hashes."},
    ConfigOption{"admin.audit-files", Integer, "files", "10", 1, 1000, "", Live,
                 "Files of the audit log that are kept beside the one in use; the oldest is deleted."},
    ConfigOption{"admin.cpu-share", Real, "of a core", "0.25", 0, 1, "", Live,
                 "How much of a core the admin thread may use. Where it uses more for three seconds, or comes too late "
                 "to its work, consoles are sent samples every 5 s only, until it is well below. 0: always as often "
                 "as they ask."},

    text("hooks.connect-backend", "", TextForm::Any, Live,
         "The backend of the events file that is asked for every client that wants to connect, after all other checks. "
         "Empty: nobody is."),
    text("hooks.disconnect-backend", "", TextForm::Any, Live,
         "The backend of the events file that is told of every connection that has ended. Empty: nobody is."),
    ConfigOption{"hooks.timeout-ms", Integer, "ms", "2000", 10, 60'000, "", Live,
                 "How long the connect hook may take, within limits.handshake-ms; then it has failed."},
    choice("hooks.on-failure", "refuse", "refuse|accept", Live,
           "What happens to clients when the connect hook fails or has no room: they are refused with 503, or accepted "
           "as without a hook."),
    list("hooks.headers", "headers", TextForm::HeaderName, Live,
         "Headers of the handshake that the connect hook gets beside Origin, User-Agent and the subprotocols."),
    flag("hooks.pass-token", "false", Live, "Whether the connect hook gets the client's token."),
    ConfigOption{"threads.io", Integer, "threads", "0", 0, 256, "", Restart,
                 "Threads that read and write the clients' sockets. 0: half the cores, at least 1."},
    text("storage.url", "", TextForm::Any, Restart,
         "The PostgreSQL database to keep everything in, as postgresql://user@host/database; parameters as "
         "?sslmode=verify-full follow. Never with a password. Empty: SQLite, in the state directory."),
    text(
        "storage.password-file", "", TextForm::Path, Restart,
        "A file with the password for storage.url, for nobody else to read. Empty: what libpq itself finds (~/.pgpass, "
        "certificates, the system's user)."),
    ConfigOption{"storage.max-connections", Integer, "connections", "10", 2, 1000, "", Live,
                 "Connections to PostgreSQL, one of them for saves; who needs another one waits, at most "
                 "timeouts.db-operation-ms, and is then refused as busy. SQLite has one for each worker."},
    text("plugins.directory", "", TextForm::Path, Restart,
         "The directory with the plugins (*.so) whose handlers events name as plugin:NAME. Only root or the server's "
         "own user may write it. Empty: none."),

    ConfigOption{"channels.event-buffer-size", Integer, "events", "10000", 1, 1'000'000, "", Live,
                 "Decoded events of one loop turn per I/O thread; when full the sockets are not read, so that nothing "
                 "is lost."},
    ConfigOption{"channels.message-queue-size", Integer, "events", "50000", 1, 10'000'000, "", Live,
                 "Capacity of the work queue, all lanes together; what happens beyond it says channels.overflow."},
    choice("channels.overflow", "reject", "reject|drop-oldest", Live,
           "What happens to new work when the queue is full: the new event is refused, or the oldest of the lowest "
           "lane is evicted and answered."),
    ConfigOption{"channels.broadcast-buffer-size", Integer, "messages", "1000", 1, 1'000'000, "", Live,
                 "Pushes waiting to be fanned out; beyond it the oldest is dropped, counted and reported to its "
                 "sender."},
    ConfigOption{"channels.worker-pool-size", Integer, "workers", "10", 1, 1024, "", Live,
                 "Handlers that run at the same time."},
    ConfigOption{"channels.max-pending-requests", Integer, "events", "5000", 1, 1'000'000, "", Live,
                 "Events handed to handlers and not yet settled; at the bound nothing more leaves the queue."},
    ConfigOption{"channels.max-stuck-workers", Integer, "workers", "10", 0, 1024, "", Live,
                 "How many workers whose handler hangs are replaced by new ones until it returns."},
    text("channels.lane-weights", "8:4:1", TextForm::LaneWeights, Live,
         "How many events the high, normal and low lane may send to the workers in turn."),
    ConfigOption{"channels.ageing-ms", Integer, "ms", "2000", 1, kHour, "", Live,
                 "What has waited longer than this goes first, whatever its lane."},

    ConfigOption{"timeouts.client-request-ms", Integer, "ms", "5000", 1, kHour, "", Live,
                 "How long clients are told to wait for an answer; ceiling for events without a timeout of their own."},
    ConfigOption{"timeouts.server-processing-ms", Integer, "ms", "3000", 1, kHour, "", Live,
                 "From receipt to answer for events without a timeout of their own; then the client gets a timeout "
                 "error."},
    ConfigOption{"timeouts.db-operation-ms", Integer, "ms", "2000", 1, kHour, "", Live,
                 "How long one database operation may wait; then the event fails."},
    ConfigOption{"timeouts.shutdown-grace-ms", Integer, "ms", "30000", 0, kHour, "", Live,
                 "The whole drain at a shutdown; what is unfinished then is abandoned and counted."},

    ConfigOption{"drain.balancer-grace-ms", Integer, "ms", "0", 0, kHour, "", Live,
                 "How long a draining server still accepts while load balancers notice that it is not ready."},
    ConfigOption{"drain.close-spread-ms", Integer, "ms", "2000", 0, kHour, "", Live,
                 "Over how long a drain closes the clients, so that they do not all reconnect at once."},

    ConfigOption{"rate-limits.global-per-second", Integer, "per second", "10000", 0, 10'000'000, "", Live,
                 "Events of the whole server; beyond it they are refused until a second has passed. 0: no limit."},
    ConfigOption{"rate-limits.per-ip-per-minute", Integer, "per minute", "2000", 0, 10'000'000, "", Live,
                 "Events of one address, with those that are unknown, unauthorized or malformed; beyond it they are "
                 "refused until the window moves on. 0: no limit."},
    ConfigOption{"rate-limits.per-user-per-minute", Integer, "per minute", "100", 0, 1'000'000, "", Live,
                 "Events of one user, all event types together; beyond it they are refused until the window moves on. "
                 "0: no limit."},
    ConfigOption{"rate-limits.refused-per-minute", Integer, "per minute", "60", 0, 1'000'000, "", Live,
                 "Unknown, unauthorized and malformed events of one connection; beyond it the connection is closed "
                 "with 1008. 0: no limit."},
    ConfigOption{"rate-limits.per-ip-connects-per-second", Integer, "per second", "20", 0, 100'000, "", NewConnections,
                 "New connections of one address; beyond it the upgrade is answered with 429. 0: no limit."},
    ConfigOption{"rate-limits.max-keys", Integer, "keys", "1000000", 1, 100'000'000, "", Live,
                 "Windows kept for users and addresses; when full the least recently used idle one goes, never an "
                 "active one."},
    list("rate-limits.dry-run", "limits", TextForm::RateLimit, Live,
         "Limits that refuse nothing and only count what they would have refused: global, ip, user, event (the limits "
         "of single events) and refused (refused-per-minute)."),
    flag("rate-limits.enforce-per-event", "true", Live,
         "Whether the rate limits of single events count. Off only for benchmarks on loopback."),

    ConfigOption{"backpressure.alert-threshold", Real, "share of the queue", "0.7", 0.01, 1, "", Live,
                 "From this fill on events are accepted, counted as under pressure and shown."},
    ConfigOption{"backpressure.drop-threshold", Real, "share of the queue", "0.9", 0.01, 1, "", Live,
                 "From this fill on the low lane is refused, halfway from here to full the normal lane, at full all."},
    ConfigOption{"backpressure.target-queue-ms", Integer, "ms", "100", 0, 60'000, "", Live,
                 "How long events may wait in the queue: where none waited less for an interval, its lane refuses what "
                 "would wait longer, the low lane first. 0: off."},
    ConfigOption{"backpressure.interval-ms", Integer, "ms", "100", 0, 60'000, "", Live,
                 "How long the waits have to be above the target. 0: off, and no event is refused either because its "
                 "estimated wait is beyond its deadline."},
    ConfigOption{"backpressure.memory-high", Real, "share of the memory", "0.8", 0, 1, "", Live,
                 "Of the cgroup's limit, or else of the machine: from this use on the low lane and new connections are "
                 "refused. 0: off."},

    ConfigOption{"idempotency.keep-ms", Integer, "ms", "600000", 0, 24 * kHour, "", Live,
                 "How long the result of an event that came with an idempotencyKey is kept for retries with the same "
                 "key, which are answered with it and do not run. 0: only while the first one is on its way."},
    ConfigOption{"idempotency.max-bytes", Integer, "bytes", "67108864", 0, 1 << 30, "", Live,
                 "What kept results may use of the memory; beyond it the oldest are forgotten."},

    text("api.keys-file", "", TextForm::Path, Live,
         "The file with the backends' API keys, as hashes; sluiced --new-api-key adds to it. Mode 0600. Read again on "
         "SIGHUP. Empty: api-keys.toml in the state directory, if it is there."),
    ConfigOption{"api.max-body-bytes", Integer, "bytes", "262144", 1024, 16 * kMebibyte, "", Live,
                 "The largest body of a request to the API; a larger one is answered with 413."},
    ConfigOption{"api.max-connections", Integer, "connections", "1024", 1, 65'536, "", Live,
                 "Connections to the API, at most an eighth of the process's descriptors; for one more an idle one is "
                 "closed, or "
                 "else it is answered with 503."},
    ConfigOption{"api.request-ms", Integer, "ms", "10000", 100, 10 * 60'000, "", Live,
                 "How long a request to the API may take to arrive, and then its answer to be made and to be taken."},
    ConfigOption{"api.idle-ms", Integer, "ms", "60000", 100, kHour, "", Live,
                 "How long a connection to the API stays open without a request."},
    ConfigOption{"api.per-key-per-second", Integer, "per second", "1000", 0, 1'000'000, "", Live,
                 "Requests of a key that has no rate of its own in the file; beyond it they are answered with 429. 0: "
                 "no limit."},
    ConfigOption{"api.wrong-keys-per-minute", Integer, "per minute", "10", 0, 100'000, "", Live,
                 "Wrong keys from one address; beyond it only keys that were used from there before are looked at, all "
                 "else is answered with 429. 0: no limit."},
    ConfigOption{"api.idempotency-ms", Integer, "ms", "600000", 1000, 24 * kHour, "", Live,
                 "How long the answer to a request with an Idempotency-Key is kept for repeats of it."},
    ConfigOption{"api.idempotency-bytes", Integer, "bytes", "16777216", 4096, 1 << 30, "", Live,
                 "What kept answers of the API may use of the memory; beyond it the oldest are forgotten."},
    ConfigOption{"breaker.failures", Integer, "failures", "5", 0, 1000, "", Live,
                 "A handler that fails this often within breaker.window-ms is left alone for a while: its breaker "
                 "opens. 0: never."},
    ConfigOption{"breaker.window-ms", Integer, "ms", "10000", 10, kHour, "", Live,
                 "Failures of a handler that are further apart than this do not count together."},
    ConfigOption{"breaker.ratio", Real, "share of the results", "0.5", 0.01, 1, "", Live,
                 "The breaker opens only when at least this share of the handler's results since the first of those "
                 "failures were failures."},
    ConfigOption{"breaker.open-ms", Integer, "ms", "2000", 10, kHour, "", Live,
                 "How long an open breaker refuses a handler's events; then a few try whether it works again."},
    ConfigOption{"breaker.probes", Integer, "events", "3", 1, 1000, "", Live,
                 "Events that try a handler at the same time after its breaker was open. As many successes close it, "
                 "one failure opens it again."},

    ConfigOption{"broadcast.batch-size", Integer, "messages", "50", 1, 10'000, "", Live,
                 "Under pressure a batch of pushes leaves when it has this many messages."},
    ConfigOption{"broadcast.batch-window-ms", Integer, "ms", "100", 0, 10'000, "", Live,
                 "Under pressure a batch of pushes leaves after this time even when it is not full."},
    ConfigOption{
        "broadcast.merge-identical", Boolean, "", "true", 0, 0, "", Live,
        "Of identical pushes to the same users in one batch only the last is sent. Topics are not touched: who "
        "is subscribed gets all of their messages."},

    ConfigOption{"topics.per-connection", Integer, "topics", "100", 1, 100'000, "", Live,
                 "Topics that a connection may be subscribed to at the same time."},
    ConfigOption{"topics.max", Integer, "topics", "100000", 1, 10'000'000, "", Live,
                 "Topics that have subscribers or keep messages, at the same time; further ones are refused as busy."},
    ConfigOption{"topics.history-bytes", Integer, "bytes", "67108864", 0, 16.0 * 1024 * 1024 * 1024, "", Live,
                 "What all topics together may keep for those who come back; beyond it a topic loses its own oldest "
                 "messages."},
    ConfigOption{"topics.presence-grace-ms", Integer, "ms", "2500", 0, kHour, "", Live,
                 "How long somebody whose last connection has gone is still present, so that a reconnect is no leave."},

    ConfigOption{"ping.interval-ms", Integer, "ms", "25000", 100, kHour, "", NewConnections,
                 "How often a silent client is pinged."},
    ConfigOption{"ping.timeout-ms", Integer, "ms", "10000", 100, kHour, "", NewConnections,
                 "How long a client may take to answer a ping; then it is dead and its connection goes."},

    ConfigOption{"limits.message-bytes", Integer, "bytes", "65536", 256, kMebibyte, "", NewConnections,
                 "The largest message a client may send, but for events that allow more; beyond it the connection is "
                 "closed with 1009."},
    ConfigOption{
        "limits.fragments", Integer, "frames", "1024", 1, 65'536, "", NewConnections,
        "Frames that one message may come in, and fragments below 16 bytes that may come in a second; beyond it "
        "the connection is closed with 1008."},
    ConfigOption{"limits.message-ms", Integer, "ms", "10000", 100, kHour, "", NewConnections,
                 "A whole message must arrive within this time; else the connection is closed."},
    ConfigOption{"limits.json-depth", Integer, "levels", "64", 4, 512, "", NewConnections,
                 "How deep a message may nest; beyond it it is refused as a parse error."},
    ConfigOption{"limits.batch", Integer, "requests", "100", 1, 10'000, "", NewConnections,
                 "Requests in one JSON-RPC batch; beyond it the batch is refused as invalid."},
    ConfigOption{"limits.header-bytes", Integer, "bytes", "16384", 1024, kMebibyte, "", NewConnections,
                 "The largest HTTP header of an upgrade; beyond it it is answered with 431."},
    ConfigOption{"limits.handshake-ms", Integer, "ms", "5000", 100, kHour, "", NewConnections,
                 "From accept to the finished upgrade; then the connection goes."},
    ConfigOption{"limits.unauthenticated-ms", Integer, "ms", "5000", 0, kHour, "", NewConnections,
                 "How long a client may stay without logging in; then it is closed with 4001. 0, or where anonymous "
                 "clients are allowed: for ever."},
    ConfigOption{"limits.outbound-soft-bytes", Integer, "bytes", "262144", 4096, 1024 * kMebibyte, "", Live,
                 "Unsent bytes of one connection; above it for 10 s makes it a slow consumer."},
    ConfigOption{"limits.outbound-hard-bytes", Integer, "bytes", "1048576", 4096, 1024 * kMebibyte, "", Live,
                 "Unsent bytes of one connection; above it makes it a slow consumer at once."},
    ConfigOption{"limits.outbound-total-bytes", Integer, "bytes", "268435456", kMebibyte, 65'536 * kMebibyte, "", Live,
                 "Unsent bytes of all connections together; beyond it those with most are closed with 4008."},
    choice("limits.slow-consumer", "disconnect", "disconnect|drop-oldest|latest-per-key", Live,
           "What happens to a slow consumer: it is closed with 4008, its oldest pushes are dropped, or a push replaces "
           "the unsent one of the same key and only pushes without a key are dropped. Replies are never dropped: who "
           "cannot take them is closed."),
    ConfigOption{"limits.connections", Integer, "connections", "0", 0, 10'000'000, "", NewConnections,
                 "Open client connections; beyond it the upgrade is answered with 503. 0: the limit on open files "
                 "less 64."},
    ConfigOption{"limits.per-user", Integer, "connections", "20", 0, 1'000'000, "", NewConnections,
                 "Open connections of one user; beyond it a new one is refused. 0: no limit."},
    ConfigOption{"limits.per-address", Integer, "connections", "200", 0, 1'000'000, "", NewConnections,
                 "Open connections of one address; beyond it the upgrade is answered with 429. 0: no limit."},
    ConfigOption{"limits.pings-per-second", Integer, "per second", "10", 1, 10'000, "", NewConnections,
                 "Pings, and pongs nobody asked for, that a client may send; beyond it the connection is closed with "
                 "1008."},
    ConfigOption{"limits.requests-in-flight", Integer, "requests", "1000", 1, 1'000'000, "", Live,
                 "Requests of one connection that are not answered yet; at the bound it is not read until half of them "
                 "are."},
    ConfigOption{"limits.close-ms", Integer, "ms", "2000", 100, kHour, "", NewConnections,
                 "How long a client may take to answer a close; then the connection is cut."},

    choice("log.format", "text", "text|json", Live,
           "What a line of the log is: text for people, or an object for programs."),
    list("log.levels", "category=level", TextForm::LogLevel, Live,
         "What the log holds, as transport=debug or *=warning: categories app, config, transport, routing, work, "
         "handlers, storage, broadcast, http and admin; levels debug, info, warning and critical. Else info."),
    ConfigOption{"log.max-per-second", Integer, "lines", "200", 0, 1'000'000, "", Live,
                 "Lines of one category; of what is beyond it the log only says how much it was. 0: no limit."},

    text("errors.sentry-dsn-file", "", TextForm::Path, Restart,
         "A file with the DSN of a Sentry-compatible service to which errors are sent, for nobody else to read. Empty: "
         "none."),

    ConfigOption{"recorder.slow-ms", Integer, "ms", "100", 0, kHour, "", Live,
                 "From this duration on a succeeded event is kept with those that did not succeed, which the flight "
                 "recorder remembers for longer. 0: never."},

    text("test.echo-path", "", TextForm::Any, Restart,
         "A path, as /echo, on which clients get their own messages back. For conformance tests on loopback only; "
         "empty: none."),
    flag("test.bench-events", "false", Restart, "Whether the bench/* events exist. For benchmarks on loopback only."),
};

QString number(double value)
{
    return QString::number(value, 'g', 15);
}

QStringList choicesOf(const ConfigOption &option)
{
    return QString::fromLatin1(option.choices).split(u'|', Qt::SkipEmptyParts);
}

const char *typeName(OptionType type)
{
    switch (type) {
    case Integer: return "integer";
    case Real: return "real";
    case Boolean: return "boolean";
    case Text: return "text";
    case Choice: return "choice";
    case TextList: return "text-list";
    }
    return "";
}

const char *effectName(OptionEffect effect)
{
    switch (effect) {
    case Live: return "live";
    case NewConnections: return "new-connections";
    case Restart: return "restart";
    }
    return "";
}

const char *formText(TextForm form)
{
    switch (form) {
    case TextForm::Any: return "text";
    case TextForm::Path: return "path";
    case TextForm::Address: return "address as 127.0.0.1:7600 or [::1]:7600, or off";
    case TextForm::LaneWeights: return "three weights from 1 to 100 as 8:4:1";
    case TextForm::Origin: return "origins as https://app.example or http://localhost:8080";
    case TextForm::Network: return "addresses and networks as 10.0.0.5, 10.0.0.0/8 or fd00::/8";
    case TextForm::RateLimit: return "of global, ip, user, event and refused";
    case TextForm::LogLevel: return "as transport=debug or *=warning";
    case TextForm::TokenAlgorithm: return "of HS256, HS384, HS512, RS256, PS256, ES256 and EdDSA";
    case TextForm::HeaderName: return "names of headers as cookie";
    }
    return "";
}

std::optional<QString> numberFault(const ConfigOption &option, const QJsonValue &value)
{
    if (!value.isDouble())
        return QStringLiteral("must be a number");
    const double given = value.toDouble();
    if (option.type == Integer && given != std::floor(given))
        return QStringLiteral("must be a whole number");
    if (!(given >= option.minimum && given <= option.maximum))
        return QStringLiteral("must be between %1 and %2").arg(number(option.minimum), number(option.maximum));
    return std::nullopt;
}

std::optional<QString> textFault(const ConfigOption &option, const QJsonValue &value)
{
    if (!value.isString())
        return QStringLiteral("must be a text");
    const QString given = value.toString();
    if (given.contains(QChar::Null))
        return QStringLiteral("must not contain a NUL character");
    if (option.form == TextForm::Address && !splitAddress(given))
        return QStringLiteral("must be host:port or off");
    if (option.form == TextForm::LaneWeights && !splitLaneWeights(given))
        return QStringLiteral("must be three weights from 1 to 100, separated by colons");
    return std::nullopt;
}

constexpr std::array kRateLimitNames{QLatin1String("global"), QLatin1String("ip"), QLatin1String("user"),
                                     QLatin1String("event"), QLatin1String("refused")};

bool namesRateLimit(const QString &text)
{
    return std::find(kRateLimitNames.begin(), kRateLimitNames.end(), text) != kRateLimitNames.end();
}

constexpr std::array kTokenAlgorithmNames{QLatin1String("HS256"), QLatin1String("HS384"), QLatin1String("HS512"),
                                          QLatin1String("RS256"), QLatin1String("PS256"), QLatin1String("ES256"),
                                          QLatin1String("EdDSA")};

bool namesTokenAlgorithm(const QString &text)
{
    return std::find(kTokenAlgorithmNames.begin(), kTokenAlgorithmNames.end(), text) != kTokenAlgorithmNames.end();
}

std::optional<QString> logLevelsFault(const QJsonArray &texts)
{
    for (const QJsonValue text : texts) {
        if (auto fault = logLevelRuleFault(text.toString()))
            return fault;
    }
    return std::nullopt;
}

std::optional<QString> listFault(const ConfigOption &option, const QJsonValue &value)
{
    const QJsonArray texts = value.toArray();
    if (!value.isArray() || !std::all_of(texts.begin(), texts.end(), [](const auto &text) { return text.isString(); }))
        return QStringLiteral("must be a list of texts");
    if (static_cast<double>(texts.size()) > option.maximum)
        return QStringLiteral("must have at most %1 texts").arg(number(option.maximum));
    if (option.form == TextForm::RateLimit
        && !std::all_of(texts.begin(), texts.end(), [](const auto &text) { return namesRateLimit(text.toString()); }))
        return QStringLiteral("must name rate limits");
    if (option.form == TextForm::TokenAlgorithm && !std::all_of(texts.begin(), texts.end(), [](const auto &text) {
            return namesTokenAlgorithm(text.toString());
        }))
        return QStringLiteral("must name signature algorithms");
    return option.form == TextForm::LogLevel ? logLevelsFault(texts) : std::nullopt;
}

std::optional<QJsonValue> parseBoolean(QStringView text)
{
    if (text == u"true")
        return true;
    if (text == u"false")
        return false;
    return std::nullopt;
}

} // namespace

std::span<const ConfigOption> configOptions()
{
    return kOptions;
}

const ConfigOption *findConfigOption(QStringView key)
{
    const auto found = std::find_if(kOptions.begin(), kOptions.end(),
                                    [key](const ConfigOption &option) { return key == QLatin1String(option.key); });
    return found == kOptions.end() ? nullptr : &*found;
}

QString nearestConfigKey(QStringView key)
{
    QStringList keys;
    for (const ConfigOption &option : kOptions) {
        auto known = QString::fromLatin1(option.key);
        // The right name in the wrong table is the most frequent mistake of all.
        if (!key.isEmpty() && known.section(u'.', -1) == key.mid(key.lastIndexOf(u'.') + 1))
            return known;
        keys.append(known);
    }
    return nearestWord(key, keys);
}

QJsonValue defaultValue(const ConfigOption &option)
{
    return parseValue(option, QString::fromLatin1(option.defaultText)).value_or(QJsonValue());
}

std::optional<QJsonValue> parseValue(const ConfigOption &option, QStringView text)
{
    bool ok = false;
    switch (option.type) {
    case Integer: {
        const qlonglong value = text.toLongLong(&ok);
        return ok ? std::optional<QJsonValue>(value) : std::nullopt;
    }
    case Real: {
        const double value = text.toDouble(&ok);
        return ok && std::isfinite(value) ? std::optional<QJsonValue>(value) : std::nullopt;
    }
    case Boolean: return parseBoolean(text);
    case Text:
    case Choice: return QJsonValue(text.toString());
    case TextList: return QJsonValue(QJsonArray::fromStringList(splitList(text)));
    }
    return std::nullopt;
}

std::optional<QString> valueFault(const ConfigOption &option, const QJsonValue &value)
{
    switch (option.type) {
    case Integer:
    case Real: return numberFault(option, value);
    case Boolean:
        return value.isBool() ? std::nullopt : std::optional<QString>(QStringLiteral("must be true or false"));
    case Text: return textFault(option, value);
    case TextList: return listFault(option, value);
    case Choice:
        if (value.isString() && choicesOf(option).contains(value.toString()))
            return std::nullopt;
        return QStringLiteral("must be one of: %1").arg(choicesOf(option).join(QLatin1String(", ")));
    }
    return std::nullopt;
}

QString expectedText(const ConfigOption &option)
{
    switch (option.type) {
    case Integer:
    case Real: {
        const QString range =
            QStringLiteral("%1, %2 to %3")
                .arg(QLatin1String(typeName(option.type)), number(option.minimum), number(option.maximum));
        return *option.unit == '\0' ? range : range + u' ' + QLatin1String(option.unit);
    }
    case Boolean: return QStringLiteral("true or false");
    case Text: return QString::fromLatin1(formText(option.form));
    case Choice: return choicesOf(option).join(QLatin1String(" or "));
    case TextList:
        return QStringLiteral("up to %1 %2").arg(number(option.maximum), QLatin1String(formText(option.form)));
    }
    return {};
}

QJsonObject toJson(const ConfigOption &option)
{
    QJsonObject object{
        {QStringLiteral("key"), QLatin1String(option.key)},
        {QStringLiteral("type"), QLatin1String(typeName(option.type))},
        {QStringLiteral("unit"), QLatin1String(option.unit)},
        {QStringLiteral("default"), defaultValue(option)},
        {QStringLiteral("choices"), QJsonArray::fromStringList(choicesOf(option))},
        {QStringLiteral("effect"), QLatin1String(effectName(option.effect))},
        {QStringLiteral("text"), QLatin1String(option.text)},
    };
    if (option.type == Integer || option.type == Real) {
        object[QStringLiteral("min")] = option.minimum;
        object[QStringLiteral("max")] = option.maximum;
    }
    return object;
}

QJsonArray configOptionsJson()
{
    QJsonArray options;
    for (const ConfigOption &option : kOptions)
        options.append(toJson(option));
    return options;
}

QString toString(OptionEffect effect)
{
    return QString::fromLatin1(effectName(effect));
}

std::optional<AddressText> splitAddress(QStringView text)
{
    if (text == u"off")
        return AddressText{};
    static const QRegularExpression form(
        QStringLiteral("\\A(?:\\[([0-9A-Fa-f:.]+)\\]|([^:\\[\\]\\s]+)):(\\d{1,5})\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    bool ok = false;
    const quint16 port = match.capturedView(3).toUShort(&ok);
    if (!ok)
        return std::nullopt;
    return AddressText{match.captured(1) + match.captured(2), port};
}

QStringList splitList(QStringView text)
{
    QStringList texts;
    for (const QStringView part : text.split(u',')) {
        if (const QStringView trimmed = part.trimmed(); !trimmed.isEmpty())
            texts.append(trimmed.toString());
    }
    return texts;
}

std::optional<std::array<int, 3>> splitLaneWeights(QStringView text)
{
    const QList<QStringView> parts = text.split(u':');
    std::array<int, 3> weights{};
    if (parts.size() != static_cast<qsizetype>(weights.size()))
        return std::nullopt;
    for (qsizetype lane = 0; lane < parts.size(); ++lane) {
        bool ok = false;
        const int weight = parts[lane].toInt(&ok);
        if (!ok || weight < 1 || weight > 100)
            return std::nullopt;
        weights[static_cast<size_t>(lane)] = weight;
    }
    return weights;
}

} // namespace sluice::admin
