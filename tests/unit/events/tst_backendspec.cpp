#include "server/events/backendhandlers.h"
#include "server/events/backendspecreader.h"
#include "server/events/eventregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::server;

namespace {

class NullHandler final : public Handler
{
public:
    HandlerResult handle(const Request &) override { return Outcome::success(); }
};

// Made by: openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout /dev/null -days 36500
constexpr const char *kCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBdTCCARugAwIBAgIUWo1F6AGUbqOMJP3BxIMpWHXQR/owCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjkwOTAxMjFaGA8yMTI2MTEwNTA5MDEy
MVowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFcd
GQzY3grxouQSXh0/wdvOqDzouizrAvyNfX2g3AiMQjjzXkXyTiWxWtgIuoE9bR/8
S5y3ZNdYa68kAoGOT9GjUzBRMB0GA1UdDgQWBBQu1m6byCfrmZnrhydeeYqNyVfV
5zAfBgNVHSMEGDAWgBQu1m6byCfrmZnrhydeeYqNyVfV5zAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0gAMEUCIQD/WeEpyV1YXpIVB/18gbeQoXoQFa+h7g3U
Arj6yOCNzwIgOri+MIg3Glk7acDvaM5YF4XbXach7/Pl5JbxTBvD50c=
-----END CERTIFICATE-----
)";

} // namespace

/// `[[backend]]` tables, what is wrong with them, and the events that name them.
class TestBackendSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsEveryField();
    void hasDefaults();
    void refuses_data();
    void refuses();
    void secrets_data();
    void secrets();
    void eventsFindTheirBackend();
    void backendsKeepTheirHandlers();

private:
    [[nodiscard]] Result<EventRegistryPtr> load(const QByteArray &toml, const EventRegistry *before = nullptr)
    {
        const std::array texts{EventsText{toml, m_directory.filePath(QStringLiteral("events.toml"))}};
        return EventRegistry::load(texts, m_table, before, &m_handlers);
    }
    void write(const char *name, const QByteArray &text, QFileDevice::Permissions permissions)
    {
        QFile file(m_directory.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.setPermissions(permissions);
    }

    QTemporaryDir m_directory;
    HandlerTable m_table;
    BackendHandlers m_handlers{[](const std::string &) { return std::make_unique<NullHandler>(); }};
};

void TestBackendSpec::initTestCase()
{
    const auto own = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    write("secret", "a-secret-of-more-than-24-bytes\n", own);
    write("short", "too-short\n", own);
    write("open", "a-secret-of-more-than-24-bytes\n", own | QFileDevice::ReadOther);
    write("ca.pem", kCertificate, own);
    write("no.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", own);
    m_table.emplace("a.b", std::make_unique<NullHandler>());
}

void TestBackendSpec::readsEveryField()
{
    const auto events = load(R"(
[[backend]]
id = "orders"
url = "https://orders.example/events?x=1"
max-concurrent = 7
max-waiting = 0
timeout-ms = 900
max-response-bytes = 5000
retries = 1
secret-file = "secret"
ca-file = "ca.pem"
headers = { Authorization = "Bearer x", X-A = "b" }
)");
    QVERIFY2(events, qPrintable(events ? QString() : events.error().detail));
    QCOMPARE((*events)->backends().size(), size_t{1});
    const BackendSpec &spec = *(*events)->findBackend("orders");
    QCOMPARE(spec.url, std::string("https://orders.example/events?x=1"));
    QCOMPARE(spec.maxConcurrent, 7);
    QCOMPARE(spec.maxWaiting, 0);
    QCOMPARE(spec.timeout, std::chrono::milliseconds(900));
    QCOMPARE(spec.maxResponseBytes, 5000);
    QCOMPARE(spec.retries, 1);
    QCOMPARE(spec.secret, QByteArray("a-secret-of-more-than-24-bytes"));
    QCOMPARE(spec.caCertificates, QByteArray(kCertificate));
    QCOMPARE(spec.headers, (std::vector<std::string>{"Authorization: Bearer x", "X-A: b"}));
}

