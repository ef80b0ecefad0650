#include "shared/base/clock.h"
#include "tests/load/loadplan.h"
#include "tests/load/session.h"
#include "tests/load/stopsignals.h"
#include "tests/support/seededrandom.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <sys/resource.h>

#include <cstdio>

namespace {

constexpr int kExitOk = 0;
constexpr int kExitFaults = 1;
constexpr int kExitUsage = 2;

void raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv); // for the command line only: the loop is our own
    const auto plan = sluice::load::parseLoadPlan(QCoreApplication::arguments());
    if (!plan) {
        std::fprintf(stderr, "sluice-load: %s\n", qPrintable(plan.error()));
        return kExitUsage;
    }
    raiseDescriptorLimit();
    const sluice::load::StopSignals signals;
    const sluice::SystemClock clock;
    sluice::test::SeededRandom random(plan->seed);
    sluice::load::LoadSession session(*plan, clock, random, signals);
    const QJsonObject summary = session.run();
    std::puts(QJsonDocument(summary).toJson(QJsonDocument::Compact).constData());
    return summary[QLatin1String("ok")].toBool() ? kExitOk : kExitFaults;
}
