// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/activitylog.h"

#include "console/models/configmodel.h"
#include "console/models/revisionlist.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostChangesTold = 4;
// Another epoch may have had a revision of the same number. Units: ms.
constexpr qint64 kSameRevisionMs = 600'000;

// "drain began: kernel update" is told by its kind in the user's language; only what follows is the server's.
QString detailOf(const admin::Marker &marker)
{
    const qsizetype colon = marker.text.indexOf(u": "_s);
    return colon < 0 ? QString() : marker.text.mid(colon + 2);
}

QString joined(const QStringList &parts)
{
    QStringList told = parts;
    told.removeAll(QString());
    told.removeDuplicates(); // a signal is who asks and why
    return told.join(u" · "_s);
}

QString quoted(const QString &reason)
{
    return reason.isEmpty() ? QString() : u"“%1”"_s.arg(reason);
}

} // namespace

ActivityLog::ActivityLog(const ConfigModel &config, QObject *parent)
    : QAbstractListModel(parent)
    , m_config(config)
{
    m_announcement.setSingleShot(true);
    connect(&m_announcement, &QTimer::timeout, this, &ActivityLog::changed);
}

void ActivityLog::retranslate()
{
    for (ActivityEntry &entry : m_entries) {
        if (!entry.word)
            continue;
        entry.word(entry);
        if (const auto revision = m_revisions.constFind(entry.revision); revision != m_revisions.cend())
            describe(entry, *revision);
    }
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
    m_announcement.start(0);
}

void ActivityLog::add(const ActivityEntry &entry)
{
    ActivityEntry worded = entry;
    if (entry.word && entry.text.isEmpty())
        entry.word(worded);
    insert(worded);
    m_announcement.start(0);
}

void ActivityLog::addMarker(const admin::Marker &marker, const QString &epoch, qint64 timeMs)
{
    const QString id = u"%1 %2 %3 %4"_s.arg(epoch, admin::toString(marker.kind), marker.text).arg(marker.uptimeMs);
    if (m_known.contains(id))
        return;
    m_known.insert(id);
    ActivityEntry entry = entryOf(marker);
    entry.timeMs = timeMs;
    entry.word(entry);
    if (const auto revision = m_revisions.constFind(entry.revision); revision != m_revisions.cend())
        describe(entry, *revision);
    if (marker.kind == admin::Marker::Kind::MuteLifted)
        forgetMutes(marker);
    add(entry);
}

// What is lifted cannot be lifted again.
void ActivityLog::forgetMutes(const admin::Marker &lifted)
{
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        ActivityEntry::Mute &mute = m_entries[row].mute;
        if (mute.id == 0 || mute.user != lifted.user || mute.address != lifted.address)
            continue;
        mute = {};
        const QModelIndex place = index(static_cast<int>(row));
        Q_EMIT dataChanged(place, place);
    }
}

ActivityEntry ActivityLog::entryOf(const admin::Marker &marker)
{
    using Kind = admin::Marker::Kind;
    ActivityEntry entry;
    switch (marker.kind) {
    case Kind::ServerStarted: entry.kind = ActivityKind::Restart; break;
    case Kind::ConfigChanged: entry.kind = ActivityKind::Config; break;
    case Kind::DrainBegan:
    case Kind::DrainEnded:
    case Kind::DrainResumed: entry.kind = ActivityKind::Drain; break;
    case Kind::OverloadBegan: entry.kind = ActivityKind::AlertBegan; break;
    case Kind::OverloadEnded: entry.kind = ActivityKind::AlertEnded; break;
    case Kind::ClientMuted:
    case Kind::MuteLifted:
    case Kind::ConnectionsClosed: entry.kind = ActivityKind::Mute; break;
    case Kind::Other: entry.kind = ActivityKind::Restart; break; // of the server, whatever it is
    }
    if (marker.kind == Kind::ClientMuted)
        entry.mute = {marker.mute, marker.user, marker.address};
    entry.isCritical = marker.kind == Kind::OverloadBegan;
    if (marker.kind == Kind::ConfigChanged)
        entry.revision = marker.revision;
    entry.word = [marker](ActivityEntry &worded) { word(worded, marker); };
    return entry;
}

