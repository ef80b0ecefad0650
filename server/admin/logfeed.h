#pragma once

#include "server/log/loghistory.h"

#include <QJsonObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>

namespace sluice::server {

/// What a console wants of the log, as `log/subscribe` takes and answers it.
struct LogSubscription {
    static constexpr int kDefaultPerSecond = 100;
    static constexpr int kMaxPerSecond = 1000;

    LogFilter filter;
    int maxPerSecond = kDefaultPerSecond;

    /// {category: null for all, level, maxPerSecond}
    [[nodiscard]] QJsonObject toJson() const;
    /// Requires: `object` is what toJson() gave.
    [[nodiscard]] static LogSubscription fromJson(const QJsonObject &object);
};

/// Sends new lines of the log to the sessions that asked for them: `{lines: [...], dropped}` at most four times a
/// second. It reads them from the history, so nothing waits here: what is beyond a session's rate, or left the history
/// before it was read, is in `dropped`. The latter counts whatever its category is.
/// Thread: admin, where its timer runs.
class LogFeed
{
public:
    static constexpr std::chrono::milliseconds kInterval{250};

    using Send = std::function<void(quint64 session, const QJsonObject &params)>;

    /// Requires: `history` lives longer.
    LogFeed(const LogHistory &history, Send send);

    /// From the next line on; a session that has subscribed is subscribed anew.
    void subscribe(quint64 session, const LogSubscription &subscription);
    void unsubscribe(quint64 session);
    /// Sends what is new. The timer calls it.
    void tick();

private:
    struct Reader {
        LogSubscription subscription;
        quint64 position = 0;
        int ticks = 0;
        int left = 0; ///< Lines of this second.
    };
    void feed(quint64 session, Reader &reader);

    const LogHistory &m_history;
    const Send m_send;
    std::map<quint64, Reader> m_readers;
    QTimer m_timer;
};

} // namespace sluice::server
