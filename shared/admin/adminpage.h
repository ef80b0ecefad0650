#pragma once

#include "shared/admin/adminparams.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1String>

#include <algorithm>
#include <span>
#include <vector>

namespace sluice::admin {

/// A column of a list by which it can be sorted.
template <typename Row>
struct SortColumn {
    QLatin1String name;
    bool (*isLess)(const Row &a, const Row &b);
};

/// For a column that is a member.
template <auto kMember>
[[nodiscard]] bool isLess(const auto &a, const auto &b)
{
    return a.*kMember < b.*kMember;
}

/// Which part of a list an operator wants to see, in which order.
struct PageRequest {
    static constexpr qint64 kMostRows = 200;
    static constexpr qint64 kDefaultRows = 100;
    static constexpr qint64 kMaxOffset = 1'000'000'000;

    size_t column = 0;
    bool isDescending = false;
    size_t offset = 0;
    size_t limit = kDefaultRows;

    /// The parameters of every list.
    [[nodiscard]] static QStringList fields()
    {
        return {QStringLiteral("filter"), QStringLiteral("sort"), QStringLiteral("offset"), QStringLiteral("limit")};
    }

    /// Reads `sort` (a column, with `-` before it downwards), `offset` and `limit`.
    template <typename Row>
    [[nodiscard]] static PageRequest read(AdminParams &reader, std::span<const SortColumn<Row>> columns,
                                          const QString &usualSort)
    {
        QStringList words;
        for (const SortColumn<Row> &column : columns)
            words << column.name << QLatin1Char('-') + column.name;
        const QString given = reader.choice(QStringLiteral("sort"), words);
        const auto word = std::max<qsizetype>(words.indexOf(given.isEmpty() ? usualSort : given), 0);
        return {static_cast<size_t>(word / 2), word % 2 != 0,
                static_cast<size_t>(reader.integer(QStringLiteral("offset"), 0, kMaxOffset).value_or(0)),
                static_cast<size_t>(reader.integer(QStringLiteral("limit"), 1, kMostRows).value_or(kDefaultRows))};
    }

    /// The answer of every list: that part of the rows that match, of all.
    template <typename Row>
    [[nodiscard]] QJsonObject answer(size_t total, std::vector<const Row *> matching,
                                     std::span<const SortColumn<Row>> columns) const
    {
        const auto count = static_cast<qint64>(matching.size());
        return {{QStringLiteral("total"), static_cast<qint64>(total)},
                {QStringLiteral("matching"), count},
                {QStringLiteral("offset"), static_cast<qint64>(offset)},
                {QStringLiteral("rows"), cut(std::move(matching), columns)}};
    }

private:
    /// The rows of that part. Equal ones go by the first column, which must tell all apart: so pages do not overlap.
    template <typename Row>
    [[nodiscard]] QJsonArray cut(std::vector<const Row *> all, std::span<const SortColumn<Row>> columns) const
    {
        const auto isLess = columns[column].isLess;
        const auto before = [isLess, columns, this](const Row *a, const Row *b) {
            if (isDescending ? isLess(*b, *a) : isLess(*a, *b))
                return true;
            if (isDescending ? isLess(*a, *b) : isLess(*b, *a))
                return false;
            return columns.front().isLess(*a, *b);
        };
        const size_t from = std::min(offset, all.size());
        const size_t to = std::min(from + limit, all.size());
        std::partial_sort(all.begin(), all.begin() + static_cast<qsizetype>(to), all.end(), before);
        QJsonArray rows;
        for (size_t i = from; i < to; ++i)
            rows.append(all[i]->toJson());
        return rows;
    }
};

} // namespace sluice::admin
