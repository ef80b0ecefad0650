#pragma once

#include <QJsonArray>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace sluice::test {

/// An HTTP backend as somebody might write it: tests/support/backend.py in a process of its own, which ends with this
/// object. Thread: the test's.
class PythonBackend
{
public:
    PythonBackend() = default;
    ~PythonBackend();
    PythonBackend(const PythonBackend &) = delete;
    PythonBackend &operator=(const PythonBackend &) = delete;

    /// Starts it, on the port that it had before if it had one. Returns why not, or an empty text.
    [[nodiscard]] QString start(const QStringList &arguments = {});
    void kill();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/events").arg(m_port); }
    /// What has been POSTed to it: [{headers, body, raw, path, atMs, peer}]. Requires: it runs without TLS.
    [[nodiscard]] QJsonArray seen() const;
    void forget() const;
    /// Lets all go on that it holds.
    void release() const;

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace sluice::test
