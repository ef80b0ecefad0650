// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/tapfeed.h"

#include "console/models/requesttext.h"

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

TapFeed::TapFeed(ServerSession &session, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
{
    connect(&session.client(), &AdminClient::notified, this, &TapFeed::onNotified);
    connect(&session, &ServerSession::linkChanged, this, [this] {
        const bool isLive = m_session.client().state() == LinkState::Live;
        m_records.setStale(!isLive);
        if (m_url != m_session.client().url()) {
            m_url = m_session.client().url();
            m_records.clear(); // of another server
        }
        if (!isLive && m_state == State::Running)
            setState(State::LinkLost);
    });
}

void TapFeed::start(const QJsonObject &params)
{
    m_dropped = 0;
    m_stopWanted = false;
    m_tap.reset();
    setState(State::Starting);
    m_session.client().request(this, u"trace/start"_s, params, [this](const AdminReply &reply) {
        if (reply.error) {
            m_error = textOf(*reply.error);
            setState(State::Refused);
            return;
        }
        m_tap = reply.result.value("tap"_L1).toInteger();
        m_until = m_clock.now() + std::chrono::seconds(reply.result.value("seconds"_L1).toInteger());
        setState(State::Running);
        if (m_stopWanted)
            stop();
    });
}

void TapFeed::stop()
{
    m_stopWanted = true;
    if (m_state != State::Running)
        return;
    m_session.client().request(this, u"trace/stop"_s, {{u"tap"_s, *m_tap}}, [](const AdminReply &) {});
    setState(State::Idle);
}

void TapFeed::onNotified(const QString &method, const QJsonObject &params)
{
    if (method != "trace/records"_L1 || m_state != State::Running || params.value("tap"_L1).toInteger() != m_tap)
        return;
    m_dropped += static_cast<quint64>(std::max<qint64>(0, params.value("dropped"_L1).toInteger()));
    m_records.append(params.value("records"_L1).toArray());
    if (params.value("ended"_L1).toBool())
        setState(State::Ended);
    else
        Q_EMIT changed();
}

std::chrono::seconds TapFeed::left() const
{
    return std::max(std::chrono::seconds(0), std::chrono::ceil<std::chrono::seconds>(m_until - m_clock.now()));
}

void TapFeed::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace sluice::console
