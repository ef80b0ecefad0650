#include "shared/admin/admincommand.h"
#include "tests/support/expect.h"
#include "tests/support/httpget.h"
#include "tests/support/plainsocket.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <map>
#include <set>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kUnauthorized = -32010;
constexpr int kForbidden = -32011;
constexpr int kInvalidParams = -32602;

/// Who asks, on the clients' plane. The bits of a cell are whom it lets in.
enum Caller : unsigned { Anonymous = 1, User = 2, OtherRole = 4, Admin = 8 };
constexpr unsigned kAll = Anonymous | User | OtherRole | Admin;
constexpr unsigned kUsers = User | OtherRole | Admin;
constexpr std::array kCallers{Anonymous, User, OtherRole, Admin};

/// On the operators' plane.
enum Operator : unsigned { Viewer = 1, Operator = 2, Owner = 4 };
constexpr unsigned kViewers = Viewer | Operator | Owner;
constexpr unsigned kOperators = Operator | Owner;

using Matrix = std::map<QString, unsigned>;

/// Every method of a server with the shipped events. Written by hand, and not from the events file: a line that is
/// changed there by mistake is a cell that differs here.
const Matrix &clientMatrix()
{
    static const Matrix matrix{
        {u"rpc.login"_qs, kAll},
        {u"rpc.ping"_qs, kAll},
        {u"rpc.session.hello"_qs, kAll},
        {u"rpc.session.refresh"_qs, kUsers},
        {u"rpc.discover"_qs, kAll},
        {u"rpc.on"_qs, kAll},
        {u"rpc.off"_qs, kAll},
        {u"__listMethods"_qs, kAll},
        {u"topics/subscribe"_qs, kAll}, // each topic has rules of its own
        {u"topics/unsubscribe"_qs, kAll},
        {u"topics/publish"_qs, kAll},
        {u"presence/get"_qs, kAll},
        {u"users/get"_qs, kUsers},
        {u"notes/save"_qs, kUsers},
        {u"notes/share"_qs, kUsers},
        {u"notes/delete"_qs, kUsers},
        {u"notes/fetch"_qs, kUsers},
        {u"notes/list"_qs, kUsers},
        {u"notes/search"_qs, kAll},
        {u"notes/import"_qs, Admin},
    };
    return matrix;
}

const Matrix &adminMatrix()
{
    static const Matrix matrix{
        {u"server/info"_qs, kViewers},
        {u"metrics/subscribe"_qs, kViewers},
        {u"metrics/history"_qs, kViewers},
        {u"config/schema"_qs, kViewers},
        {u"config/get"_qs, kViewers},
        {u"config/history"_qs, kViewers},
        {u"config/patch"_qs, Owner},
        {u"config/confirm"_qs, Owner},
        {u"config/revert"_qs, Owner},
        {u"events/list"_qs, kViewers},
        {u"events/reload"_qs, Owner},
        {u"server/drain"_qs, kOperators},
        {u"server/resume"_qs, kOperators},
        {u"server/shutdown"_qs, Owner},
        {u"drain/plan"_qs, kViewers},
        {u"drain/extend"_qs, kOperators},
        {u"drain/pause"_qs, kOperators},
        {u"drain/continue"_qs, kOperators},
        {u"drain/force"_qs, kOperators},
        {u"tls/reload"_qs, Owner},
        {u"tokens/reload"_qs, Owner},
        {u"breakers/list"_qs, kViewers},
        {u"breakers/force"_qs, kOperators},
        {u"trace/list"_qs, kViewers},
        {u"trace/start"_qs, kViewers},
        {u"trace/stop"_qs, kViewers},
        {u"top/list"_qs, kViewers},
        {u"users/send"_qs, kOperators},
        {u"broadcast/send"_qs, kOperators},
        {u"topics/list"_qs, kViewers},
        {u"topics/send"_qs, kOperators},
        {u"log/subscribe"_qs, kViewers},
        {u"log/unsubscribe"_qs, kViewers},
        {u"log/list"_qs, kViewers},
        {u"errors/list"_qs, kViewers},
        {u"errors/clear"_qs, kOperators},
        {u"connections/list"_qs, kViewers},
        {u"connections/get"_qs, kViewers},
        {u"connections/close"_qs, kOperators},
        {u"connections/closed"_qs, kViewers},
        {u"users/list"_qs, kViewers},
        {u"audit/list"_qs, kViewers},
        {u"limits/list"_qs, kViewers},
        {u"limits/keys"_qs, kViewers},
        {u"tokens/list"_qs, kViewers},
        {u"tokens/revoke"_qs, kOperators},
        {u"tokens/restore"_qs, kOperators},
        {u"mutes/list"_qs, kViewers},
        {u"mutes/add"_qs, kOperators},
        {u"mutes/lift"_qs, kOperators},
    };
    return matrix;
}

