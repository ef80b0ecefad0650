// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/windowactions.h"
#include "console/pages/auditpage.h"
#include "console/pages/connectionspage.h"
#include "console/widgets/columnmenu.h"
#include "console/widgets/filterline.h"
#include "console/widgets/headerbar.h"
#include "tests/support/fakeadminserver.h"

#include "shared/base/random.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

/// How the operator arranged things is there again after a restart, until it is reset.
class ViewStateTest : public QObject
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

    void columnsComeBackAsTheyWere()
    {
        head().moveSection(head().visualIndex(2), 0);
        head().resizeSection(1, 211);
        table().setColumnHidden(3, true);
        reopen();
        QCOMPARE(head().visualIndex(2), 0);
        QCOMPARE(head().sectionSize(1), 211);
        QVERIFY(table().isColumnHidden(3));
    }

    void sortAndFilterComeBackAndAreAskedFor()
    {
        head().sectionClicked(0); // as a click on the head: by user
        filter().setText(u"role:guest"_s);
        reopen();
        QCOMPARE(filter().text(), u"role:guest"_s);
        connectWindow();
        QTRY_COMPARE(m_server->lastParams(u"connections/list"_s).value("filter"_L1).toString(), u"role:guest"_s);
        QCOMPARE(m_server->lastParams(u"connections/list"_s).value("sort"_L1).toString(), u"user"_s);
    }

    void geometrySplitterRangeAndThemeComeBack()
    {
        auto *splitter = m_window->findChild<QSplitter *>(u"connectionsSplitter"_s);
        m_window->resize(1400, 810);
        QCoreApplication::processEvents();
        splitter->setSizes({500, 600});
        const QList<int> sizes = splitter->sizes();
        m_window->header().rangeSelected(3600);
        m_theme->setMode(Theme::Mode::Light);
        reopen();
        QCOMPARE(m_window->size(), QSize(1400, 810));
        QCOMPARE(m_window->findChild<QSplitter *>(u"connectionsSplitter"_s)->sizes(), sizes);
        QCOMPARE(m_theme->mode(), Theme::Mode::Light);
        QCOMPARE(m_window->header().findChild<QComboBox *>()->currentData().toInt(), 3600);
    }

    void resetGivesAllThatUp()
    {
        const int width = head().sectionSize(1);
        head().moveSection(head().visualIndex(2), 0);
        head().resizeSection(1, width + 90);
        table().setColumnHidden(3, true);
        reopen();
        QCOMPARE(head().sectionSize(1), width + 90);
        const QPointer<Frame> before(&m_window->frame());
        m_window->actions().resetLayout->trigger();
        QTRY_VERIFY(before.isNull());
        QCOMPARE(m_window->size(), QSize(1440, 900));
        QCOMPARE(head().visualIndex(2), 2);
        QCOMPARE(head().sectionSize(1), width);
        QVERIFY(!table().isColumnHidden(3));
        reopen();
        QCOMPARE(head().sectionSize(1), width);
    }

    void whatIsKeptOfAnotherVersionIsLeftAlone()
    {
        const QByteArray before = head().saveState();
        reopen();
        for (const QString &key : m_settings->allKeys()) {
            if (key.startsWith(u"view/"_s))
                m_settings->setValue(key, QByteArray("nonsense"));
        }
        m_window.reset();
        open();
        QCOMPARE(head().saveState(), before);
    }

    void theMenuOfTheHeadHidesColumnsButNotTheLast()
    {
        auto *columns = table().findChild<ColumnMenu *>();
        QVERIFY(columns);
        std::unique_ptr<QMenu> menu(columns->menu());
        const int count = head().count();
        QCOMPARE(menu->actions().size(), count + 2);
        for (int i = 0; i + 1 < count; ++i)
            menu->actions().at(i)->trigger();
        QCOMPARE(head().hiddenSectionCount(), count - 1);
        menu.reset(columns->menu());
        QVERIFY(!menu->actions().at(count - 1)->isEnabled());
        QVERIFY(menu->actions().at(0)->isEnabled());
        menu->actions().constLast()->trigger();
        QCOMPARE(head().hiddenSectionCount(), 0);
    }

private:
    void open()
    {
        m_window = std::make_unique<MainWindow>(MainWindow::Environment{m_clock, m_random, *m_settings, *m_theme});
        if (m_settings->allKeys().isEmpty())
            m_window->resize(1280, 800);
        m_window->show();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QCoreApplication::processEvents();
    }

    void reopen()
    {
        m_window->close();
        m_window.reset();
        m_theme->setMode(Theme::Mode::Dark);
        open();
    }

    void connectWindow()
    {
        ConnectionProfile profile;
        profile.port = m_server->port();
        profile.token = QString::fromLatin1(m_server->token());
        m_window->connectTo(profile);
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
    }

    QTableView &table() { return *m_window->findChild<QTableView *>(u"connectionsTable"_s); }
    QHeaderView &head() { return *table().horizontalHeader(); }
    FilterLine &filter() { return *m_window->findChild<FilterLine *>(u"connectionsFilter"_s); }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(ViewStateTest)
#include "tst_viewstate.moc"
