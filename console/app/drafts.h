// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QVariant>

class QWidget;

namespace sluice::console {

/// What was typed and chosen but not sent, carried over when a window is built anew. Passwords and tokens stay in
/// memory as long as this does. Thread: main.
class Drafts
{
public:
    explicit Drafts(const QWidget &from);

    void putInto(const QWidget &target) const;

private:
    QHash<QString, QVariant> m_values;
    QString m_focus;
};

} // namespace sluice::console
