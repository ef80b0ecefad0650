// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/headerstate.h"

#include "console/models/format.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/rail.h"

#include <QDateTime>

#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void HeaderState::onLinkChanged()
{
    if (m_session.client().state() == LinkState::LinkLost)
        m_lostSince = m_clock.now();
}

void HeaderState::show(HeaderBar &header, Rail &rail, Environment environment) const
{
    const ServerInfo &info = m_session.info();
    const bool known = !info.epoch.isEmpty();
    header.setServer(known ? info.name : tr("No server"), environment);
    const bool readOnly = known && !info.mayCall(u"config/patch"_s);
    header.setRoleNote(!readOnly ? QString() : info.isReadOnly ? tr("read-only") : admin::toString(info.role));
    header.setDrainOffered(!known || info.mayCall(u"server/shutdown"_s));
    header.setFacts(known ? facts() : QString());
    rail.setUser(known ? u"%1 · %2"_s.arg(info.user, admin::toString(info.role)) : QString());
    const Badge link = badge();
    header.setLink(link.text, link.color, link.isFilled);
}

QString HeaderState::facts() const
{
    const ServerInfo &info = m_session.info();
    if (m_session.freshness() == ServerSession::Freshness::Lost) {
        const QTime last = QDateTime::fromMSecsSinceEpoch(m_session.history().latestMs()).time();
        return tr("last sample %1, values below are old").arg(last.toString(u"HH:mm:ss"_s));
    }
    return tr("up %1 · v%2 · config rev %3")
        .arg(format::uptime(m_session.uptimeMs()), info.version)
        .arg(info.configRevision);
}

HeaderState::Badge HeaderState::badge() const
{
    switch (m_session.client().state()) {
    case LinkState::Disconnected: return {tr("○ Not connected"), ColorRole::Text3};
    case LinkState::Connecting: return {tr("○ Connecting…"), ColorRole::Accent};
    case LinkState::SigningIn: return {tr("○ Signing in…"), ColorRole::Accent};
    case LinkState::LinkLost:
        if (m_session.isStoppedAsAsked())
            return {tr("○ Stopped as asked"), ColorRole::Text2};
        return {lostText(), ColorRole::Critical, true};
    case LinkState::Live: break;
    }
    return liveBadge();
}

HeaderState::Badge HeaderState::liveBadge() const
{
    if (m_session.isReplay())
        return {tr("◷ Recording"), ColorRole::Text2};
    if (m_session.info().state == admin::ServerState::Drained)
        return {tr("▲ Drained"), ColorRole::Warn, true};
    if (m_session.info().state != admin::ServerState::Running)
        return {tr("▲ Draining"), ColorRole::Warn, true};
    if (m_session.freshness() == ServerSession::Freshness::Late)
        return {tr("▲ Sample %1 s old").arg(m_session.sampleAge() / 1s), ColorRole::Warn};
    if (m_session.history().areUpdatesReduced())
        return {tr("▲ Updates every %1 s").arg(m_session.history().intervalMs() / 1000), ColorRole::Warn};
    if (isNewsThatItRestarted())
        return {tr("▲ Restarted %1 ago").arg(format::clockSpan(m_session.uptimeMs())), ColorRole::Warn};
    return {tr("● Live"), ColorRole::Ok};
}

// For a while, and only where this console knew the server before: on the charts it is a letter among others.
bool HeaderState::isNewsThatItRestarted() const
{
    constexpr auto kNews = 2min;
    const QList<SampleHistory::Sample> &samples = m_session.history().samples();
    return !samples.isEmpty() && samples.constFirst().snapshot.epoch != m_session.info().epoch
        && m_session.uptimeMs() < kNews / 1ms;
}

QString HeaderState::lostText() const
{
    const QString lost = format::clockSpan((m_clock.now() - m_lostSince) / 1ms);
    const auto retry = m_session.client().untilRetry();
    return retry
        ? tr("■ Link lost %1 · retry in %2 s").arg(lost).arg(std::ceil(static_cast<double>(retry->count()) / 1000))
        : tr("■ Link lost %1 · trying…").arg(lost);
}

} // namespace sluice::console
