<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>sluice::console::DisconnectFlow</name>
    <message numerus="yes">
        <source>Disconnect %n client(s)</source>
        <translation>
            <numerusform>Disconnect %n client</numerusform>
            <numerusform>Disconnect %n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) is/are being closed.</source>
        <translation>
            <numerusform>%n connection is being closed.</numerusform>
            <numerusform>%n connections are being closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were gone already.</source>
        <translation>
            <numerusform>%n was gone already.</numerusform>
            <numerusform>%n were gone already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedTable</name>
    <message numerus="yes">
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
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
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
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::TapPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
</TS>
