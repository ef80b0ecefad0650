#include "tests/load/answer.h"
#include "tests/load/ledger.h"

#include <QTest>

using namespace sluice::load;

namespace {

quint64 count(const Ledger &ledger, Violation violation)
{
    return ledger.totals().violations[static_cast<size_t>(violation)];
}

} // namespace

class LoadLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWayToEndIsCountedOnce();
    void pendingIsUnaccountedUntilItEnds();
    void secondAnswerIsAViolation_data();
    void secondAnswerIsAViolation();
    void answerToUnknownIdIsAViolation_data();
    void answerToUnknownIdIsAViolation();
    void echoOfAnotherIsAViolation();
    void closingSettlesWhatIsPending_data();
    void closingSettlesWhatIsPending();
    void answersInAnyOrder();
    void messagesAreReadStrictly_data();
    void messagesAreReadStrictly();
};

void LoadLedgerTest::everyWayToEndIsCountedOnce()
{
    Ledger ledger;
    Account account(ledger);
    for (quint64 id = 1; id <= 5; ++id)
        QCOMPARE(account.send(), id);
    account.reply(1, Mark{account.number(), 1});
    account.error(2, -32031);
    account.error(3, -32800);
    account.error(4, -32029);
    account.close({Parting::Told, 1012, {}});

    const LedgerTotals &totals = ledger.totals();
    QCOMPARE(totals.sent, 5U);
    QCOMPARE(totals.replied, 1U);
    QCOMPARE(totals.timedOut, 1U);
    QCOMPARE(totals.cancelled, 1U);
    QCOMPARE(totals.refused, (std::map<int, quint64>{{-32029, 1}}));
    QCOMPARE(totals.connectionClosed, (std::map<int, quint64>{{1012, 1}}));
    QCOMPARE(totals.unaccounted(), 0U);
    QCOMPARE(totals.violationsInAll(), 0U);
}

void LoadLedgerTest::pendingIsUnaccountedUntilItEnds()
{
    Ledger ledger;
    Account account(ledger);
    const quint64 id = account.send();
    QCOMPARE(ledger.totals().unaccounted(), 1U);
    account.reply(id, {});
    QCOMPARE(ledger.totals().unaccounted(), 0U);
}

void LoadLedgerTest::secondAnswerIsAViolation_data()
{
    QTest::addColumn<bool>("olderPending");
    QTest::newRow("the only request") << false;
    QTest::newRow("behind one that waits") << true;
}

void LoadLedgerTest::secondAnswerIsAViolation()
{
    QFETCH(bool, olderPending);
    Ledger ledger;
    Account account(ledger);
    if (olderPending)
        (void)account.send();
    const quint64 id = account.send();
    account.reply(id, {});
    account.error(id, -32031);
    QCOMPARE(count(ledger, Violation::DoubleAnswer), 1U);
    QCOMPARE(ledger.totals().answered(), 1U);
    QCOMPARE(ledger.totals().timedOut, 0U);
    QCOMPARE(ledger.samples().size(), size_t{1});
}

void LoadLedgerTest::answerToUnknownIdIsAViolation_data()
{
    QTest::addColumn<quint64>("id");
    QTest::newRow("zero") << quint64{0};
    QTest::newRow("not sent yet") << quint64{2};
    QTest::newRow("far away") << ~quint64{0};
}

void LoadLedgerTest::answerToUnknownIdIsAViolation()
{
    QFETCH(quint64, id);
    Ledger ledger;
    Account account(ledger);
    (void)account.send();
    account.reply(id, {});
    QCOMPARE(count(ledger, Violation::UnknownId), 1U);
    QCOMPARE(ledger.totals().answered(), 0U);
    QCOMPARE(account.pending(), size_t{1});
}

void LoadLedgerTest::echoOfAnotherIsAViolation()
{
    Ledger ledger;
    Account first(ledger);
    Account second(ledger);
    const quint64 id = first.send();
    (void)second.send();
    first.reply(id, Mark{second.number(), id});
    second.reply(id, Mark{second.number(), id});
    QCOMPARE(count(ledger, Violation::WrongConnection), 1U);
    QCOMPARE(ledger.totals().replied, 2U);
}

