// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sluice::console {

/// The names of a widget and of those that it is in, from `root` on, joined by '/': the same each time that it is
/// built.
[[nodiscard]] inline QString widgetPath(const QWidget &widget, const QWidget &root)
{
    QStringList names;
    for (const QWidget *part = &widget; part != nullptr && part != &root; part = part->parentWidget()) {
        if (!part->objectName().isEmpty() && !part->objectName().startsWith(QLatin1StringView("qt_")))
            names.prepend(part->objectName());
    }
    return names.join(u'/');
}

} // namespace sluice::console
