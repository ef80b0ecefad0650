#pragma once

#include "server/events/handler.h"
#include "server/storage/notestore.h"

namespace sluice::server {

/// `notes/save {title, content, collaborators?, id?, version?}` -> `{note}`. With an id it changes that note; with a
/// version only if the note still is at it, else Conflict `{version}`. Whoever shares the note gets the push
/// `notes/updated {noteId, author, timestampMs}`, where `author` is who saved; whoever shares it no more gets
/// `notes/deleted` of the same kind.
class NoteSaveHandler final : public Handler
{
public:
    explicit NoteSaveHandler(NoteStore &store)
        : m_store(store)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    NoteStore &m_store;
};

} // namespace sluice::server
