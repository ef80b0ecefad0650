#pragma once

#include "server/events/backendspec.h"
#include "server/events/eventspec.h"
#include "server/events/handler.h"
#include "server/events/topicrule.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sluice::server {

class BackendHandlers;

/// More event types than this are a mistake; Metrics makes room for as many.
inline constexpr size_t kMaxEventTypes = 4096;

/// One events.toml: its text, and its name for errors.
struct EventsText {
    QByteArray toml;
    QString fileName;
};

/// The session events that every server has (rpc.login ...), from the embedded builtin-events.toml.
[[nodiscard]] EventsText builtInEvents();

/// Reads an events file; an empty name gives the embedded events.toml.
/// Errors: InvalidParams whose `detail` says why it cannot be read.
[[nodiscard]] Result<EventsText> readEventsFile(const QString &fileName);

/// All event types of the server, as data. Immutable: a change makes a new registry.
/// Thread: any (immutable).
class EventRegistry
{
public:
    /// Reads several files as one; an id may come only once. An event that was known `before` keeps its index, also if
    /// it was gone meanwhile, so that what is counted by index stays its own; new ones get the next.
    /// Errors: InvalidParams whose `detail` is for operators and names file, line, key, what was found and what was
    /// expected, one problem a line, all problems at once. `backends` makes the handlers of events that name a backend;
    /// without it there can be none.
    [[nodiscard]] static Result<std::shared_ptr<const EventRegistry>> load(std::span<const EventsText> texts,
                                                                           const HandlerTable &handlers,
                                                                           const EventRegistry *before = nullptr,
                                                                           BackendHandlers *backends = nullptr);
    [[nodiscard]] static Result<std::shared_ptr<const EventRegistry>>
    load(const QByteArray &toml, const QString &fileName, const HandlerTable &handlers);

    /// The event of that id, or null.
    [[nodiscard]] const EventSpecPtr *find(std::string_view id) const noexcept;
    [[nodiscard]] std::span<const EventSpecPtr> events() const noexcept { return m_events; }
    /// The rules of topics, the first that matches counts.
    [[nodiscard]] std::span<const TopicRulePtr> topics() const noexcept { return m_topics; }
    /// The backends of events and hooks.
    [[nodiscard]] std::span<const BackendSpecPtr> backends() const noexcept { return m_backends; }
    /// The backend of that id, or null.
    [[nodiscard]] BackendSpecPtr findBackend(std::string_view id) const;
    /// The id of each index, of those that are gone too.
    [[nodiscard]] std::span<const std::string> names() const noexcept { return m_names; }
    /// The largest max-message-bytes of the events that they may call. Units: bytes; 0 when none of these has its own.
    [[nodiscard]] int largestMessageBytes(const Principal &principal) const;

private:
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };

    std::vector<EventSpecPtr> m_events;
    std::vector<std::string> m_names;
    std::unordered_map<std::string, size_t, Hash, std::equal_to<>> m_byId;
    std::vector<TopicRulePtr> m_topics;
    std::vector<BackendSpecPtr> m_backends;
    std::vector<EventSpecPtr> m_withOwnSize; // enabled, largest first
};

using EventRegistryPtr = std::shared_ptr<const EventRegistry>;

} // namespace sluice::server
