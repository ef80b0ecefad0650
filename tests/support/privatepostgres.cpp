#include "tests/support/privatepostgres.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

#include <libpq-fe.h>

#include <csignal>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace sluice::test {

namespace {

constexpr int kStartMs = 60'000;

struct Handle {
    explicit Handle(const QString &url)
        : connection(PQconnectdb(url.toUtf8().constData()))
    {
    }
    ~Handle() { PQfinish(connection); }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    PGconn *connection;
};

/// Debian keeps the programs of each version in a folder of their own; the newest will do.
QString findPrograms()
{
    const QDir root(QStringLiteral("/usr/lib/postgresql"));
    QStringList versions = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(versions.begin(), versions.end(),
              [](const QString &a, const QString &b) { return a.toInt() > b.toInt(); });
    for (const QString &version : std::as_const(versions)) {
        const QString folder = root.filePath(version + QLatin1String("/bin"));
        if (QFile::exists(folder + QLatin1String("/initdb")))
            return folder;
    }
    const QString found = QStandardPaths::findExecutable(QStringLiteral("initdb"));
    return found.isEmpty() ? QString() : QFileInfo(found).absolutePath();
}

} // namespace

PrivatePostgres::PrivatePostgres(Fsync fsync)
    : m_fsync(fsync)
    , m_programs(findPrograms())
{
    if (::geteuid() == 0) {
        const passwd *user = ::getpwnam("postgres");
        if (!user)
            user = ::getpwnam("nobody");
        if (user) {
            m_user = user->pw_uid;
            m_group = user->pw_gid;
        }
    }
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("log")), QIODevice::Append);
    m_process.setChildProcessModifier([this] { becomeUser(); });
}

PrivatePostgres::~PrivatePostgres()
{
    resume();
    if (QTest::currentTestFailed()) {
        QFile log(m_folder.filePath(QStringLiteral("log")));
        constexpr qsizetype kMost = 4096;
        if (log.open(QIODevice::ReadOnly))
            qInfo().noquote() << "PostgreSQL's log ends with\n" << log.readAll().right(kMost);
    }
    stopImmediately();
}

// In the child: system calls only.
void PrivatePostgres::becomeUser() const
{
    if (m_user != 0 && (::setgroups(0, nullptr) != 0 || ::setgid(m_group) != 0 || ::setuid(m_user) != 0))
        ::_exit(1);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT); // not before: another user would unset it
}

QString PrivatePostgres::start()
{
    if (m_programs.isEmpty())
        return QStringLiteral("there is no PostgreSQL: apt-get install postgresql");
    const QString data = m_folder.filePath(QStringLiteral("data"));
    if (m_user != 0 && ::chown(QFile::encodeName(m_folder.path()).constData(), m_user, m_group) != 0)
        return QStringLiteral("cannot give the folder away");
    m_process.setWorkingDirectory(m_folder.path());
    if (!QFile::exists(data + QLatin1String("/PG_VERSION"))) {
        m_process.start(program(QStringLiteral("initdb")),
                        {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("sluice"),
                         QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                         QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync"),
                         QStringLiteral("--no-instructions")});
        if (!m_process.waitForFinished(kStartMs) || m_process.exitCode() != 0)
            return QStringLiteral("initdb fails: ") + m_process.errorString();
    }
    m_process.start(program(QStringLiteral("postgres")),
                    {QStringLiteral("-D"), data, QStringLiteral("-k"), m_folder.path(), QStringLiteral("-c"),
                     QStringLiteral("listen_addresses="), QStringLiteral("-c"), QStringLiteral("shared_buffers=16MB"),
                     QStringLiteral("-c"), QStringLiteral("max_connections=50"), QStringLiteral("-c"),
                     m_fsync == Fsync::On ? QStringLiteral("fsync=on") : QStringLiteral("fsync=off")});
    const auto accepts = [this] {
        return PQping(url({}).toUtf8().constData()) == PQPING_OK || m_process.state() == QProcess::NotRunning;
    };
    if (!m_process.waitForStarted() || !QTest::qWaitFor(accepts, kStartMs) || m_process.state() == QProcess::NotRunning)
        return QStringLiteral("PostgreSQL does not start: ") + m_process.errorString();
    return {};
}

void PrivatePostgres::stopImmediately()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_process.processId()), SIGQUIT);
    m_process.waitForFinished(kStartMs);
}

void PrivatePostgres::pause(Who who)
{
    const QList<qint64> processes = backends();
    if (who == Who::All)
        ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
    for (const qint64 process : processes)
        ::kill(static_cast<pid_t>(process), SIGSTOP);
}

void PrivatePostgres::resume()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    for (const qint64 process : backends())
        ::kill(static_cast<pid_t>(process), SIGCONT);
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

QString PrivatePostgres::newUrl()
{
    const QString schema = QStringLiteral("t%1").arg(++m_schemas);
    run("CREATE SCHEMA " + schema.toLatin1());
    return url(QStringLiteral("&options=-csearch_path%3D") + schema);
}

bool PrivatePostgres::run(const QByteArray &sql)
{
    const Handle handle(url({}));
    PGresult *result = PQexec(handle.connection, sql.constData());
    const ExecStatusType status = PQresultStatus(result);
    PQclear(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return true;
    qWarning("%s: %s", sql.constData(), PQerrorMessage(handle.connection));
    return false;
}

QByteArray PrivatePostgres::value(const QByteArray &sql)
{
    const Handle handle(url({}));
    PGresult *result = PQexec(handle.connection, sql.constData());
    const QByteArray value = PQntuples(result) > 0 ? QByteArray(PQgetvalue(result, 0, 0)) : QByteArray();
    PQclear(result);
    return value;
}

QString PrivatePostgres::program(const QString &name) const
{
    return m_programs + u'/' + name;
}

QString PrivatePostgres::url(const QString &more) const
{
    return QStringLiteral("postgresql:///postgres?host=%1&user=sluice%2").arg(m_folder.path(), more);
}

// Its children, by /proc.
QList<qint64> PrivatePostgres::backends() const
{
    QList<qint64> found;
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(m_process.processId()));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QByteArray &child : children.readAll().split(' ')) {
            if (const qint64 id = child.trimmed().toLongLong(); id > 0)
                found.append(id);
        }
    }
    return found;
}

} // namespace sluice::test
