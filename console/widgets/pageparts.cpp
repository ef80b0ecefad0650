// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/pageparts.h"

#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

QLabel *tonedLabel(const QString &text, const QString &tone, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("tone", tone);
    return label;
}

void say(QLabel &label, const QString &tone, const QString &text)
{
    label.setProperty("tone", tone);
    label.setText(text);
    restyle(label);
}

void restyle(QWidget &widget)
{
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

void selectRow(QTableView &table, int row)
{
    table.selectionModel()->setCurrentIndex(table.model()->index(row, 0),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void fitColumnsToTitles(QTableView &table)
{
    QHeaderView *head = table.horizontalHeader();
    head->ensurePolished();
    for (int column = 0; column < head->count(); ++column) {
        if (!head->isSectionHidden(column) && head->sectionSize(column) < head->sectionSizeHint(column))
            head->resizeSection(column, head->sectionSizeHint(column));
    }
}

QFrame *tableCard(QWidget *table, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setObjectName(u"card"_s);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(table);
    return card;
}

QSplitter *pageSplitter(Qt::Orientation orientation, QWidget *parent)
{
    auto *splitter = new QSplitter(orientation, parent);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(kPartGap);
    return splitter;
}

QSplitter *listWithDetails(QWidget *list, int listWidth, QWidget *details, int detailsWidth, QWidget *parent)
{
    QSplitter *splitter = pageSplitter(Qt::Horizontal, parent);
    splitter->addWidget(list);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({listWidth, detailsWidth});
    return splitter;
}

} // namespace sluice::console
