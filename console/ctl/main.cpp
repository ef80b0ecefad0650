// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/ctlcommands.h"
#include "console/ctl/ctlsession.h"

#include "shared/base/random.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace sluice;
    using namespace sluice::console;

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sluicectl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));
    QLoggingCategory::setFilterRules(QStringLiteral("sluice.*=false")); // what matters is told by the session
    CtlOptions options = CtlOptions::parse(QCoreApplication::arguments());
    if (options.outcome == CtlOptions::Outcome::Exit) {
        std::printf("%s\n", qUtf8Printable(options.text));
        return static_cast<int>(CtlExit::Done);
    }
    if (options.outcome == CtlOptions::Outcome::Fail) {
        std::fprintf(stderr, "sluicectl: %s\n", qUtf8Printable(options.text));
        return static_cast<int>(CtlExit::Usage);
    }
    if (options.command.constFirst() == QLatin1String("completion")) {
        std::printf("%s", qUtf8Printable(bashCompletion()));
        return static_cast<int>(CtlExit::Done);
    }

    const SystemClock clock;
    SystemRandom random;
    CtlSession session(clock, random, std::move(options));
    QObject::connect(&session, &CtlSession::ended, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    session.start();
    return QCoreApplication::exec();
}
