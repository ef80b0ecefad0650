// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/windowactions.h"
#include "console/charts/chartcard.h"
#include "console/dialogs/keylist.h"
#include "console/pages/connectionspage.h"
#include "console/pages/overviewpage.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/rail.h"
#include "console/widgets/shortcuts.h"
#include "tests/support/fakeadminserver.h"

#include "shared/base/random.h"

#include <QAction>
#include <QApplication>
#include <QKeySequenceEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

/// The entries whose letter one before them has, here and in the menus below.
QStringList sharedLetters(const QList<QAction *> &entries)
{
    QStringList shared;
    QHash<QKeySequence, QString> known;
    for (const QAction *entry : entries) {
        const QKeySequence letter = QKeySequence::mnemonic(entry->text());
        if (!letter.isEmpty() && known.contains(letter))
            shared.append(u"%1, %2"_s.arg(known.value(letter), entry->text()));
        known.insert(letter, entry->text());
        if (entry->menu() != nullptr)
            shared += sharedLetters(entry->menu()->actions());
    }
    return shared;
}

} // namespace

class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<Theme>(*qApp);
        m_server = std::make_unique<test::FakeAdminServer>();
        QVERIFY(m_server->start());
        open();
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_theme.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void f6GoesThroughAllPanesAndBack_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("least");
        for (int page = MainWindow::OverviewIndex; page <= MainWindow::ServersIndex; ++page)
            QTest::addRow("page %d", page) << page << (page == MainWindow::ServersIndex ? 2 : 3);
    }

    void f6GoesThroughAllPanesAndBack()
    {
        QFETCH(int, page);
        QFETCH(int, least);
        connectWindow();
        m_window->showPage(static_cast<MainWindow::Page>(page));
        m_window->frame().rail().setFocus();
        const QWidget *start = QApplication::focusWidget();
        QVERIFY(start);
        QList<QWidget *> there;
        do {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            QVERIFY(!there.contains(QApplication::focusWidget()));
            there.append(QApplication::focusWidget());
            QVERIFY(there.size() < 20);
        } while (there.constLast() != start);
        QVERIFY2(there.size() >= least, qPrintable(QString::number(there.size())));
        for (qsizetype i = there.size() - 1; i-- > 0;) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
            QCOMPARE(QApplication::focusWidget(), there.at(i));
        }
    }

    void noTwoEntriesOfAMenuHaveTheSameLetter()
    {
        connectWindow();
        WindowActions &actions = m_window->actions();
        for (const bool isPaused : {false, true}) {
            actions.pause->setChecked(isPaused);
            for (int page = MainWindow::OverviewIndex; page <= MainWindow::ServersIndex; ++page) {
                m_window->showPage(static_cast<MainWindow::Page>(page));
                QCOMPARE(sharedLetters(m_window->menuBar()->actions()), QStringList());
                QCOMPARE(sharedLetters(actions.mainMenu().actions()), QStringList());
            }
        }
        for (const bool isTable : {false, true}) {
            for (ChartCard *card : m_window->findChildren<ChartCard *>()) {
                card->setTable(isTable);
                QCOMPARE(sharedLetters(card->menu().actions()), QStringList());
            }
        }
    }

    void aKeyThatAnotherActionHasIsRefusedWithItsName()
    {
        KeyList &list = openList();
        list.select(*m_window->actions().quit);
        press(list, Qt::CTRL | Qt::Key_K);
        button(list, u"keyAssign"_s).click();
        QVERIFY2(list.message().contains(u"Command box"_s), qPrintable(list.message()));
        QCOMPARE(m_window->actions().quit->shortcut(), QKeySequence(u"Ctrl+Q"_s));
    }

    void keysWithAFixedMeaningAreRefused()
    {
        KeyList &list = openList();
        list.select(*m_window->actions().quit);
        press(list, Qt::Key_Space);
        button(list, u"keyAssign"_s).click();
        QVERIFY2(list.message().contains(u"Pause"_s), qPrintable(list.message()));
        QCOMPARE(m_window->actions().quit->shortcut(), QKeySequence(u"Ctrl+Q"_s));
    }

    void aNewKeyWorksAtOnceAndAfterARestart()
    {
        connectWindow();
        KeyList &list = openList();
        list.select(*m_window->actions().mark);
        press(list, Qt::CTRL | Qt::SHIFT | Qt::Key_M);
        button(list, u"keyAssign"_s).click();
        QVERIFY2(list.message().contains(u"is now the key"_s), qPrintable(list.message()));
        delete &list;
        const auto marks = [this] { return m_window->session().activity().entries().size(); };
        m_server->sendSample();
        QTRY_VERIFY(!m_window->session().history().isEmpty());
        // Without a window manager the end of the other window takes the focus, some turns of the loop later.
        QApplication::setActiveWindow(m_window.get());
        m_window->frame().rail().setFocus();
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M);
        QCOMPARE(marks(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(marks(), 1);
        m_window.reset();
        open();
        QCOMPARE(m_window->actions().mark->shortcut(), QKeySequence(u"Ctrl+Shift+M"_s));
        QVERIFY(m_window->shortcuts().isChanged(*m_window->actions().mark));
    }

    void aKeyCanBeTakenAwayAndGivenBack()
    {
        KeyList &list = openList();
        list.select(*m_window->actions().mark);
        button(list, u"keyClear"_s).click();
        QVERIFY(m_window->actions().mark->shortcuts().isEmpty());
        // Another one takes it: then it does not come back by itself.
        list.select(*m_window->actions().table);
        press(list, Qt::Key_M);
        button(list, u"keyAssign"_s).click();
        QCOMPARE(m_window->actions().table->shortcut(), QKeySequence(Qt::Key_M));
        list.select(*m_window->actions().mark);
        button(list, u"keyReset"_s).click();
        QVERIFY(m_window->actions().mark->shortcuts().isEmpty());
        QVERIFY2(list.message().contains(u"Chart as table"_s), qPrintable(list.message()));
        button(list, u"keyResetAll"_s).click();
        QCOMPARE(m_window->actions().mark->shortcut(), QKeySequence(Qt::Key_M));
        QCOMPARE(m_window->actions().table->shortcut(), QKeySequence(u"Ctrl+T"_s));
        QVERIFY(!m_settings->allKeys().join(u' ').contains(u"shortcuts/"_s));
    }

    void asDeliveredNoTwoActionsMeet()
    {
        Shortcuts &shortcuts = m_window->shortcuts();
        for (const QAction *action : shortcuts.actions())
            QVERIFY2(shortcuts.takenBy(*action, action->shortcuts()).isEmpty(), qPrintable(action->objectName()));
    }

    void everyActionIsInTheMenuBarAndHasANameOfItsOwn()
    {
        QSet<QAction *> inMenus;
        const std::function<void(const QList<QAction *> &)> gather = [&](const QList<QAction *> &actions) {
            for (QAction *action : actions) {
                if (action->menu())
                    gather(action->menu()->actions());
                else
                    inMenus.insert(action);
            }
        };
        for (int page = MainWindow::OverviewIndex; page <= MainWindow::ServersIndex; ++page) {
            m_window->showPage(static_cast<MainWindow::Page>(page));
            gather(m_window->menuBar()->actions());
        }
        QSet<QString> names;
        for (QAction *action : m_window->shortcuts().actions()) {
            QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
            names.insert(action->objectName());
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
        }
    }

private:
    void open()
    {
        m_window = std::make_unique<MainWindow>(MainWindow::Environment{m_clock, m_random, *m_settings, *m_theme});
        m_window->resize(1280, 800);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
    }

    void connectWindow()
    {
        ConnectionProfile profile;
        profile.port = m_server->port();
        profile.token = QString::fromLatin1(m_server->token());
        m_window->connectTo(profile);
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
    }

    KeyList &openList()
    {
        m_window->actions().keys->trigger();
        return *m_window->findChild<KeyList *>();
    }

    void press(KeyList &list, QKeyCombination key)
    {
        list.findChild<QKeySequenceEdit *>()->setKeySequence(QKeySequence(key));
    }

    QPushButton &button(KeyList &list, const QString &name) { return *list.findChild<QPushButton *>(name); }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
