#pragma once

#include "shared/base/errorcode.h"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace sluice::protocol {

/// A request or notification as a client sent it: checked, its params still raw. The views point into the decoded text,
/// or into the Decoder for a string that had escapes.
struct Envelope {
    std::string_view text;                            ///< The whole JSON object.
    std::string_view id;                              ///< Raw JSON, echoed byte for byte; empty for a notification.
    std::string_view method;                          ///< Without quotes and escapes; never empty.
    std::string_view params;                          ///< Raw JSON object or array; empty when absent.
    std::string_view idempotencyKey;                  ///< Without quotes and escapes; empty when absent.
    std::optional<std::chrono::milliseconds> timeout; ///< What the client asked for with `timeoutMs`.

    [[nodiscard]] bool isNotification() const noexcept { return id.empty(); }
};

/// An envelope's bytes in `storage`, which outlives the decoded text; part by part, so that who needs few pays for few.
class EnvelopeCopy
{
public:
    /// Requires: nobody else changes `storage` as long as this or any of its views lives.
    EnvelopeCopy(const Envelope &envelope, std::string &storage);

    /// The same bytes there. Requires: `part` is one of the envelope's, each one asked for once.
    [[nodiscard]] std::string_view of(std::string_view part);

private:
    std::string_view m_original;
    std::string &m_storage;
};

/// What is wrong with a text or an element of a batch. `field` and `reason` are literals, fit for clients.
struct BadEnvelope {
    ErrorCode code = ErrorCode::ParseError;
    std::string_view id = "null"; ///< Raw JSON to answer with; empty for a notification, which gets no answer.
    std::string_view field;       ///< The member at fault, or empty.
    std::string_view reason;
};

using Element = std::variant<Envelope, BadEnvelope>;

/// A decoded text. Valid until the Decoder's next call and as long as the text.
struct Decoded {
    bool isBatch = false;              ///< The client sent an array and is owed an array.
    std::span<const Element> elements; ///< Exactly one if not a batch; never empty.
};

} // namespace sluice::protocol
