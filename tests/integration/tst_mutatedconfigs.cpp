#include "server/config/configloader.h"
#include "server/config/textfile.h"
#include "server/events/eventregistry.h"
#include "tests/support/program.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kSeed = 20'261'128;
constexpr int kFiles = 2000;
constexpr int kEventsFiles = 1000;
constexpr int kEach = 100; // of them the program looks at one
// Row X7 says 1 s; a loaded CI machine gets ten times as long.
constexpr qint64 kAnswerMs = 10 * 1000;

QByteArray shippedFile(const QString &name)
{
    return readTextFile(u":/sluice/config/"_s + name).value_or(QByteArray());
}

/// The shipped file with every option written out, as it is said there: "# key = value" without the "# ". Without the
/// comments, so that damage does damage.
QByteArray everyOption()
{
    static const QRegularExpression option(u"^# ([a-z0-9-]+ *= .*)$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression comment(u"^#.*\\n"_s, QRegularExpression::MultilineOption);
    return QString::fromUtf8(shippedFile(u"sluice.toml"_s)).replace(option, u"\\1"_s).remove(comment).toUtf8();
}

/// Damages configuration files as people and disks do.
/// Thread: its owner's.
class Mutator
{
public:
    explicit Mutator(quint64 seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] QByteArray mutate(QByteArray text)
    {
        for (quint64 count = 1 + m_random.below(2); count > 0; --count)
            damage(text);
        return text;
    }

private:
    void damage(QByteArray &text)
    {
        switch (m_random.below(10)) {
        case 0: text.remove(place(text), 1 + qsizetype(m_random.below(8))); break;
        case 1: text.insert(place(text), oneOf(kTokens)); break;
        case 2: flipBit(text); break;
        case 3: text.truncate(place(text)); break;
        case 4: replaceValue(text); break;
        case 5: misspell(text); break;
        case 6: moveLine(text); break;
        case 7: text.insert(lineStart(text), "\n" + lineAt(text) + "\n"); break; // twice
        case 8: text.insert(lineStart(text), oneOf(kLines)); break;
        default: replaceValue(text); break;
        }
    }
    [[nodiscard]] qsizetype place(const QByteArray &text)
    {
        return static_cast<qsizetype>(m_random.below(static_cast<quint64>(text.size()) + 1));
    }
    template <size_t count>
    [[nodiscard]] QByteArray oneOf(const std::array<std::string_view, count> &list)
    {
        const std::string_view chosen = list[m_random.below(count)];
        return {chosen.data(), static_cast<qsizetype>(chosen.size())};
    }
    [[nodiscard]] qsizetype lineStart(const QByteArray &text) { return text.lastIndexOf('\n', place(text)) + 1; }
    [[nodiscard]] QByteArray lineAt(const QByteArray &text)
    {
        const qsizetype from = lineStart(text);
        const qsizetype end = text.indexOf('\n', from);
        return text.mid(from, (end < 0 ? text.size() : end) - from);
    }
    void flipBit(QByteArray &text)
    {
        const qsizetype at = place(text);
        if (at < text.size())
            text[at] = static_cast<char>(text[at] ^ (1 << m_random.below(8)));
    }
    /// Of the next line that has one.
    void replaceValue(QByteArray &text)
    {
        const qsizetype equals = text.indexOf("= ", place(text));
        const qsizetype end = text.indexOf('\n', equals);
        if (equals >= 0 && end >= 0)
            text.replace(equals + 2, end - equals - 2, oneOf(kValues));
    }
    /// Swaps two letters of a line's beginning.
    void misspell(QByteArray &text)
    {
        const qsizetype at = lineStart(text) + static_cast<qsizetype>(m_random.below(12));
        if (at + 1 < text.size() && text[at] != '\n' && text[at + 1] != '\n')
            std::swap(text[at], text[at + 1]);
    }
    void moveLine(QByteArray &text)
    {
        const QByteArray line = lineAt(text);
        const qsizetype from = text.indexOf(line + '\n');
        if (from >= 0)
            text.remove(from, line.size() + 1);
        text.insert(lineStart(text), line + '\n');
    }

    static constexpr std::array<std::string_view, 16> kTokens{
        "\"",           "'",    "[", "]", "{", "}", "=", "#", ".", ",", "\n", "\t", std::string_view("\0", 1), "\xff",
        "\xed\xa0\x80", "\\u00"};
    static constexpr std::array<std::string_view, 24> kValues{"0",
                                                              "-1",
                                                              "1",
                                                              "18446744073709551616",
                                                              "9223372036854775807",
                                                              "1e999",
                                                              "nan",
                                                              "-inf",
                                                              "0.5",
                                                              "\"\"",
                                                              "\"x\"",
                                                              "'8:4:1'",
                                                              "true",
                                                              "[]",
                                                              "[1, 'a']",
                                                              "{ a = 1 }",
                                                              "1979-05-27T07:32:00Z",
                                                              "0x7fffffff",
                                                              "1_000",
                                                              "07",
                                                              "\"127.0.0.1:0\"",
                                                              "\"\\u0000\"",
                                                              "[[[[[[[[[[[[]]]]]]]]]]]]",
                                                              ""};
    static constexpr std::array<std::string_view, 8> kLines{
        "no-such-option = 1\n", "[channels]\n", "[no-such-table]\n", "channels.worker-pool-size = 2\n",
        "[[event]]\n",          "\"\" = 1\n",   "a.b.c.d.e = 1\n",   "rate-limit = { per-minute = 0 }\n"};

    SeededRandom m_random;
};

class SilentHandler final : public Handler
{
public:
    HandlerResult handle(const Request &) override { return Outcome::success(); }
};

/// Stands for each handler that an events file names.
HandlerTable handlersOf(const QByteArray &events)
{
    static const QRegularExpression name(u"^handler *= \"([a-z.]+)\"$"_s, QRegularExpression::MultilineOption);
    HandlerTable handlers;
    for (auto match = name.globalMatch(QString::fromUtf8(events)); match.hasNext();)
        handlers.emplace(match.next().captured(1).toStdString(), std::make_unique<SilentHandler>());
    return handlers;
}

/// What every fault has to begin with: the file, and where it stands in it when that is known.
bool namesItsPlace(const QString &detail, const QString &file)
{
    static const QRegularExpression place(u":\\d+: ."_s);
    const QStringList lines = detail.split(u'\n', Qt::SkipEmptyParts);
    return !lines.isEmpty() && std::all_of(lines.begin(), lines.end(), [&file](const QString &line) {
        return line.startsWith(file) && place.match(line, file.size()).capturedStart() == file.size();
    });
}

/// The lines that assign something, found without a TOML parser.
QSet<int> assignments(const QByteArray &text)
{
    QSet<int> lines;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        const QByteArray trimmed = line.trimmed();
        if (!trimmed.isEmpty() && !trimmed.startsWith('#') && !trimmed.startsWith('[') && trimmed.contains('='))
            lines.insert(number);
    }
    return lines;
}

