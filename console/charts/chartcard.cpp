// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/chartcard.h"

#include "console/charts/charttable.h"
#include "console/models/format.h"
#include "console/widgets/plaincopy.h"
#include "console/widgets/savefile.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStackedLayout>
#include <QStyle>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice::console {

namespace {

constexpr int kDash = 8;
constexpr int kDashGap = 4;
constexpr int kNameGap = 5;
constexpr int kGap = 10;
constexpr int kHeight = 18;
constexpr int kHeadLeft = 12;
constexpr int kHeadRight = 6;
constexpr int kHeadGap = 6;
constexpr double kSavedFactor = 2;

} // namespace

ChartLegend::ChartLegend(const TimeChart &chart, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_chart(chart)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&chart, &TimeChart::shownValuesChanged, this, qOverload<>(&QWidget::update));
}

QStringList ChartLegend::texts() const
{
    QStringList result;
    const ChartSpec &spec = m_chart.spec();
    for (qsizetype i = 0; i < spec.series.size(); ++i)
        result.append(QStringLiteral("%1 %2").arg(spec.series.at(i).name, spec.format(m_chart.shownValue(i))));
    return result;
}

int ChartLegend::widthOf(qsizetype line) const
{
    const ChartSpec &spec = m_chart.spec();
    return QFontMetrics(Theme::font(Theme::kSmallPoints, QFont::Bold))
               .horizontalAdvance(spec.format(m_chart.shownValue(line)))
        + QFontMetrics(Theme::font(Theme::kSmallPoints)).horizontalAdvance(spec.series.at(line).name) + kNameGap;
}

int ChartLegend::neededWidth()
{
    int needed = 0;
    for (qsizetype line = 0; line < m_chart.spec().series.size(); ++line)
        needed += widthOf(line) + (line > 0 ? kDashGap : 0);
    m_neededWidth = std::max(m_neededWidth, needed);
    return m_neededWidth;
}

QSize ChartLegend::sizeHint() const
{
    return {120, kHeight};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont plain = Theme::font(Theme::kSmallPoints);
    const QFont bold = Theme::font(Theme::kSmallPoints, QFont::Bold);
    const QFontMetrics plainMetrics(plain);
    const QFontMetrics boldMetrics(bold);
    const ChartSpec &spec = m_chart.spec();
    int wanted = 0;
    for (qsizetype i = 0; i < spec.series.size(); ++i)
        wanted += widthOf(i) + kDash + kDashGap + kGap;
    // Where there is little room the names wear the colours instead of a dash each.
    const bool hasDashes = wanted - kGap <= width();
    // From the right end, so that what does not fit is the name at the left, never the newest value.
    int right = width();
    for (qsizetype i = spec.series.size(); i-- > 0;) {
        const QString value = spec.format(m_chart.shownValue(i));
        const int valueWidth = boldMetrics.horizontalAdvance(value);
        if (valueWidth > right)
            break;
        QString name = spec.series.at(i).name;
        if (const int room = right - valueWidth - kNameGap; plainMetrics.horizontalAdvance(name) > room)
            name = plainMetrics.elidedText(name, Qt::ElideRight, room);
        const int nameWidth = plainMetrics.horizontalAdvance(name) + kNameGap;
        painter.setFont(bold);
        // A value that has no room for its name wears the colour itself.
        painter.setPen(name.isEmpty() ? m_chart.seriesColor(i) : m_theme.color(ColorRole::Text));
        const auto placed = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
        painter.drawText(placed(QRect(right - valueWidth, 0, valueWidth, height())), Qt::AlignCenter, value);
        painter.setFont(plain);
        painter.setPen(hasDashes ? m_theme.color(ColorRole::Text2) : m_chart.seriesColor(i));
        right -= valueWidth + nameWidth;
        painter.drawText(placed(QRect(right, 0, nameWidth, height())), Qt::AlignLeft | Qt::AlignVCenter, name);
        if (hasDashes) {
            right -= kDash + kDashGap;
            painter.setPen(QPen(m_chart.seriesColor(i), 2));
            const QRect dash = placed(QRect(right, height() / 2, kDash, 1));
            painter.drawLine(QLineF(dash.left(), height() / 2.0, dash.left() + kDash, height() / 2.0));
        }
        right -= hasDashes ? kGap : kDashGap;
    }
}

