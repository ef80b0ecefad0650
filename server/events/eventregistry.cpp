#include "server/events/eventregistry.h"

#include "server/config/textfile.h"
#include "server/config/tomlreader.h"
#include "server/events/eventspecreader.h"

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
    ConfigProblems problems;
};

void readEvent(const TomlNode &table, const QString &fileName, const HandlerTable &handlers, Reading &reading)
{
    const std::shared_ptr<EventSpec> spec = EventSpecReader(fileName, handlers, reading.problems).read(table);
    const QString place = QStringLiteral("%1:%2").arg(fileName).arg(table.line);
    const auto [before, isNew] = reading.placeById.try_emplace(spec->id, place);
    if (!isNew && !spec->id.empty()) {
        reading.problems.push_back({place,
                                    QString::fromStdString(spec->id) + QLatin1String(" id"),
                                    QStringLiteral("there is already one at %1").arg(before->second),
                                    {},
                                    QStringLiteral("an id of its own")});
    }
    spec->index = EventIndex{static_cast<quint32>(reading.events.size())};
    reading.events.push_back(spec);
}

void readText(const EventsText &text, const HandlerTable &handlers, Reading &reading)
{
    const Result<TomlNode> root = readToml(text.toml, text.fileName);
    if (!root) {
        reading.problems.push_back({{}, {}, root.error().detail, {}, {}});
        return;
    }
    for (const TomlNode::Member &member : root->members) {
        if (member.name != QLatin1String("event") || member.value.kind != TomlNode::Kind::Array) {
            reading.problems.push_back({QStringLiteral("%1:%2").arg(text.fileName).arg(member.line), member.name,
                                        QStringLiteral("an events file holds only events"), member.value.toText(),
                                        QStringLiteral("[[event]]")});
            continue;
        }
        for (const TomlNode &table : member.value.elements)
            readEvent(table, text.fileName, handlers, reading);
    }
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
                                                                 const HandlerTable &handlers)
{
    Reading reading;
    for (const EventsText &text : texts)
        readText(text, handlers, reading);
    if (reading.events.size() > kMaxEventTypes) {
        reading.problems.push_back({texts.back().fileName,
                                    {},
                                    QStringLiteral("too many events"),
                                    QString::number(reading.events.size()),
                                    QStringLiteral("at most %1").arg(kMaxEventTypes)});
    }
    if (!reading.problems.empty())
        return configFailure(reading.problems);

    auto registry = std::make_shared<EventRegistry>();
    for (const std::shared_ptr<EventSpec> &spec : reading.events) {
        registry->m_byId.emplace(spec->id, registry->m_events.size());
        registry->m_events.push_back(spec);
        if (spec->enabled && spec->maxMessageBytes > 0)
            registry->m_withOwnSize.push_back(spec);
    }
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

const EventSpecPtr *EventRegistry::find(std::string_view id) const noexcept
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_events[found->second];
}

} // namespace sluice::server
