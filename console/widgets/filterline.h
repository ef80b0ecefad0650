// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QStringListModel;

namespace sluice::console {

/// A line of terms such as `role:guest rtt>100`: completes the term being typed, tells what is typed after a short
/// pause, and turns red with the reason when the server does not understand it.
class FilterLine : public QWidget
{
    Q_OBJECT

public:
    FilterLine(const QString &placeholder, const QString &accessibleName, QWidget *parent = nullptr);

    /// The beginnings of terms: "user:", "rtt>".
    void setWords(const QStringList &words);
    [[nodiscard]] QString text() const;
    /// As if typed, without the pause.
    void setText(const QString &text);
    /// Empty: nothing is wrong.
    void setFault(const QString &reason);
    [[nodiscard]] QString fault() const;
    [[nodiscard]] QLineEdit &line() { return *m_line; }
    void focusAll();

Q_SIGNALS:
    void changed(const QString &text);

private:
    void tell();

    QLineEdit *m_line;
    QLabel *m_reason;
    QStringListModel *m_words;
    QTimer m_pause;
    QString m_told;
};

} // namespace sluice::console
