// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/rail.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice::console {

namespace {

constexpr int kWidth = 158;
constexpr int kBadgeRole = Qt::UserRole;

class BadgeDelegate final : public QStyledItemDelegate
{
public:
    BadgeDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const int count = index.data(kBadgeRole).toInt();
        if (count == 0)
            return;
        const QString text = QLocale().toString(count);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(Theme::font(Theme::kSmallPoints, QFont::Bold));
        const int badgeWidth = std::max(18, painter->fontMetrics().horizontalAdvance(text) + 10);
        QRect box(option.rect.right() - badgeWidth - 16, option.rect.center().y() - 7, badgeWidth, 16);
        box = QStyle::visualRect(option.direction, option.rect, box);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(ColorRole::Accent));
        painter->drawRoundedRect(box, 4, 4);
        painter->setPen(m_theme.color(ColorRole::Window));
        painter->drawText(box, Qt::AlignCenter, text);
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

Rail::Rail(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_user(new QLabel(this))
{
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(kWidth);
    m_list->setObjectName(QStringLiteral("pageList"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new BadgeDelegate(theme, m_list));
    m_user->setProperty("tone", QStringLiteral("muted"));
    m_user->setFont(Theme::font(Theme::kSmallPoints));
    m_user->setContentsMargins(8, 0, 8, 6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_user);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &Rail::currentChanged);
}

void Rail::addPage(Glyph glyph, const QString &title)
{
    m_list->addItem(new QListWidgetItem(icon(glyph, m_theme), title));
    // Wider where a language has long names; the hint is that of the widest.
    m_list->ensurePolished();
    setFixedWidth(std::max(kWidth, m_list->sizeHintForColumn(0) + 2));
}

void Rail::setCurrent(int page)
{
    m_list->setCurrentRow(page);
}

void Rail::setBadge(int page, int count)
{
    m_list->item(page)->setData(kBadgeRole, count);
}

void Rail::setUser(const QString &text)
{
    m_user->setText(text);
}

} // namespace sluice::console
