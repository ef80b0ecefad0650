// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/listspec.h"

#include <QCoreApplication>
#include <QStringList>

namespace sluice::console {

class ConfigModel;

/// The lists of connections: those that are open and those that have ended. Thread: main.
class ConnectionLists
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::ConnectionLists)

public:
    /// `connections/list`. `config` tells what a send buffer may hold. Requires: it outlives the list.
    [[nodiscard]] static ListSpec open(const ConfigModel &config);
    /// `connections/closed`.
    [[nodiscard]] static ListSpec closed();

    /// The beginnings of what the filter of each of them understands.
    [[nodiscard]] static QStringList openWords();
    [[nodiscard]] static QStringList closedWords();

    [[nodiscard]] static QString userText(const QJsonObject &row);
    [[nodiscard]] static QString roundTripText(const QJsonObject &row);
    [[nodiscard]] static QString stateText(const QString &state);
    [[nodiscard]] static Tone stateTone(const QString &state);
};

} // namespace sluice::console
