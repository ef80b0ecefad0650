// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/statusline.h"

#include "console/models/format.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QUrl>

namespace sluice::console {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const ServerSession &session, const Clock &clock, QWidget *parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_usage(clock)
    , m_link(new QLabel(this))
    , m_sample(new QLabel(this))
    , m_cost(new QLabel(this))
{
    for (QLabel *label : {m_link, m_sample, m_cost})
        addWidget(label);
    setSizeGripEnabled(false);
}

void StatusLine::refresh()
{
    m_link->setText(linkText());
    m_sample->setText(sampleText());
    const ResourceUsage::Reading &usage = m_usage.read();
    m_cost->setText(
        tr("console CPU %1 · %2").arg(format::percent(usage.cpuPercent), format::bytes(usage.residentBytes)));
}

QString StatusLine::linkText() const
{
    if (m_session.isReplay())
        return tr("a recording: no admin link");
    const AdminClient &client = m_session.client();
    const QString address =
        client.url().isEmpty() ? tr("no admin link") : tr("admin link %1").arg(client.url().toString(QUrl::RemovePath));
    const auto roundTrip = client.roundTrip();
    return roundTrip && client.state() == LinkState::Live ? tr("%1 · RTT %2 ms").arg(address).arg(roundTrip->count())
                                                          : address;
}

QString StatusLine::sampleText() const
{
    if (m_session.history().isEmpty())
        return tr("no sample yet");
    if (m_session.isReplay())
        return tr("samples up to %1")
            .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_session.nowMs()).time(), u"HH:mm:ss"_s));
    return tr("sample %1 s ago · %2 lost")
        .arg(QLocale().toString(static_cast<double>(m_session.sampleAge().count()) / 1000.0, 'f', 1))
        .arg(m_session.history().lostSamples());
}

QStringList StatusLine::texts() const
{
    return {m_link->text(), m_sample->text(), m_cost->text()};
}

} // namespace sluice::console
