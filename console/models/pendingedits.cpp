// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/pendingedits.h"

#include <QJsonDocument>
#include <QSettings>

namespace sluice::console {

using namespace Qt::StringLiterals;

PendingEdits::PendingEdits(ServerSession &session, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
{
    connect(&session, &ServerSession::forgetting, this, [this] { m_server.clear(); });
    connect(&session, &ServerSession::updated, this, &PendingEdits::restore);
    connect(&session.config(), &ConfigModel::revisionChanged, this, &PendingEdits::restore);
    connect(&session.config(), &ConfigModel::editsChanged, this, &PendingEdits::store);
}

void PendingEdits::watch(const QString &server)
{
    m_server = server;
    m_isRestored = false;
}

void PendingEdits::restore()
{
    ConfigModel &config = m_session.config();
    if (m_server.isEmpty() || m_isRestored || !config.isKnown() || config.isReadOnly())
        return;
    m_isRestored = true;
    const QJsonObject kept = QJsonDocument::fromJson(m_settings.value(settingsKey()).toByteArray()).object();
    const int count = config.restoreEdits(kept);
    if (count > 0)
        Q_EMIT restored(count);
}

void PendingEdits::store() const
{
    if (m_server.isEmpty() || !m_isRestored)
        return;
    const QJsonObject edits = m_session.config().editsJson();
    if (edits.isEmpty())
        m_settings.remove(settingsKey());
    else
        m_settings.setValue(settingsKey(), QJsonDocument(edits).toJson(QJsonDocument::Compact));
}

QString PendingEdits::settingsKey() const
{
    // Slashes would make groups of it.
    return u"pending/"_s + QString::fromLatin1(m_server.toUtf8().toPercentEncoding());
}

} // namespace sluice::console