void TestBackendSpec::hasDefaults()
{
    const auto events = load("[[backend]]\nid = 'a'\nurl = 'http://[::1]:80/'\n");
    QVERIFY(events);
    const BackendSpec &spec = *(*events)->findBackend("a");
    QCOMPARE(spec.maxConcurrent, 64);
    QCOMPARE(spec.maxWaiting, 1000);
    QCOMPARE(spec.maxResponseBytes, 1024 * 1024);
    QVERIFY(spec.secret.isEmpty() && spec.caCertificates.isEmpty() && spec.headers.empty());
    QVERIFY(!(*events)->findBackend("b"));
}

void TestBackendSpec::refuses_data()
{
    QTest::addColumn<QByteArray>("toml"); // behind `[[backend]]\nid = 'a'\n` unless it begins with [
    QTest::addColumn<QString>("fault");   // behind the file's name
    const auto row = [](const char *name, const char *toml, const char *fault) {
        QTest::newRow(name) << QByteArray(toml) << QString::fromLatin1(fault);
    };
    row("no url", "", ":1: a url: is missing");
    row("another scheme", "url = 'ftp://x/'", ":3: a url: is no URL of a backend");
    row("no host", "url = 'http:///x'", ":3: a url: is no URL of a backend");
    row("no URL", "url = 'x y'", ":3: a url: is no URL of a backend");
    row("a password, which is not shown", "url = 'http://ann:hush@x/'",
        ":3: a url: must not hold a user or password; expected");
    row("a fragment", "url = 'http://x/#y'", ":3: a url: must not have a fragment");
    row("nobody at once", "url = 'http://x/'\nmax-concurrent = 0",
        ":4: a max-concurrent: is out of range; found 0, expected integer, 1 to 10000");
    row("one too many", "url = 'http://x/'\nmax-concurrent = 10001", ":4: a max-concurrent: is out of range");
    row("waiting", "url = 'http://x/'\nmax-waiting = -1", ":4: a max-waiting: is out of range");
    row("no time", "url = 'http://x/'\ntimeout-ms = 0", ":4: a timeout-ms: is out of range");
    row("no room", "url = 'http://x/'\nmax-response-bytes = 255", ":4: a max-response-bytes: is out of range");
    row("too often", "url = 'http://x/'\nretries = 6",
        ":4: a retries: is out of range; found 6, expected integer, 0 to 5");
    row("no such secret", "url = 'http://x/'\nsecret-file = 'nope'", ":4: a secret-file: ");
    row("a secret that others read", "url = 'http://x/'\nsecret-file = 'open'", "holds a secret but is open to others");
    row("a short secret", "url = 'http://x/'\nsecret-file = 'short'",
        ":4: a secret-file: holds a key of 9 bytes, which is too short");
    row("no certificate", "url = 'https://x/'\nca-file = 'no.pem'", ":4: a ca-file: holds no certificate");
    row("no such certificates", "url = 'https://x/'\nca-file = 'nope'", ":4: a ca-file: ");
    row("certificates for nothing", "url = 'http://x/'\nca-file = 'ca.pem'", ":1: a ca-file: is for https only");
    row("a header of ours", "url = 'http://x/'\nheaders = { Content-Length = '1' }",
        ":4: a headers.Content-Length: is said by the server itself");
    row("a signature", "url = 'http://x/'\nheaders = { webhook-id = '1' }", "is said by the server itself");
    row("no name of a header", "url = 'http://x/'\nheaders = { 'a b' = '1' }", "is no header's name");
    row("a header that splits, and is not shown", "url = 'http://x/'\nheaders = { a = \"hush\\r\\nb: c\" }",
        ":4: a headers.a: must be a text of printable ASCII; expected");
    row("an unknown field", "url = 'http://x/'\nmax-waitin = 1",
        ":4: a max-waitin: unknown field, did you mean max-waiting?");
    row("a bad id", "[[backend]]\nid = 'a b'\nurl = 'http://x/'", ":2: id: is no backend id");
    row("twice", "[[backend]]\nid = 'a'\nurl = 'http://x/'\n[[backend]]\nid = 'a'\nurl = 'http://y/'",
        ":4: a id: there is already such a backend");
    row("no table", "backend = 1", "an events file holds only events, topics and backends");
    row("http and none", "[[event]]\nid = 'x/y'\nhandler = 'http'",
        ":3: x/y handler: needs a backend, and there is none");
    row("http and two",
        "[[event]]\nid = 'x/y'\nhandler = 'http'\n[[backend]]\nid = 'a'\nurl = 'http://x/'\n[[backend]]\nid = 'b'\nurl "
        "= 'http://x/'",
        ":3: x/y handler: does not say which of the backends; found \"http\", expected http:a, http:b");
    row("another backend",
        "[[event]]\nid = 'x/y'\nhandler = 'http:oders'\n[[backend]]\nid = 'orders'\nurl = 'http://x/'",
        ":3: x/y handler: unknown backend, did you mean http:orders?");
}

