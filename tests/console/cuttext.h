// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QTableView>

namespace sluice::test {

/// The texts below a widget that have no room, each with where it is.
inline QStringList cutTexts(const QWidget &root)
{
    QStringList cut;
    const auto note = [&](const QWidget &widget, const QString &text, const QSize &needed, const QSize &given) {
        cut.append(QStringLiteral("%1 %2 “%3” needs %4×%5, has %6×%7")
                       .arg(QLatin1StringView(widget.metaObject()->className()), widget.objectName(), text)
                       .arg(needed.width())
                       .arg(needed.height())
                       .arg(given.width())
                       .arg(given.height()));
    };
    const auto check = [&](const QWidget &widget, const QString &text, const QSize &needed) {
        if (!text.isEmpty() && widget.isVisibleTo(&root)
            && (needed.width() > widget.width() || needed.height() > widget.height()))
            note(widget, text, needed, widget.size());
    };
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        const QSize needed = label->wordWrap()
            ? QSize(label->minimumSizeHint().width(), label->heightForWidth(label->width()))
            : label->sizeHint();
        check(*label, label->text(), needed);
    }
    for (const QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        // Those of the console paint themselves and have a size of their own.
        if (QByteArrayView(button->metaObject()->className()).startsWith("Q"))
            check(*button, button->text(), {button->sizeHint().width(), 0});
    }
    for (const QComboBox *box : root.findChildren<QComboBox *>())
        check(*box, box->currentText(), {box->sizeHint().width(), 0});
    for (const QListWidget *list : root.findChildren<QListWidget *>()) {
        if (list->isVisibleTo(&root) && list->sizeHintForColumn(0) > list->viewport()->width())
            note(*list, list->item(0)->text(), {list->sizeHintForColumn(0), 0}, list->viewport()->size());
    }
    for (const QTableView *table : root.findChildren<QTableView *>()) {
        const QHeaderView *head = table->horizontalHeader();
        for (int section = 0; table->isVisibleTo(&root) && section < head->count(); ++section) {
            if (!head->isSectionHidden(section) && head->sectionSizeHint(section) > head->sectionSize(section))
                note(*table, table->model()->headerData(section, Qt::Horizontal).toString(),
                     {head->sectionSizeHint(section), 0}, {head->sectionSize(section), 0});
        }
    }
    return cut;
}

} // namespace sluice::test
