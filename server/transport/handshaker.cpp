#include "server/transport/handshaker.h"

#include "server/transport/peeraddress.h"

#include <algorithm>
#include <utility>

#include <sys/epoll.h>

namespace sluice::server {

namespace {

constexpr Milliseconds kDeadlineTick{50};
constexpr size_t kDeadlineSlots = 256;
// Refused clients whose end is awaited: out of descriptors, each of them would keep another one out.
constexpr size_t kMostLingering = 16;
// What a refused client may still send.
constexpr size_t kDiscardedBytes = 64 * 1024;
constexpr quint32 kInput = EPOLLIN | EPOLLRDHUP;
// While a hook is asked: nothing is read that may be the connection's first message.
constexpr quint32 kEndOnly = EPOLLRDHUP;

} // namespace

/// One handshake on its way.
class Handshaker::Pending final : public EpollDispatcher::Watcher, public TimerNode
{
public:
    enum class State { Securing, Reading, Asking, Refused, Ended };

    Pending(Handshaker &handshaker, Stream &&accepted, std::string client)
        : stream(std::move(accepted))
        , address(std::move(client))
        , state(stream.isTls() ? State::Securing : State::Reading)
        , m_handshaker(handshaker)
    {
    }

    void ready(quint32) override { m_handshaker.advance(*this); }

