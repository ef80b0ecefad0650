#pragma once

#include "shared/base/clock.h"
#include "tests/load/answer.h"
#include "tests/load/latencies.h"
#include "tests/load/ledger.h"
#include "tests/load/wsclient.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sluice::load {

/// A request to send.
struct Call {
    std::string_view method;
    std::string_view params;    ///< JSON text.
    std::optional<int> timeout; ///< The member `timeoutMs`.
};

/// What the connections did, beside their requests.
struct ConnectionTotals {
    quint64 opened = 0;
    std::map<int, quint64> refused; ///< By HTTP status; 0 when nobody listened.
    std::map<int, quint64> closed;  ///< By the server's close code.
    quint64 dropped = 0;
    quint64 left = 0;
    std::string lastRefusal;
};

/// What drives a fleet.
class Scenario
{
public:
    virtual ~Scenario() = default;

    virtual void opened(size_t member) = 0;
    virtual void answered(size_t member, const Answer &answer) = 0;
    virtual void ended(size_t member, const Farewell &farewell) = 0;
};

/// Many clients on one thread: connects them, keeps the ledger, writes once per turn and member.
/// Thread: the one that made it.
class Fleet final : private WsObserver
{
public:
    Fleet(const Clock &clock, Random &random);
    ~Fleet() override;

    void setScenario(Scenario &scenario) { m_scenario = &scenario; }
    /// A new member, not connected yet. Returns its number: 0, 1, 2 ...
    size_t add(const WsTarget &target);
    [[nodiscard]] size_t size() const { return m_members.size(); }

    void connect(size_t member) { m_members[member]->client.open(m_members[member]->target); }
    void leave(size_t member) { m_members[member]->client.leave(); }
    void cut(size_t member) { m_members[member]->client.cut(); }
    [[nodiscard]] bool isOpen(size_t member) const { return m_members[member]->client.isOpen(); }
    [[nodiscard]] bool isIdle(size_t member) const { return m_members[member]->client.isIdle(); }
    [[nodiscard]] size_t openCount() const { return m_openCount; }
    /// The requests of a member that wait for an answer.
    [[nodiscard]] size_t pending(size_t member) const;
    [[nodiscard]] size_t pendingInAll() const { return m_ledger.totals().unaccounted(); }

    /// What marks the next request of an open member.
    [[nodiscard]] Mark nextMark(size_t member) const;
    /// Sends a request. Returns its id. Requires: isOpen(member).
    quint64 request(size_t member, const Call &call);
    /// Asks the server to give a request up.
    void cancel(size_t member, quint64 id);

    /// Writes what has collected, then waits for the network and handles what it brings. Blocks: at most `wait`.
    void turn(std::chrono::milliseconds wait);

    [[nodiscard]] const Ledger &ledger() const { return m_ledger; }
    [[nodiscard]] const ConnectionTotals &connections() const { return m_connections; }
    /// From request to answer, whatever it was.
    [[nodiscard]] const Latencies &latencies() const { return m_latencies; }
    /// The same by event, of what was replied to and of what was refused or failed.
    [[nodiscard]] QJsonObject latenciesByEvent() const;

private:
    struct Member {
        Member(int epoll, Random &random, WsObserver &observer, size_t index, WsTarget where)
            : client(epoll, random, observer, index)
            , target(std::move(where))
        {
        }

        WsClient client;
        WsTarget target;
        std::optional<Account> account; ///< While open.
        bool isDirty = false;
        // One request at a time is timed: cheap, and no answer is measured through another's.
        quint64 timedId = 0;
        TimePoint timedSince;
        std::string timedEvent;
    };

    void opened(WsClient &client) override;
    void received(WsClient &client, std::string_view text) override;
    void ended(WsClient &client, const Farewell &farewell) override;
    void markDirty(Member &member);
    void flushDirty();
    void recordLatency(Member &member, Answer::Kind kind);

    const Clock &m_clock;
    Random &m_random;
    Scenario *m_scenario = nullptr;
    int m_epoll = -1;
    Ledger m_ledger;
    ConnectionTotals m_connections;
    std::vector<std::unique_ptr<Member>> m_members;
    std::vector<Member *> m_dirty;
    size_t m_openCount = 0;
    std::string m_text;
    Latencies m_latencies;
    std::map<std::string, Latencies, std::less<>> m_replyLatencies; ///< By event.
    std::map<std::string, Latencies, std::less<>> m_errorLatencies;
};

} // namespace sluice::load
