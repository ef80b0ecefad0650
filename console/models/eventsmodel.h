// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace sluice::console {

/// The event types of the server: what is configured next to what happens. One row per type, in the server's order.
/// Thread: main.
class EventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        EventColumn,
        PriorityColumn,
        AccessColumn,
        LimitColumn,
        TimeoutColumn,
        RateColumn,
        P50Column,
        P99Column,
        FailedColumn,
        TimedOutColumn,
        LimitedColumn,
        ShareColumn, ///< Of all events received. ShareRole holds it as 0..1.
        ColumnCount
    };
    enum Role { ShareRole = Qt::UserRole, WarningRole };

    explicit EventsModel(QObject *parent = nullptr);

    /// Takes `events/list`'s answer, read when the server was `uptimeMs` old. Rows keep their places; a change of the
    /// set of event types alone resets the model.
    void update(const QJsonArray &events, qint64 uptimeMs);
    /// Forgets the counts of the epoch before, so that rates start again.
    void clear();
    [[nodiscard]] QStringList ids() const;
    /// "rate", "failed", "timed-out", "limited" (units: per second), "p99" (ms) of one event type; nothing when
    /// unknown.
    [[nodiscard]] std::optional<double> value(const QString &event, const QString &what) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString id;
        QString handler;
        QString priority;
        bool requiresAuth = false;
        QString requiresRole;
        std::optional<quint64> limitCount;
        qint64 limitWindowMs = 0;
        qint64 timeoutMs = 0;
        quint64 received = 0;
        quint64 failed = 0;
        quint64 timedOut = 0;
        quint64 rateLimited = 0;
        double p50Us = 0;
        double p99Us = 0;
        std::optional<double> ratePerSecond; ///< Unknown until the second reading; so too below.
        std::optional<double> failedPerSecond;
        std::optional<double> timedOutPerSecond;
        std::optional<double> limitedPerSecond;
    };

    [[nodiscard]] static Row rowFromJson(const QJsonObject &object);
    [[nodiscard]] static QVariant toolTip(const Row &row, int column);
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] static QString accessText(const Row &row);
    [[nodiscard]] static QString limitText(const Row &row);
    [[nodiscard]] double share(const Row &row) const;
    void replaceRows(QList<Row> rows);

    QList<Row> m_rows;
    quint64 m_receivedAll = 0;
    qint64 m_uptimeMs = 0;
};

} // namespace sluice::console
