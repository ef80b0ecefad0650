// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QKeySequence>
#include <QList>

class QAction;
class QSettings;

namespace sluice::console {

/// The keys of all actions: those they come with, and those that the operator has given them, which are kept.
/// Thread: main.
class Shortcuts
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::Shortcuts)

public:
    using Keys = QList<QKeySequence>;

    /// A key that has its meaning everywhere, and is no action's to take.
    struct Fixed {
        QKeySequence key;
        QString meaning;
    };

    /// An action's text without the marks of its mnemonic and of a dialog that follows.
    [[nodiscard]] static QString plainText(const QAction &action);
    [[nodiscard]] static QList<Fixed> fixed();

    /// `settings` lives longer.
    explicit Shortcuts(QSettings &settings)
        : m_settings(settings)
    {
    }

    /// Has its keys of now for defaults, and gets those that were kept. Requires: it has an object name, its own in the
    /// program and in all versions, and lives as long as this is used.
    void add(QAction &action);
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    [[nodiscard]] Keys defaults(const QAction &action) const { return m_defaults.value(&action); }
    [[nodiscard]] bool isChanged(const QAction &action) const;

    /// Who has one of these keys where `action` would have it; empty: nobody.
    [[nodiscard]] QString takenBy(const QAction &action, const Keys &keys) const;
    /// Requires: `takenBy` says nobody.
    void set(QAction &action, const Keys &keys);
    /// Its default keys. Returns who has taken one of them meanwhile and keeps it; empty: they are set.
    [[nodiscard]] QString reset(QAction &action);
    void resetAll();

private:
    [[nodiscard]] static QString settingsKey(const QAction &action);

    QSettings &m_settings;
    QList<QAction *> m_actions;
    QHash<const QAction *, Keys> m_defaults;
};

} // namespace sluice::console
