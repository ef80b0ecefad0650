#pragma once

#include <QLoggingCategory>

// Every log category, in one place. A message says what happened, then key=value; never payloads, tokens or
// personal data. What can repeat at the rate of clients is rate-limited by its caller.
namespace sluice {

Q_DECLARE_LOGGING_CATEGORY(lcApp)       // start, stop, signals
Q_DECLARE_LOGGING_CATEGORY(lcConfig)    // loading, live changes
Q_DECLARE_LOGGING_CATEGORY(lcTransport) // accepting, handshakes, connections
Q_DECLARE_LOGGING_CATEGORY(lcRouting)   // router, policies, settlement
Q_DECLARE_LOGGING_CATEGORY(lcWork)      // queue, workers
Q_DECLARE_LOGGING_CATEGORY(lcHandlers)  // handlers
Q_DECLARE_LOGGING_CATEGORY(lcStorage)   // database, migrations
Q_DECLARE_LOGGING_CATEGORY(lcBroadcast) // pushes
Q_DECLARE_LOGGING_CATEGORY(lcHttp)      // metrics, health
Q_DECLARE_LOGGING_CATEGORY(lcAdmin)     // operator connections and what they change
Q_DECLARE_LOGGING_CATEGORY(lcConsole)   // the operator console

} // namespace sluice
