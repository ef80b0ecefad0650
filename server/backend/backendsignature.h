#pragma once

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace sluice::server {

/// The three headers that show a backend who has sent a request, and when: webhook-id, webhook-timestamp and
/// webhook-signature, an HMAC-SHA256 over "ID.TIMESTAMP.BODY" in base64.
/// Source: Standard Webhooks 1.0.0, https://www.standardwebhooks.com (spec/standard-webhooks.md).
/// Thread: any.
[[nodiscard]] std::vector<std::string> signatureHeaders(const QByteArray &key, std::string_view id, qint64 unixSeconds,
                                                        std::string_view body);

} // namespace sluice::server
