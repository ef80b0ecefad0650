<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ConfigSetting</name>
    <message>
        <location filename="../console/models/configsetting.cpp" line="88"/>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="89"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="113"/>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="110"/>
        <source>texts, separated by commas</source>
        <translation>Texte, durch Kommas getrennt</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="119"/>
        <source>live</source>
        <translation>sofort</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="120"/>
        <source>new connections</source>
        <translation>neue Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="123"/>
        <source>restart</source>
        <translation>Neustart</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <location filename="../console/models/format.cpp" line="116"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="118"/>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="120"/>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="121"/>
        <source>%1 d %2:%3</source>
        <translation>%1 d %2:%3</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="130"/>
        <source>%1 / min</source>
        <translation>%1 / min</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="132"/>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="133"/>
        <source>%1 / %2 s</source>
        <translation>%1 / %2 s</translation>
    </message>
</context>
<context>
    <name>metric</name>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="27"/>
        <source>Queue, lane high</source>
        <translation>Warteschlange, Spur hoch</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="28"/>
        <source>Queue, lane normal</source>
        <translation>Warteschlange, Spur normal</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="29"/>
        <source>Queue, lane low</source>
        <translation>Warteschlange, Spur niedrig</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="30"/>
        <source>Queue, all lanes</source>
        <translation>Warteschlange, alle Spuren</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="31"/>
        <source>Events received</source>
        <translation>Empfangene Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="32"/>
        <source>Events processed</source>
        <translation>Verarbeitete Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="33"/>
        <source>Latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="34"/>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="35"/>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="36"/>
        <source>Refused by rate limits</source>
        <translation>Durch Ratengrenzen abgewiesen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="38"/>
        <source>Refused for want of rights</source>
        <translation>Wegen fehlender Rechte abgewiesen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="40"/>
        <source>Refused as invalid</source>
        <translation>Als ungültig abgewiesen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="41"/>
        <source>Refused for overload</source>
        <translation>Wegen Überlast abgewiesen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="43"/>
        <source>Events that failed</source>
        <translation>Fehlgeschlagene Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="44"/>
        <source>Events that timed out</source>
        <translation>Ereignisse mit Zeitüberschreitung</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="46"/>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="47"/>
        <source>Connections accepted</source>
        <translation>Angenommene Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="49"/>
        <source>Connections closed</source>
        <translation>Geschlossene Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="50"/>
        <source>Broadcast sends</source>
        <translation>Rundsendungen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="51"/>
        <source>Broadcasts dropped</source>
        <translation>Verworfene Rundsendungen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="53"/>
        <source>Wait in the queue, p99</source>
        <translation>Wartezeit in der Schlange, p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="55"/>
        <source>Workers busy</source>
        <translation>Arbeiter beschäftigt</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="56"/>
        <source>Workers stuck</source>
        <translation>Arbeiter hängen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="57"/>
        <source>Breakers open</source>
        <translation>Offene Sicherungen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="58"/>
        <source>CPU of the server</source>
        <translation>CPU des Servers</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="59"/>
        <source>Memory of the server</source>
        <translation>Speicher des Servers</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="60"/>
        <source>Waiting to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="61"/>
        <source>Slow clients closed</source>
        <translation>Langsame Clients geschlossen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="63"/>
        <source>Events with handlers</source>
        <translation>Ereignisse bei Bearbeitern</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="64"/>
        <source>Users connected</source>
        <translation>Verbundene Benutzer</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="65"/>
        <source>Connections refused</source>
        <translation>Abgelehnte Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="67"/>
        <source>TLS handshakes that failed</source>
        <translation>Fehlgeschlagene TLS-Handshakes</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="69"/>
        <source>Tokens refused</source>
        <translation>Abgelehnte Token</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="72"/>
        <source>Closed for protocol errors</source>
        <translation>Wegen Protokollfehlern geschlossen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="73"/>
        <source>Events that were cancelled</source>
        <translation>Abgebrochene Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="75"/>
        <source>Events whose client had gone</source>
        <translation>Ereignisse, deren Client weg war</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="77"/>
        <source>Events given up by a drain</source>
        <translation>Bei einer Leerung aufgegebene Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="79"/>
        <source>Refused while draining</source>
        <translation>Während einer Leerung abgelehnt</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="81"/>
        <source>Would be refused (dry run)</source>
        <translation>Würden abgelehnt (Probelauf)</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="83"/>
        <source>Refused for a mute</source>
        <translation>Wegen Stummschaltung abgelehnt</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="84"/>
        <source>Accepted under pressure</source>
        <translation>Unter Druck angenommen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="86"/>
        <source>Results that came too late</source>
        <translation>Zu späte Ergebnisse</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="87"/>
        <source>Handlers that threw an error</source>
        <translation>Bearbeiter mit Ausnahme</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="89"/>
        <source>Broadcasts waiting</source>
        <translation>Wartende Rundsendungen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="90"/>
        <source>Latency, longest</source>
        <translation>Latenz, längste</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="91"/>
        <source>Loop lag, worst I/O thread</source>
        <translation>Schleifenverzug, schlechtester E/A-Thread</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="93"/>
        <source>Memory, share of the limit</source>
        <translation>Speicher, Anteil an der Grenze</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="95"/>
        <source>Saves waiting for the database</source>
        <translation>Auf die Datenbank wartende Speicherungen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="97"/>
        <source>Lines lost by the log</source>
        <translation>Verlorene Protokollzeilen</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="98"/>
        <source>Different errors</source>
        <translation>Verschiedene Fehler</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="99"/>
        <source>Mutes in force</source>
        <translation>Geltende Stummschaltungen</translation>
    </message>