ChartCard::ChartCard(ChartSpec spec, Crosshair &crosshair, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_chart(new TimeChart(std::move(spec), crosshair, theme, this))
    , m_title(new QLabel(m_chart->spec().title, this))
    , m_legend(new ChartLegend(*m_chart, theme, this))
    , m_menuButton(new QToolButton(this))
    , m_head(new QHBoxLayout)
    , m_below(new QHBoxLayout)
    , m_stack(new QStackedLayout)
    , m_table(new QTableView(this))
    , m_model(new ChartTable(*m_chart, this))
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("card"));
    m_title->setProperty("tone", QStringLiteral("title"));
    m_menuButton->setProperty("quiet", true);
    m_menuButton->setText(QStringLiteral("⋯"));
    m_menuButton->setAccessibleName(tr("Menu of the chart %1").arg(m_chart->spec().title));
    m_menuButton->setToolTip(tr("What can be done with this chart"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
    m_table->setModel(m_model);
    new PlainCopy(*m_table);
    m_table->setAccessibleName(m_chart->spec().title);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(22);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setShowGrid(false);
    m_head->setContentsMargins(kHeadLeft, 0, kHeadRight, 0);
    m_head->setSpacing(kHeadGap);
    m_below->setContentsMargins(kHeadLeft, 0, kHeadLeft, 0);
    m_head->addWidget(m_title);
    m_head->addWidget(m_legend, 1);
    m_head->addWidget(m_menuButton);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 6, 1, 4);
    layout->setSpacing(2);
    layout->addLayout(m_head);
    layout->addLayout(m_below);
    layout->addLayout(m_stack, 1);
    setFocusProxy(m_chart);
    buildMenu();
    connect(m_chart, &TimeChart::menuRequested, m_menu, [this](const QPoint &place) { m_menu->popup(place); });
    connect(m_chart, &TimeChart::shownValuesChanged, this, &ChartCard::placeLegend);
    connect(m_chart, &TimeChart::shownValuesChanged, this, [this] {
        if (isTable())
            refreshTable();
    });
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    m_legend->forgetWidth();
    placeLegend();
    QFrame::resizeEvent(event);
}

void ChartCard::placeLegend()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = contentsRect().width() - margins.left() - margins.right() - kHeadLeft - kHeadRight - 2 * kHeadGap
        - m_title->sizeHint().width() - m_menuButton->sizeHint().width();
    const bool isBelow = m_head->indexOf(m_legend) < 0;
    if (isBelow == (m_legend->neededWidth() > room))
        return;
    if (isBelow) {
        m_below->removeWidget(m_legend);
        m_head->insertWidget(1, m_legend, 1);
    } else {
        m_head->removeWidget(m_legend);
        m_below->addWidget(m_legend);
    }
    m_head->setStretch(0, isBelow ? 0 : 1);
}

void ChartCard::buildMenu()
{
    m_tableAction = m_menu->addAction(tr("View as &table"), this, [this] { setTable(!isTable()); });
    m_enlargeAction = m_menu->addAction(tr("&Enlarge"), this, &ChartCard::enlargeRequested);
    m_menu->addSeparator();
    m_menu->addAction(tr("&Copy value"), this,
                      [this] { QGuiApplication::clipboard()->setText(format::withoutMarks(valueText())); });
    m_menu->addAction(tr("Copy &image"), this,
                      [this] { QGuiApplication::clipboard()->setPixmap(picture(kSavedFactor)); });
    m_menu->addAction(tr("&Save as PNG…"), this, &ChartCard::saveImage);
    m_menu->addAction(tr("Export as CS&V…"), this, &ChartCard::saveCsv);
    m_menu->addSeparator();
    m_alertAction = m_menu->addAction(tr("&Alert on this…"), this, &ChartCard::alertRequested);
}

bool ChartCard::isTable() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartCard::setTable(bool isTable)
{
    if (isTable)
        refreshTable();
    m_stack->setCurrentWidget(isTable ? static_cast<QWidget *>(m_table) : m_chart);
    m_tableAction->setText(isTable ? tr("View as c&hart") : tr("View as &table"));
    setFocusProxy(m_stack->currentWidget());
    m_stack->currentWidget()->setFocus();
}

void ChartCard::refreshTable()
{
    // A table that is read must not run away: only one at its top follows.
    const QModelIndex selected = m_table->currentIndex();
    if (selected.isValid() && selected.row() > 0)
        return;
    m_model->refresh();
}

void ChartCard::setEnlarged(bool isEnlarged)
{
    m_enlargeAction->setText(isEnlarged ? tr("All charts again") : tr("&Enlarge"));
}

QString ChartCard::valueText() const
{
    const QList<QPointF> &points = m_chart->data().series.constFirst();
    const double moment = m_chart->crosshairPosition().value_or(points.isEmpty() ? 0 : points.constLast().x());
    return (m_legend->texts() << m_chart->clockText(moment)).join(QStringLiteral(", "));
}

QByteArray ChartCard::toCsv() const
{
    ChartTable table(*m_chart);
    table.refresh();
    return table.toCsv();
}

void ChartCard::saveImage()
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture(kSavedFactor).save(&buffer, "PNG");
    saveFile(this, m_chart->spec().title + QStringLiteral(".png"), png,
             [this](const QString &what) { Q_EMIT said(what); });
}

void ChartCard::saveCsv()
{
    saveFile(this, m_chart->spec().title + QStringLiteral(".csv"), toCsv(),
             [this](const QString &what) { Q_EMIT said(what); });
}

} // namespace sluice::console
