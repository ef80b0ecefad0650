// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "console/pages/configpage.h"
#include "console/pages/connectionspage.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QSettings>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

/// Which of the widgets in `page` were told of another style.
class StyleChanges : public QObject
{
public:
    explicit StyleChanges(QWidget &page)
        : m_page(page)
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::StyleChange && widget != nullptr && m_page.isAncestorOf(widget))
            ++count;
        return false;
    }

    int count = 0;

private:
    QWidget &m_page;
};

} // namespace

/// What would hold the window up for longer than one feels waits, or has several turns of the event loop.
class TurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->setMode(Theme::Mode::Dark);
        m_settings->setValue("window/theme"_L1, static_cast<int>(Theme::Mode::Dark));
        m_translations = std::make_unique<Translations>(QLocale(QLocale::English, QLocale::UnitedStates));
        m_window = std::make_unique<MainWindow>(
            MainWindow::Environment{m_clock, m_random, *m_settings, *m_theme, m_translations.get()});
        m_window->resize(1280, 800);
        m_window->show();
        for (int page = MainWindow::OverviewIndex; page <= MainWindow::ServersIndex; ++page)
            look(page);
    }

    void cleanup()
    {
        m_window.reset();
        m_translations.reset();
        m_theme.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void anotherLookTouchesNoHiddenPage_data() { pages(); }

    void anotherLookTouchesNoHiddenPage()
    {
        QFETCH(int, page);
        look(page == MainWindow::OverviewIndex ? MainWindow::ConfigIndex : MainWindow::OverviewIndex);
        StyleChanges changes(*m_window->frame().pages().widget(page));
        m_theme->setMode(Theme::Mode::Light);
        m_theme->setMode(Theme::Mode::Dark);
        QCOMPARE(changes.count, 0);
        look(page);
        QVERIFY(changes.count > 0);
        // Once: it is up to date then.
        look(page == MainWindow::OverviewIndex ? MainWindow::ConfigIndex : MainWindow::OverviewIndex);
        changes.count = 0;
        look(page);
        QCOMPARE(changes.count, 0);
    }

    void whatWasHiddenLooksAsWhatWasSeen_data() { pages(); }

    void whatWasHiddenLooksAsWhatWasSeen()
    {
        QFETCH(int, page);
        look(page);
        m_theme->setMode(Theme::Mode::Light);
        const QImage seen = picture(page);
        m_theme->setMode(Theme::Mode::Dark);
        const QImage dark = picture(page);
        QVERIFY(seen != dark);
        look(page == MainWindow::OverviewIndex ? MainWindow::ConfigIndex : MainWindow::OverviewIndex);
        m_theme->setMode(Theme::Mode::Light);
        look(page);
        QCOMPARE(picture(page), seen);
    }

    void aPageIsBuiltInEachTurnAndNothingIsSeenUntilAllAre()
    {
        const QPointer<Frame> before(&m_window->frame());
        m_translations->use(u"de"_s);
        int turns = 0;
        while (&m_window->frame() == before && turns < 1000) {
            QVERIFY(before->isVisible());
            QCoreApplication::processEvents();
            ++turns;
            QVERIFY(m_window->updatesEnabled() == (&m_window->frame() != before));
        }
        QVERIFY2(turns > MainWindow::ServersIndex, qPrintable(QString::number(turns)));
        QCOMPARE(m_window->connections().findChild<QLineEdit *>(u"filterLine"_s)->accessibleName(),
                 ConnectionsPage::tr("Filter connections"));
        QTRY_VERIFY(before.isNull());
    }

    void theLastOfTwoLanguagesCounts()
    {
        const auto widgets = [] { return QApplication::allWidgets().size(); };
        const auto name = [this] {
            return m_window->connections().findChild<QLineEdit *>(u"filterLine"_s)->accessibleName();
        };
        m_translations->use(u"de"_s);
        const QString german = ConnectionsPage::tr("Filter connections");
        QTRY_COMPARE(name(), german);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const qsizetype before = widgets();
        m_translations->use(u"fr"_s);
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
        QCOMPARE(name(), german); // half of it is French already
        m_translations->use(u"de"_s);
        QTRY_VERIFY(!m_window->updatesEnabled());
        QTRY_VERIFY(m_window->updatesEnabled());
        QCOMPARE(name(), german);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(widgets(), before);
    }

    void theWindowMayGoWhileItIsBuiltAnew()
    {
        const qsizetype before = QApplication::topLevelWidgets().size();
        m_translations->use(u"de"_s);
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
        QVERIFY(!m_window->updatesEnabled());
        m_window->close();
        m_window.reset();
        QVERIFY(QApplication::topLevelWidgets().size() < before);
    }

private:
    static void pages()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("overview") << int(MainWindow::OverviewIndex);
        QTest::newRow("connections") << int(MainWindow::ConnectionsIndex);
        QTest::newRow("events") << int(MainWindow::EventsIndex);
        QTest::newRow("limits") << int(MainWindow::LimitsIndex);
        QTest::newRow("config") << int(MainWindow::ConfigIndex);
        QTest::newRow("tap") << int(MainWindow::TapIndex);
        QTest::newRow("alerts") << int(MainWindow::AlertsIndex);
        QTest::newRow("audit") << int(MainWindow::AuditIndex);
        QTest::newRow("servers") << int(MainWindow::ServersIndex);
    }

    void look(int page)
    {
        m_window->showPage(static_cast<MainWindow::Page>(page));
        for (int turn = 0; turn < 5; ++turn) // layouts
            QCoreApplication::processEvents();
    }

    QImage picture(int page) { return m_window->frame().pages().widget(page)->grab().toImage(); }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TurnsTest)
#include "tst_turns.moc"
