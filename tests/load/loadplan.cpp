#include "tests/load/loadplan.h"

#include "tests/support/tokens.h"

#include <QCommandLineParser>
#include <QUrl>

#include <arpa/inet.h>

#include <cmath>
#include <cstdlib>

namespace sluice::load {

using namespace Qt::StringLiterals;

namespace {

const QString kUrl = u"url"_qs;

QList<QCommandLineOption> optionList()
{
    return {
        {kUrl, u"Where the clients connect: ws://127.0.0.1:PORT/. Loopback only."_qs, u"URL"_qs},
        {u"connections"_qs, u"How many clients (50)."_qs, u"N"_qs, u"50"_qs},
        {u"seconds"_qs, u"How long to send (10; at most 3600)."_qs, u"N"_qs, u"10"_qs},
        {u"rate"_qs, u"Requests per second in all, sent whatever the server does."_qs, u"N"_qs, u"0"_qs},
        {u"window"_qs, u"Requests that every client keeps waiting, where no rate is given (1)."_qs, u"N"_qs, u"1"_qs},
        {u"mix"_qs, u"Kinds of events and their shares (bench/echo=1)."_qs, u"EVENT=WEIGHT,..."_qs, u"bench/echo=1"_qs},
        {u"churn"_qs, u"Percent of the clients that go and come back, each second."_qs, u"PERCENT"_qs, u"0"_qs},
        {u"cancel"_qs, u"Percent of the requests that are cancelled."_qs, u"PERCENT"_qs, u"0"_qs},
        {u"short-timeout"_qs, u"Percent of the requests with a timeoutMs of 1 to 5."_qs, u"PERCENT"_qs, u"0"_qs},
        {u"payload"_qs, u"Bytes of padding in an echo (64)."_qs, u"BYTES"_qs, u"64"_qs},
        {u"sleep"_qs, u"Milliseconds that every bench/sleep takes (up to 19, at random)."_qs, u"MS"_qs},
        {u"token-secret-file"_qs, u"The server's jwt.key: clients log in as user-0, user-1 ..."_qs, u"FILE"_qs},
        {u"users"_qs, u"How many users share the connections (one each)."_qs, u"N"_qs, u"0"_qs},
        {u"roles"_qs, u"Roles in the tokens."_qs, u"ROLE,..."_qs},
        {u"metrics-url"_qs, u"http://127.0.0.1:PORT/metrics, to compare the sums with at the end."_qs, u"URL"_qs},
        {u"settle"_qs, u"Milliseconds that the last answers may take (15000)."_qs, u"MS"_qs, u"15000"_qs},
        {u"stop-when-closed"_qs, u"End when the server has closed every connection."_qs},
        {u"demo"_qs, u"Realistic clients for a look at the console: until Ctrl+C or --seconds (3600)."_qs},
        {u"seed"_qs, u"Seed of all random choices (1)."_qs, u"N"_qs, u"1"_qs},
    };
}

/// Reads option values, remembering the first that is wrong.
class OptionReader
{
public:
    explicit OptionReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    double number(const QString &name, double minimum, double maximum)
    {
        bool ok = false;
        const double value = m_parser.value(name).toDouble(&ok);
        if (!ok || !std::isfinite(value) || value < minimum || value > maximum)
            fail(u"--%1 must be a number from %2 to %3"_qs.arg(name).arg(minimum).arg(maximum));
        return value;
    }
    template <typename Integer>
    Integer integer(const QString &name, double minimum, double maximum)
    {
        return static_cast<Integer>(number(name, minimum, maximum));
    }
    void fail(const QString &fault)
    {
        if (m_fault.isEmpty())
            m_fault = fault;
    }
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    const QCommandLineParser &m_parser;
    QString m_fault;
};

bool isLoopback(const QString &host)
{
    return host == "127.0.0.1"_L1 || host == "localhost"_L1;
}

WsTarget readTarget(const QUrl &url, OptionReader &reader)
{
    if (url.scheme() != "ws"_L1 || !isLoopback(url.host()) || url.port() <= 0)
        reader.fail(u"--url must be ws://127.0.0.1:PORT/ (this program loads only its own machine)"_qs);
    WsTarget target;
    target.address.sin_family = AF_INET;
    target.address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    target.address.sin_port = htons(static_cast<quint16>(url.port()));
    target.path = url.path().isEmpty() ? "/" : url.path().toStdString();
    return target;
}

HttpPage readPage(const QUrl &url, OptionReader &reader)
{
    if (url.scheme() != "http"_L1 || !isLoopback(url.host()) || url.port() <= 0)
        reader.fail(u"--metrics-url must be http://127.0.0.1:PORT/metrics"_qs);
    return {static_cast<quint16>(url.port()), url.path().toStdString()};
}

std::vector<MixPart> readMix(const QString &text, OptionReader &reader)
{
    std::vector<MixPart> mix;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool ok = true;
        const qsizetype equals = part.indexOf(u'=');
        const quint64 weight = equals < 0 ? 1 : part.mid(equals + 1).toULongLong(&ok);
        const QString event = part.left(equals);
        if (!ok || weight == 0 || event.isEmpty() || event.contains(u'"'))
            reader.fail(u"--mix: \"%1\" is not EVENT=WEIGHT"_qs.arg(part));
        mix.push_back({event.toStdString(), weight});
    }
    if (mix.empty())
        reader.fail(u"--mix names no event"_qs);
    return mix;
}

QByteArray readKey(const QString &path, OptionReader &reader)
{
    const QByteArray key = test::readTokenKey(path);
    if (key.isEmpty())
        reader.fail(u"--token-secret-file: cannot read %1"_qs.arg(path));
    return key;
}

} // namespace

