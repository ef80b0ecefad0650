<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>ConfigSetting</name>
    <message>
        <location filename="../console/models/configsetting.cpp" line="88"/>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="89"/>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="113"/>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="110"/>
        <source>texts, separated by commas</source>
        <translation>textos, separados por comas</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="119"/>
        <source>live</source>
        <translation>en caliente</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="120"/>
        <source>new connections</source>
        <translation>al conectar</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="123"/>
        <source>restart</source>
        <translation>al reiniciar</translation>
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
        <translation>Cola, prioridad alta</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="28"/>
        <source>Queue, lane normal</source>
        <translation>Cola, prioridad normal</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="29"/>
        <source>Queue, lane low</source>
        <translation>Cola, prioridad baja</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="30"/>
        <source>Queue, all lanes</source>
        <translation>Cola, todas las prioridades</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="31"/>
        <source>Events received</source>
        <translation>Eventos recibidos</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="32"/>
        <source>Events processed</source>
        <translation>Eventos procesados</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="33"/>
        <source>Latency p50</source>
        <translation>Latencia p50</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="34"/>
        <source>Latency p95</source>
        <translation>Latencia p95</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="35"/>
        <source>Latency p99</source>
        <translation>Latencia p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="36"/>
        <source>Refused by rate limits</source>
        <translation>Rechazos por límite de tasa</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="38"/>
        <source>Refused for want of rights</source>
        <translation>Rechazos por falta de permisos</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="40"/>
        <source>Refused as invalid</source>
        <translation>Rechazos por evento no válido</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="41"/>
        <source>Refused for overload</source>
        <translation>Rechazos por sobrecarga</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="43"/>
        <source>Events that failed</source>
        <translation>Eventos fallidos</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="44"/>
        <source>Events that timed out</source>
        <translation>Eventos con timeout</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="46"/>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="47"/>
        <source>Connections accepted</source>
        <translation>Conexiones aceptadas</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="49"/>
        <source>Connections closed</source>
        <translation>Conexiones cerradas</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="50"/>
        <source>Broadcast sends</source>
        <translation>Envíos de difusión</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="51"/>
        <source>Broadcasts dropped</source>
        <translation>Difusiones descartadas</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="53"/>
        <source>Wait in the queue, p99</source>
        <translation>Espera en la cola, p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="55"/>
        <source>Workers busy</source>
        <translation>Workers ocupados</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="56"/>
        <source>Workers stuck</source>
        <translation>Workers bloqueados</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="57"/>
        <source>Breakers open</source>
        <translation>Disyuntores abiertos</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="58"/>
        <source>CPU of the server</source>
        <translation>CPU del servidor</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="59"/>
        <source>Memory of the server</source>
        <translation>Memoria del servidor</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="60"/>
        <source>Waiting to be sent</source>
        <translation>Pendiente de envío</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="61"/>
        <source>Slow clients closed</source>
        <translation>Clientes lentos desconectados</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="63"/>
        <source>Events with handlers</source>
        <translation>Eventos en handlers</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="64"/>
        <source>Users connected</source>
        <translation>Usuarios conectados</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="65"/>
        <source>Connections refused</source>
        <translation>Conexiones rechazadas</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="67"/>
        <source>TLS handshakes that failed</source>
        <translation>Negociaciones TLS fallidas</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="69"/>
        <source>Tokens refused</source>
        <translation>Tokens rechazados</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="72"/>
        <source>Closed for protocol errors</source>
        <translation>Cerradas por errores de protocolo</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="73"/>
        <source>Events that were cancelled</source>
        <translation>Eventos cancelados</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="75"/>
        <source>Events whose client had gone</source>
        <translation>Eventos cuyo cliente se había ido</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="77"/>
        <source>Events given up by a drain</source>
        <translation>Eventos abandonados en un drenaje</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="79"/>
        <source>Refused while draining</source>
        <translation>Rechazados durante un drenaje</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="81"/>
        <source>Would be refused (dry run)</source>
        <translation>Se rechazarían (ensayo)</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="83"/>
        <source>Refused for a mute</source>
        <translation>Rechazados por silenciamiento</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="84"/>
        <source>Accepted under pressure</source>
        <translation>Aceptados bajo presión</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="86"/>
        <source>Results that came too late</source>
        <translation>Resultados demasiado tardíos</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="87"/>
        <source>Handlers that threw an error</source>
        <translation>Handlers con excepción</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="89"/>
        <source>Broadcasts waiting</source>
        <translation>Difusiones en espera</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="90"/>
        <source>Latency, longest</source>
        <translation>Latencia, máxima</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="91"/>
        <source>Loop lag, worst I/O thread</source>
        <translation>Retraso del bucle, peor hilo de E/S</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="93"/>
        <source>Memory, share of the limit</source>
        <translation>Memoria, parte del límite</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="95"/>
        <source>Saves waiting for the database</source>
        <translation>Guardados a la espera de la base de datos</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="97"/>
        <source>Lines lost by the log</source>
        <translation>Líneas perdidas por el registro</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="98"/>
        <source>Different errors</source>
        <translation>Errores distintos</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="99"/>
        <source>Mutes in force</source>
        <translation>Silenciamientos vigentes</translation>
    </message>
</context>
<context>
    <name>saveFile</name>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="22"/>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="23"/>
        <source>%1 could not be written: %2</source>
        <translation>No se pudo escribir %1: %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="31"/>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityDelegate</name>
    <message>
        <location filename="../console/pages/activitydelegate.cpp" line="70"/>
        <location filename="../console/pages/activitydelegate.cpp" line="100"/>
        <source>undo</source>
        <translation>deshacer</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityFeed</name>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="115"/>
        <location filename="../console/pages/activityfeed.cpp" line="131"/>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="122"/>
        <source>Kinds of activity</source>
        <translation>Tipos de actividad</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="123"/>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="124"/>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="125"/>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="126"/>
        <source>Server and link</source>
        <translation>Servidor y enlace</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="127"/>
        <source>Mutes and kicks</source>
        <translation>Silencios y desconexiones</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="133"/>
        <source>Open audit log</source>
        <translation>Abrir el registro de auditoría</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="201"/>
        <source>Nothing has happened yet. Changes of the configuration, drains, mutes, alerts and restarts will be listed here.</source>
        <translation>Aún no ha pasado nada. Aquí se listarán los cambios de configuración, drenajes, silenciamientos, alertas y reinicios.</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="203"/>
        <source>Nothing of this kind has happened. Choose “All” to see the rest.</source>
        <translation>No ha ocurrido nada de este tipo. Elija «Todo» para ver el resto.</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="215"/>
        <source>Show on the charts</source>
        <translation>Mostrar en los gráficos</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="217"/>
        <source>Undo: lift the mute</source>
        <translation>Deshacer: levantar el silencio</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="218"/>
        <source>Undo: put the values before into Pending changes</source>
        <translation>Deshacer: llevar los valores anteriores a «Cambios pendientes»</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityLog</name>
    <message>
        <location filename="../console/models/activitylog.cpp" line="136"/>
        <source>Server started</source>
        <translation>Servidor iniciado</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="137"/>
        <source>Configuration revision %1</source>
        <translation>Revisión %1 de la configuración</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="138"/>
        <source>Drain began</source>
        <translation>Drenaje iniciado</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="139"/>
        <source>Drain ended</source>
        <translation>Drenaje terminado</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="140"/>
        <source>Drain taken back, serving again</source>
        <translation>Drenaje anulado, servicio reanudado</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="142"/>
        <source>Overloaded: work is refused</source>
        <translation>Sobrecarga: se rechazan eventos</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="145"/>
        <source>No longer overloaded</source>
        <translation>Fin de la sobrecarga</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="146"/>
        <source>%1 muted</source>
        <comment>a client</comment>
        <translation>%1 silenciado</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="147"/>
        <source>Mute of %1 lifted</source>
        <translation>Silencio de %1 levantado</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="149"/>
        <source>%n connection(s) closed by an operator</source>
        <translation>
            <numerusform>%n conexión cerrada por un operador</numerusform>
            <numerusform>%n conexiones cerradas por un operador</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="183"/>
        <source>takes back revision %1</source>
        <translation>revierte la revisión %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="190"/>
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>%n parámetro cambiado</numerusform>
            <numerusform>%n parámetros cambiados</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="191"/>
        <source>%1 more</source>
        <translation>%1 más</translation>
    </message>
</context>
<context>
    <name>sluice::console::AdminClient</name>
    <message>
        <location filename="../console/client/adminclient.cpp" line="207"/>
        <source>The server speaks admin protocol %1, this console %2.</source>
        <translation>El servidor usa el protocolo de administración %1; esta consola, el %2.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="297"/>
        <source>No answer within %1 s.</source>
        <translation>Sin respuesta en %1 s.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="303"/>
        <source>Nothing was heard for %1 s.</source>
        <translation>No se ha recibido nada durante %1 s.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="364"/>
        <source>There is no link to the server.</source>
        <translation>No hay enlace con el servidor.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="381"/>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="421"/>
        <source>The link to the server was lost before it answered.</source>
        <translation>El enlace con el servidor se perdió antes de que respondiera.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="23"/>
        <source>silenced until %1</source>
        <translation>silencio hasta %1</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>■ critical</source>
        <translation>■ crítica</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>▲ warning</source>
        <translation>▲ advertencia</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="87"/>
        <source>over</source>
        <translation>terminada</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="89"/>
        <source>active</source>
        <translation>activa</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="97"/>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="98"/>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="99"/>
        <source>Now</source>
        <translation>Actual</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="100"/>
        <source>At worst</source>
        <translation>Peor valor</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="101"/>
        <source>Began</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="102"/>
        <source>Lasts</source>
        <translation>Duración</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="103"/>
        <source>State</source>
        <translation>Estado</translation>
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
        <translation>%1 de nuevo por debajo de %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="201"/>
        <source>%1 back over %2</source>
        <translation>%1 de nuevo por encima de %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="203"/>
        <source>lasted %1, at worst %2</source>
        <translation>duró %1, peor valor %2</translation>
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
        <translation>%1 por encima de %2 durante %3 s</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="38"/>
        <source>%1 below %2 for %3 s</source>
        <translation>%1 por debajo de %2 durante %3 s</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 above %2</source>
        <translation>%1 por encima de %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 below %2</source>
        <translation>%1 por debajo de %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="92"/>
        <source>Age of the last sample</source>
        <translation>Antigüedad de la última muestra</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="93"/>
        <source>Events received, of one type</source>
        <translation>Eventos recibidos, de un tipo</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="94"/>
        <source>Latency p99, of one type</source>
        <translation>Latencia p99, de un tipo</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="95"/>
        <source>Failures, of one type</source>
        <translation>Fallos, de un tipo</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="96"/>
        <source>Time-outs, of one type</source>
        <translation>Timeouts, de un tipo</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="97"/>
        <source>Rate-limit hits, of one type</source>
        <translation>Rechazos por límite de tasa, de un tipo</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleDialog</name>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>New alert rule</source>
        <translation>Nueva regla de alerta</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>Change alert rule</source>
        <translation>Cambiar regla de alerta</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="48"/>
        <source>Event type</source>
        <translation>Tipo de evento</translation>
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
        <translation>&amp;Métrica</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="69"/>
        <source>&amp;Event type</source>
        <translation>&amp;Tipo de evento</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="70"/>
        <source>&amp;Comparison</source>
        <translation>&amp;Comparación</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="71"/>
        <source>&amp;Bound</source>
        <translation>&amp;Umbral</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="73"/>
        <source>&amp;For at least</source>
        <translation>&amp;Durante al menos</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="74"/>
        <source>&amp;Severity</source>
        <translation>&amp;Gravedad</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Add rule</source>
        <translation>Añadir regla</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Save rule</source>
        <translation>Guardar regla</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="75"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="102"/>
        <source>above</source>
        <translation>por encima</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="103"/>
        <source>below</source>
        <translation>por debajo</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="107"/>
        <source>▲ warning</source>
        <translation>▲ advertencia</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="108"/>
        <source>■ critical</source>
        <translation>■ crítica</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="134"/>
        <source>It is %1 now.</source>
        <translation>Valor actual: %1.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="171"/>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="172"/>
        <source>Now</source>
        <translation>Actual</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="173"/>
        <source>Silence</source>
        <translation>Silencio</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertsPage</name>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="49"/>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="50"/>
        <location filename="../console/pages/alertspage.cpp" line="137"/>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="107"/>
        <source>Show on the charts</source>
        <translation>Mostrar en los gráficos</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="109"/>
        <source>Silence 10 min</source>
        <translation>Silenciar 10 min</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="111"/>
        <source>Silence 1 h</source>
        <translation>Silenciar 1 h</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="113"/>
        <source>End silence</source>
        <translation>Quitar silencio</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="115"/>
        <source>Nothing holds and nothing held since this console watches. The rules below say what would.</source>
        <translation>No hay ni ha habido ninguna alerta desde que esta consola vigila. Las reglas de abajo indican qué activaría una.</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="118"/>
        <source>Active and past</source>
        <translation>Activas y pasadas</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="123"/>
        <source>Add rule…</source>
        <translation>Añadir regla…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="124"/>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="129"/>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="134"/>
        <source>Rules are this operator&apos;s own and kept for each server. They are watched while this console runs.</source>
        <translation>Las reglas son propias de este operador y se guardan para cada servidor. Se vigilan mientras esta consola está en marcha.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditDetails</name>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="45"/>
        <source>What the entry changed</source>
        <translation>Qué cambió la entrada</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="65"/>
        <source>No entry selected</source>
        <translation>Ninguna entrada seleccionada</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="66"/>
        <source>Select a row to see each value before and after. Nobody can change this log.</source>
        <translation>Seleccione una fila para ver cada valor antes y después. Nadie puede cambiar este registro.</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="70"/>
        <source>%1 · %2 (%3) · %4</source>
        <translation>%1 · %2 (%3) · %4</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="74"/>
        <source>Result: %1</source>
        <translation>Resultado: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="76"/>
        <source>Affected: %1</source>
        <translation>Afectados: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>No reason was given.</source>
        <translation>No se indicó ningún motivo.</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>Reason: %1</source>
        <translation>Motivo: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditList</name>
    <message>
        <location filename="../console/models/auditlist.cpp" line="44"/>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="45"/>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="51"/>
        <source>From</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="56"/>
        <source>What</source>
        <translation>Acción</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="62"/>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="67"/>
        <source>Affected</source>
        <translation>Afectados</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="68"/>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="73"/>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditPage</name>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter: any text of an entry   ( / )</source>
        <translation>Filtro: cualquier texto de una entrada   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter the audit log</source>
        <translation>Filtrar el registro de auditoría</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="25"/>
        <source>Audit log</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="30"/>
        <source>No operator has done anything on this server yet.</source>
        <translation>Ningún operador ha hecho nada aún en este servidor.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartAxes</name>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="58"/>
        <source>now</source>
        <comment>right end of a time axis</comment>
        <translation>ahora</translation>
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
        <translation>Menú del gráfico %1</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="143"/>
        <source>What can be done with this chart</source>
        <translation>Acciones posibles con este gráfico</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="205"/>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as &amp;table</source>
        <translation>Ver como &amp;tabla</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="206"/>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>&amp;Enlarge</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="208"/>
        <source>&amp;Copy value</source>
        <translation>&amp;Copiar valor</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="210"/>
        <source>Copy &amp;image</source>
        <translation>Copiar &amp;imagen</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="212"/>
        <source>&amp;Save as PNG…</source>
        <translation>Guardar como &amp;PNG…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="213"/>
        <source>Export as CS&amp;V…</source>
        <translation>Exportar como CS&amp;V…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="215"/>
        <source>&amp;Alert on this…</source>
        <translation>Crear a&amp;lerta…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as c&amp;hart</source>
        <translation>Ver como &amp;gráfico</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>All charts again</source>
        <translation>Todos los gráficos</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartPainter</name>
    <message>
        <location filename="../console/charts/chartpainter.cpp" line="61"/>
        <source>no data %1</source>
        <translation>sin datos %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartTable</name>
    <message>
        <location filename="../console/charts/charttable.cpp" line="93"/>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <location filename="../console/charts/charttable.cpp" line="94"/>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