</context>
<context>
    <name>saveFile</name>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="22"/>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="23"/>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="31"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityDelegate</name>
    <message>
        <location filename="../console/pages/activitydelegate.cpp" line="70"/>
        <location filename="../console/pages/activitydelegate.cpp" line="100"/>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityFeed</name>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="115"/>
        <location filename="../console/pages/activityfeed.cpp" line="131"/>
        <source>Activity</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="122"/>
        <source>Kinds of activity</source>
        <translation>Arten von Ereignissen</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="123"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="124"/>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="125"/>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="126"/>
        <source>Server and link</source>
        <translation>Server und Verbindung</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="127"/>
        <source>Mutes and kicks</source>
        <translation>Stummschaltungen und Trennungen</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="133"/>
        <source>Open audit log</source>
        <translation>Prüfprotokoll öffnen</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="201"/>
        <source>Nothing has happened yet. Changes of the configuration, drains, mutes, alerts and restarts will be listed here.</source>
        <translation>Noch ist nichts geschehen. Änderungen der Konfiguration, Leerungen, Stummschaltungen, Alarme und Neustarts werden hier aufgeführt.</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="203"/>
        <source>Nothing of this kind has happened. Choose “All” to see the rest.</source>
        <translation>Nichts dieser Art ist geschehen. „Alle“ zeigt das Übrige.</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="215"/>
        <source>Show on the charts</source>
        <translation>In den Diagrammen zeigen</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="217"/>
        <source>Undo: lift the mute</source>
        <translation>Zurücknehmen: Stummschaltung aufheben</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="218"/>
        <source>Undo: put the values before into Pending changes</source>
        <translation>Rückgängig: die Werte davor zu den anstehenden Änderungen legen</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityLog</name>
    <message>
        <location filename="../console/models/activitylog.cpp" line="136"/>
        <source>Server started</source>
        <translation>Server gestartet</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="137"/>
        <source>Configuration revision %1</source>
        <translation>Konfigurationsstand %1</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="138"/>
        <source>Drain began</source>
        <translation>Leerung begonnen</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="139"/>
        <source>Drain ended</source>
        <translation>Leerung beendet</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="140"/>
        <source>Drain taken back, serving again</source>
        <translation>Leerung zurückgenommen, nimmt wieder an</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="142"/>
        <source>Overloaded: work is refused</source>
        <translation>Überlastet: Arbeit wird abgewiesen</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="145"/>
        <source>No longer overloaded</source>
        <translation>Nicht mehr überlastet</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="146"/>
        <source>%1 muted</source>
        <comment>a client</comment>
        <translation>%1 stummgeschaltet</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="147"/>
        <source>Mute of %1 lifted</source>
        <translation>Stummschaltung von %1 aufgehoben</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="149"/>
        <source>%n connection(s) closed by an operator</source>
        <translation>
            <numerusform>%n Verbindung von einem Operator geschlossen</numerusform>
            <numerusform>%n Verbindungen von einem Operator geschlossen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="183"/>
        <source>takes back revision %1</source>
        <translation>nimmt Stand %1 zurück</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="190"/>
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>%n Einstellung geändert</numerusform>
            <numerusform>%n Einstellungen geändert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="191"/>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>sluice::console::AdminClient</name>
    <message>
        <location filename="../console/client/adminclient.cpp" line="207"/>
        <source>The server speaks admin protocol %1, this console %2.</source>
        <translation>Der Server spricht Admin-Protokoll %1, diese Konsole %2.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="297"/>
        <source>No answer within %1 s.</source>
        <translation>Keine Antwort innerhalb von %1 s.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="303"/>
        <source>Nothing was heard for %1 s.</source>
        <translation>Seit %1 s war nichts zu hören.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="364"/>
        <source>There is no link to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="381"/>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="421"/>
        <source>The link to the server was lost before it answered.</source>
        <translation>Die Verbindung zum Server ging verloren, bevor er antwortete.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="23"/>
        <source>silenced until %1</source>
        <translation>stumm bis %1</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>■ critical</source>
        <translation>■ kritisch</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>▲ warning</source>
        <translation>▲ Warnung</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="87"/>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="89"/>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="97"/>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="98"/>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="99"/>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="100"/>
        <source>At worst</source>
        <translation>Schlimmstenfalls</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="101"/>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="102"/>
        <source>Lasts</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="103"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertMonitor</name>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="182"/>
        <source>%1 at %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="201"/>
        <source>%1 back under %2</source>
        <translation>%1 wieder unter %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="201"/>
        <source>%1 back over %2</source>
        <translation>%1 wieder über %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="203"/>
        <source>lasted %1, at worst %2</source>
        <translation>dauerte %1, schlimmstenfalls %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertNotifier</name>
    <message>
        <location filename="../console/app/alertnotifier.cpp" line="34"/>
        <source>%1 is at %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRule</name>
    <message>
        <location filename="../console/models/alertrule.cpp" line="38"/>
        <source>%1 above %2 for %3 s</source>
        <translation>%1 über %2 für %3 s</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="38"/>
        <source>%1 below %2 for %3 s</source>
        <translation>%1 unter %2 für %3 s</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 above %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 below %2</source>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="92"/>
        <source>Age of the last sample</source>
        <translation>Alter der letzten Messung</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="93"/>
        <source>Events received, of one type</source>
        <translation>Empfangene Ereignisse eines Typs</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="94"/>
        <source>Latency p99, of one type</source>
        <translation>Latenz p99 eines Typs</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="95"/>
        <source>Failures, of one type</source>
        <translation>Fehlschläge eines Typs</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="96"/>
        <source>Time-outs, of one type</source>
        <translation>Zeitüberschreitungen eines Typs</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="97"/>
        <source>Rate-limit hits, of one type</source>
        <translation>Abweisungen durch Ratengrenzen eines Typs</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleDialog</name>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>New alert rule</source>
        <translation>Neue Alarmregel</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>Change alert rule</source>
        <translation>Alarmregel ändern</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="48"/>
        <source>Event type</source>
        <translation>Ereignistyp</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="54"/>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="68"/>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="69"/>
        <source>&amp;Event type</source>
        <translation>&amp;Ereignistyp</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="70"/>
        <source>&amp;Comparison</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="71"/>
        <source>&amp;Bound</source>
        <translation>&amp;Schwelle</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="73"/>
        <source>&amp;For at least</source>
        <translation>&amp;Mindestens</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="74"/>
        <source>&amp;Severity</source>
        <translation>S&amp;chwere</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Save rule</source>
        <translation>Regel speichern</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="75"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="102"/>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="103"/>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="107"/>
        <source>▲ warning</source>
        <translation>▲ Warnung</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="108"/>
        <source>■ critical</source>
        <translation>■ kritisch</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="134"/>
        <source>It is %1 now.</source>
        <translation>Der Wert ist jetzt %1.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="171"/>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="172"/>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="173"/>
        <source>Silence</source>
        <translation>Stumm</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertsPage</name>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="49"/>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="50"/>
        <location filename="../console/pages/alertspage.cpp" line="137"/>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="107"/>
        <source>Show on the charts</source>
        <translation>In den Diagrammen zeigen</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="109"/>
        <source>Silence 10 min</source>
        <translation>10 min stumm</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="111"/>
        <source>Silence 1 h</source>
        <translation>1 h stumm</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="113"/>
        <source>End silence</source>
        <translation>Stummschaltung beenden</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="115"/>
        <source>Nothing holds and nothing held since this console watches. The rules below say what would.</source>
        <translation>Nichts trifft zu und nichts traf zu, seit diese Konsole zusieht. Die Regeln unten sagen, was zuträfe.</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="118"/>
        <source>Active and past</source>
        <translation>Aktive und vergangene</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="123"/>
        <source>Add rule…</source>
        <translation>Regel hinzufügen…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="124"/>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="129"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="134"/>
        <source>Rules are this operator&apos;s own and kept for each server. They are watched while this console runs.</source>
        <translation>Die Regeln gehören diesem Bediener und gelten je Server. Sie werden überwacht, solange diese Konsole läuft.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditDetails</name>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="45"/>
        <source>What the entry changed</source>
        <translation>Was der Eintrag geändert hat</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="65"/>
        <source>No entry selected</source>
        <translation>Kein Eintrag ausgewählt</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="66"/>
        <source>Select a row to see each value before and after. Nobody can change this log.</source>
        <translation>Eine Zeile auswählen, um jeden Wert davor und danach zu sehen. Niemand kann dieses Protokoll ändern.</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="70"/>
        <source>%1 · %2 (%3) · %4</source>
        <translation>%1 · %2 (%3) · %4</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="74"/>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="76"/>
        <source>Affected: %1</source>
        <translation>Betroffen: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>No reason was given.</source>
        <translation>Es wurde kein Grund angegeben.</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditList</name>
    <message>
        <location filename="../console/models/auditlist.cpp" line="44"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="45"/>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="51"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="56"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="62"/>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="67"/>
        <source>Affected</source>
        <translation>Betroffen</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="68"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="73"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditPage</name>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter: any text of an entry   ( / )</source>
        <translation>Filter: beliebiger Text eines Eintrags   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter the audit log</source>
        <translation>Das Audit-Protokoll filtern</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="25"/>
        <source>Audit log</source>
        <translation>Audit-Protokoll</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="30"/>
        <source>No operator has done anything on this server yet.</source>
        <translation>Auf diesem Server hat noch niemand etwas getan.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartAxes</name>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="58"/>
        <source>now</source>
        <comment>right end of a time axis</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="60"/>
        <source>−%1 h</source>
        <comment>hours ago on a time axis</comment>
        <translation>−%1 h</translation>
    </message>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="62"/>
        <source>−%1 m</source>
        <comment>minutes ago on a time axis</comment>
        <translation>−%1 m</translation>
    </message>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="63"/>
        <source>−%1 s</source>
        <comment>seconds ago on a time axis</comment>
        <translation>−%1 s</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartCard</name>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="142"/>
        <source>Menu of the chart %1</source>
        <translation>Menü des Diagramms %1</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="143"/>
        <source>What can be done with this chart</source>
        <translation>Was mit diesem Diagramm getan werden kann</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="205"/>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as &amp;table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="206"/>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>&amp;Enlarge</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="208"/>
        <source>&amp;Copy value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="210"/>
        <source>Copy &amp;image</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="212"/>
        <source>&amp;Save as PNG…</source>
        <translation>Als &amp;PNG speichern…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="213"/>
        <source>Export as CS&amp;V…</source>
        <translation>Als &amp;CSV ausgeben…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="215"/>
        <source>&amp;Alert on this…</source>
        <translation>&amp;Alarm hierauf…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as c&amp;hart</source>
        <translation>Als &amp;Diagramm zeigen</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>All charts again</source>
        <translation>Wieder alle Diagramme</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartPainter</name>
    <message>
        <location filename="../console/charts/chartpainter.cpp" line="61"/>
        <source>no data %1</source>
        <translation>keine Daten %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartTable</name>
    <message>
        <location filename="../console/charts/charttable.cpp" line="93"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../console/charts/charttable.cpp" line="94"/>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>sluice::console::ColumnMenu</name>
    <message>
        <location filename="../console/widgets/columnmenu.cpp" line="39"/>
        <source>Show all columns</source>
        <translation>Alle Spalten zeigen</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandBox</name>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="27"/>
        <source>Search or run…   Ctrl+K</source>
        <translation>Suchen, ausführen…   Strg+K</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="28"/>
        <source>Command: search pages, settings and actions</source>
        <translation>Befehl: Seiten, Einstellungen und Aktionen suchen</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="32"/>
        <source>What can be run</source>
        <translation>Was ausgeführt werden kann</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandLine</name>
    <message>
        <location filename="../console/app/commandline.cpp" line="30"/>
        <source>The operator console of the Sluice event server.</source>
        <translation>Die Bedienkonsole des Ereignisservers Sluice.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="31"/>
        <source>Host of the admin socket.</source>
        <translation>Rechner des Verwaltungsanschlusses.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="32"/>
        <source>Port of the admin socket (7601).</source>
        <translation>Port des Verwaltungsanschlusses (7601).</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="33"/>
        <source>Token; visible to other users of this machine, prefer a file.</source>
        <translation>Token; für andere Benutzer dieses Rechners sichtbar, besser ist eine Datei.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="35"/>
        <source>File with the token in its first line.</source>
        <translation>Datei mit dem Token in der ersten Zeile.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="36"/>
        <source>Connect with TLS.</source>
        <translation>Mit TLS verbinden.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="38"/>
        <source>development, staging or production; colours the window.</source>
        <translation>development, staging oder production; färbt das Fenster.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="39"/>
        <source>Plays what is built in, without a server: incident.</source>
        <translation>Spielt Eingebautes ab, ohne Server: incident.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="41"/>
        <source>Language of this run: system, %1 or pseudo.</source>
        <translation>Sprache dieses Aufrufs: system, %1 oder pseudo.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="42"/>
        <source>Opens a saved session, without a server.</source>
        <translation>Öffnet eine gespeicherte Sitzung, ohne Server.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="61"/>
        <source>Unexpected argument: %1</source>
        <translation>Unerwartetes Argument: %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="63"/>
        <source>--demo knows only incident, not %1</source>
        <translation>--demo kennt nur incident, nicht %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="67"/>
        <source>--session needs the name of a file</source>
        <translation>--session braucht den Namen einer Datei</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="69"/>
        <source>--demo and --session exclude each other</source>
        <translation>--demo und --session schließen einander aus</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="76"/>
        <source>--port must be 1 to 65535, not %1</source>
        <translation>--port muss zwischen 1 und 65535 liegen, nicht %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="88"/>
        <source>--environment must be development, staging or production, not %1</source>
        <translation>--environment muss development, staging oder production sein, nicht %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="95"/>
        <source>--language must be system, %1 or pseudo, not %2</source>
        <translation>--language muss system, %1 oder pseudo sein, nicht %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::Comparison</name>
    <message>
        <location filename="../console/pages/comparison.cpp" line="92"/>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="98"/>
        <source>Servers compared</source>
        <translation>Server im Vergleich</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="143"/>
        <source>Tick two or more servers to see them on one axis.</source>
        <translation>Zwei oder mehr Server ankreuzen, um sie auf einer Achse zu sehen.</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="144"/>
        <source>Each line ends at its own server&apos;s now.</source>
        <translation>Jede Linie endet beim Jetzt ihres eigenen Servers.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigModel</name>
    <message>
        <location filename="../console/models/configmodel.cpp" line="286"/>
        <source>general</source>
        <translation>allgemein</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="84"/>
        <source>live, by %1</source>
        <translation>live, von %1</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>changed by someone else meanwhile</source>
        <translation>inzwischen von jemand anderem geändert</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>not applied yet</source>
        <translation>noch nicht angewendet</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="353"/>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="354"/>
        <source>Running</source>
        <translation>Läuft mit</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="355"/>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="356"/>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="357"/>
        <source>Takes effect</source>
        <translation>Wirkt</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="358"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigPage</name>
    <message>
        <location filename="../console/pages/configpage.cpp" line="33"/>
        <source>only changed from default</source>
        <translation>nur Abweichungen</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="42"/>
        <source>Filter settings…   (Ctrl+F)</source>
        <translation>Einstellungen filtern…   (Strg+F)</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="43"/>
        <source>Filter settings</source>
        <translation>Einstellungen filtern</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="80"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="190"/>
        <source>Roll back revision %1</source>
        <translation>Revision %1 zurücknehmen</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="191"/>
        <source>Roll back revision %1: %2</source>
        <translation>Revision %1 zurücknehmen: %2</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="199"/>
        <source>No setting selected</source>
        <translation>Keine Einstellung gewählt</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="200"/>
        <source>Select a setting to read what it bounds and what happens at the bound.</source>
        <translation>Eine Einstellung wählen, um zu lesen, was sie begrenzt und was an der Grenze geschieht.</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="207"/>
        <source>Running %1   ·   File %2   ·   Default %3   ·   Source: %4</source>
        <translation>Läuft mit %1   ·   Datei %2   ·   Vorgabe %3   ·   Quelle: %4</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="209"/>
        <source>–</source>
        <comment>nothing</comment>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigValueDelegate</name>
    <message>
        <location filename="../console/pages/configvaluedelegate.cpp" line="62"/>
        <source>New value of %1, allowed: %2</source>
        <translation>Neuer Wert von %1, erlaubt: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfirmDialog</name>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="36"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="66"/>
        <source>kept in the audit log</source>
        <translation>steht dann im Audit-Protokoll</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: required, %1</source>
        <translation>G&amp;rund: nötig, %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: %1</source>
        <translation>G&amp;rund: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="149"/>
        <source>&amp;Type %1 to confirm</source>
        <translation>Zur Bestätigung %1 &amp;eingeben</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="147"/>
        <source>The server is counting…</source>
        <translation>Der Server zählt…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/confirmdialog.cpp" line="128"/>
        <source>Nothing was done: there are %Ln now, no longer %1. Look again, and type the new number.</source>
        <translation>
            <numerusform>Nichts ist geschehen: Es ist jetzt %Ln, nicht mehr %1. Noch einmal hinsehen und die neue Zahl eingeben.</numerusform>
            <numerusform>Nichts ist geschehen: Es sind jetzt %Ln, nicht mehr %1. Noch einmal hinsehen und die neue Zahl eingeben.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="150"/>
        <source>&amp;Type %1 to confirm, %2</source>
        <translation>Zur Bestätigung %1 &amp;eingeben, %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="156"/>
        <source>Type the number first.</source>
        <translation>Erst die Zahl eingeben.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="157"/>
        <source>A reason is required.</source>
        <translation>Ein Grund ist nötig.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConflictDialog</name>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="32"/>
        <source>Keep these choices</source>
        <translation>Diese Auswahl übernehmen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="36"/>
        <source>Changed by someone else meanwhile</source>
        <translation>Inzwischen von jemand anderem geändert</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="38"/>
        <source>These settings are no longer what they were when you edited them. Choose for each; nothing is applied before you say so.</source>
        <translation>Diese Einstellungen sind nicht mehr, wie sie beim Bearbeiten waren. Für jede einzeln wählen; angewendet wird nichts, bevor es verlangt wird.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="45"/>
        <source>Keep all mine</source>
        <translation>Alle eigenen behalten</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="46"/>
        <source>Take all theirs</source>
        <translation>Alle fremden nehmen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="47"/>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Mine</source>
        <translation>Eigener Wert</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Theirs, running now</source>
        <translation>Fremder Wert, gilt jetzt</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Base, before both</source>
        <translation>Grundlage, vor beiden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="126"/>
        <source>Keep mine</source>
        <translation>Eigenen behalten</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="127"/>
        <source>Take theirs</source>
        <translation>Fremden nehmen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="130"/>
        <source>Keep mine for %1</source>
        <translation>Eigenen Wert für %1 behalten</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="131"/>
        <source>Take theirs for %1</source>
        <translation>Fremden Wert für %1 nehmen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="160"/>
        <source>Choose for each setting first.</source>
        <translation>Erst für jede Einstellung wählen.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectDialog</name>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="38"/>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="39"/>
        <source>Connect with T&amp;LS</source>
        <translation>Mit T&amp;LS verbinden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="45"/>
        <source>Trust this certificate and connect</source>
        <translation>Diesem Zertifikat vertrauen und verbinden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="46"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="241"/>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="47"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="50"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="92"/>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="57"/>
        <source>for this session only, never stored</source>
        <translation>nur für diese Sitzung, wird nie gespeichert</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="58"/>
        <source>admin.token in the server&apos;s state directory</source>
        <translation>admin.token im Zustandsverzeichnis des Servers</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="59"/>
        <source>Not named</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="60"/>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="61"/>
        <source>Staging</source>
        <translation>Erprobung</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="62"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="95"/>
        <source>The admin socket of sluiced. It listens on loopback unless configured otherwise.</source>
        <translation>Der Admin-Socket von sluiced. Ohne andere Einstellung lauscht er nur lokal.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="101"/>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="106"/>
        <source>Browse for a token file</source>
        <translation>Token-Datei suchen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="111"/>
        <source>&amp;Host and port</source>
        <translation>&amp;Host und Port</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="112"/>
        <source>Token &amp;file</source>
        <translation>Token-&amp;Datei</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="113"/>
        <source>or &amp;token</source>
        <translation>oder &amp;Token</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="115"/>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="129"/>
        <source>Try a built-in incident</source>
        <translation>Eingebaute Störung ausprobieren</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="153"/>
        <source>beside the system&apos;s; not needed for most</source>
        <translation>neben denen des Systems; meist nicht nötig</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="154"/>
        <source>only if the server asks for one</source>
        <translation>nur wenn der Server eines verlangt</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="155"/>
        <source>if it is not in the certificate&apos;s file</source>
        <translation>falls nicht in der Datei des Zertifikats</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="156"/>
        <source>&amp;Authorities (PEM file)</source>
        <translation>&amp;CA-Zertifikate (PEM-Datei)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="157"/>
        <source>Own &amp;certificate (PEM file)</source>
        <translation>Eigenes &amp;Zertifikat (PEM-Datei)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="158"/>
        <source>Own &amp;key (PEM file)</source>
        <translation>Eigener &amp;Schlüssel (PEM-Datei)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="195"/>
        <source>Token file</source>
        <translation>Token-Datei</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="204"/>
        <source>Enter the host name or address of the server.</source>
        <translation>Bitte den Namen oder die Adresse des Servers eingeben.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="209"/>
        <source>Enter a token or choose a token file that is not empty.</source>
        <translation>Bitte ein Token eingeben oder eine nicht leere Token-Datei wählen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="210"/>
        <source>The token file cannot be read. %1</source>
        <translation>Die Token-Datei lässt sich nicht lesen. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="215"/>
        <source>A file for TLS cannot be used. %1</source>
        <translation>Eine Datei für TLS ist nicht verwendbar. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="239"/>
        <source>Connecting…</source>
        <translation>Verbinde…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="240"/>
        <source>Signing in…</source>
        <translation>Melde an…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="270"/>
        <source>Nothing listens at %1. Is the server running, and is this its admin port?</source>
        <translation>An %1 lauscht nichts. Läuft der Server, und ist das sein Admin-Port?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="271"/>
        <source>The name %1 is not known.</source>
        <translation>Der Name %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="272"/>
        <source>%1 does not answer. %2</source>
        <translation>%1 antwortet nicht. %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="274"/>
        <source>The server does not know this token. It is in admin.token in the server&apos;s state directory.</source>
        <translation>Der Server kennt dieses Token nicht. Es steht in admin.token im Zustandsverzeichnis des Servers.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="275"/>
        <source>This token&apos;s role may not use the console. %1</source>
        <translation>Die Rolle dieses Tokens darf die Konsole nicht benutzen. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="277"/>
        <source>This server and this console do not fit together. %1</source>
        <translation>Dieser Server und diese Konsole passen nicht zusammen. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="279"/>
        <source>The server closed the link. %1</source>
        <translation>Der Server hat die Verbindung geschlossen. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="281"/>
        <source>Nobody this computer trusts vouches for the server&apos;s certificate: %1. Its SHA-256 fingerprint is
