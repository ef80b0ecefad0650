#include "server/policies/keyhash.h"

#include <QByteArray>
#include <QTest>
#include <QtEndian>

#include <set>

using sluice::server::KeyHash;
using sluice::server::KeyHasher;

namespace {

QByteArray bytesOf(const KeyHash &hash)
{
    QByteArray bytes(16, Qt::Uninitialized);
    qToLittleEndian(hash.low, bytes.data());
    qToLittleEndian(hash.high, bytes.data() + 8);
    return bytes;
}

} // namespace

class TestKeyHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Source: vectors_sip128 of the reference implementation: key 00..0f, message 00..(n-1).
    void matchesTheReferenceVectors_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("0") << 0 << QByteArray::fromHex("a3817f04ba25a8e66df67214c7550293");
        QTest::newRow("1") << 1 << QByteArray::fromHex("da87c1d86b99af44347659119b22fc45");
    }

    void matchesTheReferenceVectors()
    {
        QFETCH(int, length);
        QFETCH(QByteArray, expected);
        const KeyHasher hasher(0x0706050403020100u, 0x0f0e0d0c0b0a0908u);
        std::string message;
        for (int i = 0; i < length; ++i)
            message.push_back(static_cast<char>(i));
        QCOMPARE(bytesOf(hasher(message)), expected);
    }

    void everyByteAndLengthMatters()
    {
        const KeyHasher hasher(1, 2);
        std::set<QByteArray> seen;
        for (size_t length = 0; length <= 64; ++length) {
            seen.insert(bytesOf(hasher(std::string(length, '\0'))));
            for (size_t i = 0; i < length; ++i) {
                std::string text(length, '\0');
                text[i] = 'x';
                seen.insert(bytesOf(hasher(text)));
            }
        }
        QCOMPARE(seen.size(), 65u + 64u * 65u / 2u);
    }

    void anotherSecretGivesAnotherHash() { QVERIFY(KeyHasher(1, 2)("alice") != KeyHasher(1, 3)("alice")); }
};

QTEST_GUILESS_MAIN(TestKeyHash)
#include "tst_keyhash.moc"
