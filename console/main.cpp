// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/accessibility.h"
#include "console/app/commandline.h"
#include "console/app/mainwindow.h"
#include "console/app/translations.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>

namespace {

// Qt takes the session managers' "-session ID" out of the arguments, and --session with it.
QStringList takenByQt(int argc, char *argv[])
{
    QStringList taken;
    for (int i = 1; i + 1 < argc; ++i) {
        if (qstrcmp(argv[i], "--session") == 0)
            taken = {QString::fromLocal8Bit(argv[i]), QString::fromLocal8Bit(argv[i + 1])};
    }
    return taken;
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace sluice;
    using namespace sluice::console;

    QCoreApplication::setOrganizationName(QStringLiteral("sluice"));
    QCoreApplication::setApplicationName(QStringLiteral("sluice-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));
    const QStringList taken = takenByQt(argc, argv);
    QApplication application(argc, argv);
    Translations translations{QLocale()};
    QSettings settings;
    if (const QString language = settings.value(QStringLiteral("window/language")).toString();
        Translations::isKnown(language))
        translations.use(language);
    const ProfileStore profiles(settings);
    const CommandLine commandLine =
        CommandLine::parse(QCoreApplication::arguments() + taken, profiles.load(), profiles.all());
    if (commandLine.outcome != CommandLine::Outcome::Run) {
        const bool failed = commandLine.outcome == CommandLine::Outcome::Fail;
        std::fprintf(failed ? stderr : stdout, "%s\n", qUtf8Printable(commandLine.text));
        return failed ? 2 : 0;
    }
    if (!commandLine.language.isEmpty())
        translations.use(commandLine.language == QStringLiteral("system") ? QString() : commandLine.language);
    installAccessibility();
    Theme theme(application);
    const SystemClock clock;
    SystemRandom random;
    MainWindow window({clock, random, settings, theme, &translations});
    window.show();
    if (!commandLine.session.isEmpty())
        window.openSession(commandLine.session);
    else if (commandLine.demo)
        window.openDemo();
    else if (commandLine.connectNow)
        window.connectTo(commandLine.profile);
    else
        window.openConnectDialog(commandLine.profile);
    return QApplication::exec();
}
