#include "server/storage/postgresconnection.h"

#include "shared/base/logging.h"
#include "shared/protocol/codec.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>

#include <poll.h>

namespace sluice::server {

namespace {

using std::chrono::milliseconds;

// Those of the dialect, which are the defaults.
constexpr Dialect kStatements;

constexpr milliseconds kBusyRetry{500};
constexpr milliseconds kUnavailableRetry{1000};

// What a statement of ours has at most.
constexpr size_t kMostValues = 8;
constexpr int kBinary = 1;
constexpr int kText = 0;
// Source: pg_type.dat; these numbers are part of the protocol.
constexpr Oid kBool = 16;
constexpr Oid kInt8 = 20;
constexpr Oid kInt2 = 21;
constexpr Oid kInt4 = 23;
constexpr Oid kTextType = 25;

// The server is to speak up before our own patience ends: then the connection lives on, and the reason is known. A lock
// is given up first, so that it is not taken for a slow statement.
constexpr double kLockShare = 0.9;
constexpr double kStatementShare = 0.95;
// For its answer to arrive.
constexpr milliseconds kGrace{50};
// How long taking changes back may take when the operation's own time is over.
constexpr milliseconds kUndoLimit{1000};

// "Saved" is to survive a power cut, whatever the server's default is. Settings that promise more stay as they are.
constexpr const char *kSession = "SET standard_conforming_strings = on; "
                                 "SELECT set_config('synchronous_commit', 'on', false) "
                                 "WHERE current_setting('synchronous_commit') = 'off'";

bool isInteger(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::Bool: return true;
    default: return false;
    }
}

/// The values of one statement as libpq takes them: integers and texts in binary, so that none is pasted into SQL and a
/// text is as long as it is.
class Values
{
public:
    explicit Values(std::initializer_list<QVariant> values)
        : m_count(static_cast<int>(values.size()))
    {
        Q_ASSERT(values.size() <= kMostValues);
        size_t at = 0;
        for (const QVariant &value : values)
            add(at++, value);
    }

    [[nodiscard]] int count() const noexcept { return m_count; }
    [[nodiscard]] const char *const *pointers() const noexcept { return m_pointers.data(); }
    [[nodiscard]] const int *lengths() const noexcept { return m_lengths.data(); }
    [[nodiscard]] const int *formats() const noexcept { return m_formats.data(); }

private:
    void add(size_t at, const QVariant &value)
    {
        m_formats[at] = kBinary;
        if (isInteger(value)) {
            qToBigEndian(value.toLongLong(), &m_integers[at]);
            m_pointers[at] = reinterpret_cast<const char *>(&m_integers[at]);
            m_lengths[at] = sizeof(qint64);
        } else if (value.isValid()) { // a null text is an empty one
            m_texts[at] = value.toString().toUtf8();
            m_pointers[at] = m_texts[at].constData();
            m_lengths[at] = static_cast<int>(m_texts[at].size());
        }
    }

    const int m_count;
    std::array<qint64, kMostValues> m_integers{};
    std::array<QByteArray, kMostValues> m_texts;
    std::array<const char *, kMostValues> m_pointers{};
    std::array<int, kMostValues> m_lengths{};
    std::array<int, kMostValues> m_formats{};
};

std::string numbered(QLatin1String sql)
{
    std::string text;
    int number = 0;
    bool quoted = false;
    for (const char c : std::string_view(sql.data(), static_cast<size_t>(sql.size()))) {
        quoted ^= c == '\'';
        if (c == '?' && !quoted)
            text += '$' + std::to_string(++number);
        else
            text += c;
    }
    return text;
}

Error unavailable(const QString &detail)
{
    return {ErrorCode::Unavailable, protocol::retryData(kUnavailableRetry), detail};
}

bool isOneOf(std::string_view state, std::initializer_list<std::string_view> states)
{
    return std::find(states.begin(), states.end(), state) != states.end();
}

// Source: https://www.postgresql.org/docs/15/errcodes-appendix.html
Error errorOf(std::string_view state, const QString &text)
{
    const auto kind = state.substr(0, std::min<size_t>(2, state.size()));
    const QString detail = QStringLiteral("PostgreSQL error %1: %2")
                               .arg(QString::fromLatin1(state.data(), static_cast<qsizetype>(state.size())), text);
    // 55P03 a lock was not to be had in time, 57014 the statement took too long, 40... what was to be repeated.
    if (kind == "40" || isOneOf(state, {"55P03", "55006", "57014"}))
        return {ErrorCode::Busy, protocol::retryData(kBusyRetry), detail};
    if (state == "53100")
        return {ErrorCode::StorageFull, {}, detail};
    // Connections, a server that stops or starts, its system's errors, too many connections, no memory, a replica.
    if (isOneOf(kind, {"08", "57", "58", "53"}) || state == "25006")
        return unavailable(detail);
    return {ErrorCode::InternalError, {}, detail};
}

} // namespace

