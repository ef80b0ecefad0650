#include "shared/admin/connectionfilter.h"

#include <algorithm>
#include <array>

namespace sluice::admin {

namespace {

// In the order of kOpenFields.
enum class Open : size_t { User, Role, Address, State, Age, Rtt, In, Received, Limited, Refused, Pending };
constexpr std::array kOpenFields{
    FilterField{"user", FilterType::Text},     FilterField{"role", FilterType::Text},
    FilterField{"address", FilterType::Text},  FilterField{"state", FilterType::State},
    FilterField{"age", FilterType::Seconds},   FilterField{"rtt", FilterType::Milliseconds},
    FilterField{"in", FilterType::Count},      FilterField{"received", FilterType::Count},
    FilterField{"limited", FilterType::Count}, FilterField{"refused", FilterType::Count},
    FilterField{"pending", FilterType::Bytes},
};

// In the order of kClosedFields.
enum class Closed : size_t { User, Role, Address, By, Reason, Code, Ago, Lasted, Received, Refused };
constexpr std::array kClosedFields{
    FilterField{"user", FilterType::Text},      FilterField{"role", FilterType::Text},
    FilterField{"address", FilterType::Text},   FilterField{"by", FilterType::Text},
    FilterField{"reason", FilterType::Text},    FilterField{"code", FilterType::Count},
    FilterField{"ago", FilterType::Seconds},    FilterField{"lasted", FilterType::Seconds},
    FilterField{"received", FilterType::Count}, FilterField{"refused", FilterType::Count},
};

bool matchesAny(const TextPattern &pattern, const std::vector<std::string> &words)
{
    if (words.empty())
        return pattern.matches({});
    return std::any_of(words.begin(), words.end(),
                       [&pattern](const std::string &word) { return pattern.matches(word); });
}

std::string_view view(QLatin1String text)
{
    return {text.data(), static_cast<size_t>(text.size())};
}

bool holdsFor(const FilterTerm &term, quint64 value)
{
    return term.holds(static_cast<double>(value));
}

bool holdsFor(const FilterTerm &term, std::chrono::milliseconds value)
{
    return term.holds(static_cast<double>(value.count()));
}

bool hasWord(const FilterTerm &term, const std::string &user, const std::string &address, quint64 id)
{
    return term.pattern.matches(user) || term.pattern.matches(address) || std::to_string(id) == term.word;
}

bool holds(const FilterTerm &term, const ConnectionRow &row)
{
    if (term.field == FilterTerm::kAnyText)
        return hasWord(term, row.user, row.address, row.id);
    switch (static_cast<Open>(term.field)) {
    case Open::User: return term.pattern.matches(row.user);
    case Open::Role: return matchesAny(term.pattern, row.roles);
    case Open::Address: return term.pattern.matches(row.address);
    case Open::State: return term.pattern.matches(view(toString(row.state)));
    case Open::Age: return holdsFor(term, row.age);
    case Open::Rtt: {
        constexpr double kMicrosecondsPerMs = 1000;
        return row.rtt && term.holds(static_cast<double>(row.rtt->count()) / kMicrosecondsPerMs);
    }
    case Open::In: return term.holds(row.inPerSecond);
    case Open::Received: return holdsFor(term, row.received);
    case Open::Limited: return holdsFor(term, row.limited);
    case Open::Refused: return holdsFor(term, row.refused);
    case Open::Pending: break;
    }
    return holdsFor(term, row.pendingBytes);
}

bool holds(const FilterTerm &term, const ClosedRow &row, qint64 nowMs)
{
    if (term.field == FilterTerm::kAnyText)
        return hasWord(term, row.user, row.address, row.id) || term.pattern.matches(row.reason);
    switch (static_cast<Closed>(term.field)) {
    case Closed::User: return term.pattern.matches(row.user);
    case Closed::Role: return matchesAny(term.pattern, row.roles);
    case Closed::Address: return term.pattern.matches(row.address);
    case Closed::By: return term.pattern.matches(row.byClient ? "client" : "server");
    case Closed::Reason: return term.pattern.matches(row.reason);
    case Closed::Code: return term.holds(row.code);
    case Closed::Ago: return term.holds(static_cast<double>(nowMs - row.closedAtMs));
    case Closed::Lasted: return holdsFor(term, row.lasted);
    case Closed::Received: return holdsFor(term, row.received);
    case Closed::Refused: break;
    }
    return holdsFor(term, row.refused);
}

} // namespace

tl::expected<ConnectionFilter, FilterFault> ConnectionFilter::parse(const QString &text)
{
    return parseFilterTerms(text, kOpenFields).map([](std::vector<FilterTerm> &&terms) {
        ConnectionFilter filter;
        filter.m_terms = std::move(terms);
        return filter;
    });
}

std::span<const FilterField> ConnectionFilter::fields()
{
    return kOpenFields;
}

bool ConnectionFilter::matches(const ConnectionRow &row) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&row](const FilterTerm &term) { return holds(term, row) != term.isNegated; });
}

tl::expected<ClosedFilter, FilterFault> ClosedFilter::parse(const QString &text)
{
    return parseFilterTerms(text, kClosedFields).map([](std::vector<FilterTerm> &&terms) {
        ClosedFilter filter;
        filter.m_terms = std::move(terms);
        return filter;
    });
}

std::span<const FilterField> ClosedFilter::fields()
{
    return kClosedFields;
}

bool ClosedFilter::matches(const ClosedRow &row, qint64 nowMs) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&row, nowMs](const FilterTerm &term) { return holds(term, row, nowMs) != term.isNegated; });
}

} // namespace sluice::admin
