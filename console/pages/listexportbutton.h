// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/pagedmodel.h"

#include <QPointer>
#include <QPushButton>

#include <functional>

class QAction;

namespace sluice::console {

class ListExport;

/// Fetches all pages of a list as it is filtered now and asks where to save them as CSV. Thread: main.
class ListExportButton : public QPushButton
{
    Q_OBJECT

public:
    using Source = std::function<PagedModel &()>;

    /// Requires: `session` and what `source` gives outlive this; `parent` is the page.
    ListExportButton(ServerSession &session, Source source, const QString &fileName, QWidget *parent = nullptr);

Q_SIGNALS:
    /// What comes of it, in one sentence, for people.
    void told(const QString &what);

private:
    void start();
    void end();
    void updateEnabled();

    ServerSession &m_session;
    const Source m_source;
    const QString m_fileName;
    QAction *m_action; ///< Of the page: what the button does, for its key and the menu.
    QPointer<ListExport> m_running;
};

} // namespace sluice::console
