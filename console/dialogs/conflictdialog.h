// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/configmodel.h"

#include <QDialog>
#include <QMap>

class QGridLayout;
class QPushButton;

namespace sluice::console {

/// Settings that somebody else changed under this operator's edits: what each was, what it is now, what was to become
/// of it, and a choice for each. Nothing is applied: what is kept stays an edit, on the new base.
/// Thread: main.
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Choice { None, Mine, Theirs };

    explicit ConflictDialog(ConfigModel &config, QWidget *parent = nullptr);

private:
    void rebuild();
    void addRow(int row, const QString &key);
    void chooseAll(Choice choice);
    void updateButtons();
    void finish();
    [[nodiscard]] QString shown(const QString &key, const QJsonValue &value) const;

    ConfigModel &m_config;
    /// One conflict as the operator sees it; it is decided about only as long as it stays so.
    struct Decision {
        QJsonValue mine;
        QJsonValue theirs;
        Choice choice = Choice::None;
    };
    QMap<QString, Decision> m_decisions; ///< By key.
    QWidget *m_list;
    QGridLayout *m_grid = nullptr;
    QPushButton *m_done;
};

} // namespace sluice::console
