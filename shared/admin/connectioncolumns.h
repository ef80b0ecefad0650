#pragma once

#include "shared/admin/adminpage.h"
#include "shared/admin/connectionrow.h"

#include <span>

namespace sluice::admin {

/// For the column of roles: by the first.
[[nodiscard]] bool hasLesserRole(const auto &a, const auto &b)
{
    if (a.roles.empty() || b.roles.empty())
        return a.roles.empty() && !b.roles.empty();
    return a.roles.front() < b.roles.front();
}

/// By what `connections/list` can be sorted; the first column tells all rows apart.
/// Thread: any (immutable).
[[nodiscard]] std::span<const SortColumn<ConnectionRow>> openColumns();

/// The same of `connections/closed`.
[[nodiscard]] std::span<const SortColumn<ClosedRow>> closedColumns();

} // namespace sluice::admin
