// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QWidget>

#include <functional>

class QAction;

namespace sluice::console {

class PagedModel;

/// A page of lists: they are fetched only while it is shown and not paused.
class ListPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Where `/` and Ctrl+F lead; false when the page has no filter.
    virtual bool focusFilter() { return false; }
    void setPaused(bool paused);
    virtual void fetchNow();

protected:
    void addModel(PagedModel &model);
    /// An action of this page, with a shortcut that works where no text is being typed.
    QAction *addPageAction(const QString &text, const QKeySequence &shortcut, std::function<void()> run);
    /// Whether the page is shown and not paused.
    [[nodiscard]] bool isActive() const { return m_isShown && !m_isPaused; }
    virtual void onActiveChanged();

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QList<PagedModel *> m_models;
    bool m_isShown = false;
    bool m_isPaused = false;
};

} // namespace sluice::console
