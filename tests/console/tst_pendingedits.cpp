// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/configpage.h"
#include "console/pages/pendingpanel.h"
#include "tests/console/consolefixture.h"

#include <QPushButton>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

const QString kWorkers = u"channels.worker-pool-size"_s;
const QString kOverflow = u"channels.overflow"_s;

} // namespace

/// What was edited and not applied is there again after a restart of the console, for each server.
class PendingEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_english = std::make_unique<Translations>(QLocale());
    }

    void init() { m_console = std::make_unique<test::ConsoleFixture>(); }
    void cleanup() { m_console.reset(); }

    void editsOutliveTheConsole()
    {
        connectWindow();
        config().edit(kWorkers, 14);
        config().edit(kOverflow, u"drop-oldest"_s);
        m_console->reopen();
        QVERIFY(config().edits().isEmpty());
        connectWindow();
        QTRY_COMPARE(config().edits().size(), 2);
        QCOMPARE(config().edits().value(kWorkers).value.toInt(), 14);
        QCOMPARE(config().edits().value(kOverflow).value.toString(), u"drop-oldest"_s);
        QVERIFY(config().conflicts().isEmpty());
        QVERIFY(m_console->find<QPushButton>(u"configApply"_s).isEnabled());
    }

    void whatMovedMeanwhileIsAConflict()
    {
        connectWindow();
        config().edit(kWorkers, 14);
        m_console->reopen();
        m_console->server.changeConfig(kWorkers, 12, u"jonas"_s);
        connectWindow();
        QTRY_COMPARE(config().conflicts(), QStringList{kWorkers});
        QCOMPARE(config().edits().value(kWorkers).base.toInt(), 10);
        QCOMPARE(config().runningValue(kWorkers).toInt(), 12);
        QVERIFY(!m_console->find<QPushButton>(u"configApply"_s).isEnabled());
        QVERIFY(!m_console->find<QPushButton>(u"configConflicts"_s).isHidden());
    }

    void whatIsRunningByNowIsNoEdit()
    {
        connectWindow();
        config().edit(kWorkers, 14);
        config().edit(kOverflow, u"drop-oldest"_s);
        m_console->reopen();
        m_console->server.changeConfig(kWorkers, 14, u"jonas"_s);
        connectWindow();
        QTRY_COMPARE(config().edits().keys(), QStringList{kOverflow});
    }

    void eachServerHasItsOwn()
    {
        connectWindow();
        config().edit(kWorkers, 14);
        test::FakeAdminServer other;
        QVERIFY(other.start());
        ConnectionProfile there = m_console->profile();
        there.port = other.port();
        m_console->window->connectTo(there);
        QTRY_VERIFY(m_console->window->session().config().isKnown());
        QTRY_VERIFY(!config().isReadOnly());
        QVERIFY(config().edits().isEmpty());
        config().edit(kWorkers, 20);
        connectWindow();
        QTRY_COMPARE(config().edits().value(kWorkers).value.toInt(), 14);
    }

    void theDemoLeavesThemAlone()
    {
        connectWindow();
        config().edit(kWorkers, 14);
        m_console->window->openDemo();
        QTRY_VERIFY(config().isKnown());
        config().edit(kWorkers, 3);
        connectWindow();
        QTRY_COMPARE(config().edits().value(kWorkers).value.toInt(), 14);
    }

    void aViewerDoesNotLoseThem()
    {
        connectWindow();
        config().edit(kWorkers, 14);
        m_console->reopen();
        m_console->server.setRole(admin::Role::Viewer);
        connectWindow();
        QTRY_VERIFY(config().isKnown());
        QVERIFY(config().edits().isEmpty());
        m_console->reopen();
        m_console->server.setRole(admin::Role::Admin);
        connectWindow();
        QTRY_COMPARE(config().edits().size(), 1);
    }

    void whatIsGivenUpStaysGone_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("discarded") << u"configDiscard"_s;
        QTest::newRow("applied") << u"configApply"_s;
    }

    void whatIsGivenUpStaysGone()
    {
        QFETCH(QString, button);
        connectWindow();
        config().edit(kWorkers, 14);
        m_console->find<QPushButton>(button).click();
        QTRY_VERIFY(config().edits().isEmpty());
        m_console->reopen();
        connectWindow();
        QTRY_VERIFY(config().isKnown());
        QVERIFY(config().edits().isEmpty());
        for (const QString &key : m_console->settings.allKeys())
            QVERIFY2(!key.startsWith(u"pending/"_s), qPrintable(key));
    }

    void damagedSettingsAreNoEdits_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("no JSON") << QByteArray("{\"chan");
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("not of that form") << QByteArray(R"({"channels.worker-pool-size": 14})");
        QTest::newRow("an unknown setting") << QByteArray(R"({"moon.phase": {"value": 14, "base": 10}})");
    }

    void damagedSettingsAreNoEdits()
    {
        QFETCH(QByteArray, kept);
        m_console->settings.setValue(u"pending/127.0.0.1%3A%1"_s.arg(m_console->server.port()), kept);
        connectWindow();
        QTRY_VERIFY(config().isKnown());
        QVERIFY(config().edits().isEmpty());
    }

private:
    void connectWindow()
    {
        QVERIFY(m_console->connectWindow());
        QTRY_VERIFY(config().isKnown());
    }

    ConfigModel &config() { return m_console->window->session().config(); }

    std::unique_ptr<Translations> m_english;
    std::unique_ptr<test::ConsoleFixture> m_console;
};

QTEST_MAIN(PendingEditsTest)
#include "tst_pendingedits.moc"
