#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace sluice::server {

/// Turns Unix signals into Qt signals, through a signalfd: nothing runs in a signal handler. SIGTERM and SIGINT ask to
/// stop. SIGHUP asks to reload, as of any daemon, unless it says that the terminal is gone that the server ran in.
/// Thread: main. Requires: made before any other thread, which then inherits the blocked signals.
class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void stopRequested();
    void reloadRequested();

private:
    void readSignals();

    int m_descriptor = -1;
    const bool m_hadTerminal;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace sluice::server
