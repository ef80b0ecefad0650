// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/recording/recordedserver.h"

#include "console/recording/recordedlist.h"
#include "shared/admin/admincommand.h"
#include "shared/base/errorcode.h"

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QJsonObject result(const QJsonObject &value)
{
    return {{u"result"_s, value}};
}

QJsonObject error(ErrorCode code, const QString &message, const QJsonObject &data = {})
{
    return {{u"error"_s, QJsonObject{{u"code"_s, static_cast<int>(code)}, {u"message"_s, message}, {u"data"_s, data}}}};
}

// What says which part of a list is wanted, not which list.
QJsonObject withoutView(QJsonObject params)
{
    for (const QString &name : {u"filter"_s, u"sort"_s, u"limit"_s, u"offset"_s, u"before"_s})
        params.remove(name);
    return params;
}

// A first page of all, rather than a part of them.
bool isOfAll(const QJsonObject &params)
{
    return !params.contains("filter"_L1) && !params.contains("offset"_L1) && !params.contains("before"_L1);
}

} // namespace

PlayableRecording::PlayableRecording(Recording ofServer)
    : recording(std::move(ofServer))
{
    playback.setFine(recording.fine);
    playback.setCoarse(recording.coarse);
}

RecordedServer::RecordedServer(PlayableRecording recording, QObject *parent)
    : LocalServer(parent)
    , m_recording(std::move(recording.recording))
    , m_playback(std::move(recording.playback))
{
}

QJsonObject RecordedServer::answer(const QString &method, const QJsonObject &params)
{
    if (method == "server/info"_L1)
        return result(m_recording.info);
    if (method == "metrics/history"_L1)
        return result({{u"samples"_s, QJsonArray()}, {u"markers"_s, QJsonArray()}}); // whoever replays it has them
    if (method == "metrics/subscribe"_L1)
        return result({});
    if (method == "config/get"_L1 && find(method, {}) != nullptr)
        return result(config());
    const admin::AdminCommand *command = admin::findAdminCommand(method);
    if (command != nullptr && command->writes)
        return error(ErrorCode::Forbidden, tr("This is a recording: nothing can be changed in it."));
    return table(method, params);
}

QJsonObject RecordedServer::config() const
{
    QJsonObject answer = find(u"config/get"_s, {})->result;
    const RecordedAnswer *history = find(u"config/history"_s, {});
    if (history == nullptr)
        return answer;
    QList<QJsonObject> revisions;
    for (const QJsonValue &row : history->result.value("revisions"_L1).toArray())
        revisions.append(row.toObject());
    const auto number = [](const QJsonObject &row) {
        return static_cast<quint64>(std::max<qint64>(0, row.value("revision"_L1).toInteger()));
    };
    std::sort(revisions.begin(), revisions.end(),
              [&](const QJsonObject &one, const QJsonObject &other) { return number(one) > number(other); });
    QJsonObject values = answer.value("values"_L1).toObject();
    for (const QJsonObject &revision : std::as_const(revisions)) {
        if (number(revision) <= m_revision)
            break;
        answer[u"revision"_s] = static_cast<qint64>(m_revision);
        for (const QJsonValue &change : revision.value("changes"_L1).toArray()) {
            QJsonObject value = values.value(change["key"_L1].toString()).toObject();
            if (change["before"_L1].isNull() || change["before"_L1].isUndefined())
                continue; // not told
            value[u"value"_s] = change["before"_L1];
            values[change["key"_L1].toString()] = value;
        }
    }
    answer[u"values"_s] = values;
    return answer;
}

QJsonObject RecordedServer::table(const QString &method, const QJsonObject &params) const
{
    const RecordedAnswer *exact = find(method, params);
    const bool isFurtherPage = params.contains("offset"_L1) || params.contains("before"_L1);
    if (isFurtherPage)
        return exact != nullptr
            ? result(exact->result)
            : error(ErrorCode::Unavailable, tr("This recording holds no further rows of the list."));
    const RecordedAnswer *page = exact != nullptr ? exact : findAlike(method, params);
    if (page == nullptr)
        return error(ErrorCode::Unavailable, tr("This recording does not hold it."));
    RecordedList list(*page, m_recording.savedMs);
    if (const QString filter = params.value("filter"_L1).toString();
        filter != page->params.value("filter"_L1).toString()) {
        if (const Result<void> filtered = list.filter(filter); !filtered) {
            const QString why = filtered.error().detail;
            return error(filtered.error().code, why, {{u"field"_s, u"filter"_s}, {u"reason"_s, why}});
        }
    }
    if (const QString sort = params.value("sort"_L1).toString(); !sort.isEmpty()) {
        if (const Result<void> sorted = list.sort(sort); !sorted)
            return error(sorted.error().code, sorted.error().detail);
    }
    return result(list.answer());
}

const RecordedAnswer *RecordedServer::find(const QString &method, const QJsonObject &params) const
{
    const auto found =
        std::find_if(m_recording.answers.crbegin(), m_recording.answers.crend(),
                     [&](const RecordedAnswer &one) { return one.method == method && one.params == params; });
    return found == m_recording.answers.crend() ? nullptr : &*found;
}

const RecordedAnswer *RecordedServer::findAlike(const QString &method, const QJsonObject &params) const
{
    const QJsonObject wanted = withoutView(params);
    const auto found =
        std::find_if(m_recording.answers.crbegin(), m_recording.answers.crend(), [&](const RecordedAnswer &one) {
            return one.method == method && withoutView(one.params) == wanted && isOfAll(one.params);
        });
    return found == m_recording.answers.crend() ? nullptr : &*found;
}

} // namespace sluice::console
