// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/crosshair.h"

namespace sluice::console {

void Crosshair::hover(double seconds, const QObject *owner)
{
    if (!m_pinned)
        set(seconds, owner);
}

void Crosshair::leave()
{
    if (!m_pinned)
        set(std::nullopt, nullptr);
}

void Crosshair::pin(double seconds, const QObject *owner)
{
    m_pinned = true;
    set(seconds, owner);
}

void Crosshair::release()
{
    m_pinned = false;
    set(std::nullopt, nullptr);
}

void Crosshair::shift(double seconds, int rangeSeconds)
{
    if (!m_pinned || seconds == 0)
        return;
    const double moved = *m_position - seconds;
    if (moved < -rangeSeconds || moved > 0)
        release();
    else
        set(moved, m_owner);
}

void Crosshair::set(std::optional<double> position, const QObject *owner)
{
    if (m_position == position && m_owner == owner)
        return;
    m_position = position;
    m_owner = owner;
    Q_EMIT moved();
}

} // namespace sluice::console
