// SPDX-License-Identifier: GPL-3.0-or-later
// Plays an incident on a fake admin socket: `fakeadmin [port] [viewer|operator|admin]`. The same each time.
#include "tests/support/fakeadminserver.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

namespace {

using namespace Qt::StringLiterals;
using namespace sluice;

constexpr int kHistorySeconds = 600;
constexpr int kIncidentEvery = 420;

double bump(double second, double start, double rise, double hold, double fall)
{
    const double into = second - start;
    if (into < 0 || into > rise + hold + fall)
        return 0;
    const auto ease = [](double share) { return 0.5 - 0.5 * std::cos(share * M_PI); };
    if (into < rise)
        return ease(into / rise);
    return into < rise + hold ? 1 : 1 - ease((into - rise - hold) / fall);
}

/// Moves a snapshot second by second through the incident.
class Incident
{
public:
    void step(admin::Snapshot &now)
    {
        const double second = m_second++ % kIncidentEvery;
        const double surge = bump(second, 40, 90, 60, 80);
        const double received = 9700 + 2600 * surge + noise(300);
        const double refused = 26 + 150 * bump(second, 40, 4, 110, 4) + noise(surge > 0 ? 18 : 5);
        const double processed = received - refused - 350 * surge;
        add(now.eventsReceived, received);
        add(now.refusedRateLimited, refused);
        add(now.refusedUnauthorized, 4 + noise(1));
        add(now.eventsSucceeded, processed);
        add(now.eventsFailed, 0.3 + noise(0.3));
        add(now.eventsTimedOut, surge > 0.7 ? 0.8 : 0);
        add(now.refusedOverloaded, surge > 0.98 ? 31 : 0);
        add(now.broadcastSends, 86'000 + noise(7000));
        const double capacity = static_cast<double>(now.queueCapacity);
        now.laneDepth = {level(capacity * (0.03 + 0.08 * surge) + noise(150)),
                         level(capacity * (0.12 + 0.28 * surge) + noise(400)),
                         level(capacity * (0.20 + 0.22 * surge) + noise(300))};
        const double drop = bump(second, 20, 6, 3, 40);
        now.connectionsOpen = level(12'490 - 640 * drop + noise(12));
        add(now.connectionsAccepted, 36 + noise(4));
        add(now.connectionsClosed, 35 + noise(4));
        now.usersConnected = 9812;
        now.workers = 14;
        now.workersBusy = level(8 + 5 * surge + noise(1.4));
        now.workerBusyShare = 0.61 + 0.32 * surge;
        now.inFlight = now.workersBusy + 40;
        now.latency = {10'000, (11 + 22 * surge + noise(1)) * 1000, (46 + 160 * surge + noise(4)) * 1000,
                       (132 + 500 * surge + noise(14)) * 1000, 8.1e6};
        now.broadcastsQueued = level(3 + noise(2));
    }

    [[nodiscard]] double noise(double amplitude) { return m_normal(m_engine) * amplitude * 0.5; }

private:
    static quint64 level(double value) { return static_cast<quint64>(std::max(0.0, value)); }
    static void add(quint64 &total, double amount) { total += level(std::round(amount)); }

    int m_second = 0;
    std::mt19937 m_engine{42};
    std::normal_distribution<double> m_normal{0, 1};
};

/// The server behind the socket: runs, drains when asked, stops, and comes back.
class Play : public QObject
{
public:
    Play(quint16 port, admin::Role role)
        : m_port(port)
    {
        m_server.setRole(role);
        admin::Snapshot &now = m_server.snapshot();
        now.uptimeMs = 1'051'860'000;
        now.timeMs = QDateTime::currentMSecsSinceEpoch() - (kHistorySeconds + 1) * 1000LL;
        now.sequence = 1'051'860;
        QList<admin::Snapshot> history;
        for (int second = 0; second < kHistorySeconds; ++second) {
            advance(now);
            history.append(now);
        }
        m_server.setHistory(history);
        connect(&m_sampleTimer, &QTimer::timeout, this, [this] {
            m_incident.step(m_server.snapshot());
            m_server.sendSample();
        });
        connect(&m_drainTimer, &QTimer::timeout, this, &Play::drain);
        m_sampleTimer.start(1000);
    }

    bool start()
    {
        if (!m_server.start(m_port))
            return false;
        m_port = m_server.port();
        watchForShutdown();
        return true;
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray token() const { return m_server.token(); }

private:
    void advance(admin::Snapshot &now)
    {
        m_incident.step(now);
        ++now.sequence;
        now.timeMs += 1000;
        now.uptimeMs += 1000;
    }

    void watchForShutdown()
    {
        m_server.setMethod(u"server/shutdown"_s, [this](const QJsonObject &params) {
            const admin::Snapshot &now = m_server.snapshot();
            m_drain = {};
            m_drain.phase = u"finish-work"_s;
            m_drain.graceMs = params.value("graceMs"_L1).toInteger(30'000);
            m_drain.queued = m_drain.queuedAtStart = now.queueDepth();
            m_drain.inFlight = now.inFlight;
            m_drain.connections = m_drain.connectionsAtStart = now.connectionsOpen;
            m_drain.reason = params.value("reason"_L1).toString();
            m_drain.requestedBy = u"mira@ops"_s;
            m_server.snapshot().state = admin::ServerState::Draining;
            m_drainTimer.start(250);
            return test::FakeAdminServer::result(m_drain.toJson());
        });
    }

    void drain()
    {
        m_drain.elapsedMs += 250;
        const auto left = [](quint64 value, double share) {
            return static_cast<quint64>(static_cast<double>(value) * share);
        };
        m_drain.queued = m_drain.queued > 300 ? left(m_drain.queued, 0.94 + m_incident.noise(0.01)) : 0;
        m_drain.inFlight = m_drain.queued > 0 ? 14 : 0;
        m_drain.connections = left(m_drain.connections, 0.97);
        m_drain.answered = m_drain.queuedAtStart - m_drain.queued;
        if (m_drain.queued == 0)
            m_drain.phase = u"close-clients"_s;
        m_server.sendDrainProgress(m_drain);
        if (m_drain.queued > 0)
            return;
        m_drainTimer.stop();
        m_server.stopAsAsked();
        QTimer::singleShot(8000, this, [this] {
            m_server.restart(u"epoch-2"_s);
            m_server.start(m_port);
        });
    }

    test::FakeAdminServer m_server;
    quint16 m_port;
    Incident m_incident;
    QTimer m_sampleTimer;
    QTimer m_drainTimer;
    admin::DrainProgress m_drain;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const quint16 port = arguments.size() > 1 ? arguments.at(1).toUShort() : 0;
    const admin::Role role = admin::roleFromString(arguments.value(2)).value_or(admin::Role::Admin);
    Play play(port, role);
    if (!play.start()) {
        std::fprintf(stderr, "cannot listen on port %u\n", port);
        return 1;
    }
    std::printf("port=%u token=%s\n", play.port(), play.token().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
