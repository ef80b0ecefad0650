#pragma once

#include "server/events/sinks.h"
#include "server/metrics/metrics.h"
#include "server/routing/idempotencystore.h"
#include "shared/base/clock.h"

namespace sluice::server {

/// Appends the answer to a request; nothing to a notification's.
void encodeReply(std::string &out, const Request &request, const Result<QByteArray> &reply);

/// Closes a request exactly once on the worker's side: whoever claims it encodes the answer, counts the ending and
/// sends the outcome's publications; a result that comes after somebody else's claim is counted and dropped.
/// Thread: workers, and whatever thread finishes a handler's future.
class Settlement
{
public:
    Settlement(Metrics &metrics, PublicationSink &publications, IdempotencyStore &idempotency);

    /// Settles with what the handler returned by `now`. What is answered where its session is changed (a subscription)
    /// is counted there.
    void settle(Request &request, Outcome &&outcome, TimePoint now, CompletionBatch &batch);
    /// Settles a request that never ran because its deadline had passed.
    void settleExpired(Request &request, CompletionBatch &batch);
    /// Hands a request back that somebody else has answered already.
    static void returnClaimed(Request &request, CompletionBatch &batch);

    /// Counts how a claimed request ended, by its reply. Thread: any.
    static void count(const Request &request, const Result<QByteArray> &reply, TimePoint now, Metrics &metrics);

    /// Settles requests that waited for another with their idempotency key as that one was, each through its own sink.
    /// Thread: any.
    static void settleRepeats(const std::vector<Request *> &waiting, const Result<QByteArray> &reply, TimePoint now,
                              Metrics &metrics);

private:
    [[nodiscard]] std::vector<Request *> noteKey(Request &request, const Outcome &outcome, TimePoint now);
    void publish(std::vector<Publication> &&publications);

    Metrics &m_metrics;
    PublicationSink &m_publications;
    IdempotencyStore &m_idempotency;
};

} // namespace sluice::server
