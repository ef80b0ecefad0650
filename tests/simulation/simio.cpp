#include "tests/simulation/simio.h"

#include <algorithm>
#include <utility>

namespace sluice::sim {

using namespace std::chrono_literals;

namespace {

constexpr Duration kUsualWake = 60us;
constexpr Duration kSlowWake = 3ms;
constexpr double kSlowWakePercent = 2;
constexpr Duration kLateTick = 4ms;

} // namespace

SimIo::SimIo(const Parts &parts, size_t index)
    : m_parts(parts)
    , m_index(index)
{
}

void SimIo::begin(std::unique_ptr<server::Router> router, const server::ConfigPtr &config)
{
    m_router = std::move(router);
    m_config = config;
    m_parts.auditor.watch(*m_router);
    comeSoon(kUsualWake);
}

void SimIo::post(server::CompletionBatch &&batch)
{
    m_parts.auditor.posted(m_index, batch);
    send(std::move(batch));
}

void SimIo::call(std::function<void()> function)
{
    send(std::move(function));
}

void SimIo::send(Mail &&mail)
{
    ++m_mailWaiting;
    if (m_mailbox.post(std::move(mail)))
        comeSoon(kUsualWake);
}

void SimIo::setConfig(const server::ConfigPtr &config)
{
    call([this, config] {
        m_config = config;
        m_router->setConfig(config);
    });
}

void SimIo::bring(SimSession &session, std::string text)
{
    m_inputs.push_back({&session, std::move(text)});
    comeSoon(kUsualWake);
}

void SimIo::bringEnd(SimSession &session)
{
    bring(session, {});
}

void SimIo::forget(const SimSession &session)
{
    std::erase_if(m_inputs, [&session](const Input &input) { return input.session == &session; });
}

void SimIo::abandon()
{
    call([this] {
        m_parts.auditor.aboutToAbandon(m_index);
        m_router->abandonAll();
        m_parts.auditor.swept();
    });
}

void SimIo::comeSoon(Duration within)
{
    if (std::exchange(m_turnIsComing, true))
        return;
    const bool isSlow = m_parts.dice.chance(kSlowWakePercent);
    m_parts.scheduler.after(m_parts.dice.upTo(isSlow ? kSlowWake : within), [this] { turn(); });
}

// In the order of IoThread::turnEnded.
void SimIo::turn()
{
    m_turnIsComing = false;
    m_mailbox.announceAwake();
    m_router->beginTurn(m_parts.scheduler.now());
    if (std::exchange(m_tickIsDue, false))
        tick();
    read();
    handOver();
    openMail();
    read();
    handOver();
    planTick();
    if (!m_inputs.empty() || !m_mailbox.announceSleep())
        comeSoon(1us);
}

void SimIo::tick()
{
    const TimePoint now = m_parts.scheduler.now();
    m_parts.auditor.aboutToExpire(m_index, now);
    m_router->expire(now);
    m_parts.auditor.swept();
}

void SimIo::planTick()
{
    if (m_router->unanswered() == 0 || std::exchange(m_tickIsPlanned, true))
        return;
    m_parts.scheduler.after(server::Router::kDeadlineTick + m_parts.dice.upTo(kLateTick), [this] {
        m_tickIsPlanned = false;
        m_tickIsDue = true;
        comeSoon(kUsualWake);
    });
}

void SimIo::read()
{
    while (!m_inputs.empty() && !m_router->isTurnFull()) {
        const Input input = std::move(m_inputs.front());
        m_inputs.pop_front();
        SimSession &session = *input.session;
        if (input.text.empty())
            session.detach();
        else if (session.state == SimSession::State::Open)
            receive(session, input.text);
        if (session.state == SimSession::State::Closing)
            bringEnd(session);
    }
}

// As ClientGateway does it.
void SimIo::receive(SimSession &session, const std::string &text)
{
    const protocol::Decoded &decoded = m_decoder.decode(text, {m_config->limits.jsonDepth, m_config->limits.batch});
    if (!decoded.isBatch) {
        route(session, decoded.elements.front(), nullptr, std::nullopt);
        return;
    }
    auto *batch = new server::BatchReply{&session, {}, 1};
    const size_t array = m_parts.auditor.beginArray();
    for (const protocol::Element &element : decoded.elements) {
        if (session.state != SimSession::State::Open)
            break;
        route(session, element, batch, array);
    }
    m_router->finishBatch(batch);
}

void SimIo::route(SimSession &session, const protocol::Element &element, server::BatchReply *batch,
                  std::optional<size_t> array)
{
    if (const auto *envelope = std::get_if<protocol::Envelope>(&element)) {
        m_parts.auditor.aboutToRoute(session, *envelope, array, *m_config, m_router->registry());
        m_router->route(session, *envelope, batch);
    } else {
        const auto &bad = std::get<protocol::BadEnvelope>(element);
        m_parts.auditor.aboutToRefuse(session, bad, array, *m_config);
        m_router->refuse(session, bad, batch);
    }
    m_parts.auditor.routed(session);
}

void SimIo::handOver()
{
    m_parts.auditor.aboutToEndTurn(m_index);
    m_router->endTurn();
    m_parts.auditor.turnEnded(m_index);
}

void SimIo::openMail()
{
    m_mail.clear();
    m_mailbox.take(m_mail);
    m_mailWaiting -= m_mail.size();
    for (Mail &mail : m_mail) {
        if (auto *function = std::get_if<std::function<void()>>(&mail)) {
            (*function)();
            continue;
        }
        auto &batch = std::get<server::CompletionBatch>(mail);
        m_parts.auditor.aboutToComplete(batch);
        m_router->complete(batch);
        m_parts.auditor.completed();
    }
}

} // namespace sluice::sim
