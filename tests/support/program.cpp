#include "tests/support/program.h"

#include "tests/support/waiting.h"

#include <QProcess>

namespace sluice::test {

ProgramExit runProgram(const QString &program, const QStringList &arguments, const ProgramInput &input)
{
    QProcess process;
    process.setWorkingDirectory(input.directory);
    process.start(program, arguments);
    process.write(input.text);
    process.closeWriteChannel();
    const bool hasEnded = process.waitForFinished(static_cast<int>(std::chrono::milliseconds(kPatience).count()));
    if (!hasEnded || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace sluice::test
