#include "tests/support/loadclient.h"

#include "tests/support/waiting.h"

#include <QJsonDocument>

namespace sluice::test {

LoadClient::LoadClient(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    QObject::connect(&m_process, &QProcess::readyRead, &m_process, [this] { m_output += m_process.readAll(); });
    m_process.start(QStringLiteral(SLUICE_LOAD_PATH), arguments);
    m_process.waitForStarted();
}

LoadClient::~LoadClient()
{
    m_process.kill();
    m_process.waitForFinished();
}

std::optional<QJsonObject> LoadClient::waitForSummary(std::chrono::seconds limit)
{
    if (!waitUntil([this] { return !isRunning(); }, limit))
        return {};
    m_output += m_process.readAll();
    const QJsonObject summary = QJsonDocument::fromJson(m_output.trimmed().split('\n').constLast()).object();
    return summary.isEmpty() ? std::nullopt : std::optional(summary);
}

} // namespace sluice::test
