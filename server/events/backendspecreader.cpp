#include "server/events/backendspecreader.h"

#include "server/config/privatefile.h"
#include "server/config/textfile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QUrl>

#include <algorithm>
#include <array>
#include <span>

namespace sluice::server {

namespace {

constexpr int kMaxConcurrent = 10'000;
constexpr int kMaxWaiting = 1'000'000;
constexpr int kMaxTimeoutMs = 3'600'000;
constexpr int kMaxResponseBytes = 64 * 1024 * 1024;
constexpr int kMinResponseBytes = 256;
constexpr int kMaxRetries = 5;
constexpr size_t kMaxHeaders = 32;
constexpr qsizetype kMaxHeaderBytes = 4096;
constexpr qsizetype kMinSecretBytes = 24; // of Standard Webhooks: 192 bits

// What the server itself says in each request, or what frames it.
constexpr std::array kOwnHeaders{
    QLatin1String("host"),
    QLatin1String("content-type"),
    QLatin1String("content-length"),
    QLatin1String("accept"),
    QLatin1String("transfer-encoding"),
    QLatin1String("connection"),
    QLatin1String("upgrade"),
    QLatin1String("expect"),
    QLatin1String("te"),
    QLatin1String("traceparent"),
    QLatin1String("accept-encoding"),
    QLatin1String("keep-alive"),
};

/// Reads one table.
class Reader
{
public:
    Reader(const QString &fileName, ConfigProblems &problems)
        : m_fileName(fileName)
        , m_fields(fileName, problems)
    {
    }

    [[nodiscard]] std::shared_ptr<BackendSpec> read(const TomlNode &table);

private:
    using Field = void (Reader::*)(const TomlNode &value);
    struct FieldEntry {
        const char *name;
        Field read;
    };
    [[nodiscard]] static std::span<const FieldEntry> fields();

    void readId(const TomlNode &value);
    void readUrl(const TomlNode &value);
    void readMaxConcurrent(const TomlNode &value);
    void readMaxWaiting(const TomlNode &value);
    void readTimeout(const TomlNode &value);
    void readMaxResponseBytes(const TomlNode &value);
    void readRetries(const TomlNode &value);
    void readSecretFile(const TomlNode &value);
    void readCaFile(const TomlNode &value);
    void readHeaders(const TomlNode &value);
    void readHeader(const TomlNode::Member &member);
    [[nodiscard]] QString pathOf(const QString &name) const;

    const QString m_fileName;
    TableFields m_fields;
    std::shared_ptr<BackendSpec> m_spec = std::make_shared<BackendSpec>();
};

std::span<const Reader::FieldEntry> Reader::fields()
{
    static constexpr std::array kFields{
        FieldEntry{"id", &Reader::readId},
        FieldEntry{"url", &Reader::readUrl},
        FieldEntry{"max-concurrent", &Reader::readMaxConcurrent},
        FieldEntry{"max-waiting", &Reader::readMaxWaiting},
        FieldEntry{"timeout-ms", &Reader::readTimeout},
        FieldEntry{"max-response-bytes", &Reader::readMaxResponseBytes},
        FieldEntry{"retries", &Reader::readRetries},
        FieldEntry{"secret-file", &Reader::readSecretFile},
        FieldEntry{"ca-file", &Reader::readCaFile},
        FieldEntry{"headers", &Reader::readHeaders},
    };
    return kFields;
}

std::shared_ptr<BackendSpec> Reader::read(const TomlNode &table)
{
    if (!table.isTable()) {
        m_fields.fault(table.line, QStringLiteral("backend"), QStringLiteral("must be a table"), table.toText(),
                       QStringLiteral("[[backend]]"));
        return m_spec;
    }
    m_fields.readMembers(table, fields(), *this);
    for (const QString &required : {QStringLiteral("id"), QStringLiteral("url")}) {
        if (!table.find(required))
            m_fields.fault(table.line, required, QStringLiteral("is missing"), {}, QStringLiteral("a text"));
    }
    if (!m_spec->caCertificates.isEmpty() && m_spec->url.starts_with("http:"))
        m_fields.fault(table.line, QStringLiteral("ca-file"), QStringLiteral("is for https only"), {},
                       QStringLiteral("an https url, or no ca-file"));
    return m_spec;
}

void Reader::readId(const TomlNode &value)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9_.-]{1,64}\\z"));
    const auto id = m_fields.text(value, "id");
    if (!id)
        return;
    if (!form.match(*id).hasMatch()) {
        m_fields.fault(value.line, QStringLiteral("id"), QStringLiteral("is no backend id"), value.toText(),
                       QStringLiteral("letters, digits, _ . and -, at most 64"));
        return;
    }
    m_fields.setSubject(*id);
    m_spec->id = id->toStdString();
}

