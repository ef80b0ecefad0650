#include "tests/load/requestmix.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace sluice::load {

namespace {

constexpr size_t kMaxNoteIds = 32;
constexpr quint64 kMaxSleepMs = 20;
constexpr std::array<const char *, 6> kTopics{"sluice", "lock", "weir", "harbour", "Schleuse", "水門"};

std::string jsonText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2).toStdString();
}

} // namespace

RequestMix::RequestMix(std::vector<MixPart> parts, size_t payloadBytes, size_t users, Random &random)
    : m_parts(std::move(parts))
    , m_padding(payloadBytes, 'x')
    , m_users(users)
    , m_random(random)
    , m_noteIds(users)
{
    for (const MixPart &part : m_parts)
        m_weights += part.weight;
}

const std::string &RequestMix::pick()
{
    quint64 point = m_parts.size() > 1 ? m_random.below(m_weights) : 0;
    for (const MixPart &part : m_parts) {
        if (point < part.weight)
            return part.event;
        point -= part.weight;
    }
    Q_UNREACHABLE();
}

std::string_view RequestMix::params(std::string_view event, size_t member, const Mark &mark)
{
    m_text.clear();
    if (event == "bench/echo" || event == "bench/broadcast")
        appendEcho(mark);
    else if (event.starts_with("bench/sleep"))
        appendSleep();
    else if (event == "notes/save")
        appendNote();
    else if (event == "notes/fetch" && knowsNote(member))
        appendSeenNote(member);
    else if (event == "notes/search")
        m_text.append(R"({"query":")").append(kTopics[m_random.below(kTopics.size())]).append(R"("})");
    else if (event == "users/get")
        m_text.append(R"({"id":")").append(someUser()).append(R"("})");
    else
        m_text.append("{}");
    return m_text;
}

void RequestMix::learn(size_t member, const Answer &answer)
{
    learnNote(member, answer.result[QLatin1String("note")]);
    const QJsonArray listed = answer.result[QLatin1String("notes")].toArray();
    for (const QJsonValue &note : listed)
        learnNote(member, note);
}

std::string RequestMix::userName(size_t index, size_t users)
{
    return "user-" + std::to_string(index % users);
}

void RequestMix::appendEcho(const Mark &mark)
{
    m_text.append(R"({"account":)").append(std::to_string(mark.account));
    m_text.append(R"(,"sequence":)").append(std::to_string(mark.sequence));
    m_text.append(R"(,"padding":")").append(m_padding).append(R"("})");
}

void RequestMix::appendSleep()
{
    const quint64 ms = m_sleep ? static_cast<quint64>(m_sleep->count()) : m_random.below(kMaxSleepMs);
    m_text.append(R"({"ms":)").append(std::to_string(ms)).append("}");
}

void RequestMix::appendNote()
{
    m_text.append(R"({"title":"About the )").append(kTopics[m_random.below(kTopics.size())]);
    m_text.append(R"(","content":")").append(m_padding);
    m_text.append(R"(","collaborators":[")").append(someUser()).append(R"(",")").append(someUser()).append(R"("]})");
}

void RequestMix::appendSeenNote(size_t member)
{
    const std::vector<std::string> &ids = m_noteIds[userOf(member)];
    m_text.append(R"({"id":)").append(ids[m_random.below(ids.size())]).append("}");
}

void RequestMix::learnNote(size_t member, const QJsonValue &note)
{
    const QJsonValue id = note[QLatin1String("id")];
    if (id.isUndefined())
        return;
    std::vector<std::string> &known = m_noteIds[userOf(member)];
    std::string text = jsonText(id);
    if (std::find(known.begin(), known.end(), text) != known.end())
        return;
    if (known.size() == kMaxNoteIds)
        known.erase(known.begin());
    known.push_back(std::move(text));
}

std::string RequestMix::someUser()
{
    return userName(m_random.below(m_users), m_users);
}

} // namespace sluice::load