void LoadLedgerTest::closingSettlesWhatIsPending_data()
{
    QTest::addColumn<Parting>("parting");
    QTest::addColumn<quint64>("told");
    QTest::addColumn<quint64>("dropped");
    QTest::addColumn<quint64>("inOrder");
    QTest::addColumn<quint64>("abruptly");
    QTest::newRow("told") << Parting::Told << quint64{2} << quint64{0} << quint64{0} << quint64{0};
    QTest::newRow("dropped") << Parting::Dropped << quint64{0} << quint64{2} << quint64{0} << quint64{0};
    QTest::newRow("left in order") << Parting::LeftInOrder << quint64{0} << quint64{0} << quint64{2} << quint64{0};
    QTest::newRow("left abruptly") << Parting::LeftAbruptly << quint64{0} << quint64{0} << quint64{0} << quint64{2};
}

void LoadLedgerTest::closingSettlesWhatIsPending()
{
    QFETCH(Parting, parting);
    Ledger ledger;
    Account account(ledger);
    const quint64 answered = account.send();
    (void)account.send();
    (void)account.send();
    account.reply(answered, {});
    account.close({parting, 1012, {}});

    const LedgerTotals &totals = ledger.totals();
    const auto told = totals.connectionClosed.find(1012);
    QTEST(told == totals.connectionClosed.end() ? quint64{0} : told->second, "told");
    QTEST(totals.connectionDropped, "dropped");
    QTEST(totals.leftInOrder, "inOrder");
    QTEST(totals.leftAbruptly, "abruptly");
    QCOMPARE(totals.gone(), 2U);
    QCOMPARE(totals.unaccounted(), 0U);
    QCOMPARE(account.pending(), size_t{0});
}

void LoadLedgerTest::answersInAnyOrder()
{
    constexpr quint64 kRequests = 1000;
    Ledger ledger;
    Account account(ledger);
    for (quint64 id = 1; id <= kRequests; ++id)
        (void)account.send();
    for (quint64 id = 2; id <= kRequests; id += 2)
        account.reply(id, {});
    for (quint64 id = kRequests - 1; id < kRequests; id -= 2)
        account.reply(id, {});
    QCOMPARE(ledger.totals().replied, kRequests);
    QCOMPARE(ledger.totals().violationsInAll(), 0U);
}

void LoadLedgerTest::messagesAreReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Answer::Kind>("kind");
    const auto row = [](const char *name, const char *text, Answer::Kind kind) {
        QTest::newRow(name) << QByteArray(text) << kind;
    };
    row("result", R"({"jsonrpc":"2.0","id":1,"result":{}})", Answer::Kind::Reply);
    row("null is a result", R"({"jsonrpc":"2.0","id":1,"result":null})", Answer::Kind::Reply);
    row("error", R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"x"}})", Answer::Kind::Error);
    row("notification", R"({"jsonrpc":"2.0","method":"bench/note","params":{}})", Answer::Kind::Notification);
    row("both result and error", R"({"jsonrpc":"2.0","id":1,"result":1,"error":{"code":1}})", Answer::Kind::Malformed);
    row("neither", R"({"jsonrpc":"2.0","id":1})", Answer::Kind::Malformed);
    row("no id", R"({"jsonrpc":"2.0","result":1})", Answer::Kind::Malformed);
    row("notification with id", R"({"jsonrpc":"2.0","method":"a","id":1})", Answer::Kind::Malformed);
    row("array", R"([{"jsonrpc":"2.0","id":1,"result":1}])", Answer::Kind::Malformed);
    row("no JSON", "hello", Answer::Kind::Malformed);
    row("other version", R"({"id":1,"result":1})", Answer::Kind::Malformed);
}

void LoadLedgerTest::messagesAreReadStrictly()
{
    QFETCH(QByteArray, text);
    QTEST(readAnswer({text.constData(), static_cast<size_t>(text.size())}).kind, "kind");
}

QTEST_APPLESS_MAIN(LoadLedgerTest)
#include "tst_loadledger.moc"