%2
Compare it with the server&apos;s own before you trust it.</source>
        <translation>Für das Zertifikat des Servers bürgt niemand, dem dieser Rechner vertraut: %1. Sein SHA-256-Fingerabdruck ist
%2
Erst mit dem vergleichen, den der Server selbst nennt, dann vertrauen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="285"/>
        <source>The server shows another certificate than the one that was confirmed here. Somebody may be in between. Confirmed:
%1
Shown now:
%2</source>
        <translation>Der Server zeigt ein anderes Zertifikat als das hier bestätigte. Vielleicht ist jemand dazwischen. Bestätigt:
%1
Jetzt gezeigt:
%2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="289"/>
        <source>The server wants to see a certificate of one of its own authorities. %1</source>
        <translation>Der Server verlangt ein Zertifikat einer seiner eigenen Zertifizierungsstellen. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="293"/>
        <source>There is no link to %1. %2</source>
        <translation>Keine Verbindung zu %1. %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionDetails</name>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="44"/>
        <source>Last events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="45"/>
        <source>Last events of this connection</source>
        <translation>Letzte Ereignisse dieser Verbindung</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="73"/>
        <source>No event of this connection is remembered.</source>
        <translation>Von dieser Verbindung ist kein Ereignis bekannt.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="93"/>
        <source>Tap events</source>
        <translation>Ereignisse mitlesen</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="95"/>
        <source>Send notice…</source>
        <translation>Hinweis senden…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="97"/>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="100"/>
        <source>Revoke tokens…</source>
        <translation>Token widerrufen…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="102"/>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/connectiondetails.cpp" line="130"/>
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>Für %n Minute</numerusform>
            <numerusform>Für %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="131"/>
        <source>For a day</source>
        <translation>Für einen Tag</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="138"/>
        <source>connection %1</source>
        <translation>Verbindung %1</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="153"/>
        <source>No connection selected</source>
        <translation>Keine Verbindung ausgewählt</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="154"/>
        <source>Select a row to see what is known of it, its last events, and what can be done.</source>
        <translation>Eine Zeile auswählen, um zu sehen, was über sie bekannt ist, ihre letzten Ereignisse und was man tun kann.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="198"/>
        <source>○ gone</source>
        <translation>○ beendet</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>no TLS</source>
        <translation>kein TLS</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="221"/>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="222"/>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="223"/>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="224"/>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="225"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="226"/>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="227"/>
        <source>Events in</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="228"/>
        <source>%1, now %2/s</source>
        <translation>%1, jetzt %2/s</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="230"/>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="231"/>
        <source>%1, of these %2 by a rate limit</source>
        <translation>%1, davon %2 durch ein Ratenlimit</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="232"/>
        <source>Send buffer</source>
        <translation>Sendepuffer</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="233"/>
        <source>I/O thread</source>
        <translation>E/A-Thread</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="234"/>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="262"/>
        <source>This connection is gone.</source>
        <translation>Diese Verbindung ist beendet.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="269"/>
        <source>Notices go to users, and this one has not signed in.</source>
        <translation>Hinweise gehen an Benutzer, und dieser ist nicht angemeldet.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="271"/>
        <source>This one has not signed in with a token.</source>
        <translation>Dieser ist nicht mit einem Token angemeldet.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionLists</name>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="69"/>
        <location filename="../console/models/connectionlists.cpp" line="141"/>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="75"/>
        <location filename="../console/models/connectionlists.cpp" line="147"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="81"/>
        <location filename="../console/models/connectionlists.cpp" line="152"/>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="86"/>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="91"/>
        <source>RTT ms</source>
        <translation>RTT ms</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="92"/>
        <source>In /s</source>
        <translation>Ein /s</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="97"/>
        <location filename="../console/models/connectionlists.cpp" line="162"/>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="102"/>
        <source>Limited</source>
        <translation>Begrenzt</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="108"/>
        <source>Buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="116"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="137"/>
        <source>Closed</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="157"/>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="167"/>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="173"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="178"/>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="179"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="200"/>
        <source>(not signed in)</source>
        <translation>(nicht angemeldet)</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="212"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="214"/>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="216"/>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="217"/>
        <source>closing</source>
        <translation>schließt</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionsPage</name>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</source>
        <translation>Filter: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter connections</source>
        <translation>Verbindungen filtern</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="41"/>
        <source>Open connections</source>
        <translation>Offene Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="42"/>
        <source>Recently closed connections</source>
        <translation>Kürzlich beendete Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="51"/>
        <source>Nobody is connected. Clients appear here as soon as they are.</source>
        <translation>Niemand ist verbunden. Clients erscheinen hier, sobald sie es sind.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="52"/>
        <source>No connection has ended in the last 10 minutes.</source>
        <translation>In den letzten 10 Minuten hat keine Verbindung geendet.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="64"/>
        <source>Tap the selected connection</source>
        <translation>Die ausgewählte Verbindung mitlesen</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="69"/>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="84"/>
        <source>Disconnect all that match…</source>
        <translation>Alle passenden trennen…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="104"/>
        <source>Which connections</source>
        <translation>Welche Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="107"/>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="108"/>
        <source>Recently closed</source>
        <translation>Kürzlich beendet</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="109"/>
        <source>Those of the last 10 minutes, with the reason</source>
        <translation>Die der letzten 10 Minuten, mit dem Grund</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all %1…</source>
        <translation>Mit allen %1…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all…</source>
        <translation>Mit allen…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="238"/>
        <source>connection %1</source>
        <translation>Verbindung %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::DisconnectFlow</name>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="47"/>
        <source>%1?</source>
        <comment>the question before it is done: “Disconnect 5 clients?”</comment>
        <translation>%1?</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="29"/>
        <source>Disconnect %n client(s)</source>
        <translation>
            <numerusform>%n Client trennen</numerusform>
            <numerusform>%n Clients trennen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="34"/>
        <source>Disconnect %1?</source>
        <translation>%1 trennen?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="35"/>
        <source>Connection %1 is closed. Its client may come back at once.</source>
        <translation>Verbindung %1 wird geschlossen. Ihr Client kann sofort wiederkommen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="36"/>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="49"/>
        <source>These connections are closed, whatever becomes of the list meanwhile. Their clients may come back at once.</source>
        <translation>Diese Verbindungen werden geschlossen, was auch immer inzwischen aus der Liste wird. Ihre Clients können sofort wiederkommen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="59"/>
        <source>All connections of this server are closed.</source>
        <translation>Alle Verbindungen dieses Servers werden geschlossen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="60"/>
        <source>All connections that match “%1” are closed.</source>
        <translation>Alle Verbindungen, auf die „%1“ passt, werden geschlossen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="61"/>
        <source>Disconnect all that match?</source>
        <translation>Alle passenden trennen?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="63"/>
        <source>Their clients may come back. If there are over 10 % more of them by then, the server refuses.</source>
        <translation>Ihre Clients können wiederkommen. Sind es bis dahin über 10 % mehr, lehnt der Server ab.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="64"/>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="71"/>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="73"/>
        <source>&amp;Spread over, so that they do not all come back at once</source>
        <translation>&amp;Verteilt über, damit nicht alle zugleich wiederkommen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="81"/>
        <source>told to the client, kept in the audit log</source>
        <translation>erfährt der Client, steht dann im Audit-Protokoll</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="101"/>
        <source>Nothing matches any more.</source>
        <translation>Darauf passt nichts mehr.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="122"/>
        <source>%n connection(s) is/are being closed.</source>
        <translation>
            <numerusform>%n Verbindung wird geschlossen.</numerusform>
            <numerusform>%n Verbindungen werden geschlossen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="124"/>
        <source>%n was/were gone already.</source>
        <translation>
            <numerusform>%n war schon beendet.</numerusform>
            <numerusform>%n waren schon beendet.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="145"/>
        <source>The server has restarted, or it is another one. Look again.</source>
        <translation>Der Server ist neu gestartet oder ein anderer. Noch einmal hinsehen.</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainCurve</name>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="35"/>
        <source>Events still in the server</source>
        <translation>Ereignisse noch im Server</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="47"/>
        <source>Copy &amp;image</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="48"/>
        <source>&amp;Save as PNG…</source>
        <translation>Als &amp;PNG speichern…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="49"/>
        <source>Export as CS&amp;V…</source>
        <translation>Als &amp;CSV ausgeben…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="50"/>
        <location filename="../console/charts/draincurve.cpp" line="60"/>
        <source>Drain</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="156"/>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="166"/>
        <source>grace ends</source>
        <translation>Ende der Frist</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainForecast</name>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="68"/>
        <source>At the present rate that takes less than a second.</source>
        <translation>Bei der jetzigen Rate dauert das weniger als eine Sekunde.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="70"/>
        <source>At the present rate that takes at least %1 s, and longer where a lane is slow.</source>
        <translation>Bei der jetzigen Rate dauert das mindestens %1 s, und länger, wo eine Spur langsam ist.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="75"/>
        <source>At the present rate that takes about %1 s.</source>
        <translation>Bei der jetzigen Rate dauert das etwa %1 s.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="76"/>
        <source>At the present rates that takes %1 to %2 s; the slowest lane decides.</source>
        <translation>Bei den jetzigen Raten dauert das %1 bis %2 s; die langsamste Spur entscheidet.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="84"/>
        <source>The grace period ended: %Ln events were answered with an error.</source>
        <translation>
            <numerusform>Die Frist ist um: %Ln Ereignis wurde mit einem Fehler beantwortet.</numerusform>
            <numerusform>Die Frist ist um: %Ln Ereignisse wurden mit einem Fehler beantwortet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="89"/>
        <source>All %Ln events were answered. Nothing was lost.</source>
        <translation>
            <numerusform>Das eine Ereignis (%Ln) wurde beantwortet. Nichts ging verloren.</numerusform>
            <numerusform>Alle %Ln Ereignisse wurden beantwortet. Nichts ging verloren.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="92"/>
        <source>Paused: the drain stands still, and so does its time.</source>
        <translation>Angehalten: Das Leeren steht still, seine Zeit ebenso.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="94"/>
        <source>Not shrinking yet; %1 s are left for the work.</source>
        <translation>Es wird noch nicht weniger; %1 s bleiben für die Arbeit.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="96"/>
        <source>At the present rate the server is empty in about %1 s, %2 s before the end. Nothing will be lost.</source>
        <translation>Bei der jetzigen Rate ist der Server in etwa %1 s leer, %2 s vor dem Ende. Nichts geht verloren.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="102"/>
        <source>At the present rate about %Ln events will be lost; %1 s more grace would save them.</source>
        <translation>
            <numerusform>Bei der jetzigen Rate geht etwa %Ln Ereignis verloren; %1 s mehr Frist würden es retten.</numerusform>
            <numerusform>Bei der jetzigen Rate gehen etwa %Ln Ereignisse verloren; %1 s mehr Frist würden sie retten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainPlanPanel</name>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="40"/>
        <source>&amp;Exit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="41"/>
        <source>&amp;Stay up, drained, until it may accept again</source>
        <translation>Geleert &amp;weiterlaufen, bis er wieder annehmen darf</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="49"/>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="53"/>
        <source>goes to the audit log</source>
        <translation>kommt ins Protokoll</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="59"/>
        <source>&amp;Grace period</source>
        <translation>&amp;Frist</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="60"/>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="61"/>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="63"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain and shut down</source>
        <translation>Leeren und beenden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="166"/>
        <source>The server stops accepting at once.</source>
        <translation>Der Server nimmt sofort nichts mehr an.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="167"/>
        <source>%Ln events are finished and answered, %1 queued and %2 running.</source>
        <translation>
            <numerusform>%Ln Ereignis wird fertig bearbeitet und beantwortet, %1 wartend und %2 laufend.</numerusform>
            <numerusform>%Ln Ereignisse werden fertig bearbeitet und beantwortet, %1 wartend und %2 laufend.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="173"/>
        <source>Then %Ln clients are told to go elsewhere (1012), over %1 s so that they do not all come back at once.</source>
        <translation>
            <numerusform>Dann wird %Ln Client weggeschickt (1012), innerhalb von %1 s.</numerusform>
            <numerusform>Dann werden %Ln Clients weggeschickt (1012), über %1 s verteilt, damit nicht alle auf einmal wiederkommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="178"/>
        <source>Then %Ln clients are told to go elsewhere (1012).</source>
        <translation>
            <numerusform>Dann wird %Ln Client weggeschickt (1012).</numerusform>
            <numerusform>Dann werden %Ln Clients weggeschickt (1012).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="181"/>
        <source>The server exits. What is not finished after %1 s is answered with an error.</source>
        <translation>Der Server endet. Was nach %1 s nicht fertig ist, wird mit einem Fehler beantwortet.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="182"/>
        <source>The server stays up, drained. What is not finished after %1 s is answered with an error.</source>
        <translation>Der Server läuft geleert weiter. Was nach %1 s nicht fertig ist, wird mit einem Fehler beantwortet.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="192"/>
        <source>The server was restarted since this dialog was opened.</source>
        <translation>Der Server wurde neu gestartet, seit dieses Fenster geöffnet wurde.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="212"/>
        <source>The server refused: %1</source>
        <translation>Der Server lehnte ab: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainProgressPanel</name>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="32"/>
        <source>Not ready any more: balancers send clients elsewhere</source>
        <translation>Nicht mehr bereit: Lastverteiler schicken Clients anderswohin</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="35"/>
        <source>Nothing new is accepted; what is inside is finished</source>
        <translation>Nichts Neues wird angenommen; was da ist, wird beendet</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="38"/>
        <source>The last pushes are sent</source>
        <translation>Die letzten Nachrichten werden gesendet</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="40"/>
        <source>Clients are told to go elsewhere (1012)</source>
        <translation>Clients werden weggeschickt (1012)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="50"/>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="71"/>
        <source>Queue left</source>
        <translation>Noch in der Schlange</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="72"/>
        <source>In flight</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="73"/>
        <source>Pushes to send</source>
        <translation>Noch zu senden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="74"/>
        <source>Clients left</source>
        <translation>Clients noch da</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="92"/>
        <source>Events still in the server</source>
        <translation>Ereignisse noch im Server</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="133"/>
        <source>Cancel: accept again</source>
        <translation>Abbrechen: wieder annehmen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="134"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="135"/>
        <source>More grace</source>
        <translation>Mehr Frist</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="138"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Keep watching in background</source>
        <translation>Im Hintergrund weiter zusehen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="173"/>
        <source>The server refused: %1</source>
        <translation>Der Server lehnte ab: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="184"/>
        <source>of %1 s grace left</source>
        <translation>von %1 s Frist übrig</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="203"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="214"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="271"/>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="209"/>
        <source>%1, oldest: %2</source>
        <translation>%1, ältestes: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="224"/>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="240"/>
        <source> (since %1)</source>
        <translation> (seit %1)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="261"/>
        <source>+%1 s grace</source>
        <translation>+%1 s Frist</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="264"/>
        <source>Stop now, lose %Ln events…</source>
        <translation>
            <numerusform>Jetzt beenden, %Ln Ereignis verlieren…</numerusform>
            <numerusform>Jetzt beenden, %Ln Ereignisse verlieren…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="279"/>
        <source>Stopped as asked; %Ln events were answered with an error.</source>
        <translation>
            <numerusform>Wie verlangt beendet; %Ln Ereignis wurde mit einem Fehler beantwortet.</numerusform>
            <numerusform>Wie verlangt beendet; %Ln Ereignisse wurden mit einem Fehler beantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="136"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="263"/>
        <source>Stop now…</source>
        <translation>Jetzt beenden…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="270"/>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>This console waits for its return.</source>
        <translation>Diese Konsole wartet auf seine Rückkehr.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>The practice is over.</source>
        <translation>Die Übung ist zu Ende.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="276"/>
        <source>Stopped as asked, nothing lost.</source>
        <translation>Wie verlangt beendet, nichts verloren.</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsModel</name>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(signed in)</source>
        <translation>(angemeldet)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(anyone)</source>
        <translation>(alle)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="188"/>
        <source>Handler: %1</source>
        <translation>Handler: %1</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="219"/>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="220"/>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="221"/>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="222"/>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="223"/>
        <source>Time-out ms</source>
        <translation>Frist ms</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="224"/>
        <source>Rate /s</source>
        <translation>Rate /s</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="225"/>
        <source>p50 ms</source>
        <translation>p50 ms</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="226"/>
        <source>p99 ms</source>
        <translation>p99 ms</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="227"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="228"/>
        <source>Time-outs</source>
        <translation>Fristende</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="229"/>
        <source>Limited</source>
        <translation>Begrenzt</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="230"/>
        <source>Share of events</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsPage</name>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="83"/>
        <source>The server has told no event types yet.</source>
        <translation>Der Server hat noch keine Arten von Ereignissen genannt.</translation>
    </message>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="86"/>
        <location filename="../console/pages/eventspage.cpp" line="112"/>
        <source>Event types</source>
        <translation>Arten von Ereignissen</translation>
    </message>
