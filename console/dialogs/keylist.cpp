// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/keylist.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

using Keys = QList<std::pair<QString, QString>>;

Keys keysOf(const QList<QAction *> &actions)
{
    Keys result;
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys.append(sequence.toString(QKeySequence::NativeText));
        if (!keys.isEmpty() && action->isVisible())
            result.append({keys.join(u", "_s), KeyList::plainText(*action)});
    }
    return result;
}

Keys keysOfCharts()
{
    return {{KeyList::tr("Space"), KeyList::tr("Pause, or go on")},
            {u"← →"_s, KeyList::tr("On a chart: the crosshair one sample on; with Shift ten")},
            {KeyList::tr("Home, End"), KeyList::tr("On a chart: to an end of the range")},
            {KeyList::tr("Esc"), KeyList::tr("On a chart: release the crosshair, then the zoom")},
            {KeyList::tr("Drag"), KeyList::tr("On a chart: show that stretch on all charts")},
            {KeyList::tr("Double click"), KeyList::tr("On a chart: the whole range again")},
            {KeyList::tr("Alt"), KeyList::tr("Show the menu bar")}};
}

} // namespace

QString KeyList::plainText(const QAction &action)
{
    constexpr QChar kAmpersand(0xE000); // of no meaning by itself
    QString text = action.text();
    text.replace(u"&&"_s, QString(kAmpersand));
    return text.remove(u'&').remove(u'…').replace(kAmpersand, u'&');
}

KeyList::KeyList(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    const Keys keys = keysOf(actions) + keysOfCharts();
    auto *table = new QTableWidget(static_cast<int>(keys.size()), 2, this);
    table->setAccessibleName(tr("Keys"));
    table->setHorizontalHeaderLabels({tr("Key"), tr("What it does")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(keys.at(row).first));
        table->setItem(row, 1, new QTableWidgetItem(keys.at(row).second));
    }
    table->setColumnWidth(0, 160);
    auto *close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(560, 620);
}

} // namespace sluice::console
