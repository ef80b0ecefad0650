#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace sluice::admin {

/// What a name must look like: itself, with `*` for any text, also none. Letters are compared as they are, since user
/// ids differ by case.
/// Thread: any (a value).
class TextPattern
{
public:
    TextPattern() = default;
    explicit TextPattern(std::string text)
        : m_text(std::move(text))
    {
    }
    /// Whatever has that somewhere inside.
    [[nodiscard]] static TextPattern containing(std::string_view text)
    {
        return TextPattern('*' + std::string(text) + '*');
    }

    [[nodiscard]] bool matches(std::string_view text) const noexcept;

private:
    std::string m_text;
};

} // namespace sluice::admin
