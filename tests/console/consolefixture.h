// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "tests/console/adjustableclock.h"
#include "tests/support/fakeadminserver.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace sluice::test {

/// The console's window as it is after the first start, with a folder and settings of its own, and a server to connect
/// to. Thread: main.
struct ConsoleFixture {
    ConsoleFixture()
    {
        server.start();
        open();
    }

    /// As the next start of the program.
    void reopen()
    {
        window->close();
        window.reset();
        open();
    }

    [[nodiscard]] console::ConnectionProfile profile() const
    {
        console::ConnectionProfile profile;
        profile.port = server.port();
        profile.token = QString::fromLatin1(server.token());
        return profile;
    }

    /// Returns whether the link is live.
    [[nodiscard]] bool connectWindow()
    {
        window->connectTo(profile());
        return QTest::qWaitFor([this] { return window->session().client().state() == console::LinkState::Live; });
    }

    /// Of the window, by name.
    template <typename Widget>
    [[nodiscard]] Widget &find(const QString &name) const
    {
        Widget *found = window->findChild<Widget *>(name);
        if (found == nullptr)
            qFatal("there is no %s in the window", qPrintable(name));
        return *found;
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat};
    console::Theme theme{*qApp};
    AdjustableClock clock;
    SystemRandom random;
    FakeAdminServer server;
    std::unique_ptr<console::MainWindow> window;

private:
    void open()
    {
        window =
            std::make_unique<console::MainWindow>(console::MainWindow::Environment{clock, random, settings, theme});
        if (settings.allKeys().isEmpty())
            window->resize(1280, 800);
        window->show();
    }
};

} // namespace sluice::test
