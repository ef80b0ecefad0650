// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/aboutbox.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace sluice::console {

void showAbout(QWidget *parent)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("sluice::console::AboutBox", text); };
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr(QT_TRANSLATE_NOOP("sluice::console::AboutBox", "About")),
                        tr(QT_TRANSLATE_NOOP("sluice::console::AboutBox",
                                             "Sluice console %1\nThe operator console of the Sluice event server.\n\n"
                                             "GPL-3.0-or-later. Made with Qt %2 and Qt Charts."))
                            .arg(QLatin1StringView(SLUICE_VERSION), QLatin1StringView(qVersion())),
                        QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace sluice::console
