// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listmodel.h"

namespace sluice::console {

class ConfigModel;

/// The revisions of the configuration that the server remembers, newest first. Thread: main.
class RevisionList : public ListModel
{
    Q_OBJECT

public:
    /// `config` words the values of settings and outlives this.
    explicit RevisionList(const ConfigModel &config, QObject *parent = nullptr);

    /// Takes `config/history`'s answer.
    void setHistory(const QJsonObject &answer);
    void clear();
    /// Whether what is listed is old: there is no link.
    void setStale(bool stale);
    /// The language of the program has changed.
    void retranslate();

    /// The server has told its revisions.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Why that revision was made; empty where nobody said, or there is no such revision.
    [[nodiscard]] QString reasonOf(quint64 revision) const;

    /// What the settings of a revision, a row of `config/history`, were before it. What was not set has no value to go
    /// back to.
    [[nodiscard]] static QJsonObject valuesBefore(const QJsonObject &revision);
    /// "worker-pool-size 8 → 10" for each setting of a revision.
    [[nodiscard]] static QStringList changeTexts(const QJsonObject &revision, const ConfigModel &config);

    [[nodiscard]] const QJsonObject &valuesAt(int row) const override { return m_rows.at(row); }
    [[nodiscard]] QString idAt(int row) const override;
    [[nodiscard]] bool isStaleAt(int) const override { return m_stale; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

private:
    [[nodiscard]] static QList<ListColumn> columnsFor(const ConfigModel &config);
    void allChanged();

    const ConfigModel &m_config;
    QList<QJsonObject> m_rows;
    bool m_isKnown = false;
    bool m_stale = false;
};

} // namespace sluice::console
