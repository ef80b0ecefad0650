#include "server/admin/auditchain.h"
#include "server/api/apikeyfile.h"
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

enum class Task { Run, CheckConfig, PrintConfig, PrintSchema, VerifyAudit, NewApiKey };

struct CommandLine {
    Task task = Task::Run;
    QByteArray auditHead; ///< Empty: any.
    sluice::server::ConfigInput config;
    QString keyId;
    QStringList keyScopes;
    QString keyRate;
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
    const QCommandLineOption key(QStringLiteral("new-api-key"),
                                 QStringLiteral("Make a key for the backend API, add its hash to api.keys-file, print "
                                                "the key, and end."),
                                 QStringLiteral("ID"));
    const QCommandLineOption scope(
        QStringLiteral("scope"),
        QStringLiteral("What that key may do: push, publish:TOPIC-PATTERN, disconnect, read; "
                       "may be repeated."),
        QStringLiteral("SCOPE"));
    const QCommandLineOption rate(QStringLiteral("per-second"),
                                  QStringLiteral("How often it may be used; without it api.per-key-per-second."),
                                  QStringLiteral("N"));
    parser.addOptions({config, set, check, print, schema, audit, head, key, scope, rate});
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
        : parser.isSet(key)                ? Task::NewApiKey
                                           : Task::Run;
    return {task,
            parser.value(head).toLatin1(),
            {parser.value(config), QProcessEnvironment::systemEnvironment(), parser.values(set)},
            parser.value(key),
            parser.values(scope),
            parser.value(rate)};
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

// Only the key goes to standard output, so that it can be put where it is needed without being seen.
int makeApiKey(const CommandLine &commandLine, const sluice::server::Config &config)
{
    const auto refuse = [](const QString &why) { return fail({{}, {}, why}, kExitBadConfig); };
    const auto scopes = sluice::server::ApiScopes::fromWords(commandLine.keyScopes);
    if (!scopes)
        return refuse(QStringLiteral("--scope: expected ") + sluice::server::ApiScopes::forms());
    sluice::server::ApiKey key;
    key.id = commandLine.keyId.toStdString();
    key.scopes = *scopes;
    if (!commandLine.keyRate.isEmpty()) {
        bool isNumber = false;
        key.perSecond = commandLine.keyRate.toInt(&isNumber);
        if (!isNumber || *key.perSecond < 0 || *key.perSecond > sluice::server::ApiKeys::kMostPerSecond)
            return refuse(QStringLiteral("--per-second: expected an integer, 0 to %1")
                              .arg(sluice::server::ApiKeys::kMostPerSecond));
    }
    sluice::SystemRandom random;
    const QString file = sluice::server::ApiKeyFile::path(config, config.stateDir);
    const auto made = sluice::server::ApiKeyFile::add(file, key, random);
    if (!made)
        return fail(made.error(), kExitBadConfig);
    std::fprintf(stderr, "Added %s to %s; a running server reads it on SIGHUP. The key, which is shown only now:\n",
                 key.id.c_str(), qUtf8Printable(file));
    std::printf("%s\n", made->constData());
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
    case Task::NewApiKey: return makeApiKey(commandLine, *loaded->config);
    default: return run(*std::move(loaded));
    }
}