PostgresStatement::PostgresStatement(QLatin1String sql, size_t number)
    : m_sql(numbered(sql))
    , m_name('s' + std::to_string(number))
{
}

QVariant PostgresStatement::value(int column) const
{
    if (PQgetisnull(m_result.get(), m_row, column))
        return {};
    const QByteArray bytes =
        QByteArray::fromRawData(PQgetvalue(m_result.get(), m_row, column), PQgetlength(m_result.get(), m_row, column));
    switch (PQftype(m_result.get(), column)) {
    case kInt2:
    case kInt4:
    case kInt8: return bytes.toLongLong();
    case kBool: return bytes == "t";
    default: return QString::fromUtf8(bytes);
    }
}

int PostgresStatement::changedRows() const
{
    return QByteArray(PQcmdTuples(m_result.get())).toInt();
}

Result<void> PostgresConnection::open(const std::vector<std::pair<std::string, std::string>> &parameters,
                                      Duration limit)
{
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (const auto &[keyword, value] : parameters) {
        keywords.push_back(keyword.c_str());
        values.push_back(value.c_str());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    constexpr int kExpandName = 1; // the URL is given as the name of the database
    const Instant end = std::chrono::steady_clock::now() + limit;
    m_handle.reset(PQconnectStartParams(keywords.data(), values.data(), kExpandName));
    if (!m_handle)
        return tl::unexpected(unavailable(QStringLiteral("no memory for a connection")));
    if (auto connected = connect(end); !connected)
        return connected;
    PQsetNoticeProcessor(
        m_handle.get(), [](void *, const char *text) { qCDebug(lcStorage) << "PostgreSQL says" << text; }, nullptr);
    PQsetnonblocking(m_handle.get(), 1); // or sending could block
    if (PQsendQuery(m_handle.get(), kSession) == 0)
        return tl::unexpected(lost(QString::fromUtf8(PQerrorMessage(m_handle.get()))));
    if (const auto prepared = collect(end); !prepared)
        return tl::unexpected(prepared.error());
    return {};
}

Result<void> PostgresConnection::connect(Instant until)
{
    // As if PQconnectPoll had said "writing" before its first call, as libpq's documentation has it.
    PostgresPollingStatusType state =
        PQstatus(m_handle.get()) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK) {
        if (state == PGRES_POLLING_FAILED)
            return tl::unexpected(lost(QString::fromUtf8(PQerrorMessage(m_handle.get()))));
        if (!wait(state == PGRES_POLLING_READING ? POLLIN : POLLOUT, until))
            return tl::unexpected(lost(QStringLiteral("the server does not answer")));
        state = PQconnectPoll(m_handle.get());
    }
    return {};
}

void PostgresConnection::setDeadline(TimePoint deadline) noexcept
{
    m_deadline = deadline;
    m_limitIsNew = true;
}

template <typename Send>
Result<PostgresResult> PostgresConnection::ask(Send &&send)
{
    const bool isPipelined = m_releaseDeferred || m_savepointDeferred;
    if ((isPipelined && !sendDeferred()) || send() == 0 || (isPipelined && PQpipelineSync(m_handle.get()) == 0))
        return tl::unexpected(lost(QString::fromUtf8(PQerrorMessage(m_handle.get()))));
    return collect(until());
}

Result<Cursor *> PostgresConnection::run(QLatin1String sql, std::initializer_list<QVariant> values)
{
    if (!m_handle)
        return tl::unexpected(unavailable(QStringLiteral("the connection is lost")));
    // The server would roll back and call that a success.
    if (sql == kStatements.commit && PQtransactionStatus(m_handle.get()) == PQTRANS_INERROR)
        return failure(ErrorCode::InternalError, {}, QStringLiteral("the transaction has failed already"));
    if (defer(sql))
        return &m_nothing;
    PostgresStatement &statement = this->statement(sql);
    if (auto limited = limitServer(); !limited)
        return tl::unexpected(std::move(limited.error()));
    if (!statement.m_prepared) {
        if (auto prepared = prepare(statement, values); !prepared)
            return tl::unexpected(std::move(prepared.error()));
    }
    const Values bound(values);
    auto result = ask([&] {
        return PQsendQueryPrepared(m_handle.get(), statement.m_name.c_str(), bound.count(), bound.pointers(),
                                   bound.lengths(), bound.formats(), kText);
    });
    if (!result) {
        if (sql == kStatements.commit && !m_handle) // it may have arrived, and only the answer not
            result.error().data.replace("}", ",\"outcome\":\"unknown\"}");
        return tl::unexpected(std::move(result.error()));
    }
    statement.m_result = std::move(*result);
    statement.m_row = -1;
    return &statement;
}