/// How many events are described, found without a TOML parser.
qsizetype tables(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    return std::count_if(lines.begin(), lines.end(), [](const QByteArray &line) {
        return QByteArray(line).replace(' ', "").replace('\t', "").startsWith("[[event]]");
    });
}

} // namespace

/// Damaged configuration files: a valid start or an error that names the place, and no key that is silently ignored
/// (quality.md, X7).
class MutatedConfigsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void damagedFilesAreRefusedOrWhollyRead();
    void damagedEventsAreRefusedOrWhollyRead();
    void openSecretsAreRefused_data();
    void openSecretsAreRefused();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    }
    [[nodiscard]] QString stateDir() const { return u"state-dir="_s + m_directory.filePath(u"state"_s); }
    [[nodiscard]] ProgramExit check(const QString &file) const
    {
        return runProgram(serverProgram(), {u"--check-config"_s, u"--config"_s, file, u"--set"_s, stateDir()});
    }

    QTemporaryDir m_directory;
};

void MutatedConfigsTest::initTestCase()
{
    qInfo("seed=%llu", static_cast<unsigned long long>(kSeed));
    QVERIFY(m_directory.isValid());
    // What is to be damaged is valid, and says everything.
    const QString file = write(u"sluice.toml"_s, everyOption());
    const Result<LoadedConfig> loaded = loadConfig({file, {}, {stateDir()}});
    QVERIFY2(loaded, qUtf8Printable(loaded ? QString() : loaded.error().detail));
    QVERIFY(assignments(everyOption()).size() > 60);
}

