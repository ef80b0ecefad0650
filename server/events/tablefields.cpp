#include "server/events/tablefields.h"

#include "shared/base/nearest.h"

namespace sluice::server {

TableFields::TableFields(const QString &fileName, ConfigProblems &problems)
    : m_fileName(fileName)
    , m_problems(problems)
{
}

std::optional<QString> TableFields::text(const TomlNode &value, const char *key)
{
    if (value.kind == TomlNode::Kind::Text && !value.scalar.toString().isEmpty())
        return value.scalar.toString();
    fault(value.line, QLatin1String(key), QStringLiteral("must be a text"), value.toText(), QStringLiteral("a text"));
    return std::nullopt;
}

std::optional<int> TableFields::integer(const TomlNode &value, const char *key, int minimum, int maximum)
{
    const qint64 given = value.scalar.toInteger();
    if (value.kind == TomlNode::Kind::Integer && given >= minimum && given <= maximum)
        return static_cast<int>(given);
    fault(value.line, QLatin1String(key), QStringLiteral("is out of range"), value.toText(),
          QStringLiteral("integer, %1 to %2").arg(minimum).arg(maximum));
    return std::nullopt;
}

std::optional<QStringList> TableFields::texts(const TomlNode &value, const char *key, const QString &expected)
{
    const bool isList = value.kind == TomlNode::Kind::Array && !value.elements.empty();
    const std::vector<TomlNode> given = isList ? value.elements : std::vector<TomlNode>{value};
    QStringList texts;
    for (const TomlNode &element : given) {
        if (element.kind != TomlNode::Kind::Text || element.scalar.toString().isEmpty()) {
            fault(value.line, QLatin1String(key), QStringLiteral("must be a text or a list of texts"), element.toText(),
                  expected);
            return std::nullopt;
        }
        texts.append(element.scalar.toString());
    }
    return texts;
}

void TableFields::readFlag(const TomlNode &value, const char *key, bool &flag)
{
    if (value.kind == TomlNode::Kind::Boolean)
        flag = value.scalar.toBool();
    else
        fault(value.line, QLatin1String(key), QStringLiteral("must be a boolean"), value.toText(),
              QStringLiteral("true or false"));
}

void TableFields::fault(int line, const QString &key, const QString &reason, const QString &found,
                        const QString &expected)
{
    const QString name = m_subject.isEmpty() ? key : m_subject + QLatin1String(" ") + key;
    m_problems.push_back({QStringLiteral("%1:%2").arg(m_fileName).arg(line), name, reason, found, expected});
}

void TableFields::unknownField(const TomlNode::Member &member, const QStringList &known)
{
    const QString nearest = nearestWord(member.name, known);
    fault(member.line, member.name,
          QStringLiteral("unknown field")
              + (nearest.isEmpty() ? QString() : QStringLiteral(", did you mean %1?").arg(nearest)));
}

} // namespace sluice::server
