#pragma once

#include "server/backend/backendreply.h"
#include "server/events/backendspec.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sluice::server {

/// POSTs over HTTP, many at once, on the thread that polls. Hides libcurl, which only curltransfers.cpp includes.
/// HTTP/1.1 with kept connections; no redirects, no proxy, no cookies, no compression, no protocol but http and https,
/// TLS 1.2 at least with verified peers. A request whose body has been handed over is never sent a second time, not
/// even when a kept connection turns out to have been closed, which libcurl does by itself. Thread: one, its owner's;
/// wake() any.
class CurlTransfers
{
public:
    struct Order {
        BackendSpecPtr backend;
        std::string body;
        std::vector<std::string> headers; ///< "Name: value".
        std::chrono::milliseconds timeout{0};
        void *owner = nullptr; ///< Comes back with what became of it.
    };
    struct Finished {
        void *owner = nullptr;
        BackendReply reply;
        quint64 connectionsOpened = 0;
    };
    class Transfer;

    CurlTransfers();
    ~CurlTransfers();
    CurlTransfers(const CurlTransfers &) = delete;
    CurlTransfers &operator=(const CurlTransfers &) = delete;

    /// Begins a transfer; valid until it has finished or is cancelled.
    Transfer *start(Order &&order);
    /// Breaks it off; nothing is told of it. Returns whether it had been sent.
    bool cancel(Transfer *transfer);
    /// Whether the backend may have all of it by now.
    [[nodiscard]] static bool isSent(const Transfer &transfer);
    /// Moves all transfers on and gives those that have ended to `finished`, which may start and cancel others.
    void advance(const std::function<void(Finished &&)> &finished);
    /// Blocks: until something can be moved on, wake() is called, or the time is over.
    void wait(std::chrono::milliseconds most);
    void wake();

private:
    class Multi;

    [[nodiscard]] std::unique_ptr<Transfer> takeIdle(const BackendSpecPtr &backend);
    void retire(Transfer *transfer);

    std::unique_ptr<Multi> m_multi;
    std::vector<std::unique_ptr<Transfer>> m_running;
    std::vector<std::unique_ptr<Transfer>> m_idle; // ready for another request to the same backend
};

} // namespace sluice::server
