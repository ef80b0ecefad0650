#include "server/policies/tokenverifier.h"
#include "tests/fuzz/require.h"

#include <QMessageAuthenticationCode>

using namespace sluice;
using namespace sluice::server;

namespace {

const QByteArray &secret()
{
    static const QByteArray key(32, 'k');
    return key;
}

/// One key of each kind; the private halves are nobody's, so that what is not signed with the secret must be refused.
VerificationKeys keys()
{
    const auto bytes = [](const char *text) { return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding); };
    return {
        *VerificationKey::secret(secret(), {TokenAlgorithm::Hs256}),
        *VerificationKey::p256(bytes("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                               bytes("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")),
        *VerificationKey::ed25519(bytes("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")),
        *VerificationKey::rsa(
            bytes("ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-"
                  "yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9"
                  "e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NA"
                  "co9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"),
            bytes("AQAB"))};
}

TokenVerifier &verifier()
{
    static SystemClock clock;
    static Metrics metrics;
    static TokenVerifier made(clock, metrics);
    static const bool isSetUp = [] {
        TokenRules rules = TokenRules::fromConfig(Config::Auth());
        made.setUp({rules, keys()});
        return true;
    }();
    require(isSetUp, "the verifier is set up");
    return made;
}

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

/// The first byte says whether the rest is a whole token, which nobody has signed, or a header and behind the first
/// line end a payload, which is signed by the secret.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray rest(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    if ((data[0] & 1) == 0) {
        const auto principal = verifier().authenticate(rest.toStdString());
        require(!principal || rest.count('.') == 2, "a token has three parts");
        return 0;
    }
    const qsizetype end = rest.indexOf('\n');
    const QByteArray input = encoded(rest.left(end)) + '.' + encoded(rest.mid(end + 1));
    const QByteArray token =
        input + '.' + encoded(QMessageAuthenticationCode::hash(input, secret(), QCryptographicHash::Sha256));
    const auto principal = verifier().authenticate(token.toStdString());
    if (!principal)
        return 0;
    const auto jws = CompactJws::parse(std::string_view(token.constData(), static_cast<size_t>(token.size())));
    require(jws && jws->algorithm == TokenAlgorithm::Hs256, "the secret is for HS256 only");
    const auto userBytes = static_cast<qsizetype>((*principal)->userId.size());
    require(userBytes > 0 && userBytes <= TokenRules::kMaxUserIdBytes, "users have ids within bounds");
    require((*principal)->authenticated, "who has a token is authenticated");
    return 0;
}
