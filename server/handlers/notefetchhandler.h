#pragma once

#include "server/events/handler.h"
#include "server/storage/notestore.h"

namespace sluice::server {

/// `notes/fetch {id}` -> `{note}`. A note of somebody else that is not shared with the caller does not exist for him.
class NoteFetchHandler final : public Handler
{
public:
    explicit NoteFetchHandler(NoteStore &store)
        : m_store(store)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    NoteStore &m_store;
};

} // namespace sluice::server
