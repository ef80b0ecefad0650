// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listspec.h"

#include <QAbstractTableModel>

namespace sluice::console {

/// A table of JSON rows whose columns say how they are read. Thread: main.
class ListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< Of the row, a text.
        ToneRole,              ///< Of the cell, a Tone as int.
        ShareRole,             ///< Of the cell, 0..1; nothing where there is no bar.
        DotRole,               ///< Whether the cell has a dot.
        StaleRole,             ///< Whether the row is old.
    };

    explicit ListModel(QList<ListColumn> columns, QObject *parent = nullptr);

    [[nodiscard]] const QList<ListColumn> &columns() const { return m_columns; }
    /// Requires: there is such a row; so too below.
    [[nodiscard]] virtual const QJsonObject &valuesAt(int row) const = 0;
    [[nodiscard]] virtual QString idAt(int row) const = 0;
    [[nodiscard]] virtual bool isStaleAt(int row) const = 0;
    /// Invalid when no row has that id.
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /// The same columns in another language.
    void setColumns(QList<ListColumn> columns);

private:
    QList<ListColumn> m_columns;
};

} // namespace sluice::console
