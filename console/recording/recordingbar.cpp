// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/recording/recordingbar.h"

#include "console/models/format.h"
#include "console/models/serversession.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QToolButton>

#include <cstdlib>
#include <utility>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSecondMs = 1000;
constexpr int kPageSeconds = 60;

QString clockText(qint64 timeMs)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(timeMs).time(), u"HH:mm:ss"_s);
}

} // namespace

RecordingBar::RecordingBar(ServerSession &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_position(new QLabel(this))
    , m_close(new QPushButton(tr("Close the recording"), this))
{
    setObjectName(u"notice"_s);
    m_title->setObjectName(u"recordingTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_slider->setObjectName(u"recordingSlider"_s);
    m_slider->setAccessibleName(tr("Instant of the recording"));
    m_slider->setToolTip(tr("Moves the whole window to an instant (← → one sample, Home and End)"));
    m_slider->setPageStep(kPageSeconds);
    m_slider->setLayoutDirection(Qt::LeftToRight); // time runs so in every language
    m_slider->installEventFilter(this);
    m_position->setMinimumWidth(m_position->fontMetrics().horizontalAdvance(u"00:00:00, 00:00 before the end 00"_s));
    m_close->setObjectName(u"recordingClose"_s);
    m_close->setProperty("verb", true);
    m_close->setToolTip(tr("Back to the choice of a server"));
    auto *steps = new QHBoxLayout;
    steps->setDirection(QBoxLayout::LeftToRight);
    steps->setSpacing(2);
    steps->addWidget(stepButton(u"⇤"_s, tr("To the beginning"), Qt::Key_Home));
    steps->addWidget(stepButton(u"◂"_s, tr("One sample back"), Qt::Key_Left));
    steps->addWidget(m_slider, 1);
    steps->addWidget(stepButton(u"▸"_s, tr("One sample on"), Qt::Key_Right));
    steps->addWidget(stepButton(u"⇥"_s, tr("To the end"), Qt::Key_End));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addLayout(steps, 1);
    layout->addWidget(m_position);
    layout->addWidget(m_close);
    connect(m_slider, &QSlider::valueChanged, this, [this](int seconds) {
        // The last second is rarely a whole one; the session knows where the end is.
        seek(m_session.playback()->fromMs() + seconds * kSecondMs);
    });
    connect(m_close, &QPushButton::clicked, this, &RecordingBar::closeWanted);
    connect(&session, &ServerSession::sought, this, &RecordingBar::refresh);
    connect(&session, &ServerSession::linkChanged, this, &RecordingBar::refresh);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (const std::optional<qint64> wantedMs = std::exchange(m_wantedMs, std::nullopt))
            m_session.seek(*wantedMs);
    });
    refresh();
}

QToolButton *RecordingBar::stepButton(const QString &text, const QString &name, Qt::Key key)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setProperty("quiet", true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRepeat(key == Qt::Key_Left || key == Qt::Key_Right);
    connect(button, &QToolButton::clicked, this, [this, key] { useKey(key); });
    return button;
}

void RecordingBar::refresh()
{
    const auto &playback = m_session.playback();
    const bool isShown = playback && !playback->isEmpty() && m_session.client().state() == LinkState::Live;
    if (isShown) {
        showSpan();
        showPosition();
    }
    const bool appears = isShown && isHidden();
    setVisible(isShown);
    if (appears)
        m_slider->setFocus(Qt::OtherFocusReason);
}

void RecordingBar::showSpan()
{
    const qint64 fromMs = m_session.playback()->fromMs();
    const qint64 toMs = m_session.playback()->toMs();
    const QString day = QLocale().toString(QDateTime::fromMSecsSinceEpoch(fromMs).date(), QLocale::ShortFormat);
    m_title->setText(
        tr("Recording of %1, %2, from %3 to %4").arg(m_session.info().name, day, clockText(fromMs), clockText(toMs)));
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(0, static_cast<int>((toMs - fromMs + kSecondMs - 1) / kSecondMs));
}

void RecordingBar::showPosition()
{
    const Playback &playback = *m_session.playback();
    const qint64 timeMs = playback.positionMs();
    const bool isEnd = timeMs >= playback.toMs();
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(isEnd ? m_slider->maximum() : static_cast<int>((timeMs - playback.fromMs()) / kSecondMs));
    m_position->setText(
        isEnd ? tr("%1, the end").arg(clockText(timeMs))
              : tr("%1, %2 before the end").arg(clockText(timeMs), format::clockSpan(playback.toMs() - timeMs)));
    m_position->setToolTip(
        tr("Lists are as they were at the end, when the recording was saved; all else is of this instant."));
}

bool RecordingBar::useKey(int key)
{
    const auto &playback = m_session.playback();
    if (isHidden() || !playback)
        return false;
    const qint64 fromMs = m_wantedMs.value_or(playback->positionMs());
    switch (key) {
    case Qt::Key_Left: seek(playback->previousMs(fromMs)); return true;
    case Qt::Key_Right: seek(playback->nextMs(fromMs)); return true;
    case Qt::Key_Home: seek(playback->fromMs()); return true;
    case Qt::Key_End: seek(playback->toMs()); return true;
    default: return false;
    }
}

void RecordingBar::seek(qint64 timeMs)
{
    // Drawing the window takes longer than the keyboard repeats.
    m_wantedMs = timeMs;
    m_soon.start(0);
}

QString RecordingBar::title() const
{
    return m_title->text();
}

QString RecordingBar::positionText() const
{
    return m_position->text();
}

bool RecordingBar::eventFilter(QObject *watched, QEvent *event)
{
    // The slider's own steps are seconds, also where the recording has a sample every ten.
    if (watched == m_slider && event->type() == QEvent::KeyPress && useKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    // A click beside the handle goes there, as everywhere where something is played, and can be dragged on.
    if (watched == m_slider && event->type() == QEvent::MouseButtonPress)
        jumpTo(*static_cast<QMouseEvent *>(event));
    return QFrame::eventFilter(watched, event);
}

void RecordingBar::jumpTo(const QMouseEvent &press)
{
    if (press.button() != Qt::LeftButton)
        return;
    const int handle = m_slider->style()->pixelMetric(QStyle::PM_SliderLength, nullptr, m_slider);
    const int place = static_cast<int>(press.position().x()) - handle / 2;
    if (std::abs(place
                 - QStyle::sliderPositionFromValue(m_slider->minimum(), m_slider->maximum(), m_slider->value(),
                                                   m_slider->width() - handle))
        <= handle / 2)
        return; // on the handle
    m_slider->setValue(
        QStyle::sliderValueFromPosition(m_slider->minimum(), m_slider->maximum(), place, m_slider->width() - handle));
}

} // namespace sluice::console
