// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/demo/incidentconnections.h"
#include "console/demo/incidentcourse.h"
#include "console/demo/incidentmutes.h"

#include "shared/admin/adminparams.h"
#include "shared/admin/snapshot.h"

#include <QJsonArray>
#include <QList>

#include <optional>

namespace sluice::console {

/// Single events of the built-in incident as the server's flight recorder tells them, and who watches them as they
/// come. Of what nobody in particular is asked for it knows a sample. Thread: any (no shared state).
class IncidentTraffic
{
public:
    /// All live longer.
    struct Parts {
        const IncidentConnections &connections;
        const IncidentMutes &mutes;
    };

    explicit IncidentTraffic(const Parts &parts);

    /// Returns the params of each `trace/records` that is due.
    [[nodiscard]] QList<QJsonObject> step(int second, const IncidentCourse::Load &load, const admin::Snapshot &sample);

    /// `trace/list`, `trace/start`, `trace/stop`, `connections/get`. Errors: as the server.
    [[nodiscard]] Result<QJsonObject> list(const QJsonObject &params) const;
    [[nodiscard]] Result<QJsonObject> start(const QJsonObject &params);
    [[nodiscard]] Result<QJsonObject> stop(const QJsonObject &params);
    [[nodiscard]] Result<QJsonObject> connection(const QJsonObject &params) const;

private:
    struct Filter {
        QString user = {};
        std::optional<qint64> connection = {};
        QString event = {};
        QString outcome = {};
        double slowerThanMs = 0;
    };
    struct Tap {
        qint64 id = 0;
        Filter filter;
        qint64 mostPerSecond = 0;
        int until = 0; ///< Units: s.
        bool showsPayloads = false;
    };
    /// Events of a second, and how many each stands for.
    struct Caught {
        QList<QJsonObject> records; ///< Oldest first.
        double weight = 1;
    };
    struct Detail {
        bool verdicts = false;
        bool payloads = false;
    };

    [[nodiscard]] static Result<Filter> readFilter(admin::AdminParams &reader);
    [[nodiscard]] static bool matches(const Filter &filter, const QJsonObject &record);
    [[nodiscard]] std::vector<const admin::ConnectionRow *> meant(const Filter &filter) const;
    [[nodiscard]] Caught caught(const Filter &filter, int second, const Detail &detail) const;
    [[nodiscard]] QJsonArray last(const Filter &filter, qint64 most) const;
    [[nodiscard]] const admin::ConnectionRow &somebody(qint64 what) const;
    [[nodiscard]] QJsonObject record(const admin::ConnectionRow &row, qint64 atMs, const Detail &detail) const;

    const Parts m_parts;
    QList<Tap> m_taps;
    qint64 m_nextTap = 1;
    int m_second = 0;
    IncidentCourse::Load m_load;
    double m_waitUs = 0;
    qint64 m_workers = 1;
};

} // namespace sluice::console
