#include "shared/base/logging.h"

namespace sluice {

Q_LOGGING_CATEGORY(lcApp, "sluice.app")
Q_LOGGING_CATEGORY(lcConfig, "sluice.config")
Q_LOGGING_CATEGORY(lcTransport, "sluice.transport")
Q_LOGGING_CATEGORY(lcRouting, "sluice.routing")
Q_LOGGING_CATEGORY(lcWork, "sluice.work")
Q_LOGGING_CATEGORY(lcHandlers, "sluice.handlers")
Q_LOGGING_CATEGORY(lcStorage, "sluice.storage")
Q_LOGGING_CATEGORY(lcBroadcast, "sluice.broadcast")
Q_LOGGING_CATEGORY(lcHttp, "sluice.http")
Q_LOGGING_CATEGORY(lcAdmin, "sluice.admin")
Q_LOGGING_CATEGORY(lcConsole, "sluice.console")

} // namespace sluice
