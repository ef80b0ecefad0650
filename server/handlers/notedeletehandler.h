#pragma once

#include "server/events/handler.h"
#include "server/storage/notestore.h"

namespace sluice::server {

/// `notes/delete {id, version?}` -> `{id}`, for its author only. With a version only if the note still is at it, else
/// Conflict `{version}`. Whoever shared it gets the push `notes/deleted {noteId, author, timestampMs}`.
class NoteDeleteHandler final : public Handler
{
public:
    NoteDeleteHandler(NoteStore &store, const Clock &clock)
        : m_store(store)
        , m_clock(clock)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    NoteStore &m_store;
    const Clock &m_clock;
};

} // namespace sluice::server
