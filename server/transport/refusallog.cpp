#include "server/transport/refusallog.h"

#include "shared/base/logging.h"

#include <chrono>
#include <utility>

namespace sluice::server {

namespace {

constexpr std::chrono::seconds kBetweenLines{1};

} // namespace

RefusalLog::RefusalLog(Metrics &metrics, const Clock &clock)
    : m_metrics(metrics)
    , m_clock(clock)
{
}

void RefusalLog::add(const HttpRefusal &refusal, const std::string &address)
{
    m_metrics.add(refusal.countedAs);
    Reason &reason = m_reasons[static_cast<size_t>(refusal.countedAs)];
    const TimePoint now = m_clock.now();
    if (now < reason.nextLine) {
        ++reason.unlogged;
        return;
    }
    reason.nextLine = now + kBetweenLines;
    qCInfo(lcTransport).noquote().nospace()
        << "connection refused status=" << refusal.status
        << " address=" << (refusal.client.empty() ? address : refusal.client).c_str()
        << " unlogged=" << std::exchange(reason.unlogged, 0) << " text=\"" << refusal.text.c_str() << '"'
        << (refusal.detail.empty() ? "" : " reason=\"") << refusal.detail.c_str()
        << (refusal.detail.empty() ? "" : "\"");
}

} // namespace sluice::server
