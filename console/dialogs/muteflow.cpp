// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/muteflow.h"

#include "console/models/format.h"
#include "console/models/requesttext.h"
#include "console/widgets/toast.h"

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

MuteFlow::MuteFlow(ServerSession &session, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_page(page)
{
}

void MuteFlow::mute(const Target &target, std::chrono::milliseconds length, const QString &reason)
{
    QJsonObject params{{u"forMs"_s, static_cast<qint64>(length.count())}};
    params[target.user.isEmpty() ? u"address"_s : u"user"_s] = target.name();
    if (!reason.isEmpty())
        params[u"reason"_s] = reason;
    m_session.client().request(this, kMuteMethod, params,
                               [this, target](const AdminReply &reply) { onMuted(target, reply); });
}

void MuteFlow::onMuted(const Target &target, const AdminReply &reply)
{
    if (reply.error) {
        tell(tr("%1 is not muted: %2").arg(target.name(), textOf(*reply.error)));
        return;
    }
    const QJsonObject mute = reply.result.value("mute"_L1).toObject();
    const qint64 id = mute.value("id"_L1).toInteger();
    tell(tr("%1 is muted for %2: events are refused.")
             .arg(target.name(), format::uptime(mute.value("leftMs"_L1).toInteger())),
         [this, id, target] { lift(id, target); });
    Q_EMIT done();
}

void MuteFlow::lift(qint64 id, const Target &target)
{
    m_session.client().request(this, kLiftMethod, {{u"id"_s, id}},
                               [this, target](const AdminReply &reply) { onLifted(target, reply); });
}

void MuteFlow::onLifted(const Target &target, const AdminReply &reply)
{
    if (reply.error) {
        tell(tr("The mute of %1 is not lifted: %2").arg(target.name(), textOf(*reply.error)));
        return;
    }
    constexpr qint64 kLeastMs = 1000;
    const QJsonObject mute = reply.result.value("mute"_L1).toObject();
    const std::chrono::milliseconds left(std::max(kLeastMs, mute.value("leftMs"_L1).toInteger()));
    tell(tr("%1 is no longer muted.").arg(target.name()),
         [this, target, left, reason = mute.value("reason"_L1).toString()] { this->mute(target, left, reason); });
    Q_EMIT done();
}

Toast *MuteFlow::toast() const
{
    return m_toast;
}

void MuteFlow::tell(const QString &text, std::function<void()> undo)
{
    if (!m_toast)
        m_toast = new Toast(m_page->window());
    m_toast->tell(text, std::move(undo));
}

} // namespace sluice::console
