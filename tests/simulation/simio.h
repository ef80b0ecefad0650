#pragma once

#include "server/events/sinks.h"
#include "server/routing/router.h"
#include "server/transport/mailbox.h"
#include "shared/protocol/codec.h"
#include "tests/simulation/auditor.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/scheduler.h"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace sluice::sim {

/// An I/O thread without a thread and without sockets: turns as the transport takes them, around a real router and a
/// real mailbox. What it hears comes in order; how long waking it takes is chance.
/// Thread: the simulation's.
class SimIo final : public server::CompletionSink
{
public:
    struct Parts {
        Scheduler &scheduler;
        Dice &dice;
        Auditor &auditor;
    };
    SimIo(const Parts &parts, size_t index);

    /// Requires: called once, before anything else.
    void begin(std::unique_ptr<server::Router> router, const server::ConfigPtr &config);
    [[nodiscard]] server::Router &router() { return *m_router; }

    void post(server::CompletionBatch &&batch) override;
    /// Runs it in this thread, in order with the completions.
    void call(std::function<void()> function);
    void setConfig(const server::ConfigPtr &config);
    /// The network brings a text, or the end of the connection.
    void bring(SimSession &session, std::string text);
    void bringEnd(SimSession &session);
    /// What it has not read yet will not be read.
    void forget(const SimSession &session);
    void abandon();

    /// Something waits for a thread that nobody wakes.
    [[nodiscard]] bool isForgotten() const { return m_mailWaiting > 0 && !m_turnIsComing; }

private:
    using Mail = std::variant<server::CompletionBatch, std::function<void()>>;
    struct Input {
        SimSession *session;
        std::string text; // empty: the end
    };

    void send(Mail &&mail);
    void comeSoon(Duration within);
    void turn();
    void tick();
    void read();
    void receive(SimSession &session, const std::string &text);
    void route(SimSession &session, const protocol::Element &element, server::BatchReply *batch,
               std::optional<size_t> array);
    void handOver();
    void openMail();
    void planTick();

    Parts m_parts;
    const size_t m_index;
    std::unique_ptr<server::Router> m_router;
    server::ConfigPtr m_config;
    protocol::Decoder m_decoder;
    server::Mailbox<Mail> m_mailbox;
    std::vector<Mail> m_mail;
    size_t m_mailWaiting = 0;
    std::deque<Input> m_inputs;
    bool m_turnIsComing = false;
    bool m_tickIsPlanned = false;
    bool m_tickIsDue = false;
};

} // namespace sluice::sim
