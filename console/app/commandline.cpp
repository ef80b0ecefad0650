// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/commandline.h"

#include "console/app/translations.h"

#include <QCommandLineParser>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QString languageCodes()
{
    QStringList codes;
    for (const Translations::Language &language : Translations::languages())
        codes.append(language.code);
    return codes.join(u", "_s);
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments, const ConnectionProfile &remembered,
                               const QList<ConnectionProfile> &saved)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("The operator console of the Sluice event server."));
    const QCommandLineOption host(u"host"_s, tr("Host of the admin socket."), u"name"_s);
    const QCommandLineOption port(u"port"_s, tr("Port of the admin socket (7601)."), u"number"_s);
    const QCommandLineOption token(u"token"_s, tr("Token; visible to other users of this machine, prefer a file."),
                                   u"text"_s);
    const QCommandLineOption tokenFile(u"token-file"_s, tr("File with the token in its first line."), u"path"_s);
    const QCommandLineOption tls(u"tls"_s, tr("Connect with TLS."));
    const QCommandLineOption environment(u"environment"_s,
                                         tr("development, staging or production; colours the window."), u"name"_s);
    const QCommandLineOption demo(u"demo"_s, tr("Plays what is built in, without a server: incident."), u"name"_s);
    const QCommandLineOption language(
        u"language"_s, tr("Language of this run: system, %1 or pseudo.").arg(languageCodes()), u"code"_s);
    const QCommandLineOption session(u"session"_s, tr("Opens a saved session, without a server."), u"file"_s);
    parser.addOptions({host, port, token, tokenFile, tls, environment, demo, session, language});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    CommandLine result;
    result.profile = remembered;
    const auto end = [&](Outcome how, const QString &toPrint) {
        result.outcome = how;
        result.text = toPrint;
        return result;
    };
    if (!parser.parse(arguments))
        return end(Outcome::Fail, parser.errorText());
    if (parser.isSet(help))
        return end(Outcome::Exit, parser.helpText());
    if (parser.isSet(version))
        return end(Outcome::Exit, u"sluice-console %1"_s.arg(QLatin1StringView(SLUICE_VERSION)));
    if (!parser.positionalArguments().isEmpty())
        return end(Outcome::Fail, tr("Unexpected argument: %1").arg(parser.positionalArguments().constFirst()));
    if (parser.isSet(demo) && parser.value(demo) != "incident"_L1)
        return end(Outcome::Fail, tr("--demo knows only incident, not %1").arg(parser.value(demo)));
    result.demo = parser.isSet(demo);
    result.session = parser.value(session);
    if (parser.isSet(session) && result.session.isEmpty())
        return end(Outcome::Fail, tr("--session needs the name of a file"));
    if (parser.isSet(session) && result.demo)
        return end(Outcome::Fail, tr("--demo and --session exclude each other"));
    if (parser.isSet(host))
        result.profile.host = parser.value(host);
    if (parser.isSet(port)) {
        bool ok = false;
        result.profile.port = parser.value(port).toUShort(&ok);
        if (!ok || result.profile.port == 0)
            return end(Outcome::Fail, tr("--port must be 1 to 65535, not %1").arg(parser.value(port)));
    }
    // What is saved of that server counts for it, not what is of the last one: its token file, its certificate.
    const auto known = std::find_if(saved.cbegin(), saved.cend(),
                                    [&](const ConnectionProfile &one) { return one.hasSameAddress(result.profile); });
    if (known != saved.cend())
        result.profile = *known;
    if (parser.isSet(environment)) {
        result.profile.environment = environmentFromString(parser.value(environment));
        if (result.profile.environment == Environment::Unnamed)
            return end(
                Outcome::Fail,
                tr("--environment must be development, staging or production, not %1").arg(parser.value(environment)));
    }
    if (parser.isSet(language)) {
        result.language = parser.value(language);
        const bool isSystem = result.language == "system"_L1;
        if (result.language.isEmpty() || (!isSystem && !Translations::isKnown(result.language)))
            return end(Outcome::Fail,
                       tr("--language must be system, %1 or pseudo, not %2").arg(languageCodes(), result.language));
    }
    if (parser.isSet(tokenFile))
        result.profile.tokenFile = parser.value(tokenFile);
    if (parser.isSet(token))
        result.profile.token = parser.value(token);
    if (parser.isSet(tls))
        result.profile.security.tls = true;
    const bool addressed = parser.isSet(host) || parser.isSet(port);
    result.connectNow = addressed && (parser.isSet(token) || parser.isSet(tokenFile));
    return result;
}

QStringList CommandLine::argumentsFor(const ConnectionProfile &profile)
{
    QStringList arguments{u"--host"_s, profile.host, u"--port"_s, QString::number(profile.port)};
    if (!profile.tokenFile.isEmpty())
        arguments << u"--token-file"_s << profile.tokenFile;
    if (profile.environment != Environment::Unnamed)
        arguments << u"--environment"_s << toString(profile.environment);
    return arguments;
}

} // namespace sluice::console
