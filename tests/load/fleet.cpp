#include "tests/load/fleet.h"

#include "shared/base/errorcode.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace sluice::load {

namespace {

constexpr int kEventsPerTurn = 256;

} // namespace

Fleet::Fleet(const Clock &clock, Random &random)
    : m_clock(clock)
    , m_random(random)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
}

Fleet::~Fleet()
{
    m_members.clear();
    ::close(m_epoll);
}

size_t Fleet::add(const WsTarget &target)
{
    WsObserver &observer = *this; // only here is the base accessible
    m_members.push_back(std::make_unique<Member>(m_epoll, m_random, observer, m_members.size(), target));
    return m_members.size() - 1;
}

size_t Fleet::pending(size_t member) const
{
    const std::optional<Account> &account = m_members[member]->account;
    return account ? account->pending() : 0;
}

Mark Fleet::nextMark(size_t member) const
{
    const Account &account = *m_members[member]->account;
    return {account.number(), account.next()};
}

quint64 Fleet::request(size_t member, const Call &call)
{
    Member &sender = *m_members[member];
    const quint64 id = sender.account->send();
    m_text.assign(R"({"jsonrpc":"2.0","id":)").append(std::to_string(id));
    m_text.append(R"(,"method":")").append(call.method).append(R"(","params":)").append(call.params);
    if (call.timeout)
        m_text.append(R"(,"timeoutMs":)").append(std::to_string(*call.timeout));
    m_text.push_back('}');
    sender.client.sendText(m_text);
    if (sender.timedId == 0) {
        sender.timedId = id;
        sender.timedSince = m_clock.now();
        sender.timedEvent = call.method;
    }
    markDirty(sender);
    return id;
}

void Fleet::cancel(size_t member, quint64 id)
{
    Member &sender = *m_members[member];
    sender.client.sendText(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":)" + std::to_string(id)
                           + "}}");
    markDirty(sender);
}

void Fleet::turn(std::chrono::milliseconds wait)
{
    flushDirty();
    std::array<epoll_event, kEventsPerTurn> events{};
    const int count = ::epoll_wait(m_epoll, events.data(), kEventsPerTurn, static_cast<int>(wait.count()));
    for (int i = 0; i < count; ++i) {
        // An earlier event of this turn may have ended the connection, and even begun the next: then this one is idle
        // or reports about a socket that has nothing to say, which handle() takes.
        WsClient &client = m_members[events[static_cast<size_t>(i)].data.u64]->client;
        if (!client.isIdle())
            client.handle(events[static_cast<size_t>(i)].events);
    }
    flushDirty();
}

QJsonObject Fleet::latenciesByEvent() const
{
    QJsonObject events;
    const auto insert = [&events](const std::map<std::string, Latencies, std::less<>> &by, QLatin1String kind) {
        for (const auto &[event, latencies] : by) {
            const QString name = QString::fromStdString(event);
            QJsonObject kinds = events[name].toObject();
            kinds[kind] = latencies.toJson();
            events[name] = kinds;
        }
    };
    insert(m_replyLatencies, QLatin1String("replies"));
    insert(m_errorLatencies, QLatin1String("errors"));
    return events;
}

void Fleet::opened(WsClient &client)
{
    Member &member = *m_members[client.index()];
    member.account.emplace(m_ledger);
    member.timedId = 0;
    ++m_openCount;
    ++m_connections.opened;
    m_scenario->opened(client.index());
}

void Fleet::received(WsClient &client, std::string_view text)
{
    Member &member = *m_members[client.index()];
    const Answer answer = readAnswer(text);
    switch (answer.kind) {
    case Answer::Kind::Reply: member.account->reply(answer.id, answer.echo); break;
    case Answer::Kind::Error:
        member.account->error(answer.id, answer.code);
        if (answer.code == static_cast<int>(ErrorCode::Overloaded) && !answer.saysWhen)
            m_ledger.violate(Violation::NoRetryAfter, std::string(text.substr(0, 200)));
        break;
    case Answer::Kind::Notification: m_ledger.notify(answer.method); return;
    case Answer::Kind::Malformed: m_ledger.violate(Violation::Malformed, std::string(text.substr(0, 200))); return;
    }
    if (answer.id == member.timedId) {
        recordLatency(member, answer.kind);
    }
    m_scenario->answered(client.index(), answer);
}

void Fleet::ended(WsClient &client, const Farewell &farewell)
{
    Member &member = *m_members[client.index()];
    if (member.account) {
        member.account->close(farewell);
        member.account.reset();
        --m_openCount;
    }
    switch (farewell.parting) {
    case Parting::Refused:
        ++m_connections.refused[farewell.code];
        m_connections.lastRefusal = farewell.detail;
        break;
    case Parting::Told: ++m_connections.closed[farewell.code]; break;
    case Parting::Dropped: ++m_connections.dropped; break;
    case Parting::LeftInOrder:
    case Parting::LeftAbruptly: ++m_connections.left; break;
    }
    m_scenario->ended(client.index(), farewell);
}

void Fleet::markDirty(Member &member)
{
    if (!member.isDirty)
        m_dirty.push_back(&member);
    member.isDirty = true;
}

void Fleet::flushDirty()
{
    for (Member *member : m_dirty) {
        member->isDirty = false;
        member->client.flush();
    }
    m_dirty.clear();
}

void Fleet::recordLatency(Member &member, Answer::Kind kind)
{
    const Duration took = m_clock.now() - member.timedSince;
    m_latencies.record(took, m_random);
    auto &by = kind == Answer::Kind::Reply ? m_replyLatencies : m_errorLatencies;
    by[member.timedEvent].record(took, m_random);
    member.timedId = 0;
}

} // namespace sluice::load
