// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QJsonObject>

class QLabel;
class QVBoxLayout;

namespace sluice::console {

/// One entry of the audit log in full: who, why, what came of it, and each value before and after. Thread: main.
class AuditDetails : public QFrame
{
    Q_OBJECT

public:
    explicit AuditDetails(QWidget *parent = nullptr);

    /// Empty: none.
    void showEntry(const QJsonObject &row);

private:
    void addLabel(const QString &tone, const QString &text);

    QLabel *m_title;
    QLabel *m_subtitle;
    QVBoxLayout *m_lines;
};

} // namespace sluice::console
