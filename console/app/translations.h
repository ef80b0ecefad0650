// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/app/pseudotranslator.h"

#include <QLocale>
#include <QTranslator>

namespace sluice::console {

/// The console's own texts and Qt's in one language, with its numbers, dates and direction; English where a text has no
/// translation. Installed as long as this lives. Windows are told by QEvent::LanguageChange. Thread: main.
class Translations
{
public:
    struct Language {
        QString code; ///< "de"
        QString name; ///< In itself.
    };

    /// A language made of English at run time, to find texts that have no room or no tr().
    static constexpr auto kPseudo = "pseudo";

    explicit Translations(const QLocale &locale);
    ~Translations();
    Translations(const Translations &) = delete;
    Translations &operator=(const Translations &) = delete;

    /// Those that are built in.
    [[nodiscard]] static QList<Language> languages();
    /// Whether there is such a language; empty is that of the system.
    [[nodiscard]] static bool isKnown(const QString &code);

    /// Requires: `isKnown(code)`.
    void use(const QString &code);
    /// What was asked for; empty: that of the system.
    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] const QTranslator &own() const { return m_own; }

private:
    void install(const QLocale &wanted, bool isPseudo);
    void remove();

    const QLocale m_system;
    QString m_code;
    QTranslator m_english;
    QTranslator m_qt;
    QTranslator m_own;
    PseudoTranslator m_pseudo;
};

} // namespace sluice::console
