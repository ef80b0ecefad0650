// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/ctloptions.h"

#include "console/ctl/ctlcommands.h"

#include <QCommandLineParser>
#include <QFile>
#include <QProcessEnvironment>
#include <QUrl>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// Where a server on this machine keeps its owner's token.
QString defaultTokenFile()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString named = environment.value(u"SLUICE_TOKEN_FILE"_s);
    if (!named.isEmpty())
        return named;
    const QString state = environment.value(u"XDG_STATE_HOME"_s, environment.value(u"HOME"_s) + "/.local/state"_L1);
    const QString own = state + "/sluice/admin.token"_L1;
    const auto service = u"/var/lib/sluice/admin.token"_s;
    return !QFile::exists(own) && QFile::exists(service) ? service : own;
}

// "host", "host:port" or "[::1]:port".
bool readServer(const QString &text, ConnectionProfile &profile)
{
    const QUrl url("ws://"_L1 + text);
    if (!url.isValid() || url.host().isEmpty() || url.port(1) == 0 || !url.userInfo().isEmpty())
        return false;
    if (!url.path().isEmpty() || url.hasQuery() || url.hasFragment())
        return false;
    profile.host = url.host();
    profile.port = static_cast<quint16>(url.port(kDefaultAdminPort));
    return true;
}

} // namespace

std::optional<std::chrono::milliseconds> parseSpan(const QString &text)
{
    struct Unit {
        QLatin1StringView name;
        std::chrono::milliseconds length;
    };
    static constexpr std::array kUnits{Unit{"ms"_L1, std::chrono::milliseconds(1)},
                                       Unit{"s"_L1, std::chrono::seconds(1)}, Unit{"m"_L1, std::chrono::minutes(1)},
                                       Unit{"h"_L1, std::chrono::hours(1)}};
    constexpr int kMostOfAUnit = 1'000'000;
    for (const Unit &unit : kUnits) {
        if (!text.endsWith(unit.name))
            continue;
        bool ok = false;
        const int count = QStringView(text).chopped(unit.name.size()).toInt(&ok);
        if (ok && count >= 0 && count <= kMostOfAUnit)
            return count * unit.length;
    }
    return std::nullopt;
}

CtlOptions CtlOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Asks and tells a Sluice server over its admin socket.\n\n"_s + ctlCommandHelp());
    const QCommandLineOption server(u"server"_s, u"The admin socket, 127.0.0.1:7601 by default."_s, u"HOST[:PORT]"_s);
    const QCommandLineOption tokenFile(
        u"token-file"_s,
        u"The file with the token; by default $SLUICE_TOKEN_FILE, else admin.token of a server on this machine."_s,
        u"FILE"_s);
    const QCommandLineOption tls(u"tls"_s, u"Connect with TLS, as listen.admin-tls wants it."_s);
    const QCommandLineOption authorities(
        u"ca-file"_s, u"With TLS: a PEM file of authorities to trust beside the system's."_s, u"FILE"_s);
    const QCommandLineOption fingerprint(u"fingerprint"_s, u"With TLS: trust the certificate with this SHA-256."_s,
                                         u"AB:CD:..."_s);
    const QCommandLineOption certificate(u"certificate"_s, u"With TLS: a PEM file with your own certificate."_s,
                                         u"FILE"_s);
    const QCommandLineOption key(u"key"_s, u"A PEM file with its key, if that is not in --certificate."_s, u"FILE"_s);
    const QCommandLineOption json(u"json"_s, u"Print the server's answer as JSON."_s);
    const QCommandLineOption once(u"once"_s, u"top: print one picture and end."_s);
    const QCommandLineOption events(u"events"_s, u"tail: events instead of the log."_s);
    const QCommandLineOption check(u"check"_s, u"config set: say what would happen, change nothing."_s);
    const QCommandLineOption persist(u"persist"_s, u"config set: keep the values over a restart."_s);
    const QCommandLineOption revertAfter(
        u"revert-after"_s, u"config set: take the change back unless it is confirmed within SPAN (60s)."_s, u"SPAN"_s);
    const QCommandLineOption reason(u"reason"_s, u"Why; it goes into the audit log."_s, u"TEXT"_s);
    const QCommandLineOption grace(u"grace"_s, u"drain, shutdown: how long it may take in all (30s)."_s, u"SPAN"_s);
    parser.addOptions({server, tokenFile, tls, authorities, fingerprint, certificate, key, json, once, events, check,
                       persist, revertAfter, reason, grace});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s, u"What to do."_s, u"COMMAND [ARGUMENT...]"_s);

    CtlOptions result;
    const auto end = [&result](Outcome how, const QString &toPrint) {
        result.outcome = how;
        result.text = toPrint;
        return result;
    };
    if (!parser.parse(arguments))
        return end(Outcome::Fail, parser.errorText());
    if (parser.isSet(help))
        return end(Outcome::Exit, parser.helpText());
    if (parser.isSet(version))
        return end(Outcome::Exit, u"sluicectl %1"_s.arg(QLatin1StringView(SLUICE_VERSION)));

    if (parser.isSet(server) && !readServer(parser.value(server), result.profile))
        return end(Outcome::Fail, u"--server must be HOST or HOST:PORT, not %1"_s.arg(parser.value(server)));
    result.profile.tokenFile = parser.isSet(tokenFile) ? parser.value(tokenFile) : defaultTokenFile();
    result.profile.security = {.tls = parser.isSet(tls),
                               .authorityFile = parser.value(authorities),
                               .certificateFile = parser.value(certificate),
                               .keyFile = parser.value(key),
                               .fingerprint = parser.value(fingerprint).toUpper()};
    if (!parser.isSet(tls)) {
        for (const QCommandLineOption *option : {&authorities, &fingerprint, &certificate, &key}) {
            if (parser.isSet(*option))
                return end(Outcome::Fail, u"--%1 is for --tls"_s.arg(option->names().constFirst()));
        }
    }
    result.json = parser.isSet(json);
    result.once = parser.isSet(once);
    result.events = parser.isSet(events);
    result.checkOnly = parser.isSet(check);
    result.persist = parser.isSet(persist);
    result.reason = parser.value(reason);
    for (const auto &[option, span] :
         {std::pair{&revertAfter, &result.revertAfter}, std::pair{&grace, &result.grace}}) {
        if (!parser.isSet(*option))
            continue;
        *span = parseSpan(parser.value(*option));
        if (!*span)
            return end(Outcome::Fail,
                       u"--%1 must be a time as 500ms, 30s, 5m or 1h, not %2"_s.arg(option->names().constFirst(),
                                                                                    parser.value(*option)));
    }
    result.command = parser.positionalArguments();
    if (const QString fault = ctlCommandFault(result.command); !fault.isEmpty())
        return end(Outcome::Fail, fault);
    return result;
}

} // namespace sluice::console
