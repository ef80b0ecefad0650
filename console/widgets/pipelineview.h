// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/samplehistory.h"
#include "console/widgets/theme.h"

#include <QWidget>

#include <array>

namespace sluice::console {

/// The way of an event through the server as one live picture: clients, policies, lanes, workers, handlers, pushes,
/// with the rates between them and what leaves on the way.
class PipelineView : public QWidget
{
    Q_OBJECT

public:
    enum Stage { Clients, Policies, Lanes, Workers, Handlers, Broadcast, StageCount };

    explicit PipelineView(const Theme &theme, QWidget *parent = nullptr);

    void setHistory(const SampleHistory &history);
    /// Old numbers are grey.
    void setStale(bool stale);

    /// For screen readers: the stages in an event's order, what each tells, where each is.
    [[nodiscard]] static int stageCount() { return StageCount; }
    [[nodiscard]] QString stageText(int stage) const;
    [[nodiscard]] QRect stageBox(int stage) const { return stageRect(static_cast<Stage>(stage)).toAlignedRect(); }

    [[nodiscard]] QSize sizeHint() const override { return {900, 158}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {760, 158}; }

Q_SIGNALS:
    void stageClicked(int stage);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    /// What a stage says: its title, a remark beside it, a large number, and lines below that.
    struct Content {
        QString title;
        QString note = {};
        QString number = {};
        QStringList lines = {};
    };
    struct Row {
        QString name;
        Metric metric;
    };
    using Widths = std::array<double, StageCount>;

    /// `part` of `around`, at the other side where the language runs from right to left.
    [[nodiscard]] QRectF mirrored(const QRectF &around, const QRectF &part) const;
    [[nodiscard]] QRectF stageRect(Stage stage) const;
    [[nodiscard]] QColor ink(ColorRole role) const;
    [[nodiscard]] double value(Metric metric) const { return m_history.value(metric); }
    [[nodiscard]] Content contentOf(Stage stage) const;
    [[nodiscard]] static std::array<Row, 3> policyRows();
    [[nodiscard]] static std::array<Row, 3> laneRows();
    /// The width at which a stage has room for all that it says.
    [[nodiscard]] double neededWidth(Stage stage) const;
    [[nodiscard]] Widths widths() const;
    [[nodiscard]] double textScale() const;
    void noteNeeds();
    [[nodiscard]] int stageAt(const QPoint &place) const;
    void paintStage(QPainter &painter, Stage stage) const;
    void paintNumber(QPainter &painter, Stage stage) const;
    void paintPolicies(QPainter &painter) const;
    void paintLanes(QPainter &painter) const;
    void paintWorkers(QPainter &painter) const;
    void paintArrow(QPainter &painter, Stage from, const QString &label, ColorRole color) const;
    void paintExit(QPainter &painter, Stage stage, const QString &label, bool active) const;
    void describe();

    const Theme &m_theme;
    SampleHistory m_history;
    bool m_stale = false;
    Widths m_needed{}; ///< The most that each has needed at this size: boxes do not jump with each number.
};

} // namespace sluice::console
