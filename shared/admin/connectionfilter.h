#pragma once

#include "shared/admin/connectionrow.h"
#include "shared/admin/filterterm.h"

#include <QStringList>

namespace sluice::admin {

/// Which connections somebody wants to see, as typed: terms separated by blanks, all of which must hold.
///
/// | term | holds for |
/// |---|---|
/// | `user:u-44*` `role:guest` `address:10.0.*` | what looks like that; `user:` with nothing: no user |
/// | `state:slow` | that state |
/// | `age>60s` `rtt>100ms` | times in ms, s, m or h; a bare number is s for age and ms for rtt. No rtt: no |
/// | `in>50` `received>1000` `limited>0` `refused>0` | counts, also 2k or 1m |
/// | `pending>64k` | bytes, in k or m |
/// | `ada` | a user or an address with that inside, or the id |
/// | `-state:slow` | the opposite |
///
/// Comparisons are > < >= <=.
/// Thread: any (a value).
class ConnectionFilter
{
public:
    /// An empty one lets everything through.
    [[nodiscard]] static tl::expected<ConnectionFilter, FilterFault> parse(const QString &text);
    /// What can stand before a colon or a comparison, for completion.
    [[nodiscard]] static std::span<const FilterField> fields();

    [[nodiscard]] bool matches(const ConnectionRow &row) const;

private:
    std::vector<FilterTerm> m_terms;
};

/// The same for connections that have ended: `user:` `role:` `address:` `by:client` `reason:*slow*`, `code>4000`,
/// `ago<60s` `lasted>5m`, `received>0` `refused>0`; a bare word also finds a reason.
/// Thread: any (a value).
class ClosedFilter
{
public:
    [[nodiscard]] static tl::expected<ClosedFilter, FilterFault> parse(const QString &text);
    [[nodiscard]] static std::span<const FilterField> fields();

    /// `nowMs`: the wall clock, which `ago` goes by.
    [[nodiscard]] bool matches(const ClosedRow &row, qint64 nowMs) const;

private:
    std::vector<FilterTerm> m_terms;
};

} // namespace sluice::admin
