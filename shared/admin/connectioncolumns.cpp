#include "shared/admin/connectioncolumns.h"

#include <array>

namespace sluice::admin {

namespace {

constexpr std::array kOpenColumns{
    SortColumn<ConnectionRow>{QLatin1String("id"), &isLess<&ConnectionRow::id>},
    SortColumn<ConnectionRow>{QLatin1String("user"), &isLess<&ConnectionRow::user>},
    SortColumn<ConnectionRow>{QLatin1String("role"), &hasLesserRole},
    SortColumn<ConnectionRow>{QLatin1String("address"), &isLess<&ConnectionRow::address>},
    SortColumn<ConnectionRow>{QLatin1String("age"), &isLess<&ConnectionRow::age>},
    SortColumn<ConnectionRow>{QLatin1String("rtt"), &isLess<&ConnectionRow::rtt>},
    SortColumn<ConnectionRow>{QLatin1String("in"), &isLess<&ConnectionRow::inPerSecond>},
    SortColumn<ConnectionRow>{QLatin1String("received"), &isLess<&ConnectionRow::received>},
    SortColumn<ConnectionRow>{QLatin1String("limited"), &isLess<&ConnectionRow::limited>},
    SortColumn<ConnectionRow>{QLatin1String("refused"), &isLess<&ConnectionRow::refused>},
    SortColumn<ConnectionRow>{QLatin1String("pending"), &isLess<&ConnectionRow::pendingBytes>},
    SortColumn<ConnectionRow>{QLatin1String("state"), &isLess<&ConnectionRow::state>},
};

constexpr std::array kClosedColumns{
    SortColumn<ClosedRow>{QLatin1String("id"), &isLess<&ClosedRow::id>},
    SortColumn<ClosedRow>{QLatin1String("user"), &isLess<&ClosedRow::user>},
    SortColumn<ClosedRow>{QLatin1String("role"), &hasLesserRole},
    SortColumn<ClosedRow>{QLatin1String("address"), &isLess<&ClosedRow::address>},
    SortColumn<ClosedRow>{QLatin1String("closedAt"), &isLess<&ClosedRow::closedAtMs>},
    SortColumn<ClosedRow>{QLatin1String("lasted"), &isLess<&ClosedRow::lasted>},
    SortColumn<ClosedRow>{QLatin1String("code"), &isLess<&ClosedRow::code>},
    SortColumn<ClosedRow>{QLatin1String("by"), &isLess<&ClosedRow::byClient>},
    SortColumn<ClosedRow>{QLatin1String("reason"), &isLess<&ClosedRow::reason>},
    SortColumn<ClosedRow>{QLatin1String("received"), &isLess<&ClosedRow::received>},
    SortColumn<ClosedRow>{QLatin1String("refused"), &isLess<&ClosedRow::refused>},
};

} // namespace

std::span<const SortColumn<ConnectionRow>> openColumns()
{
    return kOpenColumns;
}

std::span<const SortColumn<ClosedRow>> closedColumns()
{
    return kClosedColumns;
}

} // namespace sluice::admin
