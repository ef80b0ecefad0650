// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>

#include <functional>
#include <optional>

namespace sluice::console {

/// The configuration of the built-in incident: its values, its revisions, and the one that goes by itself unless it is
/// confirmed. Nothing is checked that concerns several options at once.
/// Thread: any (no shared state).
class IncidentConfig
{
public:
    struct Change {
        QString key;
        QJsonValue before;
        QJsonValue after;
        QString sourceBefore;
    };
    struct Revision {
        qint64 number = 0;
        QString by;
        QString reason;
        qint64 atMs = 0;
        qint64 reverts = 0; ///< 0: none.
        bool persisted = false;
        QList<Change> changes;

        [[nodiscard]] QJsonObject valuesBefore() const;
        [[nodiscard]] QJsonObject valuesAfter() const;
        /// As in `config/changed`: {key, before, after} each.
        [[nodiscard]] QJsonArray told() const;
    };
    /// A row of `whatIf`; empty where nothing can be said.
    using WhatIf = std::function<QJsonObject(const QString &key, const QJsonValue &after)>;

    /// With the revisions up to the opening.
    IncidentConfig();

    void setWhatIf(WhatIf whatIf) { m_whatIf = std::move(whatIf); }
    /// Called with each revision that is made.
    void setOnMade(std::function<void(const Revision &)> onMade) { m_onMade = std::move(onMade); }
    /// Units: ms since the Unix epoch. Takes back what was not confirmed in time; returns that revision.
    std::optional<Revision> setNow(qint64 nowMs);

    [[nodiscard]] qint64 revision() const { return m_revisions.constLast().number; }
    [[nodiscard]] QJsonValue value(const QString &key) const { return m_values[key].value; }
    [[nodiscard]] const Revision &latest() const { return m_revisions.constLast(); }

    /// `config/get`, `config/patch` and the like. Errors: as the server.
    [[nodiscard]] QJsonObject get() const;
    [[nodiscard]] QJsonObject history() const;
    [[nodiscard]] Result<QJsonObject> patch(const QJsonObject &params, const QString &by);
    [[nodiscard]] Result<QJsonObject> confirm(const QJsonObject &params);
    [[nodiscard]] Result<QJsonObject> revert(const QJsonObject &params, const QString &by);

private:
    struct Value {
        QJsonValue value;
        QString source;
    };
    struct Unconfirmed {
        qint64 revision = 0;
        qint64 revertsAtMs = 0;
        bool persist = false;
    };

    void addEarlier(int second, const QString &by, const QString &reason, const QString &key, const QJsonValue &before,
                    const QJsonValue &after);
    [[nodiscard]] QJsonValue unconfirmed() const;
    [[nodiscard]] Result<QList<Change>> changesOf(const QJsonObject &wanted) const;
    void make(Revision revision);
    [[nodiscard]] Result<Revision> takeBack(qint64 number, const QString &reason, const QString &by);

    QMap<QString, Value> m_values;
    QList<Revision> m_revisions; ///< Oldest first.
    std::optional<Unconfirmed> m_unconfirmed;
    qint64 m_nowMs = 0;
    WhatIf m_whatIf = [](const QString &, const QJsonValue &) { return QJsonObject(); };
    std::function<void(const Revision &)> m_onMade = [](const Revision &) {};
};

} // namespace sluice::console
