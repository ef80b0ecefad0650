#pragma once

#include "server/events/outcome.h"
#include "server/events/request.h"

#include <string>
#include <vector>

namespace sluice::server {

/// What a worker gives back for one request. The answer's bytes lie in the batch.
struct Completion {
    Request *request = nullptr;
    size_t offset = 0;
    size_t length = 0;    ///< 0: nothing to send (a notification, or the request was claimed by somebody else).
    bool claimed = false; ///< This worker claimed it, so `ending` is how the request ended.
    Ending ending = Ending::Succeeded;
    qint32 code = 0; ///< The ErrorCode of an answer that is an error; else 0.
    std::unique_ptr<SessionChange> session;
};

/// The completions of one worker's batch that belong to one I/O thread, with their encoded answers back to back.
struct CompletionBatch {
    std::string bytes;
    std::vector<Completion> completions;
};

/// Where completions go: an I/O thread's mailbox.
/// Thread: any.
class CompletionSink
{
public:
    virtual ~CompletionSink() = default;

    /// An empty batch, with the memory of one that has been delivered where there is one.
    [[nodiscard]] virtual CompletionBatch takeBatch() { return {}; }
    virtual void post(CompletionBatch &&batch) = 0;
};

/// What became of a publication.
enum class PublishResult { Queued, QueuedDroppingOldest };

/// Where publications go: the broadcaster.
/// Thread: any. Blocks: never.
class PublicationSink
{
public:
    virtual ~PublicationSink() = default;

    virtual PublishResult publish(Publication &&publication) = 0;
};

} // namespace sluice::server
