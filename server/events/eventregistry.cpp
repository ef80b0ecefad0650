#include "server/events/eventregistry.h"

#include "server/config/textfile.h"
#include "server/config/tomlreader.h"
#include "server/events/backendhandlers.h"
#include "server/events/backendspecreader.h"
#include "server/events/eventspecreader.h"
#include "server/events/topicrulereader.h"

#include <algorithm>
#include <array>

namespace sluice::server {

namespace {

constexpr QLatin1String kShippedEvents(":/sluice/config/events.toml");
constexpr QLatin1String kBuiltInEvents(":/sluice/config/builtin-events.toml");

/// What has been read so far, over all files.
struct Reading {
    std::vector<std::shared_ptr<EventSpec>> events;
    std::unordered_map<std::string, QString> placeById;
    std::vector<TopicRulePtr> topics;
    std::vector<BackendSpecPtr> backends;
    ConfigProblems problems;
};

void readEvent(const TomlNode &table, const QString &fileName, const HandlerTable &handlers, Reading &reading)
{
    const std::shared_ptr<EventSpec> spec =
        EventSpecReader(fileName, handlers, reading.backends, reading.problems).read(table);
    const QString place = QStringLiteral("%1:%2").arg(fileName).arg(table.line);
    const auto [before, isNew] = reading.placeById.try_emplace(spec->id, place);
    if (!isNew && !spec->id.empty()) {
        reading.problems.push_back({place,
                                    QString::fromStdString(spec->id) + QLatin1String(" id"),
                                    QStringLiteral("there is already one at %1").arg(before->second),
                                    {},
                                    QStringLiteral("an id of its own")});
    }
    reading.events.push_back(spec);
}

void readBackend(const TomlNode &table, const QString &fileName, Reading &reading)
{
    BackendSpecPtr spec = readBackendSpec(table, fileName, reading.problems);
    const bool isKnown = std::any_of(reading.backends.begin(), reading.backends.end(),
                                     [&spec](const BackendSpecPtr &other) { return other->id == spec->id; });
    if (isKnown && !spec->id.empty()) {
        reading.problems.push_back({QStringLiteral("%1:%2").arg(fileName).arg(table.line),
                                    QString::fromStdString(spec->id) + QLatin1String(" id"),
                                    QStringLiteral("there is already such a backend"),
                                    {},
                                    QStringLiteral("an id of its own")});
        return;
    }
    reading.backends.push_back(std::move(spec));
}

void readTables(const TomlNode::Member &member, const QString &fileName, const HandlerTable &handlers, Reading &reading)
{
    for (const TomlNode &table : member.value.elements) {
        if (member.name == QLatin1String("topic"))
            reading.topics.push_back(readTopicRule(table, fileName, reading.problems));
        else if (member.name == QLatin1String("event"))
            readEvent(table, fileName, handlers, reading);
    }
}

void readText(const EventsText &text, const HandlerTable &handlers, Reading &reading)
{
    const Result<TomlNode> root = readToml(text.toml, text.fileName);
    if (!root) {
        reading.problems.push_back({{}, {}, root.error().detail, {}, {}});
        return;
    }
    // Backends first, wherever they stand: events name them.
    for (const TomlNode::Member &member : root->members) {
        if (member.name != QLatin1String("backend") || member.value.kind != TomlNode::Kind::Array)
            continue;
        for (const TomlNode &table : member.value.elements)
            readBackend(table, text.fileName, reading);
    }
    static const QStringList kTables{QStringLiteral("event"), QStringLiteral("topic"), QStringLiteral("backend")};
    for (const TomlNode::Member &member : root->members) {
        if (kTables.contains(member.name) && member.value.kind == TomlNode::Kind::Array) {
            readTables(member, text.fileName, handlers, reading);
            continue;
        }
        reading.problems.push_back({QStringLiteral("%1:%2").arg(text.fileName).arg(member.line), member.name,
                                    QStringLiteral("an events file holds only events, topics and backends"),
                                    member.value.toText(), QStringLiteral("[[event]], [[topic]] or [[backend]]")});
    }
}

/// Only now that nothing is wrong, so that a mistaken file leaves no handlers behind. Those that no event names have
/// one as well: hooks may.
void giveHandlers(Reading &reading, const QString &fileName, BackendHandlers *handlers)
{
    for (const BackendSpecPtr &backend : reading.backends) {
        Handler *handler = handlers ? handlers->handlerOf(backend->id) : nullptr;
        if (!handler) {
            reading.problems.push_back({fileName,
                                        QString::fromStdString(backend->id) + QLatin1String(" id"),
                                        QStringLiteral("too many backends, those gone since the start counted"),
                                        {},
                                        QStringLiteral("at most %1").arg(handlers ? BackendHandlers::kMost : 0)});
            return;
        }
        for (const std::shared_ptr<EventSpec> &spec : reading.events) {
            if (spec->backend == backend)
                spec->handler = handler;
        }
    }
}

/// Gives the events their indexes and what was learnt about them before. Returns the id of each index.
std::vector<std::string> giveIndexes(const std::vector<std::shared_ptr<EventSpec>> &events, const EventRegistry *before)
{
    std::vector<std::string> names;
    std::unordered_map<std::string_view, quint32> indexes;
    if (before) {
        names.assign(before->names().begin(), before->names().end());
        for (size_t index = 0; index < before->names().size(); ++index)
            indexes.emplace(before->names()[index], static_cast<quint32>(index));
    }
    for (const std::shared_ptr<EventSpec> &spec : events) {
        const auto [place, isNew] = indexes.try_emplace(spec->id, static_cast<quint32>(names.size()));
        if (isNew)
            names.push_back(spec->id);
        spec->index = EventIndex{place->second};
        const EventSpecPtr *known = before ? before->find(spec->id) : nullptr;
        if (known && (*known)->handler == spec->handler)
            spec->meanHandlerNs.store((*known)->meanHandlerNs.load(std::memory_order_relaxed),
                                      std::memory_order_relaxed);
    }
    return names;
}

} // namespace

EventsText builtInEvents()
{
    const Result<QByteArray> toml = readTextFile(kBuiltInEvents);
    Q_ASSERT(toml);
    return {toml.value_or(QByteArray()), kBuiltInEvents};
}

Result<EventsText> readEventsFile(const QString &fileName)
{
    const QString name = fileName.isEmpty() ? QString(kShippedEvents) : fileName;
    return readTextFile(name).map([&name](const QByteArray &toml) { return EventsText{toml, name}; });
}

Result<std::shared_ptr<const EventRegistry>> EventRegistry::load(const QByteArray &toml, const QString &fileName,
                                                                 const HandlerTable &handlers)
{
    const std::array texts{EventsText{toml, fileName}};
    return load(texts, handlers);
}

Result<std::shared_ptr<const EventRegistry>> EventRegistry::load(std::span<const EventsText> texts,
                                                                 const HandlerTable &handlers,
                                                                 const EventRegistry *before, BackendHandlers *backends)
{
    Reading reading;
    for (const EventsText &text : texts)
        readText(text, handlers, reading);
    if (reading.problems.empty())
        giveHandlers(reading, texts.back().fileName, backends);
    auto registry = std::make_shared<EventRegistry>();
    registry->m_names = giveIndexes(reading.events, before);
    if (registry->m_names.size() > kMaxEventTypes) {
        reading.problems.push_back({texts.back().fileName,
                                    {},
                                    QStringLiteral("too many events, those gone since the start counted"),
                                    QString::number(registry->m_names.size()),
                                    QStringLiteral("at most %1").arg(kMaxEventTypes)});
    }
    if (!reading.problems.empty())
        return configFailure(reading.problems);

    for (const std::shared_ptr<EventSpec> &spec : reading.events) {
        registry->m_byId.emplace(spec->id, registry->m_events.size());
        registry->m_events.push_back(spec);
        if (spec->enabled && spec->maxMessageBytes > 0)
            registry->m_withOwnSize.push_back(spec);
    }
    registry->m_topics = std::move(reading.topics);
    registry->m_backends = std::move(reading.backends);
    std::sort(registry->m_withOwnSize.begin(), registry->m_withOwnSize.end(),
              [](const EventSpecPtr &a, const EventSpecPtr &b) { return a->maxMessageBytes > b->maxMessageBytes; });
    return registry;
}

int EventRegistry::largestMessageBytes(const Principal &principal) const
{
    const auto largest = std::find_if(m_withOwnSize.begin(), m_withOwnSize.end(),
                                      [&principal](const EventSpecPtr &spec) { return spec->isOpenTo(principal); });
    return largest == m_withOwnSize.end() ? 0 : (*largest)->maxMessageBytes;
}

BackendSpecPtr EventRegistry::findBackend(std::string_view id) const
{
    const auto found = std::find_if(m_backends.begin(), m_backends.end(),
                                    [id](const BackendSpecPtr &backend) { return backend->id == id; });
    return found == m_backends.end() ? nullptr : *found;
}

const EventSpecPtr *EventRegistry::find(std::string_view id) const noexcept
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_events[found->second];
}

} // namespace sluice::server
