<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>ConfigSetting</name>
    <message>
        <location filename="../console/models/configsetting.cpp" line="88"/>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="89"/>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="113"/>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="110"/>
        <source>texts, separated by commas</source>
        <translation>textes, séparés par des virgules</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="119"/>
        <source>live</source>
        <translation>à chaud</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="120"/>
        <source>new connections</source>
        <translation>à la connexion</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="123"/>
        <source>restart</source>
        <translation>au redémarrage</translation>
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
        <translation>%1 j %2:%3</translation>
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
        <translation>File d’attente, priorité haute</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="28"/>
        <source>Queue, lane normal</source>
        <translation>File d’attente, priorité normale</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="29"/>
        <source>Queue, lane low</source>
        <translation>File d’attente, priorité basse</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="30"/>
        <source>Queue, all lanes</source>
        <translation>File d’attente, toutes priorités</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="31"/>
        <source>Events received</source>
        <translation>Événements reçus</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="32"/>
        <source>Events processed</source>
        <translation>Événements traités</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="33"/>
        <source>Latency p50</source>
        <translation>Latence p50</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="34"/>
        <source>Latency p95</source>
        <translation>Latence p95</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="35"/>
        <source>Latency p99</source>
        <translation>Latence p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="36"/>
        <source>Refused by rate limits</source>
        <translation>Refus par limite de débit</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="38"/>
        <source>Refused for want of rights</source>
        <translation>Refus pour droits insuffisants</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="40"/>
        <source>Refused as invalid</source>
        <translation>Refus pour événement non valide</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="41"/>
        <source>Refused for overload</source>
        <translation>Refus pour surcharge</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="43"/>
        <source>Events that failed</source>
        <translation>Événements en échec</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="44"/>
        <source>Events that timed out</source>
        <translation>Événements en timeout</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="46"/>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="47"/>
        <source>Connections accepted</source>
        <translation>Connexions acceptées</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="49"/>
        <source>Connections closed</source>
        <translation>Connexions fermées</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="50"/>
        <source>Broadcast sends</source>
        <translation>Envois de diffusion</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="51"/>
        <source>Broadcasts dropped</source>
        <translation>Diffusions perdues</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="53"/>
        <source>Wait in the queue, p99</source>
        <translation>Attente dans la file, p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="55"/>
        <source>Workers busy</source>
        <translation>Workers occupés</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="56"/>
        <source>Workers stuck</source>
        <translation>Workers bloqués</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="57"/>
        <source>Breakers open</source>
        <translation>Disjoncteurs ouverts</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="58"/>
        <source>CPU of the server</source>
        <translation>CPU du serveur</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="59"/>
        <source>Memory of the server</source>
        <translation>Mémoire du serveur</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="60"/>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="61"/>
        <source>Slow clients closed</source>
        <translation>Clients lents déconnectés</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="63"/>
        <source>Events with handlers</source>
        <translation>Événements chez les handlers</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="64"/>
        <source>Users connected</source>
        <translation>Utilisateurs connectés</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="65"/>
        <source>Connections refused</source>
        <translation>Connexions refusées</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="67"/>
        <source>TLS handshakes that failed</source>
        <translation>Négociations TLS échouées</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="69"/>
        <source>Tokens refused</source>
        <translation>Jetons refusés</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="72"/>
        <source>Closed for protocol errors</source>
        <translation>Fermées pour erreurs de protocole</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="73"/>
        <source>Events that were cancelled</source>
        <translation>Événements annulés</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="75"/>
        <source>Events whose client had gone</source>
        <translation>Événements dont le client était parti</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="77"/>
        <source>Events given up by a drain</source>
        <translation>Événements abandonnés lors d’un drainage</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="79"/>
        <source>Refused while draining</source>
        <translation>Refusés pendant un drainage</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="81"/>
        <source>Would be refused (dry run)</source>
        <translation>Seraient refusés (à blanc)</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="83"/>
        <source>Refused for a mute</source>
        <translation>Refusés pour mise en sourdine</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="84"/>
        <source>Accepted under pressure</source>
        <translation>Acceptés sous pression</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="86"/>
        <source>Results that came too late</source>
        <translation>Résultats arrivés trop tard</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="87"/>
        <source>Handlers that threw an error</source>
        <translation>Handlers en exception</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="89"/>
        <source>Broadcasts waiting</source>
        <translation>Diffusions en attente</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="90"/>
        <source>Latency, longest</source>
        <translation>Latence, maximum</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="91"/>
        <source>Loop lag, worst I/O thread</source>
        <translation>Retard de boucle, pire thread d’E/S</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="93"/>
        <source>Memory, share of the limit</source>
        <translation>Mémoire, part de la limite</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="95"/>
        <source>Saves waiting for the database</source>
        <translation>Enregistrements en attente de la base</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="97"/>
        <source>Lines lost by the log</source>
        <translation>Lignes perdues par le journal</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="98"/>
        <source>Different errors</source>
        <translation>Erreurs différentes</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="99"/>
        <source>Mutes in force</source>
        <translation>Mises en sourdine en vigueur</translation>
    </message>
</context>
<context>
    <name>saveFile</name>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="22"/>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="23"/>
        <source>%1 could not be written: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="31"/>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityDelegate</name>
    <message>
        <location filename="../console/pages/activitydelegate.cpp" line="70"/>
        <location filename="../console/pages/activitydelegate.cpp" line="100"/>
        <source>undo</source>
        <translation>annuler</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityFeed</name>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="115"/>
        <location filename="../console/pages/activityfeed.cpp" line="131"/>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="122"/>
        <source>Kinds of activity</source>
        <translation>Types d’activité</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="123"/>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="124"/>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="125"/>
        <source>Configuration</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="126"/>
        <source>Server and link</source>
        <translation>Serveur et liaison</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="127"/>
        <source>Mutes and kicks</source>
        <translation>Sourdines et déconnexions</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="133"/>
        <source>Open audit log</source>
        <translation>Ouvrir le journal d’audit</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="201"/>
        <source>Nothing has happened yet. Changes of the configuration, drains, mutes, alerts and restarts will be listed here.</source>
        <translation>Rien ne s’est encore passé. Les modifications de la configuration, drainages, mises en sourdine, alertes et redémarrages seront listés ici.</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="203"/>
        <source>Nothing of this kind has happened. Choose “All” to see the rest.</source>
        <translation>Rien de ce type ne s’est passé. Choisissez «&#xa0;Tout&#xa0;» pour voir le reste.</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="215"/>
        <source>Show on the charts</source>
        <translation>Montrer sur les graphiques</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="217"/>
        <source>Undo: lift the mute</source>
        <translation>Annuler : lever la mise en sourdine</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="218"/>
        <source>Undo: put the values before into Pending changes</source>
        <translation>Annuler&#xa0;: placer les valeurs précédentes dans «&#xa0;Modifications en attente&#xa0;»</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityLog</name>
    <message>
        <location filename="../console/models/activitylog.cpp" line="136"/>
        <source>Server started</source>
        <translation>Serveur démarré</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="137"/>
        <source>Configuration revision %1</source>
        <translation>Révision %1 de la configuration</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="138"/>
        <source>Drain began</source>
        <translation>Drainage commencé</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="139"/>
        <source>Drain ended</source>
        <translation>Drainage terminé</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="140"/>
        <source>Drain taken back, serving again</source>
        <translation>Drainage annulé, service repris</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="142"/>
        <source>Overloaded: work is refused</source>
        <translation>Surcharge&#xa0;: des événements sont refusés</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="145"/>
        <source>No longer overloaded</source>
        <translation>Fin de la surcharge</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="146"/>
        <source>%1 muted</source>
        <comment>a client</comment>
        <translation>%1 en sourdine</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="147"/>
        <source>Mute of %1 lifted</source>
        <translation>Sourdine de %1 levée</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="149"/>
        <source>%n connection(s) closed by an operator</source>
        <translation>
            <numerusform>%n connexion fermée par un opérateur</numerusform>
            <numerusform>%n connexions fermées par un opérateur</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="183"/>
        <source>takes back revision %1</source>
        <translation>annule la révision %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="190"/>
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>%n paramètre modifié</numerusform>
            <numerusform>%n paramètres modifiés</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="191"/>
        <source>%1 more</source>
        <translation>%1 de plus</translation>
    </message>
</context>
<context>
    <name>sluice::console::AdminClient</name>
    <message>
        <location filename="../console/client/adminclient.cpp" line="207"/>
        <source>The server speaks admin protocol %1, this console %2.</source>
        <translation>Le serveur parle le protocole d’administration %1, cette console le %2.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="297"/>
        <source>No answer within %1 s.</source>
        <translation>Aucune réponse en %1 s.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="303"/>
        <source>Nothing was heard for %1 s.</source>
        <translation>Plus rien reçu depuis %1 s.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="364"/>
        <source>There is no link to the server.</source>
        <translation>Aucune liaison avec le serveur.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="381"/>
        <source>The server did not answer in time.</source>
        <translation>Le serveur n’a pas répondu à temps.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="421"/>
        <source>The link to the server was lost before it answered.</source>
        <translation>La liaison avec le serveur a été perdue avant sa réponse.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="23"/>
        <source>silenced until %1</source>
        <translation>silence jusqu’à %1</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>■ critical</source>
        <translation>■ critique</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>▲ warning</source>
        <translation>▲ avertissement</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="87"/>
        <source>over</source>
        <translation>terminée</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="89"/>
        <source>active</source>
        <translation>active</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="97"/>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="98"/>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="99"/>
        <source>Now</source>
        <translation>Actuel</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="100"/>
        <source>At worst</source>
        <translation>Pire valeur</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="101"/>
        <source>Began</source>
        <translation>Début</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="102"/>
        <source>Lasts</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="103"/>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertMonitor</name>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="182"/>
        <source>%1 at %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="201"/>
        <source>%1 back under %2</source>
        <translation>%1 de nouveau sous %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="201"/>
        <source>%1 back over %2</source>
        <translation>%1 de nouveau au-dessus de %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="203"/>
        <source>lasted %1, at worst %2</source>
        <translation>durée %1, pire valeur %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertNotifier</name>
    <message>
        <location filename="../console/app/alertnotifier.cpp" line="34"/>
        <source>%1 is at %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRule</name>
    <message>
        <location filename="../console/models/alertrule.cpp" line="38"/>
        <source>%1 above %2 for %3 s</source>
        <translation>%1 au-dessus de %2 pendant %3 s</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="38"/>
        <source>%1 below %2 for %3 s</source>
        <translation>%1 en dessous de %2 pendant %3 s</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 above %2</source>
        <translation>%1 au-dessus de %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 below %2</source>
        <translation>%1 en dessous de %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="92"/>
        <source>Age of the last sample</source>
        <translation>Âge du dernier échantillon</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="93"/>
        <source>Events received, of one type</source>
        <translation>Événements reçus, d’un seul type</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="94"/>
        <source>Latency p99, of one type</source>
        <translation>Latence p99, d’un seul type</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="95"/>
        <source>Failures, of one type</source>
        <translation>Échecs, d’un seul type</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="96"/>
        <source>Time-outs, of one type</source>
        <translation>Timeouts, d’un seul type</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="97"/>
        <source>Rate-limit hits, of one type</source>
        <translation>Refus par limite de débit, d’un seul type</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleDialog</name>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>New alert rule</source>
        <translation>Nouvelle règle d’alerte</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>Change alert rule</source>
        <translation>Modifier la règle d’alerte</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="48"/>
        <source>Event type</source>
        <translation>Type d’événement</translation>
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
        <translation>&amp;Métrique</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="69"/>
        <source>&amp;Event type</source>
        <translation>&amp;Type d’événement</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="70"/>
        <source>&amp;Comparison</source>
        <translation>&amp;Comparaison</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="71"/>
        <source>&amp;Bound</source>
        <translation>&amp;Seuil</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="73"/>
        <source>&amp;For at least</source>
        <translation>&amp;Pendant au moins</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="74"/>
        <source>&amp;Severity</source>
        <translation>&amp;Gravité</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Add rule</source>
        <translation>Ajouter la règle</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Save rule</source>
        <translation>Enregistrer la règle</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="75"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="102"/>
        <source>above</source>
        <translation>au-dessus</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="103"/>
        <source>below</source>
        <translation>en dessous</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="107"/>
        <source>▲ warning</source>
        <translation>▲ avertissement</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="108"/>
        <source>■ critical</source>
        <translation>■ critique</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="134"/>
        <source>It is %1 now.</source>
        <translation>Valeur actuelle&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="171"/>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="172"/>
        <source>Now</source>
        <translation>Actuel</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="173"/>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertsPage</name>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="49"/>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="50"/>
        <location filename="../console/pages/alertspage.cpp" line="137"/>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="107"/>
        <source>Show on the charts</source>
        <translation>Montrer sur les graphiques</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="109"/>
        <source>Silence 10 min</source>
        <translation>Silence 10 min</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="111"/>
        <source>Silence 1 h</source>
        <translation>Silence 1 h</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="113"/>
        <source>End silence</source>
        <translation>Lever le silence</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="115"/>
        <source>Nothing holds and nothing held since this console watches. The rules below say what would.</source>
        <translation>Aucune alerte, ni en cours ni passée, depuis que cette console surveille. Les règles ci-dessous disent ce qui en déclencherait une.</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="118"/>
        <source>Active and past</source>
        <translation>Actives et passées</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="123"/>
        <source>Add rule…</source>
        <translation>Ajouter une règle…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="124"/>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="129"/>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="134"/>
        <source>Rules are this operator&apos;s own and kept for each server. They are watched while this console runs.</source>
        <translation>Les règles sont propres à cet opérateur et conservées pour chaque serveur. Elles sont surveillées tant que cette console tourne.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditDetails</name>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="45"/>
        <source>What the entry changed</source>
        <translation>Ce que l’entrée a modifié</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="65"/>
        <source>No entry selected</source>
        <translation>Aucune entrée sélectionnée</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="66"/>
        <source>Select a row to see each value before and after. Nobody can change this log.</source>
        <translation>Sélectionnez une ligne pour voir chaque valeur avant et après. Personne ne peut modifier ce journal.</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="70"/>
        <source>%1 · %2 (%3) · %4</source>
        <translation>%1 · %2 (%3) · %4</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="74"/>
        <source>Result: %1</source>
        <translation>Résultat&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="76"/>
        <source>Affected: %1</source>
        <translation>Éléments affectés&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>No reason was given.</source>
        <translation>Aucun motif n’a été donné.</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>Reason: %1</source>
        <translation>Motif&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditList</name>
    <message>
        <location filename="../console/models/auditlist.cpp" line="44"/>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="45"/>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="51"/>
        <source>From</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="56"/>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="62"/>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="67"/>
        <source>Affected</source>
        <translation>Affectés</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="68"/>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="73"/>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditPage</name>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter: any text of an entry   ( / )</source>
        <translation>Filtre&#xa0;: n’importe quel texte d’une entrée   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter the audit log</source>
        <translation>Filtrer le journal d’audit</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="25"/>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="30"/>
        <source>No operator has done anything on this server yet.</source>
        <translation>Aucun opérateur n’a encore rien fait sur ce serveur.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartAxes</name>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="58"/>
        <source>now</source>
        <comment>right end of a time axis</comment>
        <translation>maint.</translation>
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
        <translation>Menu du graphique %1</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="143"/>
        <source>What can be done with this chart</source>
        <translation>Actions possibles sur ce graphique</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="205"/>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as &amp;table</source>
        <translation>Afficher en &amp;tableau</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="206"/>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>&amp;Enlarge</source>
        <translation>&amp;Agrandir</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="208"/>
        <source>&amp;Copy value</source>
        <translation>&amp;Copier la valeur</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="210"/>
        <source>Copy &amp;image</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="212"/>
        <source>&amp;Save as PNG…</source>
        <translation>Enregistrer en &amp;PNG…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="213"/>
        <source>Export as CS&amp;V…</source>
        <translation>Exporter en CS&amp;V…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="215"/>
        <source>&amp;Alert on this…</source>
        <translation>Créer une a&amp;lerte…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as c&amp;hart</source>
        <translation>Afficher en &amp;graphique</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>All charts again</source>
        <translation>Tous les graphiques</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartPainter</name>
    <message>
        <location filename="../console/charts/chartpainter.cpp" line="61"/>
        <source>no data %1</source>
        <translation>pas de données %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartTable</name>
    <message>
        <location filename="../console/charts/charttable.cpp" line="93"/>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <location filename="../console/charts/charttable.cpp" line="94"/>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
