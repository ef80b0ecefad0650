#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace sluice {

/// Random numbers, behind an interface so that the simulation is repeatable from a seed.
/// Thread: any.
class Random
{
public:
    virtual ~Random() = default;

    /// 64 uniformly distributed bits.
    [[nodiscard]] virtual quint64 next() = 0;

    /// A number in [0, bound). Requires: bound > 0.
    [[nodiscard]] quint64 below(quint64 bound);
    /// `count` random bytes, for identifiers and tokens.
    [[nodiscard]] QByteArray bytes(int count);
};

/// The operating system's cryptographic generator.
class SystemRandom final : public Random
{
public:
    [[nodiscard]] quint64 next() override;
};

} // namespace sluice
