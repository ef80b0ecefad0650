#pragma once

namespace sluice::load {

/// SIGINT and SIGTERM as a question instead of an interruption, from its making on.
/// Thread: main, before any other starts.
class StopSignals
{
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;

    /// Whether one came since the last time this was asked.
    [[nodiscard]] bool arrived() const;

private:
    int m_descriptor = -1;
};

} // namespace sluice::load
