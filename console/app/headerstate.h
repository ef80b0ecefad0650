// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/models/serversession.h"
#include "console/widgets/icons.h"

#include <QCoreApplication>

namespace sluice::console {

class HeaderBar;
class Rail;

/// What header and rail say about server and link (console.md, section 3.4). Thread: main.
class HeaderState
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::HeaderState)

public:
    /// Both live longer.
    HeaderState(const ServerSession &session, const Clock &clock)
        : m_session(session)
        , m_clock(clock)
    {
    }

    /// The link's state changed.
    void onLinkChanged();
    void show(HeaderBar &header, Rail &rail, Environment environment) const;

private:
    struct Badge {
        QString text;
        ColorRole color = ColorRole::Accent;
        bool isFilled = false;
    };

    [[nodiscard]] Badge badge() const;
    [[nodiscard]] Badge liveBadge() const;
    [[nodiscard]] bool isNewsThatItRestarted() const;
    [[nodiscard]] QString lostText() const;
    [[nodiscard]] QString facts() const;

    const ServerSession &m_session;
    const Clock &m_clock;
    TimePoint m_lostSince;
};

} // namespace sluice::console
