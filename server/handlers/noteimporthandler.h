#pragma once

#include "server/events/handler.h"
#include "server/storage/notestore.h"

namespace sluice::server {

/// `notes/import {notes: [{title, content, collaborators?}]}` -> `{imported, ids}`: all of them or none, the caller is
/// their author. Nobody is pushed anything: an import is no news to the collaborators.
class NoteImportHandler final : public Handler
{
public:
    explicit NoteImportHandler(NoteStore &store)
        : m_store(store)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    NoteStore &m_store;
};

} // namespace sluice::server
