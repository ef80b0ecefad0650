// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listspec.h"
#include "console/widgets/theme.h"

#include <QStyledItemDelegate>

namespace sluice::console {

[[nodiscard]] ColorRole colorOf(Tone tone);

/// Cells of a ListModel: text in the colour of its tone, with a bar or a dot where the column has one; grey when old.
class ListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ListDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    [[nodiscard]] ColorRole textColor(const QModelIndex &index) const;
    void paintBar(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintDot(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace sluice::console
