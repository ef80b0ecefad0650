#include "shared/protocol/message.h"

#include <functional>

namespace sluice::protocol {

namespace {

bool isInside(std::string_view part, std::string_view whole) noexcept
{
    const std::less_equal<const char *> before;
    return before(whole.data(), part.data()) && before(part.data() + part.size(), whole.data() + whole.size());
}

} // namespace

Envelope Envelope::copiedTo(std::string &storage) const
{
    const auto outside = [this](std::string_view part) { return isInside(part, text) ? 0 : part.size(); };
    storage.clear();
    storage.reserve(text.size() + outside(method) + outside(idempotencyKey));
    storage.append(text);
    const std::string_view original = text;
    const auto moved = [&storage, original](std::string_view part) -> std::string_view {
        if (part.empty())
            return {};
        if (isInside(part, original))
            return std::string_view(storage).substr(static_cast<size_t>(part.data() - original.data()), part.size());
        const size_t at = storage.size();
        storage.append(part);
        return std::string_view(storage).substr(at);
    };
    Envelope copy;
    copy.id = moved(id);
    copy.method = moved(method);
    copy.params = moved(params);
    copy.idempotencyKey = moved(idempotencyKey);
    copy.timeout = timeout;
    copy.text = std::string_view(storage).substr(0, original.size());
    return copy;
}

} // namespace sluice::protocol
