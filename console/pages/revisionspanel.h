// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QFrame>

class QPushButton;

namespace sluice::console {

class ListTable;

/// The revisions of the configuration, and rolling one back: that only prepares the change. Thread: main.
class RevisionsPanel : public QFrame
{
    Q_OBJECT

public:
    RevisionsPanel(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] ListTable &table() { return *m_table; }

Q_SIGNALS:
    /// The values that the settings of that revision had before it are wanted back.
    void rollBackWanted(const QJsonObject &values, quint64 revision);

private:
    void rollBack();
    void updateActions();
    /// Why the selected revision cannot be rolled back now; empty: it can.
    [[nodiscard]] QString hindrance() const;
    /// Of the selected revision, those that are not running by now.
    [[nodiscard]] QJsonObject valuesToPutBack() const;

    ServerSession &m_session;
    QString m_kept; ///< What was selected before the news.
    ListTable *m_table;
    QPushButton *m_rollBack;
};

} // namespace sluice::console
