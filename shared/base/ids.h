#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace sluice {

/// The identity of one connection, made by the server, never reused while it runs. Value 0 means none.
struct ConnectionId {
    quint64 value = 0;

    [[nodiscard]] bool isValid() const noexcept { return value != 0; }
    auto operator<=>(const ConnectionId &) const = default;
};

/// The index of an event type in the registry; stable while the server runs (a reload only appends).
struct EventIndex {
    quint32 value = 0;

    auto operator<=>(const EventIndex &) const = default;
};

} // namespace sluice

template <>
struct std::hash<sluice::ConnectionId> {
    size_t operator()(sluice::ConnectionId id) const noexcept { return std::hash<quint64>{}(id.value); }
};
