#include "shared/admin/filterterm.h"

#include "shared/admin/connectionrow.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace sluice::admin {

namespace {

using Kind = FilterFault::Kind;

constexpr double kSecondMs = 1000;
constexpr double kMinuteMs = 60 * kSecondMs;
constexpr double kHourMs = 60 * kMinuteMs;
constexpr double kThousand = 1000;
constexpr double kKibibyte = 1024;

constexpr std::array kStates{ConnectionState::Ok, ConnectionState::Slow, ConnectionState::Anonymous,
                             ConnectionState::Closing};

struct Suffix {
    QLatin1String text;
    double factor;
};
constexpr std::array kDurations{Suffix{QLatin1String("ms"), 1}, Suffix{QLatin1String("s"), kSecondMs},
                                Suffix{QLatin1String("m"), kMinuteMs}, Suffix{QLatin1String("h"), kHourMs}};
constexpr std::array kSizes{Suffix{QLatin1String("k"), kKibibyte}, Suffix{QLatin1String("m"), kKibibyte *kKibibyte}};
constexpr std::array kCounts{Suffix{QLatin1String("k"), kThousand}, Suffix{QLatin1String("m"), kThousand *kThousand}};

bool isText(FilterType type)
{
    return type == FilterType::Text || type == FilterType::State;
}

std::span<const Suffix> suffixesOf(FilterType type)
{
    if (type == FilterType::Bytes)
        return kSizes;
    if (type == FilterType::Count)
        return kCounts;
    return kDurations;
}

QLatin1String exampleOf(FilterType type)
{
    switch (type) {
    case FilterType::Bytes: return QLatin1String("64k");
    case FilterType::Milliseconds: return QLatin1String("100ms");
    case FilterType::Seconds: return QLatin1String("60s");
    default: return QLatin1String("1000");
    }
}

// Digits with at most one point; "1e9", "inf" and "-1" are none.
std::optional<double> plainNumber(QStringView text)
{
    const bool isPlain = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
    bool ok = false;
    const double value = text.toDouble(&ok);
    return isPlain && ok ? std::optional(value) : std::nullopt;
}

std::optional<double> numberOf(FilterType type, QStringView text)
{
    if (const auto bare = plainNumber(text))
        return type == FilterType::Seconds ? *bare * kSecondMs : *bare;
    for (const Suffix &suffix : suffixesOf(type)) {
        if (!text.endsWith(suffix.text, Qt::CaseInsensitive))
            continue;
        if (const auto value = plainNumber(text.chopped(suffix.text.size())))
            return *value * suffix.factor;
    }
    return std::nullopt;
}

/// Where a field ends and what it is compared with begins.
struct Split {
    qsizetype fieldLength = -1; // none: a bare word
    qsizetype valueFrom = 0;
    bool isComparison = false;
    FilterTerm::Comparison comparison = {};
};

Split splitAt(QStringView term)
{
    const auto found =
        std::find_if(term.begin(), term.end(), [](QChar c) { return c == u':' || c == u'<' || c == u'>'; });
    if (found == term.end() || found == term.begin())
        return {};
    const qsizetype at = found - term.begin();
    if (*found == u':')
        return {at, at + 1, false, {}};
    const bool orEqual = term.mid(at + 1).startsWith(u'=');
    const bool above = *found == u'>';
    using Comparison = FilterTerm::Comparison;
    const Comparison strict = above ? Comparison::Above : Comparison::Below;
    return {at, at + (orEqual ? 2 : 1), true, orEqual ? (above ? Comparison::AtLeast : Comparison::AtMost) : strict};
}

QString namesOf(std::span<const FilterField> fields)
{
    QStringList names;
    for (const FilterField &field : fields)
        names.append(QLatin1String(field.name));
    return names.join(QLatin1String(", "));
}

QString stateNames()
{
    QStringList names;
    for (const ConnectionState state : kStates)
        names.append(toString(state));
    return names.join(QLatin1String(", "));
}

bool isSomeState(const TextPattern &pattern)
{
    return std::any_of(kStates.begin(), kStates.end(), [&pattern](ConnectionState state) {
        const QLatin1String name = toString(state);
        return pattern.matches({name.data(), static_cast<size_t>(name.size())});
    });
}

struct Trouble {
    Kind kind;
    QString expected;
};
using ReadTerm = tl::expected<FilterTerm, Trouble>;

tl::unexpected<Trouble> trouble(Kind kind, const QString &expected = {})
{
    return tl::unexpected(Trouble{kind, expected});
}

ReadTerm bareWord(QStringView text)
{
    FilterTerm term;
    term.word = text.toString().toStdString();
    term.pattern = TextPattern::containing(term.word);
    return term;
}

ReadTerm readCondition(QStringView text, std::span<const FilterField> fields)
{
    const Split split = splitAt(text);
    if (split.fieldLength < 0)
        return bareWord(text);
    const QStringView name = text.first(split.fieldLength);
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [name](const FilterField &one) { return name == QLatin1String(one.name); });
    if (field == fields.end()) // with two colons it is an IPv6 address
        return text.count(u':') > 1 ? bareWord(text) : trouble(Kind::UnknownField, namesOf(fields));

