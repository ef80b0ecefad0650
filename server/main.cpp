#include "server/admin/auditchain.h"
#include "server/app/application.h"
#include "server/app/signalwatcher.h"
#include "server/config/configbinding.h"
#include "server/config/configloader.h"
#include "server/config/configtext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QProcessEnvironment>

#include <cstdio>

#include <sys/stat.h>

namespace {

constexpr int kExitBadConfig = 2;
constexpr int kExitCannotStart = 1;

enum class Task { Run, CheckConfig, PrintConfig, PrintSchema, VerifyAudit };

struct CommandLine {
    Task task = Task::Run;
    QByteArray auditHead; ///< Empty: any.
    sluice::server::ConfigInput config;
};

CommandLine parseArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Sluice, a realtime event server."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption config(QStringLiteral("config"), QStringLiteral("Read the configuration from FILE."),
                                    QStringLiteral("FILE"));
    const QCommandLineOption set(QStringLiteral("set"), QStringLiteral("Set one option; may be repeated."),
                                 QStringLiteral("KEY=VALUE"));
    const QCommandLineOption check(QStringLiteral("check-config"),
                                   QStringLiteral("Read the configuration and all that it names, say what is wrong "
                                                  "with it, and end: 0 when nothing is."));
    const QCommandLineOption print(QStringLiteral("print-config"),
                                   QStringLiteral("Print the configuration and where each value comes from, and end."));
    const QCommandLineOption schema(QStringLiteral("print-schema"),
                                    QStringLiteral("Print all options as JSON, and end."));
    const QCommandLineOption audit(QStringLiteral("verify-audit"),
                                   QStringLiteral("Follow the chain of hashes through the audit log, say where it is "
                                                  "broken, and end: 0 when it is not."));
    const QCommandLineOption head(QStringLiteral("audit-head"),
                                  QStringLiteral("With --verify-audit: the hash that the server's log had as head, "
                                                 "which must still be there."),
                                  QStringLiteral("HASH"));
    parser.addOptions({config, set, check, print, schema, audit, head});
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "sluiced: unexpected argument: %s\n",
                     qUtf8Printable(parser.positionalArguments().constFirst()));
        std::exit(kExitBadConfig); // NOLINT(concurrency-mt-unsafe): no other thread yet
    }
    const Task task = parser.isSet(schema) ? Task::PrintSchema
        : parser.isSet(audit)              ? Task::VerifyAudit
        : parser.isSet(print)              ? Task::PrintConfig
        : parser.isSet(check)              ? Task::CheckConfig
                                           : Task::Run;
    return {task,
            parser.value(head).toLatin1(),
            {parser.value(config), QProcessEnvironment::systemEnvironment(), parser.values(set)}};
}

int fail(const sluice::Error &error, int exitCode)
{
    std::fprintf(stderr, "sluiced: %s\n", qUtf8Printable(error.detail));
    return exitCode;
}

int print(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    return 0;
}

int checkConfig(sluice::server::LoadedConfig &&loaded)
{
    const QStringList warnings = sluice::server::configWarnings(*loaded.config);
    sluice::server::Application server(std::move(loaded));
    if (auto checked = server.check(); !checked)
        return fail(checked.error(), kExitBadConfig);
    for (const QString &warning : warnings)
        std::printf("warning: %s\n", qUtf8Printable(warning));
    std::printf("The configuration is valid: %zu events.\n", server.events()->events().size());
    return 0;
}

int verifyAudit(const QString &stateDir, const QByteArray &head)
{
    const auto verdict = sluice::server::verifyAudit(stateDir, head);
    if (!verdict)
        return fail(verdict.error(), kExitCannotStart);
    if (!verdict->fault.isEmpty()) {
        std::fprintf(stderr, "sluiced: the audit log was tampered with: %s\n", qUtf8Printable(verdict->fault));
        return kExitCannotStart;
    }
    std::printf("The audit log is whole: %llu entries in %d files%s, head %s.\n",
                static_cast<unsigned long long>(verdict->entries + verdict->unchained), verdict->files,
                verdict->isFromBeginning ? "" : " (older ones are deleted)", verdict->head.constData());
    return 0;
}

int run(sluice::server::LoadedConfig &&loaded)
{
    sluice::server::SignalWatcher signalWatcher;
    sluice::server::Application server(std::move(loaded));
    QObject::connect(&signalWatcher, &sluice::server::SignalWatcher::stopRequested, &server,
                     [&server] { server.requestStop(QStringLiteral("signal")); });
    QObject::connect(&signalWatcher, &sluice::server::SignalWatcher::reloadRequested, &server,
                     [&server] { server.reloadFiles(QStringLiteral("SIGHUP")); });
    QObject::connect(&server, &sluice::server::Application::stopped, qApp, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    if (auto started = server.start(); !started)
        return fail(started.error(), kExitCannotStart);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    ::umask(077); // what we keep is nobody else's to read
    // Debian's Qt would run every thread's events through glib: twice the cost of a turn.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sluiced"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category} %{message}"));
    QLoggingCategory::setFilterRules(QStringLiteral("sluice.*.debug=false"));

    CommandLine commandLine = parseArguments(application);
    if (commandLine.task == Task::PrintSchema)
        return print(sluice::server::schemaText());
    auto loaded = sluice::server::loadConfig(commandLine.config);
    if (!loaded)
        return fail(loaded.error(), kExitBadConfig);
    switch (commandLine.task) {
    case Task::PrintConfig: return print(sluice::server::configText(loaded->values));
    case Task::VerifyAudit: return verifyAudit(loaded->config->stateDir, commandLine.auditHead);
    case Task::CheckConfig: return checkConfig(*std::move(loaded));
    default: return run(*std::move(loaded));
    }
}
