#include "tests/support/pythonbackend.h"

#include "tests/support/httpget.h"
#include "tests/support/waiting.h"

#include <QJsonDocument>

#include <csignal>

#include <sys/prctl.h>

namespace sluice::test {

PythonBackend::~PythonBackend()
{
    kill();
}

QString PythonBackend::start(const QStringList &arguments)
{
    QStringList all{QStringLiteral(SLUICE_BACKEND_SCRIPT)};
    if (m_port != 0)
        all += {QStringLiteral("--port"), QString::number(m_port)};
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(SLUICE_PYTHON), all + arguments);
    QByteArray out;
    const bool hasPort = waitUntil([this, &out] {
        out += m_process.readAllStandardOutput();
        return out.contains('\n') || m_process.state() == QProcess::NotRunning;
    });
    if (!hasPort || !out.startsWith("port "))
        return QStringLiteral("the backend does not start: ") + QString::fromUtf8(out);
    m_port = static_cast<quint16>(out.mid(5).trimmed().toUInt());
    return {};
}

void PythonBackend::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(static_cast<int>(std::chrono::milliseconds(kPatience).count()));
}

QJsonArray PythonBackend::seen() const
{
    return QJsonDocument::fromJson(httpGet(m_port, QStringLiteral("/seen")).body).array();
}

void PythonBackend::forget() const
{
    static_cast<void>(httpGet(m_port, QStringLiteral("/reset")));
}

void PythonBackend::release() const
{
    static_cast<void>(httpGet(m_port, QStringLiteral("/release")));
}

} // namespace sluice::test
