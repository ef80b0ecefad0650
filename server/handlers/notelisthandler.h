#pragma once

#include "server/events/handler.h"
#include "server/storage/notestore.h"

namespace sluice::server {

/// `notes/list {offset?, limit? = 50}` -> `{total, notes: [{id, title, author, version, updatedMs}]}`: the caller's own
/// notes and those shared with him, the latest first, without their contents. At most 100 at a time.
class NoteListHandler final : public Handler
{
public:
    explicit NoteListHandler(NoteStore &store)
        : m_store(store)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    NoteStore &m_store;
};

} // namespace sluice::server
