<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>sluice::console::ActivityLog</name>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="149"/>
        <source>%n connection(s) closed by an operator</source>
        <translation>
            <numerusform>%n connection closed by an operator</numerusform>
            <numerusform>%n connections closed by an operator</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="190"/>
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>%n setting changed</numerusform>
            <numerusform>%n settings changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfirmDialog</name>
    <message numerus="yes">
        <location filename="../console/dialogs/confirmdialog.cpp" line="128"/>
        <source>Nothing was done: there are %Ln now, no longer %1. Look again, and type the new number.</source>
        <translation>
            <numerusform>Nothing was done: there is %Ln now, no longer %1. Look again, and type the new number.</numerusform>
            <numerusform>Nothing was done: there are %Ln now, no longer %1. Look again, and type the new number.</numerusform>
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
        <location filename="../console/models/drainforecast.cpp" line="84"/>
        <source>The grace period ended: %Ln events were answered with an error.</source>
        <translation>
            <numerusform>The grace period ended: %Ln event was answered with an error.</numerusform>
            <numerusform>The grace period ended: %Ln events were answered with an error.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="89"/>
        <source>All %Ln events were answered. Nothing was lost.</source>
        <translation>
            <numerusform>The one event (%Ln) was answered. Nothing was lost.</numerusform>
            <numerusform>All %Ln events were answered. Nothing was lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="102"/>
        <source>At the present rate about %Ln events will be lost; %1 s more grace would save them.</source>
        <translation>
            <numerusform>At the present rate about %Ln event will be lost; %1 s more grace would save it.</numerusform>
            <numerusform>At the present rate about %Ln events will be lost; %1 s more grace would save them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainPlanPanel</name>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="167"/>
        <source>%Ln events are finished and answered, %1 queued and %2 running.</source>
        <translation>
            <numerusform>%Ln event is finished and answered, %1 queued and %2 running.</numerusform>
            <numerusform>%Ln events are finished and answered, %1 queued and %2 running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="173"/>
        <source>Then %Ln clients are told to go elsewhere (1012), over %1 s so that they do not all come back at once.</source>
        <translation>
            <numerusform>Then %Ln client is told to go elsewhere (1012), within %1 s.</numerusform>
            <numerusform>Then %Ln clients are told to go elsewhere (1012), over %1 s so that they do not all come back at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="178"/>
        <source>Then %Ln clients are told to go elsewhere (1012).</source>
        <translation>
            <numerusform>Then %Ln client is told to go elsewhere (1012).</numerusform>
            <numerusform>Then %Ln clients are told to go elsewhere (1012).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainProgressPanel</name>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="264"/>
        <source>Stop now, lose %Ln events…</source>
        <translation>
            <numerusform>Stop now, lose %Ln event…</numerusform>
            <numerusform>Stop now, lose %Ln events…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="279"/>
        <source>Stopped as asked; %Ln events were answered with an error.</source>
        <translation>
            <numerusform>Stopped as asked; %Ln event was answered with an error.</numerusform>
            <numerusform>Stopped as asked; %Ln events were answered with an error.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::ListExportButton</name>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="33"/>
        <source>Fetching… %Ln rows so far.</source>
        <translation>
            <numerusform>Fetching… %Ln row so far.</numerusform>
            <numerusform>Fetching… %Ln rows so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="41"/>
        <source>There are more than %Ln rows; these are exported.</source>
        <translation>
            <numerusform>There is more than %Ln row; this is exported.</numerusform>
            <numerusform>There are more than %Ln rows; these are exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="42"/>
        <source>%Ln rows are fetched.</source>
        <translation>
            <numerusform>%Ln row is fetched.</numerusform>
            <numerusform>%Ln rows are fetched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::MainWindow</name>
    <message numerus="yes">
        <location filename="../console/app/mainwindow.cpp" line="306"/>
        <source>%n change(s) that you had not applied are pending again.</source>
        <translation>
            <numerusform>%n change that you had not applied is pending again.</numerusform>
            <numerusform>%n changes that you had not applied are pending again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::OverviewPage</name>
    <message numerus="yes">
        <location filename="../console/pages/overviewpage.cpp" line="432"/>
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
        <location filename="../console/widgets/pagedtable.cpp" line="100"/>
        <source>%n new row(s), order frozen</source>
        <translation>
            <numerusform>%n new row, order frozen</numerusform>
            <numerusform>%n new rows, order frozen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="132"/>
        <source>the first %Ln</source>
        <comment>rows</comment>
        <translation>
            <numerusform>the first</numerusform>
            <numerusform>the first %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="137"/>
        <source>%Ln of %1 match</source>
        <translation>
            <numerusform>%Ln of %1 matches</numerusform>
            <numerusform>%Ln of %1 match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="148"/>
        <source>only the newest %Ln rows were recorded</source>
        <translation>
            <numerusform>only the newest row (%Ln) was recorded</numerusform>
            <numerusform>only the newest %Ln rows were recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="149"/>
        <source>only the first %1 of %Ln rows were recorded</source>
        <translation>
            <numerusform>only the first %1 of %Ln row were recorded</numerusform>
            <numerusform>only the first %1 of %Ln rows were recorded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PendingPanel</name>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="263"/>
        <source>▲ Decide on %n setting(s) changed by others…</source>
        <translation>
            <numerusform>▲ Decide on %n setting changed by others…</numerusform>
            <numerusform>▲ Decide on %n settings changed by others…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
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
        <location filename="../console/widgets/pipelineview.cpp" line="250"/>
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::ShutdownDialog</name>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="178"/>
        <source>%Ln events that are not answered yet get an error.</source>
        <translation>
            <numerusform>%Ln event that is not answered yet gets an error.</numerusform>
            <numerusform>%Ln events that are not answered yet get an error.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="179"/>
        <source>%Ln clients are told to go elsewhere (1012) all at once.</source>
        <translation>
            <numerusform>%Ln client is told to go elsewhere (1012) at once.</numerusform>
            <numerusform>%Ln clients are told to go elsewhere (1012) all at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now, lose %Ln events</source>
        <translation>
            <numerusform>Stop now, lose %Ln event</numerusform>
            <numerusform>Stop now, lose %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::Situation</name>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="50"/>
        <source>%Ln events were answered with an error.</source>
        <translation>
            <numerusform>%Ln event was answered with an error.</numerusform>
            <numerusform>%Ln events were answered with an error.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="88"/>
        <source>%Ln events are still inside.</source>
        <translation>
            <numerusform>%Ln event is still inside.</numerusform>
            <numerusform>%Ln events are still inside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="101"/>
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
        <location filename="../console/pages/tappage.cpp" line="187"/>
        <source>the last %Ln events</source>
        <translation>
            <numerusform>the last event (%Ln)</numerusform>
            <numerusform>the last %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="188"/>
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="190"/>
        <source>%Ln are waiting</source>
        <translation>
            <numerusform>%Ln is waiting</numerusform>
            <numerusform>%Ln are waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="192"/>
        <source>%Ln more matched than may be shown</source>
        <translation>
            <numerusform>%Ln more matched than may be shown</numerusform>
            <numerusform>%Ln more matched than may be shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::WhatIfNote</name>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="53"/>
        <source>Would have refused none of %Ln events in the last %1, as now.</source>
        <translation>
            <numerusform>Would not have refused the one event (%Ln) in the last %1, as now.</numerusform>
            <numerusform>Would have refused none of %Ln events in the last %1, as now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="58"/>
        <source>Would have refused %1 of %Ln events in the last %2, as many as now.</source>
        <translation>
            <numerusform>Would have refused %1 of %Ln event in the last %2, as many as now.</numerusform>
            <numerusform>Would have refused %1 of %Ln events in the last %2, as many as now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="63"/>
        <source>Would have refused %1 more of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>Would have refused %1 more of %Ln event in the last %2: %3 instead of %4.</numerusform>
            <numerusform>Would have refused %1 more of %Ln events in the last %2: %3 instead of %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="64"/>
        <source>Would have refused %1 fewer of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>Would have refused %1 fewer of %Ln event in the last %2: %3 instead of %4.</numerusform>
            <numerusform>Would have refused %1 fewer of %Ln events in the last %2: %3 instead of %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="72"/>
        <source>That is %n client(s).</source>
        <translation>
            <numerusform>That is %n client.</numerusform>
            <numerusform>That is %n clients.</numerusform>
        </translation>
    </message>
</context>
</TS>
