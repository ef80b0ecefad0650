#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <chrono>
#include <optional>

namespace sluice::test {

/// A running sluice-load.
/// Thread: the test's.
class LoadClient
{
public:
    /// Starts it with these arguments.
    explicit LoadClient(const QStringList &arguments);
    ~LoadClient();

    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Has it end now, in order and with a summary.
    void stop() { m_process.terminate(); }
    /// Waits for its end. Returns its summary, or nothing when it did not end in time or left none.
    std::optional<QJsonObject> waitForSummary(std::chrono::seconds limit = kUsualLimit);
    /// For failure messages.
    [[nodiscard]] const QByteArray &output() const { return m_output; }

private:
    // Longer than any load in CI, with its settling.
    static constexpr std::chrono::seconds kUsualLimit{120};

    QProcess m_process;
    QByteArray m_output;
};

} // namespace sluice::test
