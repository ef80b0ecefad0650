// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/translations.h"

#include <QGuiApplication>
#include <QLibraryInfo>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

const QString kFolder = u":/i18n"_s;

} // namespace

Translations::Translations(const QLocale &locale)
    : m_system(locale)
{
    install(m_system, false);
}

Translations::~Translations()
{
    remove();
}

QList<Translations::Language> Translations::languages()
{
    return {{u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}, {u"fr"_s, u"Français"_s},
            {u"es"_s, u"Español"_s}, {u"ja"_s, u"日本語"_s},  {u"ar"_s, u"العربية"_s}};
}

bool Translations::isKnown(const QString &code)
{
    const QList<Language> known = languages();
    return code.isEmpty() || code == QLatin1StringView(kPseudo)
        || std::any_of(known.cbegin(), known.cend(), [&](const Language &language) { return language.code == code; });
}

void Translations::use(const QString &code)
{
    Q_ASSERT(isKnown(code));
    remove();
    m_code = code;
    const bool isPseudo = code == QLatin1StringView(kPseudo);
    const QLocale chosen(isPseudo ? u"en"_s : code);
    // Who chooses the system's language keeps the customs of the system's country.
    install(code.isEmpty() || chosen.language() == m_system.language() ? m_system : chosen, isPseudo);
}

void Translations::install(const QLocale &wanted, bool isPseudo)
{
    // QString::arg() and %n write 0 to 9 in every language; so then does the rest, or one text has two kinds of digits.
    const bool isOfOtherDigits = wanted.zeroDigit() != u"0"_s;
    const QLocale locale = isOfOtherDigits ? QLocale(wanted.language(), QLocale::UnitedArabEmirates) : wanted;
    QLocale::setDefault(locale);
    QGuiApplication::setLayoutDirection(locale.textDirection());
    // Below the others, for the plurals of what they lack.
    if (m_english.load(u"console_en"_s, kFolder))
        QCoreApplication::installTranslator(&m_english);
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(locale, u"console"_s, u"_"_s, kFolder))
        QCoreApplication::installTranslator(&m_own);
    if (isPseudo)
        QCoreApplication::installTranslator(&m_pseudo);
}

void Translations::remove()
{
    for (QTranslator *translator : std::initializer_list<QTranslator *>{&m_pseudo, &m_own, &m_qt, &m_english})
        QCoreApplication::removeTranslator(translator);
}

} // namespace sluice::console
