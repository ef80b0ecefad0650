#pragma once

#include "server/config/config.h"
#include "server/events/principal.h"
#include "server/policies/compactjws.h"
#include "shared/base/clock.h"

#include <tl/expected.hpp>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace sluice::server {

/// What a token must say to be taken, and what it says about its bearer.
///
/// | claim | rule |
/// |---|---|
/// | user | required: a text of 1..kMaxUserIdBytes bytes without control characters |
/// | roles, topics | optional: a list of texts; of `scope` and `scp` also a text with spaces between them |
/// | iss, aud | required where the configuration names some, and one of those |
/// | exp, nbf, iat | optional (exp: as configured): numbers, checked against the wall clock with the leeway |
/// | jti | optional: a text of at most kMaxTokenIdBytes |
///
/// The names of user, roles and topics are configured; "a.b" is the claim of that very name, else b in the object a.
/// Source: RFC 7519, section 4.1. Thread: any (immutable).
struct TokenRules {
    static constexpr qsizetype kMaxUserIdBytes = 128;
    static constexpr qsizetype kMaxTokenIdBytes = 256;

    [[nodiscard]] static TokenRules fromConfig(const Config::Auth &auth);

    /// Who the bearer of a token with that payload is. Errors: claims, expired.
    [[nodiscard]] tl::expected<Principal, TokenFault> principalFrom(const QByteArray &payload, WallTime now) const;

    TokenAlgorithms algorithms;
    QStringList issuers;
    QStringList audiences;
    std::chrono::milliseconds leeway{0};
    bool requireExp = false;
    QString userClaim = QStringLiteral("sub");
    QString rolesClaim = QStringLiteral("roles");
    QString topicsClaim = QStringLiteral("topics");
};

} // namespace sluice::server
