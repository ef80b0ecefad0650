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
</context>
<context>
    <name>sluice::console::AdminClient</name>
    <message>
        <source>The server speaks admin protocol %1, this console %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer within %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard for %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation>Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link to the server was lost before it answered.</source>
        <translation type="unfinished"></translation>
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
        <source>Unexpected argument: %1</source>
        <translation type="unfinished"></translation>
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
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Einstellungen</translation>
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
        <source>Way of the events</source>
        <translation>Weg der Ereignisse</translation>
    </message>
    <message>
        <source>%1 clients; %2 events received per second; queue %3; %4 of %5 workers busy; p99 %6 ms</source>
        <translation type="unfinished"></translation>
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
    <name>sluice::console::ShutdownDialog</name>
    <message>
        <source>Waiting for load balancers to notice.</source>
        <translation>Warte, bis die Lastverteiler es merken.</translation>
    </message>
    <message>
        <source>Nothing new is accepted.</source>
        <translation>Neues wird nicht mehr angenommen.</translation>
    </message>
    <message>
        <source>Finishing what was accepted: queue first, then what runs.</source>
        <translation>Angenommenes wird erledigt: erst die Warteschlange, dann was läuft.</translation>
    </message>
    <message>
        <source>Sending the last pushes.</source>
        <translation>Die letzten Benachrichtigungen gehen hinaus.</translation>
    </message>
    <message>
        <source>Closing the clients (1012, they come back elsewhere).</source>
        <translation>Die Clients werden geschlossen (1012, sie kommen anderswo wieder).</translation>
    </message>
    <message>
        <source>Drained.</source>
        <translation>Geleert.</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation>Hält an.</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>goes to the audit log</source>
        <translation>kommt ins Protokoll</translation>
    </message>
    <message>
        <source>&amp;Grace period</source>
        <translation>&amp;Frist</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Type the server&apos;s &amp;name</source>
        <translation>&amp;Namen des Servers eintippen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Queue left</source>
        <translation>Noch in der Schlange</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Clients left</source>
        <translation>Noch verbunden</translation>
    </message>
    <message>
        <source>Events still in the server</source>
        <translation>Ereignisse noch im Server</translation>
    </message>
    <message>
        <source>Drain and shut down %1</source>
        <translation>%1 leeren und herunterfahren</translation>
    </message>
    <message>
        <source>Drain and shut down</source>
        <translation>Leeren und herunterfahren</translation>
    </message>
    <message>
        <source>The server stops accepting at once. %1 queued and %2 running events are finished and answered, then %3 clients are told to go elsewhere (1012), and the server exits. What is not finished after %4 s is answered with an error.</source>
        <translation>Der Server nimmt sofort nichts Neues mehr an. %1 wartende und %2 laufende Ereignisse werden erledigt und beantwortet, dann werden %3 Clients fortgeschickt (1012), und der Server endet. Was nach %4 s nicht fertig ist, wird mit einem Fehler beantwortet.</translation>
    </message>
    <message>
        <source>There is no link to the server.</source>
        <translation>Keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The server was restarted since this dialog was opened.</source>
        <translation>Der Server wurde neu gestartet, seit dieser Dialog offen ist.</translation>
    </message>
    <message>
        <source>Type the server&apos;s name first.</source>
        <translation>Erst den Namen des Servers eintippen.</translation>
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
        <source>asked by %1</source>
        <translation>verlangt von %1</translation>
    </message>
    <message>
        <source>of %1 s grace left</source>
        <translation>von %1 s Frist übrig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Keep watching in background</source>
        <translation>Im Hintergrund weiter zusehen</translation>
    </message>
    <message>
        <source>The grace period ended: %1 events were answered with an error.</source>
        <translation>Die Frist ist um: %1 Ereignisse wurden mit einem Fehler beantwortet.</translation>
    </message>
    <message>
        <source>All %1 events were answered. Nothing was lost.</source>
        <translation>Alle %1 Ereignisse wurden beantwortet. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Not shrinking yet; %1 s of grace are left.</source>
        <translation>Es wird noch nicht weniger; %1 s Frist bleiben.</translation>
    </message>
    <message>
        <source>At the present rate the server is empty in about %1 s, %2 s before the grace period ends. Nothing will be lost.</source>
        <translation>Geht es so weiter, ist der Server in etwa %1 s leer, %2 s vor dem Ende der Frist. Nichts wird verloren gehen.</translation>
    </message>
    <message>
        <source>At the present rate the server is not empty when the grace period ends: it would need %1 s more.</source>
        <translation>Geht es so weiter, ist der Server am Ende der Frist nicht leer: Es fehlen %1 s.</translation>
    </message>
    <message>
        <source>%1 has stopped</source>
        <translation>%1 hat angehalten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>This console waits for its return.</source>
        <translation>Die Konsole wartet auf seine Rückkehr.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped as asked, nothing lost.</source>
        <translation>Wie verlangt beendet, nichts verloren.</translation>
    </message>
    <message>
        <source>Stopped as asked; %1 events were answered with an error.</source>
        <translation>Wie verlangt beendet; %1 Ereignisse wurden mit einem Fehler beantwortet.</translation>
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
</context>
</TS>
