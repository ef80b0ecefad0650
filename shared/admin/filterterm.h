#pragma once

#include "shared/admin/textpattern.h"

#include <tl/expected.hpp>

#include <QString>

#include <span>
#include <vector>

namespace sluice::admin {

/// What a field of a row can be compared with, and what a bare number then means.
enum class FilterType {
    Text,         ///< `user:u-44*`
    State,        ///< As Text, but only what some state is called.
    Count,        ///< `received>1000`, `received>2k`
    Bytes,        ///< `pending>64k`
    Milliseconds, ///< `rtt>100`, `rtt>2s`
    Seconds,      ///< `age>60`, `age>2h`
};

/// A field as it is typed.
struct FilterField {
    const char *name;
    FilterType type;
};

/// What is wrong with a filter, and where.
struct FilterFault {
    enum class Kind {
        TooLong,         ///< Of kMaxFilterLength characters or kMaxFilterTerms terms at most.
        EmptyTerm,       ///< Nothing follows the `-`.
        UnknownField,    ///< `expected` has the fields.
        NeedsText,       ///< The field takes a text: `user:ada`.
        NeedsComparison, ///< The field takes a comparison: `age>60s`.
        BadNumber,       ///< `expected` is an example.
        UnknownState,    ///< `expected` has the states.
    };

    Kind kind = Kind::EmptyTerm;
    QString term;           ///< As it was typed.
    qsizetype position = 0; ///< Of the term in the filter. Units: characters, from 0.
    QString expected = {};

    /// One English sentence with the term and its position, from 1.
    [[nodiscard]] QString text() const;
};

inline constexpr qsizetype kMaxFilterLength = 500;
inline constexpr size_t kMaxFilterTerms = 20;

/// One condition of a filter, read and not yet tied to a row.
struct FilterTerm {
    static constexpr size_t kAnyText = ~size_t{0};
    enum class Comparison { Above, AtLeast, Below, AtMost };

    size_t field = kAnyText; ///< Among those given; kAnyText for a bare word.
    bool isNegated = false;
    TextPattern pattern = {};   ///< Text, State and bare words.
    std::string word = {};      ///< The bare word itself.
    Comparison comparison = {}; ///< Of numbers.
    double number = 0;          ///< Units: ms, bytes, or a count.

    [[nodiscard]] bool holds(double value) const noexcept;
};

/// Reads terms separated by blanks: `FIELD:TEXT`, `FIELD>NUMBER` (also < >= <=) or a bare word, each with `-` before it
/// for the opposite.
/// Thread: any (pure).
[[nodiscard]] tl::expected<std::vector<FilterTerm>, FilterFault> parseFilterTerms(const QString &filter,
                                                                                  std::span<const FilterField> fields);

} // namespace sluice::admin
