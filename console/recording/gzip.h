// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>

/// The gzip format, so that `zcat` reads what the console writes. Source: RFC 1952.
/// Thread: any.
namespace sluice::console::gzip {

/// Why nothing came out.
enum class Fault {
    NotGzip,
    CutOff,   ///< It ends before its end.
    Damaged,  ///< What came out is not what went in.
    TooLarge, ///< More than may come out.
};

[[nodiscard]] QByteArray pack(const QByteArray &plain);
/// At most `mostBytes` come out, whatever the file claims.
[[nodiscard]] tl::expected<QByteArray, Fault> unpack(const QByteArray &packed, qsizetype mostBytes);

} // namespace sluice::console::gzip
