// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/pagedtable.h"

#include "console/models/pagedmodel.h"
#include "console/widgets/chip.h"
#include "console/widgets/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

PagedTable::PagedTable(PagedModel &model, const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_table(new ListTable(model, theme, accessibleName, this))
    , m_count(new QLabel(this))
    , m_frozen(new Chip(theme, this))
    , m_pending(new Chip(theme, this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_nothing(tr("There is nothing to list."))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_table, 1);
    buildFoot();
    setFocusProxy(m_table);
    QHeaderView *head = m_table->view().horizontalHeader();
    head->setSectionsClickable(true);
    connect(head, &QHeaderView::sectionClicked, &model, &PagedModel::sortBy);
    connect(&model, &PagedModel::statusChanged, this, &PagedTable::showStatus);
    connect(m_table, &ListTable::attendedChanged, &model, &PagedModel::setFrozen);
    connect(m_table, &ListTable::wayOutClicked, this, &PagedTable::clearFilterWanted);
    connect(m_previous, &QToolButton::clicked, &model, &PagedModel::showPreviousPage);
    connect(m_next, &QToolButton::clicked, &model, &PagedModel::showNextPage);
    showStatus();
}

void PagedTable::buildFoot()
{
    m_count->setObjectName(u"listCount"_s);
    m_count->setProperty("tone", u"muted"_s);
    m_previous->setIcon(icon(Glyph::Previous, m_theme));
    m_previous->setAccessibleName(tr("Previous page"));
    m_previous->setToolTip(tr("Previous page"));
    m_next->setIcon(icon(Glyph::Next, m_theme));
    m_next->setAccessibleName(tr("Next page"));
    m_next->setToolTip(tr("Next page"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(6, 0, 2, 0);
    foot->setSpacing(8);
    foot->addWidget(m_count);
    foot->addWidget(m_frozen);
    foot->addWidget(m_pending);
    foot->addStretch();
    foot->addWidget(m_previous);
    foot->addWidget(m_next);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(foot);
}

void PagedTable::setNothingText(const QString &text)
{
    m_nothing = text;
    showEmptiness();
}

QString PagedTable::countText() const
{
    return m_count->text();
}

QString PagedTable::hint() const
{
    return m_frozen->text();
}

QString PagedTable::trouble() const
{
    return m_pending->text();
}

void PagedTable::showStatus()
{
    const PagedModel::Status &status = m_model.status();
    const QString part = recordedPart();
    m_count->setText(part.isEmpty() || countOf().isEmpty() ? countOf() + part : countOf() + u" · "_s + part);
    const bool standsStill = m_model.isFrozen() && m_model.rowCount() > 0 && m_model.sortColumn() >= 0;
    QString frozen;
    if (standsStill)
        frozen = status.waiting > 0 ? tr("%n new row(s), order frozen", nullptr, static_cast<int>(status.waiting))
                                    : tr("order frozen while you are at it");
    m_frozen->setContent(frozen, ColorRole::Accent);
    if (!m_model.isReachable() && m_model.rowCount() > 0)
        m_pending->setContent(tr("○ old"), ColorRole::Text3);
    else if (status.isLate)
        m_pending->setContent(tr("▲ waiting for the server…"), ColorRole::Warn);
    else
        m_pending->setContent(m_model.rowCount() > 0 ? status.error : QString(), ColorRole::Critical);
    const bool isPaged = status.hasNext || status.first > 0;
    m_previous->setVisible(isPaged);
    m_next->setVisible(isPaged);
    m_previous->setEnabled(status.first > 0);
    m_next->setEnabled(status.hasNext);
    showEmptiness();
}

QString PagedTable::countOf() const
{
    const PagedModel::Status &status = m_model.status();
    if (!status.isKnown || m_model.rowCount() == 0)
        return {};
    const QLocale locale;
    const QString first = locale.toString(status.first + 1);
    const QString last = locale.toString(status.first + m_model.rowCount());
    const bool isPaged = status.hasNext || status.first > 0;
    if (!isPaged && m_model.rowCount() == status.recorded)
        return {}; // how many they are is said with what was recorded
    // Where the server does not tell, what is shown is all when there are no other pages.
    if (status.matching < 0)
        return isPaged ? tr("rows %1 to %2").arg(first, last) : tr("%1 in all").arg(last);
    if (status.isCut)
        return tr("the first %Ln", "rows", static_cast<int>(status.matching));
    const QString matching = locale.toString(status.matching);
    if (isPaged)
        return tr("rows %1 to %2 of %3").arg(first, last, matching);
    return status.total > status.matching
        ? tr("%Ln of %1 match", nullptr, static_cast<int>(status.matching)).arg(locale.toString(status.total))
        : tr("%1 in all").arg(matching);
}

// What a recording does not hold is not found in it.
QString PagedTable::recordedPart() const
{
    const PagedModel::Status &status = m_model.status();
    if (!status.isKnown || status.recorded < 0)
        return {};
    return status.recordedOf < 0
        ? tr("only the newest %Ln rows were recorded", nullptr, static_cast<int>(status.recorded))
        : tr("only the first %1 of %Ln rows were recorded", nullptr, static_cast<int>(status.recordedOf))
              .arg(QLocale().toString(status.recorded));
}

void PagedTable::showEmptiness()
{
    const PagedModel::Status &status = m_model.status();
    const bool hasFilter = !m_model.filter().isEmpty();
    if (!status.filterFault.isEmpty())
        m_table->setEmptyText(tr("The filter is not understood."), tr("Clear filter"));
    else if (!status.error.isEmpty())
        m_table->setEmptyText(status.error);
    else if (!status.isKnown && m_model.isActive())
        m_table->setEmptyText(m_model.isReachable() ? tr("Asking the server…") : tr("There is no link to a server."));
    else if (hasFilter)
        m_table->setEmptyText(tr("Nothing matches “%1”.").arg(m_model.filter()), tr("Clear filter"));
    else
        m_table->setEmptyText(m_nothing);
}

} // namespace sluice::console
