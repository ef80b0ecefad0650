// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/tapfeed.h"
#include "console/pages/listpage.h"
#include "console/widgets/theme.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace sluice::console {

class Chip;
class ListTable;
class TapForm;
class TracePanel;

/// Events as they end: which ones, how many, for how long; and the way of one of them through the server.
class TapPage : public ListPage
{
    Q_OBJECT

public:
    /// `feed` lives longer: a tap goes on when the page is built anew.
    TapPage(ServerSession &session, TapFeed &feed, const Theme &theme, QWidget *parent = nullptr);

    bool focusFilter() override;
    /// Prepares a tap on that connection; the operator starts it.
    void prepareFor(qint64 connection);

    [[nodiscard]] TapFeed &feed() { return m_feed; }
    [[nodiscard]] ListTable &table() { return *m_table; }
    [[nodiscard]] TracePanel &trace() { return *m_trace; }
    [[nodiscard]] QString stateText() const;

private:
    [[nodiscard]] QLayout *buildHead();
    void startOrStop();
    void clear();
    void save();
    void setHeld(bool held);
    void showState();
    [[nodiscard]] QString describe() const;
    void showEvents();

    ServerSession &m_session;
    TapFeed &m_feed;
    QTimer m_tick;
    TapForm *m_form;
    QPushButton *m_start;
    QPushButton *m_hold;
    QPushButton *m_clear;
    QPushButton *m_save;
    Chip *m_chip;
    QLabel *m_state;
    ListTable *m_table;
    TracePanel *m_trace;
};

} // namespace sluice::console
