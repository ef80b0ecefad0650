// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/recording/recordedserver.h"

#include "console/models/samplehistory.h"
#include "shared/admin/admincommand.h"
#include "shared/base/errorcode.h"

#include <algorithm>
#include <array>
#include <optional>

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

// Servers sort by "age" what they tell as "ageMs".
QString fieldOf(const QJsonObject &row, const QString &sortKey)
{
    if (row.contains(sortKey))
        return sortKey;
    const QStringList names = row.keys();
    const auto found = std::find_if(names.cbegin(), names.cend(), [&](const QString &name) {
        return name.startsWith(sortKey) && name.size() > sortKey.size() && name.at(sortKey.size()).isUpper();
    });
    return found == names.cend() ? QString() : *found;
}

bool isLess(const QJsonValue &one, const QJsonValue &other)
{
    if (one.isDouble() || other.isDouble())
        return one.toDouble() < other.toDouble();
    return one.toVariant().toString() < other.toVariant().toString();
}

// The same answer with its rows in another order; nothing when the rows do not tell what to sort by.
std::optional<QJsonObject> sorted(QJsonObject answer, const QString &sort)
{
    const bool isDescending = sort.startsWith(u'-');
    const auto list = std::find_if(answer.begin(), answer.end(), [](const QJsonValue &one) { return one.isArray(); });
    if (list == answer.end())
        return std::nullopt;
    const QJsonArray rows = list.value().toArray();
    const QString field = fieldOf(rows.first().toObject(), isDescending ? sort.mid(1) : sort);
    if (field.isEmpty() && !rows.isEmpty())
        return std::nullopt;
    QList<QJsonObject> order;
    for (const QJsonValue &row : rows)
        order.append(row.toObject());
    std::stable_sort(order.begin(), order.end(), [&](const QJsonObject &one, const QJsonObject &other) {
        return isDescending ? isLess(other.value(field), one.value(field))
                            : isLess(one.value(field), other.value(field));
    });
    QJsonArray ordered;
    for (const QJsonObject &row : std::as_const(order))
        ordered.append(row);
    answer[list.key()] = ordered;
    return answer;
}

} // namespace

RecordedServer::RecordedServer(Recording recording, QObject *parent)
    : LocalServer(parent)
    , m_recording(std::move(recording))
{
}

QJsonObject RecordedServer::answer(const QString &method, const QJsonObject &params)
{
    if (method == "server/info"_L1)
        return result(m_recording.info);
    if (method == "metrics/history"_L1)
        return result(history(params));
    if (method == "metrics/subscribe"_L1)
        return result({});
    if (method == "config/get"_L1 && find(method, {}) != nullptr)
        return result(config());
    const admin::AdminCommand *command = admin::findAdminCommand(method);
    if (command != nullptr && command->writes)
        return error(ErrorCode::Forbidden, tr("This is a recording: nothing can be changed in it."));
    return table(method, params);
}

QJsonObject RecordedServer::history(const QJsonObject &params) const
{
    const bool isCoarse = params.value("stepMs"_L1).toInteger() >= SampleHistory::kCoarseStepMs;
    QJsonArray samples;
    for (const admin::Snapshot &sample : isCoarse ? m_recording.coarse : m_recording.fine)
        samples.append(sample.toJson());
    // Markers are in the recorded activity, as they were told.
    return {{u"samples"_s, samples}, {u"markers"_s, QJsonArray()}};
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
    if (const RecordedAnswer *exact = find(method, params))
        return result(exact->result);
    if (params.contains("filter"_L1)) {
        const QString why = tr("what was not filtered so when it was recorded cannot be filtered now");
        return error(ErrorCode::InvalidParams, why, {{u"field"_s, u"filter"_s}, {u"reason"_s, why}});
    }
    if (params.contains("offset"_L1) || params.contains("before"_L1))
        return error(ErrorCode::Unavailable, tr("This recording holds no further rows of the list."));
    const RecordedAnswer *alike = findAlike(method, params);
    if (alike == nullptr)
        return error(ErrorCode::Unavailable, tr("This recording does not hold it."));
    const QString sort = params.value("sort"_L1).toString();
    if (sort.isEmpty() || sort == alike->params.value("sort"_L1).toString())
        return result(alike->result);
    const std::optional<QJsonObject> ordered = sorted(alike->result, sort);
    return ordered ? result(*ordered)
                   : error(ErrorCode::Unavailable, tr("A recorded list cannot be put into this order."));
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
    const RecordedAnswer *filtered = nullptr;
    for (auto one = m_recording.answers.crbegin(); one != m_recording.answers.crend(); ++one) {
        if (one->method != method || withoutView(one->params) != wanted)
            continue;
        // A first page of all rather than a part of them.
        if (!one->params.contains("filter"_L1) && !one->params.contains("offset"_L1)
            && !one->params.contains("before"_L1))
            return &*one;
        if (filtered == nullptr)
            filtered = &*one;
    }
    return filtered;
}

} // namespace sluice::console
