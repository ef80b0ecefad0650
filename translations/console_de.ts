<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ConfigSetting</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>texts, separated by commas</source>
        <translation>Texte, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>live</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>new connections</source>
        <translation>neue Verbindungen</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>Neustart</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2:%3</source>
        <translation>%1 d %2:%3</translation>
    </message>
    <message>
        <source>%1 / min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>metric</name>
    <message>
        <source>Queue, lane high</source>
        <translation>Warteschlange, Spur hoch</translation>
    </message>
    <message>
        <source>Queue, lane normal</source>
        <translation>Warteschlange, Spur normal</translation>
    </message>
    <message>
        <source>Queue, lane low</source>
        <translation>Warteschlange, Spur niedrig</translation>
    </message>
    <message>
        <source>Queue, all lanes</source>
        <translation>Warteschlange, alle Spuren</translation>
    </message>
    <message>
        <source>Events received</source>
        <translation>Empfangene Ereignisse</translation>
    </message>
    <message>
        <source>Events processed</source>
        <translation>Verarbeitete Ereignisse</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>Refused by rate limits</source>
        <translation>Durch Ratengrenzen abgewiesen</translation>
    </message>
    <message>
        <source>Refused for want of rights</source>
        <translation>Wegen fehlender Rechte abgewiesen</translation>
    </message>
    <message>
        <source>Refused as invalid</source>
        <translation>Als ungültig abgewiesen</translation>
    </message>
    <message>
        <source>Refused for overload</source>
        <translation>Wegen Überlast abgewiesen</translation>
    </message>
    <message>
        <source>Events that failed</source>
        <translation>Fehlgeschlagene Ereignisse</translation>
    </message>
    <message>
        <source>Events that timed out</source>
        <translation>Ereignisse mit Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connections accepted</source>
        <translation>Angenommene Verbindungen</translation>
    </message>
    <message>
        <source>Connections closed</source>
        <translation>Geschlossene Verbindungen</translation>
    </message>
    <message>
        <source>Broadcast sends</source>
        <translation>Rundsendungen</translation>
    </message>
    <message>
        <source>Broadcasts dropped</source>
        <translation>Verworfene Rundsendungen</translation>
    </message>
    <message>
        <source>Wait in the queue, p99</source>
        <translation>Wartezeit in der Schlange, p99</translation>
    </message>
    <message>
        <source>Workers busy</source>
        <translation>Arbeiter beschäftigt</translation>
    </message>
    <message>
        <source>Workers stuck</source>
        <translation>Arbeiter hängen</translation>
    </message>
    <message>
        <source>Breakers open</source>
        <translation>Offene Sicherungen</translation>
    </message>
    <message>
        <source>CPU of the server</source>
        <translation>CPU des Servers</translation>
    </message>
    <message>
        <source>Memory of the server</source>
        <translation>Speicher des Servers</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Slow clients closed</source>
        <translation>Langsame Clients geschlossen</translation>
    </message>
