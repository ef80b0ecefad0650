// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/commandline.h"
#include "console/app/mainwindow.h"
#include "console/app/pseudotranslator.h"
#include "console/app/translations.h"
#include "console/app/windowactions.h"
#include "console/charts/chartcard.h"
#include "console/charts/crosshair.h"
#include "console/dialogs/confirmdialog.h"
#include "console/dialogs/connectdialog.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/models/format.h"
#include "console/models/listmodel.h"
#include "console/pages/activityfeed.h"
#include "console/pages/configpage.h"
#include "console/pages/connectionspage.h"
#include "console/pages/overviewpage.h"
#include "console/pages/serverspage.h"
#include "console/widgets/commandbox.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/listtable.h"
#include "console/widgets/pagedtable.h"
#include "tests/console/cuttext.h"
#include "tests/console/paintedtext.h"
#include "tests/support/fakeadminserver.h"
#include "tests/support/fakelists.h"

#include "shared/base/random.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

const QString kWorkers = u"channels.worker-pool-size"_s;

} // namespace

class LanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<Theme>(*qApp);
        m_translations = std::make_unique<Translations>(QLocale(QLocale::English, QLocale::UnitedStates));
        m_server = std::make_unique<test::FakeAdminServer>();
        QVERIFY(m_server->start());
        m_window = std::make_unique<MainWindow>(
            MainWindow::Environment{m_clock, m_random, *m_settings, *m_theme, m_translations.get()});
        m_window->resize(1280, 800);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_translations.reset();
        m_theme.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void thePseudoLanguageKeepsWhatIsNoText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("kept");
        QTest::newRow("numbered") << u"%1 of %2 match"_s << QStringList{u"%1"_s, u"%2"_s};
        QTest::newRow("localised") << u"%L1 rows"_s << QStringList{u"%L1"_s};
        QTest::newRow("plural") << u"%n row(s)"_s << QStringList{u"%n"_s};
        QTest::newRow("mnemonic") << u"Save &as"_s << QStringList{u"&a"_s};
        QTest::newRow("ampersand") << u"Drain && shut down"_s << QStringList{u"&&"_s};
        QTest::newRow("tag") << u"<b>no</b>"_s << QStringList{u"<b>"_s, u"</b>"_s};
    }

    void thePseudoLanguageKeepsWhatIsNoText()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, kept);
        const QString pseudo = PseudoTranslator::pseudo(text);
        for (const QString &part : kept)
            QVERIFY2(pseudo.contains(part), qPrintable(pseudo));
        QVERIFY(pseudo.startsWith(u'[') && pseudo.endsWith(u']'));
    }

    void thePseudoLanguageIsLongerByFourTenths()
    {
        const QString text(100, u'x');
        const qsizetype length = PseudoTranslator::pseudo(text).size();
        QVERIFY2(length >= 138 && length <= 145, qPrintable(QString::number(length)));
    }

    void aChosenLanguageIsSpokenAtOnceAndKept()
    {
        connectWindow();
        choose(u"Deutsch"_s);
        QCOMPARE(m_settings->value("window/language"_L1).toString(), u"de"_s);
        QCOMPARE(QLocale().language(), QLocale::German);
        QCOMPARE(ConnectDialog::tr("Cancel"), u"Abbrechen"_s);
        const QString german = ConnectionsPage::tr("Filter connections");
        QVERIFY(german != u"Filter connections"_s);
        const auto name = [this] {
            return m_window->connections().findChild<QLineEdit *>(u"filterLine"_s)->accessibleName();
        };
        QTRY_COMPARE(name(), german);
    }

    void arabicRunsFromRightToLeft()
    {
        choose(u"العربية"_s);
        QTRY_COMPARE(m_window->frame().layoutDirection(), Qt::RightToLeft);
        choose(u"English"_s);
        QTRY_COMPARE(m_window->frame().layoutDirection(), Qt::LeftToRight);
    }

    void whatHappenedIsToldInTheNewLanguage()
    {
        connectWindow();
        m_server->sendSample();
        QTRY_VERIFY(!m_window->session().history().isEmpty());
        m_window->session().addOwnMark(m_window->session().nowMs());
        QCOMPARE(m_window->session().activity().entryAt(0).text, u"Own mark 1"_s);
        m_translations->use(QLatin1StringView(Translations::kPseudo));
        QTRY_VERIFY(m_window->session().activity().entryAt(0).text.startsWith(u'['));
    }

    void switchingKeepsTheSessionAndLeaksNothing()
    {
        m_server->setHistory(history(120));
        connectWindow();
        QTRY_COMPARE(m_window->session().config().runningValue(kWorkers).toInt(), 10);
        m_window->session().config().edit(kWorkers, 14);
        m_window->showPage(MainWindow::ConnectionsIndex);
        auto *filter = m_window->connections().findChild<QLineEdit *>(u"filterLine"_s);
        filter->setText(u"role:guest"_s);
        const qsizetype signIns = timesAsked(u"server/info"_s);
        QCOMPARE(signIns, 1);
        switchTo(u"en"_s);
        const qsizetype widgets = QApplication::allWidgets().size();
        const qsizetype actions = m_window->findChildren<QAction *>().size();
        for (int i = 0; i < 10; ++i) {
            switchTo(u"ar"_s);
            switchTo(u"en"_s);
        }
        QCOMPARE(QApplication::allWidgets().size(), widgets);
        QCOMPARE(m_window->findChildren<QAction *>().size(), actions);
        QCOMPARE(m_window->session().client().state(), LinkState::Live);
        QCOMPARE(timesAsked(u"server/info"_s), signIns);
        QCOMPARE(m_window->session().history().samples().size(), 120);
        QCOMPARE(m_window->session().config().edits().value(kWorkers).value.toInt(), 14);
        QCOMPARE(m_window->frame().currentPage(), MainWindow::ConnectionsIndex);
        QCOMPARE(m_window->connections().findChild<QLineEdit *>(u"filterLine"_s)->text(), u"role:guest"_s);
        QVERIFY(m_window->connections().isVisible());
        // And it goes on.
        m_server->snapshot().connectionsOpen = 7;
        m_server->sendSample();
        QTRY_COMPARE(m_window->session().history().samples().size(), 121);
    }

    void whatIsLookedAtOnTheChartsStays()
    {
        m_server->setHistory(history(300));
        connectWindow();
        QTRY_COMPARE(m_window->session().history().samples().size(), 300);
        m_window->showPage(MainWindow::OverviewIndex);
        const qint64 endMs = m_window->session().history().latestMs();
        m_window->overview().zoom(endMs - 120'000, endMs - 60'000);
        const auto throughput = OverviewPage::ChartId::Throughput;
        m_window->overview().crosshair().pin(-20, &m_window->overview().chart(throughput));
        const qint64 pinnedMs = m_window->overview().pointedAtMs();
        QCOMPARE(pinnedMs, endMs - 80'000);
        m_window->overview().card(OverviewPage::ChartId::Latency).setTable(true);
        m_window->pauseAction().setChecked(true);
        switchTo(u"de"_s);
        QVERIFY(m_window->overview().isZoomed());
        QVERIFY(m_window->overview().crosshair().isPinned());
        QCOMPARE(m_window->overview().pointedAtMs(), pinnedMs);
        QCOMPARE(m_window->overview().crosshair().owner(), &m_window->overview().chart(throughput));
        QVERIFY(m_window->overview().card(OverviewPage::ChartId::Latency).isTable());
        m_server->sendSample();
        QTRY_COMPARE(m_window->session().history().samples().size(), 301);
        QCOMPARE(m_window->overview().pointedAtMs(), pinnedMs);
        // The pause is of the instant at which it began.
        m_window->overview().endZoom();
        QCOMPARE(m_window->overview().chart(throughput).data().endMs, endMs);
    }

    void rowsAndScrollPositionsStay()
    {
        test::FakeLists lists(*m_server);
        lists.addConnections(150);
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        const auto table = [this]() -> ListTable & {
            return m_window->connections().table(ConnectionsPage::OpenTab).table();
        };
        QTRY_COMPARE(table().model().rowCount(), 150);
        const QString id = table().model().idAt(90);
        table().select(id);
        QScrollBar *bar = table().view().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 500);
        bar->setValue(500);
        switchTo(u"fr"_s);
        QTRY_COMPARE(table().currentId(), id);
        QTRY_COMPARE(table().view().verticalScrollBar()->value(), 500);
    }

    void aValueThatIsBeingEditedStays()
    {
        connectWindow();
        QTRY_COMPARE(m_window->session().config().runningValue(kWorkers).toInt(), 10);
        m_window->showPage(MainWindow::ConfigIndex);
        const auto table = [this]() -> QTableView & { return m_window->config().table(); };
        const QModelIndex value = m_window->session().config().indexOf(kWorkers, ConfigModel::NewColumn);
        table().setCurrentIndex(value);
        table().edit(value);
        const auto editor = [&] { return table().viewport()->findChild<QLineEdit *>(); };
        QVERIFY(editor());
        editor()->setText(u"17"_s);
        QSignalSpy told(&m_window->session().config(), &QAbstractItemModel::dataChanged);
        switchTo(u"es"_s);
        const auto isAsItWas = [&] { return table().currentIndex() == value && editor(); };
        QVERIFY(isAsItWas());
        // What the window asks for in the new language comes later, and changes nothing here.
        QTRY_VERIFY(told.count() > 0);
        QVERIFY(isAsItWas());
        QCOMPARE(editor()->text(), u"17"_s);
        QVERIFY(m_window->session().config().edits().isEmpty());
    }

    void theCommandBoxDoesNotOpenByItself()
    {
        m_window->header().commands().clearFocus();
        switchTo(u"fr"_s);
        QCoreApplication::processEvents();
        QVERIFY(!m_window->header().commands().hasFocus());
    }

    void anOpenPlanStaysOpenWithWhatWasTyped()
    {
        connectWindow();
        m_server->sendSample();
        QTRY_VERIFY(m_window->drainAction().isEnabled());
        m_window->drainAction().trigger();
        auto *reason = m_window->shutdownDialog()->findChild<QLineEdit *>(u"shutdownReason"_s);
        QVERIFY(reason);
        reason->setText(u"kernel"_s);
        switchTo(u"de"_s);
        QVERIFY(m_window->shutdownDialog()->isVisible());
        QCOMPARE(m_window->shutdownDialog()->findChild<QLineEdit *>(u"shutdownReason"_s)->text(), u"kernel"_s);
    }

    void noTextIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("pseudo-language") << QString::fromLatin1(Translations::kPseudo);
        QTest::newRow("Arabic") << u"ar"_s;
        QTest::newRow("German") << u"de"_s;
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("French") << u"fr"_s;
        QTest::newRow("Spanish") << u"es"_s;
        QTest::newRow("Japanese") << u"ja"_s;
    }

    void noTextIsCut()
    {
        QFETCH(QString, language);
        for (const auto environment : {Environment::Production, Environment::Staging}) { // cards on the last page
            ConnectionProfile saved;
            saved.port = static_cast<quint16>(kDefaultAdminPort + static_cast<int>(environment));
            saved.environment = environment;
            saved.name = u"prod-eu-1"_s;
            ProfileStore(*m_settings).save(saved);
        }
        m_window->servers().reload();
        m_window->openDemo();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        switchTo(language);
        m_window->resize(1280, 800);
        QStringList cut;
        for (int page = MainWindow::OverviewIndex; page <= MainWindow::ServersIndex; ++page) {
            m_window->showPage(static_cast<MainWindow::Page>(page));
            for (int turn = 0; turn < 10; ++turn) // layouts, and what the built-in server answers
                QCoreApplication::processEvents();
            const QStringList found = test::cutTexts(*m_window) + test::cutPaintedTexts(*m_window);
            // Titles as long as those of the pseudo-language may lie beyond the edge.
            const QStringList beyond =
                language == QLatin1StringView(Translations::kPseudo) ? QStringList() : sideways();
            for (const QString &text : found + beyond)
                cut.append(QString::number(page) + u": "_s + text);
            if (qEnvironmentVariableIsSet("SLUICE_SHOTS"))
                m_window->grab().save(u"%1/%2-%3.png"_s.arg(qEnvironmentVariable("SLUICE_SHOTS"), language).arg(page));
        }
        cut.removeDuplicates();
        for (const QString &text : std::as_const(cut))
            qWarning("%s", qPrintable(text));
        QVERIFY2(cut.isEmpty(), "each is named above");
    }

    void theHelperSeesWhatIsCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("wide enough") << 900 << false;
        QTest::newRow("too narrow for the names") << 100 << true;
    }

    void theHelperSeesWhatIsCut()
    {
        QFETCH(int, width);
        QFETCH(bool, isCut);
        Crosshair crosshair;
        QWidget window;
        auto *card =
            new ChartCard({u"Title"_s, {{u"a rather long name"_s}, {u"another one"_s}}, {}, false, format::count},
                          crosshair, *m_theme, &window);
        card->setGeometry(0, 0, width, 200);
        card->chart().setData({{{{-1, 1000}}, {{-1, 2000}}}, {}, 0, {}, 2.5});
        window.resize(width, 200);
        window.show();
        QCoreApplication::processEvents();
        QCOMPARE(!test::cutPaintedTexts(window).isEmpty(), isCut);
    }

    void everyNumberHasOneKindOfDigits()
    {
        switchTo(u"ar"_s);
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
        QCOMPARE(QLocale().toString(1234.5, 'f', 1), u"1,234.5"_s);
        switchTo(u"en"_s);
        QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    }

    void anUnknownLanguageIsRefused()
    {
        const CommandLine unknown =
            CommandLine::parse({u"sluice-console"_s, u"--language"_s, u"tlh"_s}, ConnectionProfile());
        QCOMPARE(unknown.outcome, CommandLine::Outcome::Fail);
        QVERIFY(unknown.text.contains(u"tlh"_s) && unknown.text.contains(u"de"_s));
        for (const QString &code : {u"fr"_s, u"pseudo"_s, u"system"_s}) {
            const CommandLine known = CommandLine::parse({u"sluice-console"_s, u"--language"_s, code}, {});
            QCOMPARE(known.outcome, CommandLine::Outcome::Run);
            QCOMPARE(known.language, code);
        }
    }

