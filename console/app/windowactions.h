// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QList>
#include <QMenu>
#include <QObject>

class QAction;
class QActionGroup;
class QMenuBar;

namespace sluice::console {

/// Whatever the window can be told, once: how it is called, its key, and the menus it is in. What it does, others
/// connect. Thread: main.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(const Theme &theme);

    /// From now on keys work in all of `window`.
    void addTo(QWidget &window);
    void fill(QMenuBar &bar);
    /// What the page of charts can do, for the menu of charts. Requires: the menu bar is not filled yet.
    void addChartAction(QAction &action);
    /// `current` is the code of the language in use.
    void offerLanguages(const QString &current);
    /// What the page that is shown can do, in a menu of its own.
    void setPageActions(const QList<QAction *> &actions);
    void setPaused(bool paused);
    void setThemeMode(Theme::Mode mode);
    /// What can be done now; absent is what this role may never do.
    void showState(ServerSession &session, bool canSave);

    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }
    /// To the page of saved servers.
    [[nodiscard]] QAction *servers() const { return m_pages.constLast(); }
    [[nodiscard]] QMenu &mainMenu() { return m_mainMenu; }
    [[nodiscard]] QMenu &themeMenu() { return m_themeMenu; }

    QAction *connectTo = nullptr;
    QAction *disconnectFrom = nullptr;
    QAction *fetch = nullptr;
    QAction *practise = nullptr;
    QAction *openSession = nullptr;
    QAction *saveSession = nullptr;
    QAction *apply = nullptr;
    QAction *drain = nullptr;
    QAction *quit = nullptr;
    QAction *filter = nullptr;
    QAction *commandBox = nullptr;
    QAction *nextPane = nullptr;
    QAction *previousPane = nullptr;
    QAction *wall = nullptr;
    QAction *resetLayout = nullptr;
    QAction *pause = nullptr;
    QAction *mark = nullptr;
    QAction *table = nullptr;
    QAction *wholeRange = nullptr;
    QAction *keys = nullptr;
    QAction *about = nullptr;

Q_SIGNALS:
    void pageChosen(int page);
    void rangeChosen(int seconds);
    void themeChosen(sluice::console::Theme::Mode mode);
    /// Empty: that of the system.
    void languageChosen(const QString &code);

private:
    QAction *add(const QString &id, const QString &text, const QList<QKeySequence> &keys = {});
    void buildServer();
    void buildView();
    void buildCharts();
    void buildThemes();
    void buildMainMenu();

    const Theme &m_theme;
    QList<QAction *> m_all;
    QList<QAction *> m_pages;
    QList<QAction *> m_ranges;
    QList<QAction *> m_chartActions;
    QActionGroup *m_themes;
    QMenu m_mainMenu;
    QMenu m_themeMenu;
    QMenu m_languageMenu;
    QMenu m_pageMenu;
};

} // namespace sluice::console
