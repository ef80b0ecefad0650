// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/savefile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace sluice::console {

namespace {

QString tell(const char *text)
{
    return QCoreApplication::translate("saveFile", text);
}

QString write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return tell(QT_TRANSLATE_NOOP("saveFile", "Saved as %1.")).arg(path);
    return tell(QT_TRANSLATE_NOOP("saveFile", "%1 could not be written: %2")).arg(path, file.errorString());
}

} // namespace

void saveFile(QWidget *parent, const QString &suggestedName, const QByteArray &content,
              const std::function<void(const QString &what)> &done)
{
    auto *dialog = new QFileDialog(parent, tell(QT_TRANSLATE_NOOP("saveFile", "Save")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggestedName).suffix());
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [content, done](const QString &path) { done(write(path, content)); });
    dialog->open();
}

} // namespace sluice::console
