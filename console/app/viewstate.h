// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;
class QWidget;

namespace sluice::console {

/// How the operator has arranged lists and panes: columns (order, width, hidden), sort, filters, splitters. Kept under
/// the names of the widgets, so what is to be kept needs a name. Thread: main.
class ViewState
{
public:
    /// `settings` lives longer.
    explicit ViewState(QSettings &settings)
        : m_settings(settings)
    {
    }

    void save(const QWidget &root);
    void restore(const QWidget &root) const;
    /// As delivered, from the next time that something is built.
    void clear();

private:
    QSettings &m_settings;
};

} // namespace sluice::console