void TestBackendSpec::refuses()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, fault);
    const bool isWhole = toml.startsWith('[') || toml.startsWith("backend");
    const auto events = load(isWhole ? toml : "[[backend]]\nid = 'a'\n" + toml);
    QVERIFY(!events);
    QVERIFY2(events.error().detail.contains(fault), qPrintable(events.error().detail));
    QVERIFY(!events.error().detail.contains(QLatin1String("hush")));
}

void TestBackendSpec::secrets_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QByteArray>("key"); // empty: none
    QTest::newRow("text") << QByteArray("123456789012345678901234") << QByteArray("123456789012345678901234");
    QTest::newRow("one byte short") << QByteArray("12345678901234567890123\n") << QByteArray();
    QTest::newRow("a line's end") << QByteArray("123456789012345678901234\r\n")
                                  << QByteArray("123456789012345678901234");
    QTest::newRow("base64") << QByteArray("whsec_MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0\n")
                            << QByteArray("123456789012345678901234");
    QTest::newRow("no base64") << QByteArray("whsec_!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestBackendSpec::secrets()
{
    QFETCH(QByteArray, contents);
    QFETCH(QByteArray, key);
    const auto secret = parseBackendSecret(contents);
    QCOMPARE(secret.value_or(QByteArray()), key);
}

void TestBackendSpec::eventsFindTheirBackend()
{
    const auto events = load("[[event]]\nid = 'x/y'\nhandler = 'http'\n[[event]]\nid = 'x/z'\nhandler = 'http:a'\n"
                             "[[event]]\nid = 'x/own'\nhandler = 'a.b'\n[[backend]]\nid = 'a'\nurl = 'http://x/'\n");
    QVERIFY2(events, qPrintable(events ? QString() : events.error().detail));
    const EventSpec &one = **(*events)->find("x/y");
    const EventSpec &other = **(*events)->find("x/z");
    QCOMPARE(one.handlerName, std::string("http:a"));
    QCOMPARE(one.backend, (*events)->findBackend("a"));
    QVERIFY(one.handler && one.handler == other.handler && one.handler == m_handlers.handlerOf("a"));
    QVERIFY(!(**(*events)->find("x/own")).backend);
}

void TestBackendSpec::backendsKeepTheirHandlers()
{
    const auto event = [](const char *url) {
        return QByteArray("[[event]]\nid = 'x/y'\nhandler = 'http'\n[[backend]]\nid = 'a'\nurl = '") + url + "'\n";
    };
    const auto first = load(event("http://x/"));
    Handler *handler = (**(*first)->find("x/y")).handler;
    QVERIFY(handler->breaker().setMode(BreakerMode::ForcedOpen).change);
    QVERIFY(load("[[event]]\nid = 'x/y'\nhandler = 'a.b'\n", first->get()));
    const auto again = load(event("http://y/"), first->get());
    QCOMPARE((**(*again)->find("x/y")).handler, handler);
    QCOMPARE((**(*again)->find("x/y")).backend->url, std::string("http://y/"));
    QCOMPARE((**(*first)->find("x/y")).backend->url, std::string("http://x/")); // for requests under way
    QCOMPARE(handler->breaker().state(), BreakerState::Open);

    // At the limit and one beyond.
    QByteArray many;
    for (size_t i = m_handlers.list().size(); i < BackendHandlers::kMost; ++i)
        many += "[[backend]]\nid = 'n" + QByteArray::number(i) + "'\nurl = 'http://x/'\n";
    QVERIFY(load(many));
    const auto tooMany = load("[[backend]]\nid = 'one-more'\nurl = 'http://x/'\n");
    QVERIFY(!tooMany);
    QVERIFY(tooMany.error().detail.contains(QLatin1String("too many backends")));
}

QTEST_GUILESS_MAIN(TestBackendSpec)
#include "tst_backendspec.moc"
