// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/commandbox.h"

#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostOffered = 12;
constexpr int kRowHeight = 26;

} // namespace

CommandBox::CommandBox(QWidget *parent)
    : QLineEdit(parent)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"commandBox"_s);
    setPlaceholderText(tr("Search or run…   Ctrl+K"));
    setAccessibleName(tr("Command: search pages, settings and actions"));
    setClearButtonEnabled(true);
    // A child of the window, not a popup: a popup would take the keyboard.
    m_list->setObjectName(u"commandList"_s);
    m_list->setAccessibleName(tr("What can be run"));
    m_list->setModel(m_model);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setParent(window());
    m_list->hide();
    connect(this, &QLineEdit::textEdited, this, &CommandBox::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        runCurrent();
    });
}

CommandBox::~CommandBox()
{
    delete m_list; // a child of the window, which may have taken it along
}

void CommandBox::setSource(std::function<QList<Command>()> source)
{
    m_source = std::move(source);
}

QStringList CommandBox::offered() const
{
    QStringList result;
    for (const qsizetype index : m_found)
        result.append(m_commands.at(index).text);
    return result;
}

void CommandBox::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    m_commands = m_source ? m_source() : QList<Command>();
    search();
}

void CommandBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_list->hide();
}

int CommandBox::rank(const Command &command, const QStringList &words)
{
    // Every word somewhere; better at the beginning of a word, best at the beginning of all.
    int total = 0;
    for (const QString &word : words) {
        const qsizetype at = command.text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        total += at == 0 ? 3 : command.text.at(at - 1).isLetterOrNumber() ? 1 : 2;
    }
    return total;
}

void CommandBox::search()
{
    const QStringList words = text().split(u' ', Qt::SkipEmptyParts);
    QList<std::pair<int, qsizetype>> ranked;
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        if (const int value = rank(m_commands.at(i), words); value >= 0)
            ranked.append({value, i});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &one, const auto &other) { return one.first > other.first; });
    m_found.clear();
    m_model->clear();
    for (const auto &[value, index] : ranked.mid(0, kMostOffered)) {
        m_found.append(index);
        const Command &command = m_commands.at(index);
        m_model->appendRow(new QStandardItem(
            command.note.isEmpty() ? command.text : u"%1   ·   %2"_s.arg(command.text, command.note)));
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    placeList();
}

void CommandBox::placeList()
{
    if (m_list->parentWidget() != window())
        m_list->setParent(window());
    const int height = static_cast<int>(m_found.size()) * kRowHeight + 10;
    m_list->setGeometry(QRect(mapTo(window(), QPoint(0, this->height() + 4)), QSize(std::max(width(), 360), height)));
    m_list->setVisible(!m_found.isEmpty() && hasFocus());
    m_list->raise();
}

void CommandBox::keyPressEvent(QKeyEvent *event)
{
    const int row = m_list->currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Down: m_list->setCurrentIndex(m_model->index(std::min(row + 1, m_model->rowCount() - 1), 0)); return;
    case Qt::Key_Up: m_list->setCurrentIndex(m_model->index(std::max(row - 1, 0), 0)); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(); return;
    case Qt::Key_Escape:
        clear();
        Q_EMIT finished();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void CommandBox::runCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_found.size())
        return;
    const std::function<void()> run = m_commands.at(m_found.at(row)).run;
    clear();
    m_list->hide();
    Q_EMIT finished();
    run();
}

} // namespace sluice::console
