// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/recording/recording.h"

#include "console/models/metricinfo.h"
#include "console/recording/gzip.h"
#include "shared/admin/admincommand.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kFormat("sluice-session");

struct KindName {
    ActivityKind kind;
    QLatin1StringView name;
};

constexpr std::array kKindNames{
    KindName{ActivityKind::Config, QLatin1StringView("config")},
    KindName{ActivityKind::Drain, QLatin1StringView("drain")},
    KindName{ActivityKind::Restart, QLatin1StringView("restart")},
    KindName{ActivityKind::AlertBegan, QLatin1StringView("alert-began")},
    KindName{ActivityKind::AlertEnded, QLatin1StringView("alert-ended")},
    KindName{ActivityKind::Mute, QLatin1StringView("mute")},
    KindName{ActivityKind::Network, QLatin1StringView("network")},
    KindName{ActivityKind::Own, QLatin1StringView("own")},
};

QJsonObject toJson(const ActivityEntry &entry)
{
    const auto kind =
        std::find_if(kKindNames.begin(), kKindNames.end(), [&](const KindName &one) { return one.kind == entry.kind; });
    QJsonObject object{{u"kind"_s, kind->name},
                       {u"timeMs"_s, entry.timeMs},
                       {u"text"_s, entry.text},
                       {u"note"_s, entry.note},
                       {u"isCritical"_s, entry.isCritical}};
    if (entry.revision != 0)
        object[u"revision"_s] = static_cast<qint64>(entry.revision);
    return object;
}

ActivityEntry entryFrom(const QJsonObject &object)
{
    const QString name = object.value("kind"_L1).toString();
    const auto kind =
        std::find_if(kKindNames.begin(), kKindNames.end(), [&](const KindName &one) { return one.name == name; });
    ActivityEntry entry;
    // What a later version knows besides is shown as a mark.
    entry.kind = kind == kKindNames.end() ? ActivityKind::Own : kind->kind;
    entry.timeMs = object.value("timeMs"_L1).toInteger();
    entry.text = object.value("text"_L1).toString();
    entry.note = object.value("note"_L1).toString();
    entry.isCritical = object.value("isCritical"_L1).toBool();
    entry.revision = static_cast<quint64>(std::max<qint64>(0, object.value("revision"_L1).toInteger()));
    return entry;
}

QJsonObject toJson(const Alert &alert)
{
    return {{u"rule"_s, alert.rule.toJson()},
            {u"beganMs"_s, alert.beganMs},
            {u"endedMs"_s, alert.endedMs},
            {u"value"_s, alert.value},
            {u"worst"_s, alert.worst}};
}

Alert alertFrom(const QJsonObject &object)
{
    return {AlertRule::fromJson(object.value("rule"_L1).toObject()), object.value("beganMs"_L1).toInteger(),
            object.value("endedMs"_L1).toInteger(), object.value("value"_L1).toDouble(),
            object.value("worst"_L1).toDouble()};
}

QJsonObject toJson(const RecordedAnswer &answer)
{
    return {{u"method"_s, answer.method}, {u"params"_s, answer.params}, {u"result"_s, answer.result}};
}

RecordedAnswer answerFrom(const QJsonObject &object)
{
    return {object.value("method"_L1).toString(), object.value("params"_L1).toObject(),
            object.value("result"_L1).toObject()};
}

template <typename List, typename Convert>
QJsonArray toArray(const List &list, Convert convert)
{
    QJsonArray array;
    for (const auto &one : list)
        array.append(convert(one));
    return array;
}

// What each metric of the charts is called, for who reads the file without a console.
QJsonArray metricDefinitions()
{
    QJsonArray array;
    for (size_t i = 0; i < kMetricCount; ++i) {
        const auto metric = static_cast<Metric>(i);
        array.append(
            QJsonObject{{u"id"_s, metricId(metric)}, {u"name"_s, metricName(metric)}, {u"unit"_s, metricUnit(metric)}});
    }
    return array;
}

