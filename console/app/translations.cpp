// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace sluice::console {

using namespace Qt::StringLiterals;

Translations::Translations(const QLocale &locale)
{
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(locale, u"console"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace sluice::console