void ActivityLog::word(ActivityEntry &entry, const admin::Marker &marker)
{
    using Kind = admin::Marker::Kind;
    entry.note = joined({marker.by, detailOf(marker)});
    switch (marker.kind) {
    case Kind::ServerStarted: entry.text = tr("Server started"); break;
    case Kind::ConfigChanged: entry.text = tr("Configuration revision %1").arg(marker.revision); break;
    case Kind::DrainBegan: entry.text = tr("Drain began"); break;
    case Kind::DrainEnded: entry.text = tr("Drain ended"); break;
    case Kind::DrainResumed: entry.text = tr("Drain taken back, serving again"); break;
    case Kind::OverloadBegan:
        entry.text = tr("Overloaded: work is refused");
        entry.note = marker.by; // the text says the rest
        break;
    case Kind::OverloadEnded: entry.text = tr("No longer overloaded"); break;
    case Kind::ClientMuted: entry.text = tr("%1 muted", "a client").arg(marker.target()); break;
    case Kind::MuteLifted: entry.text = tr("Mute of %1 lifted").arg(marker.target()); break;
    case Kind::ConnectionsClosed:
        entry.text = tr("%n connection(s) closed by an operator", nullptr, static_cast<int>(marker.count));
        break;
    case Kind::Other:
        entry.text = marker.text;
        entry.note = marker.by;
        break;
    }
}

void ActivityLog::setRevisions(const QJsonArray &rows)
{
    m_revisions.clear();
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        m_revisions.insert(static_cast<quint64>(row.value("revision"_L1).toInteger()), row);
    }
    for (ActivityEntry &entry : m_entries) {
        if (const auto revision = m_revisions.constFind(entry.revision); revision != m_revisions.cend())
            describe(entry, *revision);
    }
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
    m_announcement.start(0);
}

void ActivityLog::describe(ActivityEntry &entry, const QJsonObject &revision) const
{
    if (std::abs(revision.value("atMs"_L1).toInteger(entry.timeMs) - entry.timeMs) > kSameRevisionMs)
        return;
    const QStringList told = RevisionList::changeTexts(revision, m_config);
    entry.undo = RevisionList::valuesBefore(revision);
    const qint64 reverts = revision.value("reverts"_L1).toInteger();
    const QString who = revision.value("by"_L1).toString();
    const QString why = quoted(revision.value("reason"_L1).toString());
    const QString takesBack = reverts > 0 ? tr("takes back revision %1").arg(reverts) : QString();
    if (told.size() == 1) {
        entry.text = told.constFirst();
        entry.note = joined({who, takesBack, why});
        return;
    }
    if (!told.isEmpty())
        entry.text = tr("%n setting(s) changed", nullptr, static_cast<int>(told.size()));
    const QString more = told.size() > kMostChangesTold ? tr("%1 more").arg(told.size() - kMostChangesTold) : QString();
    entry.note = joined({who, takesBack, why, told.mid(0, kMostChangesTold).join(u"; "_s), more});
}

void ActivityLog::insert(const ActivityEntry &entry)
{
    const auto place =
        std::upper_bound(m_entries.cbegin(), m_entries.cend(), entry.timeMs,
                         [](qint64 timeMs, const ActivityEntry &other) { return timeMs >= other.timeMs; });
    const int row = static_cast<int>(place - m_entries.cbegin());
    beginInsertRows({}, row, row);
    m_entries.insert(row, entry);
    endInsertRows();
    if (m_entries.size() <= kCapacity)
        return;
    const int last = static_cast<int>(m_entries.size()) - 1;
    beginRemoveRows({}, last, last);
    m_entries.removeLast();
    endRemoveRows();
}

void ActivityLog::clear()
{
    beginResetModel();
    m_entries.clear();
    m_known.clear();
    m_revisions.clear();
    endResetModel();
    m_announcement.start(0);
}

int ActivityLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ActivityLog::data(const QModelIndex &index, int role) const
{
    const ActivityEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return entry.text;
    case Qt::ToolTipRole: return entry.note.isEmpty() ? entry.text : u"%1\n%2"_s.arg(entry.text, entry.note);
    case Qt::AccessibleTextRole:
        return joined({QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.timeMs).time(), u"HH:mm:ss"_s),
                       entry.text, entry.note});
    case KindRole: return static_cast<int>(entry.kind);
    case NoteRole: return entry.note;
    case UndoRole: return !entry.undo.isEmpty() || entry.mute.id != 0;
    case TimeRole: return entry.timeMs;
    default: return {};
    }
}

} // namespace sluice::console