    Stream stream;
    std::string address;
    State state;
    bool entered = false; // holds one of the gatekeeper's places
    bool wantsWrite = false;
    size_t discardedBytes = 0;
    size_t index = 0;     // in the handshaker's list
    std::string head;     // with what came behind it
    size_t headBytes = 0; // once it is complete
    std::string answer;   // the upgrade's
    quint64 number = 0;   // while a hook is asked
    std::stop_source stop{std::nostopstate};

private:
    Handshaker &m_handshaker;
};

Handshaker::Handshaker(EpollDispatcher &dispatcher, Gatekeeper &gatekeeper, Metrics &metrics, const Clock &clock,
                       std::function<void(Upgraded &&)> upgraded)
    : m_dispatcher(dispatcher)
    , m_gatekeeper(gatekeeper)
    , m_metrics(metrics)
    , m_clock(clock)
    , m_upgraded(std::move(upgraded))
    , m_refusals(metrics, clock)
    , m_deadlines(kDeadlineTick, kDeadlineSlots, clock.now())
{
}

Handshaker::~Handshaker()
{
    stop();
}

void Handshaker::setHooks(ConnectionHooks *hooks, std::function<void(std::function<void()>)> call)
{
    m_hooks = hooks;
    m_call = std::move(call);
}

void Handshaker::setConfig(const Config &config)
{
    m_headerBytes = static_cast<size_t>(config.limits.headerBytes);
    m_handshakeTimeout = config.limits.handshake;
    m_closeTimeout = config.limits.close;
    m_buffer.resize(m_headerBytes + 1);
}

void Handshaker::adopt(const AcceptedSocket &accepted)
{
    Stream stream(accepted.descriptor);
    std::string address = peerAddress(accepted.descriptor);
    if (address.empty() || m_stopped || (accepted.isTls && !m_tls))
        return;
    // Before TLS costs anything: who comes too often cannot make us work.
    const auto refusal = m_gatekeeper.enter(address);
    if (refusal && accepted.isTls) {
        m_refusals.add(*refusal, address); // there is no way yet to tell the client why
        return;
    }
    if (accepted.isTls)
        stream.startTls(*m_tls);
    m_pending.push_back(std::make_unique<Pending>(*this, std::move(stream), std::move(address)));
    Pending &pending = *m_pending.back();
    pending.index = m_pending.size() - 1;
    pending.entered = !refusal;
    m_deadlines.arm(pending, m_clock.now() + m_handshakeTimeout);
    if (!m_dispatcher.watch(accepted.descriptor, kInput, &pending))
        drop(pending);
    else if (refusal)
        refuse(pending, *refusal);
}

void Handshaker::advance(Pending &pending)
{
    switch (pending.state) {
    case Pending::State::Securing: secure(pending); break;
    case Pending::State::Reading: readHead(pending); break;
    case Pending::State::Asking: drop(pending); break; // the client has gone
    case Pending::State::Refused: discardInput(pending); break;
    case Pending::State::Ended: break;
    }
}

void Handshaker::secure(Pending &pending)
{
    const IoStatus status = pending.stream.handshake();
    if (status == IoStatus::Ended) {
        m_metrics.add(Counter::TlsHandshakesFailed);
        drop(pending);
        return;
    }
    if (pending.stream.hasUnsent() != pending.wantsWrite) {
        pending.wantsWrite = !pending.wantsWrite;
        m_dispatcher.rewatch(pending.stream.descriptor(), pending.wantsWrite ? kInput | EPOLLOUT : kInput, &pending);
    }
    if (status == IoStatus::Done && !pending.wantsWrite) {
        pending.state = Pending::State::Reading;
        readHead(pending); // it may have come with the end of the handshake
    }
}

void Handshaker::readHead(Pending &pending)
{
    // The limit and one byte more, over all reads; the limit may have become smaller meanwhile.
    const size_t room = m_buffer.size() - std::min(m_buffer.size(), pending.head.size());
    const IoResult got = pending.stream.read(std::span(m_buffer).first(room));
    if (got.status == IoStatus::WouldBlock)
        return;
    if (got.status == IoStatus::Ended) {
        drop(pending);
        return;
    }
    pending.head.append(m_buffer.data(), got.bytes);
    const std::string_view bytes = pending.head;
    const auto end = endOfHttpHead(bytes.substr(0, m_headerBytes));
    if (end) {
        pending.headBytes = *end;
        judge(pending, bytes.substr(0, *end));
    } else if (bytes.size() > m_headerBytes) {
        refuse(pending, {431, "The request header is too large.", 0, {}, Counter::ConnectionsRefusedHeaderSize});
    }
}

void Handshaker::judge(Pending &pending, std::string_view head)
{
    const auto request = parseHttpRequest(head);
    if (!request) {
        refuse(pending, request.error());
        return;
    }
    auto verdict = m_gatekeeper.judge(*request, pending.address);
    if (const auto *refusal = std::get_if<HttpRefusal>(&verdict)) {
        refuse(pending, *refusal);
        return;
    }
    pending.answer = m_upgrader.answer(head);
    if (pending.answer.empty()) {
        refuse(pending, {400, "This is not a WebSocket handshake."});
        return;
    }
    auto &admission = std::get<Admission>(verdict);
    admission.claims = claimsOf(*request);
    if (m_hooks && admission.endpoint == Endpoint::Messages && m_hooks->asksFirst())
        ask(pending, *request, std::move(admission));
    else
        upgrade(pending, std::move(admission));
}

void Handshaker::ask(Pending &pending, const HttpRequest &request, Admission &&admission)
{
    pending.state = Pending::State::Asking;
    pending.number = ++m_lastAsked;
    pending.stop = std::stop_source();
    m_asking.emplace(pending.number, &pending);
    m_dispatcher.rewatch(pending.stream.descriptor(), kEndOnly, &pending);
    const auto decide = [this, alive = std::weak_ptr(m_alive), number = pending.number,
                         call = m_call](HandshakeVerdict &&verdict) {
        call([this, alive, number, decision = std::move(verdict)]() mutable {
            if (alive.lock())
                decided(number, std::move(decision));
        });
    };
    m_hooks->ask(request, pending.address, admission, pending.stop.get_token(), decide);
}

void Handshaker::decided(quint64 number, HandshakeVerdict &&verdict)
{
    const auto found = m_asking.find(number);
    if (found == m_asking.end())
        return; // gone meanwhile
    Pending &pending = *found->second;
    m_asking.erase(found);
    pending.number = 0;
    if (auto *admission = std::get_if<Admission>(&verdict)) {
        upgrade(pending, std::move(*admission));
        return;
    }
    m_dispatcher.rewatch(pending.stream.descriptor(), kInput, &pending);
    refuse(pending, std::get<HttpRefusal>(verdict));
}

void Handshaker::upgrade(Pending &pending, Admission &&admission)
{
    if (!sendAnswer(pending, pending.answer)) {
        drop(pending);
        return;
    }
    m_dispatcher.unwatch(pending.stream.descriptor());
    pending.entered = false; // the place goes with the connection
    const std::string_view rest = std::string_view(pending.head).substr(pending.headBytes);
    m_upgraded({std::move(pending.stream), pending.address, std::move(admission), rest});
    drop(pending);
}

// False when it does not fit into the empty buffer of a new socket: that peer is no client.
bool Handshaker::sendAnswer(Pending &pending, std::string_view answer)
{
    const iovec buffer{const_cast<char *>(answer.data()), answer.size()};
    return pending.stream.write({&buffer, 1}).bytes == answer.size();
}

void Handshaker::refuse(Pending &pending, const HttpRefusal &refusal)
{
    m_refusals.add(refusal, pending.address);
    if (!sendAnswer(pending, encodeHttpRefusal(refusal))) {
        drop(pending);
        return;
    }
    // Closing with unread input would reset the connection and may destroy the answer on its way.
    pending.stream.shutdownWrite();
    if (m_lingering == kMostLingering) {
        drop(pending);
        return;
    }
    ++m_lingering;
    pending.state = Pending::State::Refused;
    m_deadlines.arm(pending, m_clock.now() + m_closeTimeout);
    std::string().swap(pending.head);
}

void Handshaker::discardInput(Pending &pending)
{
    const IoResult got = pending.stream.read(m_buffer);
    pending.discardedBytes += got.bytes;
    if (got.status == IoStatus::Ended || pending.discardedBytes > kDiscardedBytes)
        drop(pending);
}

void Handshaker::drop(Pending &pending)
{
    const size_t index = pending.index;
    Q_ASSERT(m_pending[index].get() == &pending);
    if (pending.state == Pending::State::Refused)
        --m_lingering;
    pending.state = Pending::State::Ended;
    if (pending.number != 0) {
        m_asking.erase(pending.number);
        pending.stop.request_stop();
    }
    m_deadlines.disarm(pending);
    if (pending.entered)
        m_gatekeeper.leave(pending.address);
    if (pending.stream.isOpen()) {
        m_dispatcher.unwatch(pending.stream.descriptor());
        pending.stream.close();
    }
    // The turn's list of ready descriptors may still name it.
    m_buried.push_back(std::move(m_pending[index]));
    if (index + 1 < m_pending.size()) {
        m_pending[index] = std::move(m_pending.back());
        m_pending[index]->index = index;
    }
    m_pending.pop_back();
}

void Handshaker::expire(TimePoint now)
{
    m_deadlines.expire(now, [this](TimerNode &node) {
        auto &pending = static_cast<Pending &>(node);
        if (pending.state != Pending::State::Refused)
            m_metrics.add(Counter::HandshakesTimedOut);
        drop(pending);
    });
}

void Handshaker::bury()
{
    m_buried.clear();
}

void Handshaker::stop()
{
    m_stopped = true;
    while (!m_pending.empty())
        drop(*m_pending.back());
    m_buried.clear();
}

} // namespace sluice::server
