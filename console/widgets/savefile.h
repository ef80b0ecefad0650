// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace sluice::console {

/// Asks where to, and writes `content` there. `done` is told in one sentence what came of it; not when the operator
/// cancels. Does not wait.
void saveFile(QWidget *parent, const QString &suggestedName, const QByteArray &content,
              const std::function<void(const QString &what)> &done);

} // namespace sluice::console
