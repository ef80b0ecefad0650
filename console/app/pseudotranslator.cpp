// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/pseudotranslator.h"

#include <QRegularExpression>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// German, French and Spanish texts of the console are up to so much longer.
constexpr double kGrowth = 0.4;

QChar accented(QChar letter)
{
    static const QString plain = u"ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz"_s;
    static const QString strange = u"ÅÇĐÉĜĤÎĴĶĻÑÖŘŠŢÛŴÝŽåçđéĝĥîĵķļñöřšţûŵýž"_s;
    const qsizetype at = plain.indexOf(letter);
    return at < 0 ? letter : strange.at(at);
}

} // namespace

QString PseudoTranslator::pseudo(const QString &text)
{
    // What is filled in, entities, mnemonics, tags.
    static const QRegularExpression kept(u"%L?\\d{1,2}|%L?n|&[A-Za-z]+;|&.|<[^<>]+>"_s);
    QString result;
    qsizetype letters = 0;
    const auto take = [&](QStringView part) {
        for (const QChar letter : part)
            result.append(accented(letter));
        letters += part.size();
    };
    qsizetype from = 0;
    for (auto match = kept.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        take(QStringView(text).mid(from, one.capturedStart() - from));
        result.append(one.capturedView());
        from = one.capturedEnd();
    }
    take(QStringView(text).mid(from));
    // In short words, so that what may be wrapped can be.
    QString more;
    for (auto left = static_cast<int>(std::ceil(kGrowth * static_cast<double>(letters))) - 2; left > 0; left -= 5)
        more += u' ' + QString(std::min(left, 4), u'~');
    return u'[' + result + more + u']';
}

QString PseudoTranslator::translate(const char *context, const char *sourceText, const char *, int) const
{
    // Qt's own texts are not ours to try; some are no texts at all, such as the direction of the language.
    if (context[0] == 'Q' && std::isupper(static_cast<unsigned char>(context[1])))
        return {};
    return pseudo(QString::fromUtf8(sourceText));
}

} // namespace sluice::console
