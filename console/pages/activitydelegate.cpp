// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/activitydelegate.h"

#include "console/charts/markerlook.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// Units: logical pixels.
constexpr int kPadding = 5;
constexpr int kFlagColumn = 30;
constexpr int kMostTextHeight = 34; // two lines
constexpr int kMostNoteHeight = 44; // three

QFont textFont()
{
    return Theme::font(Theme::kBodyPoints);
}

QFont noteFont()
{
    return Theme::font(Theme::kSmallPoints);
}

int heightOf(const QFont &font, int width, const QString &text, int most)
{
    const QRect needed = QFontMetrics(font).boundingRect(QRect(0, 0, width, most), Qt::TextWordWrap, text);
    return std::min(most, needed.height());
}

} // namespace

ActivityDelegate::ActivityDelegate(const ActivityLog &log, const QSortFilterProxyModel &shown, const Theme &theme,
                                   QObject *parent)
    : QStyledItemDelegate(parent)
    , m_log(log)
    , m_shown(shown)
    , m_theme(theme)
{
}

const ActivityEntry &ActivityDelegate::entryAt(const QModelIndex &index) const
{
    return m_log.entryAt(m_shown.mapToSource(index).row());
}

QString ActivityDelegate::noteOf(const ActivityEntry &entry)
{
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.timeMs).time(), u"HH:mm:ss"_s);
    return entry.note.isEmpty() ? time : u"%1 · %2"_s.arg(time, entry.note);
}

QRect ActivityDelegate::textRect(const QRect &row)
{
    return row.adjusted(kFlagColumn, kPadding, -kPadding, -kPadding);
}

QRect ActivityDelegate::undoRect(const QRect &row, const QModelIndex &index) const
{
    if (!m_undoable.has(entryAt(index)))
        return {};
    const QString text = tr("undo");
    const QSize size(QFontMetrics(noteFont()).horizontalAdvance(text) + 8, 18);
    const QRect column = textRect(row);
    return {column.right() - size.width(), column.top() - 1, size.width(), size.height()};
}

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ActivityEntry &entry = entryAt(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isCurrent = option.state & QStyle::State_Selected;
    if (isCurrent || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(isCurrent ? ColorRole::Selection : ColorRole::Raised));
        painter->drawRoundedRect(option.rect.adjusted(0, 1, -2, -1), 5, 5);
    }
    const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect flag(option.rect.left() + 6, option.rect.top() + kPadding + 2, 18, 14);
    paintFlag(*painter, visual(flag), markerLetter(entry.kind), m_theme.color(markerColor(entry)), m_theme);

    const QRect undo = undoRect(option.rect, index);
    QRect text = textRect(option.rect);
    if (!undo.isNull()) {
        painter->setFont([] {
            QFont underlined = noteFont();
            underlined.setUnderline(true);
            return underlined;
        }());
        painter->setPen(m_theme.color(ColorRole::Accent));
        painter->drawText(visual(undo), Qt::AlignCenter, tr("undo"));
        text.setRight(undo.left() - 4);
    }
    painter->setFont(textFont());
    painter->setPen(m_theme.color(ColorRole::Text));
    const int textHeight = heightOf(textFont(), text.width(), entry.text, kMostTextHeight);
    text.setHeight(textHeight);
    painter->drawText(visual(text), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, entry.text);
    painter->setFont(noteFont());
    painter->setPen(m_theme.color(ColorRole::Text3));
    QRect note = textRect(option.rect);
    note.setTop(text.bottom() + 3);
    painter->drawText(visual(note), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, noteOf(entry));
    painter->restore();
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ActivityEntry &entry = entryAt(index);
    const QRect row(0, 0, option.rect.width() > 0 ? option.rect.width() : 250, 200);
    const QRect undo = undoRect(row, index);
    const int width = textRect(row).width();
    const int textWidth = undo.isNull() ? width : undo.left() - 4 - textRect(row).left();
    return {row.width(),
            heightOf(textFont(), textWidth, entry.text, kMostTextHeight)
                + heightOf(noteFont(), width, noteOf(entry), kMostNoteHeight) + 2 * kPadding + 4};
}

} // namespace sluice::console