/// Reads what was written, and knows what is wrong with it.
class Reader
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::Recording)

public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] Recording read()
    {
        Recording recording;
        checkFormat();
        recording.info = m_object.value("server"_L1).toObject();
        checkServer(recording.info);
        recording.savedMs = m_object.value("savedMs"_L1).toInteger();
        recording.fine = samples("samples"_L1);
        recording.coarse = samples("samplesOf10Seconds"_L1);
        if (recording.fine.isEmpty() && recording.coarse.isEmpty())
            fail(tr("it holds no samples"));
        checkSpan(recording);
        recording.activity = objects<ActivityEntry>("activity"_L1, entryFrom);
        recording.rules = objects<AlertRule>("alertRules"_L1, AlertRule::fromJson);
        recording.alerts = objects<Alert>("alerts"_L1, alertFrom);
        recording.answers = objects<RecordedAnswer>("tables"_L1, answerFrom);
        return recording;
    }

    /// The first thing that is wrong; empty: nothing.
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    // From 1970 to 2100. Units: ms since the Unix epoch.
    static constexpr qint64 kLatestMs = 4'102'444'800'000;
    // Far more than is written; a slider has to reach all of it. Units: ms.
    static constexpr qint64 kMostSpanMs = 86'400'000;

    void fail(const QString &fault)
    {
        if (m_fault.isEmpty())
            m_fault = fault;
    }

    void checkFormat()
    {
        if (m_object.value("format"_L1).toString() != kFormat) {
            fail(tr("it is JSON, but no saved session"));
            return;
        }
        const int version = m_object.value("version"_L1).toInt();
        if (version != Recording::kVersion)
            fail(tr("it has version %1 of the format, and this console reads version %2")
                     .arg(version)
                     .arg(Recording::kVersion));
    }

    // In order each for itself, as samples() has seen.
    void checkSpan(const Recording &recording)
    {
        qint64 fromMs = kLatestMs;
        qint64 toMs = 0;
        for (const QList<admin::Snapshot> *list : {&recording.fine, &recording.coarse}) {
            if (list->isEmpty())
                continue;
            fromMs = std::min(fromMs, list->constFirst().timeMs);
            toMs = std::max(toMs, list->constLast().timeMs);
        }
        if (toMs - fromMs > kMostSpanMs)
            fail(tr("its samples are more than a day apart"));
    }

    void checkServer(const QJsonObject &info)
    {
        const int major = info.value("protocol"_L1).toObject().value("major"_L1).toInt();
        if (!info.value("name"_L1).isString() || info.value("epoch"_L1).toString().isEmpty())
            fail(tr("it does not tell which server it is of (“%1”)").arg(u"server"_s));
        else if (major != admin::kAdminProtocolMajor)
            fail(tr("it is of a server with admin protocol %1, and this console speaks %2")
                     .arg(major)
                     .arg(admin::kAdminProtocolMajor));
    }

    [[nodiscard]] QList<admin::Snapshot> samples(QLatin1StringView name)
    {
        QList<admin::Snapshot> result = objects<admin::Snapshot>(name, admin::Snapshot::fromJson);
        for (qsizetype i = 0; i < result.size(); ++i) {
            const admin::Snapshot &sample = result.at(i);
            if (sample.timeMs <= 0 || sample.timeMs > kLatestMs || sample.uptimeMs < 0 || sample.uptimeMs > kLatestMs
                || sample.epoch.isEmpty())
                fail(tr("the sample %1 has no valid time").arg(u"%1[%2]"_s.arg(name).arg(i)));
            else if (i > 0 && sample.timeMs <= result.at(i - 1).timeMs)
                fail(tr("the sample %1 is not later than the one before").arg(u"%1[%2]"_s.arg(name).arg(i)));
        }
        return result;
    }

    template <typename T, typename Convert>
    [[nodiscard]] QList<T> objects(QLatin1StringView name, Convert convert)
    {
        const QJsonValue list = m_object.value(name);
        if (!list.isArray()) {
            fail(tr("its list “%1” is missing").arg(name));
            return {};
        }
        QList<T> result;
        const QJsonArray array = list.toArray();
        result.reserve(array.size());
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!array.at(i).isObject())
                fail(tr("%1 is not an object").arg(u"%1[%2]"_s.arg(name).arg(i)));
            result.append(convert(array.at(i).toObject()));
        }
        return result;
    }

    const QJsonObject m_object;
    QString m_fault;
};