Result<void> PostgresConnection::prepare(PostgresStatement &statement, std::initializer_list<QVariant> values)
{
    std::array<Oid, kMostValues> types{};
    std::transform(values.begin(), values.end(), types.begin(),
                   [](const QVariant &value) { return isInteger(value) ? kInt8 : kTextType; });
    auto prepared = ask([&] {
        return PQsendPrepare(m_handle.get(), statement.m_name.c_str(), statement.m_sql.c_str(),
                             static_cast<int>(values.size()), types.data());
    });
    if (!prepared)
        return tl::unexpected(std::move(prepared.error()));
    statement.m_prepared = true;
    return {};
}

Result<void> PostgresConnection::executeScript(const QByteArray &sql)
{
    if (!m_handle)
        return tl::unexpected(unavailable(QStringLiteral("the connection is lost")));
    if (auto limited = limitServer(); !limited)
        return limited;
    if (auto done = ask([&] { return PQsendQuery(m_handle.get(), sql.constData()); }); !done)
        return tl::unexpected(std::move(done.error()));
    return {};
}

Result<void> PostgresConnection::undo(QLatin1String sql)
{
    if (!m_handle)
        return {}; // the server has done it, or will when it finds the connection gone
    const TimePoint before = m_deadline;
    m_deadline = std::max(m_deadline, m_clock.now() + kUndoLimit);
    const bool wasNew = std::exchange(m_limitIsNew, false); // nothing may be set in a failed transaction
    const auto undone = run(sql, {});
    m_deadline = before;
    m_limitIsNew = wasNew;
    if (!undone && m_handle)
        static_cast<void>(lost(undone.error().detail)); // which makes the server do it
    return {};
}