</context>
<context>
    <name>sluice::console::ColumnMenu</name>
    <message>
        <location filename="../console/widgets/columnmenu.cpp" line="39"/>
        <source>Show all columns</source>
        <translation>Afficher toutes les colonnes</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandBox</name>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="27"/>
        <source>Search or run…   Ctrl+K</source>
        <translation>Chercher, exécuter…   Ctrl+K</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="28"/>
        <source>Command: search pages, settings and actions</source>
        <translation>Commande&#xa0;: chercher des pages, paramètres et actions</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="32"/>
        <source>What can be run</source>
        <translation>Ce qui peut être exécuté</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandLine</name>
    <message>
        <location filename="../console/app/commandline.cpp" line="30"/>
        <source>The operator console of the Sluice event server.</source>
        <translation>La console d’exploitation du serveur d’événements Sluice.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="31"/>
        <source>Host of the admin socket.</source>
        <translation>Hôte du socket d’administration.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="32"/>
        <source>Port of the admin socket (7601).</source>
        <translation>Port du socket d’administration (7601).</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="33"/>
        <source>Token; visible to other users of this machine, prefer a file.</source>
        <translation>Jeton&#xa0;; visible par les autres utilisateurs de cette machine, préférez un fichier.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="35"/>
        <source>File with the token in its first line.</source>
        <translation>Fichier contenant le jeton sur sa première ligne.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="36"/>
        <source>Connect with TLS.</source>
        <translation>Se connecter en TLS.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="38"/>
        <source>development, staging or production; colours the window.</source>
        <translation>development, staging ou production&#xa0;; colore la fenêtre.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="39"/>
        <source>Plays what is built in, without a server: incident.</source>
        <translation>Joue un scénario intégré, sans serveur&#xa0;: incident.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="41"/>
        <source>Language of this run: system, %1 or pseudo.</source>
        <translation>Langue de cette exécution&#xa0;: system, %1 ou pseudo.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="42"/>
        <source>Opens a saved session, without a server.</source>
        <translation>Ouvre une session enregistrée, sans serveur.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="61"/>
        <source>Unexpected argument: %1</source>
        <translation>Argument inattendu&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="63"/>
        <source>--demo knows only incident, not %1</source>
        <translation>--demo ne connaît que incident, pas %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="67"/>
        <source>--session needs the name of a file</source>
        <translation>--session exige le nom d’un fichier</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="69"/>
        <source>--demo and --session exclude each other</source>
        <translation>--demo et --session s’excluent mutuellement</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="76"/>
        <source>--port must be 1 to 65535, not %1</source>
        <translation>--port doit être compris entre 1 et 65535, pas %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="88"/>
        <source>--environment must be development, staging or production, not %1</source>
        <translation>--environment doit être development, staging ou production, pas %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="95"/>
        <source>--language must be system, %1 or pseudo, not %2</source>
        <translation>--language doit être system, %1 ou pseudo, pas %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::Comparison</name>
    <message>
        <location filename="../console/pages/comparison.cpp" line="92"/>
        <source>What is compared</source>
        <translation>Critère de comparaison</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="98"/>
        <source>Servers compared</source>
        <translation>Serveurs comparés</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="143"/>
        <source>Tick two or more servers to see them on one axis.</source>
        <translation>Cochez au moins deux serveurs pour les voir sur un même axe.</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="144"/>
        <source>Each line ends at its own server&apos;s now.</source>
        <translation>Chaque ligne s’arrête à l’heure actuelle de son propre serveur.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigModel</name>
    <message>
        <location filename="../console/models/configmodel.cpp" line="286"/>
        <source>general</source>
        <translation>général</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="84"/>
        <source>live, by %1</source>
        <translation>à chaud, par %1</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>changed by someone else meanwhile</source>
        <translation>modifié entre-temps par quelqu’un d’autre</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>not applied yet</source>
        <translation>pas encore appliqué</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="353"/>
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="354"/>
        <source>Running</source>
        <translation>Valeur actuelle</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="355"/>
        <source>New value</source>
        <translation>Nouvelle valeur</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="356"/>
        <source>Allowed</source>
        <translation>Valeurs admises</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="357"/>
        <source>Takes effect</source>
        <translation>Prise d’effet</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="358"/>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigPage</name>
    <message>
        <location filename="../console/pages/configpage.cpp" line="33"/>
        <source>only changed from default</source>
        <translation>seulement différents du défaut</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="42"/>
        <source>Filter settings…   (Ctrl+F)</source>
        <translation>Filtrer les paramètres…   (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="43"/>
        <source>Filter settings</source>
        <translation>Filtrer les paramètres</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="80"/>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="190"/>
        <source>Roll back revision %1</source>
        <translation>Annuler la révision %1</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="191"/>
        <source>Roll back revision %1: %2</source>
        <translation>Annuler la révision %1 : %2</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="199"/>
        <source>No setting selected</source>
        <translation>Aucun paramètre sélectionné</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="200"/>
        <source>Select a setting to read what it bounds and what happens at the bound.</source>
        <translation>Sélectionnez un paramètre pour lire ce qu’il limite et ce qui se passe à la limite.</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="207"/>
        <source>Running %1   ·   File %2   ·   Default %3   ·   Source: %4</source>
        <translation>Valeur actuelle : %1   ·   Fichier : %2   ·   Par défaut : %3   ·   Source : %4</translation>
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
        <translation>Nouvelle valeur pour %1, valeurs admises&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfirmDialog</name>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="36"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="66"/>
        <source>kept in the audit log</source>
        <translation>conservé dans le journal d’audit</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: required, %1</source>
        <translation>&amp;Motif&#xa0;: obligatoire, %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: %1</source>
        <translation>&amp;Motif&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="149"/>
        <source>&amp;Type %1 to confirm</source>
        <translation>&amp;Saisissez %1 pour confirmer</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="147"/>
        <source>The server is counting…</source>
        <translation>Le serveur compte…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/confirmdialog.cpp" line="128"/>
        <source>Nothing was done: there are %Ln now, no longer %1. Look again, and type the new number.</source>
        <translation>
            <numerusform>Rien n’a été fait : il y en a maintenant %Ln, et non plus %1. Vérifiez, puis saisissez le nouveau nombre.</numerusform>
            <numerusform>Rien n’a été fait : il y en a maintenant %Ln, et non plus %1. Vérifiez, puis saisissez le nouveau nombre.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="150"/>
        <source>&amp;Type %1 to confirm, %2</source>
        <translation>&amp;Saisissez %1 pour confirmer, %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="156"/>
        <source>Type the number first.</source>
        <translation>Saisissez d’abord le nombre.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="157"/>
        <source>A reason is required.</source>
        <translation>Un motif est obligatoire.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConflictDialog</name>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="32"/>
        <source>Keep these choices</source>
        <translation>Garder ces choix</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="36"/>
        <source>Changed by someone else meanwhile</source>
        <translation>Modifié entre-temps par quelqu’un d’autre</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="38"/>
        <source>These settings are no longer what they were when you edited them. Choose for each; nothing is applied before you say so.</source>
        <translation>Ces paramètres ne sont plus ce qu’ils étaient quand vous les avez modifiés. Choisissez pour chacun&#xa0;; rien n’est appliqué avant que vous ne le demandiez.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="45"/>
        <source>Keep all mine</source>
        <translation>Garder toutes les miennes</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="46"/>
        <source>Take all theirs</source>
        <translation>Prendre toutes les leurs</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="47"/>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Mine</source>
        <translation>Ma valeur</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Theirs, running now</source>
        <translation>La leur, en vigueur</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Base, before both</source>
        <translation>Base, avant les deux</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="126"/>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="127"/>
        <source>Take theirs</source>
        <translation>Prendre la leur</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="130"/>
        <source>Keep mine for %1</source>
        <translation>Garder la mienne pour %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="131"/>
        <source>Take theirs for %1</source>
        <translation>Prendre la leur pour %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="160"/>
        <source>Choose for each setting first.</source>
        <translation>Choisissez d’abord pour chaque paramètre.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectDialog</name>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="38"/>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="39"/>
        <source>Connect with T&amp;LS</source>
        <translation>Se connecter en T&amp;LS</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="45"/>
        <source>Trust this certificate and connect</source>
        <translation>Faire confiance à ce certificat et se connecter</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="46"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="241"/>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="47"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="50"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="92"/>
        <source>Connect to a server</source>
        <translation>Se connecter à un serveur</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="57"/>
        <source>for this session only, never stored</source>
        <translation>pour cette session seulement, jamais enregistré</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="58"/>
        <source>admin.token in the server&apos;s state directory</source>
        <translation>admin.token dans le répertoire d’état du serveur</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="59"/>
        <source>Not named</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="60"/>
        <source>Development</source>
        <translation>Développement</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="61"/>
        <source>Staging</source>
        <translation>Préproduction</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="62"/>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="95"/>
        <source>The admin socket of sluiced. It listens on loopback unless configured otherwise.</source>
        <translation>Le socket d’administration de sluiced. Sauf configuration contraire, il écoute sur la boucle locale.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="101"/>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="106"/>
        <source>Browse for a token file</source>
        <translation>Choisir un fichier de jeton</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="111"/>
        <source>&amp;Host and port</source>
        <translation>&amp;Hôte et port</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="112"/>
        <source>Token &amp;file</source>
        <translation>&amp;Fichier de jeton</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="113"/>
        <source>or &amp;token</source>
        <translation>ou &amp;jeton</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="115"/>
        <source>&amp;Environment</source>
        <translation>&amp;Environnement</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="129"/>
        <source>Try a built-in incident</source>
        <translation>Essayer un incident intégré</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="153"/>
        <source>beside the system&apos;s; not needed for most</source>
        <translation>outre celles du système&#xa0;; rarement nécessaire</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="154"/>
        <source>only if the server asks for one</source>
        <translation>seulement si le serveur en demande un</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="155"/>
        <source>if it is not in the certificate&apos;s file</source>
        <translation>si elle n’est pas avec le certificat</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="156"/>
        <source>&amp;Authorities (PEM file)</source>
        <translation>&amp;Autorités (fichier PEM)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="157"/>
        <source>Own &amp;certificate (PEM file)</source>
        <translation>&amp;Certificat client (fichier PEM)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="158"/>
        <source>Own &amp;key (PEM file)</source>
        <translation>Clé &amp;privée (fichier PEM)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="195"/>
        <source>Token file</source>
        <translation>Fichier de jeton</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="204"/>
        <source>Enter the host name or address of the server.</source>
        <translation>Saisissez le nom d’hôte ou l’adresse du serveur.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="209"/>
        <source>Enter a token or choose a token file that is not empty.</source>
        <translation>Saisissez un jeton ou choisissez un fichier de jeton non vide.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="210"/>
        <source>The token file cannot be read. %1</source>
        <translation>Impossible de lire le fichier de jeton. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="215"/>
        <source>A file for TLS cannot be used. %1</source>
        <translation>Un fichier pour TLS n’est pas utilisable. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="239"/>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="240"/>
        <source>Signing in…</source>
        <translation>Authentification…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="270"/>
        <source>Nothing listens at %1. Is the server running, and is this its admin port?</source>
        <translation>Rien n’écoute sur %1. Le serveur tourne-t-il, et est-ce bien son port d’administration&#xa0;?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="271"/>
        <source>The name %1 is not known.</source>
        <translation>Le nom %1 est inconnu.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="272"/>
        <source>%1 does not answer. %2</source>
        <translation>%1 ne répond pas. %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="274"/>
        <source>The server does not know this token. It is in admin.token in the server&apos;s state directory.</source>
        <translation>Le serveur ne connaît pas ce jeton. Il se trouve dans admin.token, dans le répertoire d’état du serveur.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="275"/>
        <source>This token&apos;s role may not use the console. %1</source>
        <translation>Le rôle de ce jeton n’autorise pas l’usage de la console. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="277"/>
        <source>This server and this console do not fit together. %1</source>
        <translation>Ce serveur et cette console ne sont pas compatibles. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="279"/>
        <source>The server closed the link. %1</source>
        <translation>Le serveur a fermé la liaison. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="281"/>
        <source>Nobody this computer trusts vouches for the server&apos;s certificate: %1. Its SHA-256 fingerprint is
%2
Compare it with the server&apos;s own before you trust it.</source>
        <translation>Aucune autorité reconnue par cet ordinateur ne garantit le certificat du serveur&#xa0;: %1. Son empreinte SHA-256 est
%2
Comparez-la avec celle du serveur lui-même avant de lui faire confiance.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="285"/>
        <source>The server shows another certificate than the one that was confirmed here. Somebody may be in between. Confirmed:
%1
Shown now:
%2</source>
        <translation>Le serveur présente un autre certificat que celui confirmé ici. Quelqu’un s’est peut-être interposé. Confirmé&#xa0;:
%1
Présenté maintenant&#xa0;:
%2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="289"/>
        <source>The server wants to see a certificate of one of its own authorities. %1</source>
        <translation>Le serveur exige un certificat émis par l’une de ses propres autorités. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="293"/>
        <source>There is no link to %1. %2</source>
        <translation>Aucune liaison avec %1. %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionDetails</name>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="44"/>
        <source>Last events</source>
        <translation>Derniers événements</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="45"/>
        <source>Last events of this connection</source>
        <translation>Derniers événements de cette connexion</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="73"/>
        <source>No event of this connection is remembered.</source>
        <translation>Aucun événement de cette connexion n’a été retenu.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="93"/>
        <source>Tap events</source>
        <translation>Capturer</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="95"/>
        <source>Send notice…</source>
        <translation>Notifier…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="97"/>
        <source>Mute</source>
        <translation>Sourdine</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="100"/>
        <source>Revoke tokens…</source>
        <translation>Révoquer les jetons…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="102"/>
        <source>Disconnect…</source>
        <translation>Déconnecter…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/connectiondetails.cpp" line="130"/>
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>Pendant %n minute</numerusform>
            <numerusform>Pendant %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="131"/>
        <source>For a day</source>
        <translation>Pendant un jour</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="138"/>
        <source>connection %1</source>
        <translation>connexion %1</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="153"/>
        <source>No connection selected</source>
        <translation>Aucune connexion sélectionnée</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="154"/>
        <source>Select a row to see what is known of it, its last events, and what can be done.</source>
        <translation>Sélectionnez une ligne pour voir ce qu’on en sait, ses derniers événements et les actions possibles.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="198"/>
        <source>○ gone</source>
        <translation>○ fermée</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>no TLS</source>
        <translation>sans TLS</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="221"/>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="222"/>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="223"/>
        <source>Age</source>
        <translation>Âge</translation>
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
        <translation>pas encore mesuré</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="227"/>
        <source>Events in</source>
        <translation>Événements reçus</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="228"/>
        <source>%1, now %2/s</source>
        <translation>%1, actuellement %2/s</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="230"/>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="231"/>
        <source>%1, of these %2 by a rate limit</source>
        <translation>%1, dont %2 par une limite de débit</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="232"/>
        <source>Send buffer</source>
        <translation>Tampon d’envoi</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="233"/>
        <source>I/O thread</source>
        <translation>Thread d’E/S</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="234"/>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="262"/>
        <source>This connection is gone.</source>
        <translation>Cette connexion est fermée.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="269"/>
        <source>Notices go to users, and this one has not signed in.</source>
        <translation>Les notifications s’adressent aux utilisateurs, et celui-ci n’est pas authentifié.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="271"/>
        <source>This one has not signed in with a token.</source>
        <translation>Celui-ci ne s’est pas authentifié avec un jeton.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionLists</name>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>server</source>
        <translation>serveur</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>client</source>
        <translation>client</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="69"/>
        <location filename="../console/models/connectionlists.cpp" line="141"/>
        <source>User</source>
        <translation>Utilisateur</translation>
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
        <translation>Rôle</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="86"/>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="91"/>
        <source>RTT ms</source>
        <translation>RTT ms</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="92"/>
        <source>In /s</source>
        <translation>Ent/s</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="97"/>
        <location filename="../console/models/connectionlists.cpp" line="162"/>
        <source>Received</source>
        <translation>Reçus</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="102"/>
        <source>Limited</source>
        <translation>Limités</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="108"/>
        <source>Buffer</source>
        <translation>Tampon</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="116"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="137"/>
        <source>Closed</source>
        <translation>Fermée</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="157"/>
        <source>Lasted</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="167"/>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="173"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="178"/>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="179"/>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="200"/>
        <source>(not signed in)</source>
        <translation>(non authentifié)</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="212"/>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="214"/>
        <source>slow</source>
        <translation>lente</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="216"/>
        <source>anonymous</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="217"/>
        <source>closing</source>
        <translation>se ferme</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionsPage</name>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</source>
        <translation>Filtre&#xa0;: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter connections</source>
        <translation>Filtrer les connexions</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="41"/>
        <source>Open connections</source>
        <translation>Connexions ouvertes</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="42"/>
        <source>Recently closed connections</source>
        <translation>Connexions fermées récemment</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="51"/>
        <source>Nobody is connected. Clients appear here as soon as they are.</source>
        <translation>Personne n’est connecté. Les clients apparaissent ici dès qu’ils le sont.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="52"/>
        <source>No connection has ended in the last 10 minutes.</source>
        <translation>Aucune connexion ne s’est terminée au cours des 10 dernières minutes.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="64"/>
        <source>Tap the selected connection</source>
        <translation>Capturer la connexion sélectionnée</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="69"/>
        <source>Disconnect…</source>
        <translation>Déconnecter…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="84"/>
        <source>Disconnect all that match…</source>
        <translation>Déconnecter tout ce qui correspond…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="104"/>
        <source>Which connections</source>
        <translation>Quelles connexions</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="107"/>
        <source>Open</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="108"/>
        <source>Recently closed</source>
        <translation>Fermées récemment</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="109"/>
        <source>Those of the last 10 minutes, with the reason</source>
        <translation>Celles des 10 dernières minutes, avec le motif</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all %1…</source>
        <translation>Agir sur toutes (%1)…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all…</source>
        <translation>Agir sur toutes…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="238"/>
        <source>connection %1</source>
        <translation>connexion %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::DisconnectFlow</name>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="47"/>
        <source>%1?</source>
        <comment>the question before it is done: “Disconnect 5 clients?”</comment>
        <translation>%1&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="29"/>
        <source>Disconnect %n client(s)</source>
        <translation>
            <numerusform>Déconnecter %n client</numerusform>
            <numerusform>Déconnecter %n clients</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="34"/>
        <source>Disconnect %1?</source>
        <translation>Déconnecter %1&#xa0;?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="35"/>
        <source>Connection %1 is closed. Its client may come back at once.</source>
        <translation>La connexion %1 sera fermée. Son client peut revenir aussitôt.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="36"/>
        <source>Disconnect %1</source>
        <translation>Déconnecter %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="49"/>
        <source>These connections are closed, whatever becomes of the list meanwhile. Their clients may come back at once.</source>
        <translation>Ces connexions seront fermées, quoi que devienne la liste entre-temps. Leurs clients peuvent revenir aussitôt.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="59"/>
        <source>All connections of this server are closed.</source>
        <translation>Toutes les connexions de ce serveur seront fermées.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="60"/>
        <source>All connections that match “%1” are closed.</source>
        <translation>Toutes les connexions correspondant à «&#xa0;%1&#xa0;» seront fermées.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="61"/>
        <source>Disconnect all that match?</source>
        <translation>Déconnecter tout ce qui correspond&#xa0;?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="63"/>
        <source>Their clients may come back. If there are over 10 % more of them by then, the server refuses.</source>
        <translation>Leurs clients peuvent revenir. Si leur nombre a alors augmenté de plus de 10&#xa0;%, le serveur refuse.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="64"/>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="71"/>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="73"/>
        <source>&amp;Spread over, so that they do not all come back at once</source>
        <translation>É&amp;taler sur, pour que tous ne reviennent pas en même temps</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="81"/>
        <source>told to the client, kept in the audit log</source>
        <translation>communiqué au client, conservé dans le journal d’audit</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="101"/>
        <source>Nothing matches any more.</source>
        <translation>Plus rien ne correspond.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="122"/>
        <source>%n connection(s) is/are being closed.</source>
        <translation>
            <numerusform>%n connexion est en cours de fermeture.</numerusform>
            <numerusform>%n connexions sont en cours de fermeture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="124"/>
        <source>%n was/were gone already.</source>
        <translation>
            <numerusform>%n était déjà fermée.</numerusform>
            <numerusform>%n étaient déjà fermées.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="145"/>
        <source>The server has restarted, or it is another one. Look again.</source>
        <translation>Le serveur a redémarré, ou c’en est un autre. Vérifiez à nouveau.</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainCurve</name>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="35"/>
        <source>Events still in the server</source>
        <translation>Événements encore dans le serveur</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="47"/>
        <source>Copy &amp;image</source>
        <translation>Copier l’&amp;image</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="48"/>
        <source>&amp;Save as PNG…</source>
        <translation>Enregistrer en &amp;PNG…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="49"/>
        <source>Export as CS&amp;V…</source>
        <translation>Exporter en CS&amp;V…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="50"/>
        <location filename="../console/charts/draincurve.cpp" line="60"/>
        <source>Drain</source>
        <translation>Drainer</translation>
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
        <translation>fin du délai de grâce</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainForecast</name>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="68"/>
        <source>At the present rate that takes less than a second.</source>
        <translation>Au rythme actuel, cela prend moins d’une seconde.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="70"/>
        <source>At the present rate that takes at least %1 s, and longer where a lane is slow.</source>
        <translation>Au rythme actuel, cela prend au moins %1 s, et davantage là où une file est lente.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="75"/>
        <source>At the present rate that takes about %1 s.</source>
        <translation>Au rythme actuel, cela prend environ %1 s.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="76"/>
        <source>At the present rates that takes %1 to %2 s; the slowest lane decides.</source>
        <translation>Aux rythmes actuels, cela prend de %1 à %2 s ; la file la plus lente décide.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="84"/>
        <source>The grace period ended: %Ln events were answered with an error.</source>
        <translation>
            <numerusform>Le délai de grâce est écoulé : %Ln événement a reçu une erreur.</numerusform>
            <numerusform>Le délai de grâce est écoulé : %Ln événements ont reçu une erreur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="89"/>
        <source>All %Ln events were answered. Nothing was lost.</source>
        <translation>
            <numerusform>%Ln événement, qui a reçu une réponse. Rien n’a été perdu.</numerusform>
            <numerusform>Les %Ln événements ont tous reçu une réponse. Rien n’a été perdu.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="92"/>
        <source>Paused: the drain stands still, and so does its time.</source>
        <translation>En pause&#xa0;: le drainage est suspendu, et son délai aussi.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="94"/>
        <source>Not shrinking yet; %1 s are left for the work.</source>
        <translation>Pas encore de baisse&#xa0;; il reste %1 s pour finir le travail.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="96"/>
        <source>At the present rate the server is empty in about %1 s, %2 s before the end. Nothing will be lost.</source>
        <translation>Au rythme actuel, le serveur sera vide dans environ %1 s, %2 s avant la fin. Rien ne sera perdu.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="102"/>
        <source>At the present rate about %Ln events will be lost; %1 s more grace would save them.</source>
        <translation>
            <numerusform>Au rythme actuel, environ %Ln événement sera perdu ; %1 s de grâce en plus le sauveraient.</numerusform>
            <numerusform>Au rythme actuel, environ %Ln événements seront perdus ; %1 s de grâce en plus les sauveraient.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainPlanPanel</name>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="40"/>
        <source>&amp;Exit</source>
        <translation>S’&amp;arrêter</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="41"/>
        <source>&amp;Stay up, drained, until it may accept again</source>
        <translation>&amp;Rester actif, drainé, jusqu’à pouvoir accepter à nouveau</translation>
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
        <translation>inscrit au journal d’audit</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="59"/>
        <source>&amp;Grace period</source>
        <translation>&amp;Délai de grâce</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="60"/>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="61"/>
        <source>Then</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="63"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain and shut down</source>
        <translation>Drainer et arrêter</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain</source>
        <translation>Drainer</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="166"/>
        <source>The server stops accepting at once.</source>
        <translation>Le serveur cesse aussitôt d’accepter.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="167"/>
        <source>%Ln events are finished and answered, %1 queued and %2 running.</source>
        <translation>
            <numerusform>%Ln événement est terminé et reçoit sa réponse, %1 en file et %2 en cours.</numerusform>
            <numerusform>%Ln événements sont terminés et reçoivent leur réponse, %1 en file et %2 en cours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="173"/>
        <source>Then %Ln clients are told to go elsewhere (1012), over %1 s so that they do not all come back at once.</source>
        <translation>
            <numerusform>Ensuite, %Ln client est invité à se reconnecter ailleurs (1012), sur %1 s.</numerusform>
            <numerusform>Ensuite, %Ln clients sont invités à se reconnecter ailleurs (1012), sur %1 s pour que tous ne reviennent pas en même temps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="178"/>
        <source>Then %Ln clients are told to go elsewhere (1012).</source>
        <translation>
            <numerusform>Ensuite, %Ln client est invité à se reconnecter ailleurs (1012).</numerusform>
            <numerusform>Ensuite, %Ln clients sont invités à se reconnecter ailleurs (1012).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="181"/>
        <source>The server exits. What is not finished after %1 s is answered with an error.</source>
        <translation>Le serveur s’arrête. Ce qui n’est pas terminé après %1 s reçoit une erreur.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="182"/>
        <source>The server stays up, drained. What is not finished after %1 s is answered with an error.</source>
        <translation>Le serveur reste actif, drainé. Ce qui n’est pas terminé après %1 s reçoit une erreur.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="192"/>
        <source>The server was restarted since this dialog was opened.</source>
        <translation>Le serveur a été redémarré depuis l’ouverture de cette fenêtre.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="212"/>
        <source>The server refused: %1</source>
        <translation>Le serveur a refusé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainProgressPanel</name>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="32"/>
        <source>Not ready any more: balancers send clients elsewhere</source>
        <translation>Plus prêt&#xa0;: les répartiteurs de charge envoient les clients ailleurs</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="35"/>
        <source>Nothing new is accepted; what is inside is finished</source>
        <translation>Plus rien n’est accepté&#xa0;; ce qui est en cours est mené à terme</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="38"/>
        <source>The last pushes are sent</source>
        <translation>Les derniers messages push sont envoyés</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="40"/>
        <source>Clients are told to go elsewhere (1012)</source>
        <translation>Les clients sont invités à se reconnecter ailleurs (1012)</translation>
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
        <translation>Reste en file</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="72"/>
        <source>In flight</source>
        <translation>En cours</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="73"/>
        <source>Pushes to send</source>
        <translation>Push à envoyer</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="74"/>
        <source>Clients left</source>
        <translation>Clients restants</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="92"/>
        <source>Events still in the server</source>
        <translation>Événements encore dans le serveur</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="133"/>
        <source>Cancel: accept again</source>
        <translation>Annuler&#xa0;: accepter à nouveau</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="134"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="135"/>
        <source>More grace</source>
        <translation>Prolonger</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="138"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Keep watching in background</source>
        <translation>Suivre en arrière-plan</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="173"/>
        <source>The server refused: %1</source>
        <translation>Le serveur a refusé&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="184"/>
        <source>of %1 s grace left</source>
        <translation>sur %1 s de grâce</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="203"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="214"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="271"/>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="209"/>
        <source>%1, oldest: %2</source>
        <translation>%1, le plus ancien&#xa0;: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="224"/>
        <source>%1 for %2</source>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="240"/>
        <source> (since %1)</source>
        <translation> (à %1)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="261"/>
        <source>+%1 s grace</source>
        <translation>+%1 s de grâce</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="264"/>
        <source>Stop now, lose %Ln events…</source>
        <translation>
            <numerusform>Arrêter, perdre %Ln événement…</numerusform>
            <numerusform>Arrêter, perdre %Ln événements…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="279"/>
        <source>Stopped as asked; %Ln events were answered with an error.</source>
        <translation>
            <numerusform>Arrêté comme demandé ; %Ln événement a reçu une erreur.</numerusform>
            <numerusform>Arrêté comme demandé ; %Ln événements ont reçu une erreur.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="136"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="263"/>
        <source>Stop now…</source>
        <translation>Arrêter maintenant…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="270"/>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>This console waits for its return.</source>
        <translation>Cette console attend son retour.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>The practice is over.</source>
        <translation>L’exercice est terminé.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="276"/>
        <source>Stopped as asked, nothing lost.</source>
        <translation>Arrêté comme demandé, rien n’a été perdu.</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsModel</name>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(signed in)</source>
        <translation>(authentifiés)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(anyone)</source>
        <translation>(tous)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="188"/>
        <source>Handler: %1</source>
        <translation>Handler&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="219"/>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="220"/>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="221"/>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="222"/>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="223"/>
        <source>Time-out ms</source>
        <translation>Timeout ms</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="224"/>
        <source>Rate /s</source>
        <translation>Débit /s</translation>
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
        <translation>Erreurs</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="228"/>
        <source>Time-outs</source>
        <translation>Timeouts</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="229"/>
        <source>Limited</source>
        <translation>Limités</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="230"/>
        <source>Share of events</source>
        <translation>Part des événements</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsPage</name>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="83"/>
        <source>The server has told no event types yet.</source>
        <translation>Le serveur n’a encore indiqué aucun type d’événement.</translation>
    </message>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="86"/>
        <location filename="../console/pages/eventspage.cpp" line="112"/>
        <source>Event types</source>
        <translation>Types d’événements</translation>
    </message>
</context>
<context>
    <name>sluice::console::Frame</name>
    <message>
        <location filename="../console/app/frame.cpp" line="95"/>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="96"/>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="97"/>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="98"/>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="99"/>
        <source>Config</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="100"/>
        <source>Live tap</source>
        <translation>Capture</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="101"/>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="102"/>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="103"/>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="127"/>
        <source>&amp;Export the chart as CSV…</source>
        <translation>Exporter le graphique en &amp;CSV…</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderBar</name>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="28"/>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="29"/>
        <source>STAGING</source>
        <translation>PRÉPROD</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="30"/>
        <source>DEV</source>
        <translation>DEV</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="59"/>
        <source>Time range of the charts</source>
        <translation>Plage de temps des graphiques</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="60"/>
        <source>Last 1 min</source>
        <translation>Dernière minute</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="61"/>
        <source>Last 5 min</source>
        <translation>5 dernières min</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="62"/>
        <source>Last 10 min</source>
        <translation>10 dernières min</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="63"/>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="64"/>
        <source>Last 6 hours</source>
        <translation>6 dernières heures</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="69"/>
        <location filename="../console/widgets/headerbar.cpp" line="70"/>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="76"/>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="77"/>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderState</name>
    <message>
        <location filename="../console/app/headerstate.cpp" line="27"/>
        <source>No server</source>
        <translation>Aucun serveur</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="29"/>
        <source>read-only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="42"/>
        <source>last sample %1, values below are old</source>
        <translation>dernier échantillon %1, les valeurs ci-dessous sont anciennes</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="44"/>
        <source>up %1 · v%2 · config rev %3</source>
        <translation>actif depuis %1 · v%2 · config rév. %3</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="52"/>
        <source>○ Not connected</source>
        <translation>○ Non connecté</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="53"/>
        <source>○ Connecting…</source>
        <translation>○ Connexion…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="54"/>
        <source>○ Signing in…</source>
        <translation>○ Authentification…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="57"/>
        <source>○ Stopped as asked</source>
        <translation>○ Arrêté comme demandé</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="67"/>
        <source>◷ Recording</source>
        <translation>◷ Enregistrement</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="69"/>
        <source>▲ Drained</source>
        <translation>▲ Drainé</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="71"/>
        <source>▲ Draining</source>
        <translation>▲ Drainage</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="73"/>
        <source>▲ Sample %1 s old</source>
        <translation>▲ Échantillon vieux de %1 s</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="75"/>
        <source>▲ Updates every %1 s</source>
        <translation>▲ Mise à jour toutes les %1 s</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="77"/>
        <source>▲ Restarted %1 ago</source>
        <translation>▲ Redémarré il y a %1</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="78"/>
        <source>● Live</source>
        <translation>● En direct</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="95"/>
        <source>■ Link lost %1 · retry in %2 s</source>
        <translation>■ Liaison perdue %1 · essai dans %2 s</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="96"/>
        <source>■ Link lost %1 · trying…</source>
        <translation>■ Liaison perdue %1 · essai en cours…</translation>
    </message>
</context>
<context>
    <name>sluice::console::KeyList</name>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="37"/>
        <source>Give it this key</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="38"/>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="39"/>
        <source>As delivered</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="40"/>
        <source>All as delivered</source>
        <translation>Tout par défaut</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="44"/>
        <source>Keyboard</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="76"/>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>What it does</source>
        <translation>Action</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="96"/>
        <source>New key: press it</source>
        <translation>Nouvelle touche&#xa0;: appuyez dessus</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="97"/>
        <source>Press the key</source>
        <translation>Appuyez sur la touche</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="145"/>
        <source>This key cannot be changed.</source>
        <translation>Cette touche ne peut pas être modifiée.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="160"/>
        <source>Click into the field and press a key first.</source>
        <translation>Cliquez d’abord dans le champ et appuyez sur une touche.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="165"/>
        <source>Not changed: %1 is the key of “%2”.</source>
        <translation>Non modifié&#xa0;: %1 est la touche de «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="170"/>
        <source>%1 is now the key of “%2”.</source>
        <translation>%1 est maintenant la touche de «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="178"/>
        <source>“%1” has no key now.</source>
        <translation>«&#xa0;%1&#xa0;» n’a plus de touche.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="190"/>
        <source>“%1” has its key as delivered.</source>
        <translation>«&#xa0;%1&#xa0;» a retrouvé sa touche par défaut.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="192"/>
        <source>Not changed: “%1” has that key now.</source>
        <translation>Non modifié&#xa0;: cette touche est maintenant celle de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="199"/>
        <source>All keys are as delivered.</source>
        <translation>Toutes les touches sont celles par défaut.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="58"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitLists</name>
    <message>
        <location filename="../console/models/limitlists.cpp" line="33"/>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="41"/>
        <source>enforced</source>
        <translation>appliquée</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="43"/>
        <source>dry run</source>
        <translation>simulation</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="44"/>
        <source>off</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>user</source>
        <translation>utilisateur</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="83"/>
        <source>any user</source>
        <translation>tout utilisateur</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="109"/>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="115"/>
        <source>Bound</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="116"/>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="117"/>
        <source>Windows</source>
        <translation>Fenêtres</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="118"/>
        <location filename="../console/models/limitlists.cpp" line="218"/>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="123"/>
        <source>Refused /s</source>
        <translation>Refusés /s</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="128"/>
        <source>Would refuse</source>
        <translation>Refuserait</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="133"/>
        <source>What it would have refused in a dry run.</source>
        <translation>Ce que la limite aurait refusé en simulation.</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="134"/>
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="149"/>
        <location filename="../console/models/limitlists.cpp" line="189"/>
        <location filename="../console/models/limitlists.cpp" line="214"/>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="155"/>
        <source>Used</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="164"/>
        <source>Free in s</source>
        <translation>Libre (s)</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="194"/>
        <location filename="../console/models/limitlists.cpp" line="215"/>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="195"/>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="196"/>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="201"/>
        <source>At most so much of it may have been others&apos;.</source>
        <translation>Au maximum, cette quantité peut provenir d’autres.</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="216"/>
        <source>Time left</source>
        <translation>Restant</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="217"/>
        <source>Of</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="223"/>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="224"/>
        <location filename="../console/models/limitlists.cpp" line="247"/>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="225"/>
        <location filename="../console/models/limitlists.cpp" line="248"/>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="242"/>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="243"/>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="244"/>
        <source>Issued before</source>
        <translation>Émis avant</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="245"/>
        <source>Kept until</source>
        <translation>Conservé jusqu’au</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="246"/>
        <source>Revoked</source>
        <translation>Révoqué le</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="263"/>
        <source>All together</source>
        <translation>Tous ensemble</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="265"/>
        <source>Each address</source>
        <translation>Chaque adresse</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="267"/>
        <source>Each user</source>
        <translation>Chaque utilisateur</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="269"/>
        <source>Each client</source>
        <translation>Chaque client</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="271"/>
        <source>Unknown events</source>
        <translation>Événements inconnus</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="272"/>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitsPage</name>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="42"/>
        <location filename="../console/pages/limitspage.cpp" line="128"/>
        <source>Rate limits</source>
        <translation>Limites de débit</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="43"/>
        <source>The fullest windows of the selected limit</source>
        <translation>Fenêtres les plus remplies de la limite sélectionnée</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="44"/>
        <location filename="../console/pages/limitspage.cpp" line="147"/>
        <source>Who costs most</source>
        <translation>Les plus coûteux</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="57"/>
        <source>This server limits nothing. Limits are set on the Config page.</source>
        <translation>Ce serveur ne limite rien. Les limites se règlent à la page Configuration.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="58"/>
        <source>Nobody stands out.</source>
        <translation>Personne ne se démarque.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="91"/>
        <source>What limits clients</source>
        <translation>Ce qui limite les clients</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="94"/>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="95"/>
        <source>Muted</source>
        <translation>En sourdine</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="96"/>
        <source>Revoked tokens</source>
        <translation>Jetons révoqués</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="125"/>
        <source>A double click leads to the setting.</source>
        <translation>Un double clic mène au paramètre.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="137"/>
        <source>What is compared</source>
        <translation>Critère de comparaison</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="138"/>
        <source>events refused</source>
        <translation>événements refusés</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="139"/>
        <source>events sent</source>
        <translation>événements envoyés</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="140"/>
        <source>handler time, µs</source>
        <translation>temps de handler, µs</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="141"/>
        <source>pushes lost</source>
        <translation>push perdus</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="142"/>
        <source>bytes not read</source>
        <translation>octets non lus</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="179"/>
        <source>This limit is off, or counts all clients together.</source>
        <translation>Cette limite est désactivée ou compte tous les clients ensemble.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="180"/>
        <source>Nobody has used anything of this limit in its present window.</source>
        <translation>Personne n’a rien consommé de cette limite dans sa fenêtre actuelle.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="182"/>
        <source>Fullest windows</source>
        <translation>Fenêtres les plus remplies</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="187"/>
        <source>Fullest windows · %1</source>
        <translation>Fenêtres les plus remplies · %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ListExportButton</name>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="13"/>
        <source>Export CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="33"/>
        <source>Fetching… %Ln rows so far.</source>
        <translation>
            <numerusform>Récupération… %Ln ligne jusqu’ici.</numerusform>
            <numerusform>Récupération… %Ln lignes jusqu’ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="41"/>
        <source>There are more than %Ln rows; these are exported.</source>
        <translation>
            <numerusform>Il y a plus de %Ln ligne ; seule celle-ci est exportée.</numerusform>
            <numerusform>Il y a plus de %Ln lignes ; seules celles-ci sont exportées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="42"/>
        <source>%Ln rows are fetched.</source>
        <translation>
            <numerusform>%Ln ligne récupérée.</numerusform>
            <numerusform>%Ln lignes récupérées.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="36"/>
        <source>Nothing was exported: %1</source>
        <translation>Rien n’a été exporté&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::MainWindow</name>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="106"/>
        <source>Sluice console</source>
        <translation>Console Sluice</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/mainwindow.cpp" line="306"/>
        <source>%n change(s) that you had not applied are pending again.</source>
        <translation>
            <numerusform>%n modification que vous n’aviez pas appliquée est de nouveau en attente.</numerusform>
            <numerusform>%n modifications que vous n’aviez pas appliquées sont de nouveau en attente.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="445"/>
        <source>Enter a token or choose a token file.</source>
        <translation>Saisissez un jeton ou choisissez un fichier de jeton.</translation>
    </message>
</context>
<context>
    <name>sluice::console::MuteFlow</name>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="34"/>
        <source>%1 is not muted: %2</source>
        <translation>%1 n’a pas été mis en sourdine&#xa0;: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="39"/>
        <source>%1 is muted for %2: events are refused.</source>
        <translation>%1 est en sourdine pendant %2&#xa0;: ses événements sont refusés.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="54"/>
        <source>The mute of %1 is not lifted: %2</source>
        <translation>La sourdine de %1 n’a pas été levée&#xa0;: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="60"/>
        <source>%1 is no longer muted.</source>
        <translation>%1 n’est plus en sourdine.</translation>
    </message>
</context>
<context>
    <name>sluice::console::MutesPanel</name>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="22"/>
        <source>Who is muted</source>
        <translation>Qui est en sourdine</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="24"/>
        <source>Lift</source>
        <translation>Lever</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="27"/>
        <source>Nobody is muted. Mute a client on the Connections page.</source>
        <translation>Personne n’est en sourdine. Un client se met en sourdine à la page Connexions.</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="30"/>
        <source>Events of these are refused until the time is over. A restart ends all mutes.</source>
        <translation>Leurs événements sont refusés jusqu’à la fin de la durée. Un redémarrage lève toutes les sourdines.</translation>
    </message>
</context>
<context>
    <name>sluice::console::NameGate</name>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="19"/>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="24"/>
        <source>Type the server&apos;s &amp;name</source>
        <translation>Saisissez le &amp;nom du serveur</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="76"/>
        <source>Type the server&apos;s name first.</source>
        <translation>Saisissez d’abord le nom du serveur.</translation>
    </message>
</context>
<context>
    <name>sluice::console::NoticeDialog</name>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="32"/>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="35"/>
        <source>Send a notice to %1</source>
        <translation>Envoyer une notification à %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="51"/>
        <source>It goes to all connections of this user as {&quot;text&quot;: …}. The text itself is not written to the audit log.</source>
        <translation>Elle est envoyée à toutes les connexions de cet utilisateur sous la forme {&quot;text&quot;: …}. Le texte lui-même n’est pas inscrit au journal d’audit.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="67"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="73"/>
        <source>&amp;Event</source>
        <translation>É&amp;vénement</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="74"/>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="114"/>
        <source>The notice is on its way to %1.</source>
        <translation>La notification est en route vers %1.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="115"/>
        <source>%1 is no longer connected; nobody got the notice.</source>
        <translation>%1 n’est plus connecté&#xa0;; personne n’a reçu la notification.</translation>
    </message>
</context>
<context>
    <name>sluice::console::OverviewPage</name>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="51"/>
        <source>Queue depth</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="52"/>
        <source>high</source>
        <translation>haute</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="53"/>
        <source>normal</source>
        <translation>normale</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="54"/>
        <source>low</source>
        <translation>basse</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="58"/>
        <source>Throughput /s</source>
        <translation>Débit /s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>received</source>
        <translation>reçus</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>processed</source>
        <translation>traités</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="63"/>
        <source>Latency, ms</source>
        <translation>Latence, ms</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="68"/>
        <source>Rate-limit hits /s</source>
        <translation>Refus par limite /s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="69"/>
        <source>all events</source>
        <translation>tous les événements</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="73"/>
        <location filename="../console/pages/overviewpage.cpp" line="144"/>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="74"/>
        <source>open</source>
        <translation>ouvertes</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="78"/>
        <source>Broadcast sends /s</source>
        <translation>Envois de diffusion /s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="79"/>
        <source>sends</source>
        <translation>envois</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="93"/>
        <source>%1 in 1 min</source>
        <comment>change of a number</comment>
        <translation>%1 en 1 min</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="145"/>
        <source>Events in</source>
        <translation>Événements reçus</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="146"/>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="147"/>
        <source>Latency p99</source>
        <translation>Latence p99</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="148"/>
        <source>Rate-limited</source>
        <translation>Refus par limite</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="149"/>
        <source>Refused, overloaded</source>
        <translation>Refus pour surcharge</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="155"/>
        <source>Alert on this…</source>
        <translation>Créer une alerte…</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="223"/>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="224"/>
        <source>Show what happened</source>
        <translation>Montrer ce qui s’est passé</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/overviewpage.cpp" line="432"/>
        <source>Paused %1, +%n sample(s) waiting.</source>
        <translation>
            <numerusform>En pause depuis %1, +%n échantillon en attente.</numerusform>
            <numerusform>En pause depuis %1, +%n échantillons en attente.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="438"/>
        <source>All charts show %1 to %2.</source>
        <translation>Tous les graphiques vont de %1 à %2.</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Show up to now (double click)</source>
        <translation>Revenir à maintenant (double clic)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Go on (Space)</source>
        <translation>Reprendre (Espace)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="505"/>
        <source>of %1</source>
        <translation>sur %1</translation>
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
        <translation>%1 au total</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="547"/>
        <source>alert %1</source>
        <translation>alerte %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="549"/>
        <source>drop %1</source>
        <translation>refus %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="564"/>
        <source>%1 old</source>
        <comment>age of a number</comment>
        <translation>il y a %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedModel</name>
    <message>
        <location filename="../console/models/pagedmodel.cpp" line="230"/>
        <source>This server does not tell it: it is older than this console.</source>
        <translation>Ce serveur ne l’indique pas&#xa0;: il est plus ancien que cette console.</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedTable</name>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="30"/>
        <source>There is nothing to list.</source>
        <translation>Il n’y a rien à lister.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="54"/>
        <location filename="../console/widgets/pagedtable.cpp" line="55"/>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="57"/>
        <location filename="../console/widgets/pagedtable.cpp" line="58"/>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="100"/>
        <source>%n new row(s), order frozen</source>
        <translation>
            <numerusform>%n nouvelle ligne, ordre figé</numerusform>
            <numerusform>%n nouvelles lignes, ordre figé</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="101"/>
        <source>order frozen while you are at it</source>
        <translation>ordre figé tant que vous y êtes</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="104"/>
        <source>○ old</source>
        <translation>○ ancien</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="106"/>
        <source>▲ waiting for the server…</source>
        <translation>▲ en attente du serveur…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <source>rows %1 to %2</source>
        <translation>lignes %1 à %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <location filename="../console/widgets/pagedtable.cpp" line="138"/>
        <source>%1 in all</source>
        <translation>%1 au total</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="132"/>
        <source>the first %Ln</source>
        <comment>rows</comment>
        <translation>
            <numerusform>la première</numerusform>
            <numerusform>les %Ln premières</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="135"/>
        <source>rows %1 to %2 of %3</source>
        <translation>lignes %1 à %2 sur %3</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="137"/>
        <source>%Ln of %1 match</source>
        <translation>
            <numerusform>%Ln sur %1 correspond</numerusform>
            <numerusform>%Ln sur %1 correspondent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="148"/>
        <source>only the newest %Ln rows were recorded</source>
        <translation>
            <numerusform>seule la ligne la plus récente (%Ln) a été enregistrée</numerusform>
            <numerusform>seules les %Ln lignes les plus récentes ont été enregistrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="149"/>
        <source>only the first %1 of %Ln rows were recorded</source>
        <translation>
            <numerusform>seules les %1 premières de %Ln ligne ont été enregistrées</numerusform>
            <numerusform>seules les %1 premières de %Ln lignes ont été enregistrées</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <source>The filter is not understood.</source>
        <translation>Le filtre n’est pas valide.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>There is no link to a server.</source>
        <translation>Aucune liaison avec un serveur.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Nothing matches “%1”.</source>
        <translation>Rien ne correspond à «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>sluice::console::PendingPanel</name>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="45"/>
        <source>Undo by itself unless I keep it within</source>
        <translation>Annuler automatiquement si je ne la garde pas sous</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="48"/>
        <source>Discard all</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="49"/>
        <source>Check on server</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="57"/>
        <location filename="../console/pages/pendingpanel.cpp" line="67"/>
        <source>Pending changes</source>
        <translation>Modifications en attente</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="99"/>
        <source>Seconds until it is undone</source>
        <translation>Secondes avant l’annulation</translation>
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
        <translation>Motif de la modification</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="145"/>
        <source>Reason (goes to the audit log), required</source>
        <translation>Motif (inscrit au journal d’audit), obligatoire</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="146"/>
        <source>Reason (goes to the audit log)</source>
        <translation>Motif (inscrit au journal d’audit)</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="181"/>
        <source>Double-click a value, or press F2 on it, to change it. Nothing happens before you apply.</source>
        <translation>Double-cliquez sur une valeur ou appuyez sur F2 pour la modifier. Rien ne se passe avant l’application.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="190"/>
        <source>base: revision %1</source>
        <translation>base&#xa0;: révision %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="209"/>
        <source>Undo the change of %1</source>
        <translation>Annuler la modification&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="210"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="224"/>
        <source> Expected: %1.</source>
        <translation> Attendu&#xa0;: %1.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="228"/>
        <source>▲ Changed meanwhile from %1 to %2.</source>
        <translation>▲ Modifié entre-temps de %1 à %2.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="233"/>
        <source>Takes effect: %1</source>
        <translation>Prise d’effet&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="263"/>
        <source>▲ Decide on %n setting(s) changed by others…</source>
        <translation>
            <numerusform>▲ Arbitrer %n paramètre modifié par d’autres…</numerusform>
            <numerusform>▲ Arbitrer %n paramètres modifiés par d’autres…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Appliquer %n modification</numerusform>
            <numerusform>Appliquer %n modifications</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="269"/>
        <source>A change is on trial. Keep it or take it back first.</source>
        <translation>Une modification est à l’essai. Gardez-la ou annulez-la d’abord.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="270"/>
        <source>Somebody else changed the same settings. Decide on these first.</source>
        <translation>Quelqu’un d’autre a modifié les mêmes paramètres. Décidez d’abord pour ceux-ci.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="271"/>
        <source>A reason is required.</source>
        <translation>Un motif est obligatoire.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Checking…</source>
        <translation>Vérification en cours…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Applying…</source>
        <translation>Application en cours…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="325"/>
        <source>▲ Someone else changed the configuration: now revision %1. Your edits are kept; look at them and apply again.</source>
        <translation>▲ Quelqu’un d’autre a modifié la configuration&#xa0;: révision %1 à présent. Vos modifications sont conservées&#xa0;; relisez-les et appliquez à nouveau.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="332"/>
        <source>■ Refused, nothing was changed: %1</source>
        <translation>■ Refusé, rien n’a été modifié&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>The server would accept this.</source>
        <translation>Le serveur accepterait ces modifications.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>%n change(s) applied.</source>
        <translation>
            <numerusform>%n modification appliquée.</numerusform>
            <numerusform>%n modifications appliquées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PipelineView</name>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="140"/>
        <source>A click leads to the page of that stage.</source>
        <translation>Un clic mène à la page de cette étape.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="86"/>
        <source>Way of the events</source>
        <translation>Parcours des événements</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="104"/>
        <source>Clients: %1</source>
        <translation>Clients&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="105"/>
        <source>Policies: %1 refused by rate limits</source>
        <translation>Politiques&#xa0;: %1 refusés par les limites de débit</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="107"/>
        <source>Queue lanes: high %1, normal %2, low %3</source>
        <translation>Files d’attente&#xa0;: haute %1, normale %2, basse %3</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="110"/>
        <source>Workers: %1 of %2 busy</source>
        <translation>Workers&#xa0;: %1 occupés sur %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="111"/>
        <source>Handlers: p99 %1 ms</source>
        <translation>Handlers&#xa0;: p99 %1 ms</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="112"/>
        <source>Broadcast: %1 sent</source>
        <translation>Diffusion&#xa0;: %1 envoyés</translation>
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
            <numerusform>%n utilisateur</numerusform>
            <numerusform>%n utilisateurs</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="260"/>
        <source>Handlers</source>
        <translation>Handlers</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="263"/>
        <source>ms p99 (p50 %1)</source>
        <translation>ms p99 (p50 %1)</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="267"/>
        <source>Broadcast</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>sends/s</source>
        <translation>envois/s</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>%1 waiting</source>
        <translation>%1 en attente</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="314"/>
        <source>rejected %1</source>
        <translation>rejetés %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="316"/>
        <source>refused, overloaded %1</source>
        <translation>refus pour surcharge %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="318"/>
        <source>dropped %1</source>
        <translation>perdues %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>Policies</source>
        <translation>Politiques</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="90"/>
        <source>clients: %1; events received per second: %2; queue: %3; workers busy: %4 of %5; p99: %6 ms</source>
        <translation>clients : %1 ; événements reçus par seconde : %2 ; file : %3 ; workers occupés : %4 sur %5 ; p99 : %6 ms</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>refusals</source>
        <translation>refus</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="264"/>
        <source>time-outs %1</source>
        <translation>délais %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="265"/>
        <source>errors %1</source>
        <translation>erreurs %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>access</source>
        <translation>accès</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>rate limit</source>
        <translation>limite de débit</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="278"/>
        <source>invalid</source>
        <translation>non valides</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>Queue lanes</source>
        <translation>Files d’attente</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>capacity %1</source>
        <translation>capacité %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>high</source>
        <translation>haute</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>normal</source>
        <translation>normale</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>low</source>
        <translation>basse</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="255"/>
        <source>Workers</source>
        <translation>Workers</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="256"/>
        <source>%1/%2 busy</source>
        <translation>%1/%2 occupés</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="258"/>
        <source>utilisation %1</source>
        <translation>utilisation %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::Rail</name>
    <message>
        <location filename="../console/widgets/rail.cpp" line="66"/>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedList</name>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="99"/>
        <source>A recorded list of this kind cannot be filtered.</source>
        <translation>Une liste enregistrée de ce type ne peut pas être filtrée.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="132"/>
        <source>A recorded list cannot be put into this order.</source>
        <translation>Une liste enregistrée ne peut pas être triée ainsi.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedServer</name>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="68"/>
        <source>This is a recording: nothing can be changed in it.</source>
        <translation>C’est un enregistrement&#xa0;: rien ne peut y être modifié.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="110"/>
        <source>This recording holds no further rows of the list.</source>
        <translation>Cet enregistrement ne contient pas d’autres lignes de la liste.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="113"/>
        <source>This recording does not hold it.</source>
        <translation>Cet enregistrement ne contient pas cette donnée.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Recording</name>
    <message>
        <location filename="../console/recording/recording.cpp" line="140"/>
        <source>it holds no samples</source>
        <translation>il ne contient aucun échantillon</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="167"/>
        <source>it is JSON, but no saved session</source>
        <translation>c’est du JSON, mais pas une session enregistrée</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="172"/>
        <source>it has version %1 of the format, and this console reads version %2</source>
        <translation>il est à la version %1 du format, et cette console lit la version %2</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="189"/>
        <source>its samples are more than a day apart</source>
        <translation>ses échantillons sont espacés de plus d’un jour</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="196"/>
        <source>it does not tell which server it is of (“%1”)</source>
        <translation>il n’indique pas de quel serveur il provient («&#xa0;%1&#xa0;»)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="198"/>
        <source>it is of a server with admin protocol %1, and this console speaks %2</source>
        <translation>il provient d’un serveur au protocole d’administration %1, et cette console parle le %2</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="210"/>
        <source>the sample %1 has no valid time</source>
        <translation>l’échantillon %1 n’a pas d’heure valide</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="212"/>
        <source>the sample %1 is not later than the one before</source>
        <translation>l’échantillon %1 n’est pas postérieur au précédent</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="222"/>
        <source>its list “%1” is missing</source>
        <translation>sa liste «&#xa0;%1&#xa0;» manque</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="230"/>
        <source>%1 is not an object</source>
        <translation>%1 n’est pas un objet</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="243"/>
        <source>it is no saved session of this console</source>
        <translation>ce n’est pas une session enregistrée par cette console</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="244"/>
        <source>it is cut off: its end is missing</source>
        <translation>il est tronqué&#xa0;: sa fin manque</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="245"/>
        <source>it is damaged: its content does not fit its checksum</source>
        <translation>il est endommagé&#xa0;: son contenu ne correspond pas à sa somme de contrôle</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="248"/>
        <source>it holds more than %1</source>
        <translation>il contient plus de %1</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="286"/>
        <source>it is empty</source>
        <translation>il est vide</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="297"/>
        <source>its content is no JSON object</source>
        <translation>son contenu n’est pas un objet JSON</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="298"/>
        <source>its content is no JSON (%1 at byte %2)</source>
        <translation>son contenu n’est pas du JSON (%1 à l’octet %2)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="314"/>
        <source>it is a folder</source>
        <translation>c’est un dossier</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="316"/>
        <source>it cannot be read: %1</source>
        <translation>il est illisible&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="320"/>
        <source>it is larger than %1</source>
        <translation>il dépasse %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordingBar</name>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="44"/>
        <source>Close the recording</source>
        <translation>Fermer l’enregistrement</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="50"/>
        <source>Instant of the recording</source>
        <translation>Instant de l’enregistrement</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="51"/>
        <source>Moves the whole window to an instant (← → one sample, Home and End)</source>
        <translation>Place toute la fenêtre à un instant (← → un échantillon, Début et Fin)</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="58"/>
        <source>Back to the choice of a server</source>
        <translation>Retour au choix d’un serveur</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="62"/>
        <source>To the beginning</source>
        <translation>Au début</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="63"/>
        <source>One sample back</source>
        <translation>Un échantillon en arrière</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="65"/>
        <source>One sample on</source>
        <translation>Un échantillon en avant</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="66"/>
        <source>To the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="121"/>
        <source>Recording of %1, %2, from %3 to %4</source>
        <translation>Enregistrement de %1, %2, de %3 à %4</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="134"/>
        <source>%1, the end</source>
        <translation>%1, la fin</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="135"/>
        <source>%1, %2 before the end</source>
        <translation>%1, %2 avant la fin</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="137"/>
        <source>Lists are as they were at the end, when the recording was saved; all else is of this instant.</source>
        <translation>Les listes sont celles de la fin, quand l’enregistrement a été sauvegardé&#xa0;; tout le reste est de cet instant.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionList</name>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="46"/>
        <source>on trial</source>
        <translation>à l’essai</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="48"/>
        <source>taken back by %1</source>
        <comment>by revision 18</comment>
        <translation>annulée par %1</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="50"/>
        <source>takes back %1</source>
        <comment>revision 17</comment>
        <translation>annule %1</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="93"/>
        <source>Revision</source>
        <translation>Révision</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="94"/>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="97"/>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="98"/>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="104"/>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="105"/>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionsPanel</name>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="21"/>
        <source>Revisions of the configuration</source>
        <translation>Révisions de la configuration</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="22"/>
        <source>Roll back</source>
        <translation>Annuler la révision</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="29"/>
        <source>Revisions</source>
        <translation>Révisions</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="70"/>
        <source>Select the revision to roll back.</source>
        <translation>Sélectionnez la révision à annuler.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="72"/>
        <source>There is nothing to put back: the settings have the values from before that revision.</source>
        <translation>Rien à annuler : les réglages ont déjà les valeurs d’avant cette révision.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="87"/>
        <source>Puts the values from before into the pending changes; nothing is applied yet.</source>
        <translation>Place les valeurs précédentes dans les modifications en attente ; rien n’est encore appliqué.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="88"/>
        <source>Nothing was changed since the server started.</source>
        <translation>Rien n’a été modifié depuis le démarrage du serveur.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="89"/>
        <source>The server has not told its revisions.</source>
        <translation>Le serveur n’a pas communiqué ses révisions.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevocationsPanel</name>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="23"/>
        <source>Revoked tokens</source>
        <translation>Jetons révoqués</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter: a part of user, token, reason or who did it</source>
        <translation>Filtre&#xa0;: une partie de l’utilisateur, du jeton, du motif ou de l’auteur</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter revoked tokens</source>
        <translation>Filtrer les jetons révoqués</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="27"/>
        <source>Take back…</source>
        <translation>Annuler…</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="31"/>
        <source>No tokens are revoked. Revoke a user&apos;s tokens on the Connections page.</source>
        <translation>Aucun jeton n’est révoqué. Les jetons d’un utilisateur se révoquent à la page Connexions.</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="73"/>
        <source>token %1</source>
        <translation>le jeton %1</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="74"/>
        <source>all users</source>
        <translation>tous les utilisateurs</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevokeFlow</name>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="23"/>
        <source>Revoke the tokens of %1?</source>
        <translation>Révoquer les jetons de %1&#xa0;?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="24"/>
        <source>These tokens of %1 let nobody in any more, and the connections that came with them are closed.</source>
        <translation>Ces jetons de %1 ne donneront plus accès à personne, et les connexions établies avec eux seront fermées.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="26"/>
        <location filename="../console/dialogs/revokeflow.cpp" line="80"/>
        <source>Revoke tokens of %1</source>
        <translation>Révoquer les jetons de %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="28"/>
        <source>the number of open connections of this user</source>
        <translation>le nombre de connexions ouvertes de cet utilisateur</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="33"/>
        <source>those issued until now; a new sign-in is possible</source>
        <translation>ceux émis jusqu’à présent&#xa0;; une nouvelle authentification est possible</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="34"/>
        <source>all, also new ones, until it is taken back</source>
        <translation>tous, y compris les nouveaux, jusqu’à annulation</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="35"/>
        <source>&amp;Which tokens</source>
        <translation>&amp;Quels jetons</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="41"/>
        <source>Take the revocation of %1 back?</source>
        <translation>Annuler la révocation pour %1&#xa0;?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="42"/>
        <source>Tokens of %1 that have not expired let in again.</source>
        <translation>Pour %1&#xa0;: les jetons non expirés donneront de nouveau accès.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="43"/>
        <source>Take it back</source>
        <translation>Annuler la révocation</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="53"/>
        <source>The tokens of %1 are revoked.</source>
        <translation>Les jetons de %1 sont révoqués.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="54"/>
        <source>The revocation is taken back.</source>
        <translation>La révocation est annulée.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="72"/>
        <source>The server cannot count the connections of a user with such a name. Use sluicectl.</source>
        <translation>Le serveur ne peut pas compter les connexions d’un utilisateur portant un tel nom. Utilisez sluicectl.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="92"/>
        <source>It could not be saved, and will not outlive a restart.</source>
        <translation>Cela n’a pas pu être enregistré et ne survivra pas à un redémarrage.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerCard</name>
    <message>
        <location filename="../console/pages/servercard.cpp" line="49"/>
        <source>Read-only from this console</source>
        <translation>Lecture seule depuis cette console</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="50"/>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="51"/>
        <source>Open here</source>
        <translation>Ouvrir ici</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="52"/>
        <source>New window</source>
        <translation>Nouvelle fenêtre</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="53"/>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="73"/>
        <source>Nothing that changes this server is offered while it is on.</source>
        <translation>Tant que cette option est active, rien de ce qui modifie ce serveur n’est proposé.</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="75"/>
        <source>Compare %1 with others</source>
        <translation>Comparer %1 à d’autres</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="87"/>
        <source>Open %1 here</source>
        <translation>Ouvrir %1 ici</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="89"/>
        <source>Open %1 in a new window</source>
        <translation>Ouvrir %1 dans une nouvelle fenêtre</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="91"/>
        <source>Forget %1</source>
        <translation>Oublier %1</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="122"/>
        <location filename="../console/pages/servercard.cpp" line="124"/>
        <source>It is open in this window.</source>
        <translation>Il est ouvert dans cette fenêtre.</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="150"/>
        <source>On one axis with the others that are ticked</source>
        <translation>Sur un même axe que les autres serveurs cochés</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="151"/>
        <source>More servers cannot be told apart on one axis.</source>
        <translation>Davantage de serveurs ne se distingueraient plus sur un même axe.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerSession</name>
    <message>
        <location filename="../console/models/serversession.cpp" line="207"/>
        <location filename="../console/models/serversession.cpp" line="212"/>
        <source>There is no link to the server.</source>
        <translation>Aucune liaison avec le serveur.</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>The server stopped as asked</source>
        <translation>Le serveur s’est arrêté comme demandé</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>Link to the server lost</source>
        <translation>Liaison avec le serveur perdue</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="354"/>
        <source>Link to the server is back</source>
        <translation>Liaison avec le serveur rétablie</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="367"/>
        <source>Own mark %1</source>
        <translation>Repère personnel %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerWatch</name>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="54"/>
        <source>No token file is saved for it. Open it to enter a token.</source>
        <translation>Aucun fichier de jeton n’est enregistré pour lui. Ouvrez-le pour saisir un jeton.</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="55"/>
        <source>Its token cannot be read: %1</source>
        <translation>Impossible de lire son jeton&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="62"/>
        <source>It does not know the saved token.</source>
        <translation>Il ne connaît pas le jeton enregistré.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServersPage</name>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="42"/>
        <source>No server is saved yet. One is as soon as a connection to it has worked.</source>
        <translation>Aucun serveur n’est encore enregistré. Un serveur l’est dès qu’une connexion avec lui a réussi.</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="45"/>
        <source>Connect to another server…</source>
        <translation>Se connecter à un autre serveur…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="47"/>
        <location filename="../console/pages/serverspage.cpp" line="58"/>
        <source>Saved servers</source>
        <translation>Serveurs enregistrés</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="214"/>
        <location filename="../console/pages/serverspage.cpp" line="241"/>
        <source>○ not connected</source>
        <translation>○ non connecté</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <location filename="../console/pages/serverspage.cpp" line="240"/>
        <source>■ link lost</source>
        <translation>■ liaison perdue</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <source>This console is trying to reach it.</source>
        <translation>Cette console essaie de le joindre.</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="226"/>
        <location filename="../console/pages/serverspage.cpp" line="242"/>
        <source>○ connecting…</source>
        <translation>○ connexion…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="254"/>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>● live</source>
        <translation>● en direct</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>▲ draining</source>
        <translation>▲ drainage</translation>
    </message>
</context>
<context>
    <name>sluice::console::SessionFiles</name>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="64"/>
        <source>The session is being packed…</source>
        <translation>La session est en cours de compression…</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="82"/>
        <location filename="../console/app/sessionfiles.cpp" line="117"/>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>Open session</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>Saved sessions (*.%1)</source>
        <translation>Sessions enregistrées (*.%1)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>%1 is being read.</source>
        <translation>%1 est en cours de lecture.</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>%1 cannot be opened: %2.</source>
        <translation>Impossible d’ouvrir le fichier %1&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Shortcuts</name>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="43"/>
        <source>Pause, or go on</source>
        <translation>Mettre en pause ou reprendre</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="44"/>
        <location filename="../console/widgets/shortcuts.cpp" line="45"/>
        <source>On a chart: the crosshair one sample on; with Shift ten</source>
        <translation>Sur un graphique&#xa0;: déplacer le réticule d’un échantillon&#xa0;; de dix avec Maj</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="46"/>
        <source>On a chart: to the left end of the range</source>
        <translation>Sur un graphique&#xa0;: à l’extrémité gauche de la plage</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="47"/>
        <source>On a chart: to the right end of the range</source>
        <translation>Sur un graphique&#xa0;: à l’extrémité droite de la plage</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="48"/>
        <source>To the row above</source>
        <translation>À la ligne du dessus</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="49"/>
        <source>To the row below</source>
        <translation>À la ligne du dessous</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="50"/>
        <source>On a chart: release the crosshair, then the zoom</source>
        <translation>Sur un graphique&#xa0;: libérer le réticule, puis le zoom</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="51"/>
        <location filename="../console/widgets/shortcuts.cpp" line="52"/>
        <source>Press what has the focus</source>
        <translation>Actionner ce qui a le focus</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="53"/>
        <source>To the next control</source>
        <translation>Au contrôle suivant</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="54"/>
        <source>To the control before</source>
        <translation>Au contrôle précédent</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="55"/>
        <source>Open the menu</source>
        <translation>Ouvrir le menu</translation>
    </message>
</context>
<context>
    <name>sluice::console::ShutdownDialog</name>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain and shut down %1</source>
        <translation>Drainer et arrêter %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="178"/>
        <source>%Ln events that are not answered yet get an error.</source>
        <translation>
            <numerusform>%Ln événement sans réponse reçoit une erreur.</numerusform>
            <numerusform>%Ln événements sans réponse reçoivent une erreur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="179"/>
        <source>%Ln clients are told to go elsewhere (1012) all at once.</source>
        <translation>
            <numerusform>%Ln client est aussitôt invité à se reconnecter ailleurs (1012).</numerusform>
            <numerusform>%Ln clients sont invités tous en même temps à se reconnecter ailleurs (1012).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="180"/>
        <source>This cannot be taken back.</source>
        <translation>Cela ne peut pas être annulé.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now, lose %Ln events</source>
        <translation>
            <numerusform>Arrêter, perdre %Ln événement</numerusform>
            <numerusform>Arrêter, perdre %Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="189"/>
        <source>The server refused: %1</source>
        <translation>Le serveur a refusé&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="159"/>
        <source>Draining %1</source>
        <translation>%1&#xa0;: drainage en cours</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="78"/>
        <source>Back to the drain</source>
        <translation>Revenir au drainage</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain %1</source>
        <translation>Drainer %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="155"/>
        <source>asked by %1</source>
        <translation>demandé par %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="158"/>
        <source>%1 is drained</source>
        <translation>%1 est drainé</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="167"/>
        <source>Stop %1 now</source>
        <translation>Arrêter %1 maintenant</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now</source>
        <translation>Arrêter maintenant</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="157"/>
        <source>%1 has stopped</source>
        <translation>%1 s’est arrêté</translation>
    </message>
</context>
<context>
    <name>sluice::console::Situation</name>
    <message>
        <location filename="../console/app/situation.cpp" line="52"/>
        <source>%1 stopped at %2.</source>
        <translation>%1 s’est arrêté à %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="46"/>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="49"/>
        <source>Nothing was lost.</source>
        <translation>Rien n’a été perdu.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="50"/>
        <source>%Ln events were answered with an error.</source>
        <translation>
            <numerusform>%Ln événement a reçu une erreur.</numerusform>
            <numerusform>%Ln événements ont reçu une erreur.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>This console waits for its return.</source>
        <translation>Cette console attend son retour.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>The practice is over.</source>
        <translation>L’exercice est terminé.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="55"/>
        <source>No data since %1.</source>
        <translation>Aucune donnée depuis %1.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="56"/>
        <source>The server may be fine: only the admin link is down (%1). Actions are disabled; charts keep what they have.</source>
        <translation>Le serveur va peut-être bien&#xa0;: seule la liaison d’administration est coupée (%1). Les actions sont désactivées&#xa0;; les graphiques gardent leurs données.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Signing in at %1…</source>
        <translation>Connexion au compte sur %1…</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Connecting to %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="71"/>
        <source>Without an answer this is given up after %1 s.</source>
        <translation>Sans réponse, ceci est abandonné après %1 s.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="72"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="80"/>
        <source>Out of service: drained.</source>
        <translation>Hors service&#xa0;: drainé.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="81"/>
        <source>The server stays up and answers new clients with 503 until it is resumed.</source>
        <translation>Le serveur reste actif et répond 503 aux nouveaux clients jusqu’à sa remise en service.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Drain paused, %1 s left.</source>
        <translation>Drainage en pause, encore %1 s.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Draining, %1 s left.</source>
        <translation>Drainage en cours, encore %1 s.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="88"/>
        <source>%Ln events are still inside.</source>
        <translation>
            <numerusform>%Ln événement est encore dans le serveur.</numerusform>
            <numerusform>%Ln événements sont encore dans le serveur.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="98"/>
        <source>%1 is at %2.</source>
        <translation>%1&#xa0;: %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="99"/>
        <source>The rule: %1. It has held for %2.</source>
        <translation>Règle&#xa0;: %1. Condition remplie depuis %2.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="101"/>
        <source>%n other alert(s).</source>
        <translation>
            <numerusform>%n autre alerte.</numerusform>
            <numerusform>%n autres alertes.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="102"/>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="103"/>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Silence 10 min</source>
        <translation>Silence 10 min</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="114"/>
        <source>The server reduced its updates to %1 Hz to protect itself.</source>
        <translation>Le serveur a réduit ses mises à jour à %1 Hz pour se protéger.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="115"/>
        <source>Its admin side has more to do than it may (admin.cpu-share). No sample is lost: those in between are fetched when it is over.</source>
        <translation>Son côté d’administration a plus à faire qu’il ne peut (admin.cpu-share). Aucun échantillon n’est perdu : ceux qui manquent seront récupérés ensuite.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="131"/>
        <source>The queue is at %1: low-priority events are refused.</source>
        <translation>La file d’attente est à %1&#xa0;: les événements de priorité basse sont refusés.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="136"/>
        <source>Refusing begins at %1, in about %2 s. </source>
        <translation>Les refus commencent à %1, dans environ %2 s. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="137"/>
        <source>Refusing begins at %1. </source>
        <translation>Les refus commencent à %1. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="140"/>
        <source>The queue is at %1, over the alert threshold of %2.</source>
        <translation>La file d’attente est à %1, au-dessus du seuil d’alerte de %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="149"/>
        <source>Revision %1 of the configuration goes back in %2.</source>
        <translation>La révision %1 de la configuration sera annulée dans %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>It is on trial: keep it, or take it back now.</source>
        <translation>Elle est à l’essai : gardez-la, ou annulez-la maintenant.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="168"/>
        <source>The queue is at %1 and rises by %2 a second:</source>
        <translation>La file d’attente est à %1 et augmente de %2 par seconde&#xa0;:</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="169"/>
        <source>the alert threshold (%1) in about %2 s. </source>
        <translation>seuil d’alerte (%1) dans environ %2 s. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Show queue</source>
        <translation>Voir la file</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="194"/>
        <source>Received %1/s, processed %2/s.</source>
        <translation>Reçus %1/s, traités %2/s.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Sparkline</name>
    <message>
        <location filename="../console/widgets/sparkline.cpp" line="40"/>
        <source>%1: %2, old</source>
        <translation>%1&#xa0;: %2, ancien</translation>
    </message>
    <message>
        <location filename="../console/widgets/sparkline.cpp" line="40"/>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::StartPage</name>
    <message>
        <location filename="../console/app/startpage.cpp" line="25"/>
        <source>No server yet</source>
        <translation>Pas encore de serveur</translation>
    </message>
    <message>
        <location filename="../console/app/startpage.cpp" line="26"/>
        <source>What happens on a server is shown here as soon as there is a link to one.</source>
        <translation>Ce qui se passe sur un serveur s’affiche ici dès qu’une liaison existe.</translation>
    </message>
</context>
<context>
    <name>sluice::console::StatusLine</name>
    <message>
        <location filename="../console/app/statusline.cpp" line="34"/>
        <source>console CPU %1 · %2</source>
        <translation>console&#xa0;: CPU %1 · %2</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="40"/>
        <source>a recording: no admin link</source>
        <translation>enregistrement&#xa0;: aucune liaison d’administration</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>no admin link</source>
        <translation>aucune liaison d’administration</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>admin link %1</source>
        <translation>liaison d’administration %1</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="45"/>
        <source>%1 · RTT %2 ms</source>
        <translation>%1 · RTT %2 ms</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="52"/>
        <source>no sample yet</source>
        <translation>aucun échantillon</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="54"/>
        <source>samples up to %1</source>
        <translation>échantillons jusqu’à %1</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="56"/>
        <source>sample %1 s ago · %2 lost</source>
        <translation>échantillon il y a %1 s · %2 perdus</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapForm</name>
    <message>
        <location filename="../console/pages/tapform.cpp" line="36"/>
        <source>&amp;Show payloads (audited)</source>
        <translation>Afficher les c&amp;ontenus (audité)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="56"/>
        <location filename="../console/pages/tapform.cpp" line="57"/>
        <location filename="../console/pages/tapform.cpp" line="58"/>
        <location filename="../console/pages/tapform.cpp" line="60"/>
        <location filename="../console/pages/tapform.cpp" line="70"/>
        <source>any</source>
        <translation>tout</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="61"/>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="62"/>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="63"/>
        <source>timed out</source>
        <translation>timeout</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="64"/>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="65"/>
        <source>connection gone</source>
        <translation>déconnecté</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="66"/>
        <source>abandoned</source>
        <translation>abandonné</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="67"/>
        <source>refused</source>
        <translation>refusé</translation>
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
        <translation>à choisir</translation>
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
        <translation>É&amp;vénement</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="92"/>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="93"/>
        <source>&amp;Connection</source>
        <translation>&amp;Connexion</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="94"/>
        <source>&amp;Result</source>
        <translation>&amp;Résultat</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="95"/>
        <source>S&amp;lower than</source>
        <translation>&amp;Plus lent que</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="96"/>
        <source>At &amp;most, required</source>
        <translation>&amp;Maximum, requis</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="97"/>
        <source>&amp;For, required</source>
        <translation>&amp;Durée, requise</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="123"/>
        <source>Choose how many events a second may be shown at most.</source>
        <translation>Choisissez combien d’événements par seconde peuvent être affichés au maximum.</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="125"/>
        <source>Choose after how long the tap ends by itself.</source>
        <translation>Choisissez au bout de combien de temps la capture s’arrête d’elle-même.</translation>
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
        <translation>Effacer</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="39"/>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="42"/>
        <source>Events as they end</source>
        <translation>Événements à mesure qu’ils se terminent</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="46"/>
        <location filename="../console/pages/tappage.cpp" line="171"/>
        <source>Choose what to watch, how much of it and for how long; then start the tap.</source>
        <translation>Choisissez quoi observer, en quelle quantité et pendant combien de temps&#xa0;; puis démarrez la capture.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="80"/>
        <source>Save what is listed, one JSON object a line</source>
        <translation>Enregistrer la liste, un objet JSON par ligne</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="157"/>
        <source>This role may not tap.</source>
        <translation>Ce rôle ne peut pas capturer.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>● tapping</source>
        <translation>● capture en cours</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="170"/>
        <source>Waiting for an event that matches…</source>
        <translation>En attente d’un événement correspondant…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="180"/>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="181"/>
        <source>ends in %1</source>
        <translation>se termine dans %1</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="182"/>
        <source>The tap&apos;s time is over.</source>
        <translation>Le temps de la capture est écoulé.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="183"/>
        <source>The tap ended with the link.</source>
        <translation>La capture s’est terminée avec la liaison.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="184"/>
        <source>Refused: %1</source>
        <translation>Refusé&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="187"/>
        <source>the last %Ln events</source>
        <translation>
            <numerusform>le dernier événement (%Ln)</numerusform>
            <numerusform>les %Ln derniers événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="190"/>
        <source>%Ln are waiting</source>
        <translation>
            <numerusform>%Ln en attente</numerusform>
            <numerusform>%Ln en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="192"/>
        <source>%Ln more matched than may be shown</source>
        <translation>
            <numerusform>%Ln correspondance au-delà du maximum affichable</numerusform>
            <numerusform>%Ln correspondances au-delà du maximum affichable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="188"/>
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::Tile</name>
    <message>
        <location filename="../console/widgets/tile.cpp" line="51"/>
        <source>%1: %2 %3, %4</source>
        <comment>tile: what, value, unit, comparison</comment>
        <translation>%1&#xa0;: %2 %3, %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::TimeChart</name>
    <message>
        <location filename="../console/charts/chartdata.cpp" line="57"/>
        <source>%1 %2, from %3 to %4</source>
        <comment>line of a chart: name, newest value, least, most</comment>
        <translation>%1 %2, de %3 à %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::Toast</name>
    <message>
        <location filename="../console/widgets/toast.cpp" line="25"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>sluice::console::TraceModel</name>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="50"/>
        <location filename="../console/models/tracemodel.cpp" line="51"/>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="54"/>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="31"/>
        <source>(unknown)</source>
        <translation>(inconnu)</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="61"/>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="67"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="73"/>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="74"/>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="79"/>
        <source>Lane</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="80"/>
        <source>Wait ms</source>
        <translation>File ms</translation>
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
        <translation>échec&#xa0;: %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="177"/>
        <source>timed out</source>
        <translation>timeout</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="179"/>
        <source>connection gone</source>
        <translation>déconnecté</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="181"/>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="182"/>
        <source>abandoned</source>
        <translation>abandonné</translation>
    </message>
</context>
<context>
    <name>sluice::console::TracePanel</name>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="62"/>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="64"/>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="66"/>
        <source>Payloads are masked. An administrator can start a tap that shows them; that is audited.</source>
        <translation>Les contenus sont masqués. Un administrateur peut lancer une capture qui les affiche&#xa0;; c’est audité.</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="74"/>
        <source>Parameters of the event</source>
        <translation>Paramètres de l’événement</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="75"/>
        <source>Answer to the event</source>
        <translation>Réponse à l’événement</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="93"/>
        <source>The event&apos;s way</source>
        <translation>Le parcours de l’événement</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="111"/>
        <source>No event selected</source>
        <translation>Aucun événement sélectionné</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="112"/>
        <source>Select a row to see the event&apos;s way: each step with its time, and what each policy decided by.</source>
        <translation>Sélectionnez une ligne pour voir le parcours de l’événement&#xa0;: chaque étape avec sa durée, et ce sur quoi chaque politique s’est fondée.</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="115"/>
        <source>(unknown)</source>
        <translation>(inconnu)</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="117"/>
        <source>%1 · connection %2 · %3</source>
        <translation>%1 · connexion %2 · %3</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="120"/>
        <source>not signed in</source>
        <translation>non authentifié</translation>
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
        <translation>octets</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="46"/>
        <source>received</source>
        <translation>reçu</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="49"/>
        <source>waited in lane %1</source>
        <translation>attente dans la file %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="50"/>
        <source>handler, worker %1</source>
        <translation>handler, worker %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="53"/>
        <source>receipt, policies, hand-overs and answer</source>
        <translation>réception, politiques, transferts et réponse</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="54"/>
        <source>all that is not measured by itself</source>
        <translation>tout ce qui n’est pas mesuré à part</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="58"/>
        <source>answered: %1</source>
        <translation>réponse&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::TrialPanel</name>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="21"/>
        <source>Keep it</source>
        <translation>Garder</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="22"/>
        <source>Take it back now</source>
        <translation>Annuler maintenant</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="51"/>
        <source>▲ Revision %1 goes back by itself in %2.</source>
        <translation>▲ La révision %1 s’annule d’elle-même dans %2.</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="75"/>
        <source>Revision %1 is kept.</source>
        <translation>La révision %1 est gardée.</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="77"/>
        <source>Revision %1 has gone back.</source>
        <translation>La révision %1 a été annulée.</translation>
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
        <translation>L’effet qu’aurait eu ce réglage ces dernières minutes est inconnu&#xa0;: personne n’a compté.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="53"/>
        <source>Would have refused none of %Ln events in the last %1, as now.</source>
        <translation>
            <numerusform>N’aurait pas refusé le seul événement (%Ln) des dernières %1, comme actuellement.</numerusform>
            <numerusform>N’aurait refusé aucun des %Ln événements au cours des dernières %1, comme actuellement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="58"/>
        <source>Would have refused %1 of %Ln events in the last %2, as many as now.</source>
        <translation>
            <numerusform>Aurait refusé %1 événement sur %Ln au cours des dernières %2, autant qu’actuellement.</numerusform>
            <numerusform>Aurait refusé %1 événements sur %Ln au cours des dernières %2, autant qu’actuellement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="63"/>
        <source>Would have refused %1 more of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>Aurait refusé %1 de plus sur %Ln événement au cours des dernières %2 : %3 au lieu de %4.</numerusform>
            <numerusform>Aurait refusé %1 de plus sur %Ln événements au cours des dernières %2 : %3 au lieu de %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="64"/>
        <source>Would have refused %1 fewer of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>Aurait refusé %1 de moins sur %Ln événement au cours des dernières %2 : %3 au lieu de %4.</numerusform>
            <numerusform>Aurait refusé %1 de moins sur %Ln événements au cours des dernières %2 : %3 au lieu de %4.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="70"/>
        <source>That is %1 clients.</source>
        <translation>Cela concerne %1 clients.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="72"/>
        <source>That is %n client(s).</source>
        <translation>
            <numerusform>Cela concerne %n client.</numerusform>
            <numerusform>Cela concerne %n clients.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="74"/>
        <source>Those who were refused may ask more often then.</source>
        <translation>Les clients refusés en demanderont peut-être alors davantage.</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="84"/>
        <source>%1 at the most in the last %2; %3 would have been full in %4 of %5 looks, one a second.</source>
        <translation>%1 au maximum au cours des dernières %2&#xa0;; %3 aurait été plein lors de %4 relevés sur %5, à raison d’un par seconde.</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="86"/>
        <source>%1 at the most in the last %2, looked at once a second: %3 would never have been full.</source>
        <translation>%1 au maximum au cours des dernières %2, avec un relevé par seconde&#xa0;: %3 n’aurait jamais été plein.</translation>
    </message>
</context>
<context>
    <name>sluice::console::WindowActions</name>
    <message>
        <location filename="../console/app/windowactions.cpp" line="24"/>
        <source>&amp;Keyboard…</source>
        <translation>Raccourcis cla&amp;vier…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="25"/>
        <source>A&amp;bout…</source>
        <translation>À pr&amp;opos…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="48"/>
        <source>&amp;Connect to a server…</source>
        <translation>Se &amp;connecter à un serveur…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="49"/>
        <source>&amp;Disconnect</source>
        <translation>Se &amp;déconnecter</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="50"/>
        <source>&amp;Fetch now</source>
        <translation>Act&amp;ualiser</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="51"/>
        <source>&amp;Practice on a built-in incident</source>
        <translation>S’&amp;entraîner sur un incident intégré</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="52"/>
        <source>Open sess&amp;ion…</source>
        <translation>&amp;Ouvrir une session…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="53"/>
        <source>Sa&amp;ve session…</source>
        <translation>Enregistrer la &amp;session…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="54"/>
        <source>Appl&amp;y pending changes</source>
        <translation>Appliquer les modi&amp;fications en attente</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="55"/>
        <location filename="../console/app/windowactions.cpp" line="56"/>
        <source>Drain &amp;&amp; shut down…</source>
        <translation>Drainer &amp;&amp; arrêter…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="58"/>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Overview</source>
        <translation>Vue d’ensem&amp;ble</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Co&amp;nnections</source>
        <translation>Co&amp;nnexions</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Events</source>
        <translation>Événe&amp;ments</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Limits</source>
        <translation>&amp;Limites</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Confi&amp;g</source>
        <translation>Confi&amp;guration</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Live &amp;tap</source>
        <translation>Cap&amp;ture en direct</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Ale&amp;rts</source>
        <translation>&amp;Alertes</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Audit</source>
        <translation>Aud&amp;it</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Servers</source>
        <translation>&amp;Serveurs</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="71"/>
        <source>F&amp;ilter</source>
        <translation>&amp;Filtre</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="72"/>
        <source>&amp;Command box</source>
        <translation>Zone de &amp;commande</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="73"/>
        <source>Ne&amp;xt pane</source>
        <translation>V&amp;olet suivant</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="74"/>
        <source>&amp;Previous pane</source>
        <translation>Volet &amp;précédent</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="75"/>
        <source>&amp;Wall display</source>
        <translation>Affichage mu&amp;ral</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="77"/>
        <source>Reset la&amp;yout</source>
        <translation>Réinitialiser la &amp;disposition</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="87"/>
        <source>Last m&amp;inute</source>
        <translation>Dernière &amp;minute</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="102"/>
        <source>Set a mar&amp;k</source>
        <translation>Poser un &amp;repère</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="120"/>
        <source>T&amp;heme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="138"/>
        <source>Lang&amp;uage</source>
        <translation>Lang&amp;ue</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="198"/>
        <source>Resu&amp;me</source>
        <translation>R&amp;eprendre</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="88"/>
        <source>Last &amp;5 minutes</source>
        <translation>&amp;5 dernières minutes</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="89"/>
        <source>Last 1&amp;0 minutes</source>
        <translation>1&amp;0 dernières minutes</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="90"/>
        <source>Last &amp;hour</source>
        <translation>Dernière &amp;heure</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="91"/>
        <source>Last &amp;6 hours</source>
        <translation>&amp;6 dernières heures</translation>
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
        <translation>Figer les graphiques (Espace)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="103"/>
        <source>Chart as &amp;table, or back</source>
        <translation>Graphique en &amp;tableau, ou retour</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="104"/>
        <source>&amp;Whole range again</source>
        <translation>P&amp;lage entière</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Auto</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="126"/>
        <source>S&amp;ystem</source>
        <comment>the language of the system</comment>
        <translation>Langue du s&amp;ystème</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="128"/>
        <source>Pseudo-language</source>
        <translation>Pseudo-langue</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="156"/>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="164"/>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="172"/>
        <source>&amp;Charts</source>
        <translation>&amp;Graphiques</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="178"/>
        <source>&amp;Page</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="179"/>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="227"/>
        <source>Drain and shut down the server</source>
        <translation>Drainer et arrêter le serveur</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="228"/>
        <source>Drain and shut down the server (%1)</source>
        <translation>Drainer et arrêter le serveur (%1)</translation>
    </message>
</context>
</TS>
