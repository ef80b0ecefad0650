#pragma once

#include "server/transport/tlscontext.h"

namespace sluice::server {

/// Makes a key and a certificate for localhost, 127.0.0.1 and ::1 where there is none yet, or one that has ended: for
/// tries and tests on one machine, where nobody has a real one. The key's file is its owner's only.
/// Errors: InternalError; the detail names the file.
/// Thread: any. Blocks: on the disk.
[[nodiscard]] Result<void> ensureSelfSigned(const TlsContext::Files &files);

} // namespace sluice::server