std::set<QString> namesOf(const Matrix &matrix)
{
    std::set<QString> names;
    for (const auto &[name, cell] : matrix)
        names.insert(name);
    return names;
}

QByteArray differences(const std::set<QString> &there, const std::set<QString> &expected)
{
    QString text;
    for (const QString &name : there)
        text += expected.contains(name) ? QString() : u"%1 has no row in the matrix\n"_qs.arg(name);
    for (const QString &name : expected)
        text += there.contains(name) ? QString() : u"%1 has a row and is not there\n"_qs.arg(name);
    return text.toUtf8();
}

} // namespace

/// Row M6 of the quality criteria: every method by everybody, on every plane. Whoever adds a method says here who may
/// call it.
class AccessMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void everyClientMethodHasARow();
    void clientMethods_data();
    void clientMethods();
    void methodsThatAreNotForThemAreNotListed();
    void everyAdminCommandHasARow();
    void adminCommands_data();
    void adminCommands();
    void withoutAnAdminTokenThereIsNothing_data();
    void withoutAnAdminTokenThereIsNothing();
    void httpPlane_data();
    void httpPlane();

private:
    [[nodiscard]] QByteArray tokenOf(Caller caller) const
    {
        switch (caller) {
        case Anonymous: break;
        case User: return m_server.token({u"ada"_qs, {}});
        case OtherRole: return m_server.token({u"ben"_qs, {u"Admin"_qs, u"administrator"_qs, u"editor"_qs}});
        case Admin: return m_server.token({u"root"_qs, {u"admin"_qs}});
        }
        return {};
    }
    void writeAdminTokens();

    TestServer m_server{u"sluice.toml"_qs,
                        {u"rate-limits.refused-per-minute=0"_qs, u"rate-limits.per-user-per-minute=0"_qs,
                         u"rate-limits.per-ip-connects-per-second=0"_qs, u"admin.login-failures=1000"_qs}};
    std::map<unsigned, QByteArray> m_adminTokens{{Viewer, "viewer-token-0123456789abcdef"},
                                                 {Operator, "operator-token-0123456789abcdef"},
                                                 {Owner, "owner-token-0123456789abcdef"}};
};

