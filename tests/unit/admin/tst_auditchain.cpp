#include "server/admin/auditchain.h"
#include "server/admin/auditlog.h"
#include "server/admin/auditreader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::server;

/// That tampering with the audit log shows.
class TestAuditChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_log = path("audit.log");
    }

    void aLogIsWhole()
    {
        QCOMPARE(verifyAudit(m_dir->path()).error().code, ErrorCode::NotFound);
        append(5);
        append(3); // over a restart
        const auto verdict = verifyAudit(m_dir->path());
        QVERIFY2(verdict && verdict->fault.isEmpty(), qPrintable(verdict ? verdict->fault : verdict.error().detail));
        QCOMPARE(verdict->entries, quint64{8});
        QVERIFY(verdict->isFromBeginning);
        QVERIFY(verifyAudit(m_dir->path(), verdict->head)->fault.isEmpty());
    }

    void tamperingShows_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("fault");
        QTest::newRow("a value changed") << 4 << QStringLiteral(":5: the entry was changed");
        QTest::newRow("an entry taken out") << 4 << QStringLiteral(":5: entries before it were changed, taken out");
        QTest::newRow("two swapped") << 4 << QStringLiteral(":5: entries before it were changed, taken out");
        QTest::newRow("one put in twice") << 4 << QStringLiteral(":6: entries before it were changed, taken out");
        QTest::newRow("one put in without a hash") << 4 << QStringLiteral(":5: the entry was changed");
        QTest::newRow("one made anew, with its hash") << 4 << QStringLiteral(":6: entries before it were changed");
        QTest::newRow("cut in the middle of a line") << 4 << QStringLiteral(":10: the entry is cut off");
        QTest::newRow("the last changed") << 9 << QStringLiteral(":10: the entry was changed");
        QTest::newRow("the first taken out") << 0 << QString(); // as if it had been deleted for its age
        QTest::newRow("the last taken out") << 9 << QString();
    }

    void tamperingShows()
    {
        QFETCH(int, line);
        QFETCH(QString, fault);
        append(10);
        const QByteArray head = verifyAudit(m_dir->path())->head;
        QByteArrayList lines = read().split('\n');
        lines.removeLast();
        const QByteArray what = QTest::currentDataTag();
        if (what.contains("changed"))
            lines[line].replace("alice", "alicf");
        else if (what.contains("taken out"))
            lines.removeAt(line);
        else if (what.contains("swapped"))
            lines.swapItemsAt(line, line + 1);
        else if (what.contains("twice"))
            lines.insert(line, lines[line]);
        else if (what.contains("without"))
            lines.insert(line, "{\"user\":\"mallory\"}");
        else if (what.contains("anew"))
            lines[line] =
                auditchain::sealed(lines[line].left(lines[line].indexOf(",\"hash\"")).replace("alice", "alicf") + '}');
        QByteArray text = lines.join('\n') + '\n';
        if (what.contains("cut"))
            text.chop(10);
        write(text);
        const auto verdict = verifyAudit(m_dir->path());
        QVERIFY(verdict);
        QVERIFY2(fault.isEmpty() ? verdict->fault.isEmpty() : verdict->fault.contains(fault),
                 qPrintable(verdict->fault));
        // What the chain alone cannot show does the head that was noted elsewhere, or that it does not begin.
        if (fault.isEmpty())
            QVERIFY(!verdict->isFromBeginning
                    || verifyAudit(m_dir->path(), head)->fault.contains(QLatin1String("cut off")));
    }

    /// No single byte can be another.
    void everyChangedByteShows()
    {
        append(2);
        const QByteArray whole = read();
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray changed = whole;
            changed[i] = changed[i] == 'x' ? 'y' : 'x';
            write(changed);
            QVERIFY2(!verifyAudit(m_dir->path())->fault.isEmpty(), qPrintable(QString::number(i)));
        }
    }

    void rotationKeepsTheChain()
    {
        AuditLog log(m_clock);
        QVERIFY(log.open(m_dir->path()));
        log.setLimits({2000, 3});
        for (int i = 0; i < 40; ++i)
            QVERIFY(log.append(entry(i)));
        QCOMPARE(auditFiles(m_dir->path()).size(), 4);
        auto verdict = verifyAudit(m_dir->path());
        QVERIFY2(verdict && verdict->fault.isEmpty(), qPrintable(verdict->fault));
        QVERIFY(!verdict->isFromBeginning); // the oldest are gone
        QVERIFY(verdict->entries < 40);
        QVERIFY(verifyAudit(m_dir->path(), verdict->head)->fault.isEmpty());

        // All that is left is listed, each once, the newest first, page by page; the numbers only grow.
        std::vector<qint64> seqs;
        AuditQuery query{.limit = 3};
        AuditPage page;
        do {
            page = AuditReader(m_log).read(query);
            for (const QJsonObject &row : page.rows)
                seqs.push_back(row.value(u"seq").toInteger());
            query.before = page.next;
        } while (page.hasMore);
        QCOMPARE(seqs.size(), size_t(verdict->entries));
        QVERIFY(std::is_sorted(seqs.rbegin(), seqs.rend()));
        QVERIFY(std::adjacent_find(seqs.begin(), seqs.end()) == seqs.end());

        // A file in the middle that was exchanged for nothing.
        QFile middle(m_log + QLatin1String(".2"));
        QVERIFY(middle.resize(0));
        verdict = verifyAudit(m_dir->path());
        QVERIFY(!verdict->fault.isEmpty());
    }

    void goesOnBehindARotation()
    {
        {
            AuditLog log(m_clock);
            QVERIFY(log.open(m_dir->path()));
            log.setLimits({1, 3}); // each entry is a file
            QVERIFY(log.append(entry(0)) && log.append(entry(1)));
        }
        QCOMPARE(read().size(), 0); // begun, and nothing in it yet
        append(2);
        const auto verdict = verifyAudit(m_dir->path());
        QVERIFY2(verdict && verdict->fault.isEmpty(), qPrintable(verdict->fault));
        QCOMPARE(verdict->entries, quint64{4});
        const AuditPage page = AuditReader(m_log).read({});
        QCOMPARE(page.rows.size(), size_t{4});
        QVERIFY(page.rows[0].value(u"seq").toInteger() > page.rows[3].value(u"seq").toInteger());
    }

    /// The log of a version without hashes: what it held is sealed as a whole.
    void goesOnBehindEntriesWithoutHashes()
    {
        write("{\"user\":\"old\",\"timeMs\":1}\n{\"user\":\"older\",\"timeMs\":2}\n");
        append(2);
        auto verdict = verifyAudit(m_dir->path());
        QVERIFY2(verdict && verdict->fault.isEmpty(), qPrintable(verdict->fault));
        QCOMPARE(verdict->unchained, quint64{2});
        QCOMPARE(verdict->entries, quint64{2});
        QCOMPARE(AuditReader(m_log).read({}).rows.size(), size_t{4});
        write(read().replace("older", "oldes"));
        QVERIFY(verifyAudit(m_dir->path())->fault.contains(QLatin1String("they had no hashes")));
    }

    /// The machine stopped while an entry was written: nobody was told that it is done.
    void aTornEntryGoes()
    {
        append(2);
        write(read() + "{\"user\":\"ali");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("was cut off when it was written")));
        append(1);
        const auto verdict = verifyAudit(m_dir->path());
        QVERIFY2(verdict && verdict->fault.isEmpty(), qPrintable(verdict->fault));
        QCOMPARE(verdict->entries, quint64{3});
    }

    /// Row M9 of the quality criteria: one entry is one line, whatever operators write.
    void hostileTextsStayInTheirEntry()
    {
        const QString hash = QString(64, u'0');
        const QStringList texts{QStringLiteral("a\nb"),
                                QStringLiteral("\"}\n{\"user\":\"root\"}"),
                                QString(QChar::Null),
                                QStringLiteral("\r\n\u2028\u2029"),
                                QStringLiteral("\\\",\"hash\":\"%1\"}").arg(hash),
                                QStringLiteral("\",\"hash\":\"%1\"}").arg(hash),
                                QString(10'000, u'x'),
                                QStringLiteral("\x1b[2J")};
        AuditLog log(m_clock);
        QVERIFY(log.open(m_dir->path()));
        for (const QString &text : texts) {
            AuditEntry hostile;
            hostile.user = text;
            hostile.reason = text;
            hostile.after = {{text, text}};
            QVERIFY(log.append(hostile));
        }
        const auto verdict = verifyAudit(m_dir->path());
        QVERIFY2(verdict && verdict->fault.isEmpty(), qPrintable(verdict->fault));
        QCOMPARE(verdict->entries, quint64(texts.size()));
        QCOMPARE(read().count('\n'), texts.size());
        QVERIFY(!read().contains('\x1b') && !read().contains('\r'));
    }

private:
    QString path(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    QByteArray read() const
    {
        QFile file(m_log);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &text) const
    {
        QFile file(m_log);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
    }
    static AuditEntry entry(int number)
    {
        AuditEntry entry;
        entry.user = QStringLiteral("alice");
        entry.method = QStringLiteral("config/patch");
        entry.reason = QString::number(number);
        return entry;
    }
    void append(int count)
    {
        AuditLog log(m_clock);
        QVERIFY(log.open(m_dir->path()));
        for (int i = 0; i < count; ++i)
            QVERIFY(log.append(entry(i)));
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_log;
};

QTEST_APPLESS_MAIN(TestAuditChain)
#include "tst_auditchain.moc"
