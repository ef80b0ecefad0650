#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace sluice::server {

/// Turns SIGTERM, SIGINT and SIGHUP (the terminal is gone) into one Qt signal, through a signalfd: nothing runs in a
/// signal handler. Thread: main. Requires: made before any other thread, which then inherits the blocked signals.
class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void stopRequested();

private:
    void readSignals();

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace sluice::server
