// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/admin/connectionrow.h"
#include "tests/support/fakeadminserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace sluice::test {

/// The lists of a FakeAdminServer: connections that a test puts there, limits, and an audit log. Filters and pages as
/// the real one does; sorts connections by age and by id.
/// Thread: that of its owner.
class FakeLists
{
public:
    /// Requires: `server` outlives this, and asks no more when this has ended.
    explicit FakeLists(FakeAdminServer &server);

    QList<admin::ConnectionRow> connections;
    QJsonArray closed;
    QJsonArray limits;
    QJsonArray keys;
    QJsonArray offenders;
    QJsonArray audit; ///< Newest first.

    /// Adds that many: user-1, user-2…, each a second older than the one before.
    void addConnections(int count);

private:
    [[nodiscard]] QJsonObject list(const QJsonObject &params) const;
    [[nodiscard]] QJsonObject get(const QJsonObject &params) const;
    [[nodiscard]] QJsonObject close(const QJsonObject &params);
    [[nodiscard]] QJsonObject auditPage(const QJsonObject &params) const;

    int m_count = 0; ///< Connections ever added: no id comes twice.
};

} // namespace sluice::test
