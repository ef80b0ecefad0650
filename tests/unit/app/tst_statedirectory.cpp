#include "server/app/statedirectory.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <sys/stat.h>

using namespace sluice::server;

class TestStateDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAPrivateDirectory();
    void keepsWhatIsThere();
    void aSecondServerIsRefused();
    void theLockEndsWithItsHolder();
    void aPathThatCannotBeMadeIsNamed();
    void portsAreWrittenWholeAndReplaced();
    void portsOfAKilledServerAreRemoved();
    void portsThatCannotBeWrittenAreAnError();
    void othersMustNotWriteToIt();
    void filesInItAreClosedToOthers();
    void defaultPaths_data();
    void defaultPaths();

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_path;
};

namespace {

mode_t modeOf(const QString &path)
{
    struct stat status {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

void TestStateDirectory::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(m_temporary->isValid());
    m_path = m_temporary->filePath(QStringLiteral("deep/state"));
}

void TestStateDirectory::makesAPrivateDirectory()
{
    const mode_t before = ::umask(022);
    StateDirectory state;
    const bool opened = state.open(m_path).has_value();
    ::umask(before);
    QVERIFY(opened);
    QCOMPARE(state.path(), m_path);
    QCOMPARE(state.file(QStringLiteral("x.db")), m_path + QStringLiteral("/x.db"));
    QCOMPARE(modeOf(m_path), mode_t{0700});
    QCOMPARE(modeOf(state.file(QStringLiteral("lock"))), mode_t{0600});
}

void TestStateDirectory::keepsWhatIsThere()
{
    QVERIFY(QDir().mkpath(m_path));
    QFile note(m_path + QStringLiteral("/note"));
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.close();
    StateDirectory state;
    QVERIFY(state.open(m_path));
    QVERIFY(note.exists());
}

void TestStateDirectory::aSecondServerIsRefused()
{
    StateDirectory first;
    QVERIFY(first.open(m_path));
    QVERIFY(first.writePorts({{QStringLiteral("clients"), 1}}));
    StateDirectory second;
    const auto refused = second.open(m_path);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(m_path), qPrintable(refused.error().detail));
    QVERIFY2(refused.error().detail.contains(QLatin1String("another server")), qPrintable(refused.error().detail));
    QVERIFY(QFile::exists(first.file(QStringLiteral("ports.json")))); // the first one's, untouched
}

void TestStateDirectory::theLockEndsWithItsHolder()
{
    {
        StateDirectory first;
        QVERIFY(first.open(m_path));
    }
    StateDirectory second;
    QVERIFY(second.open(m_path));
}

void TestStateDirectory::aPathThatCannotBeMadeIsNamed()
{
    QFile file(m_temporary->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString below = file.fileName() + QStringLiteral("/state");
    StateDirectory state;
    const auto refused = state.open(below);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(below), qPrintable(refused.error().detail));
}

void TestStateDirectory::portsAreWrittenWholeAndReplaced()
{
    StateDirectory state;
    QVERIFY(state.open(m_path));
    const QString file = state.file(QStringLiteral("ports.json"));
    for (const int port : {7600, 7700}) {
        const QJsonObject ports{{QStringLiteral("clients"), port}};
        QVERIFY(state.writePorts(ports));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY(text.endsWith('\n'));
        QCOMPARE(QJsonDocument::fromJson(text).object(), ports);
    }
    const QStringList expected{QStringLiteral("lock"), QStringLiteral("ports.json")};
    QCOMPARE(QDir(m_path).entryList(QDir::Files, QDir::Name), expected); // no temporary file is left
    state.removePorts();
    QVERIFY(!QFile::exists(file));
}

void TestStateDirectory::portsOfAKilledServerAreRemoved()
{
    {
        StateDirectory killed;
        QVERIFY(killed.open(m_path));
        QVERIFY(killed.writePorts({{QStringLiteral("clients"), 1}}));
    }
    StateDirectory next;
    QVERIFY(next.open(m_path));
    QVERIFY(!QFile::exists(next.file(QStringLiteral("ports.json"))));
}

void TestStateDirectory::portsThatCannotBeWrittenAreAnError()
{
    StateDirectory state;
    QVERIFY(state.open(m_path));
    QVERIFY(QDir().mkpath(state.file(QStringLiteral("ports.json/in-the-way"))));
    const auto written = state.writePorts({{QStringLiteral("clients"), 1}});
    QVERIFY(!written);
    QVERIFY2(written.error().detail.contains(QLatin1String("ports.json")), qPrintable(written.error().detail));
}

void TestStateDirectory::othersMustNotWriteToIt()
{
    const QString path = m_temporary->filePath(QStringLiteral("open"));
    QVERIFY(QDir().mkpath(path));
    for (const mode_t mode : {mode_t{0722}, mode_t{0770}, mode_t{0702}}) {
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
        StateDirectory state;
        const auto opened = state.open(path);
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains(QLatin1String("chmod go-w")), qPrintable(opened.error().detail));
    }
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0755), 0);
    StateDirectory state;
    QVERIFY(state.open(path));
}

void TestStateDirectory::filesInItAreClosedToOthers()
{
    for (const char *name : {"sluice.db", "audit.log", "audit.log.1", "notes.txt"}) {
        QFile file(m_temporary->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(::chmod(QFile::encodeName(file.fileName()).constData(), 0644), 0);
    }
    for (int i = 0; i < 3; ++i)
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("was open to others file=.*is no more")));
    StateDirectory state;
    QVERIFY(state.open(m_temporary->path()));
    const auto modeOf = [this](const char *name) {
        struct stat status {
        };
        ::stat(QFile::encodeName(m_temporary->filePath(QLatin1String(name))).constData(), &status);
        return status.st_mode & 07777;
    };
    QCOMPARE(modeOf("sluice.db"), 0600u);
    QCOMPARE(modeOf("audit.log.1"), 0600u);
    QCOMPARE(modeOf("notes.txt"), 0644u); // not ours
}

void TestStateDirectory::defaultPaths_data()
{
    QTest::addColumn<bool>("hasStateDirectory");
    QTest::addColumn<bool>("hasXdg");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a service manager's") << true << true << QStringLiteral("service");
    QTest::newRow("the user's state home") << false << true << QStringLiteral("xdg/sluice");
    QTest::newRow("the home directory") << false << false << QStringLiteral("home/.local/state/sluice");
}

void TestStateDirectory::defaultPaths()
{
    QFETCH(bool, hasStateDirectory);
    QFETCH(bool, hasXdg);
    QFETCH(QString, expected);
    const auto set = [this](const char *name, bool isSet, const char *folder) {
        if (isSet)
            qputenv(name, QFile::encodeName(m_temporary->filePath(QLatin1String(folder))));
        else
            qunsetenv(name);
    };
    const QByteArray home = qgetenv("HOME");
    set("STATE_DIRECTORY", hasStateDirectory, "service");
    set("XDG_STATE_HOME", hasXdg, "xdg");
    set("HOME", true, "home");
    StateDirectory state;
    const bool opened = state.open({}).has_value();
    qputenv("HOME", home);
    qunsetenv("STATE_DIRECTORY");
    qunsetenv("XDG_STATE_HOME");
    QVERIFY(opened);
    QCOMPARE(state.path(), m_temporary->filePath(expected));
}

QTEST_GUILESS_MAIN(TestStateDirectory)
#include "tst_statedirectory.moc"
