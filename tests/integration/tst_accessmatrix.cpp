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
constexpr int kTokenExpired = -32012;
constexpr int kInvalidParams = -32602;
constexpr int kNotFound = -32020;

/// Who asks, on the clients' plane. The bits of a cell are whom it lets in. Where it is about an object, User is whose
/// it is, and Collaborator with whom it is shared.
enum Caller : unsigned { Anonymous = 1, User = 2, OtherRole = 4, Admin = 8, Collaborator = 16 };
constexpr unsigned kAll = Anonymous | User | OtherRole | Admin;
constexpr unsigned kUsers = User | OtherRole | Admin;
constexpr std::array kCallers{Anonymous, User, OtherRole, Admin};

/// A topic that is somebody's own: nobody else may hear it, write to it or see who does.
constexpr auto kOwnTopic = R"(
[[topic]]
name = "inbox/{user}"
subscribe = "owner"
publish = "owner"
presence = true
)";

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

/// What is done to an object that is the user's: a note, shared with the collaborator, or a topic.
struct ObjectCell {
    QString method;
    QJsonObject params; ///< `id` is set to that of a note made for this call, except where a topic is named.
    unsigned allowed;
    /// What the answer shows of the object to those who may see it, and to nobody else. Empty: that it is no error.
    QString shows = {};
};

const std::vector<ObjectCell> &objectMatrix()
{
    const QJsonObject topic{{u"topic"_qs, u"inbox/ada"_qs}};
    const QJsonObject message{{u"topic"_qs, u"inbox/ada"_qs}, {u"data"_qs, 1}};
    const QJsonObject text{{u"title"_qs, u"t"_qs}, {u"content"_qs, u"changed"_qs}};
    const QJsonObject taken{
        {u"title"_qs, u"t"_qs}, {u"content"_qs, u"c"_qs}, {u"collaborators"_qs, QJsonArray{u"dora"_qs}}};
    static const std::vector<ObjectCell> matrix{
        {u"notes/fetch"_qs, {}, User | Collaborator},
        {u"notes/save"_qs, text, User | Collaborator},
        {u"notes/save"_qs, taken, User},
        {u"notes/share"_qs, {{u"add"_qs, QJsonArray{u"dora"_qs}}}, User},
        {u"notes/share"_qs, {{u"remove"_qs, QJsonArray{u"cleo"_qs}}}, User},
        {u"notes/delete"_qs, {}, User},
        {u"notes/list"_qs, {}, User | Collaborator, u"heirloom"_qs},
        {u"notes/search"_qs, {{u"query"_qs, u"heirloom"_qs}}, User | Collaborator, u"heirloom"_qs},
        {u"users/get"_qs, {{u"id"_qs, u"ada"_qs}}, User, u"roles"_qs},
        {u"topics/subscribe"_qs, topic, User},
        {u"topics/publish"_qs, message, User},
        {u"presence/get"_qs, topic, User},
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
    void objectsOfOthers_data();
    void objectsOfOthers();
    void tokensThatNoLongerHold_data();
    void tokensThatNoLongerHold();
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
        case Collaborator: return m_server.token({u"cleo"_qs, {}});
        }
        return {};
    }
    void writeAdminTokens();
    void writeEvents();
    void callMatrix(TestClient &client, Caller caller);

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

