#pragma once

#include "server/config/configloader.h"
#include "shared/admin/configschema.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <QJsonObject>
#include <QObject>

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace sluice::server {

/// One option's change.
struct ConfigChange {
    QString key;
    QJsonValue before;
    QJsonValue after;
    admin::OptionEffect effect = admin::OptionEffect::Live;
    QString sourceBefore = {};                    ///< Where `before` came from.
    std::optional<QJsonValue> overlayBefore = {}; ///< What the overlay had; nothing: the key was not in it.

    /// {key, before, after, effect}.
    [[nodiscard]] QJsonObject toJson() const;
};

/// What an operator asks to change.
struct ConfigPatch {
    quint64 base = 0; ///< The revision that the operator looked at.
    QJsonObject changes;
    QString reason;
    QString by;
    bool checkOnly = false; ///< Say what would happen, change nothing.
    /// Take it back by itself after this long, unless it is confirmed.
    std::optional<Milliseconds> revertAfter = {};
    bool persist = false; ///< Keep the values over a restart, in the overlay.
};

/// What an operator asks to take back.
struct ConfigRevert {
    quint64 revision = 0;
    QString reason;
    QString by;
};

/// A revision that goes by itself unless it is confirmed.
struct UnconfirmedRevision {
    quint64 revision = 0;
    TimePoint revertsAt;
    bool persist = false;
};

/// What a patch did, or would do.
struct ConfigRevision {
    quint64 revision = 0;
    QString by;
    QString reason;
    WallTime at;
    quint64 reverts = 0;               ///< The revision that it takes back; 0: none.
    bool persisted = false;            ///< Its values are in the overlay.
    std::vector<ConfigChange> changes; ///< Empty: nothing differed, and no revision was made.
    QStringList warnings;
    QStringList impact; ///< What the changes mean for those who are connected.
};

/// The live configuration: versioned, changed as a whole or not at all.
///
/// Lives in the main thread, but everything may be called from any thread. Patches come one after the other;
/// `changed` is emitted in the thread that patched, before the next patch begins, so revisions arrive in order. Who
/// lives in another thread connects with its own QObject as context and gets it queued; who connects directly must be
/// thread-safe and must not patch.
/// Thread: any (locks inside).
class ConfigStore : public QObject
{
    Q_OBJECT

public:
    /// Requires: `clock` lives longer.
    ConfigStore(LoadedConfig loaded, const Clock &clock, QObject *parent = nullptr);

    /// What else has to be right with a configuration before a patch makes it the current one, as the files it names.
    /// Nobody asks when a change is taken back. Called in the thread that patches, while patches wait. Errors: as
    /// patch(). Requires: set before the first patch.
    using Check = std::function<Result<void>(const Config &config)>;
    void setCheck(Check check) { m_check = std::move(check); }

    [[nodiscard]] ConfigPtr current() const EXCLUDES(m_mutex);
    /// 1 is what the server started with.
    [[nodiscard]] quint64 revision() const EXCLUDES(m_mutex);

    /// Revision and values from one moment.
    struct View {
        quint64 revision = 0;
        ConfigValues values;
    };
    [[nodiscard]] View view() const EXCLUDES(m_mutex);
    /// What the configuration file said at the start, whatever is running; null where it is silent.
    [[nodiscard]] QJsonValue fileValue(const QString &key) const;

    /// Validates the whole that would result, then applies all changes or none.
    /// Errors: InvalidParams with `{errors: [{key, reason, expected}]}`; StaleBase with `{revision}` when somebody else
    /// changed the configuration since `base`; Conflict with `{unconfirmed}` while a revision waits to be confirmed;
    /// BackendFailed when the overlay cannot be written, and then nothing is changed. Blocks: on the disk, to persist.
    [[nodiscard]] Result<ConfigRevision> patch(const ConfigPatch &patch) EXCLUDES(m_patchMutex, m_mutex);
    /// Lets the revision stay that would go by itself. Errors: NotFound when none such waits; BackendFailed as patch().
    [[nodiscard]] Result<void> confirm(quint64 revision) EXCLUDES(m_patchMutex, m_mutex);
    /// Takes back what that revision changed, by a revision of its own; in the overlay too.
    /// Errors: NotFound when the history has no such revision; Conflict with `{keys}` when some of what it changed was
    /// changed again since; otherwise as patch().
    [[nodiscard]] Result<ConfigRevision> revert(const ConfigRevert &revert) EXCLUDES(m_patchMutex, m_mutex);
    /// Takes back what was not confirmed in time. For a timer.
    void expire() EXCLUDES(m_patchMutex, m_mutex);
    [[nodiscard]] std::optional<UnconfirmedRevision> unconfirmed() const EXCLUDES(m_mutex);

    /// The last revisions, oldest first, at most kHistoryLength.
    [[nodiscard]] std::vector<ConfigRevision> history() const EXCLUDES(m_mutex);
    static constexpr size_t kHistoryLength = 100;

Q_SIGNALS:
    void changed(const sluice::server::ConfigPtr &config, const sluice::server::ConfigRevision &revision);
    /// That revision took back one that was not confirmed in time; follows its `changed`.
    void expired(const sluice::server::ConfigRevision &revision);

private:
    struct Candidate {
        ConfigValues values;
        ConfigPtr config;
        ConfigRevision revision;
        std::optional<UnconfirmedRevision> unconfirmed = {};
    };
    [[nodiscard]] Result<Candidate> prepare(const ConfigPatch &patch) const EXCLUDES(m_mutex) REQUIRES(m_patchMutex);
    [[nodiscard]] Result<ConfigRevision> revertNow(const ConfigRevert &revert) EXCLUDES(m_mutex) REQUIRES(m_patchMutex);
    [[nodiscard]] Result<ConfigRevision> findRevision(quint64 revision) const EXCLUDES(m_mutex);
    [[nodiscard]] Result<void> checkUntouched(const ConfigRevision &revision) const EXCLUDES(m_mutex);
    [[nodiscard]] Result<void> keep(const QJsonObject &values) REQUIRES(m_patchMutex);
    [[nodiscard]] Result<void> writeOverlay(ConfigOverlay &&overlay) REQUIRES(m_patchMutex);
    void apply(const Candidate &candidate) EXCLUDES(m_mutex) REQUIRES(m_patchMutex);

    const Clock &m_clock;
    const ConfigValues m_file;
    Check m_check;
    // Lock order: m_patchMutex, then m_mutex.
    Mutex m_patchMutex;
    ConfigOverlay m_overlay GUARDED_BY(m_patchMutex);
    mutable Mutex m_mutex;
    ConfigValues m_values GUARDED_BY(m_mutex);
    ConfigPtr m_config GUARDED_BY(m_mutex);
    quint64 m_revision GUARDED_BY(m_mutex) = 1;
    std::deque<ConfigRevision> m_history GUARDED_BY(m_mutex);
    std::optional<UnconfirmedRevision> m_unconfirmed GUARDED_BY(m_mutex);
};

} // namespace sluice::server
