#include "server/api/apikeys.h"

#include "server/config/privatefile.h"
#include "server/events/tablefields.h"
#include "server/events/topicrule.h"

#include <QCryptographicHash>

#include <algorithm>

#include <openssl/crypto.h>

namespace sluice::server {

namespace {

constexpr QLatin1String kPush("push");
constexpr QLatin1String kDisconnect("disconnect");
constexpr QLatin1String kRead("read");
constexpr QLatin1String kPublishPrefix("publish:");
constexpr size_t kMaxId = 64;

QByteArray readHash(TableFields &fields, const TomlNode &value)
{
    const QByteArray text = fields.text(value, "sha256").value_or(QString()).toLatin1();
    QByteArray hash = QByteArray::fromHex(text);
    if (hash.size() == QCryptographicHash::hashLength(QCryptographicHash::Sha256) && hash.toHex() == text.toLower())
        return hash;
    fields.fault(value.line, QStringLiteral("sha256"), QStringLiteral("is no SHA-256"), {},
                 QStringLiteral("64 hexadecimal digits"));
    return {};
}

void readField(TableFields &fields, const TomlNode::Member &member, ApiKey &key)
{
    static const QStringList kNames{QStringLiteral("id"), QStringLiteral("sha256"), QStringLiteral("scopes"),
                                    QStringLiteral("per-second")};
    const TomlNode &value = member.value;
    if (member.name == QLatin1String("id")) {
        key.id = fields.text(value, "id").value_or(QString()).toStdString();
        fields.setSubject(QString::fromStdString(key.id));
        if (!ApiKeys::isId(key.id))
            fields.fault(value.line, QStringLiteral("id"), QStringLiteral("is no name for a key"), value.toText(),
                         QStringLiteral("letters, digits, _ . and -, at most 64"));
    } else if (member.name == QLatin1String("sha256")) {
        key.hash = readHash(fields, value);
    } else if (member.name == QLatin1String("scopes")) {
        const auto words = fields.texts(value, "scopes", ApiScopes::forms());
        const auto scopes = words ? ApiScopes::fromWords(*words) : std::nullopt;
        if (words && !scopes)
            fields.fault(value.line, QStringLiteral("scopes"), QStringLiteral("has one that is none"),
                         words->join(QLatin1String(", ")), ApiScopes::forms());
        key.scopes = scopes.value_or(ApiScopes());
    } else if (member.name == QLatin1String("per-second")) {
        key.perSecond = fields.integer(value, "per-second", 0, ApiKeys::kMostPerSecond);
    } else {
        fields.unknownField(member, kNames);
    }
}

ApiKeyPtr readKey(const TomlNode &table, const QString &fileName, ConfigProblems &problems)
{
    auto key = std::make_shared<ApiKey>();
    TableFields fields(fileName, problems);
    for (const TomlNode::Member &member : table.members)
        readField(fields, member, *key);
    for (const char *needed : {"id", "sha256", "scopes"}) {
        if (!table.find(QString::fromLatin1(needed)))
            fields.fault(table.line, QLatin1String(needed), QStringLiteral("is missing"), {},
                         QStringLiteral("id, sha256 and scopes in each [[key]]"));
    }
    return key;
}

ConfigProblem fileProblem(const QString &fileName, int line, const QString &reason)
{
    return {QStringLiteral("%1:%2").arg(fileName).arg(line),
            QStringLiteral("key"),
            reason,
            {},
            QStringLiteral("[[key]] tables")};
}

} // namespace

bool ApiScopes::mayPublish(std::string_view topic) const
{
    return push || std::any_of(topics.begin(), topics.end(), [topic](const std::string &pattern) {
               return topicMatches(pattern, topic);
           });
}

QStringList ApiScopes::words() const
{
    QStringList words;
    if (push)
        words << kPush;
    for (const std::string &topic : topics)
        words << kPublishPrefix + QString::fromStdString(topic);
    if (disconnect)
        words << kDisconnect;
    if (read)
        words << kRead;
    return words;
}

std::optional<ApiScopes> ApiScopes::fromWords(const QStringList &words)
{
    ApiScopes scopes;
    for (const QString &word : words) {
        const std::string topic = word.startsWith(kPublishPrefix) ? word.mid(kPublishPrefix.size()).toStdString() : "";
        if (word == kPush)
            scopes.push = true;
        else if (word == kDisconnect)
            scopes.disconnect = true;
        else if (word == kRead)
            scopes.read = true;
        else if (!topic.empty() && isTopicPattern(topic))
            scopes.topics.push_back(topic);
        else
            return std::nullopt;
    }
    return words.isEmpty() ? std::nullopt : std::optional(scopes);
}

QString ApiScopes::forms()
{
    return QStringLiteral("push, publish:TOPIC-PATTERN, disconnect, read, or a list of them");
}

Result<ApiKeys> ApiKeys::parse(const QByteArray &toml, const QString &fileName)
{
    const Result<TomlNode> root = readToml(toml, fileName);
    if (!root)
        return tl::unexpected(root.error());
    ApiKeys keys;
    ConfigProblems problems;
    for (const TomlNode::Member &member : root->members) {
        if (member.name != QLatin1String("key") || member.value.kind != TomlNode::Kind::Array) {
            problems.push_back(
                fileProblem(fileName, member.line, QStringLiteral("'%1' is no list of keys").arg(member.name)));
            continue;
        }
        for (const TomlNode &table : member.value.elements) {
            const ApiKeyPtr key = readKey(table, fileName, problems);
            if (keys.has(key->id))
                problems.push_back(
                    fileProblem(fileName, table.line,
                                QStringLiteral("there are two keys '%1'").arg(QString::fromStdString(key->id))));
            keys.m_keys.push_back(key);
        }
    }
    if (keys.size() > kMost)
        problems.push_back(fileProblem(fileName, 1, QStringLiteral("there are more than %1 keys").arg(kMost)));
    if (!problems.empty())
        return configFailure(problems);
    return keys;
}

Result<ApiKeys> ApiKeys::load(const QString &fileName)
{
    return readPrivateFile(fileName).and_then([&](const QByteArray &toml) { return parse(toml, fileName); });
}

ApiKeyPtr ApiKeys::identify(std::string_view key) const
{
    const QByteArray hash = hashOf(key);
    ApiKeyPtr found;
    for (const ApiKeyPtr &one : m_keys) {
        if (CRYPTO_memcmp(hash.constData(), one->hash.constData(), static_cast<size_t>(hash.size())) == 0)
            found = one;
    }
    return found;
}

bool ApiKeys::has(std::string_view id) const
{
    return std::any_of(m_keys.begin(), m_keys.end(), [id](const ApiKeyPtr &key) { return key->id == id; });
}

QByteArray ApiKeys::hashOf(std::string_view key)
{
    return QCryptographicHash::hash(QByteArrayView(key.data(), static_cast<qsizetype>(key.size())),
                                    QCryptographicHash::Sha256);
}

bool ApiKeys::isId(std::string_view text)
{
    constexpr std::string_view kOthers = "_.-";
    return !text.empty() && text.size() <= kMaxId && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || kOthers.find(c) != std::string_view::npos;
    });
}

} // namespace sluice::server
