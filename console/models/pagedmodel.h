// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listmodel.h"
#include "console/models/serversession.h"

#include <QTimer>

#include <optional>

namespace sluice::console {

/// One page of a list that the server sorts, filters and cuts, fetched every second while it is looked at.
///
/// Rows are known by id: those that stay keep their selection wherever they move, and while the order is frozen they do
/// not move at all. A request has a time limit, and none is sent while another is under way.
/// Thread: main.
class PagedModel : public ListModel
{
    Q_OBJECT

public:
    /// What there is to say about the list as a whole.
    struct Status {
        bool isKnown = false; ///< There was an answer since the last change of what is asked for.
        bool isLate = false;  ///< A request has been waiting for a second or more.
        QString error;        ///< Why there is no list. Empty: nothing is wrong.
        QString filterFault;  ///< What the server does not understand in the filter.
        qint64 total = 0;     ///< All there are; -1 where the server does not tell, so too below.
        qint64 matching = 0;  ///< Those that match the filter.
        qint64 first = 0;     ///< The place of the page's first row, from 0.
        bool hasNext = false;
        bool isCut = false;   ///< As many as were asked for at most: there may be more, but no further page.
        qint64 recorded = -1; ///< Of a recording that holds only a part of the list: its rows; -1: it is no part.
        qint64 recordedOf = -1;
        qsizetype waiting = 0; ///< Rows that are new, but not shown as the order is frozen.
    };

    static constexpr std::chrono::milliseconds kInterval{1000};
    static constexpr std::chrono::milliseconds kTimeLimit{5000};

    PagedModel(ServerSession &session, ListSpec spec, QObject *parent = nullptr);

    /// What is asked for the first page of all, in the order of the beginning.
    [[nodiscard]] static QJsonObject firstPage(const ListSpec &spec);

    /// Fetches at once and then every second, until told otherwise.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    void setFilter(const QString &filter);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    /// The parameters beside filter, sort and page. Empties the list when they change.
    void setParams(const QJsonObject &params);
    /// Sorts by that column; once more: the other way round. Nothing where it cannot be sorted by.
    void sortBy(int column);
    [[nodiscard]] const QString &sortKey() const { return m_sort; }
    /// As `sortKey()` told. Nothing where no column can be sorted so.
    void setSort(const QString &sortKey);
    /// The column that is sorted by; -1: none that is shown.
    [[nodiscard]] int sortColumn() const;
    [[nodiscard]] bool isDescending() const { return m_sort.startsWith(u'-'); }
    void showNextPage();
    void showPreviousPage();
    /// Asks now, or as soon as the request under way has ended.
    void fetch();

    /// There is a link to ask over.
    [[nodiscard]] bool isReachable() const { return m_session.client().state() == LinkState::Live; }
    [[nodiscard]] const Status &status() const { return m_status; }
    [[nodiscard]] const ListSpec &spec() const { return m_spec; }
    /// What `filter` and `sort` ask for now, without the page.
    [[nodiscard]] QJsonObject query() const;
    /// Nothing when no such row is on the page.
    [[nodiscard]] std::optional<QJsonObject> row(const QString &id) const;

    [[nodiscard]] const QJsonObject &valuesAt(int row) const override { return m_rows.at(row).values; }
    [[nodiscard]] QString idAt(int row) const override { return m_rows.at(row).id; }
    /// The link is lost, or the row has left the page while the order is frozen.
    [[nodiscard]] bool isStaleAt(int row) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// The column sorted by has a mark behind its title.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void statusChanged();
    /// The rows are those of the newest answer.
    void refreshed();

private:
    struct Row {
        QString id;
        QJsonObject values;
        bool hasLeft = false;
    };

    void poll();
    void askForAnother();
    void onLinkChanged();
    void onReply(quint64 asked, const AdminReply &reply);
    void onError(const RequestError &error);
    [[nodiscard]] QJsonObject pageParams() const;
    void takePage(const QJsonObject &answer, qsizetype count);
    [[nodiscard]] QList<Row> readRows(const QJsonObject &answer) const;
    void updateInPlace(const QList<Row> &rows);
    void follow(const QList<Row> &rows);
    void removeOthers(const QList<Row> &rows);
    void reorder(const QList<Row> &rows);
    void insertMissing(const QList<Row> &rows);
    void setRow(int place, const Row &row);
    void clear();

    ServerSession &m_session;
    ListSpec m_spec;
    QList<Row> m_rows;
    QString m_filter;
    QString m_sort;
    QList<qint64> m_cursors; ///< Of the page shown and of those before it; the first has none.
    qint64 m_nextCursor = 0;
    QTimer m_timer;
    Status m_status;
    QString m_epoch;
    quint64 m_asked = 1; ///< Counts what is asked for: an answer to something else is not shown.
    bool m_active = false;
    bool m_frozen = false;
    bool m_isAnotherList = true; ///< The next answer is not what is shown: it need not stand still.
    bool m_pending = false;
    bool m_again = false;
    bool m_unsupported = false;
};

} // namespace sluice::console
