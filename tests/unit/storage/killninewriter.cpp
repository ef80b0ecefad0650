// Saves notes and prints the id and title of each that was acknowledged, until it is killed or its input ends.
// usage: killninewriter DATABASE TITLE-PREFIX (DATABASE: an SQLite file or a postgresql: URL)
#include "server/storage/makedatabaseengine.h"
#include "server/storage/migrator.h"
#include "server/storage/sqlnotestore.h"
#include "shared/base/random.h"

#include <QCoreApplication>
#include <QStringList>

#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>

using namespace sluice;
using namespace sluice::server;

namespace {

constexpr int kWaiting = 16;

class Saver
{
public:
    Saver(NoteStore &store, QString prefix)
        : m_store(store)
        , m_prefix(std::move(prefix))
    {
    }

    void saveNext()
    {
        if (m_stopping)
            return;
        NoteDraft draft;
        draft.user = QStringLiteral("ann");
        draft.title = m_prefix + QString::number(m_next++);
        draft.content = QString(200, u'x');
        draft.collaborators = QStringList{QStringLiteral("bob")};
        m_store.save(draft, TimePoint::max()).then([this](const Result<Note> &note) {
            if (!note)
                return;
            // One write below PIPE_BUF: a line arrives whole or not at all.
            const QByteArray line = (note->id + u' ' + note->title + u'\n').toLatin1();
            if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) == line.size())
                saveNext();
        });
    }

    void stop() { m_stopping = true; }

private:
    NoteStore &m_store;
    const QString m_prefix;
    std::atomic<int> m_next{0};
    std::atomic<bool> m_stopping{false};
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const SystemClock clock;
    SystemRandom random;
    Config config;
    if (arguments.at(1).startsWith(QLatin1String("postgresql:")))
        config.storage.url = arguments.at(1);
    Database database(*makeDatabaseEngine(config, arguments.at(1), clock), std::chrono::seconds(2), clock);
    if (!Migrator(database).migrate())
        return 1;
    SqlNoteStore store(database, random);
    Saver saver(store, arguments.at(2));
    for (int i = 0; i < kWaiting; ++i)
        saver.saveNext();

    std::array<char, 16> input{};
    while (::read(STDIN_FILENO, input.data(), input.size()) > 0) { }
    saver.stop();
    store.stop();
    return 0;
}
