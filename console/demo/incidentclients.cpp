// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentclients.h"

#include "console/demo/incidentnoise.h"

#include <array>
#include <cmath>

namespace sluice::console::incidentclients {

namespace {

constexpr int kFirstName = 1000;
constexpr int kCulpritUser = 4434 - kFirstName;
constexpr int kAnonymous = 1100;
constexpr int kFirstSecond = kUsers + kAnonymous; // from here on they are their users' second ones
constexpr double kMeanRate = 0.77;                // events per second: all together send some 9,600
// Every 33rd runs into the limit of an event with a twelfth of what it sends: all together some 26 a second.
constexpr int kLimitedEvery = 33;
constexpr double kLimitedShare = 0.089;
constexpr int kSlowEvery = 977;

// What kind of chance a number is for.
enum Channel { Role = 100, Address, Tls, Program, Rate, Pending, RoundTrip, Jitter };

/// Many small ones, few large ones, 1 in the mean.
double exponential(int client, int channel)
{
    return -std::log(1 - incidentShare(client, channel));
}

} // namespace

int userNumber(int client)
{
    if (client < kUsers)
        return client;
    if (client < kFirstSecond)
        return -1;
    return client < kFirstSecond + kCulpritClients - 1 ? kCulpritUser : client * 7 % kUsers;
}

std::string nameOf(int userNumber)
{
    return "u-" + std::to_string(kFirstName + userNumber);
}

std::string userOf(int client)
{
    const int number = userNumber(client);
    return number < 0 ? std::string() : nameOf(number);
}

bool isCulprit(int client)
{
    return userNumber(client) == kCulpritUser;
}

std::vector<std::string> rolesOf(int client)
{
    const int user = userNumber(client);
    if (user < 0)
        return {};
    const double share = incidentShare(user, Role);
    if (share < 0.01)
        return {"editor", "user"};
    return {share < 0.13 ? "guest" : "user"};
}

std::string addressOf(int client)
{
    if (client % 5 == 0)
        return "2001:db8::" + std::to_string(client % 10'000);
    const int network = static_cast<int>(incidentShare(client, Address) * 4);
    return "10." + std::to_string(network) + '.' + std::to_string(client / 250) + '.'
        + std::to_string(1 + client % 250);
}

bool isTls(int client)
{
    return incidentShare(client, Tls) < 0.94;
}

std::shared_ptr<const admin::ClientClaims> claimsOf(int client)
{
    static const std::array kPrograms{
        std::make_shared<const admin::ClientClaims>(admin::ClientClaims{
            "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "https://notes.example"}),
        std::make_shared<const admin::ClientClaims>(admin::ClientClaims{
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0", "https://notes.example"}),
        std::make_shared<const admin::ClientClaims>(admin::ClientClaims{"notes-mobile/4.2.1", {}}),
    };
    static const auto kImporter =
        std::make_shared<const admin::ClientClaims>(admin::ClientClaims{"notes-import/0.3 (python)", {}});
    if (isCulprit(client))
        return kImporter;
    return kPrograms[static_cast<size_t>(incidentShare(client, Program) * kPrograms.size())];
}

double usualRate(int client)
{
    return kMeanRate * exponential(client, Rate);
}

double usualRefusals(int client)
{
    return client % kLimitedEvery == 0 ? kLimitedShare : 0;
}

quint64 pendingBytes(int client, int second)
{
    constexpr double kUsual = 300;
    constexpr double kSlow = 120'000;
    const double now = incidentShare(client + kCount * second, Pending);
    if (isSlow(client))
        return static_cast<quint64>(kSlow * (0.3 + incidentShare(client, Pending) + 0.2 * now));
    return now < 0.4 ? static_cast<quint64>(kUsual * now / 0.4) : 0;
}

bool isSlow(int client)
{
    return client % kSlowEvery == kSlowEvery - 1;
}

std::chrono::microseconds roundTrip(int client, int second)
{
    constexpr double kNear = 4000;
    constexpr double kMean = 28'000;
    const double usual = kNear + kMean * exponential(client, RoundTrip);
    const double slow = isSlow(client) ? 9 : 1;
    return std::chrono::microseconds(
        static_cast<qint64>(usual * slow * (0.9 + 0.2 * incidentShare(client + kCount * second, Jitter))));
}

} // namespace sluice::console::incidentclients
