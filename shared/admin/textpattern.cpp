#include "shared/admin/textpattern.h"

namespace sluice::admin {

// Each star first stands for nothing, and for one character more whenever what follows does not fit. Only the last
// star is ever gone back to, so the time is at most the product of both lengths.
bool TextPattern::matches(std::string_view text) const noexcept
{
    size_t at = 0;
    size_t inPattern = 0;
    size_t star = std::string::npos;
    size_t behindStar = 0;
    while (at < text.size()) {
        if (inPattern < m_text.size() && m_text[inPattern] == '*') {
            star = inPattern++;
            behindStar = at;
        } else if (inPattern < m_text.size() && m_text[inPattern] == text[at]) {
            ++inPattern;
            ++at;
        } else if (star != std::string::npos) {
            inPattern = star + 1;
            at = ++behindStar;
        } else {
            return false;
        }
    }
    return m_text.find_first_not_of('*', inPattern) == std::string::npos;
}

} // namespace sluice::admin
