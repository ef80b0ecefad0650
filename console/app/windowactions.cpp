// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/windowactions.h"

#include "console/app/translations.h"
#include "console/widgets/icons.h"
#include "console/widgets/shortcuts.h"

#include <QAction>
#include <QActionGroup>
#include <QMenuBar>

namespace sluice::console {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(const Theme &theme)
    : m_theme(theme)
    , m_themes(new QActionGroup(this))
{
    buildServer();
    buildView();
    buildCharts();
    buildThemes();
    keys = add(u"keyboard"_s, tr("&Keyboard…"), {Qt::Key_F1, Qt::Key_Question});
    about = add(u"about"_s, tr("A&bout…"));
    buildMainMenu();
}

QAction *WindowActions::add(const QString &id, const QString &text, const QList<QKeySequence> &keySequences)
{
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    action->setShortcuts(keySequences);
    m_all.append(action);
    return action;
}

void WindowActions::addTo(QWidget &window)
{
    for (QAction *action : std::as_const(m_all)) {
        if (action->parent() == this) // that of the charts is on their page
            window.addAction(action);
    }
}

void WindowActions::buildServer()
{
    connectTo = add(u"connect"_s, tr("&Connect to a server…"), {QKeySequence(u"Ctrl+Shift+S"_s)});
    disconnectFrom = add(u"disconnect"_s, tr("&Disconnect"));
    fetch = add(u"fetch"_s, tr("&Fetch now"), {Qt::Key_F5});
    practise = add(u"practise"_s, tr("&Practice on a built-in incident"));
    openSession = add(u"open-session"_s, tr("Open sess&ion…"), {QKeySequence::Open});
    saveSession = add(u"save-session"_s, tr("Sa&ve session…"), {QKeySequence(u"Ctrl+Alt+S"_s)});
    apply = add(u"apply"_s, tr("Appl&y pending changes"), {QKeySequence::Save});
    drain = add(u"drain"_s, tr("Drain && shut down…"), {QKeySequence(u"Ctrl+Shift+Q"_s)});
    drain->setIconText(tr("Drain && shut down…"));
    drain->setIcon(icon(Glyph::Power, m_theme, ColorRole::Critical));
    quit = add(u"quit"_s, tr("&Quit"), {QKeySequence(u"Ctrl+Q"_s)});
}

void WindowActions::buildView()
{
    const QStringList titles{tr("&Overview"), tr("Co&nnections"), tr("&Events"), tr("&Limits"), tr("Confi&g"),
                             tr("Live &tap"), tr("Ale&rts"),      tr("&Audit"),  tr("&Servers")};
    for (int page = 0; page < titles.size(); ++page) {
        QAction *action = add(u"page-%1"_s.arg(page + 1), titles.at(page),
                              {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page))});
        connect(action, &QAction::triggered, this, [this, page] { Q_EMIT pageChosen(page); });
        m_pages.append(action);
    }
    filter = add(u"filter"_s, tr("F&ilter"), {QKeySequence::Find, Qt::Key_Slash});
    commandBox = add(u"command-box"_s, tr("&Command box"), {QKeySequence(u"Ctrl+K"_s)});
    nextPane = add(u"next-pane"_s, tr("Ne&xt pane"), {Qt::Key_F6});
    previousPane = add(u"previous-pane"_s, tr("&Previous pane"), {Qt::SHIFT | Qt::Key_F6});
    wall = add(u"wall"_s, tr("&Wall display"), {Qt::Key_F11});
    wall->setCheckable(true);
    resetLayout = add(u"reset-layout"_s, tr("Reset la&yout"));
}

