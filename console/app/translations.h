// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>

namespace sluice::console {

/// The console's own texts and Qt's, in the user's language; English where there is no translation.
class Translations
{
public:
    explicit Translations(const QLocale &locale);

    [[nodiscard]] const QTranslator &own() const { return m_own; }

private:
    QTranslator m_qt;
    QTranslator m_own;
};

} // namespace sluice::console
