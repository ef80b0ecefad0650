#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <memory>

namespace sluice::server {

using Milliseconds = std::chrono::milliseconds;

/// One listener's address. Units: port 0 picks a free one.
struct ListenAddress {
    QString host;
    quint16 port = 0;
    bool enabled = true;

    bool operator==(const ListenAddress &) const = default;
};

/// What happens to new work when the queue is full.
enum class QueueOverflow { Reject, DropOldest };

/// What happens to a client that does not read what it is sent.
enum class SlowConsumerPolicy { Disconnect, DropOldest, LatestPerKey };

/// What happens to a handshake when its hook fails.
enum class HookFailure { Refuse, Accept };

/// What a line of the log is.
enum class LogFormat { Text, Json };

/// The oldest TLS that is spoken.
enum class TlsVersion { Tls12, Tls13 };

/// Every option that this version enforces, as plain values; semantics.md says what each means. Loaded, validated and
/// changed by ConfigStore; threads share immutable snapshots of it. Keys and ranges: shared/admin/configschema.
/// Thread: any (immutable once published).
struct Config {
    QString stateDir;
    QString eventsFile; ///< Empty: the embedded events.toml.

    struct Listen {
        ListenAddress clients{QStringLiteral("127.0.0.1"), 7600};
        ListenAddress clientsTls{{}, 0, false};
        ListenAddress admin{QStringLiteral("127.0.0.1"), 7601};
        ListenAddress adminTls{{}, 0, false};
        ListenAddress http{QStringLiteral("127.0.0.1"), 7602};
        ListenAddress api{{}, 0, false};
        ListenAddress apiTls{{}, 0, false};
        QStringList allowedOrigins; ///< Each is one by normalizedOrigin(). Empty: no browsers.
        QStringList trustedProxies; ///< Each is one by Network::parse().
    } listen;

    struct Tls {
        QString
            certificate; ///< Empty: a self-signed one in the state directory, while the TLS listeners are on loopback.
        QString key;
        TlsVersion minVersion = TlsVersion::Tls12;
        QString adminClientCa; ///< Empty: operators need no certificate.

        bool operator==(const Tls &) const = default;
    } tls;

    struct Auth {
        bool anonymous = true;
        QString hs256SecretFile; ///< Empty: jwt.key in the state directory, made at the first start, if no other keys.
        QStringList publicKeyFiles;
        QString jwksFile;
        QString jwksUrl; ///< Empty: none; else https, or http on loopback.
        Milliseconds jwksRefresh{300'000};
        Milliseconds jwksTimeout{5000};
        int jwksMaxBytes = 256 * 1024;
        int maxKeys = 64;
        QStringList algorithms{QStringLiteral("HS256"), QStringLiteral("RS256"), QStringLiteral("PS256"),
                               QStringLiteral("ES256"), QStringLiteral("EdDSA")};
        QStringList issuers;   ///< Empty: any.
        QStringList audiences; ///< Empty: any.
        Milliseconds leeway{5000};
        bool requireExp = false;
        QString userClaim = QStringLiteral("sub");
        QString rolesClaim = QStringLiteral("roles");
        QString topicsClaim = QStringLiteral("topics");
        QString cookieName; ///< Empty: no cookies.
        bool queryToken = false;
        int maxRevocations = 10'000;
        Milliseconds revocationKeep{30LL * 24 * 3'600'000};

        bool operator==(const Auth &) const = default;
    } auth;

    struct Admin {
        int loginFailures = 5;
        Milliseconds lockout{60'000};
        qint64 auditFileBytes = 64 * 1024 * 1024;
        int auditFiles = 10;
        double cpuShare = 0.25;
    } admin;
    struct Hooks {
        QString connectBackend;    ///< A backend's id; empty: nobody is asked.
        QString disconnectBackend; ///< A backend's id; empty: nobody is told.
        Milliseconds timeout{2000};
        HookFailure onFailure = HookFailure::Refuse;
        QStringList headers; ///< Of handshakes, beside those that every hook gets.
        bool passToken = false;
    } hooks;

    struct Threads {
        int io = 1;
    } threads;

    struct Storage {
        QString url;          ///< Of PostgreSQL, without a password. Empty: SQLite in the state directory.
        QString passwordFile; ///< Empty: what libpq finds by itself.
        int maxConnections = 10;
    } storage;

    struct Plugins {
        QString directory; ///< Empty: no plugins.
    } plugins;

