// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/whatifnote.h"

#include <QTest>

using namespace sluice::console;
using namespace Qt::StringLiterals;

/// What a change would have done, in sentences.
class WhatIfNoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void moreAreRefused()
    {
        const WhatIfNote note = limit({{u"wouldRefuse"_s, 252}, {u"plusMinus"_s, 15}, {u"actuallyRefused"_s, 40}});
        QVERIFY(note.costs());
        QVERIFY2(note.text().startsWith(u"Would have refused 212 ± 15 more of 18,400 events in the last "_s),
                 qPrintable(note.text()));
        QVERIFY(note.text().contains(u": 252 instead of 40."_s));
        QVERIFY(note.text().contains(u"That is 17 ± 2 clients."_s));
    }

    void fewerAreRefused()
    {
        const WhatIfNote note =
            limit({{u"wouldRefuse"_s, 0}, {u"plusMinus"_s, 0}, {u"actuallyRefused"_s, 40}, {u"heldBack"_s, true}});
        QVERIFY(!note.costs());
        QVERIFY2(note.text().startsWith(u"Would have refused 40 fewer of 18,400 events"_s), qPrintable(note.text()));
        QVERIFY(note.text().endsWith(u"Those who were refused may ask more often then."_s));
        QVERIFY(!note.text().contains(u"clients"_s));
    }

    void noneIsSaidOnlyWhereItIsCertain()
    {
        QVERIFY(limit({{u"wouldRefuse"_s, 0}, {u"plusMinus"_s, 0}, {u"actuallyRefused"_s, 0}})
                    .text()
                    .startsWith(u"Would have refused none of 18,400 events"_s));
        const WhatIfNote uncertain = limit({{u"wouldRefuse"_s, 0}, {u"plusMinus"_s, 1}, {u"actuallyRefused"_s, 0}});
        QVERIFY2(uncertain.text().contains(u"0 ± 1"_s), qPrintable(uncertain.text()));
    }

    void sizesHaveTheirMost()
    {
        const QJsonObject row{{u"kind"_s, u"size"_s},
                              {u"windowSeconds"_s, 600.0},
                              {u"samples"_s, 600},
                              {u"most"_s, 4882},
                              {u"fullSamples"_s, 12}};
        const WhatIfNote full(row, ConfigSetting(), 4000);
        QVERIFY(full.costs());
        QVERIFY2(full.text().contains(u"would have been full in 12 of 600 looks"_s), qPrintable(full.text()));
        QJsonObject never = row;
        never[u"fullSamples"_s] = 0;
        QVERIFY(!WhatIfNote(never, ConfigSetting(), 5000).costs());
    }

    void whatIsNotKnownIsSaid()
    {
        QVERIFY(WhatIfNote({{u"kind"_s, u"unknown"_s}}, ConfigSetting(), 5).text().contains(u"not known"_s));
        // Of a newer server, or none.
        QVERIFY(WhatIfNote({{u"kind"_s, u"dream"_s}}, ConfigSetting(), 5).text().isEmpty());
        QVERIFY(WhatIfNote({}, ConfigSetting(), 5).text().isEmpty());
    }

private:
    static WhatIfNote limit(QJsonObject row)
    {
        row[u"kind"_s] = u"limit"_s;
        row[u"windowSeconds"_s] = 600.0;
        row[u"asked"_s] = 18'400;
        row[u"keys"_s] = 17;
        row[u"keysPlusMinus"_s] = 2;
        return {row, ConfigSetting(), 5};
    }
};

QTEST_GUILESS_MAIN(WhatIfNoteTest)
#include "tst_whatifnote.moc"
