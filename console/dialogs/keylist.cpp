// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/keylist.h"

#include "console/widgets/pageparts.h"

#include <QAction>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const Shortcuts::Keys &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(u", "_s);
}

} // namespace

KeyList::KeyList(Shortcuts &shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
    , m_table(new QTableWidget(this))
    , m_name(tonedLabel({}, u"title"_s, this))
    , m_edit(new QKeySequenceEdit(this))
    , m_assign(new QPushButton(tr("Give it this key"), this))
    , m_clear(new QPushButton(tr("No key"), this))
    , m_reset(new QPushButton(tr("As delivered"), this))
    , m_resetAll(new QPushButton(tr("All as delivered"), this))
    , m_message(tonedLabel({}, u"muted"_s, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard"));
    auto *layout = new QVBoxLayout(this);
    buildTable();
    layout->addWidget(m_table, 1);
    layout->addWidget(m_name);
    buildEditor();
    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_assign);
    row->addWidget(m_clear);
    row->addWidget(m_reset);
    layout->addLayout(row);
    m_message->setWordWrap(true);
    layout->addWidget(m_message);
    auto *close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_resetAll);
    foot->addStretch();
    foot->addWidget(close);
    layout->addLayout(foot);
    // Enter is a key that is typed here, not a decision.
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    resize(640, 660);
    showKeys();
    selectRow(*m_table, 0);
}

void KeyList::buildTable()
{
    m_table->setObjectName(u"keyTable"_s);
    m_table->setAccessibleName(tr("Keys"));
    m_table->setColumnCount(2);
    m_table->setHorizontalHeaderLabels({tr("Key"), tr("What it does")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->setColumnWidth(0, 170);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &KeyList::showSelected);
}

void KeyList::buildEditor()
{
    m_edit->setObjectName(u"keyEdit"_s);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_edit, m_edit->findChild<QLineEdit *>()}) // that has its focus
        part->setAccessibleName(tr("New key: press it"));
    m_edit->setToolTip(tr("Press the key"));
    m_message->setObjectName(u"keyMessage"_s);
    connect(m_assign, &QPushButton::clicked, this, &KeyList::assign);
    connect(m_clear, &QPushButton::clicked, this, &KeyList::clearKeys);
    connect(m_reset, &QPushButton::clicked, this, &KeyList::resetSelected);
    connect(m_resetAll, &QPushButton::clicked, this, &KeyList::resetAll);
    m_assign->setObjectName(u"keyAssign"_s);
    m_clear->setObjectName(u"keyClear"_s);
    m_reset->setObjectName(u"keyReset"_s);
    m_resetAll->setObjectName(u"keyResetAll"_s);
}

void KeyList::showKeys()
{
    const QList<QAction *> &actions = m_shortcuts.actions();
    const QList<Shortcuts::Fixed> fixed = Shortcuts::fixed();
    m_table->setRowCount(static_cast<int>(actions.size() + fixed.size()));
    int row = 0;
    const auto put = [&](const QString &keys, const QString &what, bool isBold) {
        auto *key = new QTableWidgetItem(keys);
        QFont font = key->font();
        font.setBold(isBold);
        key->setFont(font);
        m_table->setItem(row, 0, key);
        m_table->setItem(row, 1, new QTableWidgetItem(what));
        ++row;
    };
    for (const QAction *action : actions)
        put(textOf(action->shortcuts()), Shortcuts::plainText(*action), m_shortcuts.isChanged(*action));
    for (const Shortcuts::Fixed &key : fixed)
        put(key.key.toString(QKeySequence::NativeText), key.meaning, false);
    showSelected();
}

QAction *KeyList::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_shortcuts.actions().value(rows.constFirst().row());
}

void KeyList::select(const QAction &action)
{
    selectRow(*m_table, static_cast<int>(m_shortcuts.actions().indexOf(&action)));
}

void KeyList::showSelected()
{
    const QAction *action = selected();
    m_name->setText(action ? Shortcuts::plainText(*action) : tr("This key cannot be changed."));
    m_edit->setKeySequence(action ? action->shortcut() : QKeySequence());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_edit, m_assign})
        widget->setEnabled(action != nullptr);
    m_clear->setEnabled(action && !action->shortcuts().isEmpty());
    m_reset->setEnabled(action && m_shortcuts.isChanged(*action));
}

void KeyList::assign()
{
    QAction *action = selected();
    const QKeySequence key = m_edit->keySequence();
    if (!action)
        return;
    if (key.isEmpty()) {
        say(false, tr("Click into the field and press a key first."));
        return;
    }
    const QString text = key.toString(QKeySequence::NativeText);
    if (const QString other = m_shortcuts.takenBy(*action, {key}); !other.isEmpty()) {
        say(false, tr("Not changed: %1 is the key of “%2”.").arg(text, other));
        return;
    }
    m_shortcuts.set(*action, {key});
    showKeys();
    say(true, tr("%1 is now the key of “%2”.").arg(text, Shortcuts::plainText(*action)));
}

void KeyList::clearKeys()
{
    if (QAction *action = selected()) {
        m_shortcuts.set(*action, {});
        showKeys();
        say(true, tr("“%1” has no key now.").arg(Shortcuts::plainText(*action)));
    }
}

void KeyList::resetSelected()
{
    QAction *action = selected();
    if (!action)
        return;
    const QString other = m_shortcuts.reset(*action);
    showKeys();
    if (other.isEmpty())
        say(true, tr("“%1” has its key as delivered.").arg(Shortcuts::plainText(*action)));
    else
        say(false, tr("Not changed: “%1” has that key now.").arg(other));
}

void KeyList::resetAll()
{
    m_shortcuts.resetAll();
    showKeys();
    say(true, tr("All keys are as delivered."));
}

void KeyList::say(bool isGood, const QString &text)
{
    console::say(*m_message, isGood ? u"ok"_s : u"critical"_s, text);
}

QString KeyList::message() const
{
    return m_message->text();
}

} // namespace sluice::console
