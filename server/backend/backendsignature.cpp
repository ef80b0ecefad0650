#include "server/backend/backendsignature.h"

#include <array>

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace sluice::server {

std::vector<std::string> signatureHeaders(const QByteArray &key, std::string_view id, qint64 unixSeconds,
                                          std::string_view body)
{
    const std::string timestamp = std::to_string(unixSeconds);
    std::string text;
    text.reserve(id.size() + timestamp.size() + body.size() + 2);
    text.append(id).append(".").append(timestamp).append(".").append(body);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.constData(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest.data(), &length);
    const auto signature =
        QByteArray::fromRawData(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(length))
            .toBase64()
            .toStdString();
    return {"webhook-id: " + std::string(id), "webhook-timestamp: " + timestamp, "webhook-signature: v1," + signature};
}

} // namespace sluice::server
