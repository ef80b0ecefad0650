// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/revisionlist.h"

#include "console/models/configmodel.h"
#include "console/models/listvalues.h"

#include <QJsonArray>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace show = listvalues;

namespace {

qint64 numberOf(const QJsonObject &revision)
{
    return revision.value("revision"_L1).toInteger();
}

QString valueText(const QString &key, const QJsonValue &value, const ConfigModel &config)
{
    if (const ConfigSetting *setting = config.setting(key); setting && !value.isNull() && !value.isUndefined())
        return setting->display(value);
    const QString text = value.toVariant().toString();
    return text.isEmpty() ? u"–"_s : text;
}

/// With the whole names, each value on a line of its own.
QString fullText(const QJsonObject &revision, const ConfigModel &config)
{
    QStringList lines;
    for (const QJsonValue &change : revision.value("changes"_L1).toArray()) {
        const QString key = change["key"_L1].toString();
        lines.append({key, u"− "_s + valueText(key, change["before"_L1], config),
                      u"+ "_s + valueText(key, change["after"_L1], config)});
    }
    return lines.join(u'\n');
}

QString stateText(const QJsonObject &revision)
{
    if (revision.value("onTrial"_L1).toBool())
        return RevisionList::tr("on trial");
    if (const qint64 by = revision.value("revertedBy"_L1).toInteger(); by > 0)
        return RevisionList::tr("taken back by %1", "by revision 18").arg(by);
    if (const qint64 other = revision.value("reverts"_L1).toInteger(); other > 0)
        return RevisionList::tr("takes back %1", "revision 17").arg(other);
    return {};
}

Tone stateTone(const QJsonObject &revision)
{
    return revision.value("onTrial"_L1).toBool() ? Tone::Warn : Tone::Muted;
}

/// The answer's rows, newest first, each with what others say about it: `onTrial` and `revertedBy`.
QList<QJsonObject> rowsOf(const QJsonObject &answer)
{
    const QJsonArray revisions = answer.value("revisions"_L1).toArray();
    const qint64 onTrial = answer.value("unconfirmed"_L1)["revision"_L1].toInteger();
    QHash<qint64, qint64> revertedBy;
    QList<QJsonObject> rows;
    for (const QJsonValue &revision : revisions) {
        rows.append(revision.toObject());
        revertedBy.insert(revision["reverts"_L1].toInteger(), numberOf(rows.constLast()));
    }
    for (QJsonObject &row : rows) {
        row[u"onTrial"_s] = onTrial > 0 && numberOf(row) == onTrial;
        row[u"revertedBy"_s] = revertedBy.value(numberOf(row));
    }
    std::sort(rows.begin(), rows.end(),
              [](const QJsonObject &one, const QJsonObject &other) { return numberOf(one) > numberOf(other); });
    return rows;
}

} // namespace

RevisionList::RevisionList(const ConfigModel &config, QObject *parent)
    : ListModel(columnsFor(config), parent)
    , m_config(config)
{
    // Values are worded by the settings, which may come later.
    connect(&config, &QAbstractItemModel::modelReset, this, &RevisionList::allChanged);
}

QList<ListColumn> RevisionList::columnsFor(const ConfigModel &config)
{
    const auto changes = [&config](const QJsonObject &row) { return changeTexts(row, config).join(u"; "_s); };
    return {
        {.title = tr("Revision"), .width = 64, .isNumber = true, .text = show::number(u"revision"_s)},
        {.title = tr("Time"),
         .width = 144,
         .text = [](const QJsonObject &row) { return show::dateAndTime(row.value("atMs"_L1).toInteger()); }},
        {.title = tr("Who"), .width = 84, .text = show::text(u"by"_s), .toolTip = show::text(u"by"_s)},
        {.title = tr("Changes"),
         .width = 200,
         .text = changes,
         .tone = show::always(Tone::Plain),
         .takesRest = true,
         .toolTip = [&config](const QJsonObject &row) { return fullText(row, config); }},
        {.title = tr("Reason"), .width = 116, .text = show::text(u"reason"_s), .toolTip = show::text(u"reason"_s)},
        {.title = tr("State"), .width = 112, .text = stateText, .tone = stateTone, .toolTip = stateText},
    };
}

QJsonObject RevisionList::valuesBefore(const QJsonObject &revision)
{
    QJsonObject values;
    for (const QJsonValue &change : revision.value("changes"_L1).toArray()) {
        if (const QJsonValue before = change["before"_L1]; !before.isNull() && !before.isUndefined())
            values[change["key"_L1].toString()] = before;
    }
    return values;
}

QStringList RevisionList::changeTexts(const QJsonObject &revision, const ConfigModel &config)
{
    QStringList texts;
    for (const QJsonValue &change : revision.value("changes"_L1).toArray()) {
        const QString key = change["key"_L1].toString();
        texts.append(u"%1 %2 → %3"_s.arg(key.section(u'.', -1), valueText(key, change["before"_L1], config),
                                         valueText(key, change["after"_L1], config)));
    }
    return texts;
}

void RevisionList::setHistory(const QJsonObject &answer)
{
    QList<QJsonObject> rows = rowsOf(answer);
    if (m_isKnown && rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_isKnown = true;
    endResetModel();
}

void RevisionList::clear()
{
    beginResetModel();
    m_rows.clear();
    m_isKnown = false;
    endResetModel();
}

void RevisionList::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        allChanged();
}

void RevisionList::retranslate()
{
    setColumns(columnsFor(m_config));
    allChanged();
}

QString RevisionList::reasonOf(quint64 revision) const
{
    const QModelIndex found = indexOf(QString::number(revision));
    return found.isValid() ? valuesAt(found.row()).value("reason"_L1).toString() : QString();
}

QString RevisionList::idAt(int row) const
{
    return QString::number(numberOf(m_rows.at(row)));
}

int RevisionList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

void RevisionList::allChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace sluice::console