tl::expected<LoadPlan, QString> parseLoadPlan(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Loads a Sluice server on this machine and accounts for every request. The last line is a JSON summary; the "
        "exit code is 0 when every request ended in exactly one way and the server's own sums agree."_qs);
    parser.addHelpOption();
    parser.addOptions(optionList());
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    if (parser.isSet(u"help"_qs))
        parser.showHelp();
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(u"unknown argument %1"_qs.arg(parser.positionalArguments().constFirst()));

    OptionReader reader(parser);
    LoadPlan plan;
    plan.target = readTarget(QUrl(parser.value(kUrl)), reader);
    plan.connections = reader.integer<size_t>(u"connections"_qs, 1, 20000);
    plan.rate = reader.number(u"rate"_qs, 0, 10'000'000);
    plan.window = reader.integer<size_t>(u"window"_qs, 1, 10000);
    plan.mix = readMix(parser.value(u"mix"_qs), reader);
    plan.churnPercent = reader.number(u"churn"_qs, 0, 1000);
    plan.cancelPercent = reader.number(u"cancel"_qs, 0, 100);
    plan.shortTimeoutPercent = reader.number(u"short-timeout"_qs, 0, 100);
    plan.payloadBytes = reader.integer<size_t>(u"payload"_qs, 0, 1 << 20);
    if (parser.isSet(u"sleep"_qs))
        plan.sleep = std::chrono::milliseconds(reader.integer<int>(u"sleep"_qs, 0, 60'000));
    plan.users = reader.integer<size_t>(u"users"_qs, 0, 1'000'000);
    plan.settle = std::chrono::milliseconds(reader.integer<int>(u"settle"_qs, 0, 120000));
    plan.seed = reader.integer<quint64>(u"seed"_qs, 0, 9e15);
    plan.stopWhenClosed = parser.isSet(u"stop-when-closed"_qs);
    plan.demo = parser.isSet(u"demo"_qs);
    plan.roles = parser.value(u"roles"_qs).split(u',', Qt::SkipEmptyParts);
    plan.duration = std::chrono::seconds(reader.integer<int>(u"seconds"_qs, 1, double(kMaxDuration.count())));
    if (plan.users == 0)
        plan.users = plan.connections;
    if (plan.demo) {
        plan.users = kDemoPeople;
        plan.connections = kDemoPeople + kDemoPeople / 3;
        plan.duration = parser.isSet(u"seconds"_qs) ? plan.duration : kMaxDuration;
    }
    if (parser.isSet(u"token-secret-file"_qs))
        plan.tokenKey = readKey(parser.value(u"token-secret-file"_qs), reader);
    if (parser.isSet(u"metrics-url"_qs))
        plan.metrics = readPage(QUrl(parser.value(u"metrics-url"_qs)), reader);
    if (!reader.fault().isEmpty())
        return tl::unexpected(reader.fault());
    return plan;
}

} // namespace sluice::load
