// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/adminclient.h"
#include "console/ctl/ctloptions.h"

#include <QObject>

#include <functional>

namespace sluice::console {

/// One run of sluicectl: connects once, carries out its command, and says how it ended.
/// Thread: main.
class CtlSession : public QObject
{
    Q_OBJECT

public:
    CtlSession(const Clock &clock, Random &random, CtlOptions options, QObject *parent = nullptr);

    /// Connects; the command runs as soon as the link is live.
    void start();

    [[nodiscard]] const CtlOptions &options() const { return m_options; }
    [[nodiscard]] AdminClient &client() { return m_client; }

    /// Asks the server; `then` gets the result. An error is told, and ends the run.
    void call(const QString &method, const QJsonObject &params, std::function<void(const QJsonObject &)> then);
    /// From now on the server's stop is the end that was asked for.
    void expectStop() { m_expectsStop = true; }
    /// Prints `text`, or with --json the answer itself.
    void print(const QJsonObject &answer, const QString &text);
    /// The same as the last thing that is to be said.
    void printAndEnd(const QJsonObject &answer, const QString &text);
    void end(CtlExit exit);
    void fail(CtlExit exit, const QString &why);

Q_SIGNALS:
    void ended(int exitCode);

private:
    void onStateChanged(LinkState state);
    void onFailed(const LinkFailure &failure);

    const CtlOptions m_options;
    AdminClient m_client;
    bool m_expectsStop = false;
    bool m_hasEnded = false;
};

} // namespace sluice::console
