#pragma once

#include "shared/base/random.h"
#include "tests/load/answer.h"
#include "tests/load/loadplan.h"

#include <deque>
#include <string>
#include <vector>

namespace sluice::load {

/// Makes requests of the kinds and in the shares that a plan asks for, with params that each event takes. Learns the
/// ids of saved notes from the replies, so that fetching finds something. Thread: its owner's.
class RequestMix
{
public:
    RequestMix(std::vector<MixPart> parts, size_t payloadBytes, size_t users, Random &random);

    /// The event of the next request.
    [[nodiscard]] const std::string &pick();
    /// The JSON text of params for `event`, valid until the next call. An echo carries `mark`.
    [[nodiscard]] std::string_view params(std::string_view event, const Mark &mark);
    void learn(const Answer &answer);

    /// The id of the user who holds the connection `index`.
    [[nodiscard]] static std::string userName(size_t index, size_t users);

private:
    void appendEcho(const Mark &mark);
    void appendNote();
    [[nodiscard]] std::string someUser();

    std::vector<MixPart> m_parts;
    quint64 m_weights = 0;
    std::string m_padding;
    size_t m_users;
    Random &m_random;
    std::string m_text;
    std::deque<std::string> m_noteIds; ///< JSON texts of the notes saved last.
};

} // namespace sluice::load
