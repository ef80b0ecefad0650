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

EnvelopeCopy::EnvelopeCopy(const Envelope &envelope, std::string &storage)
    : m_original(envelope.text)
    , m_storage(storage)
{
    const auto outside = [this](std::string_view part) { return isInside(part, m_original) ? 0 : part.size(); };
    storage.clear();
    storage.reserve(m_original.size() + outside(envelope.method) + outside(envelope.idempotencyKey));
    storage.append(m_original);
}

std::string_view EnvelopeCopy::of(std::string_view part)
{
    if (part.empty())
        return {};
    if (isInside(part, m_original))
        return {m_storage.data() + (part.data() - m_original.data()), part.size()};
    const size_t at = m_storage.size(); // it had escapes, and is the Decoder's
    m_storage.append(part);
    return {m_storage.data() + at, part.size()};
}

} // namespace sluice::protocol
