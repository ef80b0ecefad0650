#include "server/events/backendhandlers.h"
#include "server/events/backendspecreader.h"
#include "server/events/eventregistry.h"
#include "tests/fuzz/require.h"

#include <array>
#include <cstdint>

using namespace sluice;
using namespace sluice::server;

/// An events file: events, topics and backends. What is accepted is within its bounds, what is not names its file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, size_t size)
{
    const QByteArray toml(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto events = EventRegistry::load(toml, QStringLiteral("/fuzzed/events.toml"), {});
    if (!events) {
        for (const QString &line : events.error().detail.split(u'\n'))
            require(line.startsWith(QLatin1String("/fuzzed/events.toml")), "a fault names its file");
        return 0;
    }
    for (const TopicRulePtr &rule : (*events)->topics())
        require(isTopicPattern(rule->pattern), "a topic has a pattern");
    for (const BackendSpecPtr &backend : (*events)->backends())
        require((*events)->findBackend(backend->id) != nullptr, "a backend is found by its id");
    require((*events)->events().size() <= (*events)->names().size(), "an event has an index");
    return 0;
}
