// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/configmodel.h"

#include "console/models/format.h"

#include <QJsonArray>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

bool holdsValue(int column)
{
    return column == ConfigModel::RunningColumn || column == ConfigModel::NewColumn;
}

QVariant alignmentOf(int column)
{
    return QVariant::fromValue(holdsValue(column) ? format::kNumberAlignment : format::kTextAlignment);
}

} // namespace

ConfigModel::ConfigModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ConfigModel::setSchema(const QJsonArray &options)
{
    // It is asked for again with each refresh: the row that somebody is at, and what he types there, stay.
    if (options == m_options)
        return;
    beginResetModel();
    m_options = options;
    m_settings.clear();
    m_rows.clear();
    m_rowOfKey.clear();
    for (const QJsonValue &option : options)
        m_settings.append(ConfigSetting::fromJson(option.toObject()));
    QStringList sections;
    for (const ConfigSetting &setting : std::as_const(m_settings)) {
        if (!sections.contains(setting.section()))
            sections.append(setting.section());
    }
    for (const QString &section : std::as_const(sections)) {
        m_rows.append({section, -1});
        for (qsizetype i = 0; i < m_settings.size(); ++i) {
            if (m_settings.at(i).section() != section)
                continue;
            m_rowOfKey.insert(m_settings.at(i).key, static_cast<int>(m_rows.size()));
            m_rows.append({{}, i});
        }
    }
    endResetModel();
}

void ConfigModel::setValues(const QJsonObject &answer)
{
    m_running.clear();
    const QJsonObject values = answer.value("values"_L1).toObject();
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QJsonObject object = value.value().toObject();
        m_running.insert(value.key(), {object["value"_L1], object["source"_L1].toString(), object["file"_L1]});
    }
    m_revision = static_cast<quint64>(std::max<qint64>(0, answer.value("revision"_L1).toInteger()));
    allChanged();
    Q_EMIT revisionChanged();
    Q_EMIT editsChanged();
}

void ConfigModel::applyChange(const ConfigChange &change)
{
    // What comes before the values is in them.
    if (m_running.isEmpty() || change.revision <= m_revision)
        return;
    m_revision = change.revision;
    for (const ConfigChange::Item &item : change.changes) {
        Running &running = m_running[item.key];
        running.value = item.after;
        running.source = tr("live, by %1").arg(change.by);
        rowChanged(item.key);
    }
    Q_EMIT revisionChanged();
    Q_EMIT editsChanged();
}

void ConfigModel::clear()
{
    m_running.clear();
    m_revision = 0;
    discardEdits();
    setSchema({});
}

void ConfigModel::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    allChanged();
}

const ConfigSetting *ConfigModel::setting(const QString &key) const
{
    const int row = m_rowOfKey.value(key, -1);
    return row < 0 ? nullptr : &m_settings.at(m_rows.at(row).setting);
}

const ConfigSetting *ConfigModel::settingAt(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).setting < 0)
        return nullptr;
    return &m_settings.at(m_rows.at(index.row()).setting);
}

QJsonValue ConfigModel::runningValue(const QString &key) const
{
    return m_running.value(key).value;
}

QJsonValue ConfigModel::fileValue(const QString &key) const
{
    return m_running.value(key).file;
}

QString ConfigModel::sourceText(const QString &key) const
{
    return m_running.value(key).source;
}

QModelIndex ConfigModel::indexOf(const QString &key, Column column) const
{
    const int row = m_rowOfKey.value(key, -1);
    return row < 0 ? QModelIndex() : index(row, column);
}

QJsonObject ConfigModel::changes() const
{
    QJsonObject result;
    for (auto edit = m_edits.begin(); edit != m_edits.end(); ++edit)
        result.insert(edit.key(), edit->value);
    return result;
}

QJsonObject ConfigModel::editsJson() const
{
    QJsonObject result;
    for (auto edit = m_edits.begin(); edit != m_edits.end(); ++edit)
        result.insert(edit.key(), QJsonObject{{u"value"_s, edit->value}, {u"base"_s, edit->base}});
    return result;
}

int ConfigModel::restoreEdits(const QJsonObject &kept)
{
    int count = 0;
    for (auto one = kept.begin(); one != kept.end(); ++one) {
        const QJsonValue value = one.value()["value"_L1];
        if (!m_rowOfKey.contains(one.key()) || value.isUndefined() || value == runningValue(one.key()))
            continue;
        m_edits.insert(one.key(), {value, one.value()["base"_L1], {}, {}, {}});
        rowChanged(one.key());
        ++count;
    }
    Q_EMIT editsChanged();
    return count;
}

void ConfigModel::edit(const QString &key, const QJsonValue &value)
{
    if (m_readOnly || !m_rowOfKey.contains(key))
        return;
    if (value == runningValue(key)) {
        undo(key);
        return;
    }
    m_edits.insert(key, {value, runningValue(key), {}, {}, {}});
    rowChanged(key);
    Q_EMIT editsChanged();
}

void ConfigModel::undo(const QString &key)
{
    if (m_edits.remove(key) == 0)
        return;
    rowChanged(key);
    Q_EMIT editsChanged();
}

