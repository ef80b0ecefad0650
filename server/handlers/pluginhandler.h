#pragma once

#include "server/events/handler.h"
#include "server/handlers/handlerplugin.h"

#include <memory>

namespace sluice::server {

/// A plugin's handler as one of ours. What it answers is checked before it is believed: JSON that is none, an error
/// code or a push that cannot be are the plugin's fault, told in the log and answered as an internal error. Thread:
/// worker, several at once.
class PluginHandler final : public Handler
{
public:
    explicit PluginHandler(std::unique_ptr<plugin::Handler> handler)
        : m_handler(std::move(handler))
    {
    }

    [[nodiscard]] HandlerResult handle(const Request &request) override;

private:
    const std::unique_ptr<plugin::Handler> m_handler;
};

/// What a plugin is told of a request. Thread: worker.
[[nodiscard]] plugin::Event toPluginEvent(const Request &request);
/// The outcome that a plugin's answer means; `event` is for the log. Thread: any.
[[nodiscard]] Outcome toOutcome(plugin::Answer &&answer, const QString &event);

} // namespace sluice::server
