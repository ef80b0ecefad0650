#include "tests/support/program.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

ProgramExit runServer(const QStringList &arguments)
{
    return runProgram(serverProgram(), arguments);
}

} // namespace

/// What sluiced says of its configuration without starting.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void validConfigurationIsSaidToBeValid();
    void checkingChangesNothing();
    void badOptionNamesFileAndLine();
    void badEventNamesFileAndLine();
    void missingKeyFileIsNamed();
    void missingCertificateIsNamed();
    void printsWhereEachValueComesFrom();
    void printsTheSchema();
    void refusesWhatItDoesNotKnow();

private:
    QString write(const QString &name, const QByteArray &text);
    QString stateDir() const { return u"state-dir="_qs + m_directory->filePath(u"state"_qs); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestCommandLine::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

QString TestCommandLine::write(const QString &name, const QByteArray &text)
{
    QFile file(m_directory->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

void TestCommandLine::validConfigurationIsSaidToBeValid()
{
    const ProgramExit done = runServer(
        {u"--check-config"_qs, u"--set"_qs, stateDir(), u"--set"_qs, u"rate-limits.per-user-per-minute=0"_qs});
    QCOMPARE(done.code, 0);
    QVERIFY2(done.out.contains(u"The configuration is valid: "_qs), qUtf8Printable(done.out));
    QVERIFY2(done.out.contains(u"warning: rate-limits.per-user-per-minute is 0"_qs), qUtf8Printable(done.out));
    QCOMPARE(done.err, QString());
}

void TestCommandLine::checkingChangesNothing()
{
    QCOMPARE(runServer({u"--check-config"_qs, u"--set"_qs, stateDir()}).code, 0);
    QVERIFY(!QFile::exists(m_directory->filePath(u"state"_qs)));
    // And a running server is not in its way.
    TestServer server(u"sluice.toml"_qs);
    const QString problem = server.start();
    QVERIFY2(problem.isEmpty(), qUtf8Printable(problem));
    QCOMPARE(runServer({u"--check-config"_qs, u"--set"_qs, u"state-dir="_qs + server.stateDir()}).code, 0);
}

void TestCommandLine::badOptionNamesFileAndLine()
{
    const QString file = write(u"sluice.toml"_qs, "[channels]\n\nworker-pool-sise = 3\n");
    const ProgramExit done = runServer({u"--check-config"_qs, u"--config"_qs, file});
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(file + u":3"_qs), qUtf8Printable(done.err));
    QVERIFY2(done.err.contains(u"did you mean channels.worker-pool-size?"_qs), qUtf8Printable(done.err));
}

void TestCommandLine::badEventNamesFileAndLine()
{
    const QString events = write(u"events.toml"_qs, "[[event]]\nid = 'a'\nhandler = 'no.such'\n");
    const QString file = write(u"sluice.toml"_qs, "events-file = 'events.toml'\n");
    const ProgramExit done = runServer({u"--check-config"_qs, u"--config"_qs, file});
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(events + u":3"_qs), qUtf8Printable(done.err));
}

void TestCommandLine::missingKeyFileIsNamed()
{
    const QString key = m_directory->filePath(u"jwt.key"_qs);
    const ProgramExit done = runServer({u"--check-config"_qs, u"--set"_qs, u"auth.hs256-secret-file="_qs + key});
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(key), qUtf8Printable(done.err));
}

void TestCommandLine::missingCertificateIsNamed()
{
    const QString certificate = m_directory->filePath(u"tls.crt"_qs);
    const QString key = m_directory->filePath(u"tls.key"_qs);
    const ProgramExit done = runServer(
        {u"--check-config"_qs, u"--set"_qs, u"tls.certificate="_qs + certificate, u"--set"_qs, u"tls.key="_qs + key});
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(certificate), qUtf8Printable(done.err));
}

void TestCommandLine::printsWhereEachValueComesFrom()
{
    const QString file = write(u"sluice.toml"_qs, "[channels]\nworker-pool-size = 3\n");
    const ProgramExit done =
        runServer({u"--print-config"_qs, u"--config"_qs, file, u"--set"_qs, u"channels.ageing-ms=7"_qs});
    QCOMPARE(done.code, 0);
    QVERIFY(done.out.contains(u"# "_qs + file + u":2\nchannels.worker-pool-size = 3\n"_qs));
    QVERIFY(done.out.contains(u"# command line\nchannels.ageing-ms = 7\n"_qs));
    QVERIFY(done.out.contains(u"# default\nlisten.http = \"127.0.0.1:7602\"\n"_qs));
}

void TestCommandLine::printsTheSchema()
{
    const ProgramExit done = runServer({u"--print-schema"_qs});
    QCOMPARE(done.code, 0);
    const QJsonArray options = QJsonDocument::fromJson(done.out.toUtf8()).array();
    QVERIFY(!options.isEmpty());
    QCOMPARE(options.first().toObject().value(u"key"_qs).toString(), u"state-dir"_qs);
}

void TestCommandLine::refusesWhatItDoesNotKnow()
{
    QCOMPARE(runServer({u"--check-config"_qs, u"now"_qs}).code, 2);
    QVERIFY(runServer({u"--chekc-config"_qs}).code > 0);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
