#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace sluice::test {

/// A PostgreSQL server of the test's own: Debian's program on a new cluster in a temporary directory, behind a Unix
/// socket there, as a user other than root (which PostgreSQL refuses). It ends with this object, and with the test.
/// Thread: the test's.
class PrivatePostgres
{
public:
    /// Whether what is committed is to survive a power cut. Off, it is several times faster.
    enum class Fsync { Off, On };

    explicit PrivatePostgres(Fsync fsync = Fsync::Off);
    ~PrivatePostgres();
    PrivatePostgres(const PrivatePostgres &) = delete;
    PrivatePostgres &operator=(const PrivatePostgres &) = delete;

    /// Makes the cluster where there is none yet, and starts it. Returns why it does not, or an empty text.
    [[nodiscard]] QString start();
    /// As `pg_ctl stop -m immediate`: without a checkpoint, so that it has to recover. Waits for its end.
    void stopImmediately();
    /// SIGSTOP and SIGCONT for all of its processes, or only those that serve connections.
    enum class Who { All, Backends };
    void pause(Who who = Who::All);
    void resume();

    /// Where a new, empty schema is, which is all that its users see.
    [[nodiscard]] QString newUrl();
    /// Runs statements as the owner of everything; false, and a warning, where one fails.
    bool run(const QByteArray &sql);
    /// The first value that a statement gives.
    [[nodiscard]] QByteArray value(const QByteArray &sql);

private:
    [[nodiscard]] QString program(const QString &name) const;
    void becomeUser() const;
    [[nodiscard]] QString url(const QString &more) const;
    [[nodiscard]] QList<qint64> backends() const;

    const Fsync m_fsync;
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_programs;
    unsigned m_user = 0; // 0: as this process
    unsigned m_group = 0;
    int m_schemas = 0;
};

} // namespace sluice::test
