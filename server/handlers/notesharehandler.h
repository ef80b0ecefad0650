#pragma once

#include "server/events/handler.h"
#include "server/storage/notestore.h"

namespace sluice::server {

/// `notes/share {id, add?: [userId], remove?: [userId], version?}` -> `{note}`, for its author only; at least one of
/// them. With a version only if the note still is at it, else Conflict `{version}`. Whoever shares the note from now on
/// gets the push `notes/updated`, whoever does no more `notes/deleted`, as for notes/save and notes/delete. Where
/// nobody comes or goes nothing is changed or pushed.
class NoteShareHandler final : public Handler
{
public:
    explicit NoteShareHandler(NoteStore &store)
        : m_store(store)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    NoteStore &m_store;
};

} // namespace sluice::server
