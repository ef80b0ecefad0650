#include "server/backend/curltransfers.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include <curl/curl.h>

namespace sluice::server {

namespace {

// Below what servers keep idle connections for (Node.js and uvicorn 5 s), so that few requests meet one just closed.
constexpr long kIdleSeconds = 4;
constexpr size_t kMostIdle = 256;
constexpr long kMostConnections = 1024; // kept while they are idle
constexpr size_t kMostHeaderBytes = 64 * 1024;
// What is read of a body that nobody wants, to keep the connection; beyond it the connection is the cheaper loss.
constexpr size_t kDiscardedBytes = 64 * 1024;
constexpr long kOk = 200;
constexpr auto kLongestRetryAfter = std::chrono::hours(1);

bool isJsonType(std::string_view type)
{
    constexpr std::string_view kJson = "application/json";
    const size_t end = std::min(type.find_first_of("; \t"), type.size());
    return end == kJson.size() && std::equal(kJson.begin(), kJson.end(), type.begin(), [](char expected, char c) {
               return expected == (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
           });
}

BackendFault faultOf(CURLcode code)
{
    switch (code) {
    case CURLE_OK: return BackendFault::None;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT: return BackendFault::Connect;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS: return BackendFault::Tls;
    case CURLE_OPERATION_TIMEDOUT: return BackendFault::TimedOut;
    case CURLE_FILESIZE_EXCEEDED: return BackendFault::TooLarge;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING: return BackendFault::Malformed;
    default: return BackendFault::Lost;
    }
}

void initialize()
{
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_ASSERT(code == CURLE_OK);
    Q_UNUSED(code)
}

} // namespace

/// One easy handle, prepared for one backend.
class CurlTransfers::Transfer
{
public:
    explicit Transfer(BackendSpecPtr backend)
        : m_backend(std::move(backend))
        , m_easy(curl_easy_init())
    {
        prepare();
    }
    ~Transfer()
    {
        curl_easy_cleanup(m_easy);
        curl_slist_free_all(m_headers);
    }
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    void take(Order &&order)
    {
        m_owner = order.owner;
        m_body = std::move(order.body);
        m_offered = 0;
        m_headerBytes = m_discarded = 0;
        m_tooLarge = m_isHeadWhole = false;
        m_answer.clear();
        m_error.fill('\0');
        curl_slist_free_all(m_headers);
        m_headers = nullptr;
        for (const std::string &header : order.headers)
            m_headers = curl_slist_append(m_headers, header.c_str());
        curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_body.size()));
        curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, static_cast<long>(order.timeout.count()));
    }

    [[nodiscard]] CURL *easy() const { return m_easy; }
    [[nodiscard]] const BackendSpecPtr &backend() const { return m_backend; }
    [[nodiscard]] bool isSent() const { return m_offered > 0 && m_offered == m_body.size(); }

    [[nodiscard]] Finished finish(CURLcode code)
    {
        Finished finished;
        finished.owner = m_owner;
        long connections = 0;
        curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &connections);
        finished.connectionsOpened = static_cast<quint64>(connections);
        BackendReply &reply = finished.reply;
        reply.sent = isSent();
        readHead(reply);
        // Once the answer's head says that the body is not wanted, it does not matter how that ended.
        const bool headSaysAll = m_isHeadWhole && reply.status >= kOk && (reply.status != kOk || !reply.isJson);
        reply.fault = m_tooLarge               ? BackendFault::TooLarge
            : m_headerBytes > kMostHeaderBytes ? BackendFault::Malformed
            : headSaysAll                      ? BackendFault::None
                                               : faultOf(code);
        if (reply.fault == BackendFault::None && !headSaysAll)
            reply.body = std::move(m_answer);
        else if (reply.fault != BackendFault::None)
            reply.detail = m_error.front() != '\0' ? m_error.data() : curl_easy_strerror(code);
        return finished;
    }

private:
    void prepare();
    void readHead(BackendReply &reply) const
    {
        long status = 0;
        curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
        reply.status = static_cast<int>(status);
        const char *type = nullptr;
        curl_easy_getinfo(m_easy, CURLINFO_CONTENT_TYPE, &type);
        reply.isJson = type && isJsonType(type);
        curl_off_t seconds = 0;
        curl_easy_getinfo(m_easy, CURLINFO_RETRY_AFTER, &seconds);
        reply.retryAfter = std::min<std::chrono::milliseconds>(
            kLongestRetryAfter, std::chrono::seconds(std::clamp<curl_off_t>(seconds, 0, 1'000'000)));
    }

    static size_t readBody(char *to, size_t size, size_t count, void *self)
    {
        auto &transfer = *static_cast<Transfer *>(self);
        const size_t bytes = std::min(size * count, transfer.m_body.size() - transfer.m_offered);
        std::memcpy(to, transfer.m_body.data() + transfer.m_offered, bytes);
        transfer.m_offered += bytes;
        return bytes;
    }
    // What libcurl asks before it sends a request again by itself.
    static int rewindBody(void *self, curl_off_t, int)
    {
        return static_cast<Transfer *>(self)->m_offered == 0 ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
    }
    static size_t takeHeader(char *line, size_t size, size_t count, void *self)
    {
        auto &transfer = *static_cast<Transfer *>(self);
        transfer.m_isHeadWhole = std::string_view(line, size * count) == "\r\n";
        transfer.m_headerBytes += size * count;
        return transfer.m_headerBytes > kMostHeaderBytes ? 0 : size * count;
    }
    static size_t takeBody(char *from, size_t size, size_t count, void *self)
    {
        return static_cast<Transfer *>(self)->take({from, size * count}) ? size * count : 0;
    }
    [[nodiscard]] bool take(std::string_view bytes)
    {
        BackendReply head;
        readHead(head);
        if (head.status != kOk || !head.isJson) {
            m_discarded += bytes.size();
            return m_discarded <= kDiscardedBytes;
        }
        m_tooLarge = m_answer.size() + bytes.size() > static_cast<size_t>(m_backend->maxResponseBytes);
        if (!m_tooLarge)
            m_answer.append(bytes);
        return !m_tooLarge;
    }

    const BackendSpecPtr m_backend;
    CURL *const m_easy;
    curl_slist *m_headers = nullptr;
    void *m_owner = nullptr;
    std::string m_body;
    size_t m_offered = 0; // of the body, to libcurl
    size_t m_headerBytes = 0;
    size_t m_discarded = 0;
    bool m_isHeadWhole = false; // not only of an interim answer
    bool m_tooLarge = false;
    std::string m_answer;
    std::array<char, CURL_ERROR_SIZE> m_error{};
};