void MutatedConfigsTest::damagedFilesAreRefusedOrWhollyRead()
{
    Mutator mutator(kSeed);
    const QByteArray whole = everyOption();
    int valid = 0;
    for (int i = 0; i < kFiles; ++i) {
        const QByteArray text = mutator.mutate(whole);
        const QString file = write(u"sluice.toml"_s, text);
        QElapsedTimer elapsed;
        elapsed.start();
        const Result<LoadedConfig> loaded = loadConfig({file, {}, {stateDir()}});
        QVERIFY2(elapsed.elapsed() <= kAnswerMs, text.constData());
        if (!loaded) {
            QVERIFY2(namesItsPlace(loaded.error().detail, file), qUtf8Printable(loaded.error().detail));
        } else if (!text.contains("\"\"\"") && !text.contains("'''")) {
            ++valid;
            QSet<int> read;
            for (const auto &[key, value] : loaded->values) {
                if (value.source.startsWith(file))
                    read.insert(value.source.mid(file.size() + 1).toInt());
            }
            // --set has replaced the one of the state directory.
            const QSet<int> ignored = assignments(text) - read;
            const bool isOnlyThat = std::all_of(ignored.begin(), ignored.end(), [&text](int line) {
                return text.split('\n')[line - 1].trimmed().startsWith("state-dir");
            });
            QVERIFY2(isOnlyThat, text.constData());
        }
        if (i % kEach > 0)
            continue;
        const ProgramExit done = check(file);
        QVERIFY2(done.code == 0 || done.code == 2, text.constData());
        QVERIFY2(done.code == 2 || loaded, text.constData());
        if (!loaded)
            QVERIFY2(done.err.startsWith(u"sluiced: "_s + file + u':'), qUtf8Printable(done.err));
    }
    qInfo("%d of %d are valid", valid, kFiles);
    QVERIFY(valid > kFiles / 50 && valid < kFiles / 2);
}

void MutatedConfigsTest::damagedEventsAreRefusedOrWhollyRead()
{
    Mutator mutator(kSeed + 1);
    const QByteArray whole = shippedFile(u"events.toml"_s);
    const HandlerTable handlers = handlersOf(whole);
    const QString config = write(u"with-events.toml"_s, "events-file = 'events.toml'\n");
    int valid = 0;
    for (int i = 0; i < kEventsFiles; ++i) {
        const QByteArray text = mutator.mutate(whole);
        const QString file = write(u"events.toml"_s, text);
        const auto events = EventRegistry::load(text, file, handlers);
        if (events) {
            ++valid;
            QCOMPARE((*events)->events().size(), size_t(tables(text)));
        } else {
            QVERIFY2(namesItsPlace(events.error().detail, file), qUtf8Printable(events.error().detail));
        }
        if (i % kEach > 0)
            continue;
        const ProgramExit done = check(config);
        QCOMPARE(done.code, events ? 0 : 2);
        QVERIFY2(events || done.err.startsWith(u"sluiced: "_s + file + u':'), qUtf8Printable(done.err));
    }
    qInfo("%d of %d are valid", valid, kEventsFiles);
    QVERIFY(valid > kEventsFiles / 20 && valid < kEventsFiles / 2);
}

void MutatedConfigsTest::openSecretsAreRefused_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("the key of tokens") << u"auth.hs256-secret-file"_s << QByteArray(64, 'k');
    QTest::newRow("where errors are sent") << u"errors.sentry-dsn-file"_s << QByteArray("http://key@127.0.0.1:9/1\n");
}

void MutatedConfigsTest::openSecretsAreRefused()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, content);
    const QString secret = write(u"secret"_s, content);
    const auto run = [&] {
        return runProgram(serverProgram(),
                          {u"--check-config"_s, u"--set"_s, stateDir(), u"--set"_s, option + u'=' + secret});
    };
    const QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner;
    QVERIFY(QFile::setPermissions(secret, own));
    QCOMPARE(run().code, 0);
    for (const QFile::Permissions others :
         {QFile::Permissions(QFile::ReadGroup), QFile::Permissions(QFile::ReadOther),
          QFile::ReadGroup | QFile::ReadOther, QFile::Permissions(QFile::WriteOther)}) {
        QVERIFY(QFile::setPermissions(secret, own | others));
        const ProgramExit refused = run();
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(secret) && refused.err.contains(u"chmod"_s), qUtf8Printable(refused.err));
    }
}

QTEST_GUILESS_MAIN(MutatedConfigsTest)
#include "tst_mutatedconfigs.moc"
