#pragma once

#include "server/config/configloader.h"
#include "shared/admin/configschema.h"
#include "shared/base/mutex.h"

#include <QJsonObject>
#include <QObject>

#include <deque>
#include <vector>

namespace sluice::server {

/// One option's change.
struct ConfigChange {
    QString key;
    QJsonValue before;
    QJsonValue after;
    admin::OptionEffect effect = admin::OptionEffect::Live;

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
};

/// What a patch did, or would do.
struct ConfigRevision {
    quint64 revision = 0;
    QString by;
    QString reason;
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
    explicit ConfigStore(LoadedConfig loaded, QObject *parent = nullptr);

    [[nodiscard]] ConfigPtr current() const EXCLUDES(m_mutex);
    /// 1 is what the server started with.
    [[nodiscard]] quint64 revision() const EXCLUDES(m_mutex);

    /// Revision and values from one moment.
    struct View {
        quint64 revision = 0;
        ConfigValues values;
    };
    [[nodiscard]] View view() const EXCLUDES(m_mutex);

    /// Validates the whole that would result, then applies all changes or none.
    /// Errors: InvalidParams with `{errors: [{key, reason, expected}]}`; StaleBase with `{revision}` when somebody else
    /// changed the configuration since `base`.
    [[nodiscard]] Result<ConfigRevision> patch(const ConfigPatch &patch) EXCLUDES(m_patchMutex, m_mutex);

    /// The last revisions, oldest first, at most kHistoryLength.
    [[nodiscard]] std::vector<ConfigRevision> history() const EXCLUDES(m_mutex);
    static constexpr size_t kHistoryLength = 100;

Q_SIGNALS:
    void changed(const sluice::server::ConfigPtr &config, const sluice::server::ConfigRevision &revision);

private:
    struct Candidate {
        ConfigValues values;
        ConfigPtr config;
        ConfigRevision revision;
    };
    [[nodiscard]] Result<Candidate> prepare(const ConfigPatch &patch) const EXCLUDES(m_mutex);
    void apply(const Candidate &candidate) EXCLUDES(m_mutex);

    // Lock order: m_patchMutex, then m_mutex.
    Mutex m_patchMutex;
    mutable Mutex m_mutex;
    ConfigValues m_values GUARDED_BY(m_mutex);
    ConfigPtr m_config GUARDED_BY(m_mutex);
    quint64 m_revision GUARDED_BY(m_mutex) = 1;
    std::deque<ConfigRevision> m_history GUARDED_BY(m_mutex);
};

} // namespace sluice::server
