#include "server/transport/selfsigned.h"
#include "server/transport/tlscontext.h"
#include "tests/unit/transport/iofixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace sluice;
using namespace sluice::server;
using sluice::test::clientFrame;
using sluice::test::IoFixture;
using sluice::test::kIoPatienceMs;
using sluice::test::Peer;
using std::chrono::milliseconds;

namespace {

using ClientContext = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

/// A client that trusts only that certificate.
ClientContext clientContext(const QString &certificate, int version = 0)
{
    ClientContext context(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_load_verify_locations(context.get(), certificate.toLocal8Bit().constData(), nullptr);
    SSL_CTX_set_security_level(context.get(), 0); // to offer what is too old, too
    SSL_CTX_set_min_proto_version(context.get(), version);
    SSL_CTX_set_max_proto_version(context.get(), version);
    return context;
}

} // namespace

/// Certificates, and real TLS through a real I/O thread.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesACertificateOnce();
    void replacesACertificateThatIsNone();
    void saysWhatIsWrongWithFiles_data();
    void saysWhatIsWrongWithFiles();
    void takesNoEncryptedKey();

    void servesLikePlainSockets();
    void theFirstFrameMayComeWithTheHandshake();
    void refusalsAreAnswered();
    void theHeadIsBounded();
    void largeMessagesBothWays();
    void aMessageInSingleByteRecords();
    void manyMessagesInOneRecord();
    void versions_data();
    void versions();
    void noTlsBeforeTheCertificate();
    void plainTextIsNoTls();
    void stalledHandshakesBlockNobody();
    void newConnectionsGetTheNewCertificate();
    void aFullTurnPausesWithoutLoss();
    void badFramesInRecordsOfTheirOwn();
    void keyUpdatesWithoutReading();
    void aCloseNotifyEndsIt();

private:
    [[nodiscard]] TlsContext::Files files(const QString &name = QStringLiteral("a")) const;
    [[nodiscard]] TlsContextPtr context(const QString &name = QStringLiteral("a"),
                                        TlsContext::MinVersion version = TlsContext::MinVersion::Tls12);
    void useTls(IoFixture &io, const TlsContextPtr &context);
    [[nodiscard]] Peer securePeer(IoFixture &io);
    [[nodiscard]] Peer openPeer(IoFixture &io, std::string_view target = "/");

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestTls::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

TlsContext::Files TestTls::files(const QString &name) const
{
    return {m_directory->filePath(name + QStringLiteral(".crt")), m_directory->filePath(name + QStringLiteral(".key"))};
}

TlsContextPtr TestTls::context(const QString &name, TlsContext::MinVersion version)
{
    return ensureSelfSigned(files(name)).and_then([&] { return TlsContext::load(files(name), version); }).value();
}

void TestTls::useTls(IoFixture &io, const TlsContextPtr &context)
{
    io.isTls = true;
    io.run([&] { io.thread().setTls(context); });
}

Peer TestTls::securePeer(IoFixture &io)
{
    Peer peer = io.connectPeer();
    const ClientContext client = clientContext(files().certificate);
    io.isUpgraded = peer.secure(client.get());
    return peer;
}

Peer TestTls::openPeer(IoFixture &io, std::string_view target)
{
    Peer peer = securePeer(io);
    peer.sendUpgrade(target);
    io.isUpgraded = io.isUpgraded && peer.status() == 101;
    return peer;
}

void TestTls::makesACertificateOnce()
{
    QVERIFY(ensureSelfSigned(files()));
    QCOMPARE(QFileInfo(files().key).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QFile certificate(files().certificate);
    QVERIFY(certificate.open(QIODevice::ReadOnly));
    const QByteArray before = certificate.readAll();
    QVERIFY(ensureSelfSigned(files()));
    certificate.seek(0);
    QCOMPARE(certificate.readAll(), before);
    const QDateTime expires = QDateTime::fromString(context()->expires(), Qt::ISODate);
    QVERIFY(expires > QDateTime::currentDateTimeUtc().addDays(300));
}

void TestTls::replacesACertificateThatIsNone()
{
    QFile certificate(files().certificate);
    QVERIFY(certificate.open(QIODevice::WriteOnly));
    certificate.write("garbage");
    certificate.close();
    QVERIFY(ensureSelfSigned(files()));
    QVERIFY(TlsContext::load(files(), TlsContext::MinVersion::Tls12));
}

void TestTls::saysWhatIsWrongWithFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("named");

    QTest::newRow("no certificate") << "missing.crt"
                                    << "a.key"
                                    << "certificate file %1/missing.crt: ";
    QTest::newRow("no key") << "a.crt"
                            << "missing.key"
                            << "key file %1/missing.key: ";
    QTest::newRow("garbage for a certificate") << "garbage"
                                               << "a.key"
                                               << "certificate file %1/garbage: no start line";
    QTest::newRow("garbage for a key") << "a.crt"
                                       << "garbage"
                                       << "key file %1/garbage: ";
    QTest::newRow("another's key") << "a.crt"
                                   << "b.key"
                                   << "key file %1/b.key: key values mismatch";
}

void TestTls::saysWhatIsWrongWithFiles()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, named);

    QVERIFY(ensureSelfSigned(files()));
    QVERIFY(ensureSelfSigned(files(QStringLiteral("b"))));
    QFile garbage(m_directory->filePath(QStringLiteral("garbage")));
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write("garbage");
    garbage.close();
    const auto loaded = TlsContext::load({m_directory->filePath(certificate), m_directory->filePath(key)},
                                         TlsContext::MinVersion::Tls12);
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().detail.startsWith(named.arg(m_directory->path())), qPrintable(loaded.error().detail));
}