</context>
<context>
    <name>sluice::console::ColumnMenu</name>
    <message>
        <location filename="../console/widgets/columnmenu.cpp" line="39"/>
        <source>Show all columns</source>
        <translation>Mostrar todas las columnas</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandBox</name>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="27"/>
        <source>Search or run…   Ctrl+K</source>
        <translation>Buscar, ejecutar…   Ctrl+K</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="28"/>
        <source>Command: search pages, settings and actions</source>
        <translation>Comando: buscar páginas, parámetros y acciones</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="32"/>
        <source>What can be run</source>
        <translation>Qué se puede ejecutar</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandLine</name>
    <message>
        <location filename="../console/app/commandline.cpp" line="30"/>
        <source>The operator console of the Sluice event server.</source>
        <translation>La consola de operación del servidor de eventos Sluice.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="31"/>
        <source>Host of the admin socket.</source>
        <translation>Host del socket de administración.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="32"/>
        <source>Port of the admin socket (7601).</source>
        <translation>Puerto del socket de administración (7601).</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="33"/>
        <source>Token; visible to other users of this machine, prefer a file.</source>
        <translation>Token; visible para otros usuarios de este equipo, es preferible un archivo.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="35"/>
        <source>File with the token in its first line.</source>
        <translation>Archivo con el token en la primera línea.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="36"/>
        <source>Connect with TLS.</source>
        <translation>Conecta mediante TLS.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="38"/>
        <source>development, staging or production; colours the window.</source>
        <translation>development, staging o production; da color a la ventana.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="39"/>
        <source>Plays what is built in, without a server: incident.</source>
        <translation>Reproduce un escenario integrado, sin servidor: incident.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="41"/>
        <source>Language of this run: system, %1 or pseudo.</source>
        <translation>Idioma de esta ejecución: system, %1 o pseudo.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="42"/>
        <source>Opens a saved session, without a server.</source>
        <translation>Abre una sesión guardada, sin servidor.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="61"/>
        <source>Unexpected argument: %1</source>
        <translation>Argumento inesperado: %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="63"/>
        <source>--demo knows only incident, not %1</source>
        <translation>--demo solo admite incident, no %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="67"/>
        <source>--session needs the name of a file</source>
        <translation>--session necesita el nombre de un archivo</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="69"/>
        <source>--demo and --session exclude each other</source>
        <translation>--demo y --session se excluyen mutuamente</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="76"/>
        <source>--port must be 1 to 65535, not %1</source>
        <translation>--port debe estar entre 1 y 65535, no %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="88"/>
        <source>--environment must be development, staging or production, not %1</source>
        <translation>--environment debe ser development, staging o production, no %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="95"/>
        <source>--language must be system, %1 or pseudo, not %2</source>
        <translation>--language debe ser system, %1 o pseudo, no %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::Comparison</name>
    <message>
        <location filename="../console/pages/comparison.cpp" line="92"/>
        <source>What is compared</source>
        <translation>Qué se compara</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="98"/>
        <source>Servers compared</source>
        <translation>Servidores comparados</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="143"/>
        <source>Tick two or more servers to see them on one axis.</source>
        <translation>Marque dos o más servidores para verlos en un mismo eje.</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="144"/>
        <source>Each line ends at its own server&apos;s now.</source>
        <translation>Cada línea termina en el «ahora» de su propio servidor.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigModel</name>
    <message>
        <location filename="../console/models/configmodel.cpp" line="286"/>
        <source>general</source>
        <translation>general</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="84"/>
        <source>live, by %1</source>
        <translation>en caliente, por %1</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>changed by someone else meanwhile</source>
        <translation>cambiado entretanto por otra persona</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>not applied yet</source>
        <translation>aún sin aplicar</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="353"/>
        <source>Setting</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="354"/>
        <source>Running</source>
        <translation>Valor actual</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="355"/>
        <source>New value</source>
        <translation>Valor nuevo</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="356"/>
        <source>Allowed</source>
        <translation>Permitido</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="357"/>
        <source>Takes effect</source>
        <translation>Se aplica</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="358"/>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigPage</name>
    <message>
        <location filename="../console/pages/configpage.cpp" line="33"/>
        <source>only changed from default</source>
        <translation>solo distintos del predeterminado</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="42"/>
        <source>Filter settings…   (Ctrl+F)</source>
        <translation>Filtrar parámetros…   (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="43"/>
        <source>Filter settings</source>
        <translation>Filtrar parámetros</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="80"/>
        <source>Settings</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="190"/>
        <source>Roll back revision %1</source>
        <translation>Revertir la revisión %1</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="191"/>
        <source>Roll back revision %1: %2</source>
        <translation>Revertir la revisión %1: %2</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="199"/>
        <source>No setting selected</source>
        <translation>Ningún parámetro seleccionado</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="200"/>
        <source>Select a setting to read what it bounds and what happens at the bound.</source>
        <translation>Seleccione un parámetro para leer qué limita y qué ocurre en el límite.</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="207"/>
        <source>Running %1   ·   File %2   ·   Default %3   ·   Source: %4</source>
        <translation>Actual: %1   ·   Archivo: %2   ·   Predeterminado: %3   ·   Origen: %4</translation>
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
        <translation>Valor nuevo de %1, permitido: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfirmDialog</name>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="36"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="66"/>
        <source>kept in the audit log</source>
        <translation>se guarda en el registro de auditoría</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: required, %1</source>
        <translation>&amp;Motivo: obligatorio, %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: %1</source>
        <translation>&amp;Motivo: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="149"/>
        <source>&amp;Type %1 to confirm</source>
        <translation>&amp;Escriba %1 para confirmar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="147"/>
        <source>The server is counting…</source>
        <translation>El servidor está contando…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/confirmdialog.cpp" line="128"/>
        <source>Nothing was done: there are %Ln now, no longer %1. Look again, and type the new number.</source>
        <translation>
            <numerusform>No se ha hecho nada: ahora hay %Ln, antes %1. Revíselo y escriba el número nuevo.</numerusform>
            <numerusform>No se ha hecho nada: ahora hay %Ln, antes %1. Revíselo y escriba el número nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="150"/>
        <source>&amp;Type %1 to confirm, %2</source>
        <translation>&amp;Escriba %1 para confirmar, %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="156"/>
        <source>Type the number first.</source>
        <translation>Escriba primero el número.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="157"/>
        <source>A reason is required.</source>
        <translation>Se necesita un motivo.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConflictDialog</name>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="32"/>
        <source>Keep these choices</source>
        <translation>Guardar elecciones</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="36"/>
        <source>Changed by someone else meanwhile</source>
        <translation>Cambiado entretanto por otra persona</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="38"/>
        <source>These settings are no longer what they were when you edited them. Choose for each; nothing is applied before you say so.</source>
        <translation>Estos parámetros ya no son los que eran cuando los editó. Elija para cada uno; no se aplica nada hasta que lo indique.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="45"/>
        <source>Keep all mine</source>
        <translation>Conservar todos los míos</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="46"/>
        <source>Take all theirs</source>
        <translation>Tomar todos los ajenos</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="47"/>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Setting</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Mine</source>
        <translation>Mío</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Theirs, running now</source>
        <translation>Ajeno, valor actual</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Base, before both</source>
        <translation>Base, anterior a ambos</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="126"/>
        <source>Keep mine</source>
        <translation>Conservar el mío</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="127"/>
        <source>Take theirs</source>
        <translation>Tomar el ajeno</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="130"/>
        <source>Keep mine for %1</source>
        <translation>Conservar el mío para %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="131"/>
        <source>Take theirs for %1</source>
        <translation>Tomar el ajeno para %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="160"/>
        <source>Choose for each setting first.</source>
        <translation>Elija primero para cada parámetro.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectDialog</name>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="38"/>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="39"/>
        <source>Connect with T&amp;LS</source>
        <translation>Conectar mediante T&amp;LS</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="45"/>
        <source>Trust this certificate and connect</source>
        <translation>Confiar en este certificado y conectar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="46"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="241"/>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="47"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="50"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="92"/>
        <source>Connect to a server</source>
        <translation>Conectar con un servidor</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="57"/>
        <source>for this session only, never stored</source>
        <translation>solo para esta sesión, nunca se guarda</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="58"/>
        <source>admin.token in the server&apos;s state directory</source>
        <translation>admin.token en el directorio de estado del servidor</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="59"/>
        <source>Not named</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="60"/>
        <source>Development</source>
        <translation>Desarrollo</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="61"/>
        <source>Staging</source>
        <translation>Preproducción</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="62"/>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="95"/>
        <source>The admin socket of sluiced. It listens on loopback unless configured otherwise.</source>
        <translation>El socket de administración de sluiced. Salvo otra configuración, escucha en la interfaz de loopback.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="101"/>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="106"/>
        <source>Browse for a token file</source>
        <translation>Buscar un archivo de token</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="111"/>
        <source>&amp;Host and port</source>
        <translation>&amp;Host y puerto</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="112"/>
        <source>Token &amp;file</source>
        <translation>&amp;Archivo de token</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="113"/>
        <source>or &amp;token</source>
        <translation>o &amp;token</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="115"/>
        <source>&amp;Environment</source>
        <translation>&amp;Entorno</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="129"/>
        <source>Try a built-in incident</source>
        <translation>Probar un incidente integrado</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="153"/>
        <source>beside the system&apos;s; not needed for most</source>
        <translation>además de las del sistema; no suele hacer falta</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="154"/>
        <source>only if the server asks for one</source>
        <translation>solo si el servidor lo pide</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="155"/>
        <source>if it is not in the certificate&apos;s file</source>
        <translation>si no está en el archivo del certificado</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="156"/>
        <source>&amp;Authorities (PEM file)</source>
        <translation>A&amp;utoridades (archivo PEM)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="157"/>
        <source>Own &amp;certificate (PEM file)</source>
        <translation>&amp;Certificado propio (archivo PEM)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="158"/>
        <source>Own &amp;key (PEM file)</source>
        <translation>Cla&amp;ve propia (archivo PEM)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="195"/>
        <source>Token file</source>
        <translation>Archivo de token</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="204"/>
        <source>Enter the host name or address of the server.</source>
        <translation>Escriba el nombre de host o la dirección del servidor.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="209"/>
        <source>Enter a token or choose a token file that is not empty.</source>
        <translation>Escriba un token o elija un archivo de token que no esté vacío.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="210"/>
        <source>The token file cannot be read. %1</source>
        <translation>No se puede leer el archivo de token. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="215"/>
        <source>A file for TLS cannot be used. %1</source>
        <translation>No se puede usar un archivo de TLS. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="239"/>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="240"/>
        <source>Signing in…</source>
        <translation>Autenticando…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="270"/>
        <source>Nothing listens at %1. Is the server running, and is this its admin port?</source>
        <translation>Nada escucha en %1. ¿Está en marcha el servidor y es este su puerto de administración?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="271"/>
        <source>The name %1 is not known.</source>
        <translation>El nombre %1 es desconocido.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="272"/>
        <source>%1 does not answer. %2</source>
        <translation>%1 no responde. %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="274"/>
        <source>The server does not know this token. It is in admin.token in the server&apos;s state directory.</source>
        <translation>El servidor no conoce este token. Está en admin.token, en el directorio de estado del servidor.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="275"/>
        <source>This token&apos;s role may not use the console. %1</source>
        <translation>El rol de este token no puede usar la consola. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="277"/>
        <source>This server and this console do not fit together. %1</source>
        <translation>Este servidor y esta consola no son compatibles. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="279"/>
        <source>The server closed the link. %1</source>
        <translation>El servidor cerró el enlace. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="281"/>
        <source>Nobody this computer trusts vouches for the server&apos;s certificate: %1. Its SHA-256 fingerprint is
%2
Compare it with the server&apos;s own before you trust it.</source>
        <translation>Nadie en quien confíe este equipo avala el certificado del servidor: %1. Su huella SHA-256 es
%2
Compárela con la del propio servidor antes de confiar en él.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="285"/>
        <source>The server shows another certificate than the one that was confirmed here. Somebody may be in between. Confirmed:
%1
Shown now:
%2</source>
        <translation>El servidor presenta un certificado distinto del que se confirmó aquí. Puede que alguien esté interceptando el enlace. Confirmado:
%1
Presentado ahora:
%2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="289"/>
        <source>The server wants to see a certificate of one of its own authorities. %1</source>
        <translation>El servidor exige un certificado de una de sus propias autoridades. %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="293"/>
        <source>There is no link to %1. %2</source>
        <translation>No hay enlace con %1. %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionDetails</name>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="44"/>
        <source>Last events</source>
        <translation>Últimos eventos</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="45"/>
        <source>Last events of this connection</source>
        <translation>Últimos eventos de esta conexión</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="73"/>
        <source>No event of this connection is remembered.</source>
        <translation>No se conserva ningún evento de esta conexión.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="93"/>
        <source>Tap events</source>
        <translation>Capturar</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="95"/>
        <source>Send notice…</source>
        <translation>Enviar aviso…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="97"/>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="100"/>
        <source>Revoke tokens…</source>
        <translation>Revocar tokens…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="102"/>
        <source>Disconnect…</source>
        <translation>Desconectar…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/connectiondetails.cpp" line="130"/>
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>Durante %n minuto</numerusform>
            <numerusform>Durante %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="131"/>
        <source>For a day</source>
        <translation>Durante un día</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="138"/>
        <source>connection %1</source>
        <translation>conexión %1</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="153"/>
        <source>No connection selected</source>
        <translation>Ninguna conexión seleccionada</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="154"/>
        <source>Select a row to see what is known of it, its last events, and what can be done.</source>
        <translation>Seleccione una fila para ver lo que se sabe de ella, sus últimos eventos y qué se puede hacer.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="198"/>
        <source>○ gone</source>
        <translation>○ cerrada</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>no TLS</source>
        <translation>sin TLS</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="221"/>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="222"/>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="223"/>
        <source>Age</source>
        <translation>Edad</translation>
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
        <translation>aún sin medir</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="227"/>
        <source>Events in</source>
        <translation>Eventos recibidos</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="228"/>
        <source>%1, now %2/s</source>
        <translation>%1, ahora %2/s</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="230"/>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="231"/>
        <source>%1, of these %2 by a rate limit</source>
        <translation>%1, de ellos %2 por un límite de tasa</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="232"/>
        <source>Send buffer</source>
        <translation>Búfer de envío</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="233"/>
        <source>I/O thread</source>
        <translation>Hilo de E/S</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="234"/>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="262"/>
        <source>This connection is gone.</source>
        <translation>Esta conexión está cerrada.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="269"/>
        <source>Notices go to users, and this one has not signed in.</source>
        <translation>Los avisos van a los usuarios, y este no se ha autenticado.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="271"/>
        <source>This one has not signed in with a token.</source>
        <translation>Esta conexión no se ha autenticado con un token.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionLists</name>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>server</source>
        <translation>servidor</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>client</source>
        <translation>cliente</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="69"/>
        <location filename="../console/models/connectionlists.cpp" line="141"/>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="75"/>
        <location filename="../console/models/connectionlists.cpp" line="147"/>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="81"/>
        <location filename="../console/models/connectionlists.cpp" line="152"/>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="86"/>
        <source>Age</source>
        <translation>Edad</translation>
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
        <translation>Recibidos</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="102"/>
        <source>Limited</source>
        <translation>Limit.</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="108"/>
        <source>Buffer</source>
        <translation>Búfer</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="116"/>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="137"/>
        <source>Closed</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="157"/>
        <source>Lasted</source>
        <translation>Duración</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="167"/>
        <source>Refused</source>
        <translation>Rechaz.</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="173"/>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="178"/>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="179"/>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="200"/>
        <source>(not signed in)</source>
        <translation>(sin autenticar)</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="212"/>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="214"/>
        <source>slow</source>
        <translation>lenta</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="216"/>
        <source>anonymous</source>
        <translation>anónima</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="217"/>
        <source>closing</source>
        <translation>cerrando</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionsPage</name>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</source>
        <translation>Filtro: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter connections</source>
        <translation>Filtrar conexiones</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="41"/>
        <source>Open connections</source>
        <translation>Conexiones abiertas</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="42"/>
        <source>Recently closed connections</source>
        <translation>Conexiones cerradas recientemente</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="51"/>
        <source>Nobody is connected. Clients appear here as soon as they are.</source>
        <translation>No hay nadie conectado. Los clientes aparecen aquí en cuanto lo están.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="52"/>
        <source>No connection has ended in the last 10 minutes.</source>
        <translation>Ninguna conexión ha terminado en los últimos 10 minutos.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="64"/>
        <source>Tap the selected connection</source>
        <translation>Capturar la conexión seleccionada</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="69"/>
        <source>Disconnect…</source>
        <translation>Desconectar…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="84"/>
        <source>Disconnect all that match…</source>
        <translation>Desconectar todas las que coincidan…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="104"/>
        <source>Which connections</source>
        <translation>Qué conexiones</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="107"/>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="108"/>
        <source>Recently closed</source>
        <translation>Cerradas recientemente</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="109"/>
        <source>Those of the last 10 minutes, with the reason</source>
        <translation>Las de los últimos 10 minutos, con el motivo</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all %1…</source>
        <translation>Actuar sobre todas (%1)…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all…</source>
        <translation>Actuar sobre todas…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="238"/>
        <source>connection %1</source>
        <translation>conexión %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::DisconnectFlow</name>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="47"/>
        <source>%1?</source>
        <comment>the question before it is done: “Disconnect 5 clients?”</comment>
        <translation>¿%1?</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="29"/>
        <source>Disconnect %n client(s)</source>
        <translation>
            <numerusform>Desconectar %n cliente</numerusform>
            <numerusform>Desconectar %n clientes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="34"/>
        <source>Disconnect %1?</source>
        <translation>¿Desconectar %1?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="35"/>
        <source>Connection %1 is closed. Its client may come back at once.</source>
        <translation>Se cierra la conexión %1. Su cliente puede volver de inmediato.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="36"/>
        <source>Disconnect %1</source>
        <translation>Desconectar %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="49"/>
        <source>These connections are closed, whatever becomes of the list meanwhile. Their clients may come back at once.</source>
        <translation>Se cierran estas conexiones, pase lo que pase entretanto con la lista. Sus clientes pueden volver de inmediato.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="59"/>
        <source>All connections of this server are closed.</source>
        <translation>Se cierran todas las conexiones de este servidor.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="60"/>
        <source>All connections that match “%1” are closed.</source>
        <translation>Se cierran todas las conexiones que coinciden con «%1».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="61"/>
        <source>Disconnect all that match?</source>
        <translation>¿Desconectar todas las que coincidan?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="63"/>
        <source>Their clients may come back. If there are over 10 % more of them by then, the server refuses.</source>
        <translation>Sus clientes pueden volver. Si para entonces su número ha crecido más de un 10&#xa0;%, el servidor lo rechaza.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="64"/>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="71"/>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="73"/>
        <source>&amp;Spread over, so that they do not all come back at once</source>
        <translation>&amp;Repartir en, para que no vuelvan todos a la vez</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="81"/>
        <source>told to the client, kept in the audit log</source>
        <translation>se comunica al cliente y se guarda en el registro de auditoría</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="101"/>
        <source>Nothing matches any more.</source>
        <translation>Ya no coincide nada.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="122"/>
        <source>%n connection(s) is/are being closed.</source>
        <translation>
            <numerusform>Se está cerrando %n conexión.</numerusform>
            <numerusform>Se están cerrando %n conexiones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="124"/>
        <source>%n was/were gone already.</source>
        <translation>
            <numerusform>%n ya estaba cerrada.</numerusform>
            <numerusform>%n ya estaban cerradas.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="145"/>
        <source>The server has restarted, or it is another one. Look again.</source>
        <translation>El servidor se ha reiniciado o es otro. Revíselo de nuevo.</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainCurve</name>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="35"/>
        <source>Events still in the server</source>
        <translation>Eventos aún en el servidor</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="47"/>
        <source>Copy &amp;image</source>
        <translation>Copiar &amp;imagen</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="48"/>
        <source>&amp;Save as PNG…</source>
        <translation>Guardar como &amp;PNG…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="49"/>
        <source>Export as CS&amp;V…</source>
        <translation>Exportar como CS&amp;V…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="50"/>
        <location filename="../console/charts/draincurve.cpp" line="60"/>
        <source>Drain</source>
        <translation>Drenaje</translation>
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
        <translation>fin de la gracia</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainForecast</name>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="68"/>
        <source>At the present rate that takes less than a second.</source>
        <translation>Al ritmo actual, eso lleva menos de un segundo.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="70"/>
        <source>At the present rate that takes at least %1 s, and longer where a lane is slow.</source>
        <translation>Al ritmo actual, eso lleva al menos %1 s, y más donde una cola sea lenta.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="75"/>
        <source>At the present rate that takes about %1 s.</source>
        <translation>Al ritmo actual, eso lleva unos %1 s.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="76"/>
        <source>At the present rates that takes %1 to %2 s; the slowest lane decides.</source>
        <translation>A los ritmos actuales, eso lleva de %1 a %2 s; decide la cola más lenta.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="84"/>
        <source>The grace period ended: %Ln events were answered with an error.</source>
        <translation>
            <numerusform>El período de gracia terminó: %Ln evento se respondió con un error.</numerusform>
            <numerusform>El período de gracia terminó: %Ln eventos se respondieron con un error.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="89"/>
        <source>All %Ln events were answered. Nothing was lost.</source>
        <translation>
            <numerusform>Se respondió el único evento (%Ln). No se perdió nada.</numerusform>
            <numerusform>Se respondieron todos los eventos (%Ln). No se perdió nada.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="92"/>
        <source>Paused: the drain stands still, and so does its time.</source>
        <translation>En pausa: el drenaje está detenido, y su tiempo también.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="94"/>
        <source>Not shrinking yet; %1 s are left for the work.</source>
        <translation>Aún no disminuye; quedan %1 s para terminar el trabajo.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="96"/>
        <source>At the present rate the server is empty in about %1 s, %2 s before the end. Nothing will be lost.</source>
        <translation>Al ritmo actual, el servidor se vacía en unos %1 s, %2 s antes del fin. No se perderá nada.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="102"/>
        <source>At the present rate about %Ln events will be lost; %1 s more grace would save them.</source>
        <translation>
            <numerusform>Al ritmo actual se perderá %Ln evento; %1 s más de gracia lo salvarían.</numerusform>
            <numerusform>Al ritmo actual se perderán unos %Ln eventos; %1 s más de gracia los salvarían.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainPlanPanel</name>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="40"/>
        <source>&amp;Exit</source>
        <translation>&amp;Detenerse</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="41"/>
        <source>&amp;Stay up, drained, until it may accept again</source>
        <translation>&amp;Seguir activo, drenado, hasta que pueda volver a aceptar</translation>
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
        <translation>va al registro de auditoría</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="59"/>
        <source>&amp;Grace period</source>
        <translation>&amp;Período de gracia</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="60"/>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="61"/>
        <source>Then</source>
        <translation>Después</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="63"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain and shut down</source>
        <translation>Drenar y detener</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain</source>
        <translation>Drenar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="166"/>
        <source>The server stops accepting at once.</source>
        <translation>El servidor deja de aceptar de inmediato.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="167"/>
        <source>%Ln events are finished and answered, %1 queued and %2 running.</source>
        <translation>
            <numerusform>%Ln evento se termina y se responde, %1 en cola y %2 en curso.</numerusform>
            <numerusform>%Ln eventos se terminan y se responden, %1 en cola y %2 en curso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="173"/>
        <source>Then %Ln clients are told to go elsewhere (1012), over %1 s so that they do not all come back at once.</source>
        <translation>
            <numerusform>Después se indica a %Ln cliente que vaya a otro servidor (1012), en %1 s.</numerusform>
            <numerusform>Después se indica a %Ln clientes que vayan a otro servidor (1012), a lo largo de %1 s para que no vuelvan todos a la vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="178"/>
        <source>Then %Ln clients are told to go elsewhere (1012).</source>
        <translation>
            <numerusform>Después se indica a %Ln cliente que vaya a otro servidor (1012).</numerusform>
            <numerusform>Después se indica a %Ln clientes que vayan a otro servidor (1012).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="181"/>
        <source>The server exits. What is not finished after %1 s is answered with an error.</source>
        <translation>El servidor se detiene. Lo que no haya terminado tras %1 s se responde con un error.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="182"/>
        <source>The server stays up, drained. What is not finished after %1 s is answered with an error.</source>
        <translation>El servidor sigue activo, drenado. Lo que no haya terminado tras %1 s se responde con un error.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="192"/>
        <source>The server was restarted since this dialog was opened.</source>
        <translation>El servidor se ha reiniciado desde que se abrió este diálogo.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="212"/>
        <source>The server refused: %1</source>
        <translation>El servidor lo rechazó: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainProgressPanel</name>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="32"/>
        <source>Not ready any more: balancers send clients elsewhere</source>
        <translation>Ya no está listo: los balanceadores envían los clientes a otra parte</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="35"/>
        <source>Nothing new is accepted; what is inside is finished</source>
        <translation>No se acepta nada nuevo; lo que está dentro se termina</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="38"/>
        <source>The last pushes are sent</source>
        <translation>Se envían los últimos mensajes push</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="40"/>
        <source>Clients are told to go elsewhere (1012)</source>
        <translation>Se indica a los clientes que vayan a otro servidor (1012)</translation>
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
        <translation>Queda en cola</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="72"/>
        <source>In flight</source>
        <translation>En curso</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="73"/>
        <source>Pushes to send</source>
        <translation>Push por enviar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="74"/>
        <source>Clients left</source>
        <translation>Clientes restantes</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="92"/>
        <source>Events still in the server</source>
        <translation>Eventos aún en el servidor</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="133"/>
        <source>Cancel: accept again</source>
        <translation>Cancelar: volver a aceptar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="134"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="135"/>
        <source>More grace</source>
        <translation>Ampliar gracia</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="138"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Keep watching in background</source>
        <translation>Seguir en segundo plano</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="173"/>
        <source>The server refused: %1</source>
        <translation>El servidor lo rechazó: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="184"/>
        <source>of %1 s grace left</source>
        <translation>de %1 s de gracia</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="203"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="214"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="271"/>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="209"/>
        <source>%1, oldest: %2</source>
        <translation>%1, el más antiguo: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="224"/>
        <source>%1 for %2</source>
        <translation>%1 desde hace %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="240"/>
        <source> (since %1)</source>
        <translation> (a los %1)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="261"/>
        <source>+%1 s grace</source>
        <translation>+%1 s de gracia</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="264"/>
        <source>Stop now, lose %Ln events…</source>
        <translation>
            <numerusform>Detener, perder %Ln evento…</numerusform>
            <numerusform>Detener, perder %Ln eventos…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="279"/>
        <source>Stopped as asked; %Ln events were answered with an error.</source>
        <translation>
            <numerusform>Detenido a petición; %Ln evento se respondió con un error.</numerusform>
            <numerusform>Detenido a petición; %Ln eventos se respondieron con un error.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="136"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="263"/>
        <source>Stop now…</source>
        <translation>Detener ahora…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="270"/>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>This console waits for its return.</source>
        <translation>Esta consola espera su regreso.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>The practice is over.</source>
        <translation>La práctica ha terminado.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="276"/>
        <source>Stopped as asked, nothing lost.</source>
        <translation>Detenido a petición, no se perdió nada.</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsModel</name>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(signed in)</source>
        <translation>(autenticados)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(anyone)</source>
        <translation>(cualquiera)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="188"/>
        <source>Handler: %1</source>
        <translation>Handler: %1</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="219"/>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="220"/>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="221"/>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="222"/>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="223"/>
        <source>Time-out ms</source>
        <translation>Timeout ms</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="224"/>
        <source>Rate /s</source>
        <translation>Tasa /s</translation>
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
        <translation>Errores</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="228"/>
        <source>Time-outs</source>
        <translation>Timeouts</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="229"/>
        <source>Limited</source>
        <translation>Limitados</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="230"/>
        <source>Share of events</source>
        <translation>Proporción de eventos</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsPage</name>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="83"/>
        <source>The server has told no event types yet.</source>
        <translation>El servidor aún no ha indicado ningún tipo de evento.</translation>
    </message>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="86"/>
        <location filename="../console/pages/eventspage.cpp" line="112"/>
        <source>Event types</source>
        <translation>Tipos de evento</translation>
    </message>
</context>
<context>
    <name>sluice::console::Frame</name>
    <message>
        <location filename="../console/app/frame.cpp" line="95"/>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="96"/>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="97"/>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="98"/>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="99"/>
        <source>Config</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="100"/>
        <source>Live tap</source>
        <translation>Captura</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="101"/>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="102"/>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="103"/>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="127"/>
        <source>&amp;Export the chart as CSV…</source>
        <translation>&amp;Exportar el gráfico como CSV…</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderBar</name>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="28"/>
        <source>PRODUCTION</source>
        <translation>PRODUCCIÓN</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="29"/>
        <source>STAGING</source>
        <translation>PREPROD</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="30"/>
        <source>DEV</source>
        <translation>DEV</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="59"/>
        <source>Time range of the charts</source>
        <translation>Intervalo de tiempo de los gráficos</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="60"/>
        <source>Last 1 min</source>
        <translation>Último minuto</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="61"/>
        <source>Last 5 min</source>
        <translation>Últimos 5 min</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="62"/>
        <source>Last 10 min</source>
        <translation>Últimos 10 min</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="63"/>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="64"/>
        <source>Last 6 hours</source>
        <translation>Últimas 6 horas</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="69"/>
        <location filename="../console/widgets/headerbar.cpp" line="70"/>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="76"/>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="77"/>
        <source>Menu (F10)</source>
        <translation>Menú (F10)</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderState</name>
    <message>
        <location filename="../console/app/headerstate.cpp" line="27"/>
        <source>No server</source>
        <translation>Sin servidor</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="29"/>
        <source>read-only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="42"/>
        <source>last sample %1, values below are old</source>
        <translation>última muestra %1, los valores de abajo son antiguos</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="44"/>
        <source>up %1 · v%2 · config rev %3</source>
        <translation>activo %1 · v%2 · config. rev. %3</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="52"/>
        <source>○ Not connected</source>
        <translation>○ No conectado</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="53"/>
        <source>○ Connecting…</source>
        <translation>○ Conectando…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="54"/>
        <source>○ Signing in…</source>
        <translation>○ Autenticando…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="57"/>
        <source>○ Stopped as asked</source>
        <translation>○ Detenido a petición</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="67"/>
        <source>◷ Recording</source>
        <translation>◷ Grabación</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="69"/>
        <source>▲ Drained</source>
        <translation>▲ Drenado</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="71"/>
        <source>▲ Draining</source>
        <translation>▲ Drenando</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="73"/>
        <source>▲ Sample %1 s old</source>
        <translation>▲ Muestra de hace %1 s</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="75"/>
        <source>▲ Updates every %1 s</source>
        <translation>▲ Datos cada %1 s</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="77"/>
        <source>▲ Restarted %1 ago</source>
        <translation>▲ Reiniciado hace %1</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="78"/>
        <source>● Live</source>
        <translation>● En directo</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="95"/>
        <source>■ Link lost %1 · retry in %2 s</source>
        <translation>■ Enlace perdido %1 · reintento en %2 s</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="96"/>
        <source>■ Link lost %1 · trying…</source>
        <translation>■ Enlace perdido %1 · intentándolo…</translation>
    </message>
</context>
<context>
    <name>sluice::console::KeyList</name>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="37"/>
        <source>Give it this key</source>
        <translation>Asignar tecla</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="38"/>
        <source>No key</source>
        <translation>Quitar tecla</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="39"/>
        <source>As delivered</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="40"/>
        <source>All as delivered</source>
        <translation>Restablecer todas</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="44"/>
        <source>Keyboard</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="76"/>
        <source>Keys</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="96"/>
        <source>New key: press it</source>
        <translation>Nueva tecla: púlsela</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="97"/>
        <source>Press the key</source>
        <translation>Pulse la tecla</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="145"/>
        <source>This key cannot be changed.</source>
        <translation>Esta tecla no se puede cambiar.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="160"/>
        <source>Click into the field and press a key first.</source>
        <translation>Primero haga clic en el campo y pulse una tecla.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="165"/>
        <source>Not changed: %1 is the key of “%2”.</source>
        <translation>Sin cambios: %1 es la tecla de «%2».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="170"/>
        <source>%1 is now the key of “%2”.</source>
        <translation>%1 es ahora la tecla de «%2».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="178"/>
        <source>“%1” has no key now.</source>
        <translation>«%1» ya no tiene tecla.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="190"/>
        <source>“%1” has its key as delivered.</source>
        <translation>«%1» vuelve a tener su tecla predeterminada.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="192"/>
        <source>Not changed: “%1” has that key now.</source>
        <translation>Sin cambios: esa tecla la tiene ahora «%1».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="199"/>
        <source>All keys are as delivered.</source>
        <translation>Todas las teclas son las predeterminadas.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="58"/>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitLists</name>
    <message>
        <location filename="../console/models/limitlists.cpp" line="33"/>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="41"/>
        <source>enforced</source>
        <translation>aplicado</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="43"/>
        <source>dry run</source>
        <translation>simulación</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="44"/>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>user</source>
        <translation>usuario</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="83"/>
        <source>any user</source>
        <translation>cualquier usuario</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="109"/>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="115"/>
        <source>Bound</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="116"/>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="117"/>
        <source>Windows</source>
        <translation>Ventanas</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="118"/>
        <location filename="../console/models/limitlists.cpp" line="218"/>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="123"/>
        <source>Refused /s</source>
        <translation>Rechazos /s</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="128"/>
        <source>Would refuse</source>
        <translation>Rechazaría</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="133"/>
        <source>What it would have refused in a dry run.</source>
        <translation>Lo que habría rechazado en una simulación.</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="134"/>
        <source>Setting</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="149"/>
        <location filename="../console/models/limitlists.cpp" line="189"/>
        <location filename="../console/models/limitlists.cpp" line="214"/>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="155"/>
        <source>Used</source>
        <translation>Usado</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="164"/>
        <source>Free in s</source>
        <translation>Libre en s</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="194"/>
        <location filename="../console/models/limitlists.cpp" line="215"/>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="195"/>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="196"/>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="201"/>
        <source>At most so much of it may have been others&apos;.</source>
        <translation>Como mucho, esta cantidad puede ser de otros.</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="216"/>
        <source>Time left</source>
        <translation>Restante</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="217"/>
        <source>Of</source>
        <translation>Duración</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="223"/>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="224"/>
        <location filename="../console/models/limitlists.cpp" line="247"/>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="225"/>
        <location filename="../console/models/limitlists.cpp" line="248"/>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="242"/>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="243"/>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="244"/>
        <source>Issued before</source>
        <translation>Emitidos antes de</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="245"/>
        <source>Kept until</source>
        <translation>Conservada hasta</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="246"/>
        <source>Revoked</source>
        <translation>Revocación</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="263"/>
        <source>All together</source>
        <translation>Todos juntos</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="265"/>
        <source>Each address</source>
        <translation>Cada dirección</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="267"/>
        <source>Each user</source>
        <translation>Cada usuario</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="269"/>
        <source>Each client</source>
        <translation>Cada cliente</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="271"/>
        <source>Unknown events</source>
        <translation>Eventos desconocidos</translation>
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
        <translation>Límites de tasa</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="43"/>
        <source>The fullest windows of the selected limit</source>
        <translation>Ventanas más llenas del límite seleccionado</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="44"/>
        <location filename="../console/pages/limitspage.cpp" line="147"/>
        <source>Who costs most</source>
        <translation>Quién cuesta más</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="57"/>
        <source>This server limits nothing. Limits are set on the Config page.</source>
        <translation>Este servidor no limita nada. Los límites se ajustan en la página Configuración.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="58"/>
        <source>Nobody stands out.</source>
        <translation>Nadie destaca.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="91"/>
        <source>What limits clients</source>
        <translation>Qué limita a los clientes</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="94"/>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="95"/>
        <source>Muted</source>
        <translation>Silenciados</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="96"/>
        <source>Revoked tokens</source>
        <translation>Tokens revocados</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="125"/>
        <source>A double click leads to the setting.</source>
        <translation>Un doble clic lleva al parámetro.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="137"/>
        <source>What is compared</source>
        <translation>Qué se compara</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="138"/>
        <source>events refused</source>
        <translation>eventos rechazados</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="139"/>
        <source>events sent</source>
        <translation>eventos enviados</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="140"/>
        <source>handler time, µs</source>
        <translation>tiempo de handler, µs</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="141"/>
        <source>pushes lost</source>
        <translation>push perdidos</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="142"/>
        <source>bytes not read</source>
        <translation>bytes no leídos</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="179"/>
        <source>This limit is off, or counts all clients together.</source>
        <translation>Este límite está desactivado o cuenta a todos los clientes juntos.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="180"/>
        <source>Nobody has used anything of this limit in its present window.</source>
        <translation>Nadie ha usado nada de este límite en su ventana actual.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="182"/>
        <source>Fullest windows</source>
        <translation>Ventanas más llenas</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="187"/>
        <source>Fullest windows · %1</source>
        <translation>Ventanas más llenas · %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ListExportButton</name>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="13"/>
        <source>Export CSV…</source>
        <translation>Exportar CSV…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="33"/>
        <source>Fetching… %Ln rows so far.</source>
        <translation>
            <numerusform>Obteniendo… %Ln fila por ahora.</numerusform>
            <numerusform>Obteniendo… %Ln filas por ahora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="41"/>
        <source>There are more than %Ln rows; these are exported.</source>
        <translation>
            <numerusform>Hay más de %Ln fila; solo se exporta esta.</numerusform>
            <numerusform>Hay más de %Ln filas; solo se exportan estas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="42"/>
        <source>%Ln rows are fetched.</source>
        <translation>
            <numerusform>%Ln fila obtenida.</numerusform>
            <numerusform>%Ln filas obtenidas.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="36"/>
        <source>Nothing was exported: %1</source>
        <translation>No se exportó nada: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::MainWindow</name>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="106"/>
        <source>Sluice console</source>
        <translation>Consola de Sluice</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/mainwindow.cpp" line="306"/>
        <source>%n change(s) that you had not applied are pending again.</source>
        <translation>
            <numerusform>%n cambio que no había aplicado está pendiente de nuevo.</numerusform>
            <numerusform>%n cambios que no había aplicado están pendientes de nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="445"/>
        <source>Enter a token or choose a token file.</source>
        <translation>Escriba un token o elija un archivo de token.</translation>
    </message>
</context>
<context>
    <name>sluice::console::MuteFlow</name>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="34"/>
        <source>%1 is not muted: %2</source>
        <translation>No se ha silenciado a %1: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="39"/>
        <source>%1 is muted for %2: events are refused.</source>
        <translation>Se ha silenciado a %1 durante %2: sus eventos se rechazan.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="54"/>
        <source>The mute of %1 is not lifted: %2</source>
        <translation>No se ha quitado el silencio de %1: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="60"/>
        <source>%1 is no longer muted.</source>
        <translation>%1 ya no está silenciado.</translation>
    </message>
</context>
<context>
    <name>sluice::console::MutesPanel</name>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="22"/>
        <source>Who is muted</source>
        <translation>A quién se ha silenciado</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="24"/>
        <source>Lift</source>
        <translation>Quitar silencio</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="27"/>
        <source>Nobody is muted. Mute a client on the Connections page.</source>
        <translation>No hay nadie silenciado. Silencie a un cliente en la página Conexiones.</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="30"/>
        <source>Events of these are refused until the time is over. A restart ends all mutes.</source>
        <translation>Sus eventos se rechazan hasta que se acabe el tiempo. Un reinicio quita todos los silencios.</translation>
    </message>
</context>
<context>
    <name>sluice::console::NameGate</name>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="19"/>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="24"/>
        <source>Type the server&apos;s &amp;name</source>
        <translation>Escriba el &amp;nombre del servidor</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="76"/>
        <source>Type the server&apos;s name first.</source>
        <translation>Escriba primero el nombre del servidor.</translation>
    </message>
</context>
<context>
    <name>sluice::console::NoticeDialog</name>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="32"/>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="35"/>
        <source>Send a notice to %1</source>
        <translation>Enviar un aviso a %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="51"/>
        <source>It goes to all connections of this user as {&quot;text&quot;: …}. The text itself is not written to the audit log.</source>
        <translation>Va a todas las conexiones de este usuario como {&quot;text&quot;: …}. El texto en sí no se escribe en el registro de auditoría.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="67"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="73"/>
        <source>&amp;Event</source>
        <translation>&amp;Evento</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="74"/>
        <source>&amp;Text</source>
        <translation>&amp;Texto</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="114"/>
        <source>The notice is on its way to %1.</source>
        <translation>El aviso va camino de %1.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="115"/>
        <source>%1 is no longer connected; nobody got the notice.</source>
        <translation>%1 ya no está conectado; nadie recibió el aviso.</translation>
    </message>
</context>
<context>
    <name>sluice::console::OverviewPage</name>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="51"/>
        <source>Queue depth</source>
        <translation>Cola</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="52"/>
        <source>high</source>
        <translation>alta</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="53"/>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="54"/>
        <source>low</source>
        <translation>baja</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="58"/>
        <source>Throughput /s</source>
        <translation>Caudal /s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>received</source>
        <translation>recibidos</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>processed</source>
        <translation>procesados</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="63"/>
        <source>Latency, ms</source>
        <translation>Latencia, ms</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="68"/>
        <source>Rate-limit hits /s</source>
        <translation>Rechazos por límite /s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="69"/>
        <source>all events</source>
        <translation>todos los eventos</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="73"/>
        <location filename="../console/pages/overviewpage.cpp" line="144"/>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="74"/>
        <source>open</source>
        <translation>abiertas</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="78"/>
        <source>Broadcast sends /s</source>
        <translation>Envíos de difusión /s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="79"/>
        <source>sends</source>
        <translation>envíos</translation>
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
        <translation>Eventos recibidos</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="146"/>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="147"/>
        <source>Latency p99</source>
        <translation>Latencia p99</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="148"/>
        <source>Rate-limited</source>
        <translation>Rechazo por límite</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="149"/>
        <source>Refused, overloaded</source>
        <translation>Rechazo por sobrecarga</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="155"/>
        <source>Alert on this…</source>
        <translation>Crear alerta…</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="223"/>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="224"/>
        <source>Show what happened</source>
        <translation>Mostrar lo ocurrido</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/overviewpage.cpp" line="432"/>
        <source>Paused %1, +%n sample(s) waiting.</source>
        <translation>
            <numerusform>En pausa desde hace %1, +%n muestra en espera.</numerusform>
            <numerusform>En pausa desde hace %1, +%n muestras en espera.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="438"/>
        <source>All charts show %1 to %2.</source>
        <translation>Todos los gráficos muestran de %1 a %2.</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Show up to now (double click)</source>
        <translation>Volver al presente (doble clic)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Go on (Space)</source>
        <translation>Reanudar (Espacio)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="505"/>
        <source>of %1</source>
        <translation>de %1</translation>
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
        <translation>%1 en total</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="547"/>
        <source>alert %1</source>
        <translation>alerta %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="549"/>
        <source>drop %1</source>
        <translation>rechazo %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="564"/>
        <source>%1 old</source>
        <comment>age of a number</comment>
        <translation>hace %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedModel</name>
    <message>
        <location filename="../console/models/pagedmodel.cpp" line="230"/>
        <source>This server does not tell it: it is older than this console.</source>
        <translation>Este servidor no lo indica: es más antiguo que esta consola.</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedTable</name>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="30"/>
        <source>There is nothing to list.</source>
        <translation>No hay nada que mostrar.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="54"/>
        <location filename="../console/widgets/pagedtable.cpp" line="55"/>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="57"/>
        <location filename="../console/widgets/pagedtable.cpp" line="58"/>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="100"/>
        <source>%n new row(s), order frozen</source>
        <translation>
            <numerusform>%n fila nueva, orden congelado</numerusform>
            <numerusform>%n filas nuevas, orden congelado</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="101"/>
        <source>order frozen while you are at it</source>
        <translation>orden congelado mientras está aquí</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="104"/>
        <source>○ old</source>
        <translation>○ antiguo</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="106"/>
        <source>▲ waiting for the server…</source>
        <translation>▲ esperando al servidor…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <source>rows %1 to %2</source>
        <translation>filas %1 a %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <location filename="../console/widgets/pagedtable.cpp" line="138"/>
        <source>%1 in all</source>
        <translation>%1 en total</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="132"/>
        <source>the first %Ln</source>
        <comment>rows</comment>
        <translation>
            <numerusform>la primera</numerusform>
            <numerusform>las primeras %Ln</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="135"/>
        <source>rows %1 to %2 of %3</source>
        <translation>filas %1 a %2 de %3</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="137"/>
        <source>%Ln of %1 match</source>
        <translation>
            <numerusform>%Ln de %1 coincide</numerusform>
            <numerusform>%Ln de %1 coinciden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="148"/>
        <source>only the newest %Ln rows were recorded</source>
        <translation>
            <numerusform>solo se grabó la fila más reciente (%Ln)</numerusform>
            <numerusform>solo se grabaron las %Ln filas más recientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="149"/>
        <source>only the first %1 of %Ln rows were recorded</source>
        <translation>
            <numerusform>solo se grabaron las primeras %1 de %Ln fila</numerusform>
            <numerusform>solo se grabaron las primeras %1 de %Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <source>The filter is not understood.</source>
        <translation>El filtro no es válido.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Clear filter</source>
        <translation>Borrar filtro</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>Asking the server…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>There is no link to a server.</source>
        <translation>No hay enlace con ningún servidor.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Nothing matches “%1”.</source>
        <translation>Nada coincide con «%1».</translation>
    </message>
</context>
<context>
    <name>sluice::console::PendingPanel</name>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="45"/>
        <source>Undo by itself unless I keep it within</source>
        <translation>Deshacer por sí solo si no lo conservo en</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="48"/>
        <source>Discard all</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="49"/>
        <source>Check on server</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="57"/>
        <location filename="../console/pages/pendingpanel.cpp" line="67"/>
        <source>Pending changes</source>
        <translation>Cambios pendientes</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="99"/>
        <source>Seconds until it is undone</source>
        <translation>Segundos hasta que se deshaga</translation>
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
        <translation>Motivo del cambio</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="145"/>
        <source>Reason (goes to the audit log), required</source>
        <translation>Motivo (va al registro de auditoría), obligatorio</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="146"/>
        <source>Reason (goes to the audit log)</source>
        <translation>Motivo (va al registro de auditoría)</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="181"/>
        <source>Double-click a value, or press F2 on it, to change it. Nothing happens before you apply.</source>
        <translation>Haga doble clic en un valor o pulse F2 sobre él para cambiarlo. No ocurre nada hasta que lo aplique.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="190"/>
        <source>base: revision %1</source>
        <translation>base: revisión %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="209"/>
        <source>Undo the change of %1</source>
        <translation>Deshacer el cambio de %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="210"/>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="224"/>
        <source> Expected: %1.</source>
        <translation> Se esperaba: %1.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="228"/>
        <source>▲ Changed meanwhile from %1 to %2.</source>
        <translation>▲ Cambió entretanto de %1 a %2.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="233"/>
        <source>Takes effect: %1</source>
        <translation>Se aplica: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="263"/>
        <source>▲ Decide on %n setting(s) changed by others…</source>
        <translation>
            <numerusform>▲ Decidir sobre %n cambio ajeno…</numerusform>
            <numerusform>▲ Decidir sobre %n cambios ajenos…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Aplicar %n cambio</numerusform>
            <numerusform>Aplicar %n cambios</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="269"/>
        <source>A change is on trial. Keep it or take it back first.</source>
        <translation>Hay un cambio a prueba. Consérvelo o deshágalo primero.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="270"/>
        <source>Somebody else changed the same settings. Decide on these first.</source>
        <translation>Otra persona cambió los mismos parámetros. Decida primero sobre ellos.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="271"/>
        <source>A reason is required.</source>
        <translation>Se necesita un motivo.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Applying…</source>
        <translation>Aplicando…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="325"/>
        <source>▲ Someone else changed the configuration: now revision %1. Your edits are kept; look at them and apply again.</source>
        <translation>▲ Otra persona cambió la configuración: ahora revisión %1. Sus cambios se conservan; revíselos y aplíquelos de nuevo.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="332"/>
        <source>■ Refused, nothing was changed: %1</source>
        <translation>■ Rechazado, no se cambió nada: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>The server would accept this.</source>
        <translation>El servidor aceptaría estos cambios.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>%n change(s) applied.</source>
        <translation>
            <numerusform>%n cambio aplicado.</numerusform>
            <numerusform>%n cambios aplicados.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PipelineView</name>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="140"/>
        <source>A click leads to the page of that stage.</source>
        <translation>Un clic lleva a la página de esa etapa.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="86"/>
        <source>Way of the events</source>
        <translation>Recorrido de los eventos</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="104"/>
        <source>Clients: %1</source>
        <translation>Clientes: %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="105"/>
        <source>Policies: %1 refused by rate limits</source>
        <translation>Políticas: %1 rechazados por límites de tasa</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="107"/>
        <source>Queue lanes: high %1, normal %2, low %3</source>
        <translation>Colas: alta %1, normal %2, baja %3</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="110"/>
        <source>Workers: %1 of %2 busy</source>
        <translation>Workers: %1 de %2 ocupados</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="111"/>
        <source>Handlers: p99 %1 ms</source>
        <translation>Handlers: p99 %1 ms</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="112"/>
        <source>Broadcast: %1 sent</source>
        <translation>Difusión: %1 enviados</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="245"/>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pipelineview.cpp" line="250"/>
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n usuario</numerusform>
            <numerusform>%n usuarios</numerusform>
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
        <translation>Difusión</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>sends/s</source>
        <translation>envíos/s</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="314"/>
        <source>rejected %1</source>
        <translation>rechazados %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="316"/>
        <source>refused, overloaded %1</source>
        <translation>rechazos por sobrecarga %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="318"/>
        <source>dropped %1</source>
        <translation>descartadas %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>Policies</source>
        <translation>Políticas</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="90"/>
        <source>clients: %1; events received per second: %2; queue: %3; workers busy: %4 of %5; p99: %6 ms</source>
        <translation>clientes: %1; eventos recibidos por segundo: %2; cola: %3; trabajadores ocupados: %4 de %5; p99: %6 ms</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>refusals</source>
        <translation>rechazos</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="264"/>
        <source>time-outs %1</source>
        <translation>agotados %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="265"/>
        <source>errors %1</source>
        <translation>errores %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>access</source>
        <translation>acceso</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>rate limit</source>
        <translation>límite de tasa</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="278"/>
        <source>invalid</source>
        <translation>no válidos</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>Queue lanes</source>
        <translation>Colas</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>capacity %1</source>
        <translation>capacidad %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>high</source>
        <translation>alta</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>low</source>
        <translation>baja</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="255"/>
        <source>Workers</source>
        <translation>Workers</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="256"/>
        <source>%1/%2 busy</source>
        <translation>%1/%2 ocupados</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="258"/>
        <source>utilisation %1</source>
        <translation>uso %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::Rail</name>
    <message>
        <location filename="../console/widgets/rail.cpp" line="66"/>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedList</name>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="99"/>
        <source>A recorded list of this kind cannot be filtered.</source>
        <translation>Una lista grabada de este tipo no se puede filtrar.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="132"/>
        <source>A recorded list cannot be put into this order.</source>
        <translation>Una lista grabada no se puede poner en este orden.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedServer</name>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="68"/>
        <source>This is a recording: nothing can be changed in it.</source>
        <translation>Esto es una grabación: no se puede cambiar nada en ella.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="110"/>
        <source>This recording holds no further rows of the list.</source>
        <translation>Esta grabación no contiene más filas de la lista.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="113"/>
        <source>This recording does not hold it.</source>
        <translation>Esta grabación no lo contiene.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Recording</name>
    <message>
        <location filename="../console/recording/recording.cpp" line="140"/>
        <source>it holds no samples</source>
        <translation>no contiene muestras</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="167"/>
        <source>it is JSON, but no saved session</source>
        <translation>es JSON, pero no una sesión guardada</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="172"/>
        <source>it has version %1 of the format, and this console reads version %2</source>
        <translation>tiene la versión %1 del formato, y esta consola lee la versión %2</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="189"/>
        <source>its samples are more than a day apart</source>
        <translation>sus muestras distan más de un día</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="196"/>
        <source>it does not tell which server it is of (“%1”)</source>
        <translation>no indica de qué servidor es («%1»)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="198"/>
        <source>it is of a server with admin protocol %1, and this console speaks %2</source>
        <translation>es de un servidor con el protocolo de administración %1, y esta consola usa el %2</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="210"/>
        <source>the sample %1 has no valid time</source>
        <translation>la muestra %1 no tiene una hora válida</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="212"/>
        <source>the sample %1 is not later than the one before</source>
        <translation>la muestra %1 no es posterior a la anterior</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="222"/>
        <source>its list “%1” is missing</source>
        <translation>falta su lista «%1»</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="230"/>
        <source>%1 is not an object</source>
        <translation>%1 no es un objeto</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="243"/>
        <source>it is no saved session of this console</source>
        <translation>no es una sesión guardada de esta consola</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="244"/>
        <source>it is cut off: its end is missing</source>
        <translation>está truncado: falta el final</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="245"/>
        <source>it is damaged: its content does not fit its checksum</source>
        <translation>está dañado: su contenido no coincide con su suma de comprobación</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="248"/>
        <source>it holds more than %1</source>
        <translation>contiene más de %1</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="286"/>
        <source>it is empty</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="297"/>
        <source>its content is no JSON object</source>
        <translation>su contenido no es un objeto JSON</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="298"/>
        <source>its content is no JSON (%1 at byte %2)</source>
        <translation>su contenido no es JSON (%1 en el byte %2)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="314"/>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="316"/>
        <source>it cannot be read: %1</source>
        <translation>no se puede leer: %1</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="320"/>
        <source>it is larger than %1</source>
        <translation>ocupa más de %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordingBar</name>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="44"/>
        <source>Close the recording</source>
        <translation>Cerrar la grabación</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="50"/>
        <source>Instant of the recording</source>
        <translation>Instante de la grabación</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="51"/>
        <source>Moves the whole window to an instant (← → one sample, Home and End)</source>
        <translation>Lleva toda la ventana a un instante (← → una muestra, Inicio y Fin)</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="58"/>
        <source>Back to the choice of a server</source>
        <translation>Volver a la elección de servidor</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="62"/>
        <source>To the beginning</source>
        <translation>Al principio</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="63"/>
        <source>One sample back</source>
        <translation>Una muestra atrás</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="65"/>
        <source>One sample on</source>
        <translation>Una muestra adelante</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="66"/>
        <source>To the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="121"/>
        <source>Recording of %1, %2, from %3 to %4</source>
        <translation>Grabación de %1, %2, de %3 a %4</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="134"/>
        <source>%1, the end</source>
        <translation>%1, el final</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="135"/>
        <source>%1, %2 before the end</source>
        <translation>%1, %2 antes del final</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="137"/>
        <source>Lists are as they were at the end, when the recording was saved; all else is of this instant.</source>
        <translation>Las listas están como al final, cuando se guardó la grabación; todo lo demás es de este instante.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionList</name>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="46"/>
        <source>on trial</source>
        <translation>a prueba</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="48"/>
        <source>taken back by %1</source>
        <comment>by revision 18</comment>
        <translation>revertida por %1</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="50"/>
        <source>takes back %1</source>
        <comment>revision 17</comment>
        <translation>revierte %1</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="93"/>
        <source>Revision</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="94"/>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="97"/>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="98"/>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="104"/>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="105"/>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionsPanel</name>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="21"/>
        <source>Revisions of the configuration</source>
        <translation>Revisiones de la configuración</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="22"/>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="29"/>
        <source>Revisions</source>
        <translation>Revisiones</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="70"/>
        <source>Select the revision to roll back.</source>
        <translation>Seleccione la revisión que desea revertir.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="72"/>
        <source>There is nothing to put back: the settings have the values from before that revision.</source>
        <translation>No hay nada que revertir: los ajustes ya tienen los valores anteriores a esa revisión.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="87"/>
        <source>Puts the values from before into the pending changes; nothing is applied yet.</source>
        <translation>Pone los valores anteriores en los cambios pendientes; todavía no se aplica nada.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="88"/>
        <source>Nothing was changed since the server started.</source>
        <translation>No se ha cambiado nada desde que arrancó el servidor.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="89"/>
        <source>The server has not told its revisions.</source>
        <translation>El servidor no ha comunicado sus revisiones.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevocationsPanel</name>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="23"/>
        <source>Revoked tokens</source>
        <translation>Tokens revocados</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter: a part of user, token, reason or who did it</source>
        <translation>Filtro: parte del usuario, token, motivo o autor</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter revoked tokens</source>
        <translation>Filtrar tokens revocados</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="27"/>
        <source>Take back…</source>
        <translation>Anular revocación…</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="31"/>
        <source>No tokens are revoked. Revoke a user&apos;s tokens on the Connections page.</source>
        <translation>No hay tokens revocados. Revoque los tokens de un usuario en la página Conexiones.</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="73"/>
        <source>token %1</source>
        <translation>token %1</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="74"/>
        <source>all users</source>
        <translation>todos los usuarios</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevokeFlow</name>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="23"/>
        <source>Revoke the tokens of %1?</source>
        <translation>¿Revocar los tokens de %1?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="24"/>
        <source>These tokens of %1 let nobody in any more, and the connections that came with them are closed.</source>
        <translation>Estos tokens de %1 dejan de dar acceso, y se cierran las conexiones abiertas con ellos.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="26"/>
        <location filename="../console/dialogs/revokeflow.cpp" line="80"/>
        <source>Revoke tokens of %1</source>
        <translation>Revocar tokens de %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="28"/>
        <source>the number of open connections of this user</source>
        <translation>el número de conexiones abiertas de este usuario</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="33"/>
        <source>those issued until now; a new sign-in is possible</source>
        <translation>los emitidos hasta ahora; es posible autenticarse de nuevo</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="34"/>
        <source>all, also new ones, until it is taken back</source>
        <translation>todos, también los nuevos, hasta que se anule</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="35"/>
        <source>&amp;Which tokens</source>
        <translation>&amp;Qué tokens</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="41"/>
        <source>Take the revocation of %1 back?</source>
        <translation>¿Anular la revocación de %1?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="42"/>
        <source>Tokens of %1 that have not expired let in again.</source>
        <translation>Los tokens de %1 que no hayan caducado vuelven a dar acceso.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="43"/>
        <source>Take it back</source>
        <translation>Anular revocación</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="53"/>
        <source>The tokens of %1 are revoked.</source>
        <translation>Se han revocado los tokens de %1.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="54"/>
        <source>The revocation is taken back.</source>
        <translation>Se ha anulado la revocación.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="72"/>
        <source>The server cannot count the connections of a user with such a name. Use sluicectl.</source>
        <translation>El servidor no puede contar las conexiones de un usuario con ese nombre. Use sluicectl.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="92"/>
        <source>It could not be saved, and will not outlive a restart.</source>
        <translation>No se pudo guardar y no sobrevivirá a un reinicio.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerCard</name>
    <message>
        <location filename="../console/pages/servercard.cpp" line="49"/>
        <source>Read-only from this console</source>
        <translation>Solo lectura desde esta consola</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="50"/>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="51"/>
        <source>Open here</source>
        <translation>Abrir aquí</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="52"/>
        <source>New window</source>
        <translation>Nueva ventana</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="53"/>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="73"/>
        <source>Nothing that changes this server is offered while it is on.</source>
        <translation>Mientras esté activado, no se ofrece nada que cambie este servidor.</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="75"/>
        <source>Compare %1 with others</source>
        <translation>Comparar %1 con otros</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="87"/>
        <source>Open %1 here</source>
        <translation>Abrir %1 aquí</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="89"/>
        <source>Open %1 in a new window</source>
        <translation>Abrir %1 en una ventana nueva</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="91"/>
        <source>Forget %1</source>
        <translation>Olvidar %1</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="122"/>
        <location filename="../console/pages/servercard.cpp" line="124"/>
        <source>It is open in this window.</source>
        <translation>Está abierto en esta ventana.</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="150"/>
        <source>On one axis with the others that are ticked</source>
        <translation>En un mismo eje con los demás que estén marcados</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="151"/>
        <source>More servers cannot be told apart on one axis.</source>
        <translation>En un mismo eje no se podrían distinguir más servidores.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerSession</name>
    <message>
        <location filename="../console/models/serversession.cpp" line="207"/>
        <location filename="../console/models/serversession.cpp" line="212"/>
        <source>There is no link to the server.</source>
        <translation>No hay enlace con el servidor.</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>The server stopped as asked</source>
        <translation>El servidor se detuvo a petición</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>Link to the server lost</source>
        <translation>Se perdió el enlace con el servidor</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="354"/>
        <source>Link to the server is back</source>
        <translation>Se recuperó el enlace con el servidor</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="367"/>
        <source>Own mark %1</source>
        <translation>Marca propia %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerWatch</name>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="54"/>
        <source>No token file is saved for it. Open it to enter a token.</source>
        <translation>No tiene ningún archivo de token guardado. Ábralo para escribir un token.</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="55"/>
        <source>Its token cannot be read: %1</source>
        <translation>No se puede leer su token: %1</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="62"/>
        <source>It does not know the saved token.</source>
        <translation>No conoce el token guardado.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServersPage</name>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="42"/>
        <source>No server is saved yet. One is as soon as a connection to it has worked.</source>
        <translation>Aún no hay ningún servidor guardado. Se guarda en cuanto una conexión con él funciona.</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="45"/>
        <source>Connect to another server…</source>
        <translation>Conectar con otro servidor…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="47"/>
        <location filename="../console/pages/serverspage.cpp" line="58"/>
        <source>Saved servers</source>
        <translation>Servidores guardados</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="214"/>
        <location filename="../console/pages/serverspage.cpp" line="241"/>
        <source>○ not connected</source>
        <translation>○ no conectado</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <location filename="../console/pages/serverspage.cpp" line="240"/>
        <source>■ link lost</source>
        <translation>■ enlace perdido</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <source>This console is trying to reach it.</source>
        <translation>Esta consola está intentando conectar con él.</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="226"/>
        <location filename="../console/pages/serverspage.cpp" line="242"/>
        <source>○ connecting…</source>
        <translation>○ conectando…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="254"/>
        <source>version %1</source>
        <translation>versión %1</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>● live</source>
        <translation>● en directo</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>▲ draining</source>
        <translation>▲ drenando</translation>
    </message>
</context>
<context>
    <name>sluice::console::SessionFiles</name>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="64"/>
        <source>The session is being packed…</source>
        <translation>La sesión se está empaquetando…</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="82"/>
        <location filename="../console/app/sessionfiles.cpp" line="117"/>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>Open session</source>
        <translation>Abrir sesión guardada</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>Saved sessions (*.%1)</source>
        <translation>Sesiones guardadas (*.%1)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>%1 is being read.</source>
        <translation>Se está leyendo %1.</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>%1 cannot be opened: %2.</source>
        <translation>No se puede abrir %1: %2.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Shortcuts</name>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="43"/>
        <source>Pause, or go on</source>
        <translation>Pausar o reanudar</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="44"/>
        <location filename="../console/widgets/shortcuts.cpp" line="45"/>
        <source>On a chart: the crosshair one sample on; with Shift ten</source>
        <translation>En un gráfico: mover el cursor en cruz una muestra; con Mayús, diez</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="46"/>
        <source>On a chart: to the left end of the range</source>
        <translation>En un gráfico: al extremo izquierdo del intervalo</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="47"/>
        <source>On a chart: to the right end of the range</source>
        <translation>En un gráfico: al extremo derecho del intervalo</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="48"/>
        <source>To the row above</source>
        <translation>A la fila de arriba</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="49"/>
        <source>To the row below</source>
        <translation>A la fila de abajo</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="50"/>
        <source>On a chart: release the crosshair, then the zoom</source>
        <translation>En un gráfico: soltar el cursor en cruz y luego la ampliación</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="51"/>
        <location filename="../console/widgets/shortcuts.cpp" line="52"/>
        <source>Press what has the focus</source>
        <translation>Pulsar lo que tiene el foco</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="53"/>
        <source>To the next control</source>
        <translation>Al control siguiente</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="54"/>
        <source>To the control before</source>
        <translation>Al control anterior</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="55"/>
        <source>Open the menu</source>
        <translation>Abrir el menú</translation>
    </message>
</context>
<context>
    <name>sluice::console::ShutdownDialog</name>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain and shut down %1</source>
        <translation>Drenar y detener %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="178"/>
        <source>%Ln events that are not answered yet get an error.</source>
        <translation>
            <numerusform>%Ln evento sin respuesta recibe un error.</numerusform>
            <numerusform>%Ln eventos sin respuesta reciben un error.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="179"/>
        <source>%Ln clients are told to go elsewhere (1012) all at once.</source>
        <translation>
            <numerusform>Se indica de inmediato a %Ln cliente que vaya a otro servidor (1012).</numerusform>
            <numerusform>Se indica a %Ln clientes a la vez que vayan a otro servidor (1012).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="180"/>
        <source>This cannot be taken back.</source>
        <translation>Esto no se puede deshacer.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now, lose %Ln events</source>
        <translation>
            <numerusform>Detener, perder %Ln evento</numerusform>
            <numerusform>Detener, perder %Ln eventos</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="189"/>
        <source>The server refused: %1</source>
        <translation>El servidor lo rechazó: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="159"/>
        <source>Draining %1</source>
        <translation>Drenando %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="78"/>
        <source>Back to the drain</source>
        <translation>Volver al drenaje</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain %1</source>
        <translation>Drenar %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="155"/>
        <source>asked by %1</source>
        <translation>solicitado por %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="158"/>
        <source>%1 is drained</source>
        <translation>%1 está drenado</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="167"/>
        <source>Stop %1 now</source>
        <translation>Detener %1 ahora</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now</source>
        <translation>Detener ahora</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="157"/>
        <source>%1 has stopped</source>
        <translation>%1 se ha detenido</translation>
    </message>
</context>
<context>
    <name>sluice::console::Situation</name>
    <message>
        <location filename="../console/app/situation.cpp" line="52"/>
        <source>%1 stopped at %2.</source>
        <translation>%1 se detuvo a las %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="46"/>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="49"/>
        <source>Nothing was lost.</source>
        <translation>No se perdió nada.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="50"/>
        <source>%Ln events were answered with an error.</source>
        <translation>
            <numerusform>%Ln evento se respondió con un error.</numerusform>
            <numerusform>%Ln eventos se respondieron con un error.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>This console waits for its return.</source>
        <translation>Esta consola espera su regreso.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>The practice is over.</source>
        <translation>La práctica ha terminado.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="55"/>
        <source>No data since %1.</source>
        <translation>Sin datos desde las %1.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="56"/>
        <source>The server may be fine: only the admin link is down (%1). Actions are disabled; charts keep what they have.</source>
        <translation>Puede que el servidor esté bien: solo se ha cortado el enlace de administración (%1). Las acciones están desactivadas; los gráficos conservan sus datos.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Signing in at %1…</source>
        <translation>Iniciando sesión en %1…</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Connecting to %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="71"/>
        <source>Without an answer this is given up after %1 s.</source>
        <translation>Sin respuesta, esto se abandona tras %1 s.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="72"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="80"/>
        <source>Out of service: drained.</source>
        <translation>Fuera de servicio: drenado.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="81"/>
        <source>The server stays up and answers new clients with 503 until it is resumed.</source>
        <translation>El servidor sigue activo y responde 503 a los clientes nuevos hasta que se reanude.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Drain paused, %1 s left.</source>
        <translation>Drenaje en pausa, quedan %1 s.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Draining, %1 s left.</source>
        <translation>Drenando, quedan %1 s.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="88"/>
        <source>%Ln events are still inside.</source>
        <translation>
            <numerusform>Aún hay %Ln evento en el servidor.</numerusform>
            <numerusform>Aún hay %Ln eventos en el servidor.</numerusform>
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
        <translation>Regla: %1. Se cumple desde hace %2.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="101"/>
        <source>%n other alert(s).</source>
        <translation>
            <numerusform>%n alerta más.</numerusform>
            <numerusform>%n alertas más.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="102"/>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="103"/>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Silence 10 min</source>
        <translation>Silenciar 10 min</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="114"/>
        <source>The server reduced its updates to %1 Hz to protect itself.</source>
        <translation>El servidor redujo sus actualizaciones a %1 Hz para protegerse.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="115"/>
        <source>Its admin side has more to do than it may (admin.cpu-share). No sample is lost: those in between are fetched when it is over.</source>
        <translation>Su lado de administración tiene más trabajo del permitido (admin.cpu-share). No se pierde ninguna muestra: las intermedias se obtienen después.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="131"/>
        <source>The queue is at %1: low-priority events are refused.</source>
        <translation>La cola está al %1: se rechazan los eventos de prioridad baja.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="136"/>
        <source>Refusing begins at %1, in about %2 s. </source>
        <translation>Los rechazos empiezan al %1, en unos %2 s. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="137"/>
        <source>Refusing begins at %1. </source>
        <translation>Los rechazos empiezan al %1. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="140"/>
        <source>The queue is at %1, over the alert threshold of %2.</source>
        <translation>La cola está al %1, por encima del umbral de alerta del %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="149"/>
        <source>Revision %1 of the configuration goes back in %2.</source>
        <translation>La revisión %1 de la configuración se deshará en %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>It is on trial: keep it, or take it back now.</source>
        <translation>Está a prueba: consérvela o deshágala ahora.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="168"/>
        <source>The queue is at %1 and rises by %2 a second:</source>
        <translation>La cola está al %1 y sube un %2 por segundo:</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="169"/>
        <source>the alert threshold (%1) in about %2 s. </source>
        <translation>umbral de alerta (%1) en unos %2 s. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Show queue</source>
        <translation>Mostrar cola</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="194"/>
        <source>Received %1/s, processed %2/s.</source>
        <translation>Recibidos %1/s, procesados %2/s.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Sparkline</name>
    <message>
        <location filename="../console/widgets/sparkline.cpp" line="40"/>
        <source>%1: %2, old</source>
        <translation>%1: %2, antiguo</translation>
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
        <translation>Aún no hay servidor</translation>
    </message>
    <message>
        <location filename="../console/app/startpage.cpp" line="26"/>
        <source>What happens on a server is shown here as soon as there is a link to one.</source>
        <translation>Lo que ocurre en un servidor se muestra aquí en cuanto haya un enlace.</translation>
    </message>
</context>
<context>
    <name>sluice::console::StatusLine</name>
    <message>
        <location filename="../console/app/statusline.cpp" line="34"/>
        <source>console CPU %1 · %2</source>
        <translation>consola: CPU %1 · %2</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="40"/>
        <source>a recording: no admin link</source>
        <translation>grabación: sin enlace de administración</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>no admin link</source>
        <translation>sin enlace de administración</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>admin link %1</source>
        <translation>enlace de administración %1</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="45"/>
        <source>%1 · RTT %2 ms</source>
        <translation>%1 · RTT %2 ms</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="52"/>
        <source>no sample yet</source>
        <translation>aún no hay muestras</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="54"/>
        <source>samples up to %1</source>
        <translation>muestras hasta las %1</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="56"/>
        <source>sample %1 s ago · %2 lost</source>
        <translation>muestra hace %1 s · %2 perdidas</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapForm</name>
    <message>
        <location filename="../console/pages/tapform.cpp" line="36"/>
        <source>&amp;Show payloads (audited)</source>
        <translation>Mostrar c&amp;ontenidos (se audita)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="56"/>
        <location filename="../console/pages/tapform.cpp" line="57"/>
        <location filename="../console/pages/tapform.cpp" line="58"/>
        <location filename="../console/pages/tapform.cpp" line="60"/>
        <location filename="../console/pages/tapform.cpp" line="70"/>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="61"/>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="62"/>
        <source>failed</source>
        <translation>fallo</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="63"/>
        <source>timed out</source>
        <translation>timeout</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="64"/>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="65"/>
        <source>connection gone</source>
        <translation>desconectado</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="66"/>
        <source>abandoned</source>
        <translation>abandonado</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="67"/>
        <source>refused</source>
        <translation>rechazado</translation>
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
        <translation>elegir</translation>
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
        <translation>&amp;Evento</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="92"/>
        <source>&amp;User</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="93"/>
        <source>&amp;Connection</source>
        <translation>&amp;Conexión</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="94"/>
        <source>&amp;Result</source>
        <translation>&amp;Resultado</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="95"/>
        <source>S&amp;lower than</source>
        <translation>Más &amp;lento que</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="96"/>
        <source>At &amp;most, required</source>
        <translation>&amp;Máximo, requerido</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="97"/>
        <source>&amp;For, required</source>
        <translation>&amp;Duración, requerida</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="123"/>
        <source>Choose how many events a second may be shown at most.</source>
        <translation>Elija cuántos eventos por segundo se pueden mostrar como máximo.</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="125"/>
        <source>Choose after how long the tap ends by itself.</source>
        <translation>Elija al cabo de cuánto tiempo termina la captura por sí sola.</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapPage</name>
    <message>
        <location filename="../console/pages/tappage.cpp" line="37"/>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="38"/>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="39"/>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="42"/>
        <source>Events as they end</source>
        <translation>Eventos a medida que terminan</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="46"/>
        <location filename="../console/pages/tappage.cpp" line="171"/>
        <source>Choose what to watch, how much of it and for how long; then start the tap.</source>
        <translation>Elija qué observar, cuánto y durante cuánto tiempo; después inicie la captura.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="80"/>
        <source>Save what is listed, one JSON object a line</source>
        <translation>Guardar la lista, un objeto JSON por línea</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="157"/>
        <source>This role may not tap.</source>
        <translation>Este rol no puede capturar.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>● tapping</source>
        <translation>● capturando</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="170"/>
        <source>Waiting for an event that matches…</source>
        <translation>Esperando un evento que coincida…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="180"/>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="181"/>
        <source>ends in %1</source>
        <translation>termina en %1</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="182"/>
        <source>The tap&apos;s time is over.</source>
        <translation>Se acabó el tiempo de la captura.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="183"/>
        <source>The tap ended with the link.</source>
        <translation>La captura terminó con el enlace.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="184"/>
        <source>Refused: %1</source>
        <translation>Rechazado: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="187"/>
        <source>the last %Ln events</source>
        <translation>
            <numerusform>el último evento (%Ln)</numerusform>
            <numerusform>los últimos %Ln eventos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="190"/>
        <source>%Ln are waiting</source>
        <translation>
            <numerusform>%Ln en espera</numerusform>
            <numerusform>%Ln en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="192"/>
        <source>%Ln more matched than may be shown</source>
        <translation>
            <numerusform>%Ln coincidencia por encima del máximo mostrable</numerusform>
            <numerusform>%Ln coincidencias por encima del máximo mostrable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="188"/>
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n evento</numerusform>
            <numerusform>%n eventos</numerusform>
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
        <translation>%1 %2, de %3 a %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::Toast</name>
    <message>
        <location filename="../console/widgets/toast.cpp" line="25"/>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>sluice::console::TraceModel</name>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="50"/>
        <location filename="../console/models/tracemodel.cpp" line="51"/>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="54"/>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="31"/>
        <source>(unknown)</source>
        <translation>(desconocido)</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="61"/>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="67"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="73"/>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="74"/>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="79"/>
        <source>Lane</source>
        <translation>Cola</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="80"/>
        <source>Wait ms</source>
        <translation>Cola ms</translation>
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
        <translation>fallo: %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="177"/>
        <source>timed out</source>
        <translation>timeout</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="179"/>
        <source>connection gone</source>
        <translation>desconectado</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="181"/>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="182"/>
        <source>abandoned</source>
        <translation>abandonado</translation>
    </message>
</context>
<context>
    <name>sluice::console::TracePanel</name>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="62"/>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="64"/>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="66"/>
        <source>Payloads are masked. An administrator can start a tap that shows them; that is audited.</source>
        <translation>Los contenidos están ocultos. Un administrador puede iniciar una captura que los muestre; eso se audita.</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="74"/>
        <source>Parameters of the event</source>
        <translation>Parámetros del evento</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="75"/>
        <source>Answer to the event</source>
        <translation>Respuesta al evento</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="93"/>
        <source>The event&apos;s way</source>
        <translation>Recorrido del evento</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="111"/>
        <source>No event selected</source>
        <translation>Ningún evento seleccionado</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="112"/>
        <source>Select a row to see the event&apos;s way: each step with its time, and what each policy decided by.</source>
        <translation>Seleccione una fila para ver el recorrido del evento: cada paso con su tiempo y en qué se basó la decisión de cada política.</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="115"/>
        <source>(unknown)</source>
        <translation>(desconocido)</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="117"/>
        <source>%1 · connection %2 · %3</source>
        <translation>%1 · conexión %2 · %3</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="120"/>
        <source>not signed in</source>
        <translation>sin autenticar</translation>
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
        <translation>bytes</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="46"/>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="49"/>
        <source>waited in lane %1</source>
        <translation>espera en la cola %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="50"/>
        <source>handler, worker %1</source>
        <translation>handler, worker %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="53"/>
        <source>receipt, policies, hand-overs and answer</source>
        <translation>recepción, políticas, traspasos y respuesta</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="54"/>
        <source>all that is not measured by itself</source>
        <translation>todo lo que no se mide por separado</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="58"/>
        <source>answered: %1</source>
        <translation>respuesta: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::TrialPanel</name>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="21"/>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="22"/>
        <source>Take it back now</source>
        <translation>Deshacer ahora</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="51"/>
        <source>▲ Revision %1 goes back by itself in %2.</source>
        <translation>▲ La revisión %1 se deshará por sí sola en %2.</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="75"/>
        <source>Revision %1 is kept.</source>
        <translation>La revisión %1 se conserva.</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="77"/>
        <source>Revision %1 has gone back.</source>
        <translation>La revisión %1 se ha deshecho.</translation>
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
        <translation>No se sabe qué habría hecho en los últimos minutos: nadie llevó la cuenta.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="53"/>
        <source>Would have refused none of %Ln events in the last %1, as now.</source>
        <translation>
            <numerusform>No habría rechazado el único evento (%Ln) de los últimos %1, como ahora.</numerusform>
            <numerusform>No habría rechazado ninguno de los %Ln eventos de los últimos %1, como ahora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="58"/>
        <source>Would have refused %1 of %Ln events in the last %2, as many as now.</source>
        <translation>
            <numerusform>Habría rechazado %1 de %Ln evento de los últimos %2, tantos como ahora.</numerusform>
            <numerusform>Habría rechazado %1 de los %Ln eventos de los últimos %2, tantos como ahora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="63"/>
        <source>Would have refused %1 more of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>Habría rechazado %1 más de %Ln evento de los últimos %2: %3 en lugar de %4.</numerusform>
            <numerusform>Habría rechazado %1 más de los %Ln eventos de los últimos %2: %3 en lugar de %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="64"/>
        <source>Would have refused %1 fewer of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>Habría rechazado %1 menos de %Ln evento de los últimos %2: %3 en lugar de %4.</numerusform>
            <numerusform>Habría rechazado %1 menos de los %Ln eventos de los últimos %2: %3 en lugar de %4.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="70"/>
        <source>That is %1 clients.</source>
        <translation>Afecta a %1 clientes.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="72"/>
        <source>That is %n client(s).</source>
        <translation>
            <numerusform>Afecta a %n cliente.</numerusform>
            <numerusform>Afecta a %n clientes.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="74"/>
        <source>Those who were refused may ask more often then.</source>
        <translation>Los clientes rechazados quizá pidan entonces más a menudo.</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="84"/>
        <source>%1 at the most in the last %2; %3 would have been full in %4 of %5 looks, one a second.</source>
        <translation>%1 como máximo en los últimos %2; con %3 se habría llenado en %4 de %5 lecturas, una por segundo.</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="86"/>
        <source>%1 at the most in the last %2, looked at once a second: %3 would never have been full.</source>
        <translation>%1 como máximo en los últimos %2, con una lectura por segundo: con %3 nunca se habría llenado.</translation>
    </message>
</context>
<context>
    <name>sluice::console::WindowActions</name>
    <message>
        <location filename="../console/app/windowactions.cpp" line="24"/>
        <source>&amp;Keyboard…</source>
        <translation>Ata&amp;jos de teclado…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="25"/>
        <source>A&amp;bout…</source>
        <translation>A&amp;cerca de…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="48"/>
        <source>&amp;Connect to a server…</source>
        <translation>Co&amp;nectar con un servidor…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="49"/>
        <source>&amp;Disconnect</source>
        <translation>&amp;Desconectar</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="50"/>
        <source>&amp;Fetch now</source>
        <translation>Actuali&amp;zar ahora</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="51"/>
        <source>&amp;Practice on a built-in incident</source>
        <translation>&amp;Practicar con un incidente integrado</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="52"/>
        <source>Open sess&amp;ion…</source>
        <translation>Ab&amp;rir sesión guardada…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="53"/>
        <source>Sa&amp;ve session…</source>
        <translation>&amp;Guardar sesión…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="54"/>
        <source>Appl&amp;y pending changes</source>
        <translation>Aplicar cam&amp;bios pendientes</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="55"/>
        <location filename="../console/app/windowactions.cpp" line="56"/>
        <source>Drain &amp;&amp; shut down…</source>
        <translation>Drenar &amp;&amp; detener…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="58"/>
        <source>&amp;Quit</source>
        <translation>Sal&amp;ir</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Overview</source>
        <translation>&amp;Vista general</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Co&amp;nnections</source>
        <translation>Cone&amp;xiones</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Events</source>
        <translation>&amp;Eventos</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Limits</source>
        <translation>&amp;Límites</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Confi&amp;g</source>
        <translation>Con&amp;figuración</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Live &amp;tap</source>
        <translation>Cap&amp;tura en directo</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Ale&amp;rts</source>
        <translation>&amp;Alertas</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Audit</source>
        <translation>A&amp;uditoría</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Servers</source>
        <translation>&amp;Servidores</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="71"/>
        <source>F&amp;ilter</source>
        <translation>Filt&amp;ro</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="72"/>
        <source>&amp;Command box</source>
        <translation>&amp;Cuadro de comandos</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="73"/>
        <source>Ne&amp;xt pane</source>
        <translation>Pa&amp;nel siguiente</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="74"/>
        <source>&amp;Previous pane</source>
        <translation>&amp;Panel anterior</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="75"/>
        <source>&amp;Wall display</source>
        <translation>M&amp;odo mural</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="77"/>
        <source>Reset la&amp;yout</source>
        <translation>Restablecer &amp;disposición</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="87"/>
        <source>Last m&amp;inute</source>
        <translation>Último &amp;minuto</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="102"/>
        <source>Set a mar&amp;k</source>
        <translation>Poner una mar&amp;ca</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="120"/>
        <source>T&amp;heme</source>
        <translation>Te&amp;ma</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="138"/>
        <source>Lang&amp;uage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="198"/>
        <source>Resu&amp;me</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="88"/>
        <source>Last &amp;5 minutes</source>
        <translation>Últimos &amp;5 minutos</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="89"/>
        <source>Last 1&amp;0 minutes</source>
        <translation>Últimos 1&amp;0 minutos</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="90"/>
        <source>Last &amp;hour</source>
        <translation>Última &amp;hora</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="91"/>
        <source>Last &amp;6 hours</source>
        <translation>Últimas &amp;6 horas</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="98"/>
        <location filename="../console/app/windowactions.cpp" line="198"/>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="100"/>
        <source>Freeze the charts (Space)</source>
        <translation>Congelar los gráficos (Espacio)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="103"/>
        <source>Chart as &amp;table, or back</source>
        <translation>Gráfico como &amp;tabla, o volver</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="104"/>
        <source>&amp;Whole range again</source>
        <translation>Todo e&amp;l intervalo</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Auto</source>
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="126"/>
        <source>S&amp;ystem</source>
        <comment>the language of the system</comment>
        <translation>Idioma del &amp;sistema</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="128"/>
        <source>Pseudo-language</source>
        <translation>Pseudoidioma</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="156"/>
        <source>&amp;Server</source>
        <translation>&amp;Servidor</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="164"/>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="172"/>
        <source>&amp;Charts</source>
        <translation>&amp;Gráficos</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="178"/>
        <source>&amp;Page</source>
        <translation>&amp;Página</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="179"/>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="227"/>
        <source>Drain and shut down the server</source>
        <translation>Drenar y detener el servidor</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="228"/>
        <source>Drain and shut down the server (%1)</source>
        <translation>Drenar y detener el servidor (%1)</translation>
    </message>
</context>
</TS>