bool PostgresConnection::inTransaction() const noexcept
{
    if (!m_handle)
        return false;
    const PGTransactionStatusType status = PQtransactionStatus(m_handle.get());
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

// A server that has gone has said so: what nobody asked for is there to be read.
bool PostgresConnection::isUsable()
{
    constexpr int kMostLooks = 4;
    for (int look = 0; look < kMostLooks && m_handle; ++look) {
        pollfd socket{PQsocket(m_handle.get()), POLLIN, 0};
        if (::poll(&socket, 1, 0) == 0)
            return PQstatus(m_handle.get()) == CONNECTION_OK && PQtransactionStatus(m_handle.get()) == PQTRANS_IDLE;
        if (PQconsumeInput(m_handle.get()) == 0)
            break;
    }
    return false;
}

// Once an operation, and only when what the server was told last is too short, or would keep it at work for long after
// we have given up.
Result<void> PostgresConnection::limitServer()
{
    if (!std::exchange(m_limitIsNew, false))
        return {};
    qint64 limitMs = 0;
    if (m_deadline != TimePoint::max())
        limitMs = std::max<qint64>(1, std::chrono::ceil<milliseconds>(m_deadline - m_clock.now()).count());
    const bool isUnlimited = limitMs == 0 || m_serverLimitMs <= 0;
    constexpr qint64 kSlackMs = 100;
    if (isUnlimited ? limitMs == m_serverLimitMs
                    : m_serverLimitMs >= limitMs && m_serverLimitMs <= 2 * limitMs + kSlackMs)
        return {};
    const auto share = [limitMs](double part) { // never 0, which would be for ever
        return limitMs == 0 ? 0 : std::max<qint64>(1, static_cast<qint64>(part * static_cast<double>(limitMs)));
    };
    const QByteArray sql = "SET lock_timeout = " + QByteArray::number(share(kLockShare))
        + "; SET statement_timeout = " + QByteArray::number(share(kStatementShare));
    if (auto done = ask([&] { return PQsendQuery(m_handle.get(), sql.constData()); }); !done)
        return tl::unexpected(std::move(done.error()));
    m_serverLimitMs = limitMs;
    return {};
}

PostgresStatement &PostgresConnection::statement(QLatin1String sql)
{
    const std::string_view key(sql.data(), static_cast<size_t>(sql.size()));
    return m_statements.try_emplace(key, sql, m_statements.size()).first->second;
}

bool PostgresConnection::defer(QLatin1String sql) noexcept
{
    if (sql == kStatements.savepoint)
        return m_savepointDeferred = true;
    if (sql == kStatements.rollbackToSavepoint)
        return m_savepointDeferred; // nothing has been done in it
    if (sql == kStatements.releaseSavepoint) {
        m_releaseDeferred = m_releaseDeferred || !m_savepointDeferred;
        m_savepointDeferred = false; // so too
        return true;
    }
    if (sql == kStatements.commit || sql == kStatements.rollback)
        m_releaseDeferred = m_savepointDeferred = false; // both end with the transaction
    return false;
}

// What is sent in one go: https://www.postgresql.org/docs/15/libpq-pipeline-mode.html
bool PostgresConnection::sendDeferred()
{
    const auto send = [this](bool &isDeferred, QLatin1String sql) {
        return !std::exchange(isDeferred, false)
            || PQsendQueryParams(m_handle.get(), sql.data(), 0, nullptr, nullptr, nullptr, nullptr, kText) != 0;
    };
    return PQenterPipelineMode(m_handle.get()) != 0 && send(m_releaseDeferred, kStatements.releaseSavepoint)
        && send(m_savepointDeferred, kStatements.savepoint);
}

// The last result counts, or the first that is an error.
Result<PostgresResult> PostgresConnection::collect(Instant until)
{
    PostgresResult whole;
    PGconn *const handle = m_handle.get();
    while (true) {
        const int unsent = PQflush(handle);
        if (unsent < 0)
            return tl::unexpected(lost(QString::fromUtf8(PQerrorMessage(handle))));
        if (unsent > 0 || PQisBusy(handle) != 0) {
            if (!wait(static_cast<short>(POLLIN | (unsent > 0 ? POLLOUT : 0)), until))
                return tl::unexpected(lost(QStringLiteral("the server did not answer in time")));
            if (PQconsumeInput(handle) == 0)
                return tl::unexpected(lost(QString::fromUtf8(PQerrorMessage(handle))));
            continue;
        }
        PostgresResult next(PQgetResult(handle));
        if (!next && PQpipelineStatus(handle) == PQ_PIPELINE_OFF)
            break;
        if (!next && PQstatus(handle) == CONNECTION_OK)
            continue; // between the results of a pipeline
        if (!next || PQresultStatus(next.get()) == PGRES_PIPELINE_SYNC) {
            static_cast<void>(PQexitPipelineMode(handle));
            break;
        }
        if (!whole || PQresultStatus(whole.get()) != PGRES_FATAL_ERROR)
            whole = std::move(next);
    }
    if (PQstatus(handle) != CONNECTION_OK || !whole)
        return tl::unexpected(
            lost(QString::fromUtf8(whole ? PQresultErrorMessage(whole.get()) : PQerrorMessage(handle))));
    const ExecStatusType status = PQresultStatus(whole.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return tl::unexpected(failed(whole.get()));
    return whole;
}

bool PostgresConnection::wait(short events, Instant until) const
{
    pollfd socket{PQsocket(m_handle.get()), events, 0};
    while (true) {
        int leftMs = -1;
        if (until != Instant::max()) {
            const auto left = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now()).count();
            leftMs = static_cast<int>(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
        }
        const int ready = ::poll(&socket, 1, leftMs);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return true; // an error is the next call's to report
        if (ready == 0)
            return false;
    }
}

PostgresConnection::Instant PostgresConnection::until() const noexcept
{
    if (m_deadline == TimePoint::max())
        return Instant::max();
    return std::chrono::steady_clock::now() + std::max(Duration::zero(), m_deadline - m_clock.now()) + kGrace;
}

Error PostgresConnection::lost(const QString &reason)
{
    m_releaseDeferred = m_savepointDeferred = false;
    const QString detail = QStringLiteral("PostgreSQL: ") + reason.simplified();
    m_handle.reset();
    return unavailable(detail);
}

Error PostgresConnection::failed(const PGresult *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return errorOf(state ? state : "", QString::fromUtf8(text ? text : PQresultErrorMessage(result)));
}

} // namespace sluice::server
