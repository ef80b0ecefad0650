#include "server/routing/policychain.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

namespace {

constexpr TimePoint kNow{std::chrono::hours(1)};

/// Writes down what it is asked, and refuses when told to.
class NotingPolicy final : public Policy
{
public:
    NotingPolicy(QString name, QStringList &notes, std::optional<Refusal> refusal)
        : m_name(std::move(name))
        , m_notes(notes)
        , m_refusal(std::move(refusal))
    {
    }

    const char *name() const noexcept override { return "noting"; }

    std::optional<Refusal> admit(const Request &, TimePoint now) override
    {
        note(QStringLiteral("admit"), now);
        return m_refusal;
    }

    void withdraw(const Request &, TimePoint now) override { note(QStringLiteral("withdraw"), now); }
    std::optional<Error> turnAway(const Request &request) override
    {
        note(QStringLiteral("turn away"), request.admitted);
        return m_name == QLatin1String("a") ? std::nullopt : std::optional(Error{ErrorCode::Busy, {}, {}});
    }

private:
    void note(const QString &what, TimePoint now)
    {
        m_notes << what + u' ' + m_name;
        if (now != kNow)
            m_notes << QStringLiteral("at the wrong time");
    }

    QString m_name;
    QStringList &m_notes;
    std::optional<Refusal> m_refusal;
};

Refusal refusal(ErrorCode code, bool serverFault)
{
    return {{code, {}, {}}, serverFault};
}

/// Policies a, b, c of which b refuses with that.
PolicyChain threePolicies(QStringList &notes, const std::optional<Refusal> &ofSecond)
{
    std::vector<std::unique_ptr<Policy>> policies;
    policies.push_back(std::make_unique<NotingPolicy>(QStringLiteral("a"), notes, std::nullopt));
    policies.push_back(std::make_unique<NotingPolicy>(QStringLiteral("b"), notes, ofSecond));
    policies.push_back(std::make_unique<NotingPolicy>(QStringLiteral("c"), notes, std::nullopt));
    return PolicyChain(std::move(policies));
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QStringLiteral(", "));
}

} // namespace

class TestPolicyChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyChainAdmits()
    {
        PolicyChain chain({});
        QVERIFY(!chain.admit(Request(), kNow));
        QCOMPARE(chain.turnAway(Request()).code, ErrorCode::Overloaded);
    }

    void asksInOrder()
    {
        QStringList notes;
        PolicyChain chain = threePolicies(notes, std::nullopt);
        QVERIFY(!chain.admit(Request(), kNow));
        QCOMPARE(notes, words("admit a, admit b, admit c"));
    }

    void firstRefusalEndsItAndAClientsFaultStaysSpent()
    {
        QStringList notes;
        PolicyChain chain = threePolicies(notes, refusal(ErrorCode::Forbidden, false));
        const auto refused = chain.admit(Request(), kNow);
        QVERIFY(refused);
        QCOMPARE(refused->error.code, ErrorCode::Forbidden);
        QCOMPARE(notes, words("admit a, admit b"));
    }

    void serversFaultGivesBackWhatEarlierOnesTook()
    {
        QStringList notes;
        PolicyChain chain = threePolicies(notes, refusal(ErrorCode::Overloaded, true));
        const auto refused = chain.admit(Request(), kNow);
        QVERIFY(refused);
        QCOMPARE(refused->error.code, ErrorCode::Overloaded);
        QCOMPARE(notes, words("admit a, admit b, withdraw a")); // who refused took nothing
    }

    void whatDidNotFitGivesAllBackInReverseAndIsTold()
    {
        QStringList notes;
        PolicyChain chain = threePolicies(notes, std::nullopt);
        QVERIFY(!chain.admit(Request(), kNow));
        notes.clear();
        Request request;
        request.admitted = kNow;
        const Error told = chain.turnAway(request);
        QCOMPARE(told.code, ErrorCode::Busy); // what the first who knows says
        QCOMPARE(notes, words("withdraw c, withdraw b, withdraw a, turn away a, turn away b"));
    }
};

QTEST_APPLESS_MAIN(TestPolicyChain)

#include "tst_policychain.moc"
