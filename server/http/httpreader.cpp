#include "server/http/httpreader.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace sluice::server {

namespace {

// Of a chunk's size and what may stand behind it.
constexpr size_t kChunkLineBytes = 256;
constexpr size_t kTrailerBytes = 4096;
constexpr std::string_view kLineEnd = "\r\n";

template <int kBase>
std::optional<size_t> number(std::string_view digits)
{
    constexpr size_t kMostDigits = 15; // so that no sum overflows
    size_t value = 0;
    const char *end = digits.data() + digits.size();
    if (digits.empty() || digits.size() > kMostDigits || digits.front() == '-')
        return std::nullopt;
    const auto [stop, fault] = std::from_chars(digits.data(), end, value, kBase);
    return fault == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

} // namespace

HttpReader::Step HttpReader::advance(const HttpLimits &limits)
{
    const Step step = m_state == State::Refused ? Step::Refused
        : m_state == State::Head                ? readHead(limits)
                                                : readBody(limits);
    forgetRead();
    return step;
}

void HttpReader::next()
{
    m_state = State::Head;
    m_head = {};
    m_body.clear();
    m_left = 0;
    m_trailerBytes = 0;
}

bool HttpReader::expectsContinue() const
{
    return m_head.version == "1.1" && equalsIgnoringCase(m_head.header("Expect"), "100-continue")
        && m_state != State::Complete && m_input.empty() && m_body.empty();
}

bool HttpReader::keepsAlive() const
{
    return m_state != State::Refused && m_head.version == "1.1" && !m_head.hasToken("Connection", "close");
}

HttpReader::Step HttpReader::readHead(const HttpLimits &limits)
{
    while (rest().starts_with(kLineEnd)) // RFC 9112, 2.2
        m_at += kLineEnd.size();
    const std::string_view bytes = rest();
    const auto end = endOfHttpHead(bytes.substr(0, limits.headerBytes));
    if (!end)
        return bytes.size() > limits.headerBytes ? refuse(431, "The request header is too large.") : Step::More;
    m_headBytes = bytes.substr(0, *end);
    m_at += *end;
    auto head = parseHttpRequest(m_headBytes);
    if (!head) {
        m_refusal = head.error();
        m_state = State::Refused;
        return Step::Refused;
    }
    m_head = *std::move(head);
    return readFraming(limits) ? Step::Head : Step::Refused;
}

// How long the body is. Whatever two programs could read differently is refused.
bool HttpReader::readFraming(const HttpLimits &limits)
{
    const auto fault = [this](int status, const char *text) { return refuse(status, text) != Step::Refused; };
    if (m_head.version != "1.1" && m_head.version != "1.0")
        return fault(505, "Only HTTP/1.1 is spoken here.");
    if (m_head.count("Host") > 1 || (m_head.version == "1.1" && m_head.count("Host") == 0))
        return fault(400, "There must be one Host header.");
    const size_t lengths = m_head.count("Content-Length");
    if (m_head.count("Transfer-Encoding") == 0) {
        m_state = State::Sized;
        m_left = 0;
        if (lengths > 1)
            return fault(400, "There is more than one Content-Length.");
        return lengths == 0 || readLength(m_head.header("Content-Length"), limits);
    }
    if (lengths > 0 || m_head.count("Transfer-Encoding") > 1 || m_head.version == "1.0")
        return fault(400, "The body's length is ambiguous.");
    if (!equalsIgnoringCase(m_head.header("Transfer-Encoding"), "chunked"))
        return fault(501, "The only transfer encoding is chunked.");
    m_state = State::ChunkSize;
    return true;
}

bool HttpReader::readLength(std::string_view text, const HttpLimits &limits)
{
    const auto length = number<10>(text);
    if (!length)
        return refuse(400, "The Content-Length is no number.") != Step::Refused;
    if (*length > limits.bodyBytes)
        return refuse(413, "The body is too large.") != Step::Refused;
    m_left = *length;
    return true;
}

HttpReader::Step HttpReader::readBody(const HttpLimits &limits)
{
    bool goesOn = true;
    while (goesOn) {
        switch (m_state) {
        case State::Sized:
            goesOn = takeData();
            if (goesOn)
                m_state = State::Complete;
            break;
        case State::ChunkSize: goesOn = readChunkSize(limits); break;
        case State::ChunkData:
            goesOn = takeData();
            if (goesOn)
                m_state = State::ChunkEnd;
            break;
        case State::ChunkEnd:
            goesOn = rest().size() >= kLineEnd.size();
            if (goesOn && !rest().starts_with(kLineEnd))
                return refuse(400, "A chunk does not end where it should.");
            m_at += goesOn ? kLineEnd.size() : 0;
            m_state = goesOn ? State::ChunkSize : m_state;
            break;
        case State::Trailers: goesOn = readTrailer(); break;
        case State::Complete: return Step::Body;
        case State::Head:
        case State::Refused: goesOn = false; break;
        }
    }
    return m_state == State::Refused ? Step::Refused : Step::More;
}

// True when all of it is there.
bool HttpReader::takeData()
{
    const std::string_view data = rest().substr(0, m_left);
    m_body.append(data);
    m_at += data.size();
    m_left -= data.size();
    return m_left == 0;
}

bool HttpReader::readChunkSize(const HttpLimits &limits)
{
    const std::string_view bytes = rest();
    const size_t end = bytes.substr(0, kChunkLineBytes).find(kLineEnd);
    if (end == std::string_view::npos && bytes.size() < kChunkLineBytes)
        return false;
    const std::string_view line = bytes.substr(0, std::min(end, bytes.size()));
    const auto size = number<16>(line.substr(0, line.find_first_of("; \t")));
    if (end == std::string_view::npos || !size)
        return refuse(400, "A chunk's size is malformed.") != Step::Refused;
    if (*size > limits.bodyBytes - std::min(limits.bodyBytes, m_body.size()))
        return refuse(413, "The body is too large.") != Step::Refused;
    m_at += end + kLineEnd.size();
    m_left = *size;
    m_state = *size == 0 ? State::Trailers : State::ChunkData;
    return true;
}

// Trailers say nothing to us.
bool HttpReader::readTrailer()
{
    const size_t end = rest().find(kLineEnd);
    const size_t size = end == std::string_view::npos ? rest().size() : end + kLineEnd.size();
    if (m_trailerBytes + size > kTrailerBytes)
        return refuse(431, "The trailers are too large.") != Step::Refused;
    if (end == std::string_view::npos)
        return false;
    m_trailerBytes += size;
    m_at += size;
    if (end == 0)
        m_state = State::Complete;
    return true;
}

HttpReader::Step HttpReader::refuse(int status, const char *text)
{
    m_state = State::Refused;
    m_refusal = {status, text};
    return Step::Refused;
}

void HttpReader::forgetRead()
{
    if (m_at == m_input.size())
        m_input.clear();
    else
        m_input.erase(0, m_at);
    m_at = 0;
}

} // namespace sluice::server
