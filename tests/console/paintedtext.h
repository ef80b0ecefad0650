// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPushButton>
#include <QWidget>

namespace sluice::test {

/// Where a widget paints its texts.
class TextRecorder final : public QPaintDevice, private QPaintEngine
{
public:
    struct Text {
        QString text;
        QRectF place;   ///< What the letters take.
        QRectF visible; ///< What is not clipped.
    };

    explicit TextRecorder(const QWidget &of)
        : QPaintEngine(AllFeatures)
        , m_widget(of)
    {
    }

    [[nodiscard]] const QList<Text> &texts() const { return m_texts; }

    [[nodiscard]] QPaintEngine *paintEngine() const override { return const_cast<TextRecorder *>(this); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_widget.width();
        case PdmHeight: return m_widget.height();
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        case PdmDpiX:
        case PdmPhysicalDpiX: return m_widget.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY: return m_widget.logicalDpiY();
        default: return QPaintDevice::metric(metric);
        }
    }

private:
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override { }
    void drawPath(const QPainterPath &) override { }
    using QPaintEngine::drawPolygon;
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    [[nodiscard]] Type type() const override { return User; }

    void drawTextItem(const QPointF &base, const QTextItem &item) override
    {
        const QRectF place(base.x(), base.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        const QRectF whole(0, 0, m_widget.width(), m_widget.height());
        const QTransform &transform = painter()->combinedTransform();
        QRectF visible = whole;
        if (painter()->hasClipping())
            visible &= transform.mapRect(painter()->clipBoundingRect());
        m_texts.append({item.text(), transform.mapRect(place), visible});
    }

    const QWidget &m_widget;
    QList<Text> m_texts;
};

/// The texts that widgets below `root` paint themselves without having room for them: cut, elided, or over each other.
inline QStringList cutPaintedTexts(const QWidget &root)
{
    constexpr double kSlack = 1.5; // letters lean over their own width
    QStringList cut;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        const QLatin1StringView name(widget->metaObject()->className());
        // Qt's own buttons and lines are looked at by cutTexts().
        const bool isOwn = name.startsWith(QLatin1StringView("sluice::console::"))
            && qobject_cast<QPushButton *>(widget) == nullptr && qobject_cast<QLineEdit *>(widget) == nullptr;
        if (!isOwn || !widget->isVisibleTo(&root) || widget->size().isEmpty())
            continue;
        TextRecorder recorder(*widget);
        QPainter painter(&recorder);
        painter.setLayoutDirection(widget->layoutDirection()); // as for a widget's own painter
        widget->render(&painter, {}, {}, QWidget::RenderFlags());
        painter.end();
        const auto note = [&](const char *what, const QString &text) {
            cut.append(
                QStringLiteral("%1 %2 “%3” is %4").arg(name, widget->objectName(), text, QLatin1StringView(what)));
        };
        const QList<TextRecorder::Text> &texts = recorder.texts();
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const TextRecorder::Text &one = texts.at(i);
            if (one.text.trimmed().isEmpty())
                continue;
            if (one.text.endsWith(u'…'))
                note("elided", one.text);
            if (one.place.left() < one.visible.left() - kSlack || one.place.right() > one.visible.right() + kSlack)
                note("cut", one.text);
            for (qsizetype j = i + 1; j < texts.size(); ++j) {
                const QRectF shared = one.place & texts.at(j).place;
                if (!texts.at(j).text.trimmed().isEmpty() && shared.width() > 2 * kSlack && shared.height() > 4)
                    note("over another", QStringLiteral("%1 / %2").arg(one.text, texts.at(j).text));
            }
        }
    }
    return cut;
}

} // namespace sluice::test
