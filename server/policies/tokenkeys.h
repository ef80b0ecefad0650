#pragma once

#include "server/policies/verificationkey.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace sluice::server {

using VerificationKeys = std::vector<VerificationKey>;

/// What a JSON Web Key Set has for us.
struct KeySet {
    VerificationKeys keys;
    QStringList skipped; ///< What was left out and why, without any key.
};

/// Where a key set comes from, which decides what it may hold.
enum class KeySetSource { File, Url };

/// Reads a JSON Web Key Set. Keys that are not meant for us (another `use`, `kty`, `crv` or `alg`) are skipped. From a
/// file what is wrong with a key is an error, and symmetric keys are allowed if they have an `alg`; from a URL such
/// keys are skipped, so that one bad key does not take the good ones away. Errors: InvalidParams whose `detail` says
/// which key and what is wrong, without the key. Source: RFC 7517, section 5; RFC 8037, section 2. Thread: any (pure).
[[nodiscard]] Result<KeySet> parseKeySet(const QByteArray &json, KeySetSource source);

/// Reads the public keys of a PEM file: "PUBLIC KEY" and "CERTIFICATE".
/// Errors: InvalidParams whose `detail` names the file and what is wrong with it. Blocks: reads a file.
[[nodiscard]] Result<VerificationKeys> loadPemKeys(const QString &path);

/// Reads a key set of at most `mostBytes` from a file; one with symmetric keys must be for nobody else to read.
/// Errors: as loadPemKeys(). Blocks: reads a file.
[[nodiscard]] Result<KeySet> loadKeySet(const QString &path, int mostBytes);

/// Reads the HMAC secret: the bytes of the file, or of the environment's NAME where `path` is "env:NAME", without a
/// trailing newline. Errors: InternalError whose `detail` names the file or variable and what is wrong: missing, not a
/// regular file, readable by group or others, empty, too large. Blocks: reads a file.
[[nodiscard]] Result<QByteArray> loadTokenKey(const QString &path);

/// As loadTokenKey, but makes the file first when it is missing: 32 random bytes as hex, mode 0600.
[[nodiscard]] Result<QByteArray> loadOrCreateTokenKey(const QString &path, Random &random);

} // namespace sluice::server
