// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"

#include <QPointer>

namespace sluice::console {

class Toast;

/// Muting and lifting: done at once, told in a toast of the window that takes it back.
/// Thread: main.
class MuteFlow : public QObject
{
    Q_OBJECT

public:
    static inline const QString kMuteMethod = QStringLiteral("mutes/add");
    static inline const QString kLiftMethod = QStringLiteral("mutes/lift");

    /// Whom it is about: a user or, without one, an address.
    struct Target {
        QString user;
        QString address;
        [[nodiscard]] const QString &name() const { return user.isEmpty() ? address : user; }
    };

    /// Requires: `session` and `page` outlive this.
    MuteFlow(ServerSession &session, QWidget *page);

    void mute(const Target &target, std::chrono::milliseconds length, const QString &reason = {});
    void lift(qint64 id, const Target &target);
    [[nodiscard]] Toast *toast() const;

Q_SIGNALS:
    /// The server has done it, or taken it back.
    void done();

private:
    void onMuted(const Target &target, const AdminReply &reply);
    void onLifted(const Target &target, const AdminReply &reply);
    void tell(const QString &text, std::function<void()> undo = {});

    ServerSession &m_session;
    QWidget *m_page;
    QPointer<Toast> m_toast;
};

} // namespace sluice::console
