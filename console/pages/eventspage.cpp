// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/eventspage.h"

#include "console/models/format.h"
#include "console/widgets/columnfit.h"
#include "console/widgets/columnmenu.h"
#include "console/widgets/plaincopy.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

namespace {

constexpr int kRowHeight = 28;
constexpr int kShareTextWidth = 52;
constexpr int kPadding = 5; // under the titles, which have it too

/// Numbers that are bad news in amber, the share of all events as a bar.
class EventsDelegate final : public QStyledItemDelegate
{
public:
    EventsDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QVariant share = index.data(EventsModel::ShareRole);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
        QStyleOptionViewItem plain = option;
        plain.rect.adjust(kPadding, 0, -kPadding, 0);
        if (share.isValid())
            plain.displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
        QStyledItemDelegate::paint(painter, plain, index);
        if (!share.isValid())
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        QRect track(option.rect.left() + 8, option.rect.center().y() - 3, option.rect.width() - kShareTextWidth - 16,
                    6);
        painter->setBrush(m_theme.color(ColorRole::Raised));
        painter->drawRoundedRect(QStyle::visualRect(option.direction, option.rect, track), 3, 3);
        track.setWidth(static_cast<int>(track.width() * share.toDouble()));
        painter->setBrush(m_theme.color(ColorRole::Accent));
        painter->drawRoundedRect(QStyle::visualRect(option.direction, option.rect, track), 3, 3);
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = format::inOrder(option->text);
        if (index.data(EventsModel::ShareRole).isValid())
            option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
        ColorRole color = index.column() == EventsModel::EventColumn ? ColorRole::Text : ColorRole::Text2;
        if (index.data(EventsModel::WarningRole).toBool())
            color = ColorRole::Warn;
        option->palette.setColor(QPalette::Text, m_theme.color(color));
        option->palette.setColor(QPalette::HighlightedText, m_theme.color(color));
    }

private:
    const Theme &m_theme;
};

} // namespace

EventsPage::EventsPage(ServerSession &session, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableView(this))
    , m_empty(new QLabel(tr("The server has told no event types yet."), this))
{
    m_table->setObjectName(QStringLiteral("eventsTable"));
    m_table->setAccessibleName(tr("Event types"));
    m_table->setModel(&session.events());
    m_table->setItemDelegate(new EventsDelegate(theme, m_table));
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    new ColumnMenu(*m_table);
    new PlainCopy(*m_table);
    m_table->setColumnWidth(EventsModel::EventColumn, 180);
    for (int column = EventsModel::PriorityColumn; column < EventsModel::ShareColumn; ++column)
        m_table->setColumnWidth(column, 76);
    m_table->setColumnWidth(EventsModel::AccessColumn, 110);
    m_table->setColumnWidth(EventsModel::LimitColumn, 96);
    m_table->setColumnWidth(EventsModel::ShareColumn, 160);
    new ColumnFit(*m_table, EventsModel::ShareColumn,
                  {{EventsModel::EventColumn, 100}, {EventsModel::AccessColumn, 84}, {EventsModel::ShareColumn, 110}});
    m_empty->setProperty("tone", QStringLiteral("muted"));

    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    auto *title = new QLabel(tr("Event types"), card);
    title->setProperty("tone", QStringLiteral("title"));
    title->setContentsMargins(8, 4, 8, 2);
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(6, 6, 6, 6);
    cardLayout->addWidget(title);
    cardLayout->addWidget(m_empty, 0, Qt::AlignCenter);
    cardLayout->addWidget(m_table, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(card);
    connect(&session.events(), &QAbstractItemModel::modelReset, this, &EventsPage::updateEmptyNote);
    updateEmptyNote();
}

void EventsPage::updateEmptyNote()
{
    m_empty->setVisible(m_session.events().rowCount() == 0);
}

void EventsPage::setPaused(bool paused)
{
    m_isPaused = paused;
    m_session.setEventsWatched(isVisible() && !paused);
}

void EventsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_session.setEventsWatched(!m_isPaused);
}

void EventsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_session.setEventsWatched(false);
}

} // namespace sluice::console
