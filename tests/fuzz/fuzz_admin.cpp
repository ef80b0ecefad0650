#include "server/admin/adminserver.h"
#include "tests/unit/admin/adminfixture.h"

#include <QCoreApplication>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace sluice;
using namespace sluice::server;

namespace {

/// The admin plane without a socket, for one who only may look: whatever is sent, nothing changes.
struct Plane {
    Plane()
    {
        AdminSession session;
        session.id = 1;
        session.caller = {QStringLiteral("fuzzer"), admin::Role::Viewer, QStringLiteral("127.0.0.1"), 1};
        session.send = [this](const std::string &text) { answered += text.size(); };
        server.start();
        if (!server.opened(session))
            std::abort();
    }

    AdminFixture fixture;
    AdminCommands commands{fixture.parts()};
    AdminServer server{commands, fixture.sources(), fixture.history};
    size_t answered = 0;
};

} // namespace

/// The text of an operator's message.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz_admin";
    static char *argv[] = {name, nullptr};
    static QCoreApplication application(argc, argv);
    static Plane plane;
    plane.server.received(1, {reinterpret_cast<const char *>(data), size});
    if (!plane.fixture.drain.requests.empty() || plane.fixture.config.revision() != 1
        || plane.fixture.revocations.size() != 0 || !plane.fixture.closeOrders.empty()) {
        std::fprintf(stderr, "broken: a viewer changed something\n");
        std::abort();
    }
    return 0;
}
