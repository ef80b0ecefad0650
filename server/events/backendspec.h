#pragma once

#include <QByteArray>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace sluice::server {

/// An HTTP service of the operator's own that runs events or answers hooks, as a `[[backend]]` table of events.toml
/// describes it. Thread: any (immutable).
struct BackendSpec {
    std::string id;                            ///< "orders", as in `handler = "http:orders"`.
    std::string url;                           ///< Where everything is POSTed to; http or https.
    int maxConcurrent = 64;                    ///< Requests on their way at once, each on a connection of its own.
    int maxWaiting = 1000;                     ///< Requests that wait for one of these to end; more are refused.
    std::chrono::milliseconds timeout{10'000}; ///< For one request, whatever its event may still have.
    int maxResponseBytes = 1024 * 1024;        ///< Of an answer's body.
    int retries = 2;                           ///< At most, of what may be sent again.
    QByteArray secret = {};                    ///< The key that requests are signed with; empty: they are not.
    QByteArray caCertificates = {};            ///< PEM, whom to trust instead of the system's; empty: the system's.
    std::vector<std::string> headers = {};     ///< "Name: value", for each request.
};

using BackendSpecPtr = std::shared_ptr<const BackendSpec>;

} // namespace sluice::server
