// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/configmodel.h"
#include "console/widgets/theme.h"

#include <QStyledItemDelegate>

namespace sluice::console {

/// Edits a setting by its type and colours what is not as it runs.
class ConfigValueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ConfigValueDelegate(const ConfigModel &model, const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    [[nodiscard]] ColorRole colorOf(const QModelIndex &index) const;

    const ConfigModel &m_model;
    const Theme &m_theme;
};

} // namespace sluice::console
