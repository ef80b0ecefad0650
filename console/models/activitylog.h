// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/activityentry.h"
#include "shared/admin/marker.h"

#include <QAbstractListModel>
#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QTimer>

namespace sluice::console {

class ConfigModel;

/// What happened to one server, newest first: its own markers, this console's alerts, link and marks. Bounded: the
/// oldest goes. Thread: main.
class ActivityLog : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, NoteRole, UndoRole, TimeRole };

    static constexpr qsizetype kCapacity = 1000;

    /// `config` words the values of settings and outlives this.
    explicit ActivityLog(const ConfigModel &config, QObject *parent = nullptr);

    void add(const ActivityEntry &entry);
    /// One of the server's markers; a second time it is ignored. `timeMs`: its place on the charts' time line.
    void addMarker(const admin::Marker &marker, const QString &epoch, qint64 timeMs);
    /// Takes `config/history`'s rows: who, why and the values before and after of the revisions that are here.
    void setRevisions(const QJsonArray &rows);
    void clear();
    /// The language of the program has changed.
    void retranslate();

    [[nodiscard]] const QList<ActivityEntry> &entries() const { return m_entries; }
    [[nodiscard]] const ActivityEntry &entryAt(int row) const { return m_entries.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    /// Entries came, went or were told more about; once for all of a turn of the event loop.
    void changed();

private:
    [[nodiscard]] static ActivityEntry entryOf(const admin::Marker &marker);
    static void word(ActivityEntry &entry, const admin::Marker &marker);
    void forgetMutes(const admin::Marker &lifted);
    void describe(ActivityEntry &entry, const QJsonObject &revision) const;
    void insert(const ActivityEntry &entry);

    const ConfigModel &m_config;
    QTimer m_announcement;
    QList<ActivityEntry> m_entries;
    QSet<QString> m_known; ///< Markers that are here already.
    QHash<quint64, QJsonObject> m_revisions;
};

} // namespace sluice::console
