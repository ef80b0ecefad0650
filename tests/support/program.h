#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace sluice::test {

/// How a program ended.
struct ProgramExit {
    int code = -1; ///< -1: it did not start, did not end in time, or crashed.
    QString out;
    QString err;
};

/// What a program is given besides its arguments.
struct ProgramInput {
    QByteArray text = {};   ///< On standard input, which then ends.
    QString directory = {}; ///< Where it runs; empty: here.
};

/// Runs a program to its end. Blocks: at most kPatience.
[[nodiscard]] ProgramExit runProgram(const QString &program, const QStringList &arguments,
                                     const ProgramInput &input = {});

} // namespace sluice::test
