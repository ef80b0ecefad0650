// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;
class QMouseEvent;
class QPushButton;
class QSlider;
class QToolButton;

namespace sluice::console {

class ServerSession;

/// Says that the window shows a recording, of what and when, and moves the window to an instant of it. Hidden while it
/// shows none.
/// Thread: main.
class RecordingBar : public QFrame
{
    Q_OBJECT

public:
    /// `session` outlives this.
    explicit RecordingBar(ServerSession &session, QWidget *parent = nullptr);

    /// ← → go to the sample before and after, Home and End to the ends. False: the key is none of them, or there is no
    /// recording.
    bool useKey(int key);
    [[nodiscard]] QString title() const;
    /// "14:12:40, 2:20 before the end".
    [[nodiscard]] QString positionText() const;
    [[nodiscard]] QSlider &slider() { return *m_slider; }

Q_SIGNALS:
    void closeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QToolButton *stepButton(const QString &text, const QString &name, Qt::Key key);
    void refresh();
    void jumpTo(const QMouseEvent &press);
    void seek(qint64 timeMs);
    void showSpan();
    void showPosition();

    ServerSession &m_session;
    std::optional<qint64> m_wantedMs; ///< Where to go when all that is typed and dragged has been heard.
    QTimer m_soon;
    QLabel *m_title;
    QSlider *m_slider;
    QLabel *m_position;
    QPushButton *m_close;
};

} // namespace sluice::console
