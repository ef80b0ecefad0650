// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/texttable.h"

#include <algorithm>

namespace sluice::console {

namespace {

bool isNumber(const QString &text)
{
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

} // namespace

QString printable(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
            character = u'?';
    }
    return text;
}

TextTable::TextTable(QStringList headings)
    : m_rows{std::move(headings)}
{
}

void TextTable::addRow(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_rows.constFirst().size());
    QStringList row;
    for (const QString &cell : cells)
        row.append(printable(cell));
    m_rows.append(row);
}

QString TextTable::toText() const
{
    QList<qsizetype> widths(m_rows.constFirst().size(), 0);
    QList<bool> numeric(widths.size(), m_rows.size() > 1);
    for (qsizetype line = 0; line < m_rows.size(); ++line) {
        for (qsizetype column = 0; column < widths.size(); ++column) {
            const QString &cell = m_rows[line][column];
            widths[column] = std::max(widths[column], cell.size());
            numeric[column] = numeric[column] && (line == 0 || cell.isEmpty() || isNumber(cell));
        }
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype column = 0; column < widths.size(); ++column) {
            const QString &cell = row[column];
            line += numeric[column] ? cell.rightJustified(widths[column]) : cell.leftJustified(widths[column]);
            line += QLatin1String("  ");
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace sluice::console