</context>
<context>
    <name>sluice::console::Frame</name>
    <message>
        <location filename="../console/app/frame.cpp" line="95"/>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="96"/>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="97"/>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="98"/>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="99"/>
        <source>Config</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="100"/>
        <source>Live tap</source>
        <translation>Mitlesen</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="101"/>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="102"/>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="103"/>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="127"/>
        <source>&amp;Export the chart as CSV…</source>
        <translation>Diagramm als &amp;CSV ausgeben…</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderBar</name>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="28"/>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="29"/>
        <source>STAGING</source>
        <translation>ERPROBUNG</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="30"/>
        <source>DEV</source>
        <translation>ENTW</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="59"/>
        <source>Time range of the charts</source>
        <translation>Zeitbereich der Diagramme</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="60"/>
        <source>Last 1 min</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="61"/>
        <source>Last 5 min</source>
        <translation>Letzte 5 min</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="62"/>
        <source>Last 10 min</source>
        <translation>Letzte 10 min</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="63"/>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="64"/>
        <source>Last 6 hours</source>
        <translation>Letzte 6 Stunden</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="69"/>
        <location filename="../console/widgets/headerbar.cpp" line="70"/>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="76"/>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="77"/>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderState</name>
    <message>
        <location filename="../console/app/headerstate.cpp" line="27"/>
        <source>No server</source>
        <translation>Kein Server</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="29"/>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="42"/>
        <source>last sample %1, values below are old</source>
        <translation>letzter Messwert %1, die Werte unten sind alt</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="44"/>
        <source>up %1 · v%2 · config rev %3</source>
        <translation>läuft %1 · v%2 · Einstellungen Rev. %3</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="52"/>
        <source>○ Not connected</source>
        <translation>○ Nicht verbunden</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="53"/>
        <source>○ Connecting…</source>
        <translation>○ Verbinde…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="54"/>
        <source>○ Signing in…</source>
        <translation>○ Melde an…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="57"/>
        <source>○ Stopped as asked</source>
        <translation>○ Wie verlangt beendet</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="67"/>
        <source>◷ Recording</source>
        <translation>◷ Aufzeichnung</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="69"/>
        <source>▲ Drained</source>
        <translation>▲ Geleert</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="71"/>
        <source>▲ Draining</source>
        <translation>▲ Wird geleert</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="73"/>
        <source>▲ Sample %1 s old</source>
        <translation>▲ Messwert %1 s alt</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="75"/>
        <source>▲ Updates every %1 s</source>
        <translation>▲ Neues alle %1 s</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="77"/>
        <source>▲ Restarted %1 ago</source>
        <translation>▲ Neustart vor %1</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="78"/>
        <source>● Live</source>
        <translation>● Live</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="95"/>
        <source>■ Link lost %1 · retry in %2 s</source>
        <translation>■ Verbindung weg %1 · Versuch in %2 s</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="96"/>
        <source>■ Link lost %1 · trying…</source>
        <translation>■ Verbindung weg %1 · Versuch läuft…</translation>
    </message>
</context>
<context>
    <name>sluice::console::KeyList</name>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="37"/>
        <source>Give it this key</source>
        <translation>Taste zuweisen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="38"/>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="39"/>
        <source>As delivered</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="40"/>
        <source>All as delivered</source>
        <translation>Alle auf Vorgabe</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="44"/>
        <source>Keyboard</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="76"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="96"/>
        <source>New key: press it</source>
        <translation>Neue Taste: hier drücken</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="97"/>
        <source>Press the key</source>
        <translation>Die Taste drücken</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="145"/>
        <source>This key cannot be changed.</source>
        <translation>Diese Taste lässt sich nicht ändern.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="160"/>
        <source>Click into the field and press a key first.</source>
        <translation>Erst in das Feld klicken und eine Taste drücken.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="165"/>
        <source>Not changed: %1 is the key of “%2”.</source>
        <translation>Nicht geändert: %1 ist die Taste für „%2“.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="170"/>
        <source>%1 is now the key of “%2”.</source>
        <translation>%1 ist jetzt die Taste für „%2“.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="178"/>
        <source>“%1” has no key now.</source>
        <translation>„%1“ hat jetzt keine Taste.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="190"/>
        <source>“%1” has its key as delivered.</source>
        <translation>„%1“ hat wieder die vorgegebene Taste.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="192"/>
        <source>Not changed: “%1” has that key now.</source>
        <translation>Nicht geändert: Diese Taste hat jetzt „%1“.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="199"/>
        <source>All keys are as delivered.</source>
        <translation>Alle Tasten sind wie vorgegeben.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="58"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitLists</name>
    <message>
        <location filename="../console/models/limitlists.cpp" line="33"/>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="41"/>
        <source>enforced</source>
        <translation>durchgesetzt</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="43"/>
        <source>dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="44"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="83"/>
        <source>any user</source>
        <translation>alle Benutzer</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="109"/>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="115"/>
        <source>Bound</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="116"/>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="117"/>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="118"/>
        <location filename="../console/models/limitlists.cpp" line="218"/>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="123"/>
        <source>Refused /s</source>
        <translation>Abgelehnt /s</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="128"/>
        <source>Would refuse</source>
        <translation>Würde ablehnen</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="133"/>
        <source>What it would have refused in a dry run.</source>
        <translation>Was es im Probelauf abgelehnt hätte.</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="134"/>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="149"/>
        <location filename="../console/models/limitlists.cpp" line="189"/>
        <location filename="../console/models/limitlists.cpp" line="214"/>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="155"/>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="164"/>
        <source>Free in s</source>
        <translation>Frei in s</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="194"/>
        <location filename="../console/models/limitlists.cpp" line="215"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="195"/>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="196"/>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="201"/>
        <source>At most so much of it may have been others&apos;.</source>
        <translation>Höchstens so viel davon können andere gewesen sein.</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="216"/>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="217"/>
        <source>Of</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="223"/>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="224"/>
        <location filename="../console/models/limitlists.cpp" line="247"/>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="225"/>
        <location filename="../console/models/limitlists.cpp" line="248"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="242"/>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="243"/>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="244"/>
        <source>Issued before</source>
        <translation>Ausgestellt vor</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="245"/>
        <source>Kept until</source>
        <translation>Aufbewahrt bis</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="246"/>
        <source>Revoked</source>
        <translation>Widerrufen am</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="263"/>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="265"/>
        <source>Each address</source>
        <translation>Jede Adresse</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="267"/>
        <source>Each user</source>
        <translation>Jeder Benutzer</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="269"/>
        <source>Each client</source>
        <translation>Jeder Client</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="271"/>
        <source>Unknown events</source>
        <translation>Unbekannte Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="272"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitsPage</name>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="42"/>
        <location filename="../console/pages/limitspage.cpp" line="128"/>
        <source>Rate limits</source>
        <translation>Ratenlimits</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="43"/>
        <source>The fullest windows of the selected limit</source>
        <translation>Die vollsten Fenster des ausgewählten Limits</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="44"/>
        <location filename="../console/pages/limitspage.cpp" line="147"/>
        <source>Who costs most</source>
        <translation>Wer am meisten kostet</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="57"/>
        <source>This server limits nothing. Limits are set on the Config page.</source>
        <translation>Dieser Server begrenzt nichts. Limits stellt man auf der Seite Einstellungen ein.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="58"/>
        <source>Nobody stands out.</source>
        <translation>Niemand fällt auf.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="91"/>
        <source>What limits clients</source>
        <translation>Was Clients begrenzt</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="94"/>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="95"/>
        <source>Muted</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="96"/>
        <source>Revoked tokens</source>
        <translation>Widerrufene Token</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="125"/>
        <source>A double click leads to the setting.</source>
        <translation>Ein Doppelklick führt zur Einstellung.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="137"/>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="138"/>
        <source>events refused</source>
        <translation>abgelehnte Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="139"/>
        <source>events sent</source>
        <translation>gesendete Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="140"/>
        <source>handler time, µs</source>
        <translation>Handler-Zeit, µs</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="141"/>
        <source>pushes lost</source>
        <translation>verlorene Pushes</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="142"/>
        <source>bytes not read</source>
        <translation>nicht gelesene Bytes</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="179"/>
        <source>This limit is off, or counts all clients together.</source>
        <translation>Dieses Limit ist aus oder zählt alle Clients zusammen.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="180"/>
        <source>Nobody has used anything of this limit in its present window.</source>
        <translation>Niemand hat im jetzigen Fenster etwas von diesem Limit genutzt.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="182"/>
        <source>Fullest windows</source>
        <translation>Vollste Fenster</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="187"/>
        <source>Fullest windows · %1</source>
        <translation>Vollste Fenster · %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ListExportButton</name>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="13"/>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="33"/>
        <source>Fetching… %Ln rows so far.</source>
        <translation>
            <numerusform>Wird geholt… bisher %Ln Zeile.</numerusform>
            <numerusform>Wird geholt… bisher %Ln Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="41"/>
        <source>There are more than %Ln rows; these are exported.</source>
        <translation>
            <numerusform>Es gibt mehr als %Ln Zeile; diese wird exportiert.</numerusform>
            <numerusform>Es gibt mehr als %Ln Zeilen; diese werden exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="42"/>
        <source>%Ln rows are fetched.</source>
        <translation>
            <numerusform>%Ln Zeile ist geholt.</numerusform>
            <numerusform>%Ln Zeilen sind geholt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="36"/>
        <source>Nothing was exported: %1</source>
        <translation>Nichts wurde exportiert: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::MainWindow</name>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="106"/>
        <source>Sluice console</source>
        <translation>Sluice-Konsole</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/mainwindow.cpp" line="306"/>
        <source>%n change(s) that you had not applied are pending again.</source>
        <translation>
            <numerusform>%n Änderung, die Sie nicht angewendet hatten, steht wieder aus.</numerusform>
            <numerusform>%n Änderungen, die Sie nicht angewendet hatten, stehen wieder aus.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="445"/>
        <source>Enter a token or choose a token file.</source>
        <translation>Bitte ein Token eingeben oder eine Token-Datei wählen.</translation>
    </message>
