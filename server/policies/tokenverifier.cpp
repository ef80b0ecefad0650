#include "server/policies/tokenverifier.h"

#include "server/policies/compactjws.h"

#include <algorithm>
#include <utility>

namespace sluice::server {

namespace {

tl::unexpected<TokenFault> noKey(const char *why)
{
    return tl::unexpected(TokenFault{why, Counter::TokensRefusedKey});
}

bool isNamed(const VerificationKey &key, const CompactJws &jws)
{
    return !jws.keyId.isEmpty() && key.keyId() == jws.keyId;
}

// A key without a name may be meant by any token, and any key by a token that names none.
bool mayBeMeant(const VerificationKey &key, const CompactJws &jws)
{
    return key.algorithms().contains(jws.algorithm)
        && (jws.keyId.isEmpty() || key.keyId().isEmpty() || key.keyId() == jws.keyId);
}

} // namespace

TokenVerifier::TokenVerifier(const Clock &clock, Metrics &metrics, const RevocationCheck *revocations)
    : m_clock(clock)
    , m_metrics(metrics)
    , m_revocations(revocations)
    , m_setup(std::make_shared<const Setup>())
{
}

void TokenVerifier::setUp(Setup setup)
{
    auto fresh = std::make_shared<const Setup>(std::move(setup));
    const MutexLock lock(m_mutex);
    m_setup.swap(fresh);
}

TokenVerifier::SetupPtr TokenVerifier::setup() const
{
    const MutexLock lock(m_mutex);
    return m_setup;
}

Result<PrincipalPtr> TokenVerifier::authenticate(std::string_view token) const
{
    auto principal = verify(token);
    if (!principal) {
        const TokenFault &fault = principal.error();
        m_metrics.add(fault.countedAs);
        return failure(fault.code, {}, QString::fromLatin1(fault.why));
    }
    m_metrics.add(Counter::TokensAccepted);
    return std::make_shared<const Principal>(*std::move(principal));
}

tl::expected<Principal, TokenFault> TokenVerifier::verify(std::string_view token) const
{
    if (token.empty() || token.size() > kMaxTokenBytes)
        return tl::unexpected(TokenFault{"the token is empty or too long"});
    const SetupPtr setup = this->setup();
    const auto jws = CompactJws::parse(token);
    if (!jws)
        return tl::unexpected(jws.error());
    if (const auto checked = checkSignature(*setup, *jws); !checked)
        return tl::unexpected(checked.error());
    auto principal = setup->rules.principalFrom(jws->payload, m_clock.wallNow());
    if (principal && m_revocations && m_revocations->isRevoked(*principal))
        return tl::unexpected(TokenFault{"the token is revoked", Counter::TokensRefusedRevoked});
    return principal;
}

tl::expected<void, TokenFault> TokenVerifier::checkSignature(const Setup &setup, const CompactJws &jws) const
{
    if (!setup.rules.algorithms.contains(jws.algorithm))
        return tl::unexpected(
            TokenFault{"the token's alg is not one of auth.algorithms", Counter::TokensRefusedAlgorithm});
    const VerificationKeys &keys = setup.keys;
    const bool isKnown =
        std::any_of(keys.begin(), keys.end(), [&jws](const VerificationKey &key) { return isNamed(key, jws); });
    const auto candidates =
        std::count_if(keys.begin(), keys.end(), [&jws](const VerificationKey &key) { return mayBeMeant(key, jws); });
    if (candidates > kMostTried)
        return noKey("the token names no key (kid), and more than 8 could be meant");
    const bool isSigned = std::any_of(keys.begin(), keys.end(), [&jws](const VerificationKey &key) {
        return mayBeMeant(key, jws) && key.hasSigned(jws);
    });
    if (isSigned)
        return {};
    if (!jws.keyId.isEmpty() && !isKnown && m_keyMissing)
        m_keyMissing();
    if (candidates == 0)
        return noKey("there is no key for the token's alg and kid");
    return tl::unexpected(TokenFault{"the token's signature does not match", Counter::TokensRefusedSignature});
}

} // namespace sluice::server
