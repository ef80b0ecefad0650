// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sluice::console {

/// Asks before something that cannot be taken back: names the target and the result, and for many targets wants their
/// number typed, as the server counted them, and a reason. Enter never confirms; Cancel is the default. Not modal to
/// the rest of the program: values go on, and the target stays what it was when this opened.
/// Thread: main.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    /// How much stands against doing it by mistake.
    enum class Class {
        One,  ///< One object: the button says what happens.
        Many, ///< Many, or it changes how the server behaves: number and reason.
    };

    struct Question {
        QString title; ///< "Disconnect u-4434?"
        QString text;  ///< The target and what comes of it, in whole sentences.
        QString verb;  ///< Of the red button: verb and object.
        Class kind = Class::One;
        std::optional<qint64> count = {}; ///< Nothing for Many: the server is still counting.
        QString countOf = {};             ///< What the number counts, where the text does not say it.
        bool takesNone = false;           ///< 0 can be confirmed as well.
        QString reasonGoes = {};          ///< Who reads the reason, as "told to the clients and kept in the audit log".
    };

    explicit ConfirmDialog(const Question &question, QWidget *parent = nullptr);

    /// What the server counted. `verb`: the button with that number.
    void setCount(qint64 count, const QString &verb);
    /// It was refused or failed; the dialog stays open for another try.
    void showProblem(const QString &text);
    /// The count has grown: it has to be typed again.
    void showGrown(qint64 count, const QString &verb);
    /// A further question above the buttons.
    void addField(const QString &label, QWidget *field);
    /// Whether the server can be asked now; `why` not is the button's tooltip.
    void setPossible(bool possible, const QString &why);

    [[nodiscard]] QString reason() const;
    [[nodiscard]] qint64 count() const { return m_count.value_or(0); }

Q_SIGNALS:
    /// The operator is sure. The dialog waits until it is closed or told of a problem.
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const Question &question);
    void update();
    void submit();

    const Class m_kind;
    const QString m_countOf;
    const bool m_takesNone;
    std::optional<qint64> m_count;
    bool m_isWaiting = false;
    bool m_isPossible = true;
    QString m_whyNot;
    QVBoxLayout *m_fields;
    QLabel *m_text;
    QLabel *m_countLabel;
    QLineEdit *m_typedCount;
    QLineEdit *m_reason;
    QLabel *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_confirm;
};

} // namespace sluice::console
