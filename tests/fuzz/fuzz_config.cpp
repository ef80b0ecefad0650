#include "server/config/tomlreader.h"
#include "server/events/topicrule.h"
#include "tests/fuzz/require.h"

#include <algorithm>
#include <cstdint>

using namespace sluice::server;

namespace {

// A pattern matches each of its own names, and nothing that is none.
void checkTopics(std::string_view pattern, std::string_view topic)
{
    const bool matches = topicMatches(pattern, topic);
    if (isTopicName(pattern))
        require(isTopicPattern(pattern) && topicMatches(pattern, pattern), "a name is a pattern that matches itself");
    if (matches && isTopicPattern(pattern) && isTopicName(topic))
        require(std::count(pattern.begin(), pattern.end(), '/') == std::count(topic.begin(), topic.end(), '/'),
                "a pattern matches names with as many segments");
}

} // namespace

/// What files say: the first byte chooses between TOML, and a topic's pattern and name with a line end between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view rest(reinterpret_cast<const char *>(data) + 1, size - 1);
    if ((data[0] & 1) != 0) {
        const size_t end = rest.find('\n');
        if (end != std::string_view::npos)
            checkTopics(rest.substr(0, end), rest.substr(end + 1));
        return 0;
    }
    const auto table =
        readToml(QByteArray(rest.data(), static_cast<qsizetype>(rest.size())), QStringLiteral("fuzzed.toml"));
    require(table || table.error().detail.startsWith(QLatin1String("fuzzed.toml:")), "a fault names its file");
    require(table || !table.error().detail.contains(u'\n'), "a fault is one line");
    return 0;
}
