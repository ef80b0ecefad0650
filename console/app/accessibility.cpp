// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/accessibility.h"

#include "console/charts/timechart.h"
#include "console/widgets/pipelineview.h"
#include "console/widgets/tile.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QLineEdit>

#include <vector>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

/// A number with a name; still a button, as pressing it leads to the chart.
class AccessibleTile final : public QAccessibleWidget
{
public:
    explicit AccessibleTile(Tile *tile)
        : QAccessibleWidget(tile, QAccessible::StaticText, tile->accessibleName())
        , m_tile(tile)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        switch (kind) {
        case QAccessible::Name: return m_tile->accessibleName();
        case QAccessible::Value: return m_tile->content().value + m_tile->content().unit;
        default: return QAccessibleWidget::text(kind);
        }
    }

private:
    Tile *m_tile;
};

/// A picture with a sentence; what Qt has in it to draw on is nothing to be told of.
class AccessibleChart final : public QAccessibleWidget
{
public:
    explicit AccessibleChart(TimeChart *chart)
        : QAccessibleWidget(chart, QAccessible::Chart)
    {
    }

    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
};

/// One stage of the pipeline: painted, no widget of its own.
class AccessibleStage final : public QAccessibleInterface
{
public:
    AccessibleStage(PipelineView *view, int stage)
        : m_view(view)
        , m_stage(stage)
    {
    }

    bool isValid() const override { return m_view; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && m_view ? m_view->stageText(m_stage) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QAccessible::Role role() const override { return QAccessible::StaticText; }
    QAccessible::State state() const override { return {}; }
    QRect rect() const override
    {
        const QRect box = m_view ? m_view->stageBox(m_stage) : QRect();
        return m_view ? QRect(m_view->mapToGlobal(box.topLeft()), box.size()) : QRect();
    }

private:
    QPointer<PipelineView> m_view;
    int m_stage;
};

/// The stages are its children, in the order of an event's way.
class AccessiblePipeline final : public QAccessibleWidget
{
public:
    explicit AccessiblePipeline(PipelineView *view)
        : QAccessibleWidget(view, QAccessible::Grouping)
    {
        for (int stage = 0; stage < PipelineView::stageCount(); ++stage)
            m_stages.push_back(QAccessible::registerAccessibleInterface(new AccessibleStage(view, stage)));
    }

    ~AccessiblePipeline() override
    {
        for (const QAccessible::Id id : m_stages)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(m_stages.size()); }
    QAccessibleInterface *child(int index) const override
    {
        const auto at = static_cast<size_t>(index);
        return at < m_stages.size() ? QAccessible::accessibleInterface(m_stages[at]) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *interface) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == interface)
                return i;
        }
        return -1;
    }

private:
    std::vector<QAccessible::Id> m_stages;
};

/// Called "what: value". Qt 6.4 calls it by its value alone on Linux, and keeps to itself what the value is of. What is
/// in it is as in Qt's own: the list, and where it can be typed into, the line.
class AccessibleComboBox final : public QAccessibleWidget
{
public:
    explicit AccessibleComboBox(QComboBox *box)
        : QAccessibleWidget(box, QAccessible::ComboBox)
        , m_box(box)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return m_box->currentText();
        const QString text = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && !text.isEmpty() ? u"%1: %2"_s.arg(text, m_box->currentText()) : text;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = m_box->view()->isVisible();
        state.editable = m_box->isEditable();
        return state;
    }
    int childCount() const override { return m_box->isEditable() ? 2 : 1; }
    QAccessibleInterface *child(int index) const override { return QAccessible::queryAccessibleInterface(part(index)); }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child && child->object() == part(i))
                return i;
        }
        return -1;
    }
    QStringList actionNames() const override
    {
        return QStringList{showMenuAction(), pressAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction())
            QAccessibleWidget::doAction(name);
        else if (m_box->view()->isVisible())
            m_box->hidePopup();
        else
            m_box->showPopup();
    }

private:
    QWidget *part(int index) const
    {
        switch (index) {
        case 0: return m_box->view();
        case 1: return m_box->lineEdit();
        default: return nullptr;
        }
    }

    QComboBox *m_box;
};

QAccessibleInterface *createInterface(const QString &, QObject *object)
{
    if (auto *tile = qobject_cast<Tile *>(object))
        return new AccessibleTile(tile);
    if (auto *chart = qobject_cast<TimeChart *>(object))
        return new AccessibleChart(chart);
    if (auto *pipeline = qobject_cast<PipelineView *>(object))
        return new AccessiblePipeline(pipeline);
    if (auto *box = qobject_cast<QComboBox *>(object))
        return new AccessibleComboBox(box);
    return nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(createInterface);
}

} // namespace sluice::console
