// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/adminclient.h"
#include "console/models/configsetting.h"

#include <QAbstractTableModel>
#include <QMap>

namespace sluice::console {

/// The server's settings as a table with a heading row before each section, and the edits that are not yet applied.
///
/// Edits outlive refreshes, link losses and other consoles' changes; only the operator, or the server's acceptance of
/// exactly these values, ends them.
/// Thread: main.
class ConfigModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, RunningColumn, NewColumn, AllowedColumn, EffectColumn, SourceColumn, ColumnCount };
    enum Role { SettingKeyRole = Qt::UserRole, HeadingRole, PendingRole, FaultRole, ConflictRole };

    /// One edit with what the server last said about it.
    struct Edit {
        QJsonValue value;
        QJsonValue base; ///< The running value when the edit was made.
        QString fault;   ///< The server's reason for refusing it; empty when there is none.
        QString expected;
        QJsonObject whatIf = {}; ///< What the server says that it would have done; empty: nothing.
    };

    explicit ConfigModel(QObject *parent = nullptr);

    /// Takes `config/schema`'s answer.
    void setSchema(const QJsonArray &options);
    /// Takes `config/get`'s answer.
    void setValues(const QJsonObject &answer);
    void applyChange(const ConfigChange &change);
    /// Of another server nothing is known yet.
    void clear();
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    [[nodiscard]] quint64 revision() const { return m_revision; }
    [[nodiscard]] const ConfigSetting *setting(const QString &key) const;
    [[nodiscard]] const ConfigSetting *settingAt(const QModelIndex &index) const;
    [[nodiscard]] QJsonValue runningValue(const QString &key) const;
    [[nodiscard]] QJsonValue
    fileValue(const QString &key) const; ///< The configuration file's; null or undefined: it is silent.
    [[nodiscard]] QString sourceText(const QString &key) const;
    [[nodiscard]] QModelIndex indexOf(const QString &key, Column column = NameColumn) const;

    [[nodiscard]] const QMap<QString, Edit> &edits() const { return m_edits; }
    /// Whether the server has told its settings and their values.
    [[nodiscard]] bool isKnown() const { return !m_settings.isEmpty() && !m_running.isEmpty(); }
    /// The edits, each with the value that it was made on, to be kept: {key: {value, base}}.
    [[nodiscard]] QJsonObject editsJson() const;
    /// Takes what editsJson() told earlier, but for settings that there are not and values that are running by now.
    /// Returns: how many. Requires: isKnown().
    int restoreEdits(const QJsonObject &kept);
    /// The edits in the form that `config/patch` takes.
    [[nodiscard]] QJsonObject changes() const;
    /// An edit back to the running value is no edit.
    void edit(const QString &key, const QJsonValue &value);
    void undo(const QString &key);
    void discardEdits();
    /// Ends those edits that are still the ones sent; what was typed since then stays.
    void settle(const QJsonObject &sent);
    /// Whether the running value moved under an edit.
    [[nodiscard]] bool isConflict(const QString &key) const;
    /// The keys of those edits, in order.
    [[nodiscard]] QStringList conflicts() const;
    /// The operator stays with an edit although the running value moved under it.
    void rebase(const QString &key);
    /// Takes `whatIf` of a checked `config/patch`.
    void setWhatIf(const QJsonArray &rows);
    /// Takes `data.errors` of a refused `config/patch`.
    void setFaults(const QJsonArray &errors);
    void clearFaults();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void editsChanged();
    void revisionChanged();

private:
    struct Row {
        QString heading; ///< The section, for heading rows only; empty: those without one.
        qsizetype setting = -1;
    };
    struct Running {
        QJsonValue value;
        QString source;
        QJsonValue file; ///< What the configuration file says; null, or undefined from an older server: nothing.
    };

    [[nodiscard]] QVariant headingData(const Row &row, int column, int role) const;
    [[nodiscard]] QVariant displayData(const ConfigSetting &setting, int column) const;
    [[nodiscard]] QString statusText(const QString &key) const;
    void rowChanged(const QString &key);
    void allChanged();

    QJsonArray m_options; ///< What m_settings were read from.
    QList<ConfigSetting> m_settings;
    QList<Row> m_rows;
    QHash<QString, int> m_rowOfKey;
    QHash<QString, Running> m_running;
    QMap<QString, Edit> m_edits;
    quint64 m_revision = 0;
    bool m_readOnly = true;
};

} // namespace sluice::console
