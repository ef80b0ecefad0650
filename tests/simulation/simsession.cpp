#include "tests/simulation/simsession.h"

#include "tests/simulation/auditor.h"

#include <utility>

namespace sluice::sim {

SimSession::SimSession(const Place &place, quint64 id, std::string address, server::PrincipalPtr principal)
    : Session({id}, std::move(address), std::move(principal))
    , m_place(place)
{
}

void SimSession::deliver(std::string_view text)
{
    m_place.auditor.delivered(*this, text);
    if (std::exchange(diesOnDelivery, false))
        detach();
}

void SimSession::close(protocol::CloseCode code, std::string_view)
{
    m_place.auditor.closed(*this, code);
}

void SimSession::detach()
{
    if (state == State::Detached)
        return;
    m_place.auditor.aboutToDetach(*this);
    m_place.router.detach(*this);
}

} // namespace sluice::sim
