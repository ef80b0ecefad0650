// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/serverwatch.h"

namespace sluice::console {

using namespace std::chrono_literals;

ServerWatch::ServerWatch(ConnectionProfile profile, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_clock(clock)
    , m_client(clock, random)
{
    connect(&m_client, &AdminClient::infoReceived, this, [this](const ServerInfo &info) {
        m_info = info;
        m_obstacle.clear();
    });
    connect(&m_client, &AdminClient::historyReceived, this, [this](const QList<admin::Snapshot> &samples) {
        m_history.restore(samples);
        m_sampleAt = m_clock.now();
        Q_EMIT changed();
    });
    connect(&m_client, &AdminClient::sampleReceived, this, [this](const admin::Snapshot &sample) {
        m_history.append(sample);
        m_info.state = sample.state;
        m_sampleAt = m_clock.now();
        Q_EMIT changed();
    });
    connect(&m_client, &AdminClient::failed, this, &ServerWatch::onFailed);
    connect(&m_client, &AdminClient::stateChanged, this, &ServerWatch::changed);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ServerWatch::connectNow);
}

void ServerWatch::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    m_retry.stop();
    if (active)
        connectNow();
    else
        m_client.disconnectFromServer();
}

void ServerWatch::connectNow()
{
    const Result<QByteArray> token = m_profile.readToken();
    if (token) {
        m_client.connectToServer(m_profile.url(), *token, m_profile.security);
        return;
    }
    m_obstacle = token.error().detail.isEmpty() ? tr("No token file is saved for it. Open it to enter a token.")
                                                : tr("Its token cannot be read: %1").arg(token.error().detail);
    m_retry.start(kRetry);
    Q_EMIT changed();
}

void ServerWatch::onFailed(const LinkFailure &failure)
{
    m_obstacle = failure.kind == LinkFailureKind::TokenWrong ? tr("It does not know the saved token.") : failure.detail;
    // A link that worked is found again by the client itself. What needs another token waits for one.
    if (m_active && !m_client.untilRetry() && failure.isTransient())
        m_retry.start(kRetry);
}

qint64 ServerWatch::nowMs() const
{
    const std::chrono::milliseconds age = std::chrono::floor<std::chrono::milliseconds>(m_clock.now() - m_sampleAt);
    return m_history.latestMs() + (age.count() > m_history.gapMs() ? age.count() : 0);
}

} // namespace sluice::console
