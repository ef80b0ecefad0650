#pragma once

#include "server/events/eventspec.h"
#include "server/events/handler.h"
#include "server/events/tablefields.h"

#include <memory>
#include <span>

namespace sluice::server {

/// Whether that can be an event's id: letters, digits, _ . - $ and /, at most 128. Thread: any.
[[nodiscard]] bool isEventId(const QString &text);

/// Turns one `[[event]]` table into an EventSpec and collects everything that is wrong with it.
/// Thread: any; one table each.
class EventSpecReader : private TableFields
{
public:
    /// `backends`: those that an event may name.
    EventSpecReader(const QString &fileName, const HandlerTable &handlers, std::span<const BackendSpecPtr> backends,
                    ConfigProblems &problems);

    /// The event as far as it could be read; use it only when no problem was added. Of an event with a backend the
    /// handler is still to be found.
    [[nodiscard]] std::shared_ptr<EventSpec> read(const TomlNode &table);

private:
    using Field = void (EventSpecReader::*)(const TomlNode &value);
    struct FieldEntry {
        const char *name;
        Field read;
    };
    [[nodiscard]] static std::span<const FieldEntry> fields();

    void readId(const TomlNode &value);
    void readSummary(const TomlNode &value);
    void readHandler(const TomlNode &value);
    void readHttpHandler(const TomlNode &value, const QString &name);
    void readRateLimit(const TomlNode &value);
    void readTimeout(const TomlNode &value);
    void readPriority(const TomlNode &value);
    void readMaxConcurrent(const TomlNode &value);
    void readOrdered(const TomlNode &value);
    void readRequiresAuth(const TomlNode &value);
    void readRequiresRole(const TomlNode &value);
    void readMaxMessageBytes(const TomlNode &value);
    void readParams(const TomlNode &value);
    void readEnabled(const TomlNode &value);
    void readIdempotent(const TomlNode &value);
    void readDryRun(const TomlNode &value);
    void readParam(const TomlNode::Member &member);
    void checkWhole(const TomlNode &table);

    const HandlerTable &m_handlers;
    const std::span<const BackendSpecPtr> m_backends;
    std::shared_ptr<EventSpec> m_spec;
};

} // namespace sluice::server
