// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/recording/sessioncapture.h"

#include "console/models/auditlist.h"
#include "console/models/connectionlists.h"
#include "console/models/limitlists.h"
#include "console/models/pagedmodel.h"
#include "console/models/serversession.h"

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// Of how many limits the fullest windows are asked for.
constexpr int kMostLimits = 12;
// What may pass until the history is answered. Unit: samples.
constexpr int kSpareSamples = 6;

QList<admin::Snapshot> lastHour(const SampleHistory &history)
{
    QList<admin::Snapshot> result;
    for (const SampleHistory::Sample &sample : history.samples()) {
        if (sample.timeMs < history.latestMs() - Recording::kSpanMs)
            continue;
        result.append(sample.snapshot);
        result.last().timeMs = sample.timeMs; // the charts' time line, whatever happened to the server's clock
    }
    return result;
}

} // namespace

SessionCapture::SessionCapture(ServerSession &session, const AlertMonitor &alerts, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    Q_ASSERT(!session.history().isEmpty());
    const qint64 fromMs = session.history().latestMs() - Recording::kSpanMs;
    m_recording.savedMs = session.nowMs();
    ServerInfo info = session.info();
    info.timeMs = m_recording.savedMs;
    info.uptimeMs = session.uptimeMs();
    m_recording.info = info.toJson();
    m_recording.fine = lastHour(session.history());
    m_recording.coarse = lastHour(session.history(SampleHistory::kCapacity + 1));
    for (const ActivityEntry &entry : session.activity().entries()) {
        if (entry.timeMs >= fromMs)
            m_recording.activity.append(entry);
    }
    m_recording.rules = alerts.rules();
    m_recording.alerts = alerts.alerts();
    askForTables();
}

void SessionCapture::askForTables()
{
    for (const QString &method : {u"events/list"_s, u"config/schema"_s, u"config/get"_s, u"config/history"_s})
        ask(method, {});
    for (const ListSpec &spec :
         {ConnectionLists::open(m_session.config()), ConnectionLists::closed(), AuditList::spec(),
          LimitLists::offenders(), LimitLists::mutes(), LimitLists::revocations()})
        ask(spec.method, PagedModel::firstPage(spec));
    const ListSpec limits = LimitLists::limits();
    ask(limits.method, PagedModel::firstPage(limits), [this](const QJsonObject &answer) { askForKeys(answer); });
    // All of the hour, also when nobody has looked at so long a range; a little more, as time passes until it is
    // answered.
    const QJsonObject hour{{u"spanMs"_s, Recording::kSpanMs + kSpareSamples * SampleHistory::kCoarseStepMs},
                           {u"stepMs"_s, SampleHistory::kCoarseStepMs}};
    ask(u"metrics/history"_s, hour, [this](const QJsonObject &answer) {
        SampleHistory coarse(SampleHistory::kCoarseCapacity, SampleHistory::kCoarseStepMs);
        const QJsonArray samples = answer.value("samples"_L1).toArray();
        for (const QJsonValue &sample : samples)
            coarse.append(admin::Snapshot::fromJson(sample.toObject()));
        // The instant that is captured has passed meanwhile.
        if (coarse = coarse.until(m_recording.savedMs); coarse.samples().size() > m_recording.coarse.size())
            m_recording.coarse = lastHour(coarse);
    });
}

void SessionCapture::ask(const QString &method, const QJsonObject &params,
                         std::function<void(const QJsonObject &)> then)
{
    ++m_open;
    m_session.client().request(
        this, method, params,
        [this, then = std::move(then)](const AdminReply &reply) {
            // What this role may not see, or an older server does not know, is not in the recording.
            if (!reply.error && then)
                then(reply.result);
            if (--m_open == 0)
                finish();
        },
        kTimeLimit);
}

void SessionCapture::askForKeys(const QJsonObject &limits)
{
    const ListSpec spec = LimitLists::keys();
    int asked = 0;
    for (const QJsonValue &value : limits.value(LimitLists::limits().rowsField).toArray()) {
        const QJsonObject limit = value.toObject();
        if (!LimitLists::isOfSingleClients(limit) || asked++ == kMostLimits)
            continue;
        ListSpec ofLimit = spec;
        ofLimit.params = LimitLists::keyParams(limit);
        ask(spec.method, PagedModel::firstPage(ofLimit));
    }
}

void SessionCapture::finish()
{
    m_recording.answers = m_session.heard().answers();
    m_finished = true;
    Q_EMIT finished();
}

} // namespace sluice::console
