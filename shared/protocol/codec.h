#pragma once

#include "shared/base/result.h"
#include "shared/protocol/message.h"

#include <QByteArray>
#include <QtGlobal>

#include <vector>

namespace sluice::protocol {

class JsonScanner;
struct JsonString;

inline constexpr size_t kMaxIdBytes = 128;
inline constexpr size_t kMaxMethodBytes = 256;
inline constexpr size_t kMaxIdempotencyKeyBytes = 128;

/// What the decoder takes at most; more is refused.
struct DecodeLimits {
    int depth = 64;  ///< Containers inside each other, the envelope's own and a batch's array included.
    int batch = 100; ///< Elements of an array.
};

/// Turns texts into envelopes by the rules of JSON-RPC 2.0 and design/protocol.md. Keeps its buffers, so that the
/// common single request costs no allocation. Thread: one (each I/O thread has its own).
class Decoder
{
public:
    /// Requires: `text` is UTF-8. Errors: as elements; a text that cannot be read at all is one BadEnvelope.
    [[nodiscard]] const Decoded &decode(std::string_view text, const DecodeLimits &limits);

private:
    struct Members;
    struct Complaint {
        std::string_view field;
        std::string_view reason;
    };

    bool scanBatch(JsonScanner &scanner, const DecodeLimits &limits);
    bool scanElement(JsonScanner &scanner);
    bool scanEnvelope(JsonScanner &scanner);
    [[nodiscard]] Element judge(const Members &members);
    [[nodiscard]] std::optional<Complaint> judgeRequest(const Members &members, Envelope &envelope);
    [[nodiscard]] std::optional<Complaint> judgeOptions(const Members &members, Envelope &envelope);
    [[nodiscard]] std::string_view plain(const JsonString &string);
    [[nodiscard]] std::string_view plainOf(std::string_view rawString);
    [[nodiscard]] bool hasDuplicateExtra();
    const Decoded &refuse(const BadEnvelope &bad);

    size_t m_textSize = 0;
    std::vector<Element> m_elements;
    std::vector<std::string_view> m_extraNames; ///< Members that nobody knows, kept to find duplicates.
    std::string m_unescaped; ///< What had escapes; sized for the whole text, so that views stay true.
    Decoded m_decoded;
};

/// Appends `{"jsonrpc":"2.0","id":ID,"result":RESULT}`; an empty result is null. Requires: both are JSON. Thread: any.
void appendResult(std::string &out, std::string_view id, std::string_view resultJson);
/// Appends an error object with the code's stable text; empty data is left out. Requires: id and data are JSON. Thread:
/// any.
void appendError(std::string &out, std::string_view id, ErrorCode code, std::string_view dataJson = {});
/// The same for any error; `detail` stays here.
void appendError(std::string &out, std::string_view id, const Error &error);
/// Appends a notification; empty params are left out. Requires: method is UTF-8, params are JSON. Thread: any.
void appendNotification(std::string &out, std::string_view method, std::string_view paramsJson = {});
/// Appends the string with its quotes, escaped as needed. Requires: UTF-8. Thread: any.
void appendJsonString(std::string &out, std::string_view utf8);

/// What a rate limit counts.
enum class RateScope : quint8 { User, Event, Ip, Global };

/// One rate limit that refused, for rateLimitedData().
struct RateLimitFacts {
    RateScope scope = RateScope::User;
    qint64 limit = 0;
    std::chrono::milliseconds window{0};
    std::chrono::milliseconds retryAfter{0};
};

// The `data` of errors, as design/protocol.md's table has it. Thread: any.

/// For RateLimited.
[[nodiscard]] QByteArray rateLimitedData(const RateLimitFacts &facts);
/// For Overloaded, Draining, Unavailable, Busy.
[[nodiscard]] QByteArray retryData(std::chrono::milliseconds retryAfter);
/// For InvalidParams. An empty field is left out.
[[nodiscard]] QByteArray invalidParamsData(std::string_view field, std::string_view reason);
/// For Timeout and Cancelled: `ran` says that a handler had begun, so its effect is unknown.
[[nodiscard]] QByteArray timeoutData(std::chrono::milliseconds timeout, bool ran);
/// For Conflict: the version that is there.
[[nodiscard]] QByteArray conflictData(qint64 version);

} // namespace sluice::protocol
