#include "server/app/application.h"
#include "server/app/signalwatcher.h"
#include "server/config/configloader.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QProcessEnvironment>

#include <cstdio>

#include <sys/stat.h>

namespace {

constexpr int kExitBadConfig = 2;
constexpr int kExitCannotStart = 1;

sluice::server::ConfigInput parseArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Sluice, a realtime event server."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption config(QStringLiteral("config"), QStringLiteral("Read the configuration from FILE."),
                                    QStringLiteral("FILE"));
    const QCommandLineOption set(QStringLiteral("set"), QStringLiteral("Set one option; may be repeated."),
                                 QStringLiteral("KEY=VALUE"));
    parser.addOptions({config, set});
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "sluiced: unexpected argument: %s\n",
                     qUtf8Printable(parser.positionalArguments().constFirst()));
        std::exit(kExitBadConfig); // NOLINT(concurrency-mt-unsafe): no other thread yet
    }
    return {parser.value(config), QProcessEnvironment::systemEnvironment(), parser.values(set)};
}

int fail(const sluice::Error &error, int exitCode)
{
    std::fprintf(stderr, "sluiced: %s\n", qUtf8Printable(error.detail));
    return exitCode;
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

    auto loaded = sluice::server::loadConfig(parseArguments(application));
    if (!loaded)
        return fail(loaded.error(), kExitBadConfig);
    sluice::server::SignalWatcher signalWatcher;
    sluice::server::Application server(*std::move(loaded));
    QObject::connect(&signalWatcher, &sluice::server::SignalWatcher::stopRequested, &server,
                     [&server] { server.requestStop(QStringLiteral("signal")); });
    QObject::connect(&signalWatcher, &sluice::server::SignalWatcher::reloadRequested, &server, [&server] {
        [[maybe_unused]] const auto reloaded = server.reloadTls(QStringLiteral("SIGHUP")); // it logs why not
    });
    QObject::connect(&server, &sluice::server::Application::stopped, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    if (auto started = server.start(); !started)
        return fail(started.error(), kExitCannotStart);
    return QCoreApplication::exec();
}
