#include "tests/load/ledger.h"

#include "shared/base/errorcode.h"

#include <numeric>

namespace sluice::load {

namespace {

constexpr size_t kMaxSamples = 10;
constexpr std::array<const char *, static_cast<size_t>(Violation::Count_)> kViolationNames{
    "doubleAnswer", "unknownId", "wrongConnection", "malformed", "noRetryAfter"};

template <typename Key>
quint64 sum(const std::map<Key, quint64> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), quint64{0},
                           [](quint64 total, const auto &entry) { return total + entry.second; });
}

QJsonObject byCode(const std::map<int, quint64> &counts)
{
    QJsonObject object;
    for (const auto &[code, count] : counts)
        object.insert(QString::number(code), static_cast<qint64>(count));
    return object;
}

} // namespace

quint64 LedgerTotals::refusedInAll() const
{
    return sum(refused);
}

quint64 LedgerTotals::gone() const
{
    return sum(connectionClosed) + connectionDropped + leftInOrder + leftAbruptly;
}

quint64 LedgerTotals::violationsInAll() const
{
    return std::accumulate(violations.begin(), violations.end(), quint64{0});
}

QJsonObject LedgerTotals::toJson() const
{
    QJsonObject faults;
    for (size_t i = 0; i < violations.size(); ++i)
        faults.insert(QLatin1String(kViolationNames[i]), static_cast<qint64>(violations[i]));
    QJsonObject pushes;
    for (const auto &[method, count] : notifications)
        pushes.insert(QString::fromStdString(method), static_cast<qint64>(count));
    return {{QStringLiteral("sent"), static_cast<qint64>(sent)},
            {QStringLiteral("replied"), static_cast<qint64>(replied)},
            {QStringLiteral("timedOut"), static_cast<qint64>(timedOut)},
            {QStringLiteral("cancelled"), static_cast<qint64>(cancelled)},
            {QStringLiteral("refused"), byCode(refused)},
            {QStringLiteral("connectionClosed"), byCode(connectionClosed)},
            {QStringLiteral("connectionDropped"), static_cast<qint64>(connectionDropped)},
            {QStringLiteral("leftInOrder"), static_cast<qint64>(leftInOrder)},
            {QStringLiteral("leftAbruptly"), static_cast<qint64>(leftAbruptly)},
            {QStringLiteral("violations"), faults},
            {QStringLiteral("notifications"), pushes}};
}

void Ledger::notify(std::string_view method)
{
    ++m_totals.notifications[std::string(method)];
}

void Ledger::violate(Violation violation, std::string sample)
{
    ++m_totals.violations[static_cast<size_t>(violation)];
    if (m_samples.size() < kMaxSamples)
        m_samples.push_back(kViolationNames[static_cast<size_t>(violation)] + (": " + std::move(sample)));
}

Account::Account(Ledger &ledger)
    : m_ledger(ledger)
    , m_number(++ledger.m_lastAccount)
{
}

quint64 Account::send()
{
    m_isPending.push_back(true);
    ++m_pending;
    ++m_ledger.m_totals.sent;
    return m_next++;
}

void Account::reply(quint64 id, const std::optional<Mark> &echo)
{
    if (!settle(id))
        return;
    ++m_ledger.m_totals.replied;
    if (echo && *echo != Mark{m_number, id})
        m_ledger.violate(Violation::WrongConnection,
                         "connection " + std::to_string(m_number) + " request " + std::to_string(id)
                             + " got the echo of " + std::to_string(echo->account) + '/'
                             + std::to_string(echo->sequence));
}

void Account::error(quint64 id, int code)
{
    if (!settle(id))
        return;
    LedgerTotals &totals = m_ledger.m_totals;
    if (code == static_cast<int>(ErrorCode::Timeout))
        ++totals.timedOut;
    else if (code == static_cast<int>(ErrorCode::Cancelled))
        ++totals.cancelled;
    else
        ++totals.refused[code];
}

void Account::close(const Farewell &farewell)
{
    if (m_pending == 0)
        return;
    LedgerTotals &totals = m_ledger.m_totals;
    switch (farewell.parting) {
    case Parting::Told: totals.connectionClosed[farewell.code] += m_pending; break;
    case Parting::LeftInOrder: totals.leftInOrder += m_pending; break;
    case Parting::LeftAbruptly: totals.leftAbruptly += m_pending; break;
    case Parting::Refused:
    case Parting::Dropped: totals.connectionDropped += m_pending; break;
    }
    m_isPending.clear();
    m_oldest = m_next;
    m_pending = 0;
}

bool Account::settle(quint64 id)
{
    const bool isKnown = id != 0 && id < m_next;
    if (!isKnown || id < m_oldest || !m_isPending[static_cast<size_t>(id - m_oldest)]) {
        m_ledger.violate(isKnown ? Violation::DoubleAnswer : Violation::UnknownId,
                         "connection " + std::to_string(m_number) + " id " + std::to_string(id));
        return false;
    }
    m_isPending[static_cast<size_t>(id - m_oldest)] = false;
    --m_pending;
    while (!m_isPending.empty() && !m_isPending.front()) {
        m_isPending.pop_front();
        ++m_oldest;
    }
    return true;
}

} // namespace sluice::load