void Reader::readUrl(const TomlNode &value)
{
    const auto text = m_fields.text(value, "url");
    if (!text)
        return;
    const QUrl url(*text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    QString reason;
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        reason = QStringLiteral("is no URL of a backend");
    else if (!url.userInfo().isEmpty()) // it would be seen wherever the URL is
        reason = QStringLiteral("must not hold a user or password");
    else if (url.hasFragment())
        reason = QStringLiteral("must not have a fragment");
    if (reason.isEmpty())
        m_spec->url = url.toEncoded().toStdString();
    else // never the text itself: it may hold a password
        m_fields.fault(value.line, QStringLiteral("url"), reason, {},
                       QStringLiteral("http://host:port/path or https://host/path; credentials as headers"));
}

void Reader::readMaxConcurrent(const TomlNode &value)
{
    if (const auto most = m_fields.integer(value, "max-concurrent", 1, kMaxConcurrent))
        m_spec->maxConcurrent = *most;
}

void Reader::readMaxWaiting(const TomlNode &value)
{
    if (const auto most = m_fields.integer(value, "max-waiting", 0, kMaxWaiting))
        m_spec->maxWaiting = *most;
}

void Reader::readTimeout(const TomlNode &value)
{
    if (const auto timeout = m_fields.integer(value, "timeout-ms", 1, kMaxTimeoutMs))
        m_spec->timeout = std::chrono::milliseconds(*timeout);
}

void Reader::readMaxResponseBytes(const TomlNode &value)
{
    if (const auto most = m_fields.integer(value, "max-response-bytes", kMinResponseBytes, kMaxResponseBytes))
        m_spec->maxResponseBytes = *most;
}

void Reader::readRetries(const TomlNode &value)
{
    if (const auto most = m_fields.integer(value, "retries", 0, kMaxRetries))
        m_spec->retries = *most;
}

QString Reader::pathOf(const QString &name) const
{
    return QDir(QFileInfo(m_fileName).absolutePath()).absoluteFilePath(name);
}

void Reader::readSecretFile(const TomlNode &value)
{
    const auto name = m_fields.text(value, "secret-file");
    if (!name)
        return;
    auto secret = readPrivateFile(pathOf(*name)).and_then(parseBackendSecret);
    if (secret)
        m_spec->secret = *std::move(secret);
    else
        m_fields.fault(value.line, QStringLiteral("secret-file"), secret.error().detail, value.toText(),
                       QStringLiteral("a file of the owner's own (mode 0600) with at least %1 bytes, or base64 after "
                                      "whsec_")
                           .arg(kMinSecretBytes));
}

void Reader::readCaFile(const TomlNode &value)
{
    const auto name = m_fields.text(value, "ca-file");
    if (!name)
        return;
    auto pem = readTextFile(pathOf(*name));
    const auto reason = [&pem]() -> QString {
        if (!pem)
            return pem.error().detail;
        const QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
        const bool areGood = !certificates.isEmpty()
            && std::none_of(certificates.begin(), certificates.end(), [](const auto &each) { return each.isNull(); });
        return areGood ? QString() : QStringLiteral("holds no certificate");
    }();
    if (reason.isEmpty())
        m_spec->caCertificates = *std::move(pem);
    else
        m_fields.fault(value.line, QStringLiteral("ca-file"), reason, value.toText(),
                       QStringLiteral("a PEM file with the certificates to trust"));
}

void Reader::readHeaders(const TomlNode &value)
{
    if (!value.isTable() || value.members.size() > kMaxHeaders) {
        m_fields.fault(value.line, QStringLiteral("headers"), QStringLiteral("must be a table of headers"), {},
                       QStringLiteral("{ Name = \"value\" }, at most %1").arg(kMaxHeaders));
        return;
    }
    for (const TomlNode::Member &member : value.members)
        readHeader(member);
}

// Values may be secrets, so that no fault shows one.
void Reader::readHeader(const TomlNode::Member &member)
{
    static const QRegularExpression token(QStringLiteral("\\A[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}\\z"));
    static const QRegularExpression printable(QStringLiteral("\\A[\\x20-\\x7e]*\\z"));
    const QString key = QStringLiteral("headers.") + member.name;
    const QString name = member.name.toLower();
    const bool isOwn = std::find(kOwnHeaders.begin(), kOwnHeaders.end(), name) != kOwnHeaders.end()
        || name.startsWith(QLatin1String("webhook-")) || name.startsWith(QLatin1String("sluice-"));
    const QString value = member.value.scalar.toString();
    if (!token.match(member.name).hasMatch()) {
        m_fields.fault(member.line, key, QStringLiteral("is no header's name"));
    } else if (isOwn) {
        m_fields.fault(member.line, key, QStringLiteral("is said by the server itself"));
    } else if (member.value.kind != TomlNode::Kind::Text || value.isEmpty() || value.size() > kMaxHeaderBytes
               || !printable.match(value).hasMatch()) {
        m_fields.fault(member.line, key, QStringLiteral("must be a text of printable ASCII"), {},
                       QStringLiteral("at most %1 bytes").arg(kMaxHeaderBytes));
    } else {
        m_spec->headers.push_back(member.name.toStdString() + ": " + value.toStdString());
    }
}

} // namespace

std::shared_ptr<BackendSpec> readBackendSpec(const TomlNode &table, const QString &fileName, ConfigProblems &problems)
{
    return Reader(fileName, problems).read(table);
}

Result<QByteArray> parseBackendSecret(const QByteArray &contents)
{
    constexpr QByteArrayView kPrefix("whsec_");
    QByteArray secret = contents;
    while (secret.endsWith('\n') || secret.endsWith('\r'))
        secret.chop(1);
    if (secret.startsWith(kPrefix)) {
        const auto decoded =
            QByteArray::fromBase64Encoding(secret.mid(kPrefix.size()), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return failure(ErrorCode::InvalidParams, {}, QStringLiteral("is no base64 after whsec_"));
        secret = *decoded;
    }
    if (secret.size() < kMinSecretBytes)
        return failure(ErrorCode::InvalidParams, {},
                       QStringLiteral("holds a key of %1 bytes, which is too short").arg(secret.size()));
    return secret;
}

} // namespace sluice::server
