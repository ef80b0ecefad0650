// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/ctlsession.h"

#include "console/ctl/ctlcommands.h"

#include <QJsonDocument>

#include <cstdio>
#include <utility>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QString describe(const LinkFailure &failure, const QUrl &url)
{
    const auto at = [&url](const QString &what) { return u"%1 at %2"_s.arg(what, url.authority()); };
    switch (failure.kind) {
    case LinkFailureKind::Refused: return at(u"nothing listens"_s);
    case LinkFailureKind::TokenWrong: return at(u"the token is not valid"_s);
    case LinkFailureKind::ProtocolMismatch: return at(u"no admin socket of this version"_s);
    case LinkFailureKind::ServerStopped: return u"the server has stopped"_s;
    case LinkFailureKind::CertificateUnknown:
        return at(u"nobody vouches for the certificate (%1); --ca-file or --fingerprint %2"_s.arg(failure.detail,
                                                                                                  failure.fingerprint));
    case LinkFailureKind::CertificateChanged:
        return at(u"another certificate than that of --fingerprint, %1"_s.arg(failure.fingerprint));
    case LinkFailureKind::CertificateWanted: return at(u"the server wants another --certificate"_s);
    default: return failure.detail.isEmpty() ? at(u"no link"_s) : at(failure.detail);
    }
}

CtlExit exitOf(const RequestError &error)
{
    switch (error.kind) {
    case RequestError::Kind::Server: return CtlExit::Refused;
    case RequestError::Kind::TimedOut: return CtlExit::NoAnswer;
    case RequestError::Kind::LinkLost:
    case RequestError::Kind::NotLive: break;
    }
    return CtlExit::NoLink;
}

QString describe(const RequestError &error)
{
    if (error.kind == RequestError::Kind::TimedOut)
        return u"no answer in time; whether the server acted is unknown"_s;
    if (error.kind != RequestError::Kind::Server)
        return u"the link ended first; whether the server acted is unknown"_s;
    QStringList lines{u"%1 (%2)"_s.arg(error.message).arg(error.code)};
    const QJsonArray errors = error.data.value("errors"_L1).toArray();
    for (const QJsonValue one : errors)
        lines.append(u"  %1: %2; expected %3"_s.arg(one["key"_L1].toString(), one["reason"_L1].toString(),
                                                    one["expected"_L1].toString()));
    if (errors.isEmpty() && !error.data.isEmpty())
        lines.append("  "_L1 + QString::fromUtf8(QJsonDocument(error.data).toJson(QJsonDocument::Compact)));
    return lines.join(u'\n');
}

} // namespace

CtlSession::CtlSession(const Clock &clock, Random &random, CtlOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_client(clock, random)
{
    connect(&m_client, &AdminClient::stateChanged, this, &CtlSession::onStateChanged);
    connect(&m_client, &AdminClient::failed, this, &CtlSession::onFailed);
}

void CtlSession::start()
{
    const Result<QByteArray> token = m_options.profile.readToken();
    if (!token) {
        const QString why =
            token.error().detail.isEmpty() ? m_options.profile.tokenFile + u": no token in it"_s : token.error().detail;
        fail(CtlExit::Usage, why);
        return;
    }
    m_client.connectToServer(m_options.profile.url(), *token, m_options.profile.security);
}

void CtlSession::onStateChanged(LinkState state)
{
    if (state == LinkState::Live)
        runCtlCommand(*this);
}

void CtlSession::onFailed(const LinkFailure &failure)
{
    if (m_expectsStop && failure.kind == LinkFailureKind::ServerStopped)
        end(CtlExit::Done);
    else
        fail(CtlExit::NoLink, describe(failure, m_options.profile.url()));
}

void CtlSession::call(const QString &method, const QJsonObject &params, std::function<void(const QJsonObject &)> then)
{
    m_client.request(this, method, params, [this, then = std::move(then)](const AdminReply &reply) {
        if (reply.error)
            fail(exitOf(*reply.error), describe(*reply.error));
        else
            then(reply.result);
    });
}

void CtlSession::print(const QJsonObject &answer, const QString &text)
{
    if (m_options.json)
        std::fputs(QJsonDocument(answer).toJson(QJsonDocument::Compact).append('\n').constData(), stdout);
    else
        std::fputs(qUtf8Printable(text), stdout);
    std::fflush(stdout); // somebody may be reading along
}

void CtlSession::printAndEnd(const QJsonObject &answer, const QString &text)
{
    print(answer, text);
    end(CtlExit::Done);
}

void CtlSession::end(CtlExit exit)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_client.disconnectFromServer();
    Q_EMIT ended(static_cast<int>(exit));
}

void CtlSession::fail(CtlExit exit, const QString &why)
{
    if (m_hasEnded)
        return;
    std::fprintf(stderr, "sluicectl: %s\n", qUtf8Printable(why));
    end(exit);
}

} // namespace sluice::console
