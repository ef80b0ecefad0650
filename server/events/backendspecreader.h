#pragma once

#include "server/events/backendspec.h"
#include "server/events/tablefields.h"

namespace sluice::server {

/// Turns one `[[backend]]` table of an events file into a BackendSpec and collects everything that is wrong with it.
/// The files that it names (secret-file, ca-file) are read here, relative to the events file, so that what is wrong
/// with them is found before anything changes. Returns the backend as far as it could be read; use it only when no
/// problem was added. Thread: any. Blocks: on the disk.
[[nodiscard]] std::shared_ptr<BackendSpec> readBackendSpec(const TomlNode &table, const QString &fileName,
                                                           ConfigProblems &problems);

/// The key that a secret's file holds: what follows "whsec_" in base64, or the text itself; without a trailing newline.
/// Errors: InvalidParams whose detail says what is wrong with it.
/// Source: Standard Webhooks 1.0.0, "Signature scheme".
[[nodiscard]] Result<QByteArray> parseBackendSecret(const QByteArray &contents);

} // namespace sluice::server
