<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>sluice::console::ActivityLog</name>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="169"/>
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>%n setting changed</numerusform>
            <numerusform>%n settings changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionDetails</name>
    <message numerus="yes">
        <location filename="../console/pages/connectiondetails.cpp" line="130"/>
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>For %n minute</numerusform>
            <numerusform>For %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::DisconnectFlow</name>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="29"/>
        <source>Disconnect %n client(s)</source>
        <translation>
            <numerusform>Disconnect %n client</numerusform>
            <numerusform>Disconnect %n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="122"/>
        <source>%n connection(s) is/are being closed.</source>
        <translation>
            <numerusform>%n connection is being closed.</numerusform>
            <numerusform>%n connections are being closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="124"/>
        <source>%n was/were gone already.</source>
        <translation>
            <numerusform>%n was gone already.</numerusform>
            <numerusform>%n were gone already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainForecast</name>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="24"/>
        <source>The grace period ended: %n events were answered with an error.</source>
        <translation>
            <numerusform>The grace period ended: %n event was answered with an error.</numerusform>
            <numerusform>The grace period ended: %n events were answered with an error.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::OverviewPage</name>
    <message numerus="yes">
        <location filename="../console/pages/overviewpage.cpp" line="394"/>
        <source>Paused %1, +%n sample(s) waiting.</source>
        <translation>
            <numerusform>Paused %1, +%n sample waiting.</numerusform>
            <numerusform>Paused %1, +%n samples waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedTable</name>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="94"/>
        <source>%n new row(s), order frozen</source>
        <translation>
            <numerusform>%n new row, order frozen</numerusform>
            <numerusform>%n new rows, order frozen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PendingPanel</name>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="220"/>
        <source>▲ Decide on %n setting(s) changed by others…</source>
        <translation>
            <numerusform>▲ Decide on %n setting changed by others…</numerusform>
            <numerusform>▲ Decide on %n settings changed by others…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="224"/>
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="292"/>
        <source>%n change(s) applied.</source>
        <translation>
            <numerusform>%n change applied.</numerusform>
            <numerusform>%n changes applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PipelineView</name>
    <message numerus="yes">
        <location filename="../console/widgets/pipelineview.cpp" line="140"/>
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::Situation</name>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="83"/>
        <source>%n other alert(s).</source>
        <translation>
            <numerusform>%n other alert.</numerusform>
            <numerusform>%n other alerts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::TapPage</name>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="189"/>
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::WhatIfNote</name>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="71"/>
        <source>That is %n client(s).</source>
        <translation>
            <numerusform>That is %n client.</numerusform>
            <numerusform>That is %n clients.</numerusform>
        </translation>
    </message>
</context>
</TS>