// It is refused at once: nobody is there whom OpenSSL could ask for the password.
void TestTls::takesNoEncryptedKey()
{
    QVERIFY(ensureSelfSigned(files()));
    std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_file(files().key.toLocal8Bit().constData(), "r"), &BIO_free);
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    const QString path = m_directory->filePath(QStringLiteral("locked.key"));
    std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new_file(path.toLocal8Bit().constData(), "w"), &BIO_free);
    QCOMPARE(PEM_write_bio_PrivateKey(out.get(), key.get(), EVP_aes_256_cbc(),
                                      reinterpret_cast<const unsigned char *>("secret"), 6, nullptr, nullptr),
             1);
    out.reset();
    const auto loaded = TlsContext::load({files().certificate, path}, TlsContext::MinVersion::Tls12);
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().detail.startsWith(QStringLiteral("key file ") + path), qPrintable(loaded.error().detail));
}

void TestTls::servesLikePlainSockets()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = openPeer(io);
    QVERIFY(io.isUpgraded);
    for (const char *text : {"hello", "again"}) {
        peer.sendText(text);
        QCOMPARE(peer.text(), std::string("re:") + text);
    }
    io.pushToAll(3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(peer.text().size(), size_t{1000});
    peer.send(clientFrame(Opcode::Ping, "p"));
    const auto pong = peer.frame();
    QVERIFY(pong && pong->opcode == Opcode::Pong && pong->payload == "p");
    peer.send(clientFrame(Opcode::Close, std::string("\x03\xe8", 2)));
    QCOMPARE(peer.closeCode(), 1000);
    QVERIFY(peer.ended());
    peer.vanish();
    QTRY_COMPARE(io.connections(), size_t{0});
    QCOMPARE(io.gatekeeper.inside.load(), 0);
}

void TestTls::theFirstFrameMayComeWithTheHandshake()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = securePeer(io);
    peer.sendUpgrade("/", clientFrame(Opcode::Text, "early"));
    QCOMPARE(peer.status(), 101);
    QCOMPARE(peer.text(), std::string("re:early"));
}

void TestTls::refusalsAreAnswered()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = securePeer(io);
    peer.sendUpgrade("/nowhere");
    QCOMPARE(peer.status(), 404);
    peer.vanish();
    QTRY_COMPARE(io.gatekeeper.inside.load(), 0);
}

void TestTls::theHeadIsBounded()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = securePeer(io);
    peer.send("GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x'));
    QCOMPARE(peer.status(), 431);
}

// 8 MB each way, while the client sends before it reads: what the server may hold is less than that.
void TestTls::largeMessagesBothWays()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = openPeer(io, "/echo");
    QVERIFY(io.isUpgraded);
    const std::string message(1'000'000, 'm');
    std::string frames;
    for (int i = 0; i < 8; ++i)
        frames += clientFrame(Opcode::Binary, message);
    // SSL objects are for one thread at a time, so a single thread does both: sends what it can, reads what there is.
    for (size_t sent = 0; sent < frames.size(); sent += message.size() + 14) {
        peer.send(std::string_view(frames).substr(sent, message.size() + 14));
        const auto echo = peer.frame();
        QVERIFY(echo && echo->payload == message);
    }
}

void TestTls::aMessageInSingleByteRecords()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = openPeer(io);
    for (const char byte : clientFrame(Opcode::Text, "one by one"))
        peer.send(std::string_view(&byte, 1));
    QCOMPARE(peer.text(), std::string("re:one by one"));
}

void TestTls::manyMessagesInOneRecord()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = openPeer(io);
    std::string frames;
    for (int i = 0; i < 500; ++i)
        frames += clientFrame(Opcode::Text, std::to_string(i));
    peer.send(frames);
    for (int i = 0; i < 500; ++i)
        QCOMPARE(peer.text(), "re:" + std::to_string(i));
}

void TestTls::versions_data()
{
    QTest::addColumn<int>("offered");
    QTest::addColumn<bool>("only13");
    QTest::addColumn<bool>("taken");

    QTest::newRow("1.1") << TLS1_1_VERSION << false << false;
    QTest::newRow("1.2") << TLS1_2_VERSION << false << true;
    QTest::newRow("1.3") << TLS1_3_VERSION << false << true;
    QTest::newRow("1.2 where 1.3 is the least") << TLS1_2_VERSION << true << false;
    QTest::newRow("1.3 where it is the least") << TLS1_3_VERSION << true << true;
}

