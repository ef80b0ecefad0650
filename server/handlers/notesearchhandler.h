#pragma once

#include "server/events/handler.h"
#include "server/storage/notestore.h"

namespace sluice::server {

/// `notes/search {query, limit? = 50}` -> `{notes: [{id, title, author, version, updatedMs}]}`: those of the caller's
/// own and shared notes whose title or content contains the text, the latest first. Anonymous callers have no notes and
/// find none.
class NoteSearchHandler final : public Handler
{
public:
    explicit NoteSearchHandler(NoteStore &store)
        : m_store(store)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    NoteStore &m_store;
};

} // namespace sluice::server
