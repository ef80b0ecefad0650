#pragma once

#include "tests/load/wsclient.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>
#include <vector>

namespace sluice::load {

/// One kind of event in the mix; of all requests, weight / (sum of the weights) are of this kind.
struct MixPart {
    std::string event;
    quint64 weight = 1;
};

/// A server of HTTP pages on loopback.
struct HttpPage {
    quint16 port = 0;
    std::string path;
};

/// What the command line asks for.
struct LoadPlan {
    WsTarget target;
    size_t connections = 50;
    std::chrono::seconds duration{10};
    double rate = 0;   ///< Requests per second over all connections, whatever the server does; 0: by window.
    size_t window = 1; ///< Requests that each connection keeps waiting.
    std::vector<MixPart> mix{{"bench/echo", 1}};
    double churnPercent = 0;        ///< Of the connections, per second: half say goodbye, half are cut.
    double cancelPercent = 0;       ///< Of the requests, asked to be cancelled right after.
    double shortTimeoutPercent = 0; ///< Of the requests, with a timeoutMs of a few milliseconds.
    size_t payloadBytes = 64;
    std::optional<std::chrono::milliseconds> sleep; ///< Of every bench/sleep; unset: at random.
    size_t users = 1;                               ///< Who share the connections in turn.
    QByteArray tokenKey;                            ///< Empty: anonymous.
    QStringList roles;
    std::optional<HttpPage> metrics;
    std::chrono::milliseconds settle{15000}; ///< How long the last answers may take.
    bool stopWhenClosed = false; ///< Ends when the server has closed every connection, and does not reconnect.
    bool demo = false;
    quint64 seed = 1;
};

/// How many people take part in the demo; a third of them with two devices.
inline constexpr size_t kDemoPeople = 48;

/// No load lasts longer.
inline constexpr std::chrono::seconds kMaxDuration = std::chrono::hours(1);

/// Reads the command line. Errors: what is wrong with it, for people.
[[nodiscard]] tl::expected<LoadPlan, QString> parseLoadPlan(const QStringList &arguments);

} // namespace sluice::load
