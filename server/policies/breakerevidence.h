#pragma once

#include "server/events/breaker.h"
#include "server/events/request.h"
#include "shared/base/result.h"

#include <QByteArray>

#include <string>

namespace sluice::server {

// What the end of a request says about its handler. Thread: any; for one request, whoever claimed it.

/// What a handler's own answer says.
///
/// | answer | evidence |
/// |---|---|
/// | a result; not found, conflict, stale base, codes of applications | good: it did its work |
/// | internal error (it threw, or gave up its promise), backend failed, unavailable, busy | bad |
/// | timeout | as timeoutEvidence() |
/// | all else: invalid params, forbidden, storage full, cancelled ... | none: it did not come to its work, or answers
/// at
///   once what cannot be helped by leaving it alone |
[[nodiscard]] Evidence evidenceOf(const Request &request, const Result<QByteArray> &reply, TimePoint now) noexcept;

/// What a deadline that passed says: bad when the handler itself had at least half of the time. None when the client
/// chose the time, or no client could be kept from opening a breaker for all, and none when the request waited longer
/// than it ran, which is the queue's doing. A backend that used up its own timeout-ms has failed in any case.
[[nodiscard]] Evidence timeoutEvidence(const Request &request, TimePoint now) noexcept;

/// Gives the request's ticket back to its handler's breaker, with what its end says; does nothing when it has none any
/// more.
void reportToBreaker(Request &request, Evidence evidence, TimePoint now);

/// One line for each change. Breakers change at most a few times per breaker.open-ms.
void logBreakerChange(const std::string &handler, BreakerState state);

} // namespace sluice::server