</context>
<context>
    <name>sluice::console::MuteFlow</name>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="34"/>
        <source>%1 is not muted: %2</source>
        <translation>%1 wurde nicht stummgeschaltet: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="39"/>
        <source>%1 is muted for %2: events are refused.</source>
        <translation>%1 ist für %2 stummgeschaltet: Ereignisse werden abgelehnt.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="54"/>
        <source>The mute of %1 is not lifted: %2</source>
        <translation>Die Stummschaltung von %1 wurde nicht aufgehoben: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="60"/>
        <source>%1 is no longer muted.</source>
        <translation>%1 ist nicht mehr stummgeschaltet.</translation>
    </message>
</context>
<context>
    <name>sluice::console::MutesPanel</name>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="22"/>
        <source>Who is muted</source>
        <translation>Wer stummgeschaltet ist</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="24"/>
        <source>Lift</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="27"/>
        <source>Nobody is muted. Mute a client on the Connections page.</source>
        <translation>Niemand ist stummgeschaltet. Clients schaltet man auf der Seite Verbindungen stumm.</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="30"/>
        <source>Events of these are refused until the time is over. A restart ends all mutes.</source>
        <translation>Ihre Ereignisse werden abgelehnt, bis die Zeit um ist. Ein Neustart hebt alle Stummschaltungen auf.</translation>
    </message>
</context>
<context>
    <name>sluice::console::NameGate</name>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="19"/>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="24"/>
        <source>Type the server&apos;s &amp;name</source>
        <translation>&amp;Namen des Servers eintippen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="76"/>
        <source>Type the server&apos;s name first.</source>
        <translation>Erst den Namen des Servers eintippen.</translation>
    </message>
</context>
<context>
    <name>sluice::console::NoticeDialog</name>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="32"/>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="35"/>
        <source>Send a notice to %1</source>
        <translation>Einen Hinweis an %1 senden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="51"/>
        <source>It goes to all connections of this user as {&quot;text&quot;: …}. The text itself is not written to the audit log.</source>
        <translation>Er geht an alle Verbindungen dieses Benutzers, als {&quot;text&quot;: …}. Der Text selbst steht nicht im Audit-Protokoll.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="67"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="73"/>
        <source>&amp;Event</source>
        <translation>&amp;Ereignis</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="74"/>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="114"/>
        <source>The notice is on its way to %1.</source>
        <translation>Der Hinweis ist unterwegs zu %1.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="115"/>
        <source>%1 is no longer connected; nobody got the notice.</source>
        <translation>%1 ist nicht mehr verbunden; niemand hat den Hinweis bekommen.</translation>
    </message>
</context>
<context>
    <name>sluice::console::OverviewPage</name>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="51"/>
        <source>Queue depth</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="52"/>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="53"/>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="54"/>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="58"/>
        <source>Throughput /s</source>
        <translation>Durchsatz /s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>processed</source>
        <translation>verarbeitet</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="63"/>
        <source>Latency, ms</source>
        <translation>Antwortzeit, ms</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="68"/>
        <source>Rate-limit hits /s</source>
        <translation>Ratengrenze /s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="69"/>
        <source>all events</source>
        <translation>alle Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="73"/>
        <location filename="../console/pages/overviewpage.cpp" line="144"/>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="74"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="78"/>
        <source>Broadcast sends /s</source>
        <translation>Rundsendungen /s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="79"/>
        <source>sends</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="93"/>
        <source>%1 in 1 min</source>
        <comment>change of a number</comment>
        <translation>%1 in 1 min</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="145"/>
        <source>Events in</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="146"/>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="147"/>
        <source>Latency p99</source>
        <translation>Antwortzeit p99</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="148"/>
        <source>Rate-limited</source>
        <translation>Ratenbegrenzt</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="149"/>
        <source>Refused, overloaded</source>
        <translation>Überlast</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="155"/>
        <source>Alert on this…</source>
        <translation>Alarm hierauf…</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="223"/>
        <source>Activity</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="224"/>
        <source>Show what happened</source>
        <translation>Zeigen, was geschah</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/overviewpage.cpp" line="432"/>
        <source>Paused %1, +%n sample(s) waiting.</source>
        <translation>
            <numerusform>Angehalten seit %1, +%n Messung wartet.</numerusform>
            <numerusform>Angehalten seit %1, +%n Messungen warten.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="438"/>
        <source>All charts show %1 to %2.</source>
        <translation>Alle Diagramme zeigen %1 bis %2.</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Show up to now (double click)</source>
        <translation>Bis jetzt zeigen (Doppelklick)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Go on (Space)</source>
        <translation>Weiter (Leertaste)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="505"/>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="510"/>
        <source>p50 %1 ms</source>
        <translation>p50 %1 ms</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="514"/>
        <location filename="../console/pages/overviewpage.cpp" line="518"/>
        <source>%1 since start</source>
        <translation>%1 seit Start</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="547"/>
        <source>alert %1</source>
        <translation>Warnung %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="549"/>
        <source>drop %1</source>
        <translation>Abweisen %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="564"/>
        <source>%1 old</source>
        <comment>age of a number</comment>
        <translation>%1 alt</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedModel</name>
    <message>
        <location filename="../console/models/pagedmodel.cpp" line="230"/>
        <source>This server does not tell it: it is older than this console.</source>
        <translation>Dieser Server sagt es nicht: Er ist älter als diese Konsole.</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedTable</name>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="30"/>
        <source>There is nothing to list.</source>
        <translation>Es gibt nichts aufzulisten.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="54"/>
        <location filename="../console/widgets/pagedtable.cpp" line="55"/>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="57"/>
        <location filename="../console/widgets/pagedtable.cpp" line="58"/>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="100"/>
        <source>%n new row(s), order frozen</source>
        <translation>
            <numerusform>%n neue Zeile, Reihenfolge angehalten</numerusform>
            <numerusform>%n neue Zeilen, Reihenfolge angehalten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="101"/>
        <source>order frozen while you are at it</source>
        <translation>Reihenfolge angehalten, solange du hier bist</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="104"/>
        <source>○ old</source>
        <translation>○ alt</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="106"/>
        <source>▲ waiting for the server…</source>
        <translation>▲ wartet auf den Server…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <source>rows %1 to %2</source>
        <translation>Zeilen %1 bis %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <location filename="../console/widgets/pagedtable.cpp" line="138"/>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="132"/>
        <source>the first %Ln</source>
        <comment>rows</comment>
        <translation>
            <numerusform>die erste</numerusform>
            <numerusform>die ersten %Ln</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="135"/>
        <source>rows %1 to %2 of %3</source>
        <translation>Zeilen %1 bis %2 von %3</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="137"/>
        <source>%Ln of %1 match</source>
        <translation>
            <numerusform>%Ln von %1 passt</numerusform>
            <numerusform>%Ln von %1 passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="148"/>
        <source>only the newest %Ln rows were recorded</source>
        <translation>
            <numerusform>nur die neueste Zeile (%Ln) wurde aufgezeichnet</numerusform>
            <numerusform>nur die neuesten %Ln Zeilen wurden aufgezeichnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="149"/>
        <source>only the first %1 of %Ln rows were recorded</source>
        <translation>
            <numerusform>nur die ersten %1 von %Ln Zeile wurden aufgezeichnet</numerusform>
            <numerusform>nur die ersten %1 von %Ln Zeilen wurden aufgezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <source>The filter is not understood.</source>
        <translation>Der Filter wird nicht verstanden.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>There is no link to a server.</source>
        <translation>Es gibt keine Verbindung zu einem Server.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Nothing matches “%1”.</source>
        <translation>Auf „%1“ passt nichts.</translation>
    </message>
