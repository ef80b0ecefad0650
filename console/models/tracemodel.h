// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listmodel.h"

#include <QJsonArray>

namespace sluice::console {

/// How single events went, newest first: the records of `trace/records` or of a connection. Bounded: the oldest go.
/// Thread: main.
class TraceModel : public ListModel
{
    Q_OBJECT

public:
    /// Which columns: all, or those that matter where user and connection are known.
    enum class Extent { Full, Brief };

    static constexpr int kCapacity = 2000;

    explicit TraceModel(Extent extent, QObject *parent = nullptr);

    /// Takes what has come, oldest first. While paused it waits, as much as there is room for.
    void append(const QJsonArray &records);
    /// Shows these instead, newest first.
    void replace(const QJsonArray &records);
    void setPaused(bool paused);
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }
    void clear();
    /// The language of the program has changed.
    void retranslate();
    /// Whether the records are from before.
    void setStale(bool stale);

    /// One record a line, oldest first.
    [[nodiscard]] QByteArray toJsonLines() const;

    [[nodiscard]] static QString outcomeText(const QJsonObject &record);
    [[nodiscard]] static Tone outcomeTone(const QJsonObject &record);
    /// "15:04:59.802".
    [[nodiscard]] static QString timeText(const QJsonObject &record);

    [[nodiscard]] const QJsonObject &valuesAt(int row) const override { return m_rows.at(row).values; }
    [[nodiscard]] QString idAt(int row) const override { return QString::number(m_rows.at(row).number); }
    [[nodiscard]] bool isStaleAt(int) const override { return m_stale; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

private:
    struct Row {
        quint64 number = 0; ///< In the order of arrival.
        QJsonObject values;
    };

    [[nodiscard]] static QList<ListColumn> columnsOf(Extent extent);

    const Extent m_extent;
    QList<Row> m_rows;
    QList<QJsonObject> m_waiting;
    quint64 m_count = 0;
    bool m_paused = false;
    bool m_stale = false;
};

} // namespace sluice::console
