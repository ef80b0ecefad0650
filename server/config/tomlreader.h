#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <vector>

namespace sluice::server {

/// A value of a TOML file and where it stands. Dates and times are kept as Unsupported: no option takes one.
/// Thread: any (a value).
struct TomlNode {
    enum class Kind { Table, Array, Text, Integer, Real, Boolean, Unsupported };
    struct Member;

    Kind kind = Kind::Table;
    int line = 0; ///< 1 is the first; 0 for the root.
    QJsonValue scalar;
    std::vector<Member> members;    ///< Table only, in the order of the file.
    std::vector<TomlNode> elements; ///< Array only.

    [[nodiscard]] bool isTable() const noexcept { return kind == Kind::Table; }
    [[nodiscard]] bool isScalar() const noexcept { return !isTable() && kind != Kind::Array; }
    /// The member of that name, or null.
    [[nodiscard]] const TomlNode *find(QStringView name) const;
    /// The value as JSON: a scalar, or an array of what its elements are; null for a table or a date.
    [[nodiscard]] QJsonValue toJson() const;
    /// What was found, in words, for an error: `"abc"`, `12`, `a table`.
    [[nodiscard]] QString toText() const;
};

/// A key and its value.
struct TomlNode::Member {
    QString name;
    int line = 0; ///< Where the key stands.
    TomlNode value;
};

/// Reads TOML text. Hides toml++, which only tomlreader.cpp includes.
/// Errors: InvalidParams whose `detail` names file and line.
/// Source: TOML 1.0.0
[[nodiscard]] Result<TomlNode> readToml(const QByteArray &toml, const QString &fileName);

/// The largest file that readToml() takes. Units: bytes.
inline constexpr qsizetype kMaxTomlBytes = 1024 * 1024;

} // namespace sluice::server
