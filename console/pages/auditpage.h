// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/pagedmodel.h"
#include "console/pages/listpage.h"
#include "console/widgets/theme.h"

class QLabel;

namespace sluice::console {

class AuditDetails;
class FilterLine;
class PagedTable;

/// What operators did, newest first. Nobody can change it, here or anywhere.
class AuditPage : public ListPage
{
    Q_OBJECT

public:
    AuditPage(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    bool focusFilter() override;

    [[nodiscard]] PagedTable &table() { return *m_table; }
    [[nodiscard]] FilterLine &filter() { return *m_filter; }

private:
    PagedModel m_entries;
    FilterLine *m_filter;
    PagedTable *m_table;
    AuditDetails *m_details;
    QLabel *m_message;
};

} // namespace sluice::console
