// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/activityentry.h"
#include "console/models/alertmonitor.h"
#include "console/recording/answerlog.h"
#include "shared/admin/snapshot.h"
#include "shared/base/result.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <functional>

namespace sluice::console {

/// The last hour of one server as a console saw it: what a session file holds.
/// Thread: any (a value).
struct Recording {
    Q_DECLARE_TR_FUNCTIONS(sluice::console::Recording)

public:
    /// Of the file's format. Goes up when what is written can no longer be read by who knew it before.
    static constexpr int kVersion = 1;
    static constexpr qint64 kSpanMs = 3'600'000;
    /// Of a file, packed. An hour of a busy server has about 300 KB. Units: bytes.
    static constexpr qsizetype kMostFileBytes = 32 << 20;
    /// Unpacked. Units: bytes.
    static constexpr qsizetype kMostTextBytes = 96 << 20;

    QJsonObject info;              ///< As `server/info` answers.
    qint64 savedMs = 0;            ///< By the server's clock: the instant that the tables show.
    QList<admin::Snapshot> fine;   ///< One a second; `timeMs` is the charts' time line. So too below.
    QList<admin::Snapshot> coarse; ///< One for every 10 s.
    QList<ActivityEntry> activity;
    QList<AlertRule> rules;
    QList<Alert> alerts;
    QList<RecordedAnswer> answers;

    /// Told how many of kSteps are done; false gives up.
    using GoOn = std::function<bool(int done)>;
    static constexpr int kSteps = 3;

    /// JSON, packed as gzip. Blocks: for half a second with a full hour.
    [[nodiscard]] QByteArray toFile() const;
    /// Errors: InvalidParams; its detail tells in a sentence for people what is wrong with the file. Cancelled when it
    /// was given up. Blocks: as toFile(), for a second or two with the largest file.
    [[nodiscard]] static Result<Recording> fromFile(const QByteArray &content, const GoOn &goOn = {});
    /// The same from a path; also what cannot be opened.
    [[nodiscard]] static Result<Recording> read(const QString &path, const GoOn &goOn = {});

    [[nodiscard]] QString serverName() const;
};

} // namespace sluice::console
