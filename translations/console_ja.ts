<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>ConfigSetting</name>
    <message>
        <location filename="../console/models/configsetting.cpp" line="88"/>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="89"/>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="113"/>
        <source>text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="110"/>
        <source>texts, separated by commas</source>
        <translation>コンマ区切りの文字列</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="119"/>
        <source>live</source>
        <translation>即時</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="120"/>
        <source>new connections</source>
        <translation>新規接続から</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="123"/>
        <source>restart</source>
        <translation>再起動後</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <location filename="../console/models/format.cpp" line="116"/>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="118"/>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="120"/>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="121"/>
        <source>%1 d %2:%3</source>
        <translation>%1 日 %2:%3</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="130"/>
        <source>%1 / min</source>
        <translation>%1 / 分</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="132"/>
        <source>%1 / s</source>
        <translation>%1 / 秒</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="133"/>
        <source>%1 / %2 s</source>
        <translation>%1 / %2 秒</translation>
    </message>
</context>
<context>
    <name>metric</name>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="27"/>
        <source>Queue, lane high</source>
        <translation>キュー (高レーン)</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="28"/>
        <source>Queue, lane normal</source>
        <translation>キュー (通常レーン)</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="29"/>
        <source>Queue, lane low</source>
        <translation>キュー (低レーン)</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="30"/>
        <source>Queue, all lanes</source>
        <translation>キュー (全レーン)</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="31"/>
        <source>Events received</source>
        <translation>受信イベント</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="32"/>
        <source>Events processed</source>
        <translation>処理済みイベント</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="33"/>
        <source>Latency p50</source>
        <translation>レイテンシ p50</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="34"/>
        <source>Latency p95</source>
        <translation>レイテンシ p95</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="35"/>
        <source>Latency p99</source>
        <translation>レイテンシ p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="36"/>
        <source>Refused by rate limits</source>
        <translation>レート制限による拒否</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="38"/>
        <source>Refused for want of rights</source>
        <translation>権限不足による拒否</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="40"/>
        <source>Refused as invalid</source>
        <translation>形式不正による拒否</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="41"/>
        <source>Refused for overload</source>
        <translation>過負荷による拒否</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="43"/>
        <source>Events that failed</source>
        <translation>失敗したイベント</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="44"/>
        <source>Events that timed out</source>
        <translation>タイムアウトしたイベント</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="46"/>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="47"/>
        <source>Connections accepted</source>
        <translation>受け付けた接続</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="49"/>
        <source>Connections closed</source>
        <translation>切断された接続</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="50"/>
        <source>Broadcast sends</source>
        <translation>ブロードキャスト送信</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="51"/>
        <source>Broadcasts dropped</source>
        <translation>破棄されたブロードキャスト</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="53"/>
        <source>Wait in the queue, p99</source>
        <translation>キュー待ち時間 p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="55"/>
        <source>Workers busy</source>
        <translation>稼働中のワーカー</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="56"/>
        <source>Workers stuck</source>
        <translation>ハング中のワーカー</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="57"/>
        <source>Breakers open</source>
        <translation>オープン中のブレーカー</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="58"/>
        <source>CPU of the server</source>
        <translation>サーバーの CPU</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="59"/>
        <source>Memory of the server</source>
        <translation>サーバーのメモリ</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="60"/>
        <source>Waiting to be sent</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="61"/>
        <source>Slow clients closed</source>
        <translation>切断された低速クライアント</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="63"/>
        <source>Events with handlers</source>
        <translation>ハンドラー処理中のイベント</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="64"/>
        <source>Users connected</source>
        <translation>接続中のユーザー</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="65"/>
        <source>Connections refused</source>
        <translation>拒否した接続</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="67"/>
        <source>TLS handshakes that failed</source>
        <translation>失敗した TLS ハンドシェイク</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="69"/>
        <source>Tokens refused</source>
        <translation>拒否したトークン</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="72"/>
        <source>Closed for protocol errors</source>
        <translation>プロトコルエラーで閉じた接続</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="73"/>
        <source>Events that were cancelled</source>
        <translation>キャンセルされたイベント</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="75"/>
        <source>Events whose client had gone</source>
        <translation>クライアントが離れたイベント</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="77"/>
        <source>Events given up by a drain</source>
        <translation>ドレインで断念したイベント</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="79"/>
        <source>Refused while draining</source>
        <translation>ドレイン中に拒否</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="81"/>
        <source>Would be refused (dry run)</source>
        <translation>拒否対象 (試行)</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="83"/>
        <source>Refused for a mute</source>
        <translation>ミュートにより拒否</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="84"/>
        <source>Accepted under pressure</source>
        <translation>過負荷中に受理</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="86"/>
        <source>Results that came too late</source>
        <translation>間に合わなかった結果</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="87"/>
        <source>Handlers that threw an error</source>
        <translation>例外を投げたハンドラー</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="89"/>
        <source>Broadcasts waiting</source>
        <translation>待機中のブロードキャスト</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="90"/>
        <source>Latency, longest</source>
        <translation>レイテンシー、最長</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="91"/>
        <source>Loop lag, worst I/O thread</source>
        <translation>ループ遅延、最悪の I/O スレッド</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="93"/>
        <source>Memory, share of the limit</source>
        <translation>メモリー、上限に対する割合</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="95"/>
        <source>Saves waiting for the database</source>
        <translation>データベース待ちの保存</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="97"/>
        <source>Lines lost by the log</source>
        <translation>失われたログ行</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="98"/>
        <source>Different errors</source>
        <translation>エラーの種類</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="99"/>
        <source>Mutes in force</source>
        <translation>有効なミュート</translation>
    </message>
</context>
<context>
    <name>saveFile</name>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="22"/>
        <source>Saved as %1.</source>
        <translation>%1 に保存しました。</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="23"/>
        <source>%1 could not be written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="31"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityDelegate</name>
    <message>
        <location filename="../console/pages/activitydelegate.cpp" line="70"/>
        <location filename="../console/pages/activitydelegate.cpp" line="100"/>
        <source>undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityFeed</name>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="115"/>
        <location filename="../console/pages/activityfeed.cpp" line="131"/>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="122"/>
        <source>Kinds of activity</source>
        <translation>アクティビティの種類</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="123"/>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="124"/>
        <source>Alerts</source>
        <translation>アラート</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="125"/>
        <source>Configuration</source>
        <translation>設定</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="126"/>
        <source>Server and link</source>
        <translation>サーバーと管理接続</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="127"/>
        <source>Mutes and kicks</source>
        <translation>ミュートと切断</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="133"/>
        <source>Open audit log</source>
        <translation>監査ログを開く</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="201"/>
        <source>Nothing has happened yet. Changes of the configuration, drains, mutes, alerts and restarts will be listed here.</source>
        <translation>まだ何も起きていません。設定の変更、ドレイン、ミュート、アラート、再起動がここに表示されます。</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="203"/>
        <source>Nothing of this kind has happened. Choose “All” to see the rest.</source>
        <translation>この種類のアクティビティはありません。「すべて」を選ぶと、ほかのものを表示します。</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="215"/>
        <source>Show on the charts</source>
        <translation>グラフで表示</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="217"/>
        <source>Undo: lift the mute</source>
        <translation>元に戻す: ミュートを解除</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="218"/>
        <source>Undo: put the values before into Pending changes</source>
        <translation>元に戻す: 変更前の値を「保留中の変更」に入れる</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityLog</name>
    <message>
        <location filename="../console/models/activitylog.cpp" line="136"/>
        <source>Server started</source>
        <translation>サーバーが起動</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="137"/>
        <source>Configuration revision %1</source>
        <translation>設定リビジョン %1</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="138"/>
        <source>Drain began</source>
        <translation>ドレインを開始</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="139"/>
        <source>Drain ended</source>
        <translation>ドレインが終了</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="140"/>
        <source>Drain taken back, serving again</source>
        <translation>ドレインを取り消し、受け付けを再開</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="142"/>
        <source>Overloaded: work is refused</source>
        <translation>過負荷: イベントを拒否中</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="145"/>
        <source>No longer overloaded</source>
        <translation>過負荷が解消</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="146"/>
        <source>%1 muted</source>
        <comment>a client</comment>
        <translation>%1 をミュート</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="147"/>
        <source>Mute of %1 lifted</source>
        <translation>%1 のミュートを解除</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="149"/>
        <source>%n connection(s) closed by an operator</source>
        <translation>
            <numerusform>オペレーターが接続 %n 件を閉じました</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="183"/>
        <source>takes back revision %1</source>
        <translation>リビジョン %1 を取り消し</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="190"/>
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>設定項目 %n 件を変更</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="191"/>
        <source>%1 more</source>
        <translation>ほか %1 件</translation>
    </message>
