#include "server/metrics/metrics.h"

namespace sluice::server {

namespace {

constexpr const char *kConnectionsRefused = "sluice_connections_refused_total";
constexpr const char *kConnectionsRefusedHelp = "Client connections refused before the upgrade, by reason.";
constexpr const char *kConnectHook = "sluice_connect_hook_total";
constexpr const char *kConnectHookHelp = "Handshakes that the connect hook was asked for, by what came of it.";
constexpr const char *kDisconnectHook = "sluice_disconnect_hook_total";
constexpr const char *kDisconnectHookHelp =
    "Ends of connections that the disconnect hook was to hear of, by result; dropped: too many waited.";
constexpr const char *kTokensRefused = "sluice_tokens_refused_total";
constexpr const char *kTokensRefusedHelp = "Tokens of clients that were refused, by what was wrong with them.";
constexpr const char *kKeySetFetches = "sluice_key_set_fetches_total";
constexpr const char *kKeySetFetchesHelp = "Times that auth.jwks-url was fetched, by result.";
constexpr const char *kAdminLogins = "sluice_admin_logins_refused_total";
constexpr const char *kAdminLoginsHelp =
    "Handshakes refused on the admin socket: for a wrong token, or because their address is locked out.";
constexpr const char *kTlsReloads = "sluice_tls_reloads_total";
constexpr const char *kTlsReloadsHelp = "Times that the certificate and key were read again, by result.";
constexpr const char *kEventsReloads = "sluice_events_reloads_total";
constexpr const char *kEventsReloadsHelp = "Times that the events file was read again, by result.";
constexpr const char *kEnded = "sluice_events_ended_total";
constexpr const char *kEndedHelp =
    "Admitted events by how they ended; with the refused ones they sum up to the received ones at rest.";
constexpr const char *kRefused = "sluice_events_refused_total";
constexpr const char *kRefusedHelp = "Events refused before they were queued, by reason.";
constexpr const char *kOverloaded = "sluice_events_overloaded_total";
constexpr const char *kOverloadedHelp = "Events refused as overloaded, by what the server was short of.";
constexpr const char *kBytes = "sluice_bytes_total";
constexpr const char *kBytesHelp = "Bytes of client connections, by direction.";
constexpr const char *kSlowClosed = "sluice_slow_consumers_closed_total";
constexpr const char *kSlowClosedHelp =
    "Client connections closed because they did not read, by the bound that was reached: their own or the server's.";
constexpr const char *kSlowPushes = "sluice_slow_consumer_pushes_total";
constexpr const char *kSlowPushesHelp = "Pushes that slow clients did not get, by what became of them.";
constexpr const char *kPaused = "sluice_reading_paused_total";
constexpr const char *kPausedHelp = "Times that a client was not read for a while, by what was waited for.";
constexpr const char *kFloods = "sluice_floods_closed_total";
constexpr const char *kFloodsHelp = "Client connections closed for a flood, by what it was of.";
constexpr const char *kLimitHits = "sluice_rate_limit_hits_total";
constexpr const char *kLimitHitsHelp = "Events refused by a rate limit, by what it counts.";
constexpr const char *kDryRun = "sluice_dry_run_refusals_total";
constexpr const char *kDryRunHelp = "What limits that are a dry run would have refused, by limit.";
constexpr const char *kRecoveries = "sluice_topic_recoveries_total";
constexpr const char *kRecoveriesHelp =
    "Clients that came back to a topic with a position, by whether they were given all that they had missed.";
constexpr const char *kLogDropped = "sluice_log_lines_dropped_total";
constexpr const char *kLogDroppedHelp = "Lines that the log lost, by why it could not take them.";
constexpr const char *kErrorReports = "sluice_error_reports_total";
constexpr const char *kErrorReportsHelp = "Errors for errors.sentry-dsn-file's service; failed counts attempts.";
constexpr const char *kApiKeysReloads = "sluice_api_keys_reloads_total";
constexpr const char *kApiKeysReloadsHelp = "Times that the file of the backend API's keys was read, by result.";
constexpr const char *kQueueDepth = "sluice_queue_depth";
constexpr const char *kQueueDepthHelp = "Events waiting in the work queue, by lane.";
constexpr const char *kQueueWait = "sluice_queue_wait_seconds";
constexpr const char *kQueueWaitHelp = "Admission to start, by lane.";

} // namespace

const MetricInfo &metricInfo(Counter counter)
{
    static constexpr std::array<MetricInfo, kCounterCount> kInfos{{
        {"sluice_connections_accepted_total", "", "Client connections upgraded to WebSocket.", ""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"malformed\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"header-size\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"origin\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"path\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"token\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"address-full\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"address-rate\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"full\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"draining\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"memory\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"hook\""},
        {kConnectionsRefused, "", kConnectionsRefusedHelp, "reason=\"hook-failed\""},
        {"sluice_tokens_accepted_total", "", "Tokens of clients that were accepted.", ""},
        {kTokensRefused, "", kTokensRefusedHelp, "reason=\"malformed\""},
        {kTokensRefused, "", kTokensRefusedHelp, "reason=\"algorithm\""},
        {kTokensRefused, "", kTokensRefusedHelp, "reason=\"key\""},
        {kTokensRefused, "", kTokensRefusedHelp, "reason=\"signature\""},
        {kTokensRefused, "", kTokensRefusedHelp, "reason=\"claims\""},
        {kTokensRefused, "", kTokensRefusedHelp, "reason=\"expired\""},
        {kTokensRefused, "", kTokensRefusedHelp, "reason=\"revoked\""},
        {kKeySetFetches, "", kKeySetFetchesHelp, "result=\"done\""},
        {kKeySetFetches, "", kKeySetFetchesHelp, "result=\"failed\""},
        {"sluice_connections_revoked_total", "", "Client connections closed because their token was revoked.", ""},
        {kAdminLogins, "", kAdminLoginsHelp, "reason=\"token\""},
        {kAdminLogins, "", kAdminLoginsHelp, "reason=\"locked-out\""},
        {"sluice_admin_updates_reductions_total", "",
         "Times that consoles began to get samples more rarely because of admin.cpu-share.", ""},
        {"sluice_handshakes_timed_out_total", "", "Client connections cut before the upgrade by limits.handshake-ms.",
         ""},
        {"sluice_tls_handshakes_failed_total", "", "Connections that ended in the TLS handshake.", ""},
        {kTlsReloads, "", kTlsReloadsHelp, "result=\"done\""},
        {kTlsReloads, "", kTlsReloadsHelp, "result=\"failed\""},
        {kEventsReloads, "", kEventsReloadsHelp, "result=\"done\""},
        {kEventsReloads, "", kEventsReloadsHelp, "result=\"failed\""},
        {"sluice_connections_closed_total", "", "Client connections that have ended.", ""},
        {kConnectHook, "", kConnectHookHelp, "result=\"accepted\""},
        {kConnectHook, "", kConnectHookHelp, "result=\"refused\""},
        {kConnectHook, "", kConnectHookHelp, "result=\"failed\""},
        {kDisconnectHook, "", kDisconnectHookHelp, "result=\"sent\""},
        {kDisconnectHook, "", kDisconnectHookHelp, "result=\"failed\""},
        {kDisconnectHook, "", kDisconnectHookHelp, "result=\"dropped\""},
        {kSlowClosed, "", kSlowClosedHelp, "bound=\"own\""},
        {kSlowClosed, "", kSlowClosedHelp, "bound=\"total\""},
        {kSlowPushes, "", kSlowPushesHelp, "fate=\"dropped\""},
        {kSlowPushes, "", kSlowPushesHelp, "fate=\"replaced\""},
        {kPaused, "", kPausedHelp, "until=\"requests-answered\""},
        {kPaused, "", kPausedHelp, "until=\"output-taken\""},
        {kFloods, "", kFloodsHelp, "of=\"pings\""},
        {kFloods, "", kFloodsHelp, "of=\"pongs\""},
        {kFloods, "", kFloodsHelp, "of=\"fragments\""},
        {kFloods, "", kFloodsHelp, "of=\"tiny-fragments\""},
        {"sluice_protocol_errors_total", "", "Client connections closed for breaking the WebSocket protocol.", ""},
        {kBytes, "bytes", kBytesHelp, "direction=\"received\""},
        {kBytes, "bytes", kBytesHelp, "direction=\"sent\""},
        {"sluice_events_received_total", "", "Events that clients sent.", ""},
        {kEnded, "", kEndedHelp, "ending=\"succeeded\""},
        {kEnded, "", kEndedHelp, "ending=\"failed\""},
        {kEnded, "", kEndedHelp, "ending=\"timed-out\""},
        {kEnded, "", kEndedHelp, "ending=\"cancelled\""},
        {kEnded, "", kEndedHelp, "ending=\"connection-gone\""},
        {kEnded, "", kEndedHelp, "ending=\"abandoned\""},
        {kRefused, "", kRefusedHelp, "reason=\"parse-error\""},
        {kRefused, "", kRefusedHelp, "reason=\"invalid-request\""},
        {kRefused, "", kRefusedHelp, "reason=\"unknown\""},
        {kRefused, "", kRefusedHelp, "reason=\"unauthorized\""},
        {kRefused, "", kRefusedHelp, "reason=\"rate-limited\""},
        {kRefused, "", kRefusedHelp, "reason=\"overloaded\""},
        {kRefused, "", kRefusedHelp, "reason=\"unavailable\""},
        {kRefused, "", kRefusedHelp, "reason=\"invalid-params\""},
        {kRefused, "", kRefusedHelp, "reason=\"draining\""},
        {"sluice_late_results_total", "", "Results that came after the request had ended and were dropped.", ""},
        {"sluice_accepted_under_pressure_total", "", "Events accepted above backpressure.alert-threshold.", ""},
        {"sluice_idempotent_repeats_total", "",
         "Events that came again with their idempotencyKey and did not run again.", ""},
        {"sluice_mute_refusals_total", "", "Events refused because their user or address is muted.", ""},
        {kLimitHits, "", kLimitHitsHelp, "scope=\"global\""},
        {kLimitHits, "", kLimitHitsHelp, "scope=\"ip\""},
        {kLimitHits, "", kLimitHitsHelp, "scope=\"user\""},
        {kLimitHits, "", kLimitHitsHelp, "scope=\"event\""},
        {kDryRun, "", kDryRunHelp, "scope=\"global\""},
        {kDryRun, "", kDryRunHelp, "scope=\"ip\""},
        {kDryRun, "", kDryRunHelp, "scope=\"user\""},
        {kDryRun, "", kDryRunHelp, "scope=\"event\""},
        {kDryRun, "", kDryRunHelp, "scope=\"refused\""},
        {kDryRun, "", kDryRunHelp, "scope=\"message-bytes\""},
        {kOverloaded, "", kOverloadedHelp, "by=\"depth\""},
        {kOverloaded, "", kOverloadedHelp, "by=\"sojourn\""},
        {kOverloaded, "", kOverloadedHelp, "by=\"wait\""},
        {kOverloaded, "", kOverloadedHelp, "by=\"memory\""},
        {"sluice_overload_episodes_total", "", "Times that the server began to shed.", ""},
        {"sluice_worker_processed_total", "", "Events that a handler finished.", ""},
        {"sluice_worker_errors_total", "", "Handlers that threw.", ""},
        {"sluice_worker_busy_seconds_total", "seconds", "Time that workers spent in handlers.", ""},
        {"sluice_workers_got_stuck_total", "", "Workers whose handler ran far beyond its event's deadline.", ""},
        {"sluice_workers_recovered_total", "", "Stuck workers whose handler returned after all.", ""},
        {"sluice_broadcasts_queued_total", "", "Pushes handed to the broadcaster.", ""},
        {"sluice_broadcasts_dropped_total", "", "Pushes dropped because the broadcaster's buffer was full.", ""},
        {"sluice_broadcast_sends_total", "", "Pushes delivered to single connections.", ""},
        {"sluice_broadcasts_expired_total", "", "Pushes dropped because their time to live was over.", ""},
        {"sluice_broadcasts_replaced_total", "", "Pushes that a later one of the same key replaced unsent.", ""},
        {"sluice_broadcasts_merged_total", "", "Pushes sent once with an identical one of the same batch.", ""},
        {kRecoveries, "", kRecoveriesHelp, "recovered=\"true\""},
        {kRecoveries, "", kRecoveriesHelp, "recovered=\"false\""},
        {"sluice_loop_stalls_total", "",
         "Times that an event loop stood still for over a second; the log has the stacks.", ""},
        {"sluice_heap_trims_total", "", "Times that free memory was given back to the system.", ""},
        {"sluice_log_lines_written_total", "", "Lines of the log.", ""},
        {kLogDropped, "", kLogDroppedHelp, "reason=\"queue-full\""},
        {kLogDropped, "", kLogDroppedHelp, "reason=\"unwritable\""},
        {"sluice_log_lines_suppressed_total", "", "Messages that log.max-per-second kept out of the log.", ""},
        {kErrorReports, "", kErrorReportsHelp, "result=\"sent\""},
        {kErrorReports, "", kErrorReportsHelp, "result=\"failed\""},
        {kErrorReports, "", kErrorReportsHelp, "result=\"dropped\""},
        {"sluice_api_connections_refused_total", "", "Connections to the backend API beyond api.max-connections.", ""},
        {"sluice_api_requests_timed_out_total", "",
         "Requests to the backend API that were not there, or not answered, within api.request-ms.", ""},
        {"sluice_api_idempotent_repeats_total", "",
         "Requests to the backend API that came again with their Idempotency-Key and were answered from memory.", ""},
        {"sluice_api_wrong_keys_total", "", "Requests to the backend API with a key that is none.", ""},
        {kApiKeysReloads, "", kApiKeysReloadsHelp, "result=\"done\""},
        {kApiKeysReloads, "", kApiKeysReloadsHelp, "result=\"failed\""},
    }};
    return kInfos[static_cast<size_t>(counter)];
}

const MetricInfo &metricInfo(Gauge gauge)
{
    static constexpr std::array<MetricInfo, kGaugeCount> kInfos{{
        {"sluice_connections_open", "", "Client connections open now.", ""},
        {"sluice_users_connected", "", "Users with at least one open connection.", ""},
        {kQueueDepth, "", kQueueDepthHelp, "lane=\"high\""},
        {kQueueDepth, "", kQueueDepthHelp, "lane=\"normal\""},
        {kQueueDepth, "", kQueueDepthHelp, "lane=\"low\""},
        {"sluice_queue_capacity", "", "Capacity of the work queue, all lanes together.", ""},
        {"sluice_events_in_flight", "", "Events handed to handlers and not yet settled.", ""},
        {"sluice_workers", "", "Workers that exist.", ""},
        {"sluice_workers_busy", "", "Workers that run a handler now.", ""},
        {"sluice_workers_stuck", "", "Workers whose handler is stuck now.", ""},
        {"sluice_broadcast_queue_depth", "", "Pushes waiting to be fanned out.", ""},
        {"sluice_topics", "", "Topics that have subscribers or keep messages.", ""},
        {"sluice_topic_subscriptions", "", "Subscriptions of connections to topics.", ""},
        {"sluice_topic_history_bytes", "bytes", "Messages kept for those who come back to a topic.", ""},
        {"sluice_token_keys", "", "Keys that tokens are checked with.", ""},
        {"sluice_key_set_age_seconds", "seconds",
         "Time since auth.jwks-url was last fetched; 0 when none is configured.", ""},
        {"sluice_revocations", "", "Entries of the revocation list.", ""},
        {"sluice_admin_updates_reduced", "", "1 while consoles get samples more rarely because of admin.cpu-share.",
         ""},
        {"sluice_mutes", "", "Users and addresses that are muted.", ""},
        {"sluice_outbound_bytes", "bytes", "Bytes waiting in the outboxes of all connections.", ""},
        {"sluice_overload_state", "", "0 normal, 1 alert, 2 shedding.", ""},
        {"sluice_memory_share", "", "Memory used, as a share of what backpressure.memory-high is of.", ""},
        {"sluice_rate_limit_keys", "", "Rate-limit windows kept.", ""},
        {"sluice_idempotency_keys", "", "Idempotency keys of events on their way, and of results that are kept.", ""},
        {"sluice_idempotency_bytes", "bytes", "Results kept for their idempotency keys.", ""},
        {"sluice_breakers_open", "", "Handlers whose breaker is open or half-open.", ""},
        {"sluice_config_revision", "", "Revision of the live configuration.", ""},
        {"sluice_log_queue_lines", "", "Lines that wait to be written to the log.", ""},
        {"sluice_error_groups", "", "Different errors since the start or errors/clear, of the latest 256.", ""},
        {"sluice_api_connections", "", "Connections to the backend API open now.", ""},
        {"sluice_api_requests_in_flight", "", "Requests to the backend API that are being answered.", ""},
        {"sluice_api_idempotency_bytes", "bytes", "Answers of the backend API kept for their Idempotency-Key.", ""},
        {"sluice_storage_connections", "", "Connections to the database, in use or idle.", ""},
        {"sluice_storage_writes_waiting", "", "Saves that wait for the writer.", ""},
    }};
    return kInfos[static_cast<size_t>(gauge)];
}

const MetricInfo &metricInfo(Distribution distribution)
{
    static constexpr std::array<MetricInfo, kDistributionCount> kInfos{{
        {"sluice_event_duration_seconds", "seconds", "Receipt to settlement of the events that ran.", ""},
        {kQueueWait, "seconds", kQueueWaitHelp, "lane=\"high\""},
        {kQueueWait, "seconds", kQueueWaitHelp, "lane=\"normal\""},
        {kQueueWait, "seconds", kQueueWaitHelp, "lane=\"low\""},
        {"sluice_handler_duration_seconds", "seconds", "Time in the handler.", ""},
        {"sluice_broadcast_fanout_seconds", "seconds",
         "One window of pushes, hand-over to the last outbox of an I/O thread.", ""},
        {"sluice_worker_batch_events", "events", "Events that a worker takes from the queue at once.", ""},
        {"sluice_api_request_duration_seconds", "seconds",
         "Requests to the backend API, from their last byte to their answer.", ""},
        {"sluice_outbox_bytes", "bytes",
         "Bytes that wait for one connection, looked at once a second at those for which any do.", ""},
    }};
    return kInfos[static_cast<size_t>(distribution)];
}

} // namespace sluice::server
