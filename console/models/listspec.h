// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace sluice::console {

/// How a value is meant; the delegate knows the colour.
enum class Tone { Plain, Secondary, Muted, Ok, Warn, Critical };

/// One column of a list that the server pages. Thread: any (a value).
struct ListColumn {
    using Text = std::function<QString(const QJsonObject &row)>;

    QString title;
    QString sortKey = {}; ///< The server's name of it; empty: it cannot be sorted by.
    int width = 90;       ///< Units: logical pixels; so too below.
    int leastWidth = 0;   ///< Where there is little room; 0: what the title needs.
    bool isNumber = false;
    Text text;
    std::function<Tone(const QJsonObject &row)> tone = {};
    /// A bar beside the text. Units: 0..1.
    std::function<double(const QJsonObject &row)> share = {};
    bool takesRest = false; ///< Of the width; where no column does, the last one does.
    bool hasDot = false;    ///< A dot of the tone before the text.
    Text toolTip = {};      ///< Where there is one, the text in the column may be cut.
};

/// How the server cuts a list into pages.
enum class Paging {
    Offset, ///< `offset` and `limit`; the answer tells `total` and `matching`.
    Cursor, ///< `before` what the answer told as `next`; it also tells whether there is `more`.
    Whole,  ///< The answer is the whole list.
};

/// One list of the server: how it is asked for and shown. Thread: any (a value).
struct ListSpec {
    QString method;
    QString rowsField = QStringLiteral("rows");
    QJsonObject params = {}; ///< Sent with every request beside filter, sort and page.
    Paging paging = Paging::Whole;
    int pageRows = 200; ///< Sent as `limit`; 0: not sent.
    QString sort = {};  ///< At first; `-` before a name: descending.
    ListColumn::Text id;
    QList<ListColumn> columns;
};

} // namespace sluice::console