void TestTls::versions()
{
    QFETCH(int, offered);
    QFETCH(bool, only13);
    QFETCH(bool, taken);

    IoFixture io;
    useTls(io, context(QStringLiteral("a"), only13 ? TlsContext::MinVersion::Tls13 : TlsContext::MinVersion::Tls12));
    Peer peer = io.connectPeer();
    const ClientContext client = clientContext(files().certificate, offered);
    QCOMPARE(peer.secure(client.get()), taken);
    if (!taken)
        QTRY_COMPARE(io.total(Counter::TlsHandshakesFailed), quint64{1});
    else if (offered == TLS1_2_VERSION)
        QVERIFY(QByteArray(SSL_get_cipher_name(peer.tls())).startsWith("ECDHE-"));
    peer.vanish();
    QTRY_COMPARE(io.gatekeeper.inside.load(), 0);
}

void TestTls::noTlsBeforeTheCertificate()
{
    IoFixture io;
    io.isTls = true;
    Peer peer = io.connectPeer();
    peer.sendUpgrade();
    QCOMPARE(peer.status(), 0); // never in plain text on a listener for TLS
    QCOMPARE(io.connections(), size_t{0});
}

void TestTls::plainTextIsNoTls()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = io.connectPeer();
    peer.sendUpgrade();
    QTRY_COMPARE(io.total(Counter::TlsHandshakesFailed), quint64{1});
    QTRY_COMPARE(io.gatekeeper.inside.load(), 0);
}

void TestTls::stalledHandshakesBlockNobody()
{
    IoFixture io;
    useTls(io, context());
    std::vector<Peer> silent;
    for (int i = 0; i < 100; ++i) {
        silent.push_back(io.connectPeer());
        if (i % 2 == 0)
            silent.back().send(std::string_view("\x16\x03\x01\x02\x00\x01", 6)); // the beginning of a greeting
    }
    Peer peer = openPeer(io);
    QVERIFY(io.isUpgraded);
    peer.sendText("still here");
    QCOMPARE(peer.text(), std::string("re:still here"));
    QCOMPARE(io.gatekeeper.inside.load(), 101);
    io.advance(milliseconds(5100));
    QTRY_COMPARE(io.total(Counter::HandshakesTimedOut), quint64{100});
    QTRY_COMPARE(io.gatekeeper.inside.load(), 1);
}

void TestTls::newConnectionsGetTheNewCertificate()
{
    IoFixture io;
    useTls(io, context());
    Peer before = openPeer(io);
    useTls(io, context(QStringLiteral("b")));
    before.sendText("old");
    QCOMPARE(before.text(), std::string("re:old"));
    Peer distrusts = io.connectPeer();
    const ClientContext old = clientContext(files().certificate);
    QVERIFY(!distrusts.secure(old.get()));
    Peer trusts = io.connectPeer();
    const ClientContext renewed = clientContext(files(QStringLiteral("b")).certificate);
    QVERIFY(trusts.secure(renewed.get()));
}

// What is left of a record is inside OpenSSL, and the socket does not tell again.
void TestTls::aFullTurnPausesWithoutLoss()
{
    IoFixture io;
    useTls(io, context());
    io.run([&] { io.receiver().perTurn = 3; });
    Peer peer = openPeer(io);
    const std::string filler(1000, 'x');
    std::string frames;
    for (int i = 0; i < 100; ++i)
        frames += clientFrame(Opcode::Text, filler + std::to_string(i));
    peer.send(frames);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(peer.text(), "re:" + filler + std::to_string(i));
    QCOMPARE(io.ask([&] { return io.receiver().most; }), 3);
}

// What crashed Qt's own sockets: each one made it close again, inside its own closing.
void TestTls::badFramesInRecordsOfTheirOwn()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = openPeer(io);
    const std::string bad("\x83\x80\0\0\0\0", 6); // a reserved opcode
    for (int i = 0; i < 5000; ++i)
        peer.send(bad);
    QCOMPARE(peer.closeCode(), 1002);
    peer.vanish();
    QTRY_COMPARE(io.connections(), size_t{0});
    QCOMPARE(io.total(Counter::ProtocolErrors), quint64{1});
    Peer other = openPeer(io);
    QVERIFY(io.isUpgraded);
}

// Each asks for an answer that nobody takes.
void TestTls::keyUpdatesWithoutReading()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = openPeer(io);
    QVERIFY(io.isUpgraded);
    const timeval patience{2, 0};
    ::setsockopt(peer.descriptor(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    bool isCut = false;
    for (int i = 0; i < 200'000 && !isCut; ++i)
        isCut = SSL_key_update(peer.tls(), SSL_KEY_UPDATE_REQUESTED) != 1 || SSL_do_handshake(peer.tls()) != 1;
    QVERIFY(isCut);
    QTRY_COMPARE_WITH_TIMEOUT(io.connections(), size_t{0}, kIoPatienceMs);
}

void TestTls::aCloseNotifyEndsIt()
{
    IoFixture io;
    useTls(io, context());
    Peer peer = openPeer(io);
    peer.sendText("last");
    SSL_shutdown(peer.tls());
    QTRY_COMPARE(io.connections(), size_t{0});
    QCOMPARE(io.ask([&] { return io.receiver().messages; }), std::vector<std::string>{"last"});
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