private:
    void connectWindow()
    {
        ConnectionProfile profile;
        profile.port = m_server->port();
        profile.token = QString::fromLatin1(m_server->token());
        m_window->connectTo(profile);
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
    }

    qsizetype timesAsked(const QString &method) const
    {
        const auto &requests = m_server->requests();
        return std::count_if(requests.cbegin(), requests.cend(),
                             [&](const auto &request) { return request.first == method; });
    }

    void choose(const QString &name)
    {
        for (QAction *action : m_window->actions().all()) {
            if (action->text() == name) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(u"no action "_s + name));
    }

    /// As the menu does, and waits until the window is built anew.
    void switchTo(const QString &language)
    {
        const QPointer<Frame> before(&m_window->frame());
        m_translations->use(language);
        QTRY_VERIFY(before.isNull());
    }

    /// The tables now shown that have columns beyond their edge.
    QStringList sideways() const
    {
        QStringList found;
        for (const QTableView *table : m_window->findChildren<QTableView *>()) {
            if (table->isVisible() && table->horizontalScrollBar()->maximum() > 0)
                found.append(u"%1 lacks %2 pixels"_s.arg(table->objectName() + table->accessibleName())
                                 .arg(table->horizontalScrollBar()->maximum()));
        }
        return found;
    }

    QList<admin::Snapshot> history(int samples)
    {
        QList<admin::Snapshot> result;
        for (int i = 0; i < samples; ++i) {
            admin::Snapshot &now = m_server->snapshot();
            ++now.sequence;
            now.timeMs += 1000;
            now.uptimeMs += 1000;
            result.append(now);
        }
        return result;
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(LanguagesTest)
#include "tst_languages.moc"
