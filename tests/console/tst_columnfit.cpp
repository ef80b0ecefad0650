// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/columnfit.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Number, Text, Rest };

} // namespace

/// A table of four columns: one that is never cut, two that may be, and one of these takes the rest.
class ColumnFitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<QStandardItemModel>(3, 4);
        m_model->setHorizontalHeaderLabels({u"name"_s, u"number"_s, u"text"_s, u"rest"_s});
        m_table = std::make_unique<QTableView>();
        m_table->setModel(m_model.get());
        m_table->verticalHeader()->hide();
        m_table->horizontalHeader()->setMinimumSectionSize(10);
        m_table->setColumnWidth(Name, 200);
        m_table->setColumnWidth(Number, 120);
        m_table->setColumnWidth(Text, 300);
        m_table->setColumnWidth(Rest, 100);
        m_fit = new ColumnFit(*m_table, Rest, {{Name, 150}, {Text, 0}, {Rest, 60}});
        show(900);
    }

    void whereThereIsRoomOneColumnTakesTheRest()
    {
        QCOMPARE(widths(), (QList<int>{200, 120, 300, m_table->viewport()->width() - 620}));
        QVERIFY(!scrolls());
    }

    void whereThereIsLittleTheFlexibleGiveWay()
    {
        show(500);
        const QList<int> narrow = widths();
        QCOMPARE(narrow.at(Number), 120);
        QVERIFY2(narrow.at(Name) >= 150 && narrow.at(Name) < 200, qPrintable(QString::number(narrow.at(Name))));
        QVERIFY(narrow.at(Text) < 300 && narrow.at(Text) > title(Text));
        QVERIFY(narrow.at(Rest) >= 60);
        QVERIFY(!scrolls());
        show(900);
        QCOMPARE(widths().mid(0, 3), (QList<int>{200, 120, 300}));
    }

    void whereTheTitlesHaveNoRoomItScrolls()
    {
        show(200);
        QCOMPARE(widths(), (QList<int>{150, 120, title(Text), std::max(60, title(Rest))}));
        QVERIFY(scrolls());
    }

    void whatTheOperatorMadeOfItIsWantedFromThenOn()
    {
        m_table->setColumnWidth(Name, 180);
        show(450);
        show(900);
        QCOMPARE(widths().constFirst(), 180);
    }

    void aHiddenColumnLeavesItsRoomToTheOthers()
    {
        show(500);
        m_table->setColumnHidden(Number, true);
        QTRY_VERIFY(widths().at(Text) > 200);
        const int sum = widths().at(Name) + widths().at(Text) + widths().at(Rest);
        QCOMPARE(sum, m_table->viewport()->width());
        m_table->setColumnHidden(Number, false);
        QTRY_VERIFY(widths().at(Text) < 200);
        QCOMPARE(widths().at(Number), 120);
        QVERIFY(!scrolls());
    }

    void aTitleThatGrowsIsNotCut()
    {
        m_table->setColumnWidth(Number, title(Number));
        m_model->setHorizontalHeaderItem(Number, new QStandardItem(u"number, and sorted by ▾"_s));
        QVERIFY(widths().at(Number) >= title(Number));
    }

    void whatIsKeptIsWhatIsWanted()
    {
        show(450);
        m_fit->unfit();
        QCOMPARE(widths().mid(0, 3), (QList<int>{200, 120, 300}));
        m_fit->fit();
        QVERIFY(widths().at(Text) < 300);
        QVERIFY(!scrolls());
    }

private:
    void show(int width)
    {
        m_table->resize(width, 200);
        m_table->show();
        QCoreApplication::processEvents();
    }

    [[nodiscard]] QList<int> widths() const
    {
        QList<int> result;
        for (int column = 0; column < 4; ++column)
            result.append(m_table->columnWidth(column));
        return result;
    }

    [[nodiscard]] int title(int column) const { return m_table->horizontalHeader()->sectionSizeHint(column); }
    [[nodiscard]] bool scrolls() const { return m_table->horizontalScrollBar()->maximum() > 0; }

    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<QTableView> m_table;
    ColumnFit *m_fit = nullptr;
};

QTEST_MAIN(ColumnFitTest)
#include "tst_columnfit.moc"
