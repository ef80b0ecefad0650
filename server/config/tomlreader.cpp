#include "server/config/tomlreader.h"

#include <QJsonArray>
#include <QStringDecoder>

#include <algorithm>
#include <stdexcept>

// toml++ 3.3 checks its own state with assertions that bad input can reach ("[ = 1"), and drops them under NDEBUG.
// Here they always stand, and throw.
namespace {
[[noreturn]] void assertionFailed()
{
    throw std::logic_error("malformed TOML");
}
} // namespace
#undef NDEBUG
#define TOML_ASSERT(expression) ((expression) ? static_cast<void>(0) : assertionFailed())
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace sluice::server {

namespace {

constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF");

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

// What toml++ found it quotes as it stands there. One problem stays one line.
QString oneLine(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar character) { return character.category() == QChar::Other_Control; }, u' ');
    return text;
}

int lineOf(const toml::source_region &region)
{
    return static_cast<int>(region.begin.line);
}

int lineOf(const QByteArray &toml, qsizetype offset)
{
    return static_cast<int>(1 + std::count(toml.cbegin(), toml.cbegin() + offset, '\n'));
}

tl::unexpected<Error> fault(const QString &fileName, int line, const QString &reason)
{
    return failure(ErrorCode::InvalidParams, {}, QStringLiteral("%1:%2: %3").arg(fileName).arg(line).arg(reason));
}

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(bytes);
    return !decoder.hasError() && !decoded.isNull();
}

int firstLineThatIsNotUtf8(const QByteArray &toml)
{
    int line = 1;
    for (const QByteArray &bytes : toml.split('\n')) {
        if (!bytes.isEmpty() && !isUtf8(bytes))
            return line;
        ++line;
    }
    return line - 1;
}

TomlNode convert(const toml::node &node);

TomlNode convertTable(const toml::table &table)
{
    TomlNode result;
    for (const auto &[key, value] : table)
        result.members.push_back({text(key.str()), lineOf(key.source()), convert(value)});
    std::stable_sort(result.members.begin(), result.members.end(),
                     [](const TomlNode::Member &a, const TomlNode::Member &b) { return a.line < b.line; });
    return result;
}

TomlNode convertArray(const toml::array &array)
{
    TomlNode result;
    result.kind = TomlNode::Kind::Array;
    for (const toml::node &element : array)
        result.elements.push_back(convert(element));
    return result;
}

TomlNode scalar(TomlNode::Kind kind, const QJsonValue &value)
{
    TomlNode result;
    result.kind = kind;
    result.scalar = value;
    return result;
}

TomlNode convertValue(const toml::node &node)
{
    switch (node.type()) {
    case toml::node_type::table: return convertTable(*node.as_table());
    case toml::node_type::array: return convertArray(*node.as_array());
    case toml::node_type::string: return scalar(TomlNode::Kind::Text, text(node.as_string()->get()));
    case toml::node_type::integer:
        return scalar(TomlNode::Kind::Integer, QJsonValue(static_cast<qint64>(node.as_integer()->get())));
    case toml::node_type::floating_point: return scalar(TomlNode::Kind::Real, node.as_floating_point()->get());
    case toml::node_type::boolean: return scalar(TomlNode::Kind::Boolean, node.as_boolean()->get());
    default: return scalar(TomlNode::Kind::Unsupported, {});
    }
}

TomlNode convert(const toml::node &node)
{
    TomlNode result = convertValue(node);
    result.line = lineOf(node.source());
    return result;
}

} // namespace

const TomlNode *TomlNode::find(QStringView name) const
{
    const auto found =
        std::find_if(members.begin(), members.end(), [name](const Member &member) { return member.name == name; });
    return found == members.end() ? nullptr : &found->value;
}

QJsonValue TomlNode::toJson() const
{
    if (kind != Kind::Array)
        return scalar;
    QJsonArray array;
    for (const TomlNode &element : elements)
        array.append(element.toJson());
    return array;
}

QString TomlNode::toText() const
{
    switch (kind) {
    case Kind::Table: return QStringLiteral("a table");
    case Kind::Array: return QStringLiteral("an array");
    case Kind::Text: return u'"' + scalar.toString() + u'"';
    case Kind::Integer: return QString::number(scalar.toInteger());
    case Kind::Real: return QString::number(scalar.toDouble(), 'g', 15);
    case Kind::Boolean: return scalar.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case Kind::Unsupported: return QStringLiteral("a date or time");
    }
    return {};
}

Result<TomlNode> readToml(const QByteArray &toml, const QString &fileName)
{
    if (toml.size() > kMaxTomlBytes)
        return fault(fileName, 1, QStringLiteral("the file is larger than %1 bytes").arg(kMaxTomlBytes));
    if (const qsizetype at = toml.indexOf(kByteOrderMark); at >= 0)
        return fault(fileName, lineOf(toml, at),
                     QStringLiteral("found a byte order mark (U+FEFF), expected plain UTF-8"));
    if (!toml.isEmpty() && !isUtf8(toml))
        return fault(fileName, firstLineThatIsNotUtf8(toml), QStringLiteral("found bytes that are not UTF-8"));
    try {
        return convertTable(toml::parse(std::string_view(toml.constData(), static_cast<size_t>(toml.size()))));
    } catch (const toml::parse_error &error) {
        return fault(fileName, lineOf(error.source()), oneLine(text(error.description())));
    } catch (const std::exception &error) {
        return fault(fileName, 1, QStringLiteral("not TOML: ") + QString::fromUtf8(error.what()));
    }
}

} // namespace sluice::server
