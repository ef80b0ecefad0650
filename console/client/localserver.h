// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/linkstate.h"

#include <QJsonObject>
#include <QObject>
#include <QString>

namespace sluice::console {

/// Something in this process that answers as a server's admin socket does: a built-in incident, a recorded session.
/// Thread: main.
class LocalServer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A JSON-RPC response without its envelope: {"result": …} or {"error": …}.
    [[nodiscard]] virtual QJsonObject answer(const QString &method, const QJsonObject &params) = 0;

Q_SIGNALS:
    void notified(const QString &method, const QJsonObject &params);
    /// The link to it ends, and does not come back.
    void ended(const sluice::console::LinkFailure &failure);
};

} // namespace sluice::console
