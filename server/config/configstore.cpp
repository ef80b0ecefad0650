#include "server/config/configstore.h"

#include "shared/base/logging.h"

#include <QJsonArray>
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

tl::unexpected<Error> waitsForConfirmation(quint64 revision)
{
    const QJsonObject data{{QStringLiteral("unconfirmed"), static_cast<qint64>(revision)}};
    return failure(ErrorCode::Conflict, QJsonDocument(data).toJson(QJsonDocument::Compact),
                   QStringLiteral("revision %1 waits to be confirmed or reverted").arg(revision));
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

ConfigStore::ConfigStore(LoadedConfig loaded, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_file(std::move(loaded.file))
    , m_overlay(std::move(loaded.overlay))
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

QJsonValue ConfigStore::fileValue(const QString &key) const
{
    const auto found = m_file.find(key);
    return found == m_file.end() ? QJsonValue(QJsonValue::Null) : found->second.value;
}

std::vector<ConfigRevision> ConfigStore::history() const
{
    const MutexLock lock(m_mutex);
    return {m_history.begin(), m_history.end()};
}

std::optional<UnconfirmedRevision> ConfigStore::unconfirmed() const
{
    const MutexLock lock(m_mutex);
    return m_unconfirmed;
}

Result<ConfigRevision> ConfigStore::patch(const ConfigPatch &patch)
{
    const MutexLock onePatchAtATime(m_patchMutex);
    if (const auto waiting = unconfirmed(); waiting && !patch.checkOnly)
        return waitsForConfirmation(waiting->revision);
    Result<Candidate> candidate = prepare(patch);
    if (!candidate)
        return tl::unexpected(candidate.error());
    if (m_check) {
        if (auto checked = m_check(*candidate->config); !checked)
            return tl::unexpected(checked.error());
    }
    if (patch.checkOnly)
        return candidate->revision;
    const bool isTrial = patch.revertAfter && !candidate->revision.changes.empty();
    if (patch.persist && !isTrial) {
        if (auto kept = keep(patch.changes); !kept)
            return tl::unexpected(kept.error());
        candidate->revision.persisted = true;
    }
    if (candidate->revision.changes.empty())
        return candidate->revision;
    if (isTrial)
        candidate->unconfirmed = {candidate->revision.revision, m_clock.now() + *patch.revertAfter, patch.persist};
    apply(*candidate);
    return candidate->revision;
}

Result<void> ConfigStore::confirm(quint64 revision)
{
    const MutexLock onePatchAtATime(m_patchMutex);
    const auto waiting = unconfirmed();
    if (!waiting || waiting->revision != revision)
        return failure(ErrorCode::NotFound, {},
                       QStringLiteral("revision %1 does not wait to be confirmed").arg(revision));
    if (waiting->persist) {
        QJsonObject values;
        const ConfigRevision trial = *findRevision(revision);
        for (const ConfigChange &change : trial.changes)
            values[change.key] = change.after;
        if (auto kept = keep(values); !kept)
            return kept;
    }
    const MutexLock lock(m_mutex);
    m_history.back().persisted = waiting->persist; // nothing came after it: it would have had to wait
    m_unconfirmed.reset();
    return {};
}

Result<ConfigRevision> ConfigStore::revert(const ConfigRevert &revert)
{
    const MutexLock onePatchAtATime(m_patchMutex);
    return revertNow(revert);
}

void ConfigStore::expire()
{
    const MutexLock onePatchAtATime(m_patchMutex);
    const auto waiting = unconfirmed();
    if (!waiting || m_clock.now() < waiting->revertsAt)
        return;
    const auto reverted =
        revertNow({waiting->revision, QStringLiteral("revision %1 was not confirmed in time").arg(waiting->revision),
                   QStringLiteral("automatic")});
    if (reverted)
        Q_EMIT expired(*reverted);
    else
        qCCritical(lcConfig).noquote() << "unconfirmed change not taken back reason=" << reverted.error().detail;
}

Result<ConfigRevision> ConfigStore::revertNow(const ConfigRevert &revert)
{
    if (const auto waiting = unconfirmed(); waiting && waiting->revision != revert.revision)
        return waitsForConfirmation(waiting->revision);
    const Result<ConfigRevision> old = findRevision(revert.revision);
    if (!old)
        return old;
    if (auto untouched = checkUntouched(*old); !untouched)
        return tl::unexpected(untouched.error());

    ConfigPatch back{.base = revision(), .changes = {}, .reason = revert.reason, .by = revert.by};
    for (const ConfigChange &change : old->changes)
        back.changes[change.key] = change.before;
    Result<Candidate> candidate = prepare(back);
    if (!candidate)
        return tl::unexpected(candidate.error());
    candidate->revision.reverts = revert.revision;
    candidate->revision.persisted = old->persisted;
    ConfigOverlay overlay = m_overlay;
    for (const ConfigChange &change : old->changes) {
        candidate->values[change.key].source = change.sourceBefore;
        if (change.overlayBefore)
            overlay.values[change.key] = *change.overlayBefore;
        else
            overlay.values.erase(change.key);
    }
    if (old->persisted) {
        if (auto written = writeOverlay(std::move(overlay)); !written)
            return tl::unexpected(written.error());
    }
    apply(*candidate);
    return candidate->revision;
}

Result<ConfigRevision> ConfigStore::findRevision(quint64 revision) const
{
    const MutexLock lock(m_mutex);
    const auto found = std::find_if(m_history.begin(), m_history.end(),
                                    [revision](const ConfigRevision &made) { return made.revision == revision; });
    if (found == m_history.end())
        return failure(ErrorCode::NotFound, {}, QStringLiteral("there is no revision %1 to take back").arg(revision));
    return *found;
}

// Whether all that it changed is still as it left it.
Result<void> ConfigStore::checkUntouched(const ConfigRevision &revision) const
{
    QStringList touched;
    const ConfigValues now = view().values;
    for (const ConfigChange &change : revision.changes) {
        if (now.at(change.key).value != change.after)
            touched.append(change.key);
    }
    if (touched.isEmpty())
        return {};
    const QJsonObject data{{QStringLiteral("keys"), QJsonArray::fromStringList(touched)}};
    return failure(ErrorCode::Conflict, QJsonDocument(data).toJson(QJsonDocument::Compact),
                   QStringLiteral("changed again since revision %1: %2")
                       .arg(revision.revision)
                       .arg(touched.join(QStringLiteral(", "))));
}

Result<void> ConfigStore::keep(const QJsonObject &values)
{
    ConfigOverlay overlay = m_overlay;
    for (auto value = values.begin(); value != values.end(); ++value)
        overlay.values[value.key()] = value.value();
    return writeOverlay(std::move(overlay));
}

Result<void> ConfigStore::writeOverlay(ConfigOverlay &&overlay)
{
    Result<void> written = overlay.write();
    if (written)
        m_overlay = std::move(overlay);
    return written;
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
        ConfigChange made{key, before, value, admin::findConfigOption(key)->effect, known->second.source, {}};
        if (const auto kept = m_overlay.values.find(key); kept != m_overlay.values.end())
            made.overlayBefore = kept->second;
        known->second = {value, QStringLiteral("admin ") + patch.by};
        candidate.revision.changes.push_back(std::move(made));
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
    candidate.revision.at = m_clock.wallNow();
    candidate.revision.warnings = configWarnings(*candidate.config);
    for (const ConfigChange &change : candidate.revision.changes)
        candidate.revision.impact.append(impactOf(change));
    return candidate;
}

void ConfigStore::apply(const Candidate &candidate)
{
    const ConfigRevision &revision = candidate.revision;
    {
        const MutexLock lock(m_mutex);
        m_values = candidate.values;
        m_config = candidate.config;
        m_revision = revision.revision;
        m_unconfirmed = candidate.unconfirmed;
        m_history.push_back(revision);
        if (m_history.size() > kHistoryLength)
            m_history.pop_front();
    }
    qCInfo(lcConfig).noquote().nospace() << "configuration changed revision=" << revision.revision
                                         << " by=" << revision.by << " changes=" << revision.changes.size();
    Q_EMIT changed(candidate.config, revision);
}

} // namespace sluice::server
