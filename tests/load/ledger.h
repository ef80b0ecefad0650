#pragma once

#include "tests/load/wsclient.h"

#include <QJsonObject>
#include <QtGlobal>

#include <array>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace sluice::load {

/// What must never happen.
enum class Violation {
    DoubleAnswer,    ///< A second answer to a request.
    UnknownId,       ///< An answer to what was never asked on this connection.
    WrongConnection, ///< An echo that belongs to another connection or request.
    Malformed,       ///< A message that is neither an answer nor a notification.
    NoRetryAfter,    ///< A refusal for now that does not say until when.
    Count_,
};

/// How everything sent has ended so far. Every request is in exactly one of the figures.
/// Thread: any (a value).
struct LedgerTotals {
    quint64 sent = 0;
    quint64 replied = 0;
    quint64 timedOut = 0;
    quint64 cancelled = 0;
    std::map<int, quint64> refused;          ///< By error code, but for timeout and cancelled.
    std::map<int, quint64> connectionClosed; ///< By the close code that the server gave.
    quint64 connectionDropped = 0;           ///< The server went without a word.
    quint64 leftInOrder = 0;                 ///< We said goodbye first: the server did get these.
    quint64 leftAbruptly = 0;                ///< We cut the connection: nobody knows.
    std::array<quint64, static_cast<size_t>(Violation::Count_)> violations{};
    std::map<std::string, quint64> notifications; ///< Pushes received, by method.

    [[nodiscard]] quint64 refusedInAll() const;
    [[nodiscard]] quint64 answered() const { return replied + timedOut + cancelled + refusedInAll(); }
    /// Ended with their connection.
    [[nodiscard]] quint64 gone() const;
    [[nodiscard]] quint64 unaccounted() const { return sent - answered() - gone(); }
    [[nodiscard]] quint64 violationsInAll() const;
    [[nodiscard]] QJsonObject toJson() const;
};

/// Who sent a request: what an echo event sends back.
struct Mark {
    quint64 account = 0;
    quint64 sequence = 0;

    bool operator==(const Mark &) const = default;
};

class Account;

/// The book about every request of a load.
/// Invariant: sent = the sum of all ways to end + unaccounted().
/// Thread: its owner's.
class Ledger
{
public:
    [[nodiscard]] const LedgerTotals &totals() const { return m_totals; }
    /// What the first few violations were, for people.
    [[nodiscard]] const std::vector<std::string> &samples() const { return m_samples; }

    void notify(std::string_view method);
    void violate(Violation violation, std::string sample);

private:
    friend class Account;

    LedgerTotals m_totals;
    std::vector<std::string> m_samples;
    quint64 m_lastAccount = 0;
};

/// The requests of one connection, from its opening to its end. Their ids are their sequence numbers, 1 and up.
/// Requires: the ledger outlives it.
class Account
{
public:
    explicit Account(Ledger &ledger);

    [[nodiscard]] quint64 number() const { return m_number; }
    [[nodiscard]] size_t pending() const { return m_pending; }
    /// The sequence number of the request sent next.
    [[nodiscard]] quint64 next() const { return m_next; }
    /// Books one more request as sent. Returns its sequence number.
    [[nodiscard]] quint64 send();
    /// A result came. `echo`: whose it says it is, where the event echoes.
    void reply(quint64 id, const std::optional<Mark> &echo);
    void error(quint64 id, int code);
    /// The connection is gone, and what was pending with it; the account stays closed.
    void close(const Farewell &farewell);

private:
    /// Whether `id` is pending; if so, it no longer is.
    [[nodiscard]] bool settle(quint64 id);

    Ledger &m_ledger;
    const quint64 m_number;
    quint64 m_next = 1;
    quint64 m_oldest = 1;         ///< The sequence number of m_isPending's first element.
    std::deque<bool> m_isPending; ///< Its first element is always pending.
    size_t m_pending = 0;
};

} // namespace sluice::load
