// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/listexportbutton.h"

#include "console/models/listexport.h"
#include "console/widgets/savefile.h"

#include <QAction>
#include <QLocale>

namespace sluice::console {

ListExportButton::ListExportButton(ServerSession &session, Source source, const QString &fileName, QWidget *parent)
    : QPushButton(tr("Export CSV…"), parent)
    , m_session(session)
    , m_source(std::move(source))
    , m_fileName(fileName)
    , m_action(new QAction(text(), parent))
{
    m_action->setObjectName(QStringLiteral("export.") + fileName);
    m_action->setShortcut(QKeySequence(QStringLiteral("Ctrl+E")));
    m_action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    parent->addAction(m_action);
    connect(m_action, &QAction::triggered, this, &QPushButton::click);
    connect(this, &QPushButton::clicked, this, &ListExportButton::start);
    connect(&session, &ServerSession::linkChanged, this, &ListExportButton::updateEnabled);
    updateEnabled();
}

void ListExportButton::start()
{
    m_running = new ListExport(m_session, m_source(), this);
    connect(m_running, &ListExport::progressed, this,
            [this](qsizetype rows) { Q_EMIT told(tr("Fetching… %Ln rows so far.", nullptr, static_cast<int>(rows))); });
    connect(m_running, &ListExport::failed, this, [this](const QString &reason) {
        end();
        Q_EMIT told(tr("Nothing was exported: %1").arg(reason));
    });
    connect(m_running, &ListExport::finished, this, [this](const QByteArray &csv, qsizetype rows, bool isCut) {
        end();
        const auto count = static_cast<int>(rows);
        Q_EMIT told(isCut ? tr("There are more than %Ln rows; these are exported.", nullptr, count)
                          : tr("%Ln rows are fetched.", nullptr, count));
        saveFile(this, m_fileName, csv, [this](const QString &what) { Q_EMIT told(what); });
    });
    updateEnabled();
    m_running->start();
}

void ListExportButton::end()
{
    m_running->deleteLater();
    m_running.clear();
    updateEnabled();
}

void ListExportButton::updateEnabled()
{
    const bool isLive = m_session.client().state() == LinkState::Live;
    setEnabled(isLive && !m_running);
    m_action->setEnabled(isEnabled());
    setToolTip(m_session.obstacle());
}

} // namespace sluice::console
