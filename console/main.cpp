// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/accessibility.h"
#include "console/app/commandline.h"
#include "console/app/mainwindow.h"
#include "console/app/translations.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QSettings>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace sluice;
    using namespace sluice::console;

    QCoreApplication::setOrganizationName(QStringLiteral("sluice"));
    QCoreApplication::setApplicationName(QStringLiteral("sluice-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));
    QApplication application(argc, argv);
    Translations translations{QLocale()};
    QSettings settings;
    if (const QString language = settings.value(QStringLiteral("window/language")).toString();
        Translations::isKnown(language))
        translations.use(language);
    const CommandLine commandLine = CommandLine::parse(QCoreApplication::arguments(), ProfileStore(settings).load());
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
    if (commandLine.demo)
        window.openDemo();
    else if (commandLine.connectNow)
        window.connectTo(commandLine.profile);
    else
        window.openConnectDialog(commandLine.profile);
    return QApplication::exec();
}
