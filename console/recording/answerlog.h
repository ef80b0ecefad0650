// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace sluice::console {

/// What a server answered when its pages were looked at.
struct RecordedAnswer {
    QString method;
    QJsonObject params;
    QJsonObject result;
};

/// The newest answer to each question of a page, for a recording. Bounded for each method: the one heard longest ago
/// goes.
/// Thread: main.
class AnswerLog
{
public:
    static constexpr qsizetype kMostPerMethod = 16;

    /// Takes it if it is a list or table that a page shows; not samples, drains and taps, which have a time of their
    /// own.
    void hear(const QString &method, const QJsonObject &params, const QJsonObject &result);
    void clear() { m_answers.clear(); }
    /// The newest of each method last.
    [[nodiscard]] QList<RecordedAnswer> answers() const;

private:
    QHash<QString, QList<RecordedAnswer>> m_answers;
};

} // namespace sluice::console
