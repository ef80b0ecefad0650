#include "server/policies/tokenverifier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cjose/cjose.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <memory>
#include <utility>

namespace sluice::server {

namespace {

// HS256 wants at least as many bytes as the hash has. Source: RFC 7518, section 3.2.
constexpr int kRecommendedKeyBytes = 32;
constexpr qsizetype kMaxKeyFileBytes = 64 * 1024;
// Beyond any date a token can mean, and far from overflowing the clock's nanoseconds.
constexpr double kLatestUnixSeconds = 4'000'000'000.0;

struct JwsRelease {
    void operator()(cjose_jws_t *jws) const noexcept { cjose_jws_release(jws); }
};
struct JwkRelease {
    void operator()(cjose_jwk_t *jwk) const noexcept { cjose_jwk_release(jwk); }
};
using JwsPtr = std::unique_ptr<cjose_jws_t, JwsRelease>;
using JwkPtr = std::unique_ptr<cjose_jwk_t, JwkRelease>;

class FileDescriptor
{
public:
    explicit FileDescriptor(int descriptor) noexcept
        : m_descriptor(descriptor)
    {
    }
    ~FileDescriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;

    [[nodiscard]] int get() const noexcept { return m_descriptor; }
    [[nodiscard]] bool isOpen() const noexcept { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

tl::unexpected<Error> unauthorized(const char *why)
{
    return failure(ErrorCode::Unauthorized, {}, QString::fromLatin1(why));
}

tl::unexpected<Error> keyFileFailure(const QString &path, const QString &why)
{
    return failure(ErrorCode::InternalError, {}, QStringLiteral("token key file %1: %2").arg(path, why));
}

QString systemError()
{
    return qt_error_string(errno);
}

bool isBase64Url(std::string_view text) noexcept
{
    const auto isDigit = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() % 4 != 1 && std::all_of(text.begin(), text.end(), isDigit);
}

/// Whether it is three parts of base64url without padding. Checked by us, because libcjose 0.6 aborts the process on
/// some that are not ("AB=c": assertion in its base64.c), and anybody may send a token.
bool isCompactJws(std::string_view token) noexcept
{
    const size_t first = token.find('.');
    const size_t last = token.rfind('.');
    return first != std::string_view::npos && first != last && isBase64Url(token.substr(0, first))
        && isBase64Url(token.substr(first + 1, last - first - 1)) && isBase64Url(token.substr(last + 1));
}

/// Whether the header asks for what we do, and for nothing that we would have to understand.
bool isPlainHs256(cjose_jws_t *jws)
{
    cjose_header_t *header = cjose_jws_get_protected(jws);
    if (header == nullptr)
        return false;
    const char *algorithm = cjose_header_get(header, CJOSE_HDR_ALG, nullptr);
    if (algorithm == nullptr || std::string_view(algorithm) != CJOSE_HDR_ALG_HS256)
        return false;
    cjose_err ignored;
    char *critical = cjose_header_get_raw(header, "crit", &ignored);
    const bool hasCritical = critical != nullptr;
    cjose_get_dealloc()(critical);
    return !hasCritical;
}

/// A NumericDate; nothing when it is not a sensible one. Source: RFC 7519, section 2.
std::optional<WallTime> numericDate(const QJsonValue &value)
{
    if (!value.isDouble() || std::abs(value.toDouble()) > kLatestUnixSeconds)
        return std::nullopt;
    const auto sinceEpoch = std::chrono::duration<double>(value.toDouble());
    return WallTime(std::chrono::duration_cast<WallTime::duration>(sinceEpoch));
}

bool isUserId(const QByteArray &text)
{
    const bool hasControls =
        std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return !text.isEmpty() && text.size() <= TokenVerifier::kMaxUserIdBytes && !hasControls;
}

/// What the claim lists; nothing when it is there but is not a list of strings.
std::optional<std::vector<std::string>> stringsFrom(const QJsonValue &claim)
{
    std::vector<std::string> strings;
    if (claim.isUndefined())
        return strings;
    if (!claim.isArray())
        return std::nullopt;
    const QJsonArray list = claim.toArray();
    for (const QJsonValue &element : list) {
        if (!element.isString())
            return std::nullopt;
        strings.push_back(element.toString().toStdString());
    }
    return strings;
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count =
            ::write(descriptor, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (count < 0 && errno != EINTR)
            return false;
        written += std::max<ssize_t>(0, count);
    }
    return ::fsync(descriptor) == 0;
}

/// Makes the file with a new key in it. Errors: also when it exists already, with errno EEXIST.
bool createKeyFile(const QByteArray &path, Random &random)
{
    const FileDescriptor file(::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return false;
    if (writeAll(file.get(), random.bytes(kRecommendedKeyBytes).toHex() + '\n'))
        return true;
    // Half a key would be taken for a whole one at the next start.
    const int cause = errno;
    ::unlink(path.constData());
    errno = cause;
    return false;
}

} // namespace

TokenVerifier::TokenVerifier(const Clock &clock, QByteArray key)
    : m_clock(clock)
    , m_key(std::move(key))
{
    Q_ASSERT(!m_key.isEmpty());
}

Result<PrincipalPtr> TokenVerifier::authenticate(std::string_view token) const
{
    if (token.empty() || token.size() > kMaxTokenBytes)
        return unauthorized("the token is empty or too long");
    const Result<QByteArray> payload = verifiedPayload(token);
    if (!payload)
        return tl::unexpected(payload.error());
    return principalFrom(*payload);
}

Result<QByteArray> TokenVerifier::verifiedPayload(std::string_view token) const
{
    if (!isCompactJws(token))
        return unauthorized("the token is not a JWS in compact form");
    cjose_err error;
    const JwsPtr jws(cjose_jws_import(token.data(), token.size(), &error));
    if (!jws)
        return unauthorized("the token's header is not a JWS header");
    if (!isPlainHs256(jws.get()))
        return unauthorized("the token's header asks for another algorithm than HS256, or for extensions");
    // A key object for each token: its reference count is not safe between threads.
    const JwkPtr jwk(cjose_jwk_create_oct_spec(reinterpret_cast<const uint8_t *>(m_key.constData()),
                                               static_cast<size_t>(m_key.size()), &error));
    if (!jwk)
        return failure(ErrorCode::InternalError, {}, QStringLiteral("the token key cannot be used"));
    if (!cjose_jws_verify(jws.get(), jwk.get(), &error))
        return unauthorized("the token's signature does not match");
    uint8_t *text = nullptr;
    size_t size = 0;
    if (!cjose_jws_get_plaintext(jws.get(), &text, &size, &error))
        return unauthorized("the token has no payload");
    return QByteArray(reinterpret_cast<const char *>(text), static_cast<qsizetype>(size));
}

Result<PrincipalPtr> TokenVerifier::principalFrom(const QByteArray &payload) const
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(payload, &fault);
    if (fault.error != QJsonParseError::NoError || !document.isObject())
        return unauthorized("the token's payload is not a JSON object");
    const QJsonObject claims = document.object();
    auto principal = std::make_shared<Principal>();

    const QByteArray subject = claims.value(QLatin1String("sub")).toString().toUtf8();
    if (!isUserId(subject))
        return unauthorized("the token's sub is missing, too long or not a plain string");
    principal->userId = subject.toStdString();

    auto roles = stringsFrom(claims.value(QLatin1String("roles")));
    if (!roles)
        return unauthorized("the token's roles are not a list of strings");
    principal->roles = std::move(*roles);
    auto topics = stringsFrom(claims.value(QLatin1String("topics")));
    if (!topics)
        return unauthorized("the token's topics are not a list of strings");
    principal->topics = std::move(*topics);

    const WallTime now = m_clock.wallNow();
    if (claims.contains(QLatin1String("nbf"))) {
        const auto notBefore = numericDate(claims.value(QLatin1String("nbf")));
        if (!notBefore || now + kLeeway < *notBefore)
            return unauthorized("the token is not valid yet, or its nbf is not a date");
    }
    if (claims.contains(QLatin1String("exp"))) {
        const auto end = numericDate(claims.value(QLatin1String("exp")));
        if (!end)
            return unauthorized("the token's exp is not a date");
        principal->expires = *end + kLeeway;
        if (now >= *principal->expires)
            return failure(ErrorCode::TokenExpired, {}, QStringLiteral("the token's exp has passed"));
    }

    principal->authenticated = true;
    return PrincipalPtr(std::move(principal));
}

Result<QByteArray> loadTokenKey(const QString &path)
{
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen())
        return keyFileFailure(path, systemError());
    struct stat status;
    if (::fstat(file.get(), &status) != 0)
        return keyFileFailure(path, systemError());
    if (!S_ISREG(status.st_mode))
        return keyFileFailure(path, QStringLiteral("is not a regular file"));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return keyFileFailure(path,
                              QStringLiteral("mode %1 lets others at it, expected 0600 (chmod go= %2)")
                                  .arg(status.st_mode & 07777, 4, 8, QLatin1Char('0'))
                                  .arg(path));
    if (status.st_size > kMaxKeyFileBytes)
        return keyFileFailure(path, QStringLiteral("has more than %1 bytes").arg(kMaxKeyFileBytes));

    QFile reader;
    if (!reader.open(file.get(), QIODevice::ReadOnly))
        return keyFileFailure(path, reader.errorString());
    QByteArray key = reader.read(kMaxKeyFileBytes);
    if (key.endsWith('\n'))
        key.chop(key.endsWith("\r\n") ? 2 : 1);
    if (key.isEmpty())
        return keyFileFailure(path, QStringLiteral("is empty"));
    return key;
}

Result<QByteArray> loadOrCreateTokenKey(const QString &path, Random &random)
{
    if (!createKeyFile(QFile::encodeName(path), random) && errno != EEXIST)
        return keyFileFailure(path, systemError());
    return loadTokenKey(path);
}

} // namespace sluice::server