</context>
<context>
    <name>saveFile</name>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityDelegate</name>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityFeed</name>
    <message>
        <source>Activity</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Kinds of activity</source>
        <translation>Arten von Ereignissen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Server and link</source>
        <translation>Server und Verbindung</translation>
    </message>
    <message>
        <source>Open audit log</source>
        <translation>Prüfprotokoll öffnen</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Changes of the configuration, drains, alerts and restarts will be listed here.</source>
        <translation>Noch ist nichts geschehen. Änderungen der Konfiguration, Leerungen, Alarme und Neustarts erscheinen hier.</translation>
    </message>
    <message>
        <source>Nothing of this kind has happened. Choose “All” to see the rest.</source>
        <translation>Nichts dieser Art ist geschehen. „Alle“ zeigt das Übrige.</translation>
    </message>
    <message>
        <source>Show on the charts</source>
        <translation>In den Diagrammen zeigen</translation>
    </message>
    <message>
        <source>Undo: put the values before into Pending changes</source>
        <translation>Rückgängig: die Werte davor zu den anstehenden Änderungen legen</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityLog</name>
    <message>
        <source>Server started</source>
        <translation>Server gestartet</translation>
    </message>
    <message>
        <source>Configuration revision %1</source>
        <translation>Konfigurationsstand %1</translation>
    </message>
    <message>
        <source>Drain began</source>
        <translation>Leerung begonnen</translation>
    </message>
    <message>
        <source>Drain ended</source>
        <translation>Leerung beendet</translation>
    </message>
    <message>
        <source>Drain taken back, serving again</source>
        <translation>Leerung zurückgenommen, nimmt wieder an</translation>
    </message>
    <message>
        <source>Overloaded: work is refused</source>
        <translation>Überlastet: Arbeit wird abgewiesen</translation>
    </message>
    <message>
        <source>No longer overloaded</source>
        <translation>Nicht mehr überlastet</translation>
    </message>
    <message>
        <source>takes back revision %1</source>
        <translation>nimmt Stand %1 zurück</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>%n Einstellung geändert</numerusform>
            <numerusform>%n Einstellungen geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>sluice::console::AdminClient</name>
    <message>
        <source>There is no link to the server.</source>
        <translation type="vanished">Keine Verbindung zum Server.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertList</name>
    <message>
        <source>silenced until %1</source>
        <translation>stumm bis %1</translation>
    </message>
    <message>
        <source>■ critical</source>
        <translation>■ kritisch</translation>
    </message>
    <message>
        <source>▲ warning</source>
        <translation>▲ Warnung</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>At worst</source>
        <translation>Schlimmstenfalls</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertMonitor</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 back under %2</source>
        <translation>%1 wieder unter %2</translation>
    </message>
    <message>
        <source>%1 back over %2</source>
        <translation>%1 wieder über %2</translation>
    </message>
    <message>
        <source>lasted %1, at worst %2</source>
        <translation>dauerte %1, schlimmstenfalls %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertNotifier</name>
    <message>
        <source>%1 is at %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRule</name>
    <message>
        <source>%1 above %2 for %3 s</source>
        <translation>%1 über %2 für %3 s</translation>
    </message>
    <message>
        <source>%1 below %2 for %3 s</source>
        <translation>%1 unter %2 für %3 s</translation>
    </message>
    <message>
        <source>%1 above %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1 below %2</source>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>Age of the last sample</source>
        <translation>Alter der letzten Messung</translation>
    </message>
    <message>
        <source>Events received, of one type</source>
        <translation>Empfangene Ereignisse eines Typs</translation>
    </message>
    <message>
        <source>Latency p99, of one type</source>
        <translation>Latenz p99 eines Typs</translation>
    </message>
    <message>
        <source>Failures, of one type</source>
        <translation>Fehlschläge eines Typs</translation>
    </message>
    <message>
        <source>Time-outs, of one type</source>
        <translation>Zeitüberschreitungen eines Typs</translation>
    </message>
    <message>
        <source>Rate-limit hits, of one type</source>
        <translation>Abweisungen durch Ratengrenzen eines Typs</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleDialog</name>
    <message>
        <source>New alert rule</source>
        <translation>Neue Alarmregel</translation>
    </message>
    <message>
        <source>Change alert rule</source>
        <translation>Alarmregel ändern</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>&amp;Event type</source>
        <translation>&amp;Ereignistyp</translation>
    </message>
    <message>
        <source>&amp;Comparison</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>&amp;Bound</source>
        <translation>&amp;Schwelle</translation>
    </message>
    <message>
        <source>&amp;For at least</source>
        <translation>&amp;Mindestens</translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation>S&amp;chwere</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Save rule</source>
        <translation>Regel speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>▲ warning</source>
        <translation>▲ Warnung</translation>
    </message>
    <message>
        <source>■ critical</source>
        <translation>■ kritisch</translation>
    </message>
    <message>
        <source>It is %1 now.</source>
        <translation>Der Wert ist jetzt %1.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleList</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stumm</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Show on the charts</source>
        <translation>In den Diagrammen zeigen</translation>
    </message>
    <message>
        <source>Silence 10 min</source>
        <translation>10 min stumm</translation>
    </message>
    <message>
        <source>Silence 1 h</source>
        <translation>1 h stumm</translation>
    </message>
    <message>
        <source>End silence</source>
        <translation>Stummschaltung beenden</translation>
    </message>
    <message>
        <source>Nothing holds and nothing held since this console watches. The rules below say what would.</source>
        <translation>Nichts trifft zu und nichts traf zu, seit diese Konsole zusieht. Die Regeln unten sagen, was zuträfe.</translation>
    </message>
    <message>
        <source>Active and past</source>
        <translation>Aktive und vergangene</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>Regel hinzufügen…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Rules are this operator&apos;s own and kept for each server. They are watched while this console runs.</source>
        <translation>Die Regeln gehören diesem Bediener und gelten je Server. Sie werden überwacht, solange diese Konsole läuft.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditDetails</name>
    <message>
        <source>No entry selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to see each value before and after. Nobody can change this log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 (%3) · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditList</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished">Rolle</translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditPage</name>
    <message>
        <source>Filter: any text of an entry   ( / )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No operator has done anything on this server yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartCard</name>
    <message>
        <source>Menu of the chart %1</source>
        <translation>Menü des Diagramms %1</translation>
    </message>
    <message>
        <source>What can be done with this chart</source>
        <translation>Was mit diesem Diagramm getan werden kann</translation>
    </message>
    <message>
        <source>View as &amp;table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>&amp;Enlarge</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>&amp;Copy value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;image</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as PNG…</source>
        <translation>Als &amp;PNG speichern…</translation>
    </message>
    <message>
        <source>Export as CS&amp;V…</source>
        <translation>Als &amp;CSV ausgeben…</translation>
    </message>
    <message>
        <source>&amp;Alert on this…</source>
        <translation>&amp;Alarm hierauf…</translation>
    </message>
    <message>
        <source>View as &amp;chart</source>
        <translation>Als &amp;Diagramm zeigen</translation>
    </message>
    <message>
        <source>All charts again</source>
        <translation>Wieder alle Diagramme</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartTable</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandBox</name>
    <message>
        <source>Search or run…   Ctrl+K</source>
        <translation>Suchen, ausführen…   Strg+K</translation>
    </message>
    <message>
        <source>Command: search pages, settings and actions</source>
        <translation>Befehl: Seiten, Einstellungen und Aktionen suchen</translation>
    </message>
    <message>
        <source>What can be run</source>
        <translation>Was ausgeführt werden kann</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandLine</name>
    <message>
        <source>The operator console of the Sluice event server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host of the admin socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the admin socket (7601).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token; visible to other users of this machine, prefer a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the token in its first line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>development, staging or production; colours the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays what is built in, without a server: incident.</source>
        <translation>Spielt Eingebautes ab, ohne Server: incident.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo knows only incident, not %1</source>
        <translation>--demo kennt nur incident, nicht %1</translation>
    </message>
    <message>
        <source>--port must be 1 to 65535, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--environment must be development, staging or production, not %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigModel</name>
    <message>
        <source>general</source>
        <translation>allgemein</translation>
    </message>
    <message>
        <source>live, by %1</source>
        <translation>live, von %1</translation>
    </message>
    <message>
        <source>changed by someone else meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft mit</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Wirkt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigPage</name>
    <message>
        <source>only changed from default</source>
        <translation>nur Abweichungen</translation>
    </message>
    <message>
        <source>Filter settings…   (Ctrl+F)</source>
        <translation>Einstellungen filtern…   (Strg+F)</translation>
    </message>
    <message>
        <source>Filter settings</source>
        <translation>Einstellungen filtern</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>No setting selected</source>
        <translation>Keine Einstellung gewählt</translation>
    </message>
    <message>
        <source>Select a setting to read what it bounds and what happens at the bound.</source>
        <translation>Eine Einstellung wählen, um zu lesen, was sie begrenzt und was an der Grenze geschieht.</translation>
    </message>
    <message>
        <source>Default %1   ·   Source: %2</source>
        <translation>Vorgabe %1   ·   Quelle: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigValueDelegate</name>
    <message>
        <source>New value of %1, allowed: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
    <message>
        <source>kept in the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason: required, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: there are %1 now, no longer %2. Look again, and type the new number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type %1, as the server counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is required.</source>
        <translation type="unfinished">Ein Grund ist nötig.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectDialog</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>for this session only, never stored</source>
        <translation>nur für diese Sitzung, wird nie gespeichert</translation>
    </message>
    <message>
        <source>admin.token in the server&apos;s state directory</source>
        <translation>admin.token im Zustandsverzeichnis des Servers</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Erprobung</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>The admin socket of sluiced. It listens on loopback unless configured otherwise.</source>
        <translation>Der Admin-Socket von sluiced. Ohne andere Einstellung lauscht er nur lokal.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Browse for a token file</source>
        <translation>Token-Datei suchen</translation>
    </message>
    <message>
        <source>&amp;Host and port</source>
        <translation>&amp;Host und Port</translation>
    </message>
    <message>
        <source>Token &amp;file</source>
        <translation>Token-&amp;Datei</translation>
    </message>
    <message>
        <source>or &amp;token</source>
        <translation>oder &amp;Token</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>Try a built-in incident</source>
        <translation>Eingebaute Störung ausprobieren</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>Token-Datei</translation>
    </message>
    <message>
        <source>Enter the host name or address of the server.</source>
        <translation>Bitte den Namen oder die Adresse des Servers eingeben.</translation>
    </message>
    <message>
        <source>Enter a token or choose a token file that is not empty.</source>
        <translation>Bitte ein Token eingeben oder eine nicht leere Token-Datei wählen.</translation>
    </message>
    <message>
        <source>The token file cannot be read. %1</source>
        <translation>Die Token-Datei lässt sich nicht lesen. %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinde…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Melde an…</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Is the server running, and is this its admin port?</source>
        <translation>An %1 lauscht nichts. Läuft der Server, und ist das sein Admin-Port?</translation>
    </message>
    <message>
        <source>The name %1 is not known.</source>
        <translation>Der Name %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 does not answer. %2</source>
        <translation>%1 antwortet nicht. %2</translation>
    </message>
    <message>
        <source>The server does not know this token. It is in admin.token in the server&apos;s state directory.</source>
        <translation>Der Server kennt dieses Token nicht. Es steht in admin.token im Zustandsverzeichnis des Servers.</translation>
    </message>
    <message>
        <source>This token&apos;s role may not use the console. %1</source>
        <translation>Die Rolle dieses Tokens darf die Konsole nicht benutzen. %1</translation>
    </message>
    <message>
        <source>This server and this console do not fit together. %1</source>
        <translation>Dieser Server und diese Konsole passen nicht zusammen. %1</translation>
    </message>
    <message>
        <source>The server closed the link. %1</source>
        <translation>Der Server hat die Verbindung geschlossen. %1</translation>
    </message>
    <message>
        <source>There is no link to %1. %2</source>
        <translation>Keine Verbindung zu %1. %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionDetails</name>
    <message>
        <source>Last events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last events of this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event of this connection is remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send notice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to see what is known of it, its last events, and what can be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished">Rolle</translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events in</source>
        <translation type="unfinished">Ereignisse</translation>
    </message>
    <message>
        <source>%1, now %2/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of these %2 by a rate limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I/O thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation type="unfinished">Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>This connection is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices go to users, and this one has not signed in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionLists</name>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished">Rolle</translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTT ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited</source>
        <translation type="unfinished">Begrenzt</translation>
    </message>
    <message>
        <source>Send buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not signed in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished">offen</translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionsPage</name>
    <message>
        <source>Filter: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently closed connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is connected. Clients appear here as soon as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection has ended in the last 10 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the selected connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect all that match…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of the last 10 minutes, with the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation type="unfinished">Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Act on all %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act on all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::DisconnectFlow</name>
    <message numerus="yes">
        <source>Disconnect %n client(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection %1 is closed. Its client may come back at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These connections are closed, whatever becomes of the list meanwhile. Their clients may come back at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All connections of this server are closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All connections that match “%1” are closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect all that match?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their clients may come back. If there are over 10 % more of them by then, the server refuses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"> s</translation>
    </message>
    <message>
        <source>&amp;Spread over, so that they do not all come back at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told to the client, kept in the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) is/are being closed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was/were gone already.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation type="unfinished">Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The server has restarted, or it is another one. Look again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainCurve</name>
    <message>
        <source>Events still in the server</source>
        <translation>Ereignisse noch im Server</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>grace ends</source>
        <translation>Ende der Frist</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainForecast</name>
    <message numerus="yes">
        <source>The grace period ended: %n events were answered with an error.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All %1 events were answered. Nothing was lost.</source>
        <translation type="unfinished">Alle %1 Ereignisse wurden beantwortet. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Paused: the drain stands still, and so does its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shrinking yet; %1 s are left for the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the present rate the server is empty in about %1 s, %2 s before the end. Nothing will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the present rate about %1 events will be lost; %2 s more grace would save them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainPlanPanel</name>
    <message>
        <source>&amp;Exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stay up, drained, until it may accept again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation type="unfinished"> s</translation>
    </message>
    <message>
        <source>goes to the audit log</source>
        <translation type="unfinished">kommt ins Protokoll</translation>
    </message>
    <message>
        <source>&amp;Grace period</source>
        <translation type="unfinished">&amp;Frist</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished">&amp;Grund</translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
    <message>
        <source>Drain and shut down</source>
        <translation type="unfinished">Leeren und herunterfahren</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server stops accepting at once. %1 queued and %2 running events are finished and answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then %1 clients are told to go elsewhere (1012), over %2 s so that they do not all come back at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then %1 clients are told to go elsewhere (1012).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server exits. What is not finished after %1 s is answered with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server stays up, drained. What is not finished after %1 s is answered with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the present rate that takes about %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation type="unfinished">Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The server was restarted since this dialog was opened.</source>
        <translation type="unfinished">Der Server wurde neu gestartet, seit dieser Dialog offen ist.</translation>
    </message>
    <message>
        <source>The server refused: %1</source>
        <translation type="unfinished">Der Server lehnt ab: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainProgressPanel</name>
    <message>
        <source>Not ready any more: balancers send clients elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new is accepted; what is inside is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last pushes are sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients are told to go elsewhere (1012)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished">s</translation>
    </message>
    <message>
        <source>Queue left</source>
        <translation type="unfinished">Noch in der Schlange</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation type="unfinished">In Arbeit</translation>
    </message>
    <message>
        <source>Pushes to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients left</source>
        <translation type="unfinished">Noch verbunden</translation>
    </message>
    <message>
        <source>Events still in the server</source>
        <translation type="unfinished">Ereignisse noch im Server</translation>
    </message>
    <message>
        <source>Cancel: accept again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep watching in background</source>
        <translation type="unfinished">Im Hintergrund weiter zusehen</translation>
    </message>
    <message>
        <source>The server refused: %1</source>
        <translation type="unfinished">Der Server lehnt ab: %1</translation>
    </message>
    <message>
        <source>of %1 s grace left</source>
        <translation type="unfinished">von %1 s Frist übrig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 von %2</translation>
    </message>
    <message>
        <source>%1, oldest: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (since %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation type="unfinished">Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 s grace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now, lose %1 events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished">beendet</translation>
    </message>
    <message>
        <source>This console waits for its return.</source>
        <translation type="unfinished">Die Konsole wartet auf seine Rückkehr.</translation>
    </message>
    <message>
        <source>Stopped as asked, nothing lost.</source>
        <translation type="unfinished">Wie verlangt beendet, nichts verloren.</translation>
    </message>
    <message>
        <source>Stopped as asked; %1 events were answered with an error.</source>
        <translation type="unfinished">Wie verlangt beendet; %1 Ereignisse wurden mit einem Fehler beantwortet.</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsModel</name>
    <message>
        <source>(signed in)</source>
        <translation>(angemeldet)</translation>
    </message>
    <message>
        <source>(anyone)</source>
        <translation>(alle)</translation>
    </message>
    <message>
        <source>Handler: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Time-out ms</source>
        <translation>Frist ms</translation>
    </message>
    <message>
        <source>Rate /s</source>
        <translation>Rate /s</translation>
    </message>
    <message>
        <source>p50 ms</source>
        <translation>p50 ms</translation>
    </message>
    <message>
        <source>p99 ms</source>
        <translation>p99 ms</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time-outs</source>
        <translation>Fristende</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Begrenzt</translation>
    </message>
    <message>
        <source>Share of events</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsPage</name>
    <message>
        <source>The server has told no event types yet.</source>
        <translation>Der Server hat noch keine Arten von Ereignissen genannt.</translation>
    </message>
    <message>
        <source>Event types</source>
        <translation>Arten von Ereignissen</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderBar</name>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>ERPROBUNG</translation>
    </message>
    <message>
        <source>DEV</source>
        <translation>ENTW</translation>
    </message>
    <message>
        <source>Time range of the charts</source>
        <translation>Zeitbereich der Diagramme</translation>
    </message>
    <message>
        <source>Last 1 min</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>Last 5 min</source>
        <translation>Letzte 5 min</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>Letzte 10 min</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>Letzte 6 Stunden</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
</context>
<context>
    <name>sluice::console::KeyList</name>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Anhalten oder weiter</translation>
    </message>
    <message>
        <source>On a chart: the crosshair one sample on; with Shift ten</source>
        <translation>Im Diagramm: Fadenkreuz eine Messung weiter; mit Umschalt zehn</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>On a chart: to an end of the range</source>
        <translation>Im Diagramm: an ein Ende des Zeitraums</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>On a chart: release the crosshair, then the zoom</source>
        <translation>Im Diagramm: Fadenkreuz lösen, dann den Ausschnitt</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>On a chart: show that stretch on all charts</source>
        <translation>Im Diagramm: diesen Abschnitt in allen Diagrammen zeigen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>On a chart: the whole range again</source>
        <translation>Im Diagramm: wieder den ganzen Zeitraum</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Show the menu bar</source>
        <translation>Menüleiste zeigen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitLists</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished">%1 von %2</translation>
    </message>
    <message>
        <source>enforced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished">aus</translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished">Grenze</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it would have refused in a dry run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished">Einstellung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free in s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so much of it may have been others&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitsPage</name>
    <message>
        <source>Rate limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fullest windows of the selected limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who costs most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server limits nothing. Limits are set on the Config page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody stands out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A double click leads to the setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handler time, µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pushes lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This limit is off, or counts all clients together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has used anything of this limit in its present window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fullest windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fullest windows · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::ListExportButton</name>
    <message>
        <source>Export CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching… %1 rows so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %1 rows; these are exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation type="unfinished">Keine Verbindung zum Server.</translation>
    </message>
</context>
<context>
    <name>sluice::console::MainWindow</name>
    <message>
        <source>Sluice console</source>
        <translation>Sluice-Konsole</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Mit einem Server &amp;verbinden…</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;Fetch now</source>
        <translation>Jetzt &amp;holen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Freeze the charts (Space)</source>
        <translation>Die Diagramme anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>&amp;Apply pending changes</source>
        <translation>Änderungen &amp;anwenden</translation>
    </message>
    <message>
        <source>Drain &amp;&amp; shut down…</source>
        <translation>Leeren &amp;&amp; herunterfahren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>A&amp;bout…</source>
        <translation>&amp;Über…</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Üb&amp;ersicht</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>Ere&amp;ignisse</translation>
    </message>
    <message>
        <source>Confi&amp;g</source>
        <translation>Einstellun&amp;gen</translation>
    </message>
    <message>
        <source>Co&amp;nnections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live &amp;tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ale&amp;rts</source>
        <translation>Ala&amp;rme</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished">Verbindungen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Live tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last &amp;minute</source>
        <translation>Letzte &amp;Minute</translation>
    </message>
    <message>
        <source>Last &amp;5 minutes</source>
        <translation>Letzte &amp;5 Minuten</translation>
    </message>
    <message>
        <source>Last 1&amp;0 minutes</source>
        <translation>Letzte 1&amp;0 Minuten</translation>
    </message>
    <message>
        <source>Last &amp;hour</source>
        <translation>Letzte &amp;Stunde</translation>
    </message>
    <message>
        <source>Last &amp;6 hours</source>
        <translation>Letzte &amp;6 Stunden</translation>
    </message>
    <message>
        <source>Set a &amp;mark</source>
        <translation>&amp;Marke setzen</translation>
    </message>
    <message>
        <source>Chart as &amp;table, or back</source>
        <translation>Diagramm als &amp;Tabelle oder zurück</translation>
    </message>
    <message>
        <source>&amp;Whole range again</source>
        <translation>Wieder &amp;ganzer Zeitraum</translation>
    </message>
    <message>
        <source>&amp;Export the chart as CSV…</source>
        <translation>Diagramm als &amp;CSV ausgeben…</translation>
    </message>
    <message>
        <source>&amp;Wall display</source>
        <translation>&amp;Wandanzeige</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Command box</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Practice on a built-in incident</source>
        <translation>An eingebauter Störung ü&amp;ben</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Enter a token or choose a token file.</source>
        <translation>Bitte ein Token eingeben oder eine Token-Datei wählen.</translation>
    </message>
    <message>
        <source>No server</source>
        <translation>Kein Server</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last sample %1, values below are old</source>
        <translation>letzter Messwert %1, die Werte unten sind alt</translation>
    </message>
    <message>
        <source>up %1 · v%2 · config rev %3</source>
        <translation>läuft %1 · v%2 · Einstellungen Rev. %3</translation>
    </message>
    <message>
        <source>■ Link lost %1 · retry in %2 s</source>
        <translation>■ Verbindung weg %1 · Versuch in %2 s</translation>
    </message>
    <message>
        <source>■ Link lost %1 · trying…</source>
        <translation>■ Verbindung weg %1 · Versuch läuft…</translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation>○ Nicht verbunden</translation>
    </message>
    <message>
        <source>○ Connecting…</source>
        <translation>○ Verbinde…</translation>
    </message>
    <message>
        <source>○ Signing in…</source>
        <translation>○ Melde an…</translation>
    </message>
    <message>
        <source>○ Stopped as asked</source>
        <translation>○ Wie verlangt beendet</translation>
    </message>
    <message>
        <source>▲ Draining</source>
        <translation>▲ Wird geleert</translation>
    </message>
    <message>
        <source>▲ Drained</source>
        <translation>▲ Geleert</translation>
    </message>
    <message>
        <source>▲ Sample %1 s old</source>
        <translation>▲ Messwert %1 s alt</translation>
    </message>
    <message>
        <source>● Live</source>
        <translation>● Live</translation>
    </message>
    <message>
        <source>Draining, %1 s left.</source>
        <translation>Wird geleert, noch %1 s.</translation>
    </message>
    <message>
        <source>Drain paused, %1 s left.</source>
        <translation>Leerung angehalten, noch %1 s.</translation>
    </message>
    <message>
        <source>Out of service: drained.</source>
        <translation>Außer Betrieb: geleert.</translation>
    </message>
    <message>
        <source>The server stays up and answers new clients with 503 until it is resumed.</source>
        <translation>Der Server läuft weiter und antwortet neuen Clients mit 503, bis er wieder in Betrieb genommen wird.</translation>
    </message>
    <message>
        <source>%1 events are still inside.</source>
        <translation>Noch %1 Ereignisse sind im Server.</translation>
    </message>
    <message>
        <source>%1 stopped at %2.</source>
        <translation>%1 hat um %2 angehalten.</translation>
    </message>
    <message>
        <source>Nothing was lost. This console waits for its return.</source>
        <translation>Nichts ging verloren. Die Konsole wartet auf seine Rückkehr.</translation>
    </message>
    <message>
        <source>%1 events were answered with an error. This console waits for its return.</source>
        <translation>%1 Ereignisse wurden mit einem Fehler beantwortet. Die Konsole wartet auf seine Rückkehr.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>No data since %1.</source>
        <translation>Keine Daten seit %1.</translation>
    </message>
    <message>
        <source>The server may be fine: only the admin link is down (%1). Actions are disabled; charts keep what they have.</source>
        <translation>Dem Server geht es vielleicht gut: Nur die Admin-Verbindung ist weg (%1). Eingriffe sind gesperrt, die Diagramme behalten, was sie haben.</translation>
    </message>
    <message>
        <source>Received %1/s, processed %2/s.</source>
        <translation>Empfangen %1/s, verarbeitet %2/s.</translation>
    </message>
    <message>
        <source>The queue is at %1: low-priority events are refused.</source>
        <translation>Die Warteschlange ist zu %1 voll: Ereignisse niedriger Priorität werden abgewiesen.</translation>
    </message>
    <message>
        <source>Show queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>%1 is at %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The rule: %1. It has held for %2.</source>
        <translation>Die Regel: %1. Sie trifft seit %2 zu.</translation>
    </message>
    <message numerus="yes">
        <source>%n other alert(s).</source>
        <translation>
            <numerusform>%n weiterer Alarm.</numerusform>
            <numerusform>%n weitere Alarme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Silence 10 min</source>
        <translation>10 min stumm</translation>
    </message>
    <message>
        <source>The queue is at %1 and rises by %2 a second:</source>
        <translation>Die Warteschlange ist bei %1 und steigt um %2 je Sekunde:</translation>
    </message>
    <message>
        <source>the alert threshold (%1) in about %2 s. Received %3/s, processed %4/s.</source>
        <translation>die Warnschwelle (%1) in etwa %2 s. Empfangen %3/s, verarbeitet %4/s.</translation>
    </message>
    <message>
        <source>Refusing begins at %1, in about %2 s. </source>
        <translation>Abgewiesen wird ab %1, in etwa %2 s. </translation>
    </message>
    <message>
        <source>Refusing begins at %1. </source>
        <translation>Abgewiesen wird ab %1. </translation>
    </message>
    <message>
        <source>The queue is at %1, over the alert threshold of %2.</source>
        <translation>Die Warteschlange ist zu %1 voll, über der Warnschwelle von %2.</translation>
    </message>
    <message>
        <source>no admin link</source>
        <translation>keine Admin-Verbindung</translation>
    </message>
    <message>
        <source>admin link %1</source>
        <translation>Admin-Verbindung %1</translation>
    </message>
    <message>
        <source>%1 · RTT %2 ms</source>
        <translation>%1 · Laufzeit %2 ms</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>noch kein Messwert</translation>
    </message>
    <message>
        <source>sample %1 s ago · %2 lost</source>
        <translation>Messwert vor %1 s · %2 verloren</translation>
    </message>
    <message>
        <source>console CPU %1 · %2</source>
        <translation>Konsole CPU %1 · %2</translation>
    </message>
    <message>
        <source>Drain and shut down the server (Ctrl+Shift+Q)</source>
        <translation>Den Server leeren und herunterfahren (Strg+Umschalt+Q)</translation>
    </message>
    <message>
        <source>Not possible: there is no link to the server.</source>
        <translation>Nicht möglich: keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Weite&amp;r</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Sluice console %1
The operator console of the Sluice event server.

GPL-3.0-or-later. Made with Qt %2 and Qt Charts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::NameGate</name>
    <message>
        <source>Type the server&apos;s &amp;name</source>
        <translation type="unfinished">&amp;Namen des Servers eintippen</translation>
    </message>
    <message>
        <source>Type the server&apos;s name first.</source>
        <translation type="unfinished">Erst den Namen des Servers eintippen.</translation>
    </message>
</context>
<context>
    <name>sluice::console::NoticeDialog</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a notice to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to all connections of this user as {&quot;text&quot;: …}. The text itself is not written to the audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation type="unfinished">Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The notice is on its way to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer connected; nobody got the notice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::OverviewPage</name>
    <message>
        <source>Queue depth</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>Throughput /s</source>
        <translation>Durchsatz /s</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>processed</source>
        <translation>verarbeitet</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>Antwortzeit, ms</translation>
    </message>
    <message>
        <source>Rate-limit hits /s</source>
        <translation>Ratengrenze /s</translation>
    </message>
    <message>
        <source>all events</source>
        <translation>alle Ereignisse</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Broadcast sends /s</source>
        <translation>Rundsendungen /s</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>%1 in 1 min</source>
        <comment>change of a number</comment>
        <translation>%1 in 1 min</translation>
    </message>
    <message>
        <source>Events in</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Antwortzeit p99</translation>
    </message>
    <message>
        <source>Rate-limited</source>
        <translation>Ratenbegrenzt</translation>
    </message>
    <message>
        <source>Refused, overloaded</source>
        <translation>Überlast</translation>
    </message>
    <message>
        <source>Alert on this…</source>
        <translation>Alarm hierauf…</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Show what happened</source>
        <translation>Zeigen, was geschah</translation>
    </message>
    <message numerus="yes">
        <source>Paused %1, +%n sample(s) waiting.</source>
        <translation>
            <numerusform>Angehalten seit %1, +%n Messung wartet.</numerusform>
            <numerusform>Angehalten seit %1, +%n Messungen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>All charts show %1 to %2.</source>
        <translation>Alle Diagramme zeigen %1 bis %2.</translation>
    </message>
    <message>
        <source>Show up to now (double click)</source>
        <translation>Bis jetzt zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>Weiter (Leertaste)</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>p50 %1 ms</source>
        <translation>p50 %1 ms</translation>
    </message>
    <message>
        <source>%1 since start</source>
        <translation>%1 seit Start</translation>
    </message>
    <message>
        <source>alert %1</source>
        <translation>Warnung %1</translation>
    </message>
    <message>
        <source>drop %1</source>
        <translation>Abweisen %1</translation>
    </message>
    <message>
        <source>%1 old</source>
        <comment>age of a number</comment>
        <translation>%1 alt</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedModel</name>
    <message>
        <source>This server does not tell it: it is older than this console.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedTable</name>
    <message>
        <source>There is nothing to list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new row(s), order frozen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>order frozen while you are at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ waiting for the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows %1 to %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link to a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::PendingPanel</name>
    <message>
        <source>Discard all</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Check on server</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Pending changes</source>
        <translation>Offene Änderungen</translation>
    </message>
    <message>
        <source>Reason of the change</source>
        <translation>Grund der Änderung</translation>
    </message>
    <message>
        <source>Reason (goes to the audit log), required</source>
        <translation>Grund (kommt ins Protokoll), nötig</translation>
    </message>
    <message>
        <source>Reason (goes to the audit log)</source>
        <translation>Grund (kommt ins Protokoll)</translation>
    </message>
    <message>
        <source>Double-click a value, or press F2 on it, to change it. Nothing happens before you apply.</source>
        <translation>Zum Ändern einen Wert doppelt anklicken oder F2 drücken. Nichts geschieht vor dem Anwenden.</translation>
    </message>
    <message>
        <source>base: revision %1</source>
        <translation>Grundlage: Revision %1</translation>
    </message>
    <message>
        <source>Undo the change of %1</source>
        <translation>Die Änderung von %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source> Expected: %1.</source>
        <translation> Erwartet: %1.</translation>
    </message>
    <message>
        <source>▲ Changed meanwhile from %1 to %2.</source>
        <translation>▲ Inzwischen von %1 auf %2 geändert.</translation>
    </message>
    <message>
        <source>Takes effect: %1</source>
        <translation>Wirkt: %1</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation>Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>A reason is required.</source>
        <translation>Ein Grund ist nötig.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfe…</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wende an…</translation>
    </message>
    <message>
        <source>▲ Someone else changed the configuration: now revision %1. Your edits are kept; look at them and apply again.</source>
        <translation>▲ Jemand anders hat die Einstellungen geändert: jetzt Revision %1. Ihre Änderungen sind noch da; bitte ansehen und noch einmal anwenden.</translation>
    </message>
    <message>
        <source>■ Refused, nothing was changed: %1</source>
        <translation>■ Abgelehnt, nichts wurde geändert: %1</translation>
    </message>
    <message>
        <source>The server would accept this.</source>
        <translation>Der Server würde das annehmen.</translation>
    </message>
    <message numerus="yes">
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
        <source>A click leads to the page of that stage.</source>
        <translation>Ein Klick führt zur Seite dieser Stufe.</translation>
    </message>
    <message>
        <source>Way of the events</source>
        <translation>Weg der Ereignisse</translation>
    </message>
    <message>
        <source>%1 clients; %2 events received per second; queue %3; %4 of %5 workers busy; p99 %6 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients: %1</source>
        <translation>Clients: %1</translation>
    </message>
    <message>
        <source>Policies: %1 refused by rate limits</source>
        <translation>Regeln: %1 durch Ratengrenzen abgewiesen</translation>
    </message>
    <message>
        <source>Queue lanes: high %1, normal %2, low %3</source>
        <translation>Warteschlange: hoch %1, normal %2, niedrig %3</translation>
    </message>
    <message>
        <source>Workers: %1 of %2 busy</source>
        <translation>Arbeiter: %1 von %2 beschäftigt</translation>
    </message>
    <message>
        <source>Handlers: p99 %1 ms</source>
        <translation>Handler: p99 %1 ms</translation>
    </message>
    <message>
        <source>Broadcast: %1 sent</source>
        <translation>Rundsendung: %1 gesendet</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Benutzer</numerusform>
            <numerusform>%n Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>Handlers</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>ms p99 (p50 %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time-outs %1 · errors %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Rundsenden</translation>
    </message>
    <message>
        <source>sends/s</source>
        <translation>Sendungen/s</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>rejected %1</source>
        <translation>abgewiesen %1</translation>
    </message>
    <message>
        <source>refused, overloaded %1</source>
        <translation>wegen Überlast %1</translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation>verworfen %1</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>refusals</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>Ratengrenze</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>Queue lanes</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation>Platz für %1</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
    <message>
        <source>%1/%2 busy</source>
        <translation>%1/%2 aktiv</translation>
    </message>
    <message>
        <source>utilisation %1</source>
        <translation>Auslastung %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerCard</name>
    <message>
        <source>Read-only from this console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that changes this server is offered while it is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 in a new window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is open in this window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerSession</name>
    <message>
        <source>The server stopped as asked</source>
        <translation>Der Server hat wie verlangt angehalten</translation>
    </message>
    <message>
        <source>Link to the server lost</source>
        <translation>Verbindung zum Server verloren</translation>
    </message>
    <message>
        <source>Link to the server is back</source>
        <translation>Verbindung zum Server ist wieder da</translation>
    </message>
    <message>
        <source>Own mark %1</source>
        <translation>Eigene Marke %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServersPage</name>
    <message>
        <source>No server is saved yet. One is as soon as a connection to it has worked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it to see how it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ link lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This console is trying to reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 connections · %2 events/s · version %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ draining</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::ShutdownDialog</name>
    <message>
        <source>Waiting for load balancers to notice.</source>
        <translation type="vanished">Warte, bis die Lastverteiler es merken.</translation>
    </message>
    <message>
        <source>Nothing new is accepted.</source>
        <translation type="vanished">Neues wird nicht mehr angenommen.</translation>
    </message>
    <message>
        <source>Finishing what was accepted: queue first, then what runs.</source>
        <translation type="vanished">Angenommenes wird erledigt: erst die Warteschlange, dann was läuft.</translation>
    </message>
    <message>
        <source>Sending the last pushes.</source>
        <translation type="vanished">Die letzten Benachrichtigungen gehen hinaus.</translation>
    </message>
    <message>
        <source>Closing the clients (1012, they come back elsewhere).</source>
        <translation type="vanished">Die Clients werden geschlossen (1012, sie kommen anderswo wieder).</translation>
    </message>
    <message>
        <source>Drained.</source>
        <translation type="vanished">Geleert.</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation type="vanished">Hält an.</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="vanished">s</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation type="vanished"> s</translation>
    </message>
    <message>
        <source>goes to the audit log</source>
        <translation type="vanished">kommt ins Protokoll</translation>
    </message>
    <message>
        <source>&amp;Grace period</source>
        <translation type="vanished">&amp;Frist</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="vanished">&amp;Grund</translation>
    </message>
    <message>
        <source>Type the server&apos;s &amp;name</source>
        <translation type="vanished">&amp;Namen des Servers eintippen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="vanished">Abbrechen</translation>
    </message>
    <message>
        <source>Queue left</source>
        <translation type="vanished">Noch in der Schlange</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation type="vanished">In Arbeit</translation>
    </message>
    <message>
        <source>Clients left</source>
        <translation type="vanished">Noch verbunden</translation>
    </message>
    <message>
        <source>Events still in the server</source>
        <translation type="vanished">Ereignisse noch im Server</translation>
    </message>
    <message>
        <source>Drain and shut down %1</source>
        <translation>%1 leeren und herunterfahren</translation>
    </message>
    <message>
        <source>Drain and shut down</source>
        <translation type="vanished">Leeren und herunterfahren</translation>
    </message>
    <message>
        <source>The server stops accepting at once. %1 queued and %2 running events are finished and answered, then %3 clients are told to go elsewhere (1012), and the server exits. What is not finished after %4 s is answered with an error.</source>
        <translation type="vanished">Der Server nimmt sofort nichts Neues mehr an. %1 wartende und %2 laufende Ereignisse werden erledigt und beantwortet, dann werden %3 Clients fortgeschickt (1012), und der Server endet. Was nach %4 s nicht fertig ist, wird mit einem Fehler beantwortet.</translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation>Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The server was restarted since this dialog was opened.</source>
        <translation type="vanished">Der Server wurde neu gestartet, seit dieser Dialog offen ist.</translation>
    </message>
    <message>
        <source>Type the server&apos;s name first.</source>
        <translation type="vanished">Erst den Namen des Servers eintippen.</translation>
    </message>
    <message>
        <source>The server refused: %1</source>
        <translation>Der Server lehnt ab: %1</translation>
    </message>
    <message>
        <source>Draining %1</source>
        <translation>%1 wird geleert</translation>
    </message>
    <message>
        <source>Back to the drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked by %1</source>
        <translation>verlangt von %1</translation>
    </message>
    <message>
        <source>%1 is drained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop %1 now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events that are not answered yet get an error, and %2 clients are told to go elsewhere (1012) all at once. This cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now, lose %1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 s grace left</source>
        <translation type="vanished">von %1 s Frist übrig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="vanished">%1 von %2</translation>
    </message>
    <message>
        <source>Keep watching in background</source>
        <translation type="vanished">Im Hintergrund weiter zusehen</translation>
    </message>
    <message>
        <source>The grace period ended: %1 events were answered with an error.</source>
        <translation type="vanished">Die Frist ist um: %1 Ereignisse wurden mit einem Fehler beantwortet.</translation>
    </message>
    <message>
        <source>All %1 events were answered. Nothing was lost.</source>
        <translation type="vanished">Alle %1 Ereignisse wurden beantwortet. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Not shrinking yet; %1 s of grace are left.</source>
        <translation type="vanished">Es wird noch nicht weniger; %1 s Frist bleiben.</translation>
    </message>
    <message>
        <source>At the present rate the server is empty in about %1 s, %2 s before the grace period ends. Nothing will be lost.</source>
        <translation type="vanished">Geht es so weiter, ist der Server in etwa %1 s leer, %2 s vor dem Ende der Frist. Nichts wird verloren gehen.</translation>
    </message>
    <message>
        <source>At the present rate the server is not empty when the grace period ends: it would need %1 s more.</source>
        <translation type="vanished">Geht es so weiter, ist der Server am Ende der Frist nicht leer: Es fehlen %1 s.</translation>
    </message>
    <message>
        <source>%1 has stopped</source>
        <translation>%1 hat angehalten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="vanished">beendet</translation>
    </message>
    <message>
        <source>This console waits for its return.</source>
        <translation type="vanished">Die Konsole wartet auf seine Rückkehr.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="vanished">Schließen</translation>
    </message>
    <message>
        <source>Stopped as asked, nothing lost.</source>
        <translation type="vanished">Wie verlangt beendet, nichts verloren.</translation>
    </message>
    <message>
        <source>Stopped as asked; %1 events were answered with an error.</source>
        <translation type="vanished">Wie verlangt beendet; %1 Ereignisse wurden mit einem Fehler beantwortet.</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapForm</name>
    <message>
        <source>&amp;Show payloads (audited)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"> s</translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lower than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At &amp;most, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;For, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how many events a second may be shown at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose after how long the tap ends by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::TapPage</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events as they end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to watch, how much of it and for how long; then start the tap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what is listed, one JSON object a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation type="unfinished">Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>This role may not tap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● tapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for an event that matches…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tap&apos;s time is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tap ended with the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last %1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more matched than may be shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::Tile</name>
    <message>
        <source>%1: %2 %3, %4</source>
        <comment>tile: what, value, unit, comparison</comment>
        <translation>%1: %2 %3, %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::TimeChart</name>
    <message>
        <source>now</source>
        <comment>right end of a time axis</comment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>−%1 h</source>
        <comment>hours ago on a time axis</comment>
        <translation>−%1 h</translation>
    </message>
    <message>
        <source>−%1 m</source>
        <comment>minutes ago on a time axis</comment>
        <translation>−%1 m</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <comment>seconds ago on a time axis</comment>
        <translation>−%1 s</translation>
    </message>
    <message>
        <source>no data %1</source>
        <translation>keine Daten %1</translation>
    </message>
    <message>
        <source>%1 %2, from %3 to %4</source>
        <comment>line of a chart: name, newest value, least, most</comment>
        <translation>%1 %2, von %3 bis %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::TraceModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished">Ereignis</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handler ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::TracePanel</name>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payloads are masked. An administrator can start a tap that shows them; that is audited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to see the event&apos;s way: each step with its time, and what each policy decided by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · connection %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sluice::console::TraceSteps</name>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished">empfangen</translation>
    </message>
    <message>
        <source>waited in lane %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handler, worker %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receipt, policies, hand-overs and answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that is not measured by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
