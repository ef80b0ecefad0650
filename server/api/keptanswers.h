#pragma once

#include "server/config/config.h"
#include "server/http/httpresponse.h"
#include "shared/base/clock.h"

#include <QByteArray>

#include <atomic>
#include <list>
#include <string>
#include <unordered_map>

namespace sluice::server {

/// The answers to requests that came with an Idempotency-Key, for those that come again. What succeeded is kept for
/// api.idempotency-ms within api.idempotency-bytes, the oldest goes first; what failed has done nothing and may run
/// again. They do not outlive the process.
/// Thread: none (its owner's), but for bytes().
/// Source: draft-ietf-httpapi-idempotency-key-header.
class KeptAnswers
{
public:
    enum class Kind { New, UnderWay, Different, Kept };
    /// What is known of a request.
    struct Found {
        Kind kind = Kind::New;
        const HttpResponse *answer = nullptr; ///< Of Kept.
    };

    explicit KeptAnswers(const Clock &clock);

    void setConfig(const Config &config);
    /// `name`: whose key and which; `fingerprint`: what was asked with it. New: it is under way from now on, and ends
    /// with finish(). Different: the same key came with another request.
    [[nodiscard]] Found begin(const std::string &name, const QByteArray &fingerprint);
    /// It has been answered.
    void finish(const std::string &name, const HttpResponse &answer);

    [[nodiscard]] size_t size() const noexcept { return m_entries.size(); }
    /// Units: bytes. Thread: any.
    [[nodiscard]] size_t bytes() const noexcept { return m_bytes.load(std::memory_order_relaxed); }

private:
    struct Entry {
        QByteArray fingerprint;
        bool isUnderWay = true;
        HttpResponse answer = {};
        size_t bytes = 0;
        TimePoint expires{};
        std::list<std::string>::iterator place = {}; // in m_byAge; of what is kept
    };
    using Entries = std::unordered_map<std::string, Entry>;

    void forget(const Entries::iterator &entry);
    void bound();

    const Clock &m_clock;
    Duration m_keep{};
    size_t m_mostBytes = 0;
    Entries m_entries;
    std::list<std::string> m_byAge; // the oldest first
    std::atomic<size_t> m_bytes{0};
};

} // namespace sluice::server