</context>
<context>
    <name>sluice::console::PendingPanel</name>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="45"/>
        <source>Undo by itself unless I keep it within</source>
        <translation>Von selbst zurücknehmen, wenn ich es nicht behalte, nach</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="48"/>
        <source>Discard all</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="49"/>
        <source>Check on server</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="57"/>
        <location filename="../console/pages/pendingpanel.cpp" line="67"/>
        <source>Pending changes</source>
        <translation>Offene Änderungen</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="99"/>
        <source>Seconds until it is undone</source>
        <translation>Sekunden bis zur Rücknahme</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="102"/>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="118"/>
        <source>Reason of the change</source>
        <translation>Grund der Änderung</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="145"/>
        <source>Reason (goes to the audit log), required</source>
        <translation>Grund (kommt ins Protokoll), nötig</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="146"/>
        <source>Reason (goes to the audit log)</source>
        <translation>Grund (kommt ins Protokoll)</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="181"/>
        <source>Double-click a value, or press F2 on it, to change it. Nothing happens before you apply.</source>
        <translation>Zum Ändern einen Wert doppelt anklicken oder F2 drücken. Nichts geschieht vor dem Anwenden.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="190"/>
        <source>base: revision %1</source>
        <translation>Grundlage: Revision %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="209"/>
        <source>Undo the change of %1</source>
        <translation>Die Änderung von %1 zurücknehmen</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="210"/>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="224"/>
        <source> Expected: %1.</source>
        <translation> Erwartet: %1.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="228"/>
        <source>▲ Changed meanwhile from %1 to %2.</source>
        <translation>▲ Inzwischen von %1 auf %2 geändert.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="233"/>
        <source>Takes effect: %1</source>
        <translation>Wirkt: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="263"/>
        <source>▲ Decide on %n setting(s) changed by others…</source>
        <translation>
            <numerusform>▲ %n von anderen geänderte Einstellung klären…</numerusform>
            <numerusform>▲ %n von anderen geänderte Einstellungen klären…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="269"/>
        <source>A change is on trial. Keep it or take it back first.</source>
        <translation>Eine Änderung läuft auf Probe. Behalten Sie sie oder nehmen Sie sie zuerst zurück.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="270"/>
        <source>Somebody else changed the same settings. Decide on these first.</source>
        <translation>Jemand anders hat dieselben Einstellungen geändert. Erst darüber entscheiden.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="271"/>
        <source>A reason is required.</source>
        <translation>Ein Grund ist nötig.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Checking…</source>
        <translation>Prüfe…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Applying…</source>
        <translation>Wende an…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="325"/>
        <source>▲ Someone else changed the configuration: now revision %1. Your edits are kept; look at them and apply again.</source>
        <translation>▲ Jemand anders hat die Einstellungen geändert: jetzt Revision %1. Ihre Änderungen sind noch da; bitte ansehen und noch einmal anwenden.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="332"/>
        <source>■ Refused, nothing was changed: %1</source>
        <translation>■ Abgelehnt, nichts wurde geändert: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>The server would accept this.</source>
        <translation>Der Server würde das annehmen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>%n change(s) applied.</source>
        <translation>
            <numerusform>%n Änderung angewandt.</numerusform>
            <numerusform>%n Änderungen angewandt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PipelineView</name>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="140"/>
        <source>A click leads to the page of that stage.</source>
        <translation>Ein Klick führt zur Seite dieser Stufe.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="86"/>
        <source>Way of the events</source>
        <translation>Weg der Ereignisse</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="104"/>
        <source>Clients: %1</source>
        <translation>Clients: %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="105"/>
        <source>Policies: %1 refused by rate limits</source>
        <translation>Regeln: %1 durch Ratengrenzen abgewiesen</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="107"/>
        <source>Queue lanes: high %1, normal %2, low %3</source>
        <translation>Warteschlange: hoch %1, normal %2, niedrig %3</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="110"/>
        <source>Workers: %1 of %2 busy</source>
        <translation>Arbeiter: %1 von %2 beschäftigt</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="111"/>
        <source>Handlers: p99 %1 ms</source>
        <translation>Handler: p99 %1 ms</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="112"/>
        <source>Broadcast: %1 sent</source>
        <translation>Rundsendung: %1 gesendet</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="245"/>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pipelineview.cpp" line="250"/>
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Benutzer</numerusform>
            <numerusform>%n Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="260"/>
        <source>Handlers</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="263"/>
        <source>ms p99 (p50 %1)</source>
        <translation>ms p99 (p50 %1)</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="267"/>
        <source>Broadcast</source>
        <translation>Rundsenden</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>sends/s</source>
        <translation>Sendungen/s</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="314"/>
        <source>rejected %1</source>
        <translation>abgewiesen %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="316"/>
        <source>refused, overloaded %1</source>
        <translation>wegen Überlast %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="318"/>
        <source>dropped %1</source>
        <translation>verworfen %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>Policies</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="90"/>
        <source>clients: %1; events received per second: %2; queue: %3; workers busy: %4 of %5; p99: %6 ms</source>
        <translation>Clients: %1; empfangene Ereignisse je Sekunde: %2; Warteschlange: %3; beschäftigte Worker: %4 von %5; p99: %6 ms</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>refusals</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="264"/>
        <source>time-outs %1</source>
        <translation>Zeitüb. %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="265"/>
        <source>errors %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>rate limit</source>
        <translation>Ratengrenze</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="278"/>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>Queue lanes</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>capacity %1</source>
        <translation>Platz für %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="255"/>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="256"/>
        <source>%1/%2 busy</source>
        <translation>%1/%2 aktiv</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="258"/>
        <source>utilisation %1</source>
        <translation>Auslastung %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::Rail</name>
    <message>
        <location filename="../console/widgets/rail.cpp" line="66"/>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedList</name>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="99"/>
        <source>A recorded list of this kind cannot be filtered.</source>
        <translation>Eine aufgezeichnete Liste dieser Art lässt sich nicht filtern.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="132"/>
        <source>A recorded list cannot be put into this order.</source>
        <translation>Eine aufgezeichnete Liste lässt sich nicht so ordnen.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedServer</name>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="68"/>
        <source>This is a recording: nothing can be changed in it.</source>
        <translation>Das ist eine Aufzeichnung: Darin lässt sich nichts ändern.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="110"/>
        <source>This recording holds no further rows of the list.</source>
        <translation>Diese Aufzeichnung enthält keine weiteren Zeilen der Liste.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="113"/>
        <source>This recording does not hold it.</source>
        <translation>Diese Aufzeichnung enthält das nicht.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Recording</name>
    <message>
        <location filename="../console/recording/recording.cpp" line="140"/>
        <source>it holds no samples</source>
        <translation>sie enthält keine Messungen</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="167"/>
        <source>it is JSON, but no saved session</source>
        <translation>sie ist JSON, aber keine gespeicherte Sitzung</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="172"/>
        <source>it has version %1 of the format, and this console reads version %2</source>
        <translation>sie hat Version %1 des Formats, und diese Konsole liest Version %2</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="189"/>
        <source>its samples are more than a day apart</source>
        <translation>ihre Messwerte liegen mehr als einen Tag auseinander</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="196"/>
        <source>it does not tell which server it is of (“%1”)</source>
        <translation>sie sagt nicht, von welchem Server sie ist („%1“)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="198"/>
        <source>it is of a server with admin protocol %1, and this console speaks %2</source>
        <translation>sie ist von einem Server mit Admin-Protokoll %1, und diese Konsole spricht %2</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="210"/>
        <source>the sample %1 has no valid time</source>
        <translation>die Messung %1 hat keine gültige Zeit</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="212"/>
        <source>the sample %1 is not later than the one before</source>
        <translation>die Messung %1 ist nicht später als die davor</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="222"/>
        <source>its list “%1” is missing</source>
        <translation>ihre Liste „%1“ fehlt</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="230"/>
        <source>%1 is not an object</source>
        <translation>%1 ist kein Objekt</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="243"/>
        <source>it is no saved session of this console</source>
        <translation>sie ist keine gespeicherte Sitzung dieser Konsole</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="244"/>
        <source>it is cut off: its end is missing</source>
        <translation>sie ist abgeschnitten: Ihr Ende fehlt</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="245"/>
        <source>it is damaged: its content does not fit its checksum</source>
        <translation>sie ist beschädigt: Ihr Inhalt passt nicht zur Prüfsumme</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="248"/>
        <source>it holds more than %1</source>
        <translation>sie enthält mehr als %1</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="286"/>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="297"/>
        <source>its content is no JSON object</source>
        <translation>ihr Inhalt ist kein JSON-Objekt</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="298"/>
        <source>its content is no JSON (%1 at byte %2)</source>
        <translation>ihr Inhalt ist kein JSON (%1 bei Byte %2)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="314"/>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="316"/>
        <source>it cannot be read: %1</source>
        <translation>sie lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="320"/>
        <source>it is larger than %1</source>
        <translation>sie ist größer als %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordingBar</name>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="44"/>
        <source>Close the recording</source>
        <translation>Aufzeichnung schließen</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="50"/>
        <source>Instant of the recording</source>
        <translation>Zeitpunkt der Aufzeichnung</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="51"/>
        <source>Moves the whole window to an instant (← → one sample, Home and End)</source>
        <translation>Versetzt das ganze Fenster an einen Zeitpunkt (← → eine Messung, Pos1 und Ende)</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="58"/>
        <source>Back to the choice of a server</source>
        <translation>Zurück zur Wahl eines Servers</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="62"/>
        <source>To the beginning</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="63"/>
        <source>One sample back</source>
        <translation>Eine Messung zurück</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="65"/>
        <source>One sample on</source>
        <translation>Eine Messung weiter</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="66"/>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="121"/>
        <source>Recording of %1, %2, from %3 to %4</source>
        <translation>Aufzeichnung von %1, %2, von %3 bis %4</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="134"/>
        <source>%1, the end</source>
        <translation>%1, das Ende</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="135"/>
        <source>%1, %2 before the end</source>
        <translation>%1, %2 vor dem Ende</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="137"/>
        <source>Lists are as they were at the end, when the recording was saved; all else is of this instant.</source>
        <translation>Listen sind so, wie sie am Ende waren, als die Aufzeichnung gespeichert wurde; alles Übrige ist von diesem Zeitpunkt.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionList</name>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="46"/>
        <source>on trial</source>
        <translation>auf Probe</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="48"/>
        <source>taken back by %1</source>
        <comment>by revision 18</comment>
        <translation>zurückgenommen durch %1</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="50"/>
        <source>takes back %1</source>
        <comment>revision 17</comment>
        <translation>nimmt %1 zurück</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="93"/>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="94"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="97"/>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="98"/>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="104"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="105"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionsPanel</name>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="21"/>
        <source>Revisions of the configuration</source>
        <translation>Revisionen der Konfiguration</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="22"/>
        <source>Roll back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="29"/>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="70"/>
        <source>Select the revision to roll back.</source>
        <translation>Wählen Sie die Revision, die zurückgenommen werden soll.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="72"/>
        <source>There is nothing to put back: the settings have the values from before that revision.</source>
        <translation>Es gibt nichts zurückzunehmen: Die Einstellungen haben die Werte von vor dieser Revision.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="87"/>
        <source>Puts the values from before into the pending changes; nothing is applied yet.</source>
        <translation>Übernimmt die früheren Werte in die ausstehenden Änderungen; angewendet wird noch nichts.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="88"/>
        <source>Nothing was changed since the server started.</source>
        <translation>Seit dem Start des Servers wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="89"/>
        <source>The server has not told its revisions.</source>
        <translation>Der Server hat seine Revisionen nicht genannt.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevocationsPanel</name>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="23"/>
        <source>Revoked tokens</source>
        <translation>Widerrufene Token</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter: a part of user, token, reason or who did it</source>
        <translation>Filter: ein Teil von Benutzer, Token, Grund oder Urheber</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter revoked tokens</source>
        <translation>Widerrufene Token filtern</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="27"/>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="31"/>
        <source>No tokens are revoked. Revoke a user&apos;s tokens on the Connections page.</source>
        <translation>Es sind keine Token widerrufen. Die Token eines Benutzers widerruft man auf der Seite Verbindungen.</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="73"/>
        <source>token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="74"/>
        <source>all users</source>
        <translation>alle Benutzer</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevokeFlow</name>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="23"/>
        <source>Revoke the tokens of %1?</source>
        <translation>Die Token von %1 widerrufen?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="24"/>
        <source>These tokens of %1 let nobody in any more, and the connections that came with them are closed.</source>
        <translation>Diese Token von %1 lassen niemanden mehr ein, und die mit ihnen angemeldeten Verbindungen werden geschlossen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="26"/>
        <location filename="../console/dialogs/revokeflow.cpp" line="80"/>
        <source>Revoke tokens of %1</source>
        <translation>Token von %1 widerrufen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="28"/>
        <source>the number of open connections of this user</source>
        <translation>die Zahl der offenen Verbindungen dieses Benutzers</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="33"/>
        <source>those issued until now; a new sign-in is possible</source>
        <translation>die bis jetzt ausgestellten; neu anmelden ist möglich</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="34"/>
        <source>all, also new ones, until it is taken back</source>
        <translation>alle, auch neue, bis zur Rücknahme</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="35"/>
        <source>&amp;Which tokens</source>
        <translation>&amp;Welche Token</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="41"/>
        <source>Take the revocation of %1 back?</source>
        <translation>Den Widerruf für %1 zurücknehmen?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="42"/>
        <source>Tokens of %1 that have not expired let in again.</source>
        <translation>Für %1: Noch nicht abgelaufene Token lassen wieder ein.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="43"/>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="53"/>
        <source>The tokens of %1 are revoked.</source>
        <translation>Die Token von %1 sind widerrufen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="54"/>
        <source>The revocation is taken back.</source>
        <translation>Der Widerruf ist zurückgenommen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="72"/>
        <source>The server cannot count the connections of a user with such a name. Use sluicectl.</source>
        <translation>Bei einem solchen Benutzernamen kann der Server die Verbindungen nicht zählen. Bitte sluicectl benutzen.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="92"/>
        <source>It could not be saved, and will not outlive a restart.</source>
        <translation>Das ließ sich nicht speichern und übersteht keinen Neustart.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerCard</name>
    <message>
        <location filename="../console/pages/servercard.cpp" line="49"/>
        <source>Read-only from this console</source>
        <translation>Von dieser Konsole aus nur lesen</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="50"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="51"/>
        <source>Open here</source>
        <translation>Hier öffnen</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="52"/>
        <source>New window</source>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="53"/>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="73"/>
        <source>Nothing that changes this server is offered while it is on.</source>
        <translation>Solange das an ist, wird nichts angeboten, was diesen Server ändert.</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="75"/>
        <source>Compare %1 with others</source>
        <translation>%1 mit anderen vergleichen</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="87"/>
        <source>Open %1 here</source>
        <translation>%1 hier öffnen</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="89"/>
        <source>Open %1 in a new window</source>
        <translation>%1 in einem neuen Fenster öffnen</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="91"/>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="122"/>
        <location filename="../console/pages/servercard.cpp" line="124"/>
        <source>It is open in this window.</source>
        <translation>Er ist in diesem Fenster geöffnet.</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="150"/>
        <source>On one axis with the others that are ticked</source>
        <translation>Auf einer Achse mit den anderen angekreuzten</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="151"/>
        <source>More servers cannot be told apart on one axis.</source>
        <translation>Mehr Server lassen sich auf einer Achse nicht unterscheiden.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerSession</name>
    <message>
        <location filename="../console/models/serversession.cpp" line="207"/>
        <location filename="../console/models/serversession.cpp" line="212"/>
        <source>There is no link to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>The server stopped as asked</source>
        <translation>Der Server hat wie verlangt angehalten</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>Link to the server lost</source>
        <translation>Verbindung zum Server verloren</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="354"/>
        <source>Link to the server is back</source>
        <translation>Verbindung zum Server ist wieder da</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="367"/>
        <source>Own mark %1</source>
        <translation>Eigene Marke %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerWatch</name>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="54"/>
        <source>No token file is saved for it. Open it to enter a token.</source>
        <translation>Für ihn ist keine Token-Datei gespeichert. Öffnen, um ein Token einzugeben.</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="55"/>
        <source>Its token cannot be read: %1</source>
        <translation>Sein Token lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="62"/>
        <source>It does not know the saved token.</source>
        <translation>Er kennt das gespeicherte Token nicht.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServersPage</name>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="42"/>
        <source>No server is saved yet. One is as soon as a connection to it has worked.</source>
        <translation>Noch ist kein Server gespeichert. Einer wird es, sobald eine Verbindung zu ihm gelungen ist.</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="45"/>
        <source>Connect to another server…</source>
        <translation>Mit einem anderen Server verbinden…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="47"/>
        <location filename="../console/pages/serverspage.cpp" line="58"/>
        <source>Saved servers</source>
        <translation>Gespeicherte Server</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="214"/>
        <location filename="../console/pages/serverspage.cpp" line="241"/>
        <source>○ not connected</source>
        <translation>○ nicht verbunden</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <location filename="../console/pages/serverspage.cpp" line="240"/>
        <source>■ link lost</source>
        <translation>■ Verbindung verloren</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <source>This console is trying to reach it.</source>
        <translation>Diese Konsole versucht ihn zu erreichen.</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="226"/>
        <location filename="../console/pages/serverspage.cpp" line="242"/>
        <source>○ connecting…</source>
        <translation>○ verbindet…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="254"/>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>● live</source>
        <translation>● live</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>▲ draining</source>
        <translation>▲ läuft leer</translation>
    </message>
