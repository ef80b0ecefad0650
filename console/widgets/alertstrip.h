// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace sluice::console {

/// The worst thing of the moment as one sentence with numbers, and what to do about it. Hidden when there is nothing.
class AlertStrip : public QWidget
{
    Q_OBJECT

public:
    explicit AlertStrip(const Theme &theme, QWidget *parent = nullptr);

    /// `headline` is set bold before `text`; an empty verb shows no button.
    void show(StatusShape status, const QString &headline, const QString &text, const QString &verb = {},
              const QString &secondVerb = {});
    void clear();
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void verbClicked();
    void secondVerbClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    StatusShape m_status = StatusShape::Ok;
    QLabel *m_label;
    QPushButton *m_verb;
    QPushButton *m_secondVerb;
};

} // namespace sluice::console
