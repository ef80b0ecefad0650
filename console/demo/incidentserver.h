// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/localserver.h"
#include "console/demo/incidentaudit.h"
#include "console/demo/incidentconfig.h"
#include "console/demo/incidentconnections.h"
#include "console/demo/incidentcourse.h"
#include "console/demo/incidentdrain.h"
#include "console/demo/incidentevents.h"
#include "console/demo/incidentlimits.h"
#include "console/demo/incidentmutes.h"
#include "console/demo/incidentrevocations.h"
#include "console/demo/incidenttraffic.h"
#include "console/demo/incidentwhatif.h"
#include "shared/admin/admincommand.h"
#include "shared/admin/marker.h"

#include <QHash>
#include <QTimer>

#include <functional>

namespace sluice::console {

/// A server that is none: plays the built-in incident to a console in the same process, for practice, screenshots and
/// tests. It answers what the console asks as a server would, and what is done to it has its effect on the course. All
/// is a function of the second and of what was asked so far.
/// Thread: main.
class IncidentServer : public LocalServer
{
    Q_OBJECT

public:
    /// `role`: what the console may do.
    explicit IncidentServer(admin::Role role = admin::Role::Admin, QObject *parent = nullptr);

    /// Plays on, one second a second.
    void start();
    /// One second further.
    void step();

    [[nodiscard]] QJsonObject answer(const QString &method, const QJsonObject &params) override;
    /// Does what the operator `by` asks, as from another console.
    [[nodiscard]] Result<QJsonObject> call(const QString &by, const QString &method, const QJsonObject &params);
    /// What it can be asked.
    [[nodiscard]] QStringList methods() const { return m_methods.keys(); }

private:
    using Method = std::function<Result<QJsonObject>(const QJsonObject &params)>;

    void addMethods();
    void addLists();
    void addActions();
    void addDrain();
    void playToOpening();
    void quarter();
    void second();
    [[nodiscard]] IncidentCourse::Influence influence() const;
    void complete(admin::Snapshot &sample);
    void keep(const admin::Snapshot &sample);
    /// As of now.
    void mark(admin::Marker marker);
    void mark(admin::Marker::Kind kind, const QString &text, const QString &by, qint64 revision = 0);
    /// The same, when it was done with a marker of who did it to whom.
    [[nodiscard]] Result<QJsonObject> marked(admin::Marker::Kind kind, const Result<QJsonObject> &done);
    void applyLimits();
    void onRevision(const IncidentConfig::Revision &revision);
    void announceDrain(const admin::DrainProgress &progress);
    [[nodiscard]] Result<QJsonObject> beginDrain(const QJsonObject &params, bool thenExit);
    [[nodiscard]] Result<QJsonObject> changeDrain(IncidentDrain::Change change, const QJsonObject &params);
    void advanceDrain();
    [[nodiscard]] IncidentDrain::Defaults drainDefaults() const;
    [[nodiscard]] IncidentDrain::Inside inside() const;
    [[nodiscard]] Result<QJsonObject> revoke(const QJsonObject &params);
    [[nodiscard]] Result<QJsonObject> sendNotice(const QJsonObject &params) const;
    [[nodiscard]] QJsonObject info() const;
    [[nodiscard]] Result<QJsonObject> history(const QJsonObject &params) const;
    void audit(const QString &method, const QJsonObject &params, const Result<QJsonObject> &result);
    [[nodiscard]] qint64 nowMs() const { return IncidentCourse::timeMsAt(m_course.second()); }

    const admin::Role m_role;
    QString m_by; ///< Who asks.
    QTimer m_timer;
    QHash<QString, Method> m_methods;
    IncidentCourse m_course;
    IncidentConfig m_config;
    IncidentConnections m_connections;
    IncidentEvents m_events;
    IncidentMutes m_mutes;
    IncidentRevocations m_revocations;
    IncidentAudit m_audit;
    IncidentDrain m_drain;
    IncidentLimits m_limits;
    IncidentTraffic m_traffic;
    IncidentWhatIf m_whatIf;
    QList<admin::Snapshot> m_fine;   ///< One a second, the last quarter of an hour.
    QList<admin::Snapshot> m_coarse; ///< One for every 10 s.
    QList<admin::Marker> m_markers;
    admin::ServerState m_state = admin::ServerState::Running; ///< That was told last.
    quint64 m_turnedAway = 0;                                 ///< Events, by drains.
    int m_quarters = 0;
};

} // namespace sluice::console
