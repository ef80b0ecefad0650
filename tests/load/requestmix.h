#pragma once

#include "shared/base/random.h"
#include "tests/load/answer.h"
#include "tests/load/loadplan.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sluice::load {

/// Makes requests of the kinds and in the shares that a plan asks for, with params that each event takes. Learns from
/// the replies which notes a user may read, so that fetching finds something. Thread: its owner's.
class RequestMix
{
public:
    RequestMix(std::vector<MixPart> parts, size_t payloadBytes, size_t users, Random &random);

    /// The event of the next request.
    [[nodiscard]] const std::string &pick();
    /// The JSON text of params for `event` of a member, valid until the next call. An echo carries `mark`.
    [[nodiscard]] std::string_view params(std::string_view event, size_t member, const Mark &mark);
    /// Whether a note is known that the member's user may read.
    [[nodiscard]] bool knowsNote(size_t member) const { return !m_noteIds[userOf(member)].empty(); }
    void learn(size_t member, const Answer &answer);
    /// Every bench/sleep takes that long, instead of up to 19 ms at random.
    void setSleep(std::chrono::milliseconds sleep) { m_sleep = sleep; }

    /// The id of the user who holds the connection `index`.
    [[nodiscard]] static std::string userName(size_t index, size_t users);

private:
    void appendEcho(const Mark &mark);
    void appendSleep();
    void appendNote();
    void appendSeenNote(size_t member);
    void learnNote(size_t member, const QJsonValue &note);
    [[nodiscard]] size_t userOf(size_t member) const { return member % m_users; }
    [[nodiscard]] std::string someUser();

    std::vector<MixPart> m_parts;
    quint64 m_weights = 0;
    std::string m_padding;
    size_t m_users;
    std::optional<std::chrono::milliseconds> m_sleep;
    Random &m_random;
    std::string m_text;
    std::vector<std::vector<std::string>> m_noteIds; ///< By user: JSON texts of the ids of notes seen last.
};

} // namespace sluice::load
