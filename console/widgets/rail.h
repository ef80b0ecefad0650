// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/icons.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace sluice::console {

/// The list of pages at the left, with who is signed in below it.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);

    void addPage(Glyph glyph, const QString &title);
    void setCurrent(int page);
    /// A count at the right of a page's title; 0 hides it.
    void setBadge(int page, int count);
    void setUser(const QString &text);

Q_SIGNALS:
    void currentChanged(int page);

private:
    const Theme &m_theme;
    QListWidget *m_list;
    QLabel *m_user;
};

} // namespace sluice::console
