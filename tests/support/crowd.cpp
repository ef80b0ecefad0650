#include "tests/support/crowd.h"

#include "server/transport/opcode.h"

#include <array>
#include <optional>

#include <poll.h>
#include <sys/socket.h>

namespace sluice::test {

namespace {

constexpr int kLookMs = 20;
constexpr size_t kReadBytes = 65'536;

/// A frame at the beginning of some bytes.
struct Frame {
    quint8 opcode = 0;
    std::string_view payload;
    size_t length = 0; ///< With its header.
};

// Of a server, unmasked; nothing while it is not complete.
std::optional<Frame> frameAt(std::string_view bytes)
{
    if (bytes.size() < 2)
        return std::nullopt;
    const auto byte = [bytes](size_t at) { return static_cast<quint8>(bytes[at]); };
    const quint8 first = byte(1) & 0x7fU;
    const size_t more = first < 126 ? 0 : first == 126 ? 2 : 8;
    if (bytes.size() < 2 + more)
        return std::nullopt;
    quint64 size = more == 0 ? first : 0;
    for (size_t i = 0; i < more; ++i)
        size = (size << 8) | byte(2 + i);
    if (bytes.size() - 2 - more < size)
        return std::nullopt;
    return Frame{static_cast<quint8>(byte(0) & 0x0fU), bytes.substr(2 + more, size), 2 + more + size};
}

} // namespace

Crowd::Crowd(std::vector<PlainSocket> clients, Listener listener)
    : m_clients(std::move(clients))
    , m_received(m_clients.size())
    , m_listener(std::move(listener))
    , m_thread([this] { run(); })
{
}

void Crowd::stop()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

void Crowd::run()
{
    std::vector<pollfd> polls;
    for (const PlainSocket &client : m_clients)
        polls.push_back({client.descriptor(), POLLIN, 0});
    while (!m_stop && !m_lost) {
        ::poll(polls.data(), polls.size(), kLookMs);
        for (size_t i = 0; i < polls.size(); ++i) {
            if (polls[i].revents != 0)
                read(i);
        }
    }
}

void Crowd::read(size_t client)
{
    std::string &received = m_received[client];
    const size_t before = received.size();
    received.resize(before + kReadBytes);
    const ssize_t got = ::recv(m_clients[client].descriptor(), received.data() + before, kReadBytes, MSG_DONTWAIT);
    received.resize(before + static_cast<size_t>(std::max<ssize_t>(got, 0)));
    m_lost = m_lost || got == 0;
    size_t taken = 0;
    while (const auto frame = frameAt(std::string_view(received).substr(taken))) {
        taken += frame->length;
        if (frame->opcode == static_cast<quint8>(server::Opcode::Text))
            m_listener(client, frame->payload);
    }
    received.erase(0, taken);
}

std::vector<PlainSocket> upgradedSockets(quint16 port, size_t count, const QByteArray &headers)
{
    std::vector<PlainSocket> sockets;
    for (size_t i = 0; i < count; ++i) {
        sockets.emplace_back(port);
        (void)sockets.back().send(upgradeRequest(headers));
        if (sockets.back().status() != 101)
            return {};
    }
    return sockets;
}

} // namespace sluice::test