void WindowActions::buildCharts()
{
    struct Range {
        QString text;
        QKeySequence key;
        int seconds;
    };
    const QList<Range> ranges{{tr("Last m&inute"), Qt::Key_1, 60},
                              {tr("Last &5 minutes"), Qt::Key_5, 300},
                              {tr("Last 1&0 minutes"), Qt::Key_0, 600},
                              {tr("Last &hour"), Qt::Key_H, 3600},
                              {tr("Last &6 hours"), Qt::SHIFT | Qt::Key_H, 21'600}};
    for (const Range &range : ranges) {
        QAction *action = add(u"range-%1"_s.arg(range.seconds), range.text, {range.key});
        connect(action, &QAction::triggered, this, [this, seconds = range.seconds] { Q_EMIT rangeChosen(seconds); });
        m_ranges.append(action);
    }
    // Space is not a shortcut, because it would take the key from focused buttons; see MainWindow::keyPressEvent.
    pause = add(u"pause"_s, tr("&Pause"));
    pause->setCheckable(true);
    pause->setToolTip(tr("Freeze the charts (Space)"));
    setPaused(false);
    mark = add(u"mark"_s, tr("Set a mar&k"), {Qt::Key_M});
    table = add(u"chart-table"_s, tr("Chart as &table, or back"), {QKeySequence(u"Ctrl+T"_s)});
    wholeRange = add(u"whole-range"_s, tr("&Whole range again"));
    m_chartActions = {mark, table, wholeRange};
}

void WindowActions::buildThemes()
{
    const QList<std::pair<QString, Theme::Mode>> modes{
        {tr("Auto"), Theme::Mode::Auto}, {tr("Light"), Theme::Mode::Light}, {tr("Dark"), Theme::Mode::Dark}};
    for (const auto &[text, mode] : modes) {
        QAction *action = add(u"theme-%1"_s.arg(static_cast<int>(mode)), text);
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        connect(action, &QAction::triggered, this, [this, chosen = mode] { Q_EMIT themeChosen(chosen); });
        m_themes->addAction(action);
    }
    m_themeMenu.addActions(m_themes->actions());
    m_themeMenu.setTitle(tr("T&heme"));
}

void WindowActions::offerLanguages(const QString &current)
{
    QList<Translations::Language> languages = Translations::languages();
    languages.prepend({QString(), tr("S&ystem", "the language of the system")});
    if (current == QLatin1StringView(Translations::kPseudo))
        languages.append({current, tr("Pseudo-language")});
    auto *group = new QActionGroup(this);
    for (const Translations::Language &language : std::as_const(languages)) {
        QAction *action = add(u"language-"_s + language.code, language.name);
        action->setCheckable(true);
        action->setChecked(language.code == current);
        connect(action, &QAction::triggered, this, [this, code = language.code] { Q_EMIT languageChosen(code); });
        group->addAction(action);
    }
    m_languageMenu.addActions(group->actions());
    m_languageMenu.setTitle(tr("Lang&uage"));
}

void WindowActions::buildMainMenu()
{
    m_mainMenu.addActions({connectTo, disconnectFrom, openSession, saveSession});
    m_mainMenu.addSeparator();
    m_mainMenu.addActions(m_pages);
    m_mainMenu.addSeparator();
    m_mainMenu.addActions({fetch, pause, apply, drain});
    m_mainMenu.addSeparator();
    m_mainMenu.addMenu(&m_themeMenu);
    m_mainMenu.addMenu(&m_languageMenu);
    m_mainMenu.addActions({keys, wall, about, quit});
}

void WindowActions::fill(QMenuBar &bar)
{
    QMenu *server = bar.addMenu(tr("&Server"));
    server->addActions({connectTo, disconnectFrom, fetch, practise});
    server->addSeparator();
    server->addActions({openSession, saveSession});
    server->addSeparator();
    server->addActions({apply, drain});
    server->addSeparator();
    server->addAction(quit);
    QMenu *view = bar.addMenu(tr("&View"));
    view->addActions(m_pages);
    view->addSeparator();
    view->addActions({filter, commandBox, nextPane, previousPane});
    view->addSeparator();
    view->addMenu(&m_themeMenu);
    view->addMenu(&m_languageMenu);
    view->addActions({wall, resetLayout});
    QMenu *charts = bar.addMenu(tr("&Charts"));
    charts->addActions(m_ranges);
    charts->addSeparator();
    charts->addAction(pause);
    charts->addActions(m_chartActions);
    bar.addMenu(&m_pageMenu);
    m_pageMenu.setTitle(tr("&Page"));
    QMenu *help = bar.addMenu(tr("&Help"));
    help->addActions({keys, about});
}

void WindowActions::setPageActions(const QList<QAction *> &actions)
{
    m_pageMenu.clear();
    m_pageMenu.addActions(actions);
    m_pageMenu.menuAction()->setVisible(!actions.isEmpty());
}

void WindowActions::addChartAction(QAction &action)
{
    m_chartActions.append(&action);
    m_all.append(&action);
}

void WindowActions::setPaused(bool paused)
{
    pause->setText(paused ? tr("Resu&me") : tr("&Pause"));
    pause->setIconText(Shortcuts::plainText(*pause)); // as Qt would, but for a letter in brackets
    pause->setIcon(icon(paused ? Glyph::Resume : Glyph::Pause, m_theme, paused ? ColorRole::Accent : ColorRole::Text2));
}

void WindowActions::setThemeMode(Theme::Mode mode)
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(mode));
}

void WindowActions::showState(ServerSession &session, bool canSave)
{
    const LinkState link = session.client().state();
    const ServerInfo &info = session.info();
    const bool known = !info.epoch.isEmpty();
    disconnectFrom->setEnabled(link != LinkState::Disconnected);
    saveSession->setEnabled(canSave);
    // A recording stands still, and what is added to it is not kept.
    pause->setEnabled(!session.isReplay());
    mark->setEnabled(!session.isReplay());
    apply->setVisible(!known || info.mayCall(u"config/patch"_s));
    apply->setEnabled(session.canCall(u"config/patch"_s) && !session.config().edits().isEmpty());
    // A drain that runs, or has just ended, can always be looked at.
    const bool drains = session.drain().has_value();
    drain->setVisible(!known || drains || info.mayCall(u"server/drain"_s));
    drain->setEnabled(drains || session.canCall(u"server/drain"_s));
    const QString key = drain->shortcut().toString(QKeySequence::NativeText);
    drain->setToolTip(link != LinkState::Live ? session.obstacle()
                          : key.isEmpty()     ? tr("Drain and shut down the server")
                                              : tr("Drain and shut down the server (%1)").arg(key));
}

} // namespace sluice::console