QString faultText(gzip::Fault fault)
{
    switch (fault) {
    case gzip::Fault::NotGzip: return Recording::tr("it is no saved session of this console");
    case gzip::Fault::CutOff: return Recording::tr("it is cut off: its end is missing");
    case gzip::Fault::Damaged: return Recording::tr("it is damaged: its content does not fit its checksum");
    case gzip::Fault::TooLarge: break;
    }
    return Recording::tr("it holds more than %1").arg(QLocale().formattedDataSize(Recording::kMostTextBytes));
}

tl::unexpected<Error> invalid(const QString &why)
{
    return failure(ErrorCode::InvalidParams, {}, why);
}

bool isGivenUp(const Recording::GoOn &goOn, int done)
{
    return goOn && !goOn(done);
}

} // namespace

QByteArray Recording::toFile() const
{
    const auto sampleJson = [](const admin::Snapshot &sample) { return sample.toJson(); };
    const QJsonObject object{
        {u"format"_s, kFormat},
        {u"version"_s, kVersion},
        {u"console"_s, QLatin1StringView(SLUICE_VERSION)},
        {u"savedMs"_s, savedMs},
        {u"server"_s, info},
        {u"metrics"_s, metricDefinitions()},
        {u"samples"_s, toArray(fine, sampleJson)},
        {u"samplesOf10Seconds"_s, toArray(coarse, sampleJson)},
        {u"activity"_s, toArray(activity, [](const ActivityEntry &entry) { return toJson(entry); })},
        {u"alertRules"_s, toArray(rules, [](const AlertRule &rule) { return rule.toJson(); })},
        {u"alerts"_s, toArray(alerts, [](const Alert &alert) { return toJson(alert); })},
        {u"tables"_s, toArray(answers, [](const RecordedAnswer &answer) { return toJson(answer); })},
    };
    return gzip::pack(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Recording> Recording::fromFile(const QByteArray &content, const GoOn &goOn)
{
    if (content.isEmpty())
        return invalid(tr("it is empty"));
    const auto text = gzip::unpack(content, kMostTextBytes);
    if (!text)
        return invalid(faultText(text.error()));
    if (isGivenUp(goOn, 1))
        return failure(ErrorCode::Cancelled);
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(*text, &parseError);
    if (!document.isObject())
        return invalid(
            parseError.error == QJsonParseError::NoError
                ? tr("its content is no JSON object")
                : tr("its content is no JSON (%1 at byte %2)").arg(parseError.errorString()).arg(parseError.offset));
    if (isGivenUp(goOn, 2))
        return failure(ErrorCode::Cancelled);
    Reader reader(document.object());
    Recording recording = reader.read();
    if (!reader.fault().isEmpty())
        return invalid(reader.fault());
    if (isGivenUp(goOn, kSteps))
        return failure(ErrorCode::Cancelled);
    return recording;
}

Result<Recording> Recording::read(const QString &path, const GoOn &goOn)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return invalid(tr("it is a folder"));
    if (!file.open(QIODevice::ReadOnly))
        return invalid(tr("it cannot be read: %1").arg(file.errorString()));
    // One byte more than is allowed, so that a pipe is bounded, too.
    const QByteArray content = file.read(kMostFileBytes + 1);
    if (content.size() > kMostFileBytes)
        return invalid(tr("it is larger than %1").arg(QLocale().formattedDataSize(kMostFileBytes)));
    return fromFile(content, goOn);
}

QString Recording::serverName() const
{
    return info.value("name"_L1).toString();
}

} // namespace sluice::console