    const QStringView value = text.mid(split.valueFrom);
    FilterTerm term;
    term.field = static_cast<size_t>(field - fields.begin());
    if (isText(field->type)) {
        if (split.isComparison)
            return trouble(Kind::NeedsText);
        term.pattern = TextPattern(value.toString().toStdString());
        if (field->type == FilterType::State && !isSomeState(term.pattern))
            return trouble(Kind::UnknownState, stateNames());
        return term;
    }
    if (!split.isComparison)
        return trouble(Kind::NeedsComparison, exampleOf(field->type));
    const auto number = numberOf(field->type, value);
    if (!number)
        return trouble(Kind::BadNumber, exampleOf(field->type));
    term.comparison = split.comparison;
    term.number = *number;
    return term;
}

ReadTerm readTerm(QStringView text, std::span<const FilterField> fields)
{
    const bool isNegated = text.startsWith(u'-');
    const QStringView condition = isNegated ? text.mid(1) : text;
    if (condition.isEmpty())
        return trouble(Kind::EmptyTerm);
    ReadTerm term = readCondition(condition, fields);
    if (term)
        term->isNegated = isNegated;
    return term;
}

QString complaint(const FilterFault &fault)
{
    switch (fault.kind) {
    case Kind::TooLong:
        return QStringLiteral("a filter has %1 characters and %2 terms at most")
            .arg(kMaxFilterLength)
            .arg(kMaxFilterTerms);
    case Kind::EmptyTerm: return QStringLiteral("nothing follows the -");
    case Kind::UnknownField: return QStringLiteral("there is no such field; there are %1").arg(fault.expected);
    case Kind::NeedsText: return QStringLiteral("this field takes : and a text");
    case Kind::NeedsComparison:
        return QStringLiteral("this field takes >, <, >= or <= and a number such as %1").arg(fault.expected);
    case Kind::BadNumber: return QStringLiteral("this is no number such as %1").arg(fault.expected);
    case Kind::UnknownState: return QStringLiteral("there is no such state; there are %1").arg(fault.expected);
    }
    return {};
}

} // namespace

QString FilterFault::text() const
{
    return QStringLiteral("\"%1\" at %2: %3").arg(term, QString::number(position + 1), complaint(*this));
}

bool FilterTerm::holds(double value) const noexcept
{
    switch (comparison) {
    case Comparison::Above: return value > number;
    case Comparison::AtLeast: return value >= number;
    case Comparison::Below: return value < number;
    case Comparison::AtMost: break;
    }
    return value <= number;
}

tl::expected<std::vector<FilterTerm>, FilterFault> parseFilterTerms(const QString &filter,
                                                                    std::span<const FilterField> fields)
{
    std::vector<FilterTerm> terms;
    const QStringView all(filter);
    for (qsizetype from = 0; from < all.size();) {
        if (all[from].isSpace()) {
            ++from;
            continue;
        }
        qsizetype end = from;
        while (end < all.size() && !all[end].isSpace())
            ++end;
        const QStringView text = all.mid(from, end - from);
        if (terms.size() == kMaxFilterTerms || end > kMaxFilterLength)
            return tl::unexpected(FilterFault{Kind::TooLong, text.toString(), from});
        const ReadTerm term = readTerm(text, fields);
        if (!term)
            return tl::unexpected(FilterFault{term.error().kind, text.toString(), from, term.error().expected});
        terms.push_back(*term);
        from = end;
    }
    return terms;
}

} // namespace sluice::admin
