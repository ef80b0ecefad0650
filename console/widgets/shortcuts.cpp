// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/shortcuts.h"

#include <QAction>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

/// Whether two actions can hear the same key: those of different pages never do.
bool meet(const QAction &a, const QAction &b)
{
    const bool isOfPages =
        a.shortcutContext() == Qt::WidgetWithChildrenShortcut && b.shortcutContext() == Qt::WidgetWithChildrenShortcut;
    return !isOfPages || a.parent() == b.parent();
}

/// "G" and "G, H" cannot both be pressed.
bool clash(const QKeySequence &a, const QKeySequence &b)
{
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

} // namespace

QString Shortcuts::plainText(const QAction &action)
{
    constexpr QChar kAmpersand(0xE000);                        // of no meaning by itself
    static const QRegularExpression appended(u"\\(&\\w\\)"_s); // where no letter of the word can be typed
    QString text = action.text().remove(appended);
    text.replace(u"&&"_s, QString(kAmpersand));
    return text.remove(u'&').remove(u'…').replace(kAmpersand, u'&');
}

QList<Shortcuts::Fixed> Shortcuts::fixed()
{
    return {{Qt::Key_Space, tr("Pause, or go on")},
            {Qt::Key_Left, tr("On a chart: the crosshair one sample on; with Shift ten")},
            {Qt::Key_Right, tr("On a chart: the crosshair one sample on; with Shift ten")},
            {Qt::Key_Home, tr("On a chart: to the left end of the range")},
            {Qt::Key_End, tr("On a chart: to the right end of the range")},
            {Qt::Key_Up, tr("To the row above")},
            {Qt::Key_Down, tr("To the row below")},
            {Qt::Key_Escape, tr("On a chart: release the crosshair, then the zoom")},
            {Qt::Key_Return, tr("Press what has the focus")},
            {Qt::Key_Enter, tr("Press what has the focus")},
            {Qt::Key_Tab, tr("To the next control")},
            {Qt::Key_Backtab, tr("To the control before")},
            {Qt::Key_F10, tr("Open the menu")}};
}

QString Shortcuts::settingsKey(const QAction &action)
{
    return u"shortcuts/"_s + action.objectName();
}

void Shortcuts::add(QAction &action)
{
    Q_ASSERT(!action.objectName().isEmpty());
    m_defaults.insert(&action, action.shortcuts());
    m_actions.append(&action);
    if (m_settings.contains(settingsKey(action)))
        action.setShortcuts(QKeySequence::listFromString(m_settings.value(settingsKey(action)).toString()));
}

bool Shortcuts::isChanged(const QAction &action) const
{
    return action.shortcuts() != defaults(action);
}

QString Shortcuts::takenBy(const QAction &action, const Keys &keys) const
{
    for (const QKeySequence &key : keys) {
        for (const Fixed &other : fixed()) {
            if (clash(key, other.key))
                return other.meaning;
        }
        for (const QAction *other : m_actions) {
            const Keys theirs = other->shortcuts();
            const bool isTaken = std::any_of(theirs.cbegin(), theirs.cend(),
                                             [&](const QKeySequence &their) { return clash(key, their); });
            if (other != &action && isTaken && meet(action, *other))
                return plainText(*other);
        }
    }
    return {};
}

void Shortcuts::set(QAction &action, const Keys &keys)
{
    action.setShortcuts(keys);
    if (isChanged(action))
        m_settings.setValue(settingsKey(action), QKeySequence::listToString(keys));
    else
        m_settings.remove(settingsKey(action));
}

QString Shortcuts::reset(QAction &action)
{
    QString taken = takenBy(action, defaults(action));
    if (taken.isEmpty())
        set(action, defaults(action));
    return taken;
}

void Shortcuts::resetAll()
{
    m_settings.remove(u"shortcuts"_s);
    for (QAction *action : std::as_const(m_actions))
        action->setShortcuts(defaults(*action));
}

} // namespace sluice::console
