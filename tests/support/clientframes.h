#pragma once

#include "server/transport/opcode.h"

#include <array>
#include <string>
#include <string_view>

namespace sluice::test {

/// How a client's frame is written; the defaults are a good, final, masked frame.
struct FrameShape {
    bool final = true;
    quint8 reserved = 0; ///< The three reserved bits as a number.
    bool masked = true;
    std::array<char, 4> mask{'\x37', '\xfa', '\x21', '\x3d'};
    int lengthBytes = -1;       ///< 0, 2 or 8 forces a form; -1 is the shortest.
    qint64 declaredLength = -1; ///< What the header says, if not the truth.
};

/// One frame as a client sends it, with any opcode.
[[nodiscard]] inline std::string clientFrame(int opcode, std::string_view payload, const FrameShape &shape = {})
{
    const quint64 length = shape.declaredLength < 0 ? payload.size() : static_cast<quint64>(shape.declaredLength);
    const int shortest = length < 126 ? 0 : length < 65536 ? 2 : 8;
    const int lengthBytes = shape.lengthBytes < 0 ? shortest : shape.lengthBytes;
    std::string frame;
    frame += static_cast<char>((shape.final ? 0x80 : 0) | (shape.reserved << 4) | opcode);
    const quint64 second = lengthBytes == 0 ? length : lengthBytes == 2 ? 126 : 127;
    frame += static_cast<char>((shape.masked ? 0x80U : 0U) | second);
    for (int shift = lengthBytes * 8; shift > 0; shift -= 8)
        frame += static_cast<char>(length >> (shift - 8));
    if (!shape.masked)
        return frame.append(payload);
    frame.append(shape.mask.data(), shape.mask.size());
    for (size_t i = 0; i < payload.size(); ++i)
        frame += static_cast<char>(payload[i] ^ shape.mask[i % 4]);
    return frame;
}

[[nodiscard]] inline std::string clientFrame(server::Opcode opcode, std::string_view payload,
                                             const FrameShape &shape = {})
{
    return clientFrame(static_cast<int>(opcode), payload, shape);
}

} // namespace sluice::test
