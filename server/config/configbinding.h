#pragma once

#include "server/config/config.h"
#include "server/config/configproblem.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <map>

namespace sluice::server {

/// The value of every option, by key.
using OptionValues = std::map<QString, QJsonValue, std::less<>>;

/// Calls `visit(key, member)` for every option: the one place that says which key is which member.
template <typename ConfigOrConst, typename Visitor>
void visitConfig(ConfigOrConst &config, Visitor &&visit)
{
    visit("state-dir", config.stateDir);
    visit("events-file", config.eventsFile);
    visit("listen.clients", config.listen.clients);
    visit("listen.clients-tls", config.listen.clientsTls);
    visit("listen.admin", config.listen.admin);
    visit("listen.admin-tls", config.listen.adminTls);
    visit("listen.http", config.listen.http);
    visit("listen.api", config.listen.api);
    visit("listen.api-tls", config.listen.apiTls);
    visit("listen.allowed-origins", config.listen.allowedOrigins);
    visit("listen.trusted-proxies", config.listen.trustedProxies);
    visit("tls.certificate", config.tls.certificate);
    visit("tls.key", config.tls.key);
    visit("tls.min-version", config.tls.minVersion);
    visit("tls.admin-client-ca", config.tls.adminClientCa);
    visit("auth.anonymous", config.auth.anonymous);
    visit("auth.hs256-secret-file", config.auth.hs256SecretFile);
    visit("auth.public-key-files", config.auth.publicKeyFiles);
    visit("auth.jwks-file", config.auth.jwksFile);
    visit("auth.jwks-url", config.auth.jwksUrl);
    visit("auth.jwks-refresh-ms", config.auth.jwksRefresh);
    visit("auth.jwks-timeout-ms", config.auth.jwksTimeout);
    visit("auth.jwks-max-bytes", config.auth.jwksMaxBytes);
    visit("auth.max-keys", config.auth.maxKeys);
    visit("auth.algorithms", config.auth.algorithms);
    visit("auth.issuers", config.auth.issuers);
    visit("auth.audiences", config.auth.audiences);
    visit("auth.leeway-ms", config.auth.leeway);
    visit("auth.require-exp", config.auth.requireExp);
    visit("auth.claims.user", config.auth.userClaim);
    visit("auth.claims.roles", config.auth.rolesClaim);
    visit("auth.claims.topics", config.auth.topicsClaim);
    visit("auth.cookie-name", config.auth.cookieName);
    visit("auth.query-token", config.auth.queryToken);
    visit("auth.max-revocations", config.auth.maxRevocations);
    visit("auth.revocation-keep-ms", config.auth.revocationKeep);
    visit("admin.login-failures", config.admin.loginFailures);
    visit("admin.lockout-ms", config.admin.lockout);
    visit("admin.audit-file-bytes", config.admin.auditFileBytes);
    visit("admin.audit-files", config.admin.auditFiles);
    visit("admin.cpu-share", config.admin.cpuShare);
    visit("hooks.connect-backend", config.hooks.connectBackend);
    visit("hooks.disconnect-backend", config.hooks.disconnectBackend);
    visit("hooks.timeout-ms", config.hooks.timeout);
    visit("hooks.on-failure", config.hooks.onFailure);
    visit("hooks.headers", config.hooks.headers);
    visit("hooks.pass-token", config.hooks.passToken);
    visit("threads.io", config.threads.io);
    visit("storage.url", config.storage.url);
    visit("storage.password-file", config.storage.passwordFile);
    visit("storage.max-connections", config.storage.maxConnections);
    visit("plugins.directory", config.plugins.directory);
    visit("channels.event-buffer-size", config.channels.eventBufferSize);
    visit("channels.message-queue-size", config.channels.messageQueueSize);
    visit("channels.overflow", config.channels.overflow);
    visit("channels.broadcast-buffer-size", config.channels.broadcastBufferSize);
    visit("channels.worker-pool-size", config.channels.workerPoolSize);
    visit("channels.max-pending-requests", config.channels.maxPendingRequests);
    visit("channels.max-stuck-workers", config.channels.maxStuckWorkers);
    visit("channels.lane-weights", config.channels.laneWeights);
    visit("channels.ageing-ms", config.channels.ageing);
    visit("timeouts.client-request-ms", config.timeouts.clientRequest);
    visit("timeouts.server-processing-ms", config.timeouts.serverProcessing);
    visit("timeouts.db-operation-ms", config.timeouts.dbOperation);
    visit("timeouts.shutdown-grace-ms", config.timeouts.shutdownGrace);
    visit("drain.balancer-grace-ms", config.drain.balancerGrace);
    visit("drain.close-spread-ms", config.drain.closeSpread);
    visit("rate-limits.global-per-second", config.rateLimits.globalPerSecond);
    visit("rate-limits.per-ip-per-minute", config.rateLimits.perIpPerMinute);
    visit("rate-limits.per-user-per-minute", config.rateLimits.perUserPerMinute);
    visit("rate-limits.refused-per-minute", config.rateLimits.refusedPerMinute);
    visit("rate-limits.per-ip-connects-per-second", config.rateLimits.perIpConnectsPerSecond);
    visit("rate-limits.max-keys", config.rateLimits.maxKeys);
    visit("rate-limits.dry-run", config.rateLimits.dryRun);
    visit("rate-limits.enforce-per-event", config.rateLimits.enforcePerEvent);
    visit("backpressure.alert-threshold", config.backpressure.alertThreshold);
    visit("backpressure.drop-threshold", config.backpressure.dropThreshold);
    visit("backpressure.target-queue-ms", config.backpressure.targetQueue);
    visit("backpressure.interval-ms", config.backpressure.interval);
    visit("backpressure.memory-high", config.backpressure.memoryHigh);
    visit("idempotency.keep-ms", config.idempotency.keep);
    visit("idempotency.max-bytes", config.idempotency.maxBytes);
    visit("api.keys-file", config.api.keysFile);
    visit("api.max-body-bytes", config.api.maxBodyBytes);
    visit("api.max-connections", config.api.maxConnections);
    visit("api.request-ms", config.api.request);
    visit("api.idle-ms", config.api.idle);
    visit("api.per-key-per-second", config.api.perKeyPerSecond);
    visit("api.wrong-keys-per-minute", config.api.wrongKeysPerMinute);
    visit("api.idempotency-ms", config.api.idempotency);
    visit("api.idempotency-bytes", config.api.idempotencyBytes);
    visit("breaker.failures", config.breaker.failures);
    visit("breaker.window-ms", config.breaker.window);
    visit("breaker.ratio", config.breaker.ratio);
    visit("breaker.open-ms", config.breaker.open);
    visit("breaker.probes", config.breaker.probes);
    visit("log.format", config.log.format);
    visit("log.levels", config.log.levels);
    visit("log.max-per-second", config.log.maxPerSecond);
    visit("errors.sentry-dsn-file", config.errors.sentryDsnFile);
    visit("recorder.slow-ms", config.recorder.slow);
    visit("broadcast.batch-size", config.broadcast.batchSize);
    visit("broadcast.batch-window-ms", config.broadcast.batchWindow);
    visit("broadcast.merge-identical", config.broadcast.mergeIdentical);
    visit("topics.per-connection", config.topics.perConnection);
    visit("topics.max", config.topics.most);
    visit("topics.history-bytes", config.topics.historyBytes);
    visit("topics.presence-grace-ms", config.topics.presenceGrace);
    visit("ping.interval-ms", config.ping.interval);
    visit("ping.timeout-ms", config.ping.timeout);
    visit("limits.message-bytes", config.limits.messageBytes);
    visit("limits.fragments", config.limits.fragments);
    visit("limits.message-ms", config.limits.message);
    visit("limits.json-depth", config.limits.jsonDepth);
    visit("limits.batch", config.limits.batch);
    visit("limits.header-bytes", config.limits.headerBytes);
    visit("limits.handshake-ms", config.limits.handshake);
    visit("limits.unauthenticated-ms", config.limits.unauthenticated);
    visit("limits.outbound-soft-bytes", config.limits.outboundSoftBytes);
    visit("limits.outbound-hard-bytes", config.limits.outboundHardBytes);
    visit("limits.outbound-total-bytes", config.limits.outboundTotalBytes);
    visit("limits.slow-consumer", config.limits.slowConsumer);
    visit("limits.connections", config.limits.connections);
    visit("limits.per-user", config.limits.perUser);
    visit("limits.per-address", config.limits.perAddress);
    visit("limits.pings-per-second", config.limits.pingsPerSecond);
    visit("limits.requests-in-flight", config.limits.requestsInFlight);
    visit("limits.close-ms", config.limits.close);
    visit("test.echo-path", config.test.echoPath);
    visit("test.bench-events", config.test.benchEvents);
}

/// The configuration that those values mean. Requires: all options are there and none has a fault of its own.
[[nodiscard]] Config makeConfig(const OptionValues &values);

/// What is wrong between options that are each right by themselves; `where` is left to the caller.
[[nodiscard]] ConfigProblems ruleFaults(const Config &config);

/// What is allowed but probably not meant, a sentence each.
[[nodiscard]] QStringList configWarnings(const Config &config);

} // namespace sluice::server
