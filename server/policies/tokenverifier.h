#pragma once

#include "server/events/authenticator.h"
#include "server/metrics/metrics.h"
#include "server/policies/tokenkeys.h"
#include "server/policies/tokenrules.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"
#include "shared/base/result.h"

#include <functional>
#include <memory>
#include <string_view>

namespace sluice::server {

/// Turns a client's token, a signed JWT, into a principal. Which key checks it and by which algorithm is the
/// configuration's to say: a token only chooses among the keys that are for its `alg`, by their name.
///
/// Errors: Unauthorized, TokenExpired; `detail` says why and never holds any of the token.
/// Source: RFC 7515 (JWS), RFC 7519 (JWT), RFC 8037 (EdDSA), RFC 8725 (best practices).
/// Thread: any.
class TokenVerifier final : public Authenticator
{
public:
    static constexpr size_t kMaxTokenBytes = 8192;
    /// Keys that a token without a `kid` is tried with; where more could be meant it has to name one. Each costs what a
    /// signature costs, and anybody may send a token.
    static constexpr int kMostTried = 8;

    /// What it goes by.
    struct Setup {
        TokenRules rules;
        VerificationKeys keys;
    };

    /// `clock`, `metrics` and `revocations` (null: nothing is ever revoked) outlive the verifier. Until setUp() it
    /// takes no token.
    TokenVerifier(const Clock &clock, Metrics &metrics, const RevocationCheck *revocations = nullptr);

    void setUp(Setup setup) EXCLUDES(m_mutex);
    /// Called for a token that names a key which is not there; it must not block. Requires: set before the first token.
    void setKeyMissing(std::function<void()> keyMissing) { m_keyMissing = std::move(keyMissing); }

    [[nodiscard]] Result<PrincipalPtr> authenticate(std::string_view token) const override EXCLUDES(m_mutex);
    [[nodiscard]] size_t keyCount() const EXCLUDES(m_mutex) { return setup()->keys.size(); }

private:
    using SetupPtr = std::shared_ptr<const Setup>;

    [[nodiscard]] SetupPtr setup() const EXCLUDES(m_mutex);
    [[nodiscard]] tl::expected<Principal, TokenFault> verify(std::string_view token) const;
    [[nodiscard]] tl::expected<void, TokenFault> checkSignature(const Setup &setup, const CompactJws &jws) const;

    const Clock &m_clock;
    Metrics &m_metrics;
    const RevocationCheck *const m_revocations;
    std::function<void()> m_keyMissing;
    mutable Mutex m_mutex;
    SetupPtr m_setup GUARDED_BY(m_mutex);
};

} // namespace sluice::server
