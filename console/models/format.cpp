// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/format.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::console::format {

using namespace Qt::StringLiterals;

namespace {

// To the left-to-right text between them it does not matter what is around it.
constexpr QChar kIsolate(0x2066);
constexpr QChar kEndIsolate(0x2069);
constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

QString unknown()
{
    return u"–"_s;
}

/// From the text around it, and from left to right.
QString isolated(const QString &text)
{
    return kIsolate + text + kEndIsolate;
}

QString twoDigits(qint64 value)
{
    return u"%1"_s.arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

QString count(double value)
{
    return std::isfinite(value) ? QLocale().toString(std::llround(value)) : unknown();
}

QString compact(double value)
{
    if (!std::isfinite(value))
        return unknown();
    struct Step {
        double unit;
        char16_t suffix;
    };
    static constexpr std::array kSteps{Step{1e9, u'G'}, Step{1e6, u'M'}, Step{1e3, u'k'}};
    if (std::abs(value) < 1000)
        return std::abs(value) < 10 && value != std::floor(value) ? QLocale().toString(value, 'f', 1) : count(value);
    for (const Step &step : kSteps) {
        const double scaled = value / step.unit;
        // 999,950 would read as "1000.0k".
        if (std::abs(scaled) >= 0.99995)
            return QLocale().toString(scaled, 'f', std::abs(scaled) < 100 ? 1 : 0) + QChar(step.suffix);
    }
    return count(value);
}

QString axisLabel(double value, double step)
{
    const bool thousands = std::fmod(step, 1000) == 0;
    if (!thousands && std::abs(value) < 100'000)
        return QLocale().toString(value, 'f', step == std::floor(step) ? 0 : 1);
    QString text = compact(value);
    text.remove(QLocale().decimalPoint() + u"0"_s);
    return text;
}

QString rate(double value)
{
    if (!std::isfinite(value))
        return unknown();
    return std::abs(value) < 99.95 ? QLocale().toString(value, 'f', 1) : count(value);
}

QString percent(double value)
{
    if (!std::isfinite(value))
        return unknown();
    return withUnit(QLocale().toString(value, 'f', value > 0 && value < 9.95 ? 1 : 0), u"%"_s);
}

QString milliseconds(double value)
{
    if (!std::isfinite(value))
        return unknown();
    return QLocale().toString(value, 'f', value == 0 ? 0 : value < 1 ? 2 : value < 99.95 ? 1 : 0);
}

QString bytes(double value)
{
    return std::isfinite(value) ? QLocale().formattedDataSize(std::llround(value), 0, QLocale::DataSizeSIFormat)
                                : unknown();
}

QString clockSpan(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / kSecond;
    if (seconds >= 3600)
        return u"%1:%2:%3"_s.arg(seconds / 3600).arg(twoDigits(seconds / 60 % 60), twoDigits(seconds % 60));
    return u"%1:%2"_s.arg(seconds / 60).arg(twoDigits(seconds % 60));
}

QString uptime(qint64 ms)
{
    if (ms < kMinute)
        return QCoreApplication::translate("format", "%1 s").arg(ms / kSecond);
    if (ms < kHour)
        return QCoreApplication::translate("format", "%1 min %2 s").arg(ms / kMinute).arg(twoDigits(ms / kSecond % 60));
    if (ms < kDay)
        return QCoreApplication::translate("format", "%1 h %2 min").arg(ms / kHour).arg(twoDigits(ms / kMinute % 60));
    return QCoreApplication::translate("format", "%1 d %2:%3")
        .arg(ms / kDay)
        .arg(twoDigits(ms / kHour % 24), twoDigits(ms / kMinute % 60));
}

QString perWindow(quint64 count, qint64 windowMs)
{
    const QString number = QLocale().toString(count);
    if (windowMs == kMinute)
        return QCoreApplication::translate("format", "%1 / min").arg(number);
    if (windowMs == kSecond)
        return QCoreApplication::translate("format", "%1 / s").arg(number);
    return QCoreApplication::translate("format", "%1 / %2 s").arg(number).arg(static_cast<double>(windowMs) / 1000.0);
}

QString withUnit(const QString &number, const QString &unit)
{
    return isolated(number + u"\u00a0"_s + unit); // right-to-left text would show "% 63"
}

QString withoutMarks(const QString &text)
{
    QString plain = text;
    return plain.remove(kIsolate).remove(kEndIsolate);
}

QString inOrder(const QString &text)
{
    const bool isRightToLeft = std::any_of(text.cbegin(), text.cend(), [](QChar letter) {
        return letter.direction() == QChar::DirR || letter.direction() == QChar::DirAL;
    });
    return text.isEmpty() || isRightToLeft || !QGuiApplication::isRightToLeft() ? text : isolated(text);
}

} // namespace sluice::console::format
