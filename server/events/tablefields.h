#pragma once

#include "server/config/configproblem.h"
#include "server/config/tomlreader.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace sluice::server {

/// Reads the fields of one table of an events file and collects what is wrong with them, with file, line and key.
/// Thread: any; one table each.
class TableFields
{
public:
    TableFields(const QString &fileName, ConfigProblems &problems);

    /// What the table describes; problems that are found from now on name it.
    void setSubject(const QString &subject) { m_subject = subject; }

    /// Nothing unless it is a text that is not empty.
    [[nodiscard]] std::optional<QString> text(const TomlNode &value, const char *key);
    [[nodiscard]] std::optional<int> integer(const TomlNode &value, const char *key, int minimum, int maximum);
    /// The texts of a list, or of a single text. Nothing unless all are texts that are not empty.
    [[nodiscard]] std::optional<QStringList> texts(const TomlNode &value, const char *key, const QString &expected);
    void readFlag(const TomlNode &value, const char *key, bool &flag);
    void fault(int line, const QString &key, const QString &reason, const QString &found = {},
               const QString &expected = {});
    void unknownField(const TomlNode::Member &member, const QStringList &known);

    /// Has each member of the table read by the entry `{name, read}` with its name: `read` is a member function of
    /// `reader` that takes the value. A member without an entry is a fault.
    template <typename Reader, typename Entries>
    void readMembers(const TomlNode &table, const Entries &entries, Reader &reader)
    {
        for (const TomlNode::Member &member : table.members) {
            const auto entry = std::find_if(entries.begin(), entries.end(), [&member](const auto &known) {
                return member.name == QLatin1String(known.name);
            });
            if (entry != entries.end()) {
                (reader.*entry->read)(member.value);
                continue;
            }
            QStringList names;
            for (const auto &known : entries)
                names.append(QLatin1String(known.name));
            unknownField(member, names);
        }
    }

private:
    const QString m_fileName;
    ConfigProblems &m_problems;
    QString m_subject;
};

} // namespace sluice::server
