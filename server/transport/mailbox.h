#pragma once

#include "shared/base/mutex.h"

#include <utility>
#include <vector>

namespace sluice::server {

/// Messages from many threads to one, in order of arrival. The owner says when it is about to sleep, so a sender only
/// wakes it when that is needed: one wake per batch instead of one per message.
/// Thread: post() any; the rest the owner's.
template <typename Message>
class Mailbox
{
public:
    /// True when the owner sleeps and must be woken; exactly one sender is told so.
    [[nodiscard]] bool post(Message &&message) EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        m_messages.push_back(std::move(message));
        return std::exchange(m_asleep, false);
    }

    /// Moves everything into `messages`. Requires: `messages` is empty; its memory is used for what comes next.
    void take(std::vector<Message> &messages) EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        messages.swap(m_messages);
    }

    /// Announces that the owner will sleep. False when something has arrived: then it must not.
    [[nodiscard]] bool announceSleep() EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        m_asleep = m_messages.empty();
        return m_asleep;
    }

    /// The owner is awake, for whatever reason.
    void announceAwake() EXCLUDES(m_mutex)
    {
        const MutexLock lock(m_mutex);
        m_asleep = false;
    }

private:
    Mutex m_mutex;
    std::vector<Message> m_messages GUARDED_BY(m_mutex);
    bool m_asleep GUARDED_BY(m_mutex) = false;
};

} // namespace sluice::server
