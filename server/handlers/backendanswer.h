#pragma once

#include "server/backend/backendclient.h"
#include "server/events/outcome.h"

#include <QByteArray>

#include <chrono>

namespace sluice::server {

/// What a backend says to an event: `{"result": ...}` or `{"error": {"code", "message"?, "data"?}}`, and with either
/// `"publications": [{"users": [...] | "everyone": true | "topic": "...", "event", "params", "key"?, "ttlMs"?,
/// "passing"?}]`. Other members are left alone, for what is still to come.
///
/// The codes of errors are those that an application may say (isApplicationCode(), with its own message), and of ours
/// invalid params, unauthorized, forbidden, not found, conflict, backend failed, unavailable, busy and storage full.
/// Errors: BackendFailed; `detail` says what is wrong with it, `data` is not filled in.
/// Thread: any.
[[nodiscard]] Result<Outcome> parseBackendAnswer(std::string_view text);

/// What becomes of an event by what its backend replied.
struct BackendOutcome {
    Outcome outcome;
    BackendVerdict verdict;
};

/// | reply | outcome |
/// |---|---|
/// | 200 with JSON | parseBackendAnswer(); else backend failed: "json", "answer" |
/// | 204 | null |
/// | 503, 429 | unavailable, with what Retry-After says, else a second |
/// | other statuses, other content | backend failed: "redirect", "status", "content-type" |
/// | no answer | backend failed: "connect", "tls", "lost", "malformed", "too-large"; timeout, cancelled, draining |
/// | no room | overloaded |
///
/// Backend failed has the data `{reason, status?, outcome}`, where the outcome is "not-run" or "unknown", as it is for
/// timeouts. `timeout`: what a timeout tells. Thread: any.
[[nodiscard]] BackendOutcome outcomeOf(BackendReply &&reply, std::chrono::milliseconds timeout);

} // namespace sluice::server
