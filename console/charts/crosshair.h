// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

namespace sluice::console {

/// One moment marked on all charts at once, in seconds before the right edge (<= 0).
/// Thread: main.
class Crosshair : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::optional<double> position() const { return m_position; }
    [[nodiscard]] bool isPinned() const { return m_pinned; }
    /// The chart under the pointer, which alone shows the box; may be null.
    [[nodiscard]] const QObject *owner() const { return m_owner; }

    /// Follows the pointer; nothing while pinned.
    void hover(double seconds, const QObject *owner);
    /// The pointer left; a pinned crosshair stays.
    void leave();
    void pin(double seconds, const QObject *owner);
    void release();
    /// The right edge moved on by so much: a pinned crosshair stays at its moment, and is released when that has left
    /// the range. Units: seconds.
    void shift(double seconds, int rangeSeconds);

Q_SIGNALS:
    void moved();

private:
    void set(std::optional<double> position, const QObject *owner);

    std::optional<double> m_position;
    const QObject *m_owner = nullptr;
    bool m_pinned = false;
};

} // namespace sluice::console
