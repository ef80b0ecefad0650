#pragma once

#include "server/admin/admincommands.h"
#include "server/admin/sampler.h"
#include "server/policies/mutes.h"
#include "server/policies/revocations.h"
#include "server/topics/topics.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <array>
#include <memory>
#include <vector>

namespace sluice::server {

/// A clock that stands still until it is told.
class StillClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const noexcept override { return m_now; }
    [[nodiscard]] WallTime wallNow() const noexcept override
    {
        return WallTime(std::chrono::milliseconds(1'700'000'000'000));
    }
    void advance(Duration by) { m_now += by; }

private:
    TimePoint m_now{std::chrono::hours(1)};
};

class RecordingDrain final : public DrainControl
{
public:
    admin::DrainProgress planDrain(const DrainRequest &request) const override
    {
        admin::DrainProgress progress;
        progress.phase = QStringLiteral("stop-accepting");
        progress.graceMs = request.grace.value_or(std::chrono::seconds(30)).count();
        progress.thenExit = request.thenExit;
        progress.requestedBy = request.requestedBy;
        progress.reason = request.reason;
        return progress;
    }
    admin::DrainProgress beginDrain(const DrainRequest &request) override
    {
        requests.push_back(request);
        return planDrain(request);
    }
    std::optional<admin::DrainProgress> changeDrain(const DrainChange &change) override
    {
        if (requests.empty())
            return std::nullopt;
        changes.push_back(change);
        return planDrain(requests.back());
    }
    std::vector<DrainRequest> requests;
    std::vector<DrainChange> changes;
};

class SilentHandler final : public Handler
{
public:
    HandlerResult handle(const Request &) override { return Outcome::success(); }
};

class KeepingPublications final : public PublicationSink
{
public:
    PublishResult publish(Publication &&publication) override
    {
        publications.push_back(std::move(publication));
        return PublishResult::Queued;
    }
    std::vector<Publication> publications;
};

/// Of all users "ada" is connected.
class LonelyDirectory final : public UserDirectory
{
public:
    size_t connectionsOf(std::string_view user) const override { return user == "ada" ? 2 : 0; }
};

/// Everything that the admin side needs, without a socket.
struct AdminFixture {
    AdminFixture()
    {
        handlers.emplace("notes.save", std::make_unique<SilentHandler>());
        registry = *EventRegistry::load(
            "[[event]]\nid = 'notes/save'\nhandler = 'notes.save'\nrate-limit = { per-minute = 20 }\n"
            "requires-role = 'admin'\n[[event]]\nid = 'a/b'\nhandler = 'notes.save'\ntimeout-ms = 7\n",
            QStringLiteral("events"), handlers);
        metrics.reserveEvents(registry->events().size());
        if (!audit.open(directory.path()))
            qFatal("no audit log");
        if (!revocations.open(directory.filePath(QStringLiteral("revocations.json"))))
            qFatal("no revocation list");
    }

    static LoadedConfig defaults()
    {
        ConfigInput input;
        input.settings = QStringList{QStringLiteral("state-dir=/never/made")};
        return *loadConfig(input);
    }

    AdminCommands::Parts parts()
    {
        return {config,
                metrics,
                history,
                clock,
                audit,
                drain,
                [this] { return registry; },
                [this] {
                    ServerFacts facts;
                    facts.epoch = QStringLiteral("e1");
                    facts.started = clock.now() - std::chrono::seconds(3);
                    facts.startedWall = clock.wallNow() - std::chrono::seconds(3);
                    facts.clientsAddress = QStringLiteral("127.0.0.1:1");
                    facts.clientsTlsAddress = QStringLiteral("127.0.0.1:3");
                    facts.adminAddress = QStringLiteral("127.0.0.1:2");
                    facts.adminTlsAddress = QStringLiteral("off");
                    facts.httpAddress = QStringLiteral("off");
                    return facts;
                },
                [this](const QString &by) -> Result<void> {
                    tlsReloadedBy = by;
                    return tlsFault.isEmpty() ? Result<void>() : failure(ErrorCode::InternalError, {}, tlsFault);
                },
                [this](const QString &by) -> Result<void> {
                    keysReloadedBy = by;
                    return keysFault.isEmpty() ? Result<void>() : failure(ErrorCode::InvalidParams, {}, keysFault);
                },
                [this](const QString &by) -> Result<EventRegistryPtr> {
                    eventsReloadedBy = by;
                    if (eventsFault.isEmpty())
                        return registry;
                    return failure(ErrorCode::InvalidParams, {}, eventsFault);
                },
                breakers,
                taps,
                culprits,
                log,
                publications,
                users,
                census,
                closer,
                closed,
                rateLimits,
                topics,
                revocations,
                [this] { ++revokedClosings; },
                mutes};
    }

    SampleSources sources()
    {
        return {metrics,
                config,
                clock,
                QStringLiteral("e1"),
                clock.now(),
                [] { return admin::ServerState::Running; },
                [this] { return workers; },
                [this] { return loopTurns; }};
    }

    QList<QJsonObject> auditLines() const
    {
        QFile file(directory.filePath(QStringLiteral("audit.log")));
        QList<QJsonObject> lines;
        if (!file.open(QIODevice::ReadOnly))
            return lines;
        while (!file.atEnd())
            lines.append(QJsonDocument::fromJson(file.readLine()).object());
        return lines;
    }

    std::vector<admin::WorkerSummary> workers;
    std::vector<HistogramCounts> loopTurns;
    QTemporaryDir directory;
    StillClock clock;
    HandlerTable handlers;
    EventRegistryPtr registry;
    Metrics metrics;
    Breakers breakers{handlers, metrics, clock};
    ConfigStore config{defaults(), clock};
    History history;
    FlightRecorder recorder{clock};
    Culprits culprits{clock};
    KeepingPublications publications;
    LonelyDirectory users;
    ConnectionCensus::Rows connections; ///< What a census finds.
    ConnectionCensus census{{[this](const auto &deliver) { deliver(ConnectionCensus::Rows(connections)); }}};
    std::vector<CloseOrder> closeOrders;
    ConnectionCloser closer{clock, [this](const CloseOrder &order) { closeOrders.push_back(order); }};
    ClosedConnections closed;
    SystemRandom random;
    Topics topics{clock, [this] { return registry; }, "e1"};
    RateLimitPolicy rateLimits{*config.current(), metrics, random};
    LogSink log{metrics, clock};
    TraceTaps taps{{recorder, clock, [this] { return registry; }}};
    Revocations revocations{clock};
    Mutes mutes{clock};
    int revokedClosings = 0;
    AuditLog audit{clock};
    RecordingDrain drain;
    QString tlsReloadedBy;
    QString keysReloadedBy;
    QString keysFault; ///< Why reading the token keys fails; empty: it does not.
    QString eventsReloadedBy;
    QString eventsFault; ///< Why reading the events fails; empty: it does not.
    QString tlsFault;    ///< Why reading the certificate fails; empty: it does not.
};

} // namespace sluice::server