void AccessMatrixTest::writeAdminTokens()
{
    const std::map<unsigned, QString> roles{{Viewer, u"viewer"_qs}, {Operator, u"operator"_qs}, {Owner, u"admin"_qs}};
    QJsonArray tokens;
    for (const auto &[who, role] : roles) {
        const QByteArray hash = QCryptographicHash::hash(m_adminTokens[who], QCryptographicHash::Sha256).toHex();
        tokens.append(QJsonObject{{u"name"_qs, role}, {u"role"_qs, role}, {u"hash"_qs, QString::fromLatin1(hash)}});
    }
    QFile file(m_server.statePath(u"admin.tokens"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonObject{{u"tokens"_qs, tokens}}).toJson());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void AccessMatrixTest::initTestCase()
{
    writeAdminTokens();
    SLUICE_START(m_server);
}

void AccessMatrixTest::everyClientMethodHasARow()
{
    TestClient admin;
    QVERIFY(admin.connectTo(m_server.ports().admin, {m_adminTokens[Viewer]}));
    std::set<QString> there;
    const QJsonArray events = admin.call(u"events/list"_qs).result["events"_L1].toArray();
    for (const QJsonValue event : events)
        there.insert(event["id"_L1].toString());
    const QByteArray faults = differences(there, namesOf(clientMatrix()));
    QVERIFY2(faults.isEmpty(), faults.constData());
}

void AccessMatrixTest::clientMethods_data()
{
    QTest::addColumn<unsigned>("caller");
    QTest::newRow("anonymous") << unsigned(Anonymous);
    QTest::newRow("user") << unsigned(User);
    QTest::newRow("roles that are nearly the right one") << unsigned(OtherRole);
    QTest::newRow("admin") << unsigned(Admin);
}

void AccessMatrixTest::clientMethods()
{
    QFETCH(unsigned, caller);
    TestClient client;
    QVERIFY(client.connectTo(m_server.ports().clients, {tokenOf(static_cast<Caller>(caller))}));
    for (const auto &[method, allowed] : clientMatrix()) {
        // With nothing that any of them needs: whoever may call it hears about that, or it is done.
        const CallResult end = client.call(method, QJsonObject{});
        const bool isRefused = end.code() == kUnauthorized || end.code() == kForbidden;
        const bool isAllowed = (allowed & caller) != 0;
        QVERIFY2(end.isAnswered && isRefused != isAllowed,
                 qPrintable(method + u": "_qs + QString::fromUtf8(end.text())));
        if (isRefused)
            QCOMPARE(end.code(), caller == Anonymous ? kUnauthorized : kForbidden);
    }
}

void AccessMatrixTest::methodsThatAreNotForThemAreNotListed()
{
    for (const Caller caller : kCallers) {
        TestClient client;
        QVERIFY(client.connectTo(m_server.ports().clients, {tokenOf(caller)}));
        std::set<QString> listed;
        const QJsonArray names = client.call(u"__listMethods"_qs).result.toArray();
        for (const QJsonValue name : names)
            listed.insert(name.toString());
        for (const auto &[method, allowed] : clientMatrix())
            QVERIFY2((allowed & caller) != 0 || !listed.contains(method), qPrintable(method));
        QVERIFY(listed.contains(u"rpc.ping"_qs));
    }
}

/// What the list of commands knows the matrix knows, and what it does not know is no method.
void AccessMatrixTest::everyAdminCommandHasARow()
{
    std::set<QString> there;
    for (const sluice::admin::AdminCommand &command : sluice::admin::adminCommands())
        there.insert(QLatin1String(command.method));
    const QByteArray faults = differences(there, namesOf(adminMatrix()));
    QVERIFY2(faults.isEmpty(), faults.constData());
}

void AccessMatrixTest::adminCommands_data()
{
    QTest::addColumn<unsigned>("who");
    QTest::newRow("viewer") << unsigned(Viewer);
    QTest::newRow("operator") << unsigned(Operator);
    QTest::newRow("admin") << unsigned(Owner);
}

void AccessMatrixTest::adminCommands()
{
    QFETCH(unsigned, who);
    TestClient admin;
    QVERIFY(admin.connectTo(m_server.ports().admin, {m_adminTokens[who]}));
    for (const auto &[method, allowed] : adminMatrix()) {
        // A parameter that none of them has: whoever may call it hears about that, the others do not get so far.
        const CallResult end = admin.call(method, QJsonObject{{u"bogus"_qs, 1}});
        const int expected = (allowed & who) != 0 ? kInvalidParams : kForbidden;
        QVERIFY2(end.code() == expected, qPrintable(method + u": "_qs + QString::fromUtf8(end.text())));
    }
}

void AccessMatrixTest::withoutAnAdminTokenThereIsNothing_data()
{
    QTest::addColumn<QByteArray>("headers");
    const QByteArray owner = m_adminTokens[Owner];
    const auto bearer = [](const QByteArray &token) { return "Authorization: Bearer " + token + "\r\n"; };
    QTest::newRow("none") << QByteArray();
    QTest::newRow("of a client") << bearer(tokenOf(Admin));
    QTest::newRow("its hash") << bearer(QCryptographicHash::hash(owner, QCryptographicHash::Sha256).toHex());
    QTest::newRow("without its end") << bearer(owner.chopped(1));
    QTest::newRow("with more behind it") << bearer(owner + "x");
    QTest::newRow("in another case") << bearer(owner.toUpper());
    QTest::newRow("as a cookie") << "Cookie: token=" + owner + "\r\n";
    QTest::newRow("by Basic") << "Authorization: Basic " + owner.toBase64() + "\r\n";
}

void AccessMatrixTest::withoutAnAdminTokenThereIsNothing()
{
    QFETCH(QByteArray, headers);
    PlainSocket socket(m_server.ports().admin);
    socket.send(upgradeRequest(headers));
    QCOMPARE(socket.status().value_or(0), 401);
}

void AccessMatrixTest::httpPlane_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("metrics") << u"/metrics"_qs << 200;
    QTest::newRow("health") << u"/healthz"_qs << 200;
    QTest::newRow("readiness") << u"/readyz"_qs << 200;
    QTest::newRow("nothing at /") << u"/"_qs << 404;
    QTest::newRow("no files") << u"/../../etc/passwd"_qs << 404;
    QTest::newRow("no files, encoded") << u"/%2e%2e/%2e%2e/etc/passwd"_qs << 404;
    QTest::newRow("no admin commands") << u"/config/get"_qs << 404;
}

void AccessMatrixTest::httpPlane()
{
    QFETCH(QString, path);
    QTEST(httpGet(m_server.ports().http, path).status, "status");
}

QTEST_GUILESS_MAIN(AccessMatrixTest)
#include "tst_accessmatrix.moc"