    struct Channels {
        int eventBufferSize = 10000;
        int messageQueueSize = 50000;
        QueueOverflow overflow = QueueOverflow::Reject;
        int broadcastBufferSize = 1000;
        int workerPoolSize = 10;
        int maxPendingRequests = 5000;
        int maxStuckWorkers = 10;
        std::array<int, 3> laneWeights{8, 4, 1};
        Milliseconds ageing{2000};
    } channels;

    struct Timeouts {
        Milliseconds clientRequest{5000};
        Milliseconds serverProcessing{3000};
        Milliseconds dbOperation{2000};
        Milliseconds shutdownGrace{30000};
    } timeouts;

    struct Drain {
        Milliseconds balancerGrace{0};
        Milliseconds closeSpread{2000};
    } drain;

    /// Limits that only count what they would have refused.
    struct DryRun {
        bool global = false;
        bool ip = false;
        bool user = false;
        bool event = false;
        bool refused = false; ///< rate-limits.refused-per-minute.

        bool operator==(const DryRun &) const = default;
    };

    struct RateLimits {
        int globalPerSecond = 10000;
        int perIpPerMinute = 2000;
        int perUserPerMinute = 100;
        int refusedPerMinute = 60;
        int perIpConnectsPerSecond = 20;
        int maxKeys = 1000000;
        DryRun dryRun;
        bool enforcePerEvent = true; ///< bench.toml only: the rate-limit of single events.
    } rateLimits;

    struct Backpressure {
        double alertThreshold = 0.7;
        double dropThreshold = 0.9;
        Milliseconds targetQueue{100}; ///< 0: no sojourn control.
        Milliseconds interval{100};    ///< 0: nor estimated waits.
        double memoryHigh = 0.8;       ///< 0: whatever memory there is.
    } backpressure;

    struct Idempotency {
        Milliseconds keep{600'000};
        int maxBytes = 64 * 1024 * 1024;
    } idempotency;

    struct Api {
        QString keysFile; ///< Empty: api-keys.toml in the state directory.
        int maxBodyBytes = 262'144;
        int maxConnections = 1024;
        Milliseconds request{10'000};
        Milliseconds idle{60'000};
        int perKeyPerSecond = 1000;  ///< 0: any.
        int wrongKeysPerMinute = 10; ///< 0: any.
        Milliseconds idempotency{600'000};
        int idempotencyBytes = 16 * 1024 * 1024;
    } api;

    struct Log {
        LogFormat format = LogFormat::Text;
        QStringList levels;     ///< "category=level".
        int maxPerSecond = 200; ///< Of each category; 0: any.
    } log;

    struct Errors {
        QString sentryDsnFile; ///< Empty: nothing is sent.
    } errors;

    struct Recorder {
        Milliseconds slow{100}; ///< 0: no success is notable.
    } recorder;

    struct Breaker {
        int failures = 5; ///< 0: no breaker ever opens.
        Milliseconds window{10000};
        double ratio = 0.5;
        Milliseconds open{2000};
        int probes = 3;

        friend bool operator==(const Breaker &, const Breaker &) = default;
    } breaker;

    struct Broadcast {
        int batchSize = 50;
        Milliseconds batchWindow{100};
        bool mergeIdentical = true;
    } broadcast;

    struct Topics {
        int perConnection = 100;
        int most = 100'000;
        qint64 historyBytes = 64 * 1024 * 1024;
        Milliseconds presenceGrace{2500};
    } topics;

    struct Ping {
        Milliseconds interval{25000};
        Milliseconds timeout{10000};
    } ping;

    struct Limits {
        int messageBytes = 65536;
        int fragments = 1024;
        Milliseconds message{10000};
        int jsonDepth = 64;
        int batch = 100;
        int headerBytes = 16384;
        Milliseconds handshake{5000};
        Milliseconds unauthenticated{5000};
        int outboundSoftBytes = 256 * 1024;
        int outboundHardBytes = 1024 * 1024;
        qint64 outboundTotalBytes = 256 * 1024 * 1024;
        SlowConsumerPolicy slowConsumer = SlowConsumerPolicy::Disconnect;
        int connections = 0; ///< 0: RLIMIT_NOFILE - 64.
        int perUser = 20;
        int perAddress = 200;
        int pingsPerSecond = 10;
        int requestsInFlight = 1000;
        Milliseconds close{2000};
    } limits;

    struct Test {
        QString echoPath;         ///< Raw echo for conformance tests; refused unless every listener is on loopback.
        bool benchEvents = false; ///< Whether the bench/* handlers exist; refused likewise.
    } test;
};

using ConfigPtr = std::shared_ptr<const Config>;

} // namespace sluice::server
