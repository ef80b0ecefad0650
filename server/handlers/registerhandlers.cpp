#include "server/handlers/registerhandlers.h"

#include "server/handlers/benchbroadcasthandler.h"
#include "server/handlers/benchechohandler.h"
#include "server/handlers/benchfailhandler.h"
#include "server/handlers/benchhanghandler.h"
#include "server/handlers/benchsleephandler.h"
#include "server/handlers/benchspinhandler.h"
#include "server/handlers/discoverhandler.h"
#include "server/handlers/loginhandler.h"
#include "server/handlers/methodlisthandler.h"
#include "server/handlers/notedeletehandler.h"
#include "server/handlers/notefetchhandler.h"
#include "server/handlers/noteimporthandler.h"
#include "server/handlers/notelisthandler.h"
#include "server/handlers/notesavehandler.h"
#include "server/handlers/notesearchhandler.h"
#include "server/handlers/notesharehandler.h"
#include "server/handlers/pinghandler.h"
#include "server/handlers/presencegethandler.h"
#include "server/handlers/sessionhellohandler.h"
#include "server/handlers/subscriptionhandler.h"
#include "server/handlers/topicpublishhandler.h"
#include "server/handlers/topicsubscribehandler.h"
#include "server/handlers/usergethandler.h"

namespace sluice::server {

namespace {

void addBenchHandlers(HandlerTable &table)
{
    table.emplace("bench.broadcast", std::make_unique<BenchBroadcastHandler>());
    table.emplace("bench.echo", std::make_unique<BenchEchoHandler>());
    table.emplace("bench.fail", std::make_unique<BenchFailHandler>());
    table.emplace("bench.hang", std::make_unique<BenchHangHandler>());
    table.emplace("bench.sleep", std::make_unique<BenchSleepHandler>());
    table.emplace("bench.spin", std::make_unique<BenchSpinHandler>());
}

} // namespace

HandlerTable makeHandlers(const HandlerDependencies &dependencies)
{
    HandlerTable table;
    table.emplace("notes.delete", std::make_unique<NoteDeleteHandler>(dependencies.notes, dependencies.clock));
    table.emplace("notes.fetch", std::make_unique<NoteFetchHandler>(dependencies.notes));
    table.emplace("notes.import", std::make_unique<NoteImportHandler>(dependencies.notes));
    table.emplace("notes.list", std::make_unique<NoteListHandler>(dependencies.notes));
    table.emplace("notes.save", std::make_unique<NoteSaveHandler>(dependencies.notes));
    table.emplace("notes.search", std::make_unique<NoteSearchHandler>(dependencies.notes));
    table.emplace("notes.share", std::make_unique<NoteShareHandler>(dependencies.notes));
    table.emplace("rpc.discover", std::make_unique<DiscoverHandler>(dependencies.registry));
    table.emplace("rpc.list-methods", std::make_unique<MethodListHandler>(dependencies.registry));
    table.emplace("rpc.login", std::make_unique<LoginHandler>(LoginHandler::Kind::Login, dependencies.authenticator));
    table.emplace("rpc.ping", std::make_unique<PingHandler>(dependencies.clock));
    table.emplace("rpc.session.hello", std::make_unique<SessionHelloHandler>(dependencies.config));
    table.emplace("rpc.session.refresh",
                  std::make_unique<LoginHandler>(LoginHandler::Kind::Refresh, dependencies.authenticator));
    table.emplace("rpc.off",
                  std::make_unique<SubscriptionHandler>(SubscriptionHandler::Kind::Off, dependencies.registry));
    table.emplace("rpc.on",
                  std::make_unique<SubscriptionHandler>(SubscriptionHandler::Kind::On, dependencies.registry));
    table.emplace("topics.publish", std::make_unique<TopicPublishHandler>(dependencies.registry, dependencies.topics));
    table.emplace("topics.subscribe", std::make_unique<TopicSubscribeHandler>(dependencies.registry));
    table.emplace("topics.unsubscribe", std::make_unique<TopicUnsubscribeHandler>());
    table.emplace("presence.get",
                  std::make_unique<PresenceGetHandler>(dependencies.registry, dependencies.topics, dependencies.users));
    table.emplace("users.get", std::make_unique<UserGetHandler>(dependencies.users));
    if (dependencies.config()->test.benchEvents)
        addBenchHandlers(table);
    return table;
}

} // namespace sluice::server
