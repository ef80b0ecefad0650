// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QList>
#include <QPointer>

#include <functional>

class QListView;
class QStandardItemModel;

namespace sluice::console {

/// A line that finds what the console can do: pages, actions, settings. Typing narrows the list, Enter runs the chosen
/// one, Esc gives up.
class CommandBox : public QLineEdit
{
    Q_OBJECT

public:
    struct Command {
        QString text; ///< What is found: "Config: worker-pool-size".
        QString note; ///< The kind or the shortcut, shown behind it.
        std::function<void()> run;
    };

    explicit CommandBox(QWidget *parent = nullptr);
    ~CommandBox() override;

    /// Asked each time that the box is entered, so that it offers what is possible then.
    void setSource(std::function<QList<Command>()> source);
    /// What is offered for the text typed, the best first.
    [[nodiscard]] QStringList offered() const;

Q_SIGNALS:
    /// The box is done with: the focus should go back.
    void finished();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void placeList();
    void runCurrent();
    [[nodiscard]] static int rank(const Command &command, const QStringList &words);

    std::function<QList<Command>()> m_source;
    QList<Command> m_commands;
    QList<qsizetype> m_found;
    QPointer<QListView> m_list;
    QStandardItemModel *m_model;
};

} // namespace sluice::console
