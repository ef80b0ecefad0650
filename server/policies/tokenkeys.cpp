#include "server/policies/tokenkeys.h"

#include <QFile>

#include <fcntl.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

namespace sluice::server {

namespace {

constexpr int kNewKeyBytes = 32;
constexpr QLatin1String kEnvironmentPath("env:");
constexpr qsizetype kMaxKeyFileBytes = 64 * 1024;
constexpr qsizetype kMostPemBytes = 256 * 1024;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

struct Release {
    void operator()(BIO *bio) const noexcept { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const noexcept { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const noexcept { X509_free(certificate); }
    void operator()(BIGNUM *number) const noexcept { BN_free(number); }
    void operator()(char *text) const noexcept { OPENSSL_free(text); }
    void operator()(unsigned char *bytes) const noexcept { OPENSSL_free(bytes); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

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

QString systemError()
{
    return qt_error_string(errno);
}

tl::unexpected<Error> fileFailure(const QString &path, const QString &why)
{
    return failure(ErrorCode::InternalError, {}, QStringLiteral("token key file %1: %2").arg(path, why));
}

/// A whole regular file. With `isSecret`: that nobody else can read.
Result<QByteArray> readKeyFile(const QString &path, qsizetype mostBytes, bool isSecret)
{
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {
    };
    if (!file.isOpen() || ::fstat(file.get(), &status) != 0)
        return fileFailure(path, systemError());
    if (!S_ISREG(status.st_mode))
        return fileFailure(path, QStringLiteral("is not a regular file"));
    if (isSecret && (status.st_mode & kOthers) != 0)
        return fileFailure(path,
                           QStringLiteral("mode %1 lets others at it, expected 0600 (chmod go= %2)")
                               .arg(status.st_mode & 07777, 4, 8, QLatin1Char('0'))
                               .arg(path));
    if (status.st_size > mostBytes)
        return fileFailure(path, QStringLiteral("has more than %1 bytes").arg(mostBytes));
    QFile reader;
    if (!reader.open(file.get(), QIODevice::ReadOnly))
        return fileFailure(path, reader.errorString());
    return reader.read(mostBytes);
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
    if (writeAll(file.get(), random.bytes(kNewKeyBytes).toHex() + '\n'))
        return true;
    // Half a key would be taken for a whole one at the next start.
    const int cause = errno;
    ::unlink(path.constData());
    errno = cause;
    return false;
}

QByteArray numberOf(const EVP_PKEY *key, const char *parameter, int leastBytes)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, parameter, &raw) != 1)
        return {};
    const Owned<BIGNUM> number(raw);
    QByteArray bytes(std::max(BN_num_bytes(number.get()), leastBytes), Qt::Uninitialized);
    BN_bn2binpad(number.get(), reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    return bytes;
}

Result<VerificationKey> keyFrom(const EVP_PKEY *key)
{
    constexpr int kCoordinateBytes = 32;
    constexpr size_t kEd25519Bytes = 32;
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return VerificationKey::rsa(numberOf(key, OSSL_PKEY_PARAM_RSA_N, 0), numberOf(key, OSSL_PKEY_PARAM_RSA_E, 0));
    case EVP_PKEY_EC:
        // Of another curve they are no point of this one.
        return VerificationKey::p256(numberOf(key, OSSL_PKEY_PARAM_EC_PUB_X, kCoordinateBytes),
                                     numberOf(key, OSSL_PKEY_PARAM_EC_PUB_Y, kCoordinateBytes));
    case EVP_PKEY_ED25519: {
        QByteArray point(kEd25519Bytes, Qt::Uninitialized);
        size_t size = kEd25519Bytes;
        if (EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(point.data()), &size) != 1)
            point.clear();
        return VerificationKey::ed25519(point);
    }
    default: break;
    }
    return failure(ErrorCode::InvalidParams, {},
                   QStringLiteral("is of a kind that is not known here, expected RSA, P-256 or Ed25519"));
}

Owned<EVP_PKEY> publicKeyFrom(const char *name, const unsigned char *bytes, long size)
{
    const std::string_view kind(name);
    if (kind == PEM_STRING_PUBLIC)
        return Owned<EVP_PKEY>(d2i_PUBKEY(nullptr, &bytes, size));
    if (kind != PEM_STRING_X509)
        return {};
    const Owned<X509> certificate(d2i_X509(nullptr, &bytes, size));
    return Owned<EVP_PKEY>(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
}

Result<VerificationKeys> parsePem(const QByteArray &pem)
{
    const auto fault = [](const QString &why) { return failure(ErrorCode::InvalidParams, {}, why); };
    const Owned<BIO> bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    VerificationKeys keys;
    char *name = nullptr;
    char *header = nullptr;
    unsigned char *bytes = nullptr;
    long size = 0;
    while (PEM_read_bio(bio.get(), &name, &header, &bytes, &size) == 1) {
        const Owned<char> ownedName(name);
        const Owned<char> ownedHeader(header);
        const Owned<unsigned char> ownedBytes(bytes);
        if (std::string_view(name).ends_with("PRIVATE KEY"))
            return fault(QStringLiteral("holds a private key, with which tokens could be made; only the public one is "
                                        "needed (openssl pkey -in FILE -pubout)"));
        const Owned<EVP_PKEY> key = publicKeyFrom(name, bytes, size);
        if (!key)
            return fault(QStringLiteral("entry %1 is not a public key").arg(keys.size() + 1));
        auto made = keyFrom(key.get());
        if (!made)
            return fault(QStringLiteral("key %1 %2").arg(keys.size() + 1).arg(made.error().detail));
        keys.push_back(*std::move(made));
    }
    if (keys.empty())
        return fault(QStringLiteral("has no PEM \"PUBLIC KEY\" or \"CERTIFICATE\" in it"));
    return keys;
}

Error naming(const QString &path, Error error)
{
    error.detail = QStringLiteral("token key file %1: %2").arg(path, error.detail);
    return error;
}

} // namespace

Result<VerificationKeys> loadPemKeys(const QString &path)
{
    return readKeyFile(path, kMostPemBytes, false).and_then([&path](const QByteArray &pem) {
        return parsePem(pem).map_error([&path](Error error) { return naming(path, std::move(error)); });
    });
}

Result<KeySet> loadKeySet(const QString &path, int mostBytes)
{
    auto set = readKeyFile(path, mostBytes, false).and_then([&path](const QByteArray &json) {
        return parseKeySet(json, KeySetSource::File).map_error([&path](Error error) {
            return naming(path, std::move(error));
        });
    });
    const auto isSecret = [](const VerificationKey &key) {
        return key.algorithms().contains(TokenAlgorithm::Hs256) || key.algorithms().contains(TokenAlgorithm::Hs384)
            || key.algorithms().contains(TokenAlgorithm::Hs512);
    };
    if (!set || std::none_of(set->keys.begin(), set->keys.end(), isSecret))
        return set;
    if (const auto again = readKeyFile(path, mostBytes, true); !again)
        return tl::unexpected(again.error());
    return set;
}

Result<QByteArray> loadTokenKey(const QString &path)
{
    const bool isVariable = path.startsWith(kEnvironmentPath);
    auto key = isVariable
        ? Result<QByteArray>(qgetenv(QFile::encodeName(path.mid(kEnvironmentPath.size())).constData()))
        : readKeyFile(path, kMaxKeyFileBytes, true);
    if (!key)
        return key;
    if (key->endsWith('\n'))
        key->chop(key->endsWith("\r\n") ? 2 : 1);
    if (key->isEmpty())
        return fileFailure(path, isVariable ? QStringLiteral("is not set or empty") : QStringLiteral("is empty"));
    return key;
}

Result<QByteArray> loadOrCreateTokenKey(const QString &path, Random &random)
{
    if (!createKeyFile(QFile::encodeName(path), random) && errno != EEXIST)
        return fileFailure(path, systemError());
    return loadTokenKey(path);
}

} // namespace sluice::server
