#include "server/config/configstore.h"

#include "shared/base/logging.h"

#include <QJsonDocument>

#include <algorithm>

namespace sluice::server {

namespace {

tl::unexpected<Error> staleBase(quint64 base, quint64 revision)
{
    const QJsonObject data{{QStringLiteral("revision"), static_cast<qint64>(revision)}};
    return failure(ErrorCode::StaleBase, QJsonDocument(data).toJson(QJsonDocument::Compact),
                   QStringLiteral("the change is based on revision %1, the current one is %2").arg(base).arg(revision));
}

std::optional<ConfigProblem> changeFault(const QString &key, const QJsonValue &value, const QJsonValue &before)
{
    const admin::ConfigOption *option = admin::findConfigOption(key);
    if (!option) {
        const QString nearest = admin::nearestConfigKey(key);
        const QString expected = nearest.isEmpty() ? QStringLiteral("a key of config/schema") : nearest;
        return ConfigProblem{{}, key, QStringLiteral("unknown option"), {}, expected};
    }
    if (const std::optional<QString> fault = admin::valueFault(*option, value))
        return ConfigProblem{{}, key, *fault, valueText(value), admin::expectedText(*option)};
    if (option->effect == admin::OptionEffect::Restart && value != before) {
        return ConfigProblem{
            {}, key, QStringLiteral("takes effect only after a restart; change it in the file"), {}, valueText(before)};
    }
    return std::nullopt;
}

QString impactOf(const ConfigChange &change)
{
    const QString before = valueText(change.before);
    if (change.effect == admin::OptionEffect::NewConnections)
        return QStringLiteral("%1: connections that are open keep %2.").arg(change.key, before);
    return QStringLiteral("%1: %2 becomes %3 at once, for everyone.").arg(change.key, before, valueText(change.after));
}

} // namespace

QJsonObject ConfigChange::toJson() const
{
    return {
        {QStringLiteral("key"), key},
        {QStringLiteral("before"), before},
        {QStringLiteral("after"), after},
        {QStringLiteral("effect"), admin::toString(effect)},
    };
}

ConfigStore::ConfigStore(LoadedConfig loaded, QObject *parent)
    : QObject(parent)
    , m_values(std::move(loaded.values))
    , m_config(std::move(loaded.config))
{
    qRegisterMetaType<ConfigPtr>();
    qRegisterMetaType<ConfigRevision>();
}

ConfigPtr ConfigStore::current() const
{
    const MutexLock lock(m_mutex);
    return m_config;
}

quint64 ConfigStore::revision() const
{
    const MutexLock lock(m_mutex);
    return m_revision;
}

ConfigStore::View ConfigStore::view() const
{
    const MutexLock lock(m_mutex);
    return {m_revision, m_values};
}

std::vector<ConfigRevision> ConfigStore::history() const
{
    const MutexLock lock(m_mutex);
    return {m_history.begin(), m_history.end()};
}

Result<ConfigRevision> ConfigStore::patch(const ConfigPatch &patch)
{
    const MutexLock onePatchAtATime(m_patchMutex);
    Result<Candidate> candidate = prepare(patch);
    if (!candidate)
        return tl::unexpected(candidate.error());
    if (patch.checkOnly || candidate->revision.changes.empty())
        return candidate->revision;
    apply(*candidate);
    qCInfo(lcConfig).noquote().nospace() << "configuration changed revision=" << candidate->revision.revision
                                         << " by=" << patch.by << " changes=" << candidate->revision.changes.size();
    Q_EMIT changed(candidate->config, candidate->revision);
    return candidate->revision;
}

Result<ConfigStore::Candidate> ConfigStore::prepare(const ConfigPatch &patch) const
{
    View now = view();
    if (patch.base != now.revision)
        return staleBase(patch.base, now.revision);

    Candidate candidate;
    ConfigProblems problems;
    for (auto change = patch.changes.begin(); change != patch.changes.end(); ++change) {
        const QString key = change.key();
        const QJsonValue value = change.value();
        const auto known = now.values.find(key);
        const QJsonValue before = known == now.values.end() ? QJsonValue() : known->second.value;
        if (std::optional<ConfigProblem> fault = changeFault(key, value, before)) {
            problems.push_back(std::move(*fault));
            continue;
        }
        if (value == before)
            continue;
        known->second = {value, QStringLiteral("admin ") + patch.by};
        candidate.revision.changes.push_back({key, before, value, admin::findConfigOption(key)->effect});
    }
    if (!problems.empty())
        return configFailure(problems);

    Result<ConfigPtr> config = checkedConfig(now.values);
    if (!config)
        return tl::unexpected(config.error());
    candidate.config = std::move(*config);
    candidate.values = std::move(now.values);
    const bool changesNothing = patch.checkOnly || candidate.revision.changes.empty();
    candidate.revision.revision = changesNothing ? now.revision : now.revision + 1;
    candidate.revision.by = patch.by;
    candidate.revision.reason = patch.reason;
    candidate.revision.warnings = configWarnings(*candidate.config);
    for (const ConfigChange &change : candidate.revision.changes)
        candidate.revision.impact.append(impactOf(change));
    return candidate;
}

void ConfigStore::apply(const Candidate &candidate)
{
    const MutexLock lock(m_mutex);
    m_values = candidate.values;
    m_config = candidate.config;
    m_revision = candidate.revision.revision;
    m_history.push_back(candidate.revision);
    if (m_history.size() > kHistoryLength)
        m_history.pop_front();
}

} // namespace sluice::server
