#include "server/events/request.h"

#include "shared/protocol/codec.h"

#include <QJsonDocument>

namespace sluice::server {

namespace {

// What nearly every event fits into. The pool keeps thousands of requests: with buffers of the largest event each
// would be gigabytes.
constexpr size_t kKeptTextBytes = 4096;

// A stop source is only replaced when it was used: making one allocates.
void renew(std::stop_source &source)
{
    if (source.stop_requested())
        source = std::stop_source();
}

} // namespace

Result<QJsonObject> LentRequest::paramsObject() const
{
    if (params.empty())
        return QJsonObject();
    const auto bytes = QByteArray::fromRawData(params.data(), static_cast<qsizetype>(params.size()));
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError || !document.isObject())
        return failure(ErrorCode::InvalidParams, protocol::invalidParamsData("params", "must be an object"));
    return document.object();
}

void Request::recycle()
{
    Q_ASSERT(!isArmed());
    Q_ASSERT(breakerTicket == 0);
    Q_ASSERT(!holdsKey);
    if (text.capacity() > kKeptTextBytes)
        std::string().swap(text); // an assignment would keep the buffer
    text.clear();
    // One by one: as a chain each would wait for the one before to reach the cache.
    id = {};
    params = {};
    idempotencyKey = {};
    renew(stop);
    started.store(false, std::memory_order_relaxed);
    claimed.store(false, std::memory_order_relaxed);
    session = nullptr;
    batch = nullptr;
    nextOfSession = previousOfSession = nullptr;
    waitsForKey = false;
    if (verdicts)
        verdicts.reset();
}

} // namespace sluice::server