void AccessMatrixTest::writeEvents()
{
    QFile shipped(QStringLiteral(SLUICE_RESOURCES_PATH "/config/events.toml"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const QString path = m_server.statePath(u"events.toml"_qs);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArrayList lines = shipped.readAll().split('\n');
    for (const QByteArray &line : lines) // a call more than the limit allows says nothing about access
        file.write(line.startsWith("rate-limit") ? QByteArray() : line + '\n');
    file.write(kOwnTopic);
    m_server.addSettings({u"events-file="_qs + path});
}

void AccessMatrixTest::initTestCase()
{
    writeAdminTokens();
    writeEvents();
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
    callMatrix(client, static_cast<Caller>(caller));
}

void AccessMatrixTest::callMatrix(TestClient &client, Caller caller)
{
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

void AccessMatrixTest::objectsOfOthers_data()
{
    QTest::addColumn<unsigned>("caller");
    QTest::newRow("anonymous") << unsigned(Anonymous);
    QTest::newRow("whose it is") << unsigned(User);
    QTest::newRow("with whom it is shared") << unsigned(Collaborator);
    QTest::newRow("another user, with roles") << unsigned(OtherRole);
    QTest::newRow("admin") << unsigned(Admin);
}

void AccessMatrixTest::objectsOfOthers()
{
    QFETCH(unsigned, caller);
    TestClient owner;
    TestClient client;
    QVERIFY(owner.connectTo(m_server.ports().clients, {tokenOf(User)}));
    QVERIFY(client.connectTo(m_server.ports().clients, {tokenOf(static_cast<Caller>(caller))}));
    const QJsonObject heirloom{
        {u"title"_qs, u"heirloom"_qs}, {u"content"_qs, u"of ada"_qs}, {u"collaborators"_qs, QJsonArray{u"cleo"_qs}}};
    for (const auto &[method, params, allowed, shows] : objectMatrix()) {
        const CallResult saved = owner.call(u"notes/save"_qs, heirloom);
        SLUICE_VERIFY_OK(saved);
        const QJsonObject id{{u"id"_qs, saved.result["note"_L1]["id"_L1]}};
        QJsonObject wanted = params;
        if (shows.isEmpty() && !params.contains(u"topic"_qs))
            wanted.insert(u"id"_qs, id["id"_L1]);

        const CallResult end = client.call(method, wanted);
        const bool isLetIn = end.code() == 0 && end.text().contains(shows.toUtf8());
        const QByteArray told = method.toUtf8() + ": " + end.text();
        QVERIFY2(end.isAnswered && isLetIn == ((allowed & caller) != 0), told.constData());
        if (isLetIn)
            continue;
        const CallResult after = owner.call(u"notes/fetch"_qs, id);
        QVERIFY2(after.result == saved.result, told + ", after which " + after.text());
        // Of a note that one may not read one does not hear that it exists.
        if (wanted.contains(u"id"_qs) && shows.isEmpty() && (caller & (OtherRole | Admin)) != 0)
            QCOMPARE(end.code(), kNotFound);
    }
}

void AccessMatrixTest::tokensThatNoLongerHold_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("code");
    QTest::newRow("expired") << m_server.token({u"root"_qs, {u"admin"_qs}, std::chrono::hours(-1)}) << kTokenExpired;
    QTest::newRow("revoked") << m_server.token({u"mallory"_qs, {u"admin"_qs}}) << kUnauthorized;
}

/// Whoever comes with one is refused, and stays anonymous in a connection that stands.
void AccessMatrixTest::tokensThatNoLongerHold()
{
    QFETCH(QByteArray, token);
    QFETCH(int, code);
    TestClient admin;
    QVERIFY(admin.connectTo(m_server.ports().admin, {m_adminTokens[Owner]}));
    const QJsonObject revocation{{u"user"_qs, u"mallory"_qs}, {u"reason"_qs, u"stolen"_qs}};
    SLUICE_VERIFY_OK(admin.call(u"tokens/revoke"_qs, revocation));
    PlainSocket handshake(m_server.ports().clients);
    handshake.send(upgradeRequest("Authorization: Bearer " + token + "\r\n"));
    QCOMPARE(handshake.status().value_or(0), 401);

    TestClient client;
    QVERIFY(client.connectTo(m_server.ports().clients));
    SLUICE_VERIFY_ERROR(client.call(u"rpc.login"_qs, QJsonObject{{u"token"_qs, QString::fromLatin1(token)}}), code);
    callMatrix(client, Anonymous);
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
