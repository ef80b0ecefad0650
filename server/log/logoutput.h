#pragma once

#include <QByteArray>

#include <atomic>

namespace sluice::server {

/// Writes lines to a descriptor that may not take them: a full disk, a pipe that nobody reads. Waiting is done in
/// poll(), where it can be given up, so a pipe is written only as much as it surely takes.
/// Thread: one, giveUp() any.
class LogOutput
{
public:
    explicit LogOutput(int descriptor) noexcept;

    /// Writes the whole line. False when it could not be written, or only a part of it: then the next one begins with
    /// a newline. Blocks: while nobody reads, until giveUp(); a terminal or a disk that hangs may hold it longer.
    [[nodiscard]] bool write(const QByteArray &line);
    /// From now on nothing is waited for.
    void giveUp() noexcept { m_hasGivenUp.store(true); }

private:
    [[nodiscard]] bool waitUntilWritable() const;
    [[nodiscard]] bool writeAll(const QByteArray &bytes);

    const int m_descriptor;
    std::atomic<bool> m_hasGivenUp{false};
    bool m_isTorn = false;
};

} // namespace sluice::server