void ConfigModel::discardEdits()
{
    m_edits.clear();
    allChanged();
    Q_EMIT editsChanged();
}

void ConfigModel::settle(const QJsonObject &sent)
{
    for (auto change = sent.begin(); change != sent.end(); ++change) {
        const auto edit = m_edits.constFind(change.key());
        if (edit != m_edits.cend() && edit->value == change.value())
            m_edits.erase(edit);
    }
    allChanged();
    Q_EMIT editsChanged();
}

bool ConfigModel::isConflict(const QString &key) const
{
    const auto edit = m_edits.constFind(key);
    return edit != m_edits.cend() && edit->base != runningValue(key);
}

QStringList ConfigModel::conflicts() const
{
    QStringList keys = m_edits.keys();
    keys.removeIf([this](const QString &key) { return !isConflict(key); });
    return keys;
}

void ConfigModel::rebase(const QString &key)
{
    const auto edit = m_edits.find(key);
    if (edit == m_edits.end())
        return;
    if (edit->value == runningValue(key)) { // they did the same
        undo(key);
        return;
    }
    edit->base = runningValue(key);
    rowChanged(key);
    Q_EMIT editsChanged();
}

void ConfigModel::setWhatIf(const QJsonArray &rows)
{
    for (Edit &edit : m_edits)
        edit.whatIf = {};
    for (const QJsonValue &row : rows) {
        const auto edit = m_edits.find(row["key"_L1].toString());
        if (edit != m_edits.end())
            edit->whatIf = row.toObject();
    }
    Q_EMIT editsChanged();
}

void ConfigModel::setFaults(const QJsonArray &errors)
{
    for (Edit &edit : m_edits)
        edit.fault.clear();
    for (const QJsonValue &value : errors) {
        const QJsonObject error = value.toObject();
        const auto edit = m_edits.find(error.value("key"_L1).toString());
        if (edit == m_edits.end())
            continue;
        edit->fault = error.value("reason"_L1).toString();
        edit->expected = error.value("expected"_L1).toString();
    }
    allChanged();
    Q_EMIT editsChanged();
}

void ConfigModel::clearFaults()
{
    setFaults({});
}

int ConfigModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConfigModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConfigModel::headingData(const Row &row, int column, int role) const
{
    if (role == HeadingRole)
        return true;
    if (role == Qt::DisplayRole && column == NameColumn)
        return (row.heading.isEmpty() ? tr("general") : row.heading).toUpper();
    return {};
}

QVariant ConfigModel::displayData(const ConfigSetting &setting, int column) const
{
    switch (column) {
    case NameColumn: return setting.name();
    case RunningColumn: return setting.display(runningValue(setting.key));
    case NewColumn: {
        const auto edit = m_edits.constFind(setting.key);
        return setting.display(edit == m_edits.cend() ? runningValue(setting.key) : edit->value);
    }
    case AllowedColumn: return setting.allowedText();
    case EffectColumn: return setting.effectText();
    case SourceColumn: return sourceText(setting.key);
    default: return {};
    }
}

QString ConfigModel::statusText(const QString &key) const
{
    const auto edit = m_edits.constFind(key);
    if (edit == m_edits.cend())
        return {};
    if (!edit->fault.isEmpty())
        return edit->fault;
    return isConflict(key) ? tr("changed by someone else meanwhile") : tr("not applied yet");
}

QVariant ConfigModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (row.setting < 0)
        return headingData(row, index.column(), role);
    const ConfigSetting &setting = m_settings.at(row.setting);
    const auto edit = m_edits.constFind(setting.key);
    const bool edited = edit != m_edits.cend();
    switch (role) {
    case Qt::DisplayRole: return displayData(setting, index.column());
    case Qt::EditRole: return edited ? edit->value.toVariant() : runningValue(setting.key).toVariant();
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    case Qt::ToolTipRole:
        // What may be longer than its column.
        return index.column() == NameColumn ? u"%1\n%2"_s.arg(setting.key, setting.text)
                                            : displayData(setting, index.column());
    case Qt::AccessibleDescriptionRole: return statusText(setting.key);
    case SettingKeyRole: return setting.key;
    case HeadingRole: return false;
    case PendingRole: return edited;
    case FaultRole: return edited ? edit->fault : QString();
    case ConflictRole: return isConflict(setting.key);
    default: return {};
    }
}

QVariant ConfigModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Setting");
    case RunningColumn: return tr("Running");
    case NewColumn: return tr("New value");
    case AllowedColumn: return tr("Allowed");
    case EffectColumn: return tr("Takes effect");
    case SourceColumn: return tr("Source");
    default: return {};
    }
}

Qt::ItemFlags ConfigModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows.at(index.row()).setting < 0)
        return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == NewColumn && !m_readOnly)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ConfigModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const ConfigSetting *edited = settingAt(index);
    const std::optional<QJsonValue> parsed = edited->parse(value.toString());
    if (!parsed)
        return false;
    edit(edited->key, *parsed);
    return true;
}

void ConfigModel::rowChanged(const QString &key)
{
    const int row = m_rowOfKey.value(key, -1);
    if (row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ConfigModel::allChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace sluice::console
