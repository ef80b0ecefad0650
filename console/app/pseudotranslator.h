// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace sluice::console {

/// Makes every text of the console long and strange, so that one sees what has no room and what is not translated:
/// "Open" becomes "[Öþéñ ~~]". What is filled in (%1, %n), mnemonics and tags stay as they are. Thread: main.
class PseudoTranslator : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] static QString pseudo(const QString &text);

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;
};

} // namespace sluice::console