</context>
<context>
    <name>sluice::console::AdminClient</name>
    <message>
        <location filename="../console/client/adminclient.cpp" line="207"/>
        <source>The server speaks admin protocol %1, this console %2.</source>
        <translation>管理プロトコルのバージョンは、サーバーが %1、このコンソールが %2 です。</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="297"/>
        <source>No answer within %1 s.</source>
        <translation>%1 秒以内に応答がありません。</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="303"/>
        <source>Nothing was heard for %1 s.</source>
        <translation>%1 秒間、サーバーからの通信がありません。</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="364"/>
        <source>There is no link to the server.</source>
        <translation>サーバーとの接続がありません。</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="381"/>
        <source>The server did not answer in time.</source>
        <translation>サーバーが時間内に応答しませんでした。</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="421"/>
        <source>The link to the server was lost before it answered.</source>
        <translation>応答の前にサーバーとの接続が切れました。</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="23"/>
        <source>silenced until %1</source>
        <translation>%1 までサイレンス</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>■ critical</source>
        <translation>■ 重大</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>▲ warning</source>
        <translation>▲ 警告</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="87"/>
        <source>over</source>
        <translation>終了</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="89"/>
        <source>active</source>
        <translation>発生中</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="97"/>
        <source>Severity</source>
        <translation>重大度</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="98"/>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="99"/>
        <source>Now</source>
        <translation>現在値</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="100"/>
        <source>At worst</source>
        <translation>最悪値</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="101"/>
        <source>Began</source>
        <translation>開始</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="102"/>
        <source>Lasts</source>
        <translation>継続時間</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="103"/>
        <source>State</source>
        <translation>状態</translation>
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
        <translation>%1が %2 未満に回復</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="201"/>
        <source>%1 back over %2</source>
        <translation>%1が %2 超に回復</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="203"/>
        <source>lasted %1, at worst %2</source>
        <translation>継続 %1、最悪値 %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertNotifier</name>
    <message>
        <location filename="../console/app/alertnotifier.cpp" line="34"/>
        <source>%1 is at %2</source>
        <translation>%1が %2 です</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRule</name>
    <message>
        <location filename="../console/models/alertrule.cpp" line="38"/>
        <source>%1 above %2 for %3 s</source>
        <translation>%1が %2 を %3 秒間上回る</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="38"/>
        <source>%1 below %2 for %3 s</source>
        <translation>%1が %2 を %3 秒間下回る</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 above %2</source>
        <translation>%1が %2 を上回る</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 below %2</source>
        <translation>%1が %2 を下回る</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="92"/>
        <source>Age of the last sample</source>
        <translation>最終サンプルからの経過時間</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="93"/>
        <source>Events received, of one type</source>
        <translation>種別ごとの受信イベント</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="94"/>
        <source>Latency p99, of one type</source>
        <translation>種別ごとのレイテンシ p99</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="95"/>
        <source>Failures, of one type</source>
        <translation>種別ごとの失敗</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="96"/>
        <source>Time-outs, of one type</source>
        <translation>種別ごとのタイムアウト</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="97"/>
        <source>Rate-limit hits, of one type</source>
        <translation>種別ごとのレート制限</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleDialog</name>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>New alert rule</source>
        <translation>新しいアラートルール</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>Change alert rule</source>
        <translation>アラートルールの変更</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="48"/>
        <source>Event type</source>
        <translation>イベントの種類</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="54"/>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="68"/>
        <source>&amp;What</source>
        <translation>対象(&amp;W)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="69"/>
        <source>&amp;Event type</source>
        <translation>イベント種別(&amp;E)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="70"/>
        <source>&amp;Comparison</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="71"/>
        <source>&amp;Bound</source>
        <translation>しきい値(&amp;B)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="73"/>
        <source>&amp;For at least</source>
        <translation>最短継続時間(&amp;F)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="74"/>
        <source>&amp;Severity</source>
        <translation>重大度(&amp;S)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Add rule</source>
        <translation>ルールを追加</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Save rule</source>
        <translation>ルールを保存</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="75"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="102"/>
        <source>above</source>
        <translation>上回る</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="103"/>
        <source>below</source>
        <translation>下回る</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="107"/>
        <source>▲ warning</source>
        <translation>▲ 警告</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="108"/>
        <source>■ critical</source>
        <translation>■ 重大</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="134"/>
        <source>It is %1 now.</source>
        <translation>現在の値は %1 です。</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="171"/>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="172"/>
        <source>Now</source>
        <translation>現在値</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="173"/>
        <source>Silence</source>
        <translation>サイレンス</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertsPage</name>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="49"/>
        <source>Alerts</source>
        <translation>アラート</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="50"/>
        <location filename="../console/pages/alertspage.cpp" line="137"/>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="107"/>
        <source>Show on the charts</source>
        <translation>グラフで表示</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="109"/>
        <source>Silence 10 min</source>
        <translation>10 分間サイレンス</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="111"/>
        <source>Silence 1 h</source>
        <translation>1 時間サイレンス</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="113"/>
        <source>End silence</source>
        <translation>サイレンス解除</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="115"/>
        <source>Nothing holds and nothing held since this console watches. The rules below say what would.</source>
        <translation>このコンソールが監視を始めてから発生したアラートはありません。発生する条件は下のルールで確認できます。</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="118"/>
        <source>Active and past</source>
        <translation>発生中と過去のアラート</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="123"/>
        <source>Add rule…</source>
        <translation>ルールを追加…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="124"/>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="129"/>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="134"/>
        <source>Rules are this operator&apos;s own and kept for each server. They are watched while this console runs.</source>
        <translation>ルールはオペレーターごと、サーバーごとに保存されます。監視はこのコンソールの実行中に行われます。</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditDetails</name>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="45"/>
        <source>What the entry changed</source>
        <translation>このエントリの変更内容</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="65"/>
        <source>No entry selected</source>
        <translation>エントリが選択されていません</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="66"/>
        <source>Select a row to see each value before and after. Nobody can change this log.</source>
        <translation>行を選択すると、変更前と変更後の値を確認できます。このログは誰も変更できません。</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="70"/>
        <source>%1 · %2 (%3) · %4</source>
        <translation>%1 · %2 (%3) · %4</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="74"/>
        <source>Result: %1</source>
        <translation>結果: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="76"/>
        <source>Affected: %1</source>
        <translation>影響件数: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>No reason was given.</source>
        <translation>理由は入力されていません。</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>Reason: %1</source>
        <translation>理由: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditList</name>
    <message>
        <location filename="../console/models/auditlist.cpp" line="44"/>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="45"/>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="51"/>
        <source>From</source>
        <translation>接続元</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="56"/>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="62"/>
        <source>Change</source>
        <translation>変更内容</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="67"/>
        <source>Affected</source>
        <translation>影響件数</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="68"/>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="73"/>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditPage</name>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter: any text of an entry   ( / )</source>
        <translation>フィルター: エントリ内の任意の文字列   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter the audit log</source>
        <translation>監査ログを絞り込む</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="25"/>
        <source>Audit log</source>
        <translation>監査ログ</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="30"/>
        <source>No operator has done anything on this server yet.</source>
        <translation>このサーバーでの操作はまだ記録されていません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartAxes</name>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="58"/>
        <source>now</source>
        <comment>right end of a time axis</comment>
        <translation>現在</translation>
    </message>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="60"/>
        <source>−%1 h</source>
        <comment>hours ago on a time axis</comment>
        <translation>−%1 時間</translation>
    </message>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="62"/>
        <source>−%1 m</source>
        <comment>minutes ago on a time axis</comment>
        <translation>−%1分</translation>
    </message>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="63"/>
        <source>−%1 s</source>
        <comment>seconds ago on a time axis</comment>
        <translation>−%1 秒</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartCard</name>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="142"/>
        <source>Menu of the chart %1</source>
        <translation>グラフ「%1」のメニュー</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="143"/>
        <source>What can be done with this chart</source>
        <translation>このグラフに対する操作</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="205"/>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as &amp;table</source>
        <translation>表で表示(&amp;T)</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="206"/>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>&amp;Enlarge</source>
        <translation>拡大(&amp;E)</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="208"/>
        <source>&amp;Copy value</source>
        <translation>値をコピー(&amp;C)</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="210"/>
        <source>Copy &amp;image</source>
        <translation>画像をコピー(&amp;I)</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="212"/>
        <source>&amp;Save as PNG…</source>
        <translation>PNG で保存(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="213"/>
        <source>Export as CS&amp;V…</source>
        <translation>CSV でエクスポート(&amp;V)…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="215"/>
        <source>&amp;Alert on this…</source>
        <translation>アラートを設定(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as c&amp;hart</source>
        <translation>グラフで表示(&amp;T)</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>All charts again</source>
        <translation>すべてのグラフに戻る</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartPainter</name>
    <message>
        <location filename="../console/charts/chartpainter.cpp" line="61"/>
        <source>no data %1</source>
        <translation>データなし %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartTable</name>
    <message>
        <location filename="../console/charts/charttable.cpp" line="93"/>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <location filename="../console/charts/charttable.cpp" line="94"/>
        <source>What happened</source>
        <translation>できごと</translation>
    </message>
</context>
<context>
    <name>sluice::console::ColumnMenu</name>
    <message>
        <location filename="../console/widgets/columnmenu.cpp" line="39"/>
        <source>Show all columns</source>
        <translation>すべての列を表示</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandBox</name>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="27"/>
        <source>Search or run…   Ctrl+K</source>
        <translation>検索・実行…   Ctrl+K</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="28"/>
        <source>Command: search pages, settings and actions</source>
        <translation>コマンド: ページ、設定項目、操作を検索</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="32"/>
        <source>What can be run</source>
        <translation>実行できるコマンド</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandLine</name>
    <message>
        <location filename="../console/app/commandline.cpp" line="30"/>
        <source>The operator console of the Sluice event server.</source>
        <translation>Sluice イベントサーバーの運用コンソール。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="31"/>
        <source>Host of the admin socket.</source>
        <translation>管理ソケットのホスト。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="32"/>
        <source>Port of the admin socket (7601).</source>
        <translation>管理ソケットのポート (7601)。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="33"/>
        <source>Token; visible to other users of this machine, prefer a file.</source>
        <translation>トークン。このマシンのほかのユーザーから見えるため、ファイルの使用を推奨。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="35"/>
        <source>File with the token in its first line.</source>
        <translation>1 行目にトークンを記したファイル。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="36"/>
        <source>Connect with TLS.</source>
        <translation>TLS で接続。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="38"/>
        <source>development, staging or production; colours the window.</source>
        <translation>development、staging、production のいずれか。ウィンドウの色分けに使用。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="39"/>
        <source>Plays what is built in, without a server: incident.</source>
        <translation>サーバーなしで内蔵デモを再生: incident。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="41"/>
        <source>Language of this run: system, %1 or pseudo.</source>
        <translation>今回の実行の表示言語: system、%1、pseudo のいずれか。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="42"/>
        <source>Opens a saved session, without a server.</source>
        <translation>サーバーなしで保存済みセッションを開く。</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="61"/>
        <source>Unexpected argument: %1</source>
        <translation>予期しない引数: %1</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="63"/>
        <source>--demo knows only incident, not %1</source>
        <translation>--demo に指定できるのは incident だけです。%1 は使えません</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="67"/>
        <source>--session needs the name of a file</source>
        <translation>--session にはファイル名を指定してください</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="69"/>
        <source>--demo and --session exclude each other</source>
        <translation>--demo と --session は同時に指定できません</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="76"/>
        <source>--port must be 1 to 65535, not %1</source>
        <translation>--port には 1～65535 を指定してください。%1 は使えません</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="88"/>
        <source>--environment must be development, staging or production, not %1</source>
        <translation>--environment には development、staging、production のいずれかを指定してください。%1 は使えません</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="95"/>
        <source>--language must be system, %1 or pseudo, not %2</source>
        <translation>--language には system、%1、pseudo のいずれかを指定してください。%2 は使えません</translation>
    </message>
</context>
<context>
    <name>sluice::console::Comparison</name>
    <message>
        <location filename="../console/pages/comparison.cpp" line="92"/>
        <source>What is compared</source>
        <translation>比較する指標</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="98"/>
        <source>Servers compared</source>
        <translation>サーバーの比較</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="143"/>
        <source>Tick two or more servers to see them on one axis.</source>
        <translation>2 台以上のサーバーにチェックを付けると、同じ軸に表示します。</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="144"/>
        <source>Each line ends at its own server&apos;s now.</source>
        <translation>各線の右端は、それぞれのサーバーの現在時刻です。</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigModel</name>
    <message>
        <location filename="../console/models/configmodel.cpp" line="286"/>
        <source>general</source>
        <translation>全般</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="84"/>
        <source>live, by %1</source>
        <translation>実行中に変更 (%1)</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>changed by someone else meanwhile</source>
        <translation>この間にほかの人が変更しました</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>not applied yet</source>
        <translation>未適用</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="353"/>
        <source>Setting</source>
        <translation>設定項目</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="354"/>
        <source>Running</source>
        <translation>現在の値</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="355"/>
        <source>New value</source>
        <translation>新しい値</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="356"/>
        <source>Allowed</source>
        <translation>許容値</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="357"/>
        <source>Takes effect</source>
        <translation>反映時期</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="358"/>
        <source>Source</source>
        <translation>設定元</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigPage</name>
    <message>
        <location filename="../console/pages/configpage.cpp" line="33"/>
        <source>only changed from default</source>
        <translation>既定値と異なる項目のみ</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="42"/>
        <source>Filter settings…   (Ctrl+F)</source>
        <translation>設定項目を絞り込む…   (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="43"/>
        <source>Filter settings</source>
        <translation>設定項目を絞り込む</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="80"/>
        <source>Settings</source>
        <translation>設定項目</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="190"/>
        <source>Roll back revision %1</source>
        <translation>リビジョン %1 を元に戻す</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="191"/>
        <source>Roll back revision %1: %2</source>
        <translation>リビジョン %1 を元に戻す: %2</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="199"/>
        <source>No setting selected</source>
        <translation>設定項目が選択されていません</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="200"/>
        <source>Select a setting to read what it bounds and what happens at the bound.</source>
        <translation>設定項目を選択すると、何を制限するか、上限に達すると何が起きるかを確認できます。</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="207"/>
        <source>Running %1   ·   File %2   ·   Default %3   ·   Source: %4</source>
        <translation>現在の値 %1   ·   ファイル %2   ·   既定値 %3   ·   設定元: %4</translation>
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
        <translation>%1 の新しい値、許容値: %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfirmDialog</name>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="36"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="66"/>
        <source>kept in the audit log</source>
        <translation>監査ログに記録されます</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: required, %1</source>
        <translation>理由(&amp;R): 必須、%1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: %1</source>
        <translation>理由(&amp;R): %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="149"/>
        <source>&amp;Type %1 to confirm</source>
        <translation>確認のため %1 と入力(&amp;T)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="147"/>
        <source>The server is counting…</source>
        <translation>サーバーが件数を数えています…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/confirmdialog.cpp" line="128"/>
        <source>Nothing was done: there are %Ln now, no longer %1. Look again, and type the new number.</source>
        <translation>
            <numerusform>何も実行していません。件数が %1 から %Ln に変わりました。内容を確認し、新しい件数を入力してください。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="150"/>
        <source>&amp;Type %1 to confirm, %2</source>
        <translation>確認のため %1 と入力(&amp;T): %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="156"/>
        <source>Type the number first.</source>
        <translation>先に件数を入力してください。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="157"/>
        <source>A reason is required.</source>
        <translation>理由を入力してください。</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConflictDialog</name>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="32"/>
        <source>Keep these choices</source>
        <translation>この選択で確定</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="36"/>
        <source>Changed by someone else meanwhile</source>
        <translation>この間にほかの人が変更しました</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="38"/>
        <source>These settings are no longer what they were when you edited them. Choose for each; nothing is applied before you say so.</source>
        <translation>これらの設定項目は、編集を始めた後に値が変わりました。項目ごとに選択してください。指示するまで何も適用されません。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="45"/>
        <source>Keep all mine</source>
        <translation>すべて自分の値</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="46"/>
        <source>Take all theirs</source>
        <translation>すべて相手の値</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="47"/>
        <source>Decide later</source>
        <translation>後で決める</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Setting</source>
        <translation>設定項目</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Mine</source>
        <translation>自分の値</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Theirs, running now</source>
        <translation>相手の値 (現在の値)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Base, before both</source>
        <translation>ベース (双方の変更前)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="126"/>
        <source>Keep mine</source>
        <translation>自分の値を維持</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="127"/>
        <source>Take theirs</source>
        <translation>相手の値を採用</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="130"/>
        <source>Keep mine for %1</source>
        <translation>%1 は自分の値を維持</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="131"/>
        <source>Take theirs for %1</source>
        <translation>%1 は相手の値を採用</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="160"/>
        <source>Choose for each setting first.</source>
        <translation>先に、すべての設定項目について選択してください。</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectDialog</name>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="38"/>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="39"/>
        <source>Connect with T&amp;LS</source>
        <translation>TLS で接続(&amp;L)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="45"/>
        <source>Trust this certificate and connect</source>
        <translation>この証明書を信頼して接続</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="46"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="241"/>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="47"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="50"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="92"/>
        <source>Connect to a server</source>
        <translation>サーバーに接続</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="57"/>
        <source>for this session only, never stored</source>
        <translation>このセッションのみで使用し、保存しません</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="58"/>
        <source>admin.token in the server&apos;s state directory</source>
        <translation>サーバーの状態ディレクトリにある admin.token</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="59"/>
        <source>Not named</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="60"/>
        <source>Development</source>
        <translation>開発</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="61"/>
        <source>Staging</source>
        <translation>ステージング</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="62"/>
        <source>Production</source>
        <translation>本番</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="95"/>
        <source>The admin socket of sluiced. It listens on loopback unless configured otherwise.</source>
        <translation>sluiced の管理ソケットです。既定ではループバックで待ち受けます。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="101"/>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="106"/>
        <source>Browse for a token file</source>
        <translation>トークンファイルを参照</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="111"/>
        <source>&amp;Host and port</source>
        <translation>ホストとポート(&amp;H)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="112"/>
        <source>Token &amp;file</source>
        <translation>トークンファイル(&amp;F)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="113"/>
        <source>or &amp;token</source>
        <translation>またはトークン(&amp;T)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="115"/>
        <source>&amp;Environment</source>
        <translation>環境(&amp;E)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="129"/>
        <source>Try a built-in incident</source>
        <translation>内蔵インシデントを試す</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="153"/>
        <source>beside the system&apos;s; not needed for most</source>
        <translation>システムの認証局に追加。通常は不要</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="154"/>
        <source>only if the server asks for one</source>
        <translation>サーバーが要求する場合のみ</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="155"/>
        <source>if it is not in the certificate&apos;s file</source>
        <translation>証明書ファイルに含まれていない場合</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="156"/>
        <source>&amp;Authorities (PEM file)</source>
        <translation>認証局 (PEM ファイル)(&amp;A)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="157"/>
        <source>Own &amp;certificate (PEM file)</source>
        <translation>自分の証明書 (PEM ファイル)(&amp;C)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="158"/>
        <source>Own &amp;key (PEM file)</source>
        <translation>自分の秘密鍵 (PEM ファイル)(&amp;K)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="195"/>
        <source>Token file</source>
        <translation>トークンファイル</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="204"/>
        <source>Enter the host name or address of the server.</source>
        <translation>サーバーのホスト名またはアドレスを入力してください。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="209"/>
        <source>Enter a token or choose a token file that is not empty.</source>
        <translation>トークンを入力するか、空でないトークンファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="210"/>
        <source>The token file cannot be read. %1</source>
        <translation>トークンファイルを読み取れません。%1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="215"/>
        <source>A file for TLS cannot be used. %1</source>
        <translation>TLS 用のファイルを使用できません。%1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="239"/>
        <source>Connecting…</source>
        <translation>接続しています…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="240"/>
        <source>Signing in…</source>
        <translation>サインインしています…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="270"/>
        <source>Nothing listens at %1. Is the server running, and is this its admin port?</source>
        <translation>%1 で待ち受けているものがありません。サーバーが動作しているか、管理ポートが正しいかを確認してください。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="271"/>
        <source>The name %1 is not known.</source>
        <translation>名前 %1 を解決できません。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="272"/>
        <source>%1 does not answer. %2</source>
        <translation>%1 が応答しません。%2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="274"/>
        <source>The server does not know this token. It is in admin.token in the server&apos;s state directory.</source>
        <translation>サーバーはこのトークンを認識しません。正しいトークンは、サーバーの状態ディレクトリの admin.token にあります。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="275"/>
        <source>This token&apos;s role may not use the console. %1</source>
        <translation>このトークンのロールではコンソールを使用できません。%1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="277"/>
        <source>This server and this console do not fit together. %1</source>
        <translation>このサーバーとコンソールには互換性がありません。%1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="279"/>
        <source>The server closed the link. %1</source>
        <translation>サーバーが管理接続を閉じました。%1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="281"/>
        <source>Nobody this computer trusts vouches for the server&apos;s certificate: %1. Its SHA-256 fingerprint is
%2
Compare it with the server&apos;s own before you trust it.</source>
        <translation>サーバーの証明書は、このコンピューターが信頼する認証局では検証できません: %1。証明書の SHA-256 フィンガープリント:
%2
信頼する前に、サーバー自身のフィンガープリントと照合してください。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="285"/>
        <source>The server shows another certificate than the one that was confirmed here. Somebody may be in between. Confirmed:
%1
Shown now:
%2</source>
        <translation>サーバーが提示した証明書は、ここで確認済みのものと異なります。第三者が通信に介在している可能性があります。確認済み:
%1
今回の提示:
%2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="289"/>
        <source>The server wants to see a certificate of one of its own authorities. %1</source>
        <translation>サーバーは、サーバー側で指定された認証局のクライアント証明書を求めています。%1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="293"/>
        <source>There is no link to %1. %2</source>
        <translation>%1 に接続できません。%2</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionDetails</name>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="44"/>
        <source>Last events</source>
        <translation>最近のイベント</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="45"/>
        <source>Last events of this connection</source>
        <translation>この接続の最近のイベント</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="73"/>
        <source>No event of this connection is remembered.</source>
        <translation>この接続のイベントは記録されていません。</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="93"/>
        <source>Tap events</source>
        <translation>イベントをキャプチャ</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="95"/>
        <source>Send notice…</source>
        <translation>通知を送信…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="97"/>
        <source>Mute</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="100"/>
        <source>Revoke tokens…</source>
        <translation>トークンを失効…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="102"/>
        <source>Disconnect…</source>
        <translation>切断…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/connectiondetails.cpp" line="130"/>
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>%n 分間</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="131"/>
        <source>For a day</source>
        <translation>1 日間</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="138"/>
        <source>connection %1</source>
        <translation>接続 %1</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="153"/>
        <source>No connection selected</source>
        <translation>接続が選択されていません</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="154"/>
        <source>Select a row to see what is known of it, its last events, and what can be done.</source>
        <translation>行を選択すると、接続の情報、最近のイベント、実行できる操作を確認できます。</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="198"/>
        <source>○ gone</source>
        <translation>○ 切断済み</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>no TLS</source>
        <translation>TLS なし</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="221"/>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="222"/>
        <source>Role</source>
        <translation>ロール</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="223"/>
        <source>Age</source>
        <translation>経過時間</translation>
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
        <translation>未計測</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="227"/>
        <source>Events in</source>
        <translation>受信イベント</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="228"/>
        <source>%1, now %2/s</source>
        <translation>%1、現在 %2/s</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="230"/>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="231"/>
        <source>%1, of these %2 by a rate limit</source>
        <translation>%1、うちレート制限 %2</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="232"/>
        <source>Send buffer</source>
        <translation>送信バッファー</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="233"/>
        <source>I/O thread</source>
        <translation>I/O スレッド</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="234"/>
        <source>Origin</source>
        <translation>オリジン</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="262"/>
        <source>This connection is gone.</source>
        <translation>この接続は切断済みです。</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="269"/>
        <source>Notices go to users, and this one has not signed in.</source>
        <translation>通知の宛先はユーザーですが、この接続はサインインしていません。</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="271"/>
        <source>This one has not signed in with a token.</source>
        <translation>この接続はトークンでサインインしていません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionLists</name>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="69"/>
        <location filename="../console/models/connectionlists.cpp" line="141"/>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="75"/>
        <location filename="../console/models/connectionlists.cpp" line="147"/>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="81"/>
        <location filename="../console/models/connectionlists.cpp" line="152"/>
        <source>Role</source>
        <translation>ロール</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="86"/>
        <source>Age</source>
        <translation>経過</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="91"/>
        <source>RTT ms</source>
        <translation>RTT ms</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="92"/>
        <source>In /s</source>
        <translation>受信/s</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="97"/>
        <location filename="../console/models/connectionlists.cpp" line="162"/>
        <source>Received</source>
        <translation>受信数</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="102"/>
        <source>Limited</source>
        <translation>制限数</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="108"/>
        <source>Buffer</source>
        <translation>バッファー</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="116"/>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="137"/>
        <source>Closed</source>
        <translation>切断時刻</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="157"/>
        <source>Lasted</source>
        <translation>接続時間</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="167"/>
        <source>Refused</source>
        <translation>拒否数</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="173"/>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="178"/>
        <source>By</source>
        <translation>切断元</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="179"/>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="200"/>
        <source>(not signed in)</source>
        <translation>(未サインイン)</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="212"/>
        <source>open</source>
        <translation>接続中</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="214"/>
        <source>slow</source>
        <translation>低速</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="216"/>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="217"/>
        <source>closing</source>
        <translation>切断中</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionsPage</name>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</source>
        <translation>フィルター: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter connections</source>
        <translation>接続を絞り込む</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="41"/>
        <source>Open connections</source>
        <translation>現在の接続</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="42"/>
        <source>Recently closed connections</source>
        <translation>最近切断された接続</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="51"/>
        <source>Nobody is connected. Clients appear here as soon as they are.</source>
        <translation>接続中のクライアントはありません。接続されるとここに表示されます。</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="52"/>
        <source>No connection has ended in the last 10 minutes.</source>
        <translation>過去 10 分間に切断された接続はありません。</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="64"/>
        <source>Tap the selected connection</source>
        <translation>選択した接続をキャプチャ</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="69"/>
        <source>Disconnect…</source>
        <translation>切断…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="84"/>
        <source>Disconnect all that match…</source>
        <translation>一致する接続をすべて切断…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="104"/>
        <source>Which connections</source>
        <translation>表示する接続</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="107"/>
        <source>Open</source>
        <translation>接続中</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="108"/>
        <source>Recently closed</source>
        <translation>最近の切断</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="109"/>
        <source>Those of the last 10 minutes, with the reason</source>
        <translation>過去 10 分間の切断とその理由</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all %1…</source>
        <translation>全 %1 件を操作…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all…</source>
        <translation>すべてを操作…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="238"/>
        <source>connection %1</source>
        <translation>接続 %1</translation>
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
            <numerusform>クライアント %n 件を切断</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="34"/>
        <source>Disconnect %1?</source>
        <translation>%1 を切断しますか?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="35"/>
        <source>Connection %1 is closed. Its client may come back at once.</source>
        <translation>接続 %1 を切断します。クライアントはすぐに再接続する場合があります。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="36"/>
        <source>Disconnect %1</source>
        <translation>%1 を切断</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="49"/>
        <source>These connections are closed, whatever becomes of the list meanwhile. Their clients may come back at once.</source>
        <translation>この間に一覧が変わっても、ここで選択した接続を切断します。クライアントはすぐに再接続する場合があります。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="59"/>
        <source>All connections of this server are closed.</source>
        <translation>このサーバーのすべての接続を切断します。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="60"/>
        <source>All connections that match “%1” are closed.</source>
        <translation>「%1」に一致するすべての接続を切断します。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="61"/>
        <source>Disconnect all that match?</source>
        <translation>一致する接続をすべて切断しますか?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="63"/>
        <source>Their clients may come back. If there are over 10 % more of them by then, the server refuses.</source>
        <translation>クライアントは再接続する場合があります。実行時に対象が 10 % を超えて増えていると、サーバーは拒否します。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="64"/>
        <source>Disconnect</source>
        <translation>切断</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="71"/>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="73"/>
        <source>&amp;Spread over, so that they do not all come back at once</source>
        <translation>分散時間(&amp;S): 一斉の再接続を避けるため、切断を分散します</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="81"/>
        <source>told to the client, kept in the audit log</source>
        <translation>クライアントに伝えられ、監査ログに記録されます</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="101"/>
        <source>Nothing matches any more.</source>
        <translation>一致する接続はなくなりました。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="122"/>
        <source>%n connection(s) is/are being closed.</source>
        <translation>
            <numerusform>接続 %n 件を切断しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="124"/>
        <source>%n was/were gone already.</source>
        <translation>
            <numerusform>%n 件はすでに切断済みでした。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="145"/>
        <source>The server has restarted, or it is another one. Look again.</source>
        <translation>サーバーが再起動したか、別のサーバーに変わっています。もう一度確認してください。</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainCurve</name>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="35"/>
        <source>Events still in the server</source>
        <translation>サーバーに残るイベント</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="47"/>
        <source>Copy &amp;image</source>
        <translation>画像をコピー(&amp;I)</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="48"/>
        <source>&amp;Save as PNG…</source>
        <translation>PNG で保存(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="49"/>
        <source>Export as CS&amp;V…</source>
        <translation>CSV でエクスポート(&amp;V)…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="50"/>
        <location filename="../console/charts/draincurve.cpp" line="60"/>
        <source>Drain</source>
        <translation>ドレイン</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="156"/>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="166"/>
        <source>grace ends</source>
        <translation>猶予期限</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainForecast</name>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="68"/>
        <source>At the present rate that takes less than a second.</source>
        <translation>現在のペースでは 1 秒もかかりません。</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="70"/>
        <source>At the present rate that takes at least %1 s, and longer where a lane is slow.</source>
        <translation>現在のペースでは少なくとも %1 秒、遅いレーンがあればそれ以上かかります。</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="75"/>
        <source>At the present rate that takes about %1 s.</source>
        <translation>現在のペースでは約 %1 秒かかります。</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="76"/>
        <source>At the present rates that takes %1 to %2 s; the slowest lane decides.</source>
        <translation>現在のペースでは %1 ～ %2 秒かかります。最も遅いレーンで決まります。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="84"/>
        <source>The grace period ended: %Ln events were answered with an error.</source>
        <translation>
            <numerusform>猶予期間が終了し、イベント %Ln 件にエラーを返しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="89"/>
        <source>All %Ln events were answered. Nothing was lost.</source>
        <translation>
            <numerusform>全イベント %Ln 件に応答しました。損失はありません。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="92"/>
        <source>Paused: the drain stands still, and so does its time.</source>
        <translation>一時停止中: ドレインも残り時間も止まっています。</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="94"/>
        <source>Not shrinking yet; %1 s are left for the work.</source>
        <translation>まだ減っていません。処理に使える時間は残り %1 秒です。</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="96"/>
        <source>At the present rate the server is empty in about %1 s, %2 s before the end. Nothing will be lost.</source>
        <translation>現在のペースでは約 %1 秒後、期限の %2 秒前に空になります。損失はありません。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="102"/>
        <source>At the present rate about %Ln events will be lost; %1 s more grace would save them.</source>
        <translation>
            <numerusform>現在のペースでは約 %Ln 件のイベントが失われます。猶予を %1 秒延ばせば防げます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainPlanPanel</name>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="40"/>
        <source>&amp;Exit</source>
        <translation>停止する(&amp;E)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="41"/>
        <source>&amp;Stay up, drained, until it may accept again</source>
        <translation>ドレイン済みのまま稼働し、受け付け再開を待つ(&amp;S)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="49"/>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="53"/>
        <source>goes to the audit log</source>
        <translation>監査ログに記録されます</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="59"/>
        <source>&amp;Grace period</source>
        <translation>猶予期間(&amp;G)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="60"/>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="61"/>
        <source>Then</source>
        <translation>完了後</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="63"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain and shut down</source>
        <translation>ドレインして停止</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain</source>
        <translation>ドレイン</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="166"/>
        <source>The server stops accepting at once.</source>
        <translation>サーバーは直ちに受け付けを止めます。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="167"/>
        <source>%Ln events are finished and answered, %1 queued and %2 running.</source>
        <translation>
            <numerusform>イベント %Ln 件 (待機 %1、実行中 %2) を処理して応答します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="173"/>
        <source>Then %Ln clients are told to go elsewhere (1012), over %1 s so that they do not all come back at once.</source>
        <translation>
            <numerusform>その後、クライアント %Ln 件に別のサーバーへの移動を指示します (1012)。一斉に再接続しないよう、%1 秒に分散します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="178"/>
        <source>Then %Ln clients are told to go elsewhere (1012).</source>
        <translation>
            <numerusform>その後、クライアント %Ln 件に別のサーバーへの移動を指示します (1012)。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="181"/>
        <source>The server exits. What is not finished after %1 s is answered with an error.</source>
        <translation>サーバーは停止します。%1 秒以内に完了しない処理にはエラーを返します。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="182"/>
        <source>The server stays up, drained. What is not finished after %1 s is answered with an error.</source>
        <translation>サーバーはドレイン済みのまま稼働します。%1 秒以内に完了しない処理にはエラーを返します。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="192"/>
        <source>The server was restarted since this dialog was opened.</source>
        <translation>このダイアログを開いた後にサーバーが再起動しました。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="212"/>
        <source>The server refused: %1</source>
        <translation>サーバーが拒否しました: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainProgressPanel</name>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="32"/>
        <source>Not ready any more: balancers send clients elsewhere</source>
        <translation>受け付け不可を通知: ロードバランサーがクライアントを別のサーバーへ振り分け</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="35"/>
        <source>Nothing new is accepted; what is inside is finished</source>
        <translation>新規の受け付けを停止し、残りの処理を完了</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="38"/>
        <source>The last pushes are sent</source>
        <translation>最後のプッシュを送信</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="40"/>
        <source>Clients are told to go elsewhere (1012)</source>
        <translation>クライアントに別のサーバーへの移動を指示 (1012)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="50"/>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="71"/>
        <source>Queue left</source>
        <translation>キュー残り</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="72"/>
        <source>In flight</source>
        <translation>処理中</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="73"/>
        <source>Pushes to send</source>
        <translation>未送信プッシュ</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="74"/>
        <source>Clients left</source>
        <translation>残りクライアント</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="92"/>
        <source>Events still in the server</source>
        <translation>サーバーに残るイベント</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="133"/>
        <source>Cancel: accept again</source>
        <translation>中止して受け付け再開</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="134"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="135"/>
        <source>More grace</source>
        <translation>猶予を延長</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="138"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Keep watching in background</source>
        <translation>バックグラウンドで監視</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="173"/>
        <source>The server refused: %1</source>
        <translation>サーバーが拒否しました: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="184"/>
        <source>of %1 s grace left</source>
        <translation>猶予 %1 秒の残り</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="203"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="214"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="271"/>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="209"/>
        <source>%1, oldest: %2</source>
        <translation>%1、最古: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="224"/>
        <source>%1 for %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="240"/>
        <source> (since %1)</source>
        <translation> (%1 時点から)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="261"/>
        <source>+%1 s grace</source>
        <translation>猶予 +%1 秒</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="264"/>
        <source>Stop now, lose %Ln events…</source>
        <translation>
            <numerusform>今すぐ停止 (%Ln 件損失)…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="279"/>
        <source>Stopped as asked; %Ln events were answered with an error.</source>
        <translation>
            <numerusform>指示どおり停止しました。イベント %Ln 件にエラーを返しました。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="136"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="263"/>
        <source>Stop now…</source>
        <translation>今すぐ停止…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="270"/>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>This console waits for its return.</source>
        <translation>このコンソールは復帰を待っています。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>The practice is over.</source>
        <translation>練習は終わりました。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="276"/>
        <source>Stopped as asked, nothing lost.</source>
        <translation>指示どおり停止しました。損失はありません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsModel</name>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(signed in)</source>
        <translation>(サインイン済み)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(anyone)</source>
        <translation>(全員)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="188"/>
        <source>Handler: %1</source>
        <translation>ハンドラー: %1</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="219"/>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="220"/>
        <source>Priority</source>
        <translation>優先度</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="221"/>
        <source>Role</source>
        <translation>ロール</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="222"/>
        <source>Limit</source>
        <translation>制限</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="223"/>
        <source>Time-out ms</source>
        <translation>期限 ms</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="224"/>
        <source>Rate /s</source>
        <translation>レート/s</translation>
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
        <translation>エラー</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="228"/>
        <source>Time-outs</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="229"/>
        <source>Limited</source>
        <translation>制限数</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="230"/>
        <source>Share of events</source>
        <translation>イベントの割合</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsPage</name>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="83"/>
        <source>The server has told no event types yet.</source>
        <translation>サーバーからイベント種別をまだ受け取っていません。</translation>
    </message>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="86"/>
        <location filename="../console/pages/eventspage.cpp" line="112"/>
        <source>Event types</source>
        <translation>イベント種別</translation>
    </message>
</context>
<context>
    <name>sluice::console::Frame</name>
    <message>
        <location filename="../console/app/frame.cpp" line="95"/>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="96"/>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="97"/>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="98"/>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="99"/>
        <source>Config</source>
        <translation>設定</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="100"/>
        <source>Live tap</source>
        <translation>ライブキャプチャ</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="101"/>
        <source>Alerts</source>
        <translation>アラート</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="102"/>
        <source>Audit</source>
        <translation>監査</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="103"/>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="127"/>
        <source>&amp;Export the chart as CSV…</source>
        <translation>グラフを CSV でエクスポート(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderBar</name>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="28"/>
        <source>PRODUCTION</source>
        <translation>本番</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="29"/>
        <source>STAGING</source>
        <translation>ステージング</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="30"/>
        <source>DEV</source>
        <translation>開発</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="59"/>
        <source>Time range of the charts</source>
        <translation>グラフの時間範囲</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="60"/>
        <source>Last 1 min</source>
        <translation>過去 1 分</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="61"/>
        <source>Last 5 min</source>
        <translation>過去 5 分</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="62"/>
        <source>Last 10 min</source>
        <translation>過去 10 分</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="63"/>
        <source>Last hour</source>
        <translation>過去 1 時間</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="64"/>
        <source>Last 6 hours</source>
        <translation>過去 6 時間</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="69"/>
        <location filename="../console/widgets/headerbar.cpp" line="70"/>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="76"/>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="77"/>
        <source>Menu (F10)</source>
        <translation>メニュー (F10)</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderState</name>
    <message>
        <location filename="../console/app/headerstate.cpp" line="27"/>
        <source>No server</source>
        <translation>サーバーなし</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="29"/>
        <source>read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="42"/>
        <source>last sample %1, values below are old</source>
        <translation>最終サンプル %1、以下は古い値です</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="44"/>
        <source>up %1 · v%2 · config rev %3</source>
        <translation>稼働 %1 · v%2 · 設定 rev %3</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="52"/>
        <source>○ Not connected</source>
        <translation>○ 未接続</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="53"/>
        <source>○ Connecting…</source>
        <translation>○ 接続しています…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="54"/>
        <source>○ Signing in…</source>
        <translation>○ サインインしています…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="57"/>
        <source>○ Stopped as asked</source>
        <translation>○ 指示どおり停止</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="67"/>
        <source>◷ Recording</source>
        <translation>◷ 記録の再生</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="69"/>
        <source>▲ Drained</source>
        <translation>▲ ドレイン済み</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="71"/>
        <source>▲ Draining</source>
        <translation>▲ ドレイン中</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="73"/>
        <source>▲ Sample %1 s old</source>
        <translation>▲ サンプル %1 秒前</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="75"/>
        <source>▲ Updates every %1 s</source>
        <translation>▲ 更新間隔 %1 秒</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="77"/>
        <source>▲ Restarted %1 ago</source>
        <translation>▲ %1 前に再起動</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="78"/>
        <source>● Live</source>
        <translation>● ライブ</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="95"/>
        <source>■ Link lost %1 · retry in %2 s</source>
        <translation>■ 接続断 %1 · %2 秒後に再試行</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="96"/>
        <source>■ Link lost %1 · trying…</source>
        <translation>■ 接続断 %1 · 再試行中…</translation>
    </message>
</context>
<context>
    <name>sluice::console::KeyList</name>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="37"/>
        <source>Give it this key</source>
        <translation>このキーを割り当て</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="38"/>
        <source>No key</source>
        <translation>キーを解除</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="39"/>
        <source>As delivered</source>
        <translation>既定に戻す</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="40"/>
        <source>All as delivered</source>
        <translation>すべて既定に戻す</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="44"/>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="76"/>
        <source>Keys</source>
        <translation>キー一覧</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>What it does</source>
        <translation>動作</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="96"/>
        <source>New key: press it</source>
        <translation>新しいキー: 押して入力</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="97"/>
        <source>Press the key</source>
        <translation>割り当てるキーを押す</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="145"/>
        <source>This key cannot be changed.</source>
        <translation>このキーは変更できません。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="160"/>
        <source>Click into the field and press a key first.</source>
        <translation>先に入力欄をクリックし、キーを押してください。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="165"/>
        <source>Not changed: %1 is the key of “%2”.</source>
        <translation>変更していません: %1 は「%2」のキーです。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="170"/>
        <source>%1 is now the key of “%2”.</source>
        <translation>%1 を「%2」に割り当てました。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="178"/>
        <source>“%1” has no key now.</source>
        <translation>「%1」のキーを解除しました。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="190"/>
        <source>“%1” has its key as delivered.</source>
        <translation>「%1」のキーを既定に戻しました。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="192"/>
        <source>Not changed: “%1” has that key now.</source>
        <translation>変更していません: そのキーは現在「%1」に割り当てられています。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="199"/>
        <source>All keys are as delivered.</source>
        <translation>すべてのキーを既定に戻しました。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="58"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitLists</name>
    <message>
        <location filename="../console/models/limitlists.cpp" line="33"/>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="41"/>
        <source>enforced</source>
        <translation>適用中</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="43"/>
        <source>dry run</source>
        <translation>ドライラン</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="44"/>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>user</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="83"/>
        <source>any user</source>
        <translation>全ユーザー</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="109"/>
        <source>Limit</source>
        <translation>制限</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="115"/>
        <source>Bound</source>
        <translation>上限</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="116"/>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="117"/>
        <source>Windows</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="118"/>
        <location filename="../console/models/limitlists.cpp" line="218"/>
        <source>Refused</source>
        <translation>拒否数</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="123"/>
        <source>Refused /s</source>
        <translation>拒否/s</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="128"/>
        <source>Would refuse</source>
        <translation>拒否見込み</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="133"/>
        <source>What it would have refused in a dry run.</source>
        <translation>ドライラン中に拒否の対象となった件数です。</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="134"/>
        <source>Setting</source>
        <translation>設定項目</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="149"/>
        <location filename="../console/models/limitlists.cpp" line="189"/>
        <location filename="../console/models/limitlists.cpp" line="214"/>
        <source>Who</source>
        <translation>対象</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="155"/>
        <source>Used</source>
        <translation>使用量</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="164"/>
        <source>Free in s</source>
        <translation>解放 (秒)</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="194"/>
        <location filename="../console/models/limitlists.cpp" line="215"/>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="195"/>
        <source>Amount</source>
        <translation>量</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="196"/>
        <source>Error</source>
        <translation>誤差</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="201"/>
        <source>At most so much of it may have been others&apos;.</source>
        <translation>このうち最大でこの量は、ほかの対象による可能性があります。</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="216"/>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="217"/>
        <source>Of</source>
        <translation>設定時間</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="223"/>
        <source>Since</source>
        <translation>開始時刻</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="224"/>
        <location filename="../console/models/limitlists.cpp" line="247"/>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="225"/>
        <location filename="../console/models/limitlists.cpp" line="248"/>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="242"/>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="243"/>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="244"/>
        <source>Issued before</source>
        <translation>これより前に発行</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="245"/>
        <source>Kept until</source>
        <translation>保持期限</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="246"/>
        <source>Revoked</source>
        <translation>失効日時</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="263"/>
        <source>All together</source>
        <translation>全体</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="265"/>
        <source>Each address</source>
        <translation>アドレスごと</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="267"/>
        <source>Each user</source>
        <translation>ユーザーごと</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="269"/>
        <source>Each client</source>
        <translation>クライアントごと</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="271"/>
        <source>Unknown events</source>
        <translation>不明なイベント</translation>
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
        <translation>レート制限</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="43"/>
        <source>The fullest windows of the selected limit</source>
        <translation>選択した制限で使用量の多いウィンドウ</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="44"/>
        <location filename="../console/pages/limitspage.cpp" line="147"/>
        <source>Who costs most</source>
        <translation>負荷上位</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="57"/>
        <source>This server limits nothing. Limits are set on the Config page.</source>
        <translation>このサーバーに制限はありません。制限は「設定」ページで設定します。</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="58"/>
        <source>Nobody stands out.</source>
        <translation>目立った負荷はありません。</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="91"/>
        <source>What limits clients</source>
        <translation>クライアントの制限</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="94"/>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="95"/>
        <source>Muted</source>
        <translation>ミュート中</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="96"/>
        <source>Revoked tokens</source>
        <translation>失効済みトークン</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="125"/>
        <source>A double click leads to the setting.</source>
        <translation>ダブルクリックで設定項目を開きます。</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="137"/>
        <source>What is compared</source>
        <translation>比較する指標</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="138"/>
        <source>events refused</source>
        <translation>拒否されたイベント</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="139"/>
        <source>events sent</source>
        <translation>送信されたイベント</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="140"/>
        <source>handler time, µs</source>
        <translation>ハンドラー時間 (µs)</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="141"/>
        <source>pushes lost</source>
        <translation>失われたプッシュ</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="142"/>
        <source>bytes not read</source>
        <translation>未読み取りバイト</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="179"/>
        <source>This limit is off, or counts all clients together.</source>
        <translation>この制限はオフか、全クライアントを合算しています。</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="180"/>
        <source>Nobody has used anything of this limit in its present window.</source>
        <translation>現在のウィンドウでは、この制限はまだ使用されていません。</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="182"/>
        <source>Fullest windows</source>
        <translation>使用量の多いウィンドウ</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="187"/>
        <source>Fullest windows · %1</source>
        <translation>使用量の多いウィンドウ · %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ListExportButton</name>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="13"/>
        <source>Export CSV…</source>
        <translation>CSV エクスポート…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="33"/>
        <source>Fetching… %Ln rows so far.</source>
        <translation>
            <numerusform>取得中… 現在 %Ln 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="41"/>
        <source>There are more than %Ln rows; these are exported.</source>
        <translation>
            <numerusform>%Ln 行を超えるため、ここまでをエクスポートします。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="42"/>
        <source>%Ln rows are fetched.</source>
        <translation>
            <numerusform>%Ln 行を取得しました。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="36"/>
        <source>Nothing was exported: %1</source>
        <translation>エクスポートしませんでした: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::MainWindow</name>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="106"/>
        <source>Sluice console</source>
        <translation>Sluice コンソール</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/mainwindow.cpp" line="306"/>
        <source>%n change(s) that you had not applied are pending again.</source>
        <translation>
            <numerusform>適用していなかった変更 %n 件が再び保留中です。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="445"/>
        <source>Enter a token or choose a token file.</source>
        <translation>トークンを入力するか、トークンファイルを選んでください。</translation>
    </message>
</context>
<context>
    <name>sluice::console::MuteFlow</name>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="34"/>
        <source>%1 is not muted: %2</source>
        <translation>%1 をミュートできませんでした: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="39"/>
        <source>%1 is muted for %2: events are refused.</source>
        <translation>%1 をミュートしました (%2)。イベントは拒否されます。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="54"/>
        <source>The mute of %1 is not lifted: %2</source>
        <translation>%1 のミュートを解除できませんでした: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="60"/>
        <source>%1 is no longer muted.</source>
        <translation>%1 のミュートを解除しました。</translation>
    </message>
</context>
<context>
    <name>sluice::console::MutesPanel</name>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="22"/>
        <source>Who is muted</source>
        <translation>ミュート中の対象</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="24"/>
        <source>Lift</source>
        <translation>ミュート解除</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="27"/>
        <source>Nobody is muted. Mute a client on the Connections page.</source>
        <translation>ミュート中の対象はありません。クライアントは「接続」ページでミュートできます。</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="30"/>
        <source>Events of these are refused until the time is over. A restart ends all mutes.</source>
        <translation>期限までイベントを拒否します。サーバーを再起動すると、すべてのミュートが解除されます。</translation>
    </message>
</context>
<context>
    <name>sluice::console::NameGate</name>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="19"/>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="24"/>
        <source>Type the server&apos;s &amp;name</source>
        <translation>サーバー名を入力(&amp;N)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="76"/>
        <source>Type the server&apos;s name first.</source>
        <translation>先にサーバー名を入力してください。</translation>
    </message>
</context>
<context>
    <name>sluice::console::NoticeDialog</name>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="32"/>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="35"/>
        <source>Send a notice to %1</source>
        <translation>%1 に通知を送信</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="51"/>
        <source>It goes to all connections of this user as {&quot;text&quot;: …}. The text itself is not written to the audit log.</source>
        <translation>このユーザーのすべての接続に {&quot;text&quot;: …} として送信されます。本文は監査ログに記録されません。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="67"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="73"/>
        <source>&amp;Event</source>
        <translation>イベント(&amp;E)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="74"/>
        <source>&amp;Text</source>
        <translation>本文(&amp;T)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="114"/>
        <source>The notice is on its way to %1.</source>
        <translation>%1 に通知を送信しました。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="115"/>
        <source>%1 is no longer connected; nobody got the notice.</source>
        <translation>%1 はすでに切断しているため、通知は届きませんでした。</translation>
    </message>
</context>
<context>
    <name>sluice::console::OverviewPage</name>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="51"/>
        <source>Queue depth</source>
        <translation>キューの深さ</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="52"/>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="53"/>
        <source>normal</source>
        <translation>通常</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="54"/>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="58"/>
        <source>Throughput /s</source>
        <translation>スループット/s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>received</source>
        <translation>受信</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>processed</source>
        <translation>処理</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="63"/>
        <source>Latency, ms</source>
        <translation>レイテンシ (ms)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="68"/>
        <source>Rate-limit hits /s</source>
        <translation>レート制限/s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="69"/>
        <source>all events</source>
        <translation>全イベント</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="73"/>
        <location filename="../console/pages/overviewpage.cpp" line="144"/>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="74"/>
        <source>open</source>
        <translation>接続中</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="78"/>
        <source>Broadcast sends /s</source>
        <translation>ブロードキャスト送信/s</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="79"/>
        <source>sends</source>
        <translation>送信</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="93"/>
        <source>%1 in 1 min</source>
        <comment>change of a number</comment>
        <translation>1 分で %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="145"/>
        <source>Events in</source>
        <translation>受信イベント</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="146"/>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="147"/>
        <source>Latency p99</source>
        <translation>レイテンシ p99</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="148"/>
        <source>Rate-limited</source>
        <translation>レート制限</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="149"/>
        <source>Refused, overloaded</source>
        <translation>過負荷による拒否</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="155"/>
        <source>Alert on this…</source>
        <translation>アラートを設定…</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="223"/>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="224"/>
        <source>Show what happened</source>
        <translation>アクティビティを表示</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/overviewpage.cpp" line="432"/>
        <source>Paused %1, +%n sample(s) waiting.</source>
        <translation>
            <numerusform>一時停止 %1、サンプル +%n 件が待機中。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="438"/>
        <source>All charts show %1 to %2.</source>
        <translation>すべてのグラフに %1～%2 を表示中。</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Show up to now (double click)</source>
        <translation>現在まで表示 (ダブルクリック)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Go on (Space)</source>
        <translation>再開 (Space)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="505"/>
        <source>of %1</source>
        <translation>容量 %1</translation>
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
        <translation>起動後 %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="547"/>
        <source>alert %1</source>
        <translation>アラート %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="549"/>
        <source>drop %1</source>
        <translation>拒否 %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="564"/>
        <source>%1 old</source>
        <comment>age of a number</comment>
        <translation>%1 前</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedModel</name>
    <message>
        <location filename="../console/models/pagedmodel.cpp" line="230"/>
        <source>This server does not tell it: it is older than this console.</source>
        <translation>サーバーがこのコンソールより古いため、この情報は提供されません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedTable</name>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="30"/>
        <source>There is nothing to list.</source>
        <translation>表示する項目はありません。</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="54"/>
        <location filename="../console/widgets/pagedtable.cpp" line="55"/>
        <source>Previous page</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="57"/>
        <location filename="../console/widgets/pagedtable.cpp" line="58"/>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="100"/>
        <source>%n new row(s), order frozen</source>
        <translation>
            <numerusform>新しい行 %n 件、並び順を固定中</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="101"/>
        <source>order frozen while you are at it</source>
        <translation>操作中のため並び順を固定</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="104"/>
        <source>○ old</source>
        <translation>○ 古いデータ</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="106"/>
        <source>▲ waiting for the server…</source>
        <translation>▲ サーバーの応答待ち…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <source>rows %1 to %2</source>
        <translation>%1～%2 行目</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <location filename="../console/widgets/pagedtable.cpp" line="138"/>
        <source>%1 in all</source>
        <translation>全 %1 件</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="132"/>
        <source>the first %Ln</source>
        <comment>rows</comment>
        <translation>
            <numerusform>最初の %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="135"/>
        <source>rows %1 to %2 of %3</source>
        <translation>全 %3 行中 %1～%2 行目</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="137"/>
        <source>%Ln of %1 match</source>
        <translation>
            <numerusform>%1 件中 %Ln 件が一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="148"/>
        <source>only the newest %Ln rows were recorded</source>
        <translation>
            <numerusform>最新の %Ln 行のみ記録されています</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="149"/>
        <source>only the first %1 of %Ln rows were recorded</source>
        <translation>
            <numerusform>%Ln 行のうち最初の %1 行だけが記録されています</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <source>The filter is not understood.</source>
        <translation>フィルターを解釈できません。</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Clear filter</source>
        <translation>フィルターをクリア</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>Asking the server…</source>
        <translation>サーバーに問い合わせ中…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>There is no link to a server.</source>
        <translation>サーバーとの接続がありません。</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Nothing matches “%1”.</source>
        <translation>「%1」に一致する項目はありません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::PendingPanel</name>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="45"/>
        <source>Undo by itself unless I keep it within</source>
        <translation>次の時間内に保持しなければ自動で元に戻す</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="48"/>
        <source>Discard all</source>
        <translation>すべて破棄</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="49"/>
        <source>Check on server</source>
        <translation>サーバーで検証</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="57"/>
        <location filename="../console/pages/pendingpanel.cpp" line="67"/>
        <source>Pending changes</source>
        <translation>保留中の変更</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="99"/>
        <source>Seconds until it is undone</source>
        <translation>元に戻すまでの秒数</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="102"/>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="118"/>
        <source>Reason of the change</source>
        <translation>変更の理由</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="145"/>
        <source>Reason (goes to the audit log), required</source>
        <translation>理由 (監査ログに記録)、必須</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="146"/>
        <source>Reason (goes to the audit log)</source>
        <translation>理由 (監査ログに記録)</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="181"/>
        <source>Double-click a value, or press F2 on it, to change it. Nothing happens before you apply.</source>
        <translation>変更するには、値をダブルクリックするか F2 キーを押します。適用するまで何も変わりません。</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="190"/>
        <source>base: revision %1</source>
        <translation>ベース: リビジョン %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="209"/>
        <source>Undo the change of %1</source>
        <translation>%1 の変更を元に戻す</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="210"/>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="224"/>
        <source> Expected: %1.</source>
        <translation> 有効な値: %1。</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="228"/>
        <source>▲ Changed meanwhile from %1 to %2.</source>
        <translation>▲ この間に %1 から %2 に変更されました。</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="233"/>
        <source>Takes effect: %1</source>
        <translation>反映時期: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="263"/>
        <source>▲ Decide on %n setting(s) changed by others…</source>
        <translation>
            <numerusform>▲ 競合する設定項目 %n 件を解決…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>変更 %n 件を適用</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="269"/>
        <source>A change is on trial. Keep it or take it back first.</source>
        <translation>試行中の変更があります。先に保持するか元に戻してください。</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="270"/>
        <source>Somebody else changed the same settings. Decide on these first.</source>
        <translation>ほかの人が同じ設定項目を変更しました。先に競合を解決してください。</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="271"/>
        <source>A reason is required.</source>
        <translation>理由を入力してください。</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Checking…</source>
        <translation>検証中…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Applying…</source>
        <translation>適用中…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="325"/>
        <source>▲ Someone else changed the configuration: now revision %1. Your edits are kept; look at them and apply again.</source>
        <translation>▲ ほかの人が設定を変更しました (現在リビジョン %1)。編集内容は残っています。確認してもう一度適用してください。</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="332"/>
        <source>■ Refused, nothing was changed: %1</source>
        <translation>■ 拒否されました。変更はありません: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>The server would accept this.</source>
        <translation>サーバーはこの変更を受け入れます。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>%n change(s) applied.</source>
        <translation>
            <numerusform>変更 %n 件を適用しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PipelineView</name>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="140"/>
        <source>A click leads to the page of that stage.</source>
        <translation>クリックすると、その段階のページを開きます。</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="86"/>
        <source>Way of the events</source>
        <translation>イベントの経路</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="104"/>
        <source>Clients: %1</source>
        <translation>クライアント: %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="105"/>
        <source>Policies: %1 refused by rate limits</source>
        <translation>ポリシー: レート制限による拒否 %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="107"/>
        <source>Queue lanes: high %1, normal %2, low %3</source>
        <translation>キューレーン: 高 %1、通常 %2、低 %3</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="110"/>
        <source>Workers: %1 of %2 busy</source>
        <translation>ワーカー: %2 個中 %1 個が稼働中</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="111"/>
        <source>Handlers: p99 %1 ms</source>
        <translation>ハンドラー: p99 %1 ms</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="112"/>
        <source>Broadcast: %1 sent</source>
        <translation>ブロードキャスト: 送信 %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="245"/>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pipelineview.cpp" line="250"/>
        <source>%n user(s)</source>
        <translation>
            <numerusform>ユーザー %n 人</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="260"/>
        <source>Handlers</source>
        <translation>ハンドラー</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="263"/>
        <source>ms p99 (p50 %1)</source>
        <translation>ms p99 (p50 %1)</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="267"/>
        <source>Broadcast</source>
        <translation>配信</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>sends/s</source>
        <translation>送信/s</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>%1 waiting</source>
        <translation>待機中 %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="314"/>
        <source>rejected %1</source>
        <translation>拒否 %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="316"/>
        <source>refused, overloaded %1</source>
        <translation>過負荷による拒否 %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="318"/>
        <source>dropped %1</source>
        <translation>破棄 %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>Policies</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="90"/>
        <source>clients: %1; events received per second: %2; queue: %3; workers busy: %4 of %5; p99: %6 ms</source>
        <translation>クライアント: %1、毎秒の受信イベント: %2、キュー: %3、稼働ワーカー: %5 中 %4、p99: %6 ms</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>refusals</source>
        <translation>拒否</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="264"/>
        <source>time-outs %1</source>
        <translation>タイムアウト %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="265"/>
        <source>errors %1</source>
        <translation>エラー %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>access</source>
        <translation>アクセス</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>rate limit</source>
        <translation>レート制限</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="278"/>
        <source>invalid</source>
        <translation>形式不正</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>Queue lanes</source>
        <translation>キューレーン</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>capacity %1</source>
        <translation>容量 %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>normal</source>
        <translation>通常</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="255"/>
        <source>Workers</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="256"/>
        <source>%1/%2 busy</source>
        <translation>稼働 %1/%2</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="258"/>
        <source>utilisation %1</source>
        <translation>使用率 %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::Rail</name>
    <message>
        <location filename="../console/widgets/rail.cpp" line="66"/>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedList</name>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="99"/>
        <source>A recorded list of this kind cannot be filtered.</source>
        <translation>この種類の記録された一覧は絞り込めません。</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="132"/>
        <source>A recorded list cannot be put into this order.</source>
        <translation>記録された一覧は、この順序に並べ替えられません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedServer</name>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="68"/>
        <source>This is a recording: nothing can be changed in it.</source>
        <translation>これは記録のため、何も変更できません。</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="110"/>
        <source>This recording holds no further rows of the list.</source>
        <translation>この一覧のこれ以上の行は、記録に含まれていません。</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="113"/>
        <source>This recording does not hold it.</source>
        <translation>この情報は記録に含まれていません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::Recording</name>
    <message>
        <location filename="../console/recording/recording.cpp" line="140"/>
        <source>it holds no samples</source>
        <translation>サンプルが含まれていません</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="167"/>
        <source>it is JSON, but no saved session</source>
        <translation>JSON ですが、保存済みセッションではありません</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="172"/>
        <source>it has version %1 of the format, and this console reads version %2</source>
        <translation>形式のバージョンは %1 ですが、このコンソールで読めるのは %2 です</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="189"/>
        <source>its samples are more than a day apart</source>
        <translation>サンプルの間隔が 1 日を超えている</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="196"/>
        <source>it does not tell which server it is of (“%1”)</source>
        <translation>どのサーバーの記録か示されていません (「%1」)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="198"/>
        <source>it is of a server with admin protocol %1, and this console speaks %2</source>
        <translation>管理プロトコルのバージョンは、記録元のサーバーが %1、このコンソールが %2 です</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="210"/>
        <source>the sample %1 has no valid time</source>
        <translation>サンプル %1 の時刻が無効です</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="212"/>
        <source>the sample %1 is not later than the one before</source>
        <translation>サンプル %1 の時刻が、直前のサンプルより後ではありません</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="222"/>
        <source>its list “%1” is missing</source>
        <translation>リスト「%1」がありません</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="230"/>
        <source>%1 is not an object</source>
        <translation>%1 がオブジェクトではありません</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="243"/>
        <source>it is no saved session of this console</source>
        <translation>このコンソールの保存済みセッションではありません</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="244"/>
        <source>it is cut off: its end is missing</source>
        <translation>途中で切れていて、末尾がありません</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="245"/>
        <source>it is damaged: its content does not fit its checksum</source>
        <translation>破損しています (内容がチェックサムと一致しません)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="248"/>
        <source>it holds more than %1</source>
        <translation>展開後のサイズが %1 を超えています</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="286"/>
        <source>it is empty</source>
        <translation>ファイルが空です</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="297"/>
        <source>its content is no JSON object</source>
        <translation>内容が JSON オブジェクトではありません</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="298"/>
        <source>its content is no JSON (%1 at byte %2)</source>
        <translation>内容が JSON ではありません (%1、バイト位置 %2)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="314"/>
        <source>it is a folder</source>
        <translation>フォルダーです</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="316"/>
        <source>it cannot be read: %1</source>
        <translation>読み取れません: %1</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="320"/>
        <source>it is larger than %1</source>
        <translation>ファイルサイズが %1 を超えています</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordingBar</name>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="44"/>
        <source>Close the recording</source>
        <translation>記録を閉じる</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="50"/>
        <source>Instant of the recording</source>
        <translation>記録の再生位置</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="51"/>
        <source>Moves the whole window to an instant (← → one sample, Home and End)</source>
        <translation>ウィンドウ全体を指定の時点に移動 (← → で 1 サンプル、Home と End で先頭と末尾)</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="58"/>
        <source>Back to the choice of a server</source>
        <translation>サーバーの選択に戻る</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="62"/>
        <source>To the beginning</source>
        <translation>先頭へ移動</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="63"/>
        <source>One sample back</source>
        <translation>1 サンプル戻る</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="65"/>
        <source>One sample on</source>
        <translation>1 サンプル進む</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="66"/>
        <source>To the end</source>
        <translation>末尾へ移動</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="121"/>
        <source>Recording of %1, %2, from %3 to %4</source>
        <translation>%1 の記録、%2 %3～%4</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="134"/>
        <source>%1, the end</source>
        <translation>%1、末尾</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="135"/>
        <source>%1, %2 before the end</source>
        <translation>%1、末尾の %2 前</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="137"/>
        <source>Lists are as they were at the end, when the recording was saved; all else is of this instant.</source>
        <translation>一覧は記録の末尾 (保存時) の内容です。それ以外はこの時点の内容です。</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionList</name>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="46"/>
        <source>on trial</source>
        <translation>試行中</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="48"/>
        <source>taken back by %1</source>
        <comment>by revision 18</comment>
        <translation>%1 で取り消し済み</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="50"/>
        <source>takes back %1</source>
        <comment>revision 17</comment>
        <translation>%1 を取り消し</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="93"/>
        <source>Revision</source>
        <translation>リビジョン</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="94"/>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="97"/>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="98"/>
        <source>Changes</source>
        <translation>変更</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="104"/>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="105"/>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionsPanel</name>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="21"/>
        <source>Revisions of the configuration</source>
        <translation>設定のリビジョン</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="22"/>
        <source>Roll back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="29"/>
        <source>Revisions</source>
        <translation>リビジョン</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="70"/>
        <source>Select the revision to roll back.</source>
        <translation>元に戻すリビジョンを選択してください。</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="72"/>
        <source>There is nothing to put back: the settings have the values from before that revision.</source>
        <translation>元に戻すものはありません。設定はそのリビジョン以前の値になっています。</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="87"/>
        <source>Puts the values from before into the pending changes; nothing is applied yet.</source>
        <translation>以前の値を保留中の変更に入れます。まだ適用はされません。</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="88"/>
        <source>Nothing was changed since the server started.</source>
        <translation>サーバーの起動後、変更はありません。</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="89"/>
        <source>The server has not told its revisions.</source>
        <translation>サーバーのリビジョンはまだ取得されていません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevocationsPanel</name>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="23"/>
        <source>Revoked tokens</source>
        <translation>失効済みトークン</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter: a part of user, token, reason or who did it</source>
        <translation>フィルター: ユーザー、トークン、理由、操作者の一部</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter revoked tokens</source>
        <translation>失効済みトークンを絞り込む</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="27"/>
        <source>Take back…</source>
        <translation>失効を取り消し…</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="31"/>
        <source>No tokens are revoked. Revoke a user&apos;s tokens on the Connections page.</source>
        <translation>失効済みのトークンはありません。ユーザーのトークンは「接続」ページで失効できます。</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="73"/>
        <source>token %1</source>
        <translation>トークン %1</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="74"/>
        <source>all users</source>
        <translation>全ユーザー</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevokeFlow</name>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="23"/>
        <source>Revoke the tokens of %1?</source>
        <translation>%1 のトークンを失効させますか?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="24"/>
        <source>These tokens of %1 let nobody in any more, and the connections that came with them are closed.</source>
        <translation>対象となる %1 のトークンではサインインできなくなり、それらのトークンによる接続は切断されます。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="26"/>
        <location filename="../console/dialogs/revokeflow.cpp" line="80"/>
        <source>Revoke tokens of %1</source>
        <translation>%1 のトークンを失効</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="28"/>
        <source>the number of open connections of this user</source>
        <translation>このユーザーの現在の接続数</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="33"/>
        <source>those issued until now; a new sign-in is possible</source>
        <translation>これまでに発行されたもの (新たなサインインは可能)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="34"/>
        <source>all, also new ones, until it is taken back</source>
        <translation>すべて (失効を取り消すまで、新しいものも含む)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="35"/>
        <source>&amp;Which tokens</source>
        <translation>対象のトークン(&amp;W)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="41"/>
        <source>Take the revocation of %1 back?</source>
        <translation>%1 に対する失効を取り消しますか?</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="42"/>
        <source>Tokens of %1 that have not expired let in again.</source>
        <translation>%1 に対する失効がなくなり、有効期限内のトークンで再びサインインできます。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="43"/>
        <source>Take it back</source>
        <translation>失効を取り消し</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="53"/>
        <source>The tokens of %1 are revoked.</source>
        <translation>%1 のトークンを失効させました。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="54"/>
        <source>The revocation is taken back.</source>
        <translation>失効を取り消しました。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="72"/>
        <source>The server cannot count the connections of a user with such a name. Use sluicectl.</source>
        <translation>このような名前のユーザーの接続は、サーバーでは数えられません。sluicectl を使用してください。</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="92"/>
        <source>It could not be saved, and will not outlive a restart.</source>
        <translation>保存できなかったため、再起動すると失われます。</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerCard</name>
    <message>
        <location filename="../console/pages/servercard.cpp" line="49"/>
        <source>Read-only from this console</source>
        <translation>このコンソールでは読み取り専用</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="50"/>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="51"/>
        <source>Open here</source>
        <translation>ここで開く</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="52"/>
        <source>New window</source>
        <translation>新しいウィンドウ</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="53"/>
        <source>Forget</source>
        <translation>一覧から削除</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="73"/>
        <source>Nothing that changes this server is offered while it is on.</source>
        <translation>オンの間、このサーバーを変更する操作は表示されません。</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="75"/>
        <source>Compare %1 with others</source>
        <translation>%1 をほかのサーバーと比較</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="87"/>
        <source>Open %1 here</source>
        <translation>%1 をここで開く</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="89"/>
        <source>Open %1 in a new window</source>
        <translation>%1 を新しいウィンドウで開く</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="91"/>
        <source>Forget %1</source>
        <translation>%1 を一覧から削除</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="122"/>
        <location filename="../console/pages/servercard.cpp" line="124"/>
        <source>It is open in this window.</source>
        <translation>このウィンドウで開いています。</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="150"/>
        <source>On one axis with the others that are ticked</source>
        <translation>チェックを付けたほかのサーバーと同じ軸に表示</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="151"/>
        <source>More servers cannot be told apart on one axis.</source>
        <translation>これ以上のサーバーは、同じ軸では見分けられません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerSession</name>
    <message>
        <location filename="../console/models/serversession.cpp" line="207"/>
        <location filename="../console/models/serversession.cpp" line="212"/>
        <source>There is no link to the server.</source>
        <translation>サーバーとの接続がありません。</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>The server stopped as asked</source>
        <translation>サーバーが指示どおり停止</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>Link to the server lost</source>
        <translation>サーバーとの接続が切断</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="354"/>
        <source>Link to the server is back</source>
        <translation>サーバーとの接続が回復</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="367"/>
        <source>Own mark %1</source>
        <translation>マーク %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerWatch</name>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="54"/>
        <source>No token file is saved for it. Open it to enter a token.</source>
        <translation>トークンファイルが保存されていません。サーバーを開いてトークンを入力してください。</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="55"/>
        <source>Its token cannot be read: %1</source>
        <translation>トークンを読み取れません: %1</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="62"/>
        <source>It does not know the saved token.</source>
        <translation>サーバーは保存済みのトークンを認識しません。</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServersPage</name>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="42"/>
        <source>No server is saved yet. One is as soon as a connection to it has worked.</source>
        <translation>保存済みのサーバーはまだありません。接続に成功すると保存されます。</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="45"/>
        <source>Connect to another server…</source>
        <translation>別のサーバーに接続…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="47"/>
        <location filename="../console/pages/serverspage.cpp" line="58"/>
        <source>Saved servers</source>
        <translation>保存済みのサーバー</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="214"/>
        <location filename="../console/pages/serverspage.cpp" line="241"/>
        <source>○ not connected</source>
        <translation>○ 未接続</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <location filename="../console/pages/serverspage.cpp" line="240"/>
        <source>■ link lost</source>
        <translation>■ 接続断</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <source>This console is trying to reach it.</source>
        <translation>このコンソールが再接続を試みています。</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="226"/>
        <location filename="../console/pages/serverspage.cpp" line="242"/>
        <source>○ connecting…</source>
        <translation>○ 接続しています…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="254"/>
        <source>version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>● live</source>
        <translation>● ライブ</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>▲ draining</source>
        <translation>▲ ドレイン中</translation>
    </message>
</context>
<context>
    <name>sluice::console::SessionFiles</name>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="64"/>
        <source>The session is being packed…</source>
        <translation>セッションを圧縮しています…</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="82"/>
        <location filename="../console/app/sessionfiles.cpp" line="117"/>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>Open session</source>
        <translation>セッションを開く</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>Saved sessions (*.%1)</source>
        <translation>保存済みセッション (*.%1)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>%1 is being read.</source>
        <translation>%1 を読み込んでいます。</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 を開けません: %2。</translation>
    </message>
</context>
<context>
    <name>sluice::console::Shortcuts</name>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="43"/>
        <source>Pause, or go on</source>
        <translation>一時停止または再開</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="44"/>
        <location filename="../console/widgets/shortcuts.cpp" line="45"/>
        <source>On a chart: the crosshair one sample on; with Shift ten</source>
        <translation>グラフ上: クロスヘアを 1 サンプル移動 (Shift 併用で 10 サンプル)</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="46"/>
        <source>On a chart: to the left end of the range</source>
        <translation>グラフ上: 範囲の左端へ移動</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="47"/>
        <source>On a chart: to the right end of the range</source>
        <translation>グラフ上: 範囲の右端へ移動</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="48"/>
        <source>To the row above</source>
        <translation>上の行へ移動</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="49"/>
        <source>To the row below</source>
        <translation>下の行へ移動</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="50"/>
        <source>On a chart: release the crosshair, then the zoom</source>
        <translation>グラフ上: クロスヘアを解除、次にズームを解除</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="51"/>
        <location filename="../console/widgets/shortcuts.cpp" line="52"/>
        <source>Press what has the focus</source>
        <translation>フォーカスのある項目を実行</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="53"/>
        <source>To the next control</source>
        <translation>次のコントロールへ移動</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="54"/>
        <source>To the control before</source>
        <translation>前のコントロールへ移動</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="55"/>
        <source>Open the menu</source>
        <translation>メニューを開く</translation>
    </message>
</context>
<context>
    <name>sluice::console::ShutdownDialog</name>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain and shut down %1</source>
        <translation>%1 をドレインして停止</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="178"/>
        <source>%Ln events that are not answered yet get an error.</source>
        <translation>
            <numerusform>未応答のイベント %Ln 件にエラーを返します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="179"/>
        <source>%Ln clients are told to go elsewhere (1012) all at once.</source>
        <translation>
            <numerusform>クライアント %Ln 件に一斉に別のサーバーへの移動を指示します (1012)。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="180"/>
        <source>This cannot be taken back.</source>
        <translation>これは取り消せません。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now, lose %Ln events</source>
        <translation>
            <numerusform>今すぐ停止 (イベント %Ln 件損失)</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="189"/>
        <source>The server refused: %1</source>
        <translation>サーバーが拒否しました: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="159"/>
        <source>Draining %1</source>
        <translation>%1 をドレイン中</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="78"/>
        <source>Back to the drain</source>
        <translation>ドレインに戻る</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain %1</source>
        <translation>%1 をドレイン</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="155"/>
        <source>asked by %1</source>
        <translation>実行者: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="158"/>
        <source>%1 is drained</source>
        <translation>%1 はドレイン済みです</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="167"/>
        <source>Stop %1 now</source>
        <translation>%1 を今すぐ停止</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now</source>
        <translation>今すぐ停止</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="157"/>
        <source>%1 has stopped</source>
        <translation>%1 は停止しました</translation>
    </message>
</context>
<context>
    <name>sluice::console::Situation</name>
    <message>
        <location filename="../console/app/situation.cpp" line="52"/>
        <source>%1 stopped at %2.</source>
        <translation>%1 は %2 に停止しました。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="46"/>
        <source>Retry now</source>
        <translation>今すぐ再試行</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="49"/>
        <source>Nothing was lost.</source>
        <translation>何も失われませんでした。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="50"/>
        <source>%Ln events were answered with an error.</source>
        <translation>
            <numerusform>イベント %Ln 件にエラーを返しました。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>This console waits for its return.</source>
        <translation>このコンソールは復帰を待っています。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>The practice is over.</source>
        <translation>練習は終わりです。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="55"/>
        <source>No data since %1.</source>
        <translation>%1 以降データがありません。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="56"/>
        <source>The server may be fine: only the admin link is down (%1). Actions are disabled; charts keep what they have.</source>
        <translation>サーバー自体は正常な可能性があります。切れているのは管理接続だけです (%1)。操作は無効、グラフは取得済みのデータを保持します。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Signing in at %1…</source>
        <translation>%1 にサインインしています…</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Connecting to %1…</source>
        <translation>%1 に接続しています…</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="71"/>
        <source>Without an answer this is given up after %1 s.</source>
        <translation>応答がなければ %1 秒後に中止します。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="72"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="80"/>
        <source>Out of service: drained.</source>
        <translation>サービス停止中: ドレイン済み。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="81"/>
        <source>The server stays up and answers new clients with 503 until it is resumed.</source>
        <translation>サーバーは稼働を続け、再開されるまで新規クライアントに 503 を返します。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Drain paused, %1 s left.</source>
        <translation>ドレイン一時停止中、残り %1 秒。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Draining, %1 s left.</source>
        <translation>ドレイン中、残り %1 秒。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="88"/>
        <source>%Ln events are still inside.</source>
        <translation>
            <numerusform>イベント %Ln 件が残っています。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="98"/>
        <source>%1 is at %2.</source>
        <translation>%1が %2 です。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="99"/>
        <source>The rule: %1. It has held for %2.</source>
        <translation>ルール: %1。継続時間 %2。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="101"/>
        <source>%n other alert(s).</source>
        <translation>
            <numerusform>ほかにアラート %n 件。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="102"/>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="103"/>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Silence 10 min</source>
        <translation>10 分間サイレンス</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="114"/>
        <source>The server reduced its updates to %1 Hz to protect itself.</source>
        <translation>サーバーは自身を守るため、更新を %1 Hz に減らしました。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="115"/>
        <source>Its admin side has more to do than it may (admin.cpu-share). No sample is lost: those in between are fetched when it is over.</source>
        <translation>管理側の処理が許容量 (admin.cpu-share) を超えています。サンプルは失われず、間の分は後で取得します。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="131"/>
        <source>The queue is at %1: low-priority events are refused.</source>
        <translation>キューが %1 です。優先度の低いイベントを拒否しています。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="136"/>
        <source>Refusing begins at %1, in about %2 s. </source>
        <translation>約 %2 秒後に %1 に達し、拒否が始まります。 </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="137"/>
        <source>Refusing begins at %1. </source>
        <translation>%1 で拒否が始まります。 </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="140"/>
        <source>The queue is at %1, over the alert threshold of %2.</source>
        <translation>キューが %1 で、アラートしきい値 %2 を超えています。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="149"/>
        <source>Revision %1 of the configuration goes back in %2.</source>
        <translation>設定のリビジョン %1 は %2 後に元に戻ります。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>It is on trial: keep it, or take it back now.</source>
        <translation>試行中です。保持するか、今すぐ元に戻してください。</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="168"/>
        <source>The queue is at %1 and rises by %2 a second:</source>
        <translation>キューは %1、毎秒 %2 上昇中:</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="169"/>
        <source>the alert threshold (%1) in about %2 s. </source>
        <translation>約 %2 秒後にアラートしきい値 (%1) に達します。 </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Show queue</source>
        <translation>キューを表示</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="194"/>
        <source>Received %1/s, processed %2/s.</source>
        <translation>受信 %1/s、処理 %2/s。</translation>
    </message>
</context>
<context>
    <name>sluice::console::Sparkline</name>
    <message>
        <location filename="../console/widgets/sparkline.cpp" line="40"/>
        <source>%1: %2, old</source>
        <translation>%1: %2、古い値</translation>
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
        <translation>サーバー未接続</translation>
    </message>
    <message>
        <location filename="../console/app/startpage.cpp" line="26"/>
        <source>What happens on a server is shown here as soon as there is a link to one.</source>
        <translation>サーバーに接続すると、その様子がここに表示されます。</translation>
    </message>
</context>
<context>
    <name>sluice::console::StatusLine</name>
    <message>
        <location filename="../console/app/statusline.cpp" line="34"/>
        <source>console CPU %1 · %2</source>
        <translation>コンソール CPU %1 · %2</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="40"/>
        <source>a recording: no admin link</source>
        <translation>記録: 管理接続なし</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>no admin link</source>
        <translation>管理接続なし</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>admin link %1</source>
        <translation>管理接続 %1</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="45"/>
        <source>%1 · RTT %2 ms</source>
        <translation>%1 · RTT %2 ms</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="52"/>
        <source>no sample yet</source>
        <translation>サンプルなし</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="54"/>
        <source>samples up to %1</source>
        <translation>サンプル %1 まで</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="56"/>
        <source>sample %1 s ago · %2 lost</source>
        <translation>サンプル %1 秒前 · 欠損 %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapForm</name>
    <message>
        <location filename="../console/pages/tapform.cpp" line="36"/>
        <source>&amp;Show payloads (audited)</source>
        <translation>ペイロードを表示 (監査対象)(&amp;S)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="56"/>
        <location filename="../console/pages/tapform.cpp" line="57"/>
        <location filename="../console/pages/tapform.cpp" line="58"/>
        <location filename="../console/pages/tapform.cpp" line="60"/>
        <location filename="../console/pages/tapform.cpp" line="70"/>
        <source>any</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="61"/>
        <source>ok</source>
        <translation>成功</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="62"/>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="63"/>
        <source>timed out</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="64"/>
        <source>cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="65"/>
        <source>connection gone</source>
        <translation>接続切れ</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="66"/>
        <source>abandoned</source>
        <translation>打ち切り</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="67"/>
        <source>refused</source>
        <translation>拒否</translation>
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
        <translation>選択</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="74"/>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="77"/>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="91"/>
        <source>E&amp;vent</source>
        <translation>イベント(&amp;V)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="92"/>
        <source>&amp;User</source>
        <translation>ユーザー(&amp;U)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="93"/>
        <source>&amp;Connection</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="94"/>
        <source>&amp;Result</source>
        <translation>結果(&amp;R)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="95"/>
        <source>S&amp;lower than</source>
        <translation>所要時間下限(&amp;L)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="96"/>
        <source>At &amp;most, required</source>
        <translation>上限 (必須)(&amp;M)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="97"/>
        <source>&amp;For, required</source>
        <translation>時間 (必須)(&amp;F)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="123"/>
        <source>Choose how many events a second may be shown at most.</source>
        <translation>1 秒あたりに表示するイベント数の上限を選んでください。</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="125"/>
        <source>Choose after how long the tap ends by itself.</source>
        <translation>キャプチャが自動終了するまでの時間を選んでください。</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapPage</name>
    <message>
        <location filename="../console/pages/tappage.cpp" line="37"/>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="38"/>
        <source>Clear</source>
        <translation>クリア</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="39"/>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="42"/>
        <source>Events as they end</source>
        <translation>完了したイベント</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="46"/>
        <location filename="../console/pages/tappage.cpp" line="171"/>
        <source>Choose what to watch, how much of it and for how long; then start the tap.</source>
        <translation>対象、量、時間を選び、キャプチャを開始してください。</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="80"/>
        <source>Save what is listed, one JSON object a line</source>
        <translation>一覧を保存 (1 行に 1 つの JSON オブジェクト)</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="157"/>
        <source>This role may not tap.</source>
        <translation>このロールではキャプチャできません。</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>● tapping</source>
        <translation>● キャプチャ中</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="170"/>
        <source>Waiting for an event that matches…</source>
        <translation>一致するイベントを待っています…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="180"/>
        <source>Starting…</source>
        <translation>開始中…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="181"/>
        <source>ends in %1</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="182"/>
        <source>The tap&apos;s time is over.</source>
        <translation>キャプチャの時間が終了しました。</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="183"/>
        <source>The tap ended with the link.</source>
        <translation>接続が切れたため、キャプチャは終了しました。</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="184"/>
        <source>Refused: %1</source>
        <translation>拒否: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="187"/>
        <source>the last %Ln events</source>
        <translation>
            <numerusform>直近のイベント %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="190"/>
        <source>%Ln are waiting</source>
        <translation>
            <numerusform>待機中 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="192"/>
        <source>%Ln more matched than may be shown</source>
        <translation>
            <numerusform>上限超過で非表示 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="188"/>
        <source>%n event(s)</source>
        <translation>
            <numerusform>イベント %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::Tile</name>
    <message>
        <location filename="../console/widgets/tile.cpp" line="51"/>
        <source>%1: %2 %3, %4</source>
        <comment>tile: what, value, unit, comparison</comment>
        <translation>%1: %2 %3、%4</translation>
    </message>
</context>
<context>
    <name>sluice::console::TimeChart</name>
    <message>
        <location filename="../console/charts/chartdata.cpp" line="57"/>
        <source>%1 %2, from %3 to %4</source>
        <comment>line of a chart: name, newest value, least, most</comment>
        <translation>%1 %2、最小 %3、最大 %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::Toast</name>
    <message>
        <location filename="../console/widgets/toast.cpp" line="25"/>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>sluice::console::TraceModel</name>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="50"/>
        <location filename="../console/models/tracemodel.cpp" line="51"/>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="54"/>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="31"/>
        <source>(unknown)</source>
        <translation>(不明)</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="61"/>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="67"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="73"/>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="74"/>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="79"/>
        <source>Lane</source>
        <translation>レーン</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="80"/>
        <source>Wait ms</source>
        <translation>待機 ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="81"/>
        <source>Handler ms</source>
        <translation>ハンドラー ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="171"/>
        <source>ok</source>
        <translation>成功</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="175"/>
        <source>failed: %1</source>
        <translation>失敗: %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="177"/>
        <source>timed out</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="179"/>
        <source>connection gone</source>
        <translation>接続切れ</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="181"/>
        <source>cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="182"/>
        <source>abandoned</source>
        <translation>打ち切り</translation>
    </message>
</context>
<context>
    <name>sluice::console::TracePanel</name>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="62"/>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="64"/>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="66"/>
        <source>Payloads are masked. An administrator can start a tap that shows them; that is audited.</source>
        <translation>ペイロードはマスクされています。管理者は、ペイロードを表示するキャプチャを開始できます (監査対象)。</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="74"/>
        <source>Parameters of the event</source>
        <translation>イベントのパラメーター</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="75"/>
        <source>Answer to the event</source>
        <translation>イベントへの応答</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="93"/>
        <source>The event&apos;s way</source>
        <translation>イベントの経路</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="111"/>
        <source>No event selected</source>
        <translation>イベントが選択されていません</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="112"/>
        <source>Select a row to see the event&apos;s way: each step with its time, and what each policy decided by.</source>
        <translation>行を選択すると、イベントの経路を確認できます。各ステップの所要時間と、各ポリシーの判断根拠を表示します。</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="115"/>
        <source>(unknown)</source>
        <translation>(不明)</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="117"/>
        <source>%1 · connection %2 · %3</source>
        <translation>%1 · 接続 %2 · %3</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="120"/>
        <source>not signed in</source>
        <translation>未サインイン</translation>
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
        <translation>バイト</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="46"/>
        <source>received</source>
        <translation>受信</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="49"/>
        <source>waited in lane %1</source>
        <translation>レーン %1 で待機</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="50"/>
        <source>handler, worker %1</source>
        <translation>ハンドラー (ワーカー %1)</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="53"/>
        <source>receipt, policies, hand-overs and answer</source>
        <translation>受信、ポリシー、受け渡し、応答</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="54"/>
        <source>all that is not measured by itself</source>
        <translation>個別に計測されない処理の合計</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="58"/>
        <source>answered: %1</source>
        <translation>応答: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::TrialPanel</name>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="21"/>
        <source>Keep it</source>
        <translation>保持</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="22"/>
        <source>Take it back now</source>
        <translation>今すぐ元に戻す</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="51"/>
        <source>▲ Revision %1 goes back by itself in %2.</source>
        <translation>▲ リビジョン %1 は %2 後に自動で元に戻ります。</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="75"/>
        <source>Revision %1 is kept.</source>
        <translation>リビジョン %1 を保持します。</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="77"/>
        <source>Revision %1 has gone back.</source>
        <translation>リビジョン %1 は元に戻りました。</translation>
    </message>
</context>
<context>
    <name>sluice::console::WhatIfNote</name>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="29"/>
        <source>s</source>
        <comment>seconds</comment>
        <translation>秒</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="30"/>
        <source>min</source>
        <comment>minutes</comment>
        <translation>分</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="43"/>
        <source>What it would have done in the last minutes is not known: nobody counted.</source>
        <translation>直近の数分間にこの値だった場合の影響は不明です (計測していません)。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="53"/>
        <source>Would have refused none of %Ln events in the last %1, as now.</source>
        <translation>
            <numerusform>この値なら、過去 %1 のイベント %Ln 件に拒否はありませんでした (現在と同じ)。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="58"/>
        <source>Would have refused %1 of %Ln events in the last %2, as many as now.</source>
        <translation>
            <numerusform>この値なら、過去 %2 のイベント %Ln 件中 %1 件を拒否していました (現在と同数)。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="63"/>
        <source>Would have refused %1 more of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>この値なら、過去 %2 のイベント %Ln 件で拒否が %1 件増えていました (実際は %4 件、この値では %3 件)。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="64"/>
        <source>Would have refused %1 fewer of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>この値なら、過去 %2 のイベント %Ln 件で拒否が %1 件減っていました (実際は %4 件、この値では %3 件)。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="70"/>
        <source>That is %1 clients.</source>
        <translation>拒否の対象はクライアント %1 件です。</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="72"/>
        <source>That is %n client(s).</source>
        <translation>
            <numerusform>拒否の対象はクライアント %n 件です。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="74"/>
        <source>Those who were refused may ask more often then.</source>
        <translation>その場合、これまで拒否されていたクライアントの送信が増える可能性があります。</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="84"/>
        <source>%1 at the most in the last %2; %3 would have been full in %4 of %5 looks, one a second.</source>
        <translation>過去 %2 の最大は %1 です。%3 では、毎秒 1 回の観測 %5 回中 %4 回で満杯になっていました。</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="86"/>
        <source>%1 at the most in the last %2, looked at once a second: %3 would never have been full.</source>
        <translation>過去 %2 の最大は %1 です (毎秒 1 回の観測)。%3 で満杯になることはありませんでした。</translation>
    </message>
</context>
<context>
    <name>sluice::console::WindowActions</name>
    <message>
        <location filename="../console/app/windowactions.cpp" line="24"/>
        <source>&amp;Keyboard…</source>
        <translation>キーボード(&amp;K)…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="25"/>
        <source>A&amp;bout…</source>
        <translation>バージョン情報(&amp;B)…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="48"/>
        <source>&amp;Connect to a server…</source>
        <translation>サーバーに接続(&amp;C)…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="49"/>
        <source>&amp;Disconnect</source>
        <translation>切断(&amp;D)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="50"/>
        <source>&amp;Fetch now</source>
        <translation>今すぐ取得(&amp;F)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="51"/>
        <source>&amp;Practice on a built-in incident</source>
        <translation>内蔵インシデントで演習(&amp;P)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="52"/>
        <source>Open sess&amp;ion…</source>
        <translation>セッションを開く(&amp;I)…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="53"/>
        <source>Sa&amp;ve session…</source>
        <translation>セッションを保存(&amp;V)…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="54"/>
        <source>Appl&amp;y pending changes</source>
        <translation>保留中の変更を適用(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="55"/>
        <location filename="../console/app/windowactions.cpp" line="56"/>
        <source>Drain &amp;&amp; shut down…</source>
        <translation>ドレイン &amp;&amp; 停止…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="58"/>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Overview</source>
        <translation>概要(&amp;O)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Co&amp;nnections</source>
        <translation>接続(&amp;N)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Events</source>
        <translation>イベント(&amp;E)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Limits</source>
        <translation>制限(&amp;L)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Confi&amp;g</source>
        <translation>設定(&amp;G)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Live &amp;tap</source>
        <translation>ライブキャプチャ(&amp;T)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Ale&amp;rts</source>
        <translation>アラート(&amp;R)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Audit</source>
        <translation>監査(&amp;A)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Servers</source>
        <translation>サーバー(&amp;S)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="71"/>
        <source>F&amp;ilter</source>
        <translation>フィルター(&amp;I)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="72"/>
        <source>&amp;Command box</source>
        <translation>コマンドボックス(&amp;C)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="73"/>
        <source>Ne&amp;xt pane</source>
        <translation>次のペイン(&amp;X)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="74"/>
        <source>&amp;Previous pane</source>
        <translation>前のペイン(&amp;P)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="75"/>
        <source>&amp;Wall display</source>
        <translation>大画面表示(&amp;W)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="77"/>
        <source>Reset la&amp;yout</source>
        <translation>レイアウトをリセット(&amp;D)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="87"/>
        <source>Last m&amp;inute</source>
        <translation>過去 1 分(&amp;1)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="102"/>
        <source>Set a mar&amp;k</source>
        <translation>マークを追加(&amp;M)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="120"/>
        <source>T&amp;heme</source>
        <translation>テーマ(&amp;M)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="138"/>
        <source>Lang&amp;uage</source>
        <translation>言語(&amp;U)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="198"/>
        <source>Resu&amp;me</source>
        <translation>再開(&amp;P)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="88"/>
        <source>Last &amp;5 minutes</source>
        <translation>過去 5 分(&amp;5)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="89"/>
        <source>Last 1&amp;0 minutes</source>
        <translation>過去 10 分(&amp;0)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="90"/>
        <source>Last &amp;hour</source>
        <translation>過去 1 時間(&amp;H)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="91"/>
        <source>Last &amp;6 hours</source>
        <translation>過去 6 時間(&amp;6)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="98"/>
        <location filename="../console/app/windowactions.cpp" line="198"/>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="100"/>
        <source>Freeze the charts (Space)</source>
        <translation>グラフを一時停止 (Space)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="103"/>
        <source>Chart as &amp;table, or back</source>
        <translation>グラフと表を切り替え(&amp;T)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="104"/>
        <source>&amp;Whole range again</source>
        <translation>時間範囲全体に戻す(&amp;W)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="126"/>
        <source>S&amp;ystem</source>
        <comment>the language of the system</comment>
        <translation>システム(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="128"/>
        <source>Pseudo-language</source>
        <translation>疑似言語</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="156"/>
        <source>&amp;Server</source>
        <translation>サーバー(&amp;S)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="164"/>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="172"/>
        <source>&amp;Charts</source>
        <translation>グラフ(&amp;C)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="178"/>
        <source>&amp;Page</source>
        <translation>ページ(&amp;P)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="179"/>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="227"/>
        <source>Drain and shut down the server</source>
        <translation>サーバーをドレインして停止</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="228"/>
        <source>Drain and shut down the server (%1)</source>
        <translation>サーバーをドレインして停止 (%1)</translation>
    </message>
</context>
</TS>
