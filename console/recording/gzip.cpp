// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/recording/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace sluice::console::gzip {

namespace {

constexpr int kGzipWindow = 15 + 16; // zlib's way to say: the largest window, with gzip's header and sum
constexpr int kMemoryLevel = 8;
constexpr qsizetype kStepBytes = 1 << 16;

Bytef *bytes(const QByteArray &data)
{
    // zlib reads only, but its type says otherwise.
    return reinterpret_cast<Bytef *>(const_cast<char *>(data.constData()));
}

} // namespace

QByteArray pack(const QByteArray &plain)
{
    Q_ASSERT(plain.size() < std::numeric_limits<int>::max());
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))),
                      Qt::Uninitialized);
    stream.next_in = bytes(plain);
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int end = deflate(&stream, Z_FINISH);
    packed.resize(end == Z_STREAM_END ? static_cast<qsizetype>(stream.total_out) : 0);
    deflateEnd(&stream);
    return packed;
}

tl::expected<QByteArray, Fault> unpack(const QByteArray &packed, qsizetype mostBytes)
{
    if (!packed.startsWith("\x1f\x8b"))
        return tl::unexpected(Fault::NotGzip);
    z_stream stream{};
    stream.next_in = bytes(packed);
    stream.avail_in = static_cast<uInt>(packed.size());
    if (inflateInit2(&stream, kGzipWindow) != Z_OK)
        return tl::unexpected(Fault::Damaged);
    QByteArray plain;
    QByteArray step(kStepBytes, Qt::Uninitialized);
    int state = Z_OK;
    while (state == Z_OK && plain.size() <= mostBytes) {
        stream.next_out = reinterpret_cast<Bytef *>(step.data());
        stream.avail_out = static_cast<uInt>(step.size());
        state = inflate(&stream, Z_NO_FLUSH);
        plain.append(step.constData(), step.size() - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    if (plain.size() > mostBytes)
        return tl::unexpected(Fault::TooLarge);
    if (state == Z_STREAM_END)
        return plain;
    return tl::unexpected(state == Z_BUF_ERROR ? Fault::CutOff : Fault::Damaged);
}

} // namespace sluice::console::gzip
