// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace sluice::console {

/// Tells at the lower edge of a window what was just done, and takes it back if that is wanted within ten seconds. A
/// later one takes its place. Thread: main.
class Toast : public QFrame
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kShownFor{10};

    explicit Toast(QWidget *window);

    /// Without `undo` there is nothing to take back.
    void tell(const QString &text, std::function<void()> undo = {});
    [[nodiscard]] QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QLabel *m_text;
    QPushButton *m_undo;
    std::function<void()> m_takeBack;
    QTimer m_end;
};

} // namespace sluice::console
