#pragma once

#include "server/events/handler.h"
#include "server/events/userdirectory.h"

namespace sluice::server {

/// `users/get {id?}` -> `{user: {id, connected}}`, the caller himself when no id is given; `roles` are told of oneself
/// only. The server keeps no list of users: an id that nobody has is one that is not connected.
class UserGetHandler final : public Handler
{
public:
    explicit UserGetHandler(const UserDirectory &users)
        : m_users(users)
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const UserDirectory &m_users;
};

} // namespace sluice::server
