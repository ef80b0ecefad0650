#include "server/policies/keysetfetcher.h"

#include "shared/base/logging.h"

#include <curl/curl.h>
#include <pthread.h>

#include <memory>
#include <mutex>

namespace sluice::server {

namespace {

constexpr long kOk = 200;

struct CurlRelease {
    void operator()(CURL *curl) const noexcept { curl_easy_cleanup(curl); }
    void operator()(curl_slist *list) const noexcept { curl_slist_free_all(list); }
};

struct Body {
    QByteArray bytes;
    qsizetype mostBytes = 0;
};

size_t appendTo(char *data, size_t size, size_t count, void *target)
{
    auto &body = *static_cast<Body *>(target);
    const auto bytes = static_cast<qsizetype>(size * count);
    if (body.bytes.size() + bytes > body.mostBytes)
        return 0; // ends the transfer
    body.bytes.append(data, bytes);
    return size * count;
}

int shouldGiveUp(void *flag, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic<bool> *>(flag)->load(std::memory_order_relaxed) ? 1 : 0;
}

tl::unexpected<Error> failed(const QString &why)
{
    return failure(ErrorCode::BackendFailed, {}, why);
}

void prepare(CURL *curl, const KeySetFetcher::Settings &settings, Body &body, std::atomic<bool> &givesUp,
             const QByteArray &url)
{
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    // The configuration allows http on loopback only.
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, url.startsWith("https:") ? "https" : "http");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &appendTo);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &shouldGiveUp);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &givesUp);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "sluiced");
}

} // namespace

KeySetFetcher::KeySetFetcher(Metrics &metrics, const Clock &clock, Deliver deliver)
    : m_metrics(metrics)
    , m_clock(clock)
    , m_deliver(std::move(deliver))
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

KeySetFetcher::~KeySetFetcher()
{
    stop();
}

void KeySetFetcher::setSettings(const Settings &settings)
{
    const MutexLock lock(m_mutex);
    if (settings == m_settings || m_isStopping)
        return;
    m_settings = settings;
    m_schedule.restart(m_clock.now(), settings.refresh);
    m_fetchedAt.store(0);
    m_givesUp.store(true);
    if (!m_isStarted && !settings.url.isEmpty()) {
        m_isStarted = true;
        m_thread = std::thread([this] { run(); });
        pthread_setname_np(m_thread.native_handle(), "sluice-keys");
    }
    m_changed.notifyAll();
}

void KeySetFetcher::want()
{
    const MutexLock lock(m_mutex);
    m_schedule.wanted(m_clock.now());
    m_changed.notifyAll();
}

void KeySetFetcher::stop()
{
    {
        const MutexLock lock(m_mutex);
        m_isStopping = true;
        m_givesUp.store(true);
        m_changed.notifyAll();
    }
    if (m_thread.joinable())
        m_thread.join();
}

std::chrono::seconds KeySetFetcher::age() const
{
    const TimePoint::rep at = m_fetchedAt.load();
    if (at == 0)
        return std::chrono::seconds(0);
    return std::chrono::duration_cast<std::chrono::seconds>(m_clock.now() - TimePoint(Duration(at)));
}

void KeySetFetcher::run()
{
    Settings settings;
    while (waitUntilDue(settings))
        fetch(settings);
}

// False when it has been stopped.
bool KeySetFetcher::waitUntilDue(Settings &settings)
{
    const MutexLock lock(m_mutex);
    while (!m_isStopping) {
        if (m_settings.url.isEmpty()) {
            m_changed.wait(m_mutex);
            continue;
        }
        if (m_clock.now() >= m_schedule.due()) {
            settings = m_settings;
            m_schedule.began(m_clock.now());
            m_givesUp.store(false);
            return true;
        }
        m_changed.waitUntil(m_mutex, m_schedule.due());
    }
    return false;
}

void KeySetFetcher::fetch(const Settings &settings)
{
    auto set = download(settings).and_then([](const QByteArray &json) { return parseKeySet(json, KeySetSource::Url); });
    if (set && set->keys.empty())
        set = failed(QStringLiteral("has no key that can be used: ") + set->skipped.join(QLatin1String("; ")));
    if (m_givesUp.load())
        return;
    conclude(settings, set);
    if (set)
        m_deliver(settings.url, *std::move(set));
}

void KeySetFetcher::conclude(const Settings &settings, const Result<KeySet> &set)
{
    const QString address = settings.url.section(u'?', 0, 0); // what follows may be a secret
    m_metrics.add(set ? Counter::KeySetFetches : Counter::KeySetFetchesFailed);
    if (set && m_isFailing)
        qCInfo(lcApp).noquote().nospace() << "the key set is fetched again url=" << address;
    if (!set && !m_isFailing)
        qCWarning(lcApp).noquote().nospace()
            << "the key set cannot be fetched, the keys of before stay in use url=" << address
            << " reason=" << set.error().detail;
    m_isFailing = !set;
    const MutexLock lock(m_mutex);
    if (settings != m_settings)
        return;
    if (set) {
        m_schedule.succeeded();
        m_fetchedAt.store(m_clock.now().time_since_epoch().count());
    } else {
        m_schedule.failed(m_clock.now());
    }
}

Result<QByteArray> KeySetFetcher::download(const Settings &settings)
{
    const std::unique_ptr<CURL, CurlRelease> curl(curl_easy_init());
    if (!curl)
        return failed(QStringLiteral("there is no memory for it"));
    Body body{{}, settings.maxBytes};
    prepare(curl.get(), settings, body, m_givesUp, settings.url.toUtf8());
    const std::unique_ptr<curl_slist, CurlRelease> headers(curl_slist_append(nullptr, "Accept: application/json"));
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_WRITE_ERROR)
        return failed(QStringLiteral("is larger than auth.jwks-max-bytes, %1 bytes").arg(settings.maxBytes));
    if (code != CURLE_OK)
        return failed(QString::fromUtf8(curl_easy_strerror(code)));
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status != kOk)
        return failed(QStringLiteral("was answered with the status %1").arg(status));
    return body.bytes;
}

} // namespace sluice::server
