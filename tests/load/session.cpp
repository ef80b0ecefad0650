#include "tests/load/session.h"

#include "tests/load/demoload.h"
#include "tests/support/tokens.h"

#include <QJsonArray>

namespace sluice::load {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kRestMs = 10s;
constexpr std::chrono::milliseconds kGoodbyeMs = 5s;
constexpr std::chrono::milliseconds kRampMs = 60s;
constexpr std::chrono::milliseconds kTurn = 20ms;

QJsonObject byCode(const std::map<int, quint64> &counts)
{
    QJsonObject object;
    for (const auto &[code, count] : counts)
        object.insert(QString::number(code), static_cast<qint64>(count));
    return object;
}

QJsonArray textList(const std::vector<std::string> &texts)
{
    QJsonArray list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

} // namespace

LoadSession::LoadSession(const LoadPlan &plan, const Clock &clock, Random &random, const StopSignals &signals)
    : m_plan(plan)
    , m_clock(clock)
    , m_signals(signals)
    , m_fleet(clock, random)
{
    addMembers();
    if (plan.demo)
        m_run = std::make_unique<DemoLoad>(plan, m_fleet, clock, random);
    else
        m_run = std::make_unique<MixLoad>(plan, m_fleet, clock, random);
    m_fleet.setScenario(*m_run);
}

QJsonObject LoadSession::run()
{
    tl::expected<Scrape, std::string> before;
    if (m_plan.metrics) {
        before = fetchScrape(*m_plan.metrics);
        if (!before)
            m_faults.push_back(before.error());
    }
    load();
    settle();
    sayGoodbye();
    if (m_plan.metrics && before)
        compare(*before);
    return summary();
}

void LoadSession::addMembers()
{
    for (size_t i = 0; i < m_plan.connections; ++i) {
        WsTarget target = m_plan.target;
        if (!m_plan.tokenKey.isEmpty()) {
            const QString user = QString::fromStdString(RequestMix::userName(i, m_plan.users));
            target.token = test::makeToken({user, m_plan.roles, 24h}, m_plan.tokenKey).toStdString();
        }
        m_fleet.add(target);
    }
}

void LoadSession::load()
{
    const TimePoint start = m_clock.now();
    while (!m_run->isDone()) {
        const std::chrono::milliseconds wait = m_run->turn();
        m_fleet.turn(wait);
        const bool neverConnected = m_fleet.connections().opened == 0 && m_clock.now() - start > kRampMs;
        if (neverConnected)
            m_faults.push_back("no connection came about: " + m_fleet.connections().lastRefusal);
        if (neverConnected || m_signals.arrived())
            m_run->stop();
    }
    m_run->stop();
    m_loaded = m_clock.now() - start;
}

void LoadSession::settle()
{
    turnUntil([this] { return m_fleet.pendingInAll() == 0; }, m_plan.settle);
    m_unaccounted = m_fleet.ledger().totals().unaccounted();
    if (m_unaccounted > 0)
        m_faults.push_back(std::to_string(m_unaccounted) + " requests unaccounted for");
    if (const quint64 violations = m_fleet.ledger().totals().violationsInAll(); violations > 0)
        m_faults.push_back(std::to_string(violations) + " violations");
    if (m_fleet.ledger().totals().sent == 0)
        m_faults.push_back("nothing was sent: " + m_fleet.connections().lastRefusal);
}

void LoadSession::sayGoodbye()
{
    for (size_t member = 0; member < m_fleet.size(); ++member) {
        if (m_fleet.isOpen(member))
            m_fleet.leave(member);
    }
    turnUntil([this] { return m_fleet.openCount() == 0; }, kGoodbyeMs);
    for (size_t member = 0; member < m_fleet.size(); ++member)
        m_fleet.cut(member);
}

void LoadSession::compare(const Scrape &before)
{
    tl::expected<Scrape, std::string> after = fetchScrape(*m_plan.metrics);
    const TimePoint limit = m_clock.now() + kRestMs;
    while (after && !isAtRest(*after) && m_clock.now() < limit) {
        m_fleet.turn(kTurn);
        after = fetchScrape(*m_plan.metrics);
    }
    if (!after) {
        m_faults.push_back(after.error());
        return;
    }
    for (std::string &fault : contradictions(m_fleet.ledger().totals(), before, *after))
        m_faults.push_back(std::move(fault));
}

template <typename Done>
void LoadSession::turnUntil(Done done, std::chrono::milliseconds limit)
{
    const TimePoint end = m_clock.now() + limit;
    while (!done() && m_clock.now() < end)
        m_fleet.turn(kTurn);
}

QJsonObject LoadSession::summary() const
{
    const ConnectionTotals &connections = m_fleet.connections();
    const LedgerTotals &totals = m_fleet.ledger().totals();
    const double seconds = std::chrono::duration<double>(m_loaded).count();
    return {{u"ok"_qs, m_faults.empty()},
            {u"faults"_qs, textList(m_faults)},
            {u"unaccounted"_qs, static_cast<qint64>(m_unaccounted)},
            {u"violations"_qs, static_cast<qint64>(totals.violationsInAll())},
            {u"violationSamples"_qs, textList(m_fleet.ledger().samples())},
            {u"seconds"_qs, seconds},
            {u"answeredPerSecond"_qs, static_cast<double>(totals.answered()) / seconds},
            {u"latencyUs"_qs, m_fleet.latencies().toJson()},
            {u"latencyUsByEvent"_qs, m_fleet.latenciesByEvent()},
            {u"connections"_qs,
             QJsonObject{{u"opened"_qs, static_cast<qint64>(connections.opened)},
                         {u"refused"_qs, byCode(connections.refused)},
                         {u"closed"_qs, byCode(connections.closed)},
                         {u"dropped"_qs, static_cast<qint64>(connections.dropped)},
                         {u"left"_qs, static_cast<qint64>(connections.left)}}},
            {u"ledger"_qs, totals.toJson()}};
}

} // namespace sluice::load
