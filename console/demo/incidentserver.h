// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/localserver.h"
#include "console/demo/incidentcourse.h"

#include <QHash>
#include <QTimer>

#include <functional>

namespace sluice::console {

/// A server that is none: plays the built-in incident to a console in the same process, for practice, screenshots and
/// tests. Its configuration can be changed; what would reach clients is refused.
/// Thread: main.
class IncidentServer : public LocalServer
{
    Q_OBJECT

public:
    explicit IncidentServer(QObject *parent = nullptr);

    /// Plays on, one second a second.
    void start();
    /// One second further.
    void step();

    [[nodiscard]] QJsonObject answer(const QString &method, const QJsonObject &params) override;

private:
    using Method = std::function<QJsonObject(const QJsonObject &)>;

    void addMethods();
    [[nodiscard]] QJsonObject info() const;
    [[nodiscard]] QJsonObject history(const QJsonObject &params) const;
    [[nodiscard]] QJsonObject config() const;
    [[nodiscard]] QJsonObject patch(const QJsonObject &params);
    [[nodiscard]] QJsonObject events() const;

    IncidentCourse m_course;
    QTimer m_timer;
    QHash<QString, Method> m_methods;
    QList<admin::Snapshot> m_fine;   ///< One a second, the last quarter of an hour.
    QList<admin::Snapshot> m_coarse; ///< One for every 10 s.
    QList<admin::Marker> m_markers;
    QJsonArray m_revisions;
    QJsonObject m_values;
    qint64 m_revision = 17;
};

} // namespace sluice::console