</context>
<context>
    <name>sluice::console::SessionFiles</name>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="64"/>
        <source>The session is being packed…</source>
        <translation>Die Sitzung wird gepackt…</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="82"/>
        <location filename="../console/app/sessionfiles.cpp" line="117"/>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>Saved sessions (*.%1)</source>
        <translation>Gespeicherte Sitzungen (*.%1)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>%1 is being read.</source>
        <translation>%1 wird gelesen.</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>%1 cannot be opened: %2.</source>
        <translation>Die Datei %1 lässt sich nicht öffnen: %2.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Shortcuts</name>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="43"/>
        <source>Pause, or go on</source>
        <translation>Anhalten oder weiter</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="44"/>
        <location filename="../console/widgets/shortcuts.cpp" line="45"/>
        <source>On a chart: the crosshair one sample on; with Shift ten</source>
        <translation>Im Diagramm: Fadenkreuz eine Messung weiter; mit Umschalt zehn</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="46"/>
        <source>On a chart: to the left end of the range</source>
        <translation>Im Diagramm: zum linken Ende des Zeitraums</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="47"/>
        <source>On a chart: to the right end of the range</source>
        <translation>Im Diagramm: zum rechten Ende des Zeitraums</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="48"/>
        <source>To the row above</source>
        <translation>Zur Zeile darüber</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="49"/>
        <source>To the row below</source>
        <translation>Zur Zeile darunter</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="50"/>
        <source>On a chart: release the crosshair, then the zoom</source>
        <translation>Im Diagramm: Fadenkreuz lösen, dann den Ausschnitt</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="51"/>
        <location filename="../console/widgets/shortcuts.cpp" line="52"/>
        <source>Press what has the focus</source>
        <translation>Betätigen, was den Fokus hat</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="53"/>
        <source>To the next control</source>
        <translation>Zum nächsten Bedienelement</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="54"/>
        <source>To the control before</source>
        <translation>Zum vorigen Bedienelement</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="55"/>
        <source>Open the menu</source>
        <translation>Das Menü öffnen</translation>
    </message>
</context>
<context>
    <name>sluice::console::ShutdownDialog</name>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain and shut down %1</source>
        <translation>%1 leeren und herunterfahren</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="178"/>
        <source>%Ln events that are not answered yet get an error.</source>
        <translation>
            <numerusform>%Ln Ereignis, das noch nicht beantwortet ist, erhält einen Fehler.</numerusform>
            <numerusform>%Ln Ereignisse, die noch nicht beantwortet sind, erhalten einen Fehler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="179"/>
        <source>%Ln clients are told to go elsewhere (1012) all at once.</source>
        <translation>
            <numerusform>%Ln Client wird sofort weggeschickt (1012).</numerusform>
            <numerusform>%Ln Clients werden alle auf einmal weggeschickt (1012).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="180"/>
        <source>This cannot be taken back.</source>
        <translation>Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now, lose %Ln events</source>
        <translation>
            <numerusform>Jetzt beenden, %Ln Ereignis verlieren</numerusform>
            <numerusform>Jetzt beenden, %Ln Ereignisse verlieren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="189"/>
        <source>The server refused: %1</source>
        <translation>Der Server lehnt ab: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="159"/>
        <source>Draining %1</source>
        <translation>%1 wird geleert</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="78"/>
        <source>Back to the drain</source>
        <translation>Zurück zum Leeren</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain %1</source>
        <translation>%1 leeren</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="155"/>
        <source>asked by %1</source>
        <translation>verlangt von %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="158"/>
        <source>%1 is drained</source>
        <translation>%1 ist geleert</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="167"/>
        <source>Stop %1 now</source>
        <translation>%1 jetzt beenden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="157"/>
        <source>%1 has stopped</source>
        <translation>%1 hat angehalten</translation>
    </message>
</context>
<context>
    <name>sluice::console::Situation</name>
    <message>
        <location filename="../console/app/situation.cpp" line="52"/>
        <source>%1 stopped at %2.</source>
        <translation>%1 hat um %2 angehalten.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="46"/>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="49"/>
        <source>Nothing was lost.</source>
        <translation>Nichts ging verloren.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="50"/>
        <source>%Ln events were answered with an error.</source>
        <translation>
            <numerusform>%Ln Ereignis wurde mit einem Fehler beantwortet.</numerusform>
            <numerusform>%Ln Ereignisse wurden mit einem Fehler beantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>This console waits for its return.</source>
        <translation>Diese Konsole wartet auf seine Rückkehr.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>The practice is over.</source>
        <translation>Die Übung ist zu Ende.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="55"/>
        <source>No data since %1.</source>
        <translation>Keine Daten seit %1.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="56"/>
        <source>The server may be fine: only the admin link is down (%1). Actions are disabled; charts keep what they have.</source>
        <translation>Dem Server geht es vielleicht gut: Nur die Admin-Verbindung ist weg (%1). Eingriffe sind gesperrt, die Diagramme behalten, was sie haben.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Signing in at %1…</source>
        <translation>Anmeldung bei %1 …</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird aufgebaut …</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="71"/>
        <source>Without an answer this is given up after %1 s.</source>
        <translation>Ohne Antwort wird das nach %1 s aufgegeben.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="72"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="80"/>
        <source>Out of service: drained.</source>
        <translation>Außer Betrieb: geleert.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="81"/>
        <source>The server stays up and answers new clients with 503 until it is resumed.</source>
        <translation>Der Server läuft weiter und antwortet neuen Clients mit 503, bis er wieder in Betrieb genommen wird.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Drain paused, %1 s left.</source>
        <translation>Leerung angehalten, noch %1 s.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Draining, %1 s left.</source>
        <translation>Wird geleert, noch %1 s.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="88"/>
        <source>%Ln events are still inside.</source>
        <translation>
            <numerusform>Noch %Ln Ereignis ist im Server.</numerusform>
            <numerusform>Noch %Ln Ereignisse sind im Server.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="98"/>
        <source>%1 is at %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="99"/>
        <source>The rule: %1. It has held for %2.</source>
        <translation>Die Regel: %1. Sie trifft seit %2 zu.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="101"/>
        <source>%n other alert(s).</source>
        <translation>
            <numerusform>%n weiterer Alarm.</numerusform>
            <numerusform>%n weitere Alarme.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="102"/>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="103"/>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Silence 10 min</source>
        <translation>10 min stumm</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="114"/>
        <source>The server reduced its updates to %1 Hz to protect itself.</source>
        <translation>Der Server sendet zu seinem Schutz nur noch mit %1 Hz.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="115"/>
        <source>Its admin side has more to do than it may (admin.cpu-share). No sample is lost: those in between are fetched when it is over.</source>
        <translation>Seine Verwaltungsseite hat mehr zu tun, als sie darf (admin.cpu-share). Kein Messwert geht verloren: Die dazwischen werden danach geholt.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="131"/>
        <source>The queue is at %1: low-priority events are refused.</source>
        <translation>Die Warteschlange ist zu %1 voll: Ereignisse niedriger Priorität werden abgewiesen.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="136"/>
        <source>Refusing begins at %1, in about %2 s. </source>
        <translation>Abgewiesen wird ab %1, in etwa %2 s. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="137"/>
        <source>Refusing begins at %1. </source>
        <translation>Abgewiesen wird ab %1. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="140"/>
        <source>The queue is at %1, over the alert threshold of %2.</source>
        <translation>Die Warteschlange ist zu %1 voll, über der Warnschwelle von %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="149"/>
        <source>Revision %1 of the configuration goes back in %2.</source>
        <translation>Revision %1 der Konfiguration wird in %2 zurückgenommen.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>It is on trial: keep it, or take it back now.</source>
        <translation>Sie läuft auf Probe: behalten oder jetzt zurücknehmen.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="168"/>
        <source>The queue is at %1 and rises by %2 a second:</source>
        <translation>Die Warteschlange ist bei %1 und steigt um %2 je Sekunde:</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="169"/>
        <source>the alert threshold (%1) in about %2 s. </source>
        <translation>die Warnschwelle (%1) in etwa %2 s. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Show queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="194"/>
        <source>Received %1/s, processed %2/s.</source>
        <translation>Empfangen %1/s, verarbeitet %2/s.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Sparkline</name>
    <message>
        <location filename="../console/widgets/sparkline.cpp" line="40"/>
        <source>%1: %2, old</source>
        <translation>%1: %2, alt</translation>
    </message>
    <message>
        <location filename="../console/widgets/sparkline.cpp" line="40"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::StartPage</name>
    <message>
        <location filename="../console/app/startpage.cpp" line="25"/>
        <source>No server yet</source>
        <translation>Noch kein Server</translation>
    </message>
    <message>
        <location filename="../console/app/startpage.cpp" line="26"/>
        <source>What happens on a server is shown here as soon as there is a link to one.</source>
        <translation>Was auf einem Server geschieht, wird hier gezeigt, sobald es eine Verbindung gibt.</translation>
    </message>