void CurlTransfers::Transfer::prepare()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    set(CURLOPT_PRIVATE, static_cast<void *>(this));
    set(CURLOPT_URL, m_backend->url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, ""); // not even that of the environment
    set(CURLOPT_NOSIGNAL, 1L);
    // A name that is being resolved must not keep the thread when its request is broken off.
    set(CURLOPT_QUICK_EXIT, 1L);
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_POST, 1L);
    set(CURLOPT_READFUNCTION, &Transfer::readBody);
    set(CURLOPT_READDATA, static_cast<void *>(this));
    set(CURLOPT_SEEKFUNCTION, &Transfer::rewindBody);
    set(CURLOPT_SEEKDATA, static_cast<void *>(this));
    set(CURLOPT_HEADERFUNCTION, &Transfer::takeHeader);
    set(CURLOPT_HEADERDATA, static_cast<void *>(this));
    set(CURLOPT_WRITEFUNCTION, &Transfer::takeBody);
    set(CURLOPT_WRITEDATA, static_cast<void *>(this));
    set(CURLOPT_ERRORBUFFER, m_error.data());
    set(CURLOPT_MAXAGE_CONN, kIdleSeconds);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (m_backend->caCertificates.isEmpty())
        return;
    curl_blob certificates{const_cast<char *>(m_backend->caCertificates.constData()),
                           static_cast<size_t>(m_backend->caCertificates.size()), CURL_BLOB_NOCOPY};
    set(CURLOPT_CAINFO_BLOB, &certificates);
    set(CURLOPT_CAPATH, static_cast<const char *>(nullptr)); // these and no others
}

/// The multi handle.
class CurlTransfers::Multi
{
public:
    Multi()
        : m_handle(curl_multi_init())
    {
        // Not by how many requests there are at the moment, or each lull would close what the next burst needs.
        curl_multi_setopt(m_handle, CURLMOPT_MAXCONNECTS, kMostConnections);
    }
    ~Multi() { curl_multi_cleanup(m_handle); }
    Multi(const Multi &) = delete;
    Multi &operator=(const Multi &) = delete;

    [[nodiscard]] CURLM *get() const { return m_handle; }

private:
    CURLM *const m_handle;
};

CurlTransfers::CurlTransfers()
{
    initialize();
    m_multi = std::make_unique<Multi>();
}

CurlTransfers::~CurlTransfers()
{
    for (const auto &transfer : m_running)
        curl_multi_remove_handle(m_multi->get(), transfer->easy());
    m_running.clear();
    m_idle.clear();
}

CurlTransfers::Transfer *CurlTransfers::start(Order &&order)
{
    m_running.push_back(takeIdle(order.backend));
    Transfer *transfer = m_running.back().get();
    transfer->take(std::move(order));
    curl_multi_add_handle(m_multi->get(), transfer->easy());
    return transfer;
}

std::unique_ptr<CurlTransfers::Transfer> CurlTransfers::takeIdle(const BackendSpecPtr &backend)
{
    const auto found = std::find_if(m_idle.rbegin(), m_idle.rend(),
                                    [&backend](const auto &idle) { return idle->backend() == backend; });
    if (found == m_idle.rend())
        return std::make_unique<Transfer>(backend);
    std::unique_ptr<Transfer> transfer = std::move(*found);
    m_idle.erase(std::prev(found.base()));
    return transfer;
}

bool CurlTransfers::isSent(const Transfer &transfer)
{
    return transfer.isSent();
}

bool CurlTransfers::cancel(Transfer *transfer)
{
    const bool sent = transfer->isSent();
    retire(transfer);
    return sent;
}

void CurlTransfers::retire(Transfer *transfer)
{
    curl_multi_remove_handle(m_multi->get(), transfer->easy());
    const auto found = std::find_if(m_running.begin(), m_running.end(),
                                    [transfer](const auto &running) { return running.get() == transfer; });
    if (m_idle.size() == kMostIdle)
        m_idle.erase(m_idle.begin()); // of a backend as it was before a reload, perhaps
    m_idle.push_back(std::move(*found));
    *found = std::move(m_running.back());
    m_running.pop_back();
}

void CurlTransfers::advance(const std::function<void(Finished &&)> &finished)
{
    int running = 0;
    curl_multi_perform(m_multi->get(), &running);
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi->get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        char *self = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &self);
        auto *transfer = reinterpret_cast<Transfer *>(self);
        Finished result = transfer->finish(message->data.result);
        retire(transfer);
        finished(std::move(result));
    }
}

void CurlTransfers::wait(std::chrono::milliseconds most)
{
    curl_multi_poll(m_multi->get(), nullptr, 0, static_cast<int>(most.count()), nullptr);
}

void CurlTransfers::wake()
{
    curl_multi_wakeup(m_multi->get());
}

} // namespace sluice::server
