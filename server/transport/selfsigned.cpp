#include "server/transport/selfsigned.h"

#include <QFile>
#include <QSaveFile>

#include <memory>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace sluice::server {

namespace {

// What browsers take at most.
constexpr long kValidSeconds = 397L * 24 * 3600;
// A clock that is a little behind must not find it in the future.
constexpr long kValidBeforeSeconds = 3600;
constexpr int kSerialBytes = 16;

struct Release {
    void operator()(EVP_PKEY *key) const noexcept { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const noexcept { X509_free(certificate); }
    void operator()(X509_EXTENSION *extension) const noexcept { X509_EXTENSION_free(extension); }
    void operator()(BIO *bio) const noexcept { BIO_free(bio); }
    void operator()(BIGNUM *number) const noexcept { BN_free(number); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

bool isCurrent(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray pem = file.readAll();
    const Owned<BIO> bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const Owned<X509> certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    return certificate && X509_cmp_current_time(X509_get0_notAfter(certificate.get())) > 0;
}

bool addExtension(X509 *certificate, int what, const char *value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, what, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setRandomSerial(X509 *certificate)
{
    const Owned<BIGNUM> serial(BN_new());
    return serial && BN_rand(serial.get(), kSerialBytes * 8 - 1, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr;
}

Owned<X509> makeCertificate(EVP_PKEY *key)
{
    Owned<X509> certificate(X509_new());
    X509 *made = certificate.get();
    if (!made || X509_set_version(made, X509_VERSION_3) != 1 || !setRandomSerial(made))
        return {};
    X509_gmtime_adj(X509_getm_notBefore(made), -kValidBeforeSeconds);
    X509_gmtime_adj(X509_getm_notAfter(made), kValidSeconds);
    X509_NAME *name = X509_get_subject_name(made);
    const auto addName = [name](const char *field, const char *text) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_ASC, reinterpret_cast<const unsigned char *>(text), -1,
                                          -1, 0)
            == 1;
    };
    const bool isDone = addName("O", "Sluice, self-signed") && addName("CN", "localhost")
        && X509_set_issuer_name(made, name) == 1 && X509_set_pubkey(made, key) == 1
        && addExtension(made, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(made, NID_ext_key_usage, "serverAuth")
        && addExtension(made, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1")
        && X509_sign(made, key, EVP_sha256()) != 0;
    return isDone ? std::move(certificate) : Owned<X509>();
}

// Whole or not at all.
Result<void> writePem(const QString &path, BIO *pem)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(pem, &data);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(data, size) != size || !file.commit())
        return failure(ErrorCode::InternalError, {},
                       QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    return {};
}

} // namespace

Result<void> ensureSelfSigned(const TlsContext::Files &files)
{
    if (QFile::exists(files.key) && isCurrent(files.certificate))
        return {};
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Owned<X509> certificate = key ? makeCertificate(key.get()) : Owned<X509>();
    const Owned<BIO> keyPem(BIO_new(BIO_s_mem()));
    const Owned<BIO> certificatePem(BIO_new(BIO_s_mem()));
    if (!certificate || PEM_write_bio_PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(certificatePem.get(), certificate.get()) != 1) {
        ERR_clear_error();
        return failure(ErrorCode::InternalError, {},
                       QStringLiteral("cannot make a certificate for %1").arg(files.certificate));
    }
    // The key first: a certificate is only looked at where there is one.
    return writePem(files.key, keyPem.get()).and_then([&] {
        return writePem(files.certificate, certificatePem.get());
    });
}

} // namespace sluice::server