</context>
<context>
    <name>sluice::console::StatusLine</name>
    <message>
        <location filename="../console/app/statusline.cpp" line="34"/>
        <source>console CPU %1 · %2</source>
        <translation>Konsole CPU %1 · %2</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="40"/>
        <source>a recording: no admin link</source>
        <translation>Aufzeichnung: keine Admin-Verbindung</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>no admin link</source>
        <translation>keine Admin-Verbindung</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>admin link %1</source>
        <translation>Admin-Verbindung %1</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="45"/>
        <source>%1 · RTT %2 ms</source>
        <translation>%1 · Laufzeit %2 ms</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="52"/>
        <source>no sample yet</source>
        <translation>noch kein Messwert</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="54"/>
        <source>samples up to %1</source>
        <translation>Messwerte bis %1</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="56"/>
        <source>sample %1 s ago · %2 lost</source>
        <translation>Messwert vor %1 s · %2 verloren</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapForm</name>
    <message>
        <location filename="../console/pages/tapform.cpp" line="36"/>
        <source>&amp;Show payloads (audited)</source>
        <translation>&amp;Inhalte zeigen (wird protokolliert)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="56"/>
        <location filename="../console/pages/tapform.cpp" line="57"/>
        <location filename="../console/pages/tapform.cpp" line="58"/>
        <location filename="../console/pages/tapform.cpp" line="60"/>
        <location filename="../console/pages/tapform.cpp" line="70"/>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="61"/>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="62"/>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="63"/>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="64"/>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="65"/>
        <source>connection gone</source>
        <translation>Verbindung weg</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="66"/>
        <source>abandoned</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="67"/>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="69"/>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="73"/>
        <location filename="../console/pages/tapform.cpp" line="76"/>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="74"/>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="77"/>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="91"/>
        <source>E&amp;vent</source>
        <translation>&amp;Ereignis</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="92"/>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="93"/>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="94"/>
        <source>&amp;Result</source>
        <translation>E&amp;rgebnis</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="95"/>
        <source>S&amp;lower than</source>
        <translation>&amp;Langsamer als</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="96"/>
        <source>At &amp;most, required</source>
        <translation>&amp;Höchstens, nötig</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="97"/>
        <source>&amp;For, required</source>
        <translation>&amp;Für, nötig</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="123"/>
        <source>Choose how many events a second may be shown at most.</source>
        <translation>Wählen, wie viele Ereignisse je Sekunde höchstens gezeigt werden.</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="125"/>
        <source>Choose after how long the tap ends by itself.</source>
        <translation>Wählen, nach welcher Zeit das Mitlesen von selbst endet.</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapPage</name>
    <message>
        <location filename="../console/pages/tappage.cpp" line="37"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="38"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="39"/>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="42"/>
        <source>Events as they end</source>
        <translation>Ereignisse, wie sie enden</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="46"/>
        <location filename="../console/pages/tappage.cpp" line="171"/>
        <source>Choose what to watch, how much of it and for how long; then start the tap.</source>
        <translation>Wählen, was, wie viel davon und wie lange mitgelesen wird; dann starten.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="80"/>
        <source>Save what is listed, one JSON object a line</source>
        <translation>Das Aufgelistete speichern, ein JSON-Objekt je Zeile</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="157"/>
        <source>This role may not tap.</source>
        <translation>Diese Rolle darf nicht mitlesen.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>● tapping</source>
        <translation>● liest mit</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="170"/>
        <source>Waiting for an event that matches…</source>
        <translation>Wartet auf ein passendes Ereignis…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="180"/>
        <source>Starting…</source>
        <translation>Wird gestartet…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="181"/>
        <source>ends in %1</source>
        <translation>endet in %1</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="182"/>
        <source>The tap&apos;s time is over.</source>
        <translation>Die Zeit des Mitlesens ist vorbei.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="183"/>
        <source>The tap ended with the link.</source>
        <translation>Das Mitlesen endete mit der Verbindung.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="184"/>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="187"/>
        <source>the last %Ln events</source>
        <translation>
            <numerusform>das letzte Ereignis (%Ln)</numerusform>
            <numerusform>die letzten %Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="190"/>
        <source>%Ln are waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="192"/>
        <source>%Ln more matched than may be shown</source>
        <translation>
            <numerusform>%Ln mehr passte, als gezeigt werden darf</numerusform>
            <numerusform>%Ln mehr passten, als gezeigt werden dürfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="188"/>
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::Tile</name>
    <message>
        <location filename="../console/widgets/tile.cpp" line="51"/>
        <source>%1: %2 %3, %4</source>
        <comment>tile: what, value, unit, comparison</comment>
        <translation>%1: %2 %3, %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::TimeChart</name>
    <message>
        <location filename="../console/charts/chartdata.cpp" line="57"/>
        <source>%1 %2, from %3 to %4</source>
        <comment>line of a chart: name, newest value, least, most</comment>
        <translation>%1 %2, von %3 bis %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::Toast</name>
    <message>
        <location filename="../console/widgets/toast.cpp" line="25"/>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>sluice::console::TraceModel</name>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="50"/>
        <location filename="../console/models/tracemodel.cpp" line="51"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="54"/>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="31"/>
        <source>(unknown)</source>
        <translation>(unbekannt)</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="61"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="67"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="73"/>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="74"/>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="79"/>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="80"/>
        <source>Wait ms</source>
        <translation>Warten ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="81"/>
        <source>Handler ms</source>
        <translation>Handler ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="171"/>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="175"/>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="177"/>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="179"/>
        <source>connection gone</source>
        <translation>Verbindung weg</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="181"/>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="182"/>
        <source>abandoned</source>
        <translation>aufgegeben</translation>
    </message>
</context>
<context>
    <name>sluice::console::TracePanel</name>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="62"/>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="64"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="66"/>
        <source>Payloads are masked. An administrator can start a tap that shows them; that is audited.</source>
        <translation>Inhalte sind verdeckt. Ein Administrator kann so mitlesen, dass sie zu sehen sind; das wird protokolliert.</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="74"/>
        <source>Parameters of the event</source>
        <translation>Parameter des Ereignisses</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="75"/>
        <source>Answer to the event</source>
        <translation>Antwort auf das Ereignis</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="93"/>
        <source>The event&apos;s way</source>
        <translation>Der Weg des Ereignisses</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="111"/>
        <source>No event selected</source>
        <translation>Kein Ereignis ausgewählt</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="112"/>
        <source>Select a row to see the event&apos;s way: each step with its time, and what each policy decided by.</source>
        <translation>Eine Zeile auswählen, um den Weg des Ereignisses zu sehen: jeden Schritt mit seiner Zeit und wonach jede Regel entschied.</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="115"/>
        <source>(unknown)</source>
        <translation>(unbekannt)</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="117"/>
        <source>%1 · connection %2 · %3</source>
        <translation>%1 · Verbindung %2 · %3</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="120"/>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="141"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
</context>
<context>
    <name>sluice::console::TraceSteps</name>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="21"/>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="46"/>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="49"/>
        <source>waited in lane %1</source>
        <translation>wartete in Spur %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="50"/>
        <source>handler, worker %1</source>
        <translation>Handler, Worker %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="53"/>
        <source>receipt, policies, hand-overs and answer</source>
        <translation>Empfang, Regeln, Übergaben und Antwort</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="54"/>
        <source>all that is not measured by itself</source>
        <translation>alles, was nicht für sich gemessen wird</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="58"/>
        <source>answered: %1</source>
        <translation>beantwortet: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::TrialPanel</name>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="21"/>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="22"/>
        <source>Take it back now</source>
        <translation>Jetzt zurücknehmen</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="51"/>
        <source>▲ Revision %1 goes back by itself in %2.</source>
        <translation>▲ Revision %1 wird in %2 von selbst zurückgenommen.</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="75"/>
        <source>Revision %1 is kept.</source>
        <translation>Revision %1 bleibt.</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="77"/>
        <source>Revision %1 has gone back.</source>
        <translation>Revision %1 wurde zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>sluice::console::WhatIfNote</name>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="29"/>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="30"/>
        <source>min</source>
        <comment>minutes</comment>
        <translation>min</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="43"/>
        <source>What it would have done in the last minutes is not known: nobody counted.</source>
        <translation>Was es in den letzten Minuten bewirkt hätte, ist nicht bekannt: Niemand hat gezählt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="53"/>
        <source>Would have refused none of %Ln events in the last %1, as now.</source>
        <translation>
            <numerusform>Hätte das eine Ereignis (%Ln) der letzten %1 nicht abgelehnt, so wie jetzt.</numerusform>
            <numerusform>Hätte keines von %Ln Ereignissen der letzten %1 abgelehnt, so wie jetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="58"/>
        <source>Would have refused %1 of %Ln events in the last %2, as many as now.</source>
        <translation>
            <numerusform>Hätte %1 von %Ln Ereignis der letzten %2 abgelehnt, so viele wie jetzt.</numerusform>
            <numerusform>Hätte %1 von %Ln Ereignissen der letzten %2 abgelehnt, so viele wie jetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="63"/>
        <source>Would have refused %1 more of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>Hätte %1 mehr von %Ln Ereignis der letzten %2 abgelehnt: %3 statt %4.</numerusform>
            <numerusform>Hätte %1 mehr von %Ln Ereignissen der letzten %2 abgelehnt: %3 statt %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="64"/>
        <source>Would have refused %1 fewer of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>Hätte %1 weniger von %Ln Ereignis der letzten %2 abgelehnt: %3 statt %4.</numerusform>
            <numerusform>Hätte %1 weniger von %Ln Ereignissen der letzten %2 abgelehnt: %3 statt %4.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="70"/>
        <source>That is %1 clients.</source>
        <translation>Das betrifft %1 Clients.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="72"/>
        <source>That is %n client(s).</source>
        <translation>
            <numerusform>Das betrifft %n Client.</numerusform>
            <numerusform>Das betrifft %n Clients.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="74"/>
        <source>Those who were refused may ask more often then.</source>
        <translation>Wer abgelehnt wurde, fragt dann vielleicht öfter an.</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="84"/>
        <source>%1 at the most in the last %2; %3 would have been full in %4 of %5 looks, one a second.</source>
        <translation>Höchstens %1 in den letzten %2; %3 wäre bei %4 von %5 Messungen (eine je Sekunde) voll gewesen.</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="86"/>
        <source>%1 at the most in the last %2, looked at once a second: %3 would never have been full.</source>
        <translation>Höchstens %1 in den letzten %2, einmal je Sekunde gemessen: %3 wäre nie voll gewesen.</translation>
    </message>
</context>
<context>
    <name>sluice::console::WindowActions</name>
    <message>
        <location filename="../console/app/windowactions.cpp" line="24"/>
        <source>&amp;Keyboard…</source>
        <translation>Tasten&amp;kürzel…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="25"/>
        <source>A&amp;bout…</source>
        <translation>&amp;Über…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="48"/>
        <source>&amp;Connect to a server…</source>
        <translation>Mit einem Server &amp;verbinden…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="49"/>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="50"/>
        <source>&amp;Fetch now</source>
        <translation>Jetzt &amp;holen</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="51"/>
        <source>&amp;Practice on a built-in incident</source>
        <translation>An eingebauter Störung &amp;üben</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="52"/>
        <source>Open sess&amp;ion…</source>
        <translation>Sitzu&amp;ng öffnen…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="53"/>
        <source>Sa&amp;ve session…</source>
        <translation>Sit&amp;zung speichern…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="54"/>
        <source>Appl&amp;y pending changes</source>
        <translation>Änderungen &amp;anwenden</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="55"/>
        <location filename="../console/app/windowactions.cpp" line="56"/>
        <source>Drain &amp;&amp; shut down…</source>
        <translation>Leeren &amp;&amp; herunterfahren…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="58"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Overview</source>
        <translation>Üb&amp;ersicht</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Co&amp;nnections</source>
        <translation>Verbin&amp;dungen</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Events</source>
        <translation>Ere&amp;ignisse</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Limits</source>
        <translation>&amp;Limits</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Confi&amp;g</source>
        <translation>Einstellun&amp;gen</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Live &amp;tap</source>
        <translation>&amp;Mitlesen</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Ale&amp;rts</source>
        <translation>Ala&amp;rme</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Audit</source>
        <translation>A&amp;udit</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Servers</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="71"/>
        <source>F&amp;ilter</source>
        <translation>Fil&amp;ter</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="72"/>
        <source>&amp;Command box</source>
        <translation>&amp;Befehlsfeld</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="73"/>
        <source>Ne&amp;xt pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="74"/>
        <source>&amp;Previous pane</source>
        <translation>V&amp;origer Bereich</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="75"/>
        <source>&amp;Wall display</source>
        <translation>&amp;Wandanzeige</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="77"/>
        <source>Reset la&amp;yout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="87"/>
        <source>Last m&amp;inute</source>
        <translation>Letzte &amp;Minute</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="102"/>
        <source>Set a mar&amp;k</source>
        <translation>Mar&amp;ke setzen</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="120"/>
        <source>T&amp;heme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="138"/>
        <source>Lang&amp;uage</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="198"/>
        <source>Resu&amp;me</source>
        <translation>Weite&amp;r</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="88"/>
        <source>Last &amp;5 minutes</source>
        <translation>Letzte &amp;5 Minuten</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="89"/>
        <source>Last 1&amp;0 minutes</source>
        <translation>Letzte 1&amp;0 Minuten</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="90"/>
        <source>Last &amp;hour</source>
        <translation>Letzte &amp;Stunde</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="91"/>
        <source>Last &amp;6 hours</source>
        <translation>Letzte &amp;6 Stunden</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="98"/>
        <location filename="../console/app/windowactions.cpp" line="198"/>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="100"/>
        <source>Freeze the charts (Space)</source>
        <translation>Die Diagramme anhalten (Leertaste)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="103"/>
        <source>Chart as &amp;table, or back</source>
        <translation>Diagramm als &amp;Tabelle oder zurück</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="104"/>
        <source>&amp;Whole range again</source>
        <translation>Wieder &amp;ganzer Zeitraum</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="126"/>
        <source>S&amp;ystem</source>
        <comment>the language of the system</comment>
        <translation>S&amp;ystemsprache</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="128"/>
        <source>Pseudo-language</source>
        <translation>Pseudosprache</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="156"/>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="164"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="172"/>
        <source>&amp;Charts</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="178"/>
        <source>&amp;Page</source>
        <translation>S&amp;eite</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="179"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="227"/>
        <source>Drain and shut down the server</source>
        <translation>Den Server leeren und herunterfahren</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="228"/>
        <source>Drain and shut down the server (%1)</source>
        <translation>Den Server leeren und herunterfahren (%1)</translation>
    </message>
</context>
</TS>
