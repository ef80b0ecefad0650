// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/client/adminclient.h"
#include "console/client/connectionprofile.h"
#include "console/dialogs/connectdialog.h"
#include "tests/support/certificates.h"
#include "tests/support/expect.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(sluice::console::LinkSecurity)

/// The admin link with TLS to a real server: whom the console trusts, and what it shows of itself.
class TlsLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(test::certify(path(u"authority"_s)) && test::certify(path(u"operator"_s), path(u"authority"_s)));
        QVERIFY(test::certify(path(u"others"_s)) && test::certify(path(u"stranger"_s), path(u"others"_s)));
        QFile empty(path(u"empty.crt"_s));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        m_open = std::make_unique<test::TestServer>(u"sluice.toml"_s, QStringList{u"listen.admin-tls=127.0.0.1:0"_s});
        SLUICE_START(*m_open);
        m_strict = std::make_unique<test::TestServer>(
            u"sluice.toml"_s,
            QStringList{u"listen.admin-tls=127.0.0.1:0"_s, u"tls.admin-client-ca="_s + path(u"authority.crt"_s)});
        SLUICE_START(*m_strict);
        m_fingerprint = fingerprintOf(QSslCertificate::fromPath(m_open->statePath(u"tls.crt"_s)).constFirst());
    }

    void whoIsTrusted_data()
    {
        QTest::addColumn<LinkSecurity>("security");
        QTest::addColumn<LinkFailureKind>("kind");
        QTest::addColumn<QString>("detail");
        const QString own = m_open->statePath(u"tls.crt"_s);
        const QString other = m_strict->statePath(u"tls.crt"_s);
        QTest::newRow("nobody") << LinkSecurity{.tls = true} << LinkFailureKind::CertificateUnknown << u"self-signed"_s;
        QTest::newRow("an authority") << LinkSecurity{.tls = true, .authorityFile = own} << LinkFailureKind::None
                                      << QString();
        QTest::newRow("another authority")
            << LinkSecurity{.tls = true, .authorityFile = other} << LinkFailureKind::CertificateUnknown << QString();
        QTest::newRow("the certificate that was confirmed")
            << LinkSecurity{.tls = true, .fingerprint = m_fingerprint} << LinkFailureKind::None << QString();
        QTest::newRow("another than was confirmed")
            << LinkSecurity{.tls = true, .fingerprint = u"AB:CD"_s} << LinkFailureKind::CertificateChanged << QString();
        QTest::newRow("no such file") << LinkSecurity{.tls = true, .authorityFile = u"/none.crt"_s}
                                      << LinkFailureKind::Other << u"/none.crt: "_s;
        QTest::newRow("an empty file") << LinkSecurity{.tls = true, .authorityFile = path(u"empty.crt"_s)}
                                       << LinkFailureKind::Other << u"empty.crt: no certificate in it"_s;
        QTest::newRow("no key") << LinkSecurity{.tls = true, .certificateFile = path(u"operator.crt"_s)}
                                << LinkFailureKind::Other << u"operator.crt: no RSA or EC key"_s;
    }

    void whoIsTrusted()
    {
        QFETCH(LinkSecurity, security);
        QFETCH(LinkFailureKind, kind);
        QFETCH(QString, detail);
        const LinkFailure failure = connectTo(*m_open, security);
        QCOMPARE(failure.kind, kind);
        QVERIFY2(failure.detail.contains(detail), qPrintable(failure.detail));
        const bool isDoubted =
            kind == LinkFailureKind::CertificateUnknown || kind == LinkFailureKind::CertificateChanged;
        QCOMPARE(failure.fingerprint, isDoubted ? m_fingerprint : QString());
        QVERIFY(kind == LinkFailureKind::Other || kind == LinkFailureKind::None || !failure.isTransient());
    }

    void whatTheServerWantsToSee_data()
    {
        QTest::addColumn<QString>("identity");
        QTest::addColumn<LinkFailureKind>("kind");
        QTest::newRow("nothing shown") << QString() << LinkFailureKind::CertificateWanted;
        QTest::newRow("of other authorities") << u"stranger"_s << LinkFailureKind::CertificateWanted;
        QTest::newRow("of its authorities") << u"operator"_s << LinkFailureKind::None;
    }

    void whatTheServerWantsToSee()
    {
        QFETCH(QString, identity);
        QFETCH(LinkFailureKind, kind);
        LinkSecurity security{.tls = true, .authorityFile = m_strict->statePath(u"tls.crt"_s)};
        if (!identity.isEmpty()) {
            security.certificateFile = path(identity + u".crt"_s);
            security.keyFile = path(identity + u".key"_s);
        }
        const LinkFailure failure = connectTo(*m_strict, security);
        QVERIFY2(failure.kind == kind, qPrintable(failure.detail));
    }

    void theOperatorConfirmsACertificate()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"console.ini"_s), QSettings::IniFormat);
        Theme theme(*qApp);
        MainWindow window({m_clock, m_random, settings, theme});
        window.show();
        window.openConnectDialog(profileOf(*m_open, {.tls = true}));
        auto *dialog = window.findChild<ConnectDialog *>();
        QVERIFY(dialog);
        auto *trust = dialog->findChild<QPushButton *>(u"trustButton"_s);
        QVERIFY(trust->isHidden());
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"connectButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!trust->isHidden());
        // It has two lines.
        QVERIFY2(dialog->errorText().remove(u'\n').contains(m_fingerprint), qPrintable(dialog->errorText()));
        QTest::mouseClick(trust, Qt::LeftButton);
        QTRY_COMPARE(window.session().client().state(), LinkState::Live);
        // It is known the next time.
        const ConnectionProfile saved = ProfileStore(settings).load();
        QVERIFY(saved.security.tls);
        QCOMPARE(saved.security.fingerprint, m_fingerprint);
    }

    void whatWasConfirmedStandsForOneAddress()
    {
        ConnectDialog dialog(profileOf(*m_open, {.tls = true, .fingerprint = m_fingerprint}));
        QCOMPARE(dialog.profile().security.fingerprint, m_fingerprint);
        dialog.findChild<QLineEdit *>(u"host"_s)->setText(u"elsewhere"_s);
        QCOMPARE(dialog.profile().security.fingerprint, QString());
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] static ConnectionProfile profileOf(const test::TestServer &server, const LinkSecurity &security)
    {
        ConnectionProfile profile;
        profile.port = server.ports().adminTls;
        profile.token = QString::fromLatin1(server.adminToken());
        profile.security = security;
        return profile;
    }
    /// Why there is no link; None when there is.
    [[nodiscard]] LinkFailure connectTo(const test::TestServer &server, const LinkSecurity &security)
    {
        AdminClient client(m_clock, m_random);
        QSignalSpy failed(&client, &AdminClient::failed);
        const ConnectionProfile profile = profileOf(server, security);
        client.connectToServer(profile.url(), server.adminToken(), security);
        const bool ended =
            QTest::qWaitFor([&] { return client.state() == LinkState::Live || !failed.isEmpty(); }, 15'000);
        if (!ended)
            return {LinkFailureKind::Unreachable, u"neither"_s};
        return failed.isEmpty() ? LinkFailure() : failed.constFirst().constFirst().value<LinkFailure>();
    }

    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_directory;
    std::unique_ptr<test::TestServer> m_open;
    std::unique_ptr<test::TestServer> m_strict;
    QString m_fingerprint;
};

QTEST_MAIN(TlsLinkTest)
#include "tst_tlslink.moc"
