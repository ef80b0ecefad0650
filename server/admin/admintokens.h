#pragma once

#include "shared/admin/admincommand.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace sluice::server {

/// Who is behind a console.
struct AdminIdentity {
    QString user;
    admin::Role role = admin::Role::Viewer;
};

/// The tokens that consoles log in with. `admin.tokens` in the state directory has a name, a role and a SHA-256 for
/// each; the owner's token also stands in plain in `admin.token`. Both are made at the first start, mode 0600.
/// Thread: any (immutable).
class AdminTokens
{
public:
    /// 256 bits from the system's generator, as text.
    static constexpr int kTokenBytes = 32;

    /// Reads the tokens, after making the owner's at the first start. Errors: `detail` names the file and what to do.
    [[nodiscard]] static Result<AdminTokens> open(const QString &stateDir, Random &random);

    /// Whose token that is. The time it takes does not depend on how much of a token is right.
    [[nodiscard]] std::optional<AdminIdentity> identify(std::string_view token) const;

    [[nodiscard]] size_t size() const noexcept { return m_entries.size(); }

private:
    struct Entry {
        AdminIdentity identity;
        QByteArray hash;
    };

    [[nodiscard]] static Result<AdminTokens> parse(const QByteArray &json, const QString &fileName);

    std::vector<Entry> m_entries;
};

} // namespace sluice::server
