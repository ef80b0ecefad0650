// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listspec.h"

#include <QCoreApplication>

namespace sluice::console {

/// The lists of what limits clients, and of who costs most. Thread: main.
class LimitLists
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::LimitLists)

public:
    /// `limits/list`.
    [[nodiscard]] static ListSpec limits();
    /// `limits/keys`; its `params` name the limit.
    [[nodiscard]] static ListSpec keys();
    /// `top/list`; its `params` say by what.
    [[nodiscard]] static ListSpec offenders();

    /// `mutes/list`.
    [[nodiscard]] static ListSpec mutes();
    /// `tokens/list`.
    [[nodiscard]] static ListSpec revocations();

    /// "Each user, app/save-note".
    [[nodiscard]] static QString nameOf(const QJsonObject &limit);
    /// It is on and counts each client by itself, so that there are windows to look at.
    [[nodiscard]] static bool isOfSingleClients(const QJsonObject &limit);
    /// The `params` of keys() for one limit.
    [[nodiscard]] static QJsonObject keyParams(const QJsonObject &limit);
    /// "100 / min".
    [[nodiscard]] static QString boundOf(const QJsonObject &limit);
};

} // namespace sluice::console
