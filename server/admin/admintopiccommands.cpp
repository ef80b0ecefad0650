// The commands of AdminCommands that show topics.

#include "server/admin/admincommands.h"
#include "server/topics/topics.h"
#include "shared/admin/adminpage.h"
#include "shared/admin/textpattern.h"

namespace sluice::server {

using admin::AdminParams;
using admin::PageRequest;
using admin::SortColumn;

namespace {

constexpr qsizetype kMaxName = 256;

qint64 number(size_t count)
{
    return static_cast<qint64>(count);
}

struct ShownTopic : TopicRow {
    [[nodiscard]] QJsonObject toJson() const
    {
        return {{QStringLiteral("topic"), QString::fromStdString(name)},
                {QStringLiteral("subscribers"), number(subscribers)},
                {QStringLiteral("users"), number(users)},
                {QStringLiteral("seq"), static_cast<qint64>(seq)},
                {QStringLiteral("history"), number(history)}};
    }
};

constexpr std::array kColumns{
    SortColumn<ShownTopic>{QLatin1String("topic"),
                           [](const ShownTopic &a, const ShownTopic &b) { return a.name < b.name; }},
    SortColumn<ShownTopic>{QLatin1String("subscribers"),
                           [](const ShownTopic &a, const ShownTopic &b) { return a.subscribers < b.subscribers; }},
    SortColumn<ShownTopic>{QLatin1String("users"),
                           [](const ShownTopic &a, const ShownTopic &b) { return a.users < b.users; }},
    SortColumn<ShownTopic>{QLatin1String("seq"),
                           [](const ShownTopic &a, const ShownTopic &b) { return a.seq < b.seq; }},
    SortColumn<ShownTopic>{QLatin1String("history"),
                           [](const ShownTopic &a, const ShownTopic &b) { return a.history < b.history; }},
};

} // namespace

Result<QJsonValue> AdminCommands::topicsList(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, PageRequest::fields());
    const std::span<const SortColumn<ShownTopic>> columns(kColumns);
    const PageRequest page = PageRequest::read(reader, columns, QStringLiteral("-subscribers"));
    const QString text = reader.text(QStringLiteral("filter"), kMaxName);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const admin::TextPattern pattern(text.isEmpty() ? "*" : text.toStdString());
    std::vector<ShownTopic> all;
    for (TopicRow &row : m_parts.topics.rows())
        all.push_back({std::move(row)});
    std::vector<const ShownTopic *> matching;
    for (const ShownTopic &topic : all) {
        if (pattern.matches(topic.name))
            matching.push_back(&topic);
    }
    return page.answer(all.size(), std::move(matching), columns);
}

} // namespace sluice::server
