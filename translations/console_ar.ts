<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ConfigSetting</name>
    <message>
        <location filename="../console/models/configsetting.cpp" line="88"/>
        <source>on</source>
        <translation>مفعل</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="89"/>
        <source>off</source>
        <translation>معطل</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="113"/>
        <source>text</source>
        <translation>نص</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="110"/>
        <source>texts, separated by commas</source>
        <translation>نصوص مفصولة بفواصل</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="119"/>
        <source>live</source>
        <translation>فوري</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="120"/>
        <source>new connections</source>
        <translation>الاتصالات الجديدة</translation>
    </message>
    <message>
        <location filename="../console/models/configsetting.cpp" line="123"/>
        <source>restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <location filename="../console/models/format.cpp" line="116"/>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="118"/>
        <source>%1 min %2 s</source>
        <translation>%1 د %2 ث</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="120"/>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="121"/>
        <source>%1 d %2:%3</source>
        <translation>%1 ي %2:%3</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="130"/>
        <source>%1 / min</source>
        <translation>%1 / د</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="132"/>
        <source>%1 / s</source>
        <translation>%1 / ث</translation>
    </message>
    <message>
        <location filename="../console/models/format.cpp" line="133"/>
        <source>%1 / %2 s</source>
        <translation>%1 / %2 ث</translation>
    </message>
</context>
<context>
    <name>metric</name>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="27"/>
        <source>Queue, lane high</source>
        <translation>قائمة الانتظار، المسار المرتفع</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="28"/>
        <source>Queue, lane normal</source>
        <translation>قائمة الانتظار، المسار العادي</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="29"/>
        <source>Queue, lane low</source>
        <translation>قائمة الانتظار، المسار المنخفض</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="30"/>
        <source>Queue, all lanes</source>
        <translation>قائمة الانتظار، كل المسارات</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="31"/>
        <source>Events received</source>
        <translation>الأحداث المستلمة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="32"/>
        <source>Events processed</source>
        <translation>الأحداث المعالجة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="33"/>
        <source>Latency p50</source>
        <translation>زمن الاستجابة p50</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="34"/>
        <source>Latency p95</source>
        <translation>زمن الاستجابة p95</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="35"/>
        <source>Latency p99</source>
        <translation>زمن الاستجابة p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="36"/>
        <source>Refused by rate limits</source>
        <translation>المرفوضة بحدود المعدل</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="38"/>
        <source>Refused for want of rights</source>
        <translation>المرفوضة لنقص الصلاحيات</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="40"/>
        <source>Refused as invalid</source>
        <translation>المرفوضة لعدم صحتها</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="41"/>
        <source>Refused for overload</source>
        <translation>المرفوضة للحمل الزائد</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="43"/>
        <source>Events that failed</source>
        <translation>الأحداث الفاشلة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="44"/>
        <source>Events that timed out</source>
        <translation>الأحداث المنتهية مهلتها</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="46"/>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="47"/>
        <source>Connections accepted</source>
        <translation>الاتصالات المقبولة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="49"/>
        <source>Connections closed</source>
        <translation>الاتصالات المغلقة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="50"/>
        <source>Broadcast sends</source>
        <translation>رسائل البث المرسلة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="51"/>
        <source>Broadcasts dropped</source>
        <translation>رسائل البث المسقطة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="53"/>
        <source>Wait in the queue, p99</source>
        <translation>الانتظار في القائمة، p99</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="55"/>
        <source>Workers busy</source>
        <translation>العمال المشغولون</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="56"/>
        <source>Workers stuck</source>
        <translation>العمال العالقون</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="57"/>
        <source>Breakers open</source>
        <translation>قواطع الدائرة المفتوحة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="58"/>
        <source>CPU of the server</source>
        <translation>استهلاك CPU للخادم</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="59"/>
        <source>Memory of the server</source>
        <translation>ذاكرة الخادم</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="60"/>
        <source>Waiting to be sent</source>
        <translation>في انتظار الإرسال</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="61"/>
        <source>Slow clients closed</source>
        <translation>الاتصالات البطيئة المغلقة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="63"/>
        <source>Events with handlers</source>
        <translation>الأحداث لدى المعالجات</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="64"/>
        <source>Users connected</source>
        <translation>المستخدمون المتصلون</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="65"/>
        <source>Connections refused</source>
        <translation>الاتصالات المرفوضة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="67"/>
        <source>TLS handshakes that failed</source>
        <translation>مصافحات TLS الفاشلة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="69"/>
        <source>Tokens refused</source>
        <translation>الرموز المرفوضة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="72"/>
        <source>Closed for protocol errors</source>
        <translation>المغلقة بسبب أخطاء البروتوكول</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="73"/>
        <source>Events that were cancelled</source>
        <translation>الأحداث الملغاة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="75"/>
        <source>Events whose client had gone</source>
        <translation>أحداث غادر عميلها</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="77"/>
        <source>Events given up by a drain</source>
        <translation>أحداث تُركت أثناء التفريغ</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="79"/>
        <source>Refused while draining</source>
        <translation>المرفوضة أثناء التفريغ</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="81"/>
        <source>Would be refused (dry run)</source>
        <translation>كانت ستُرفض (تجربة)</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="83"/>
        <source>Refused for a mute</source>
        <translation>المرفوضة بسبب كتم</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="84"/>
        <source>Accepted under pressure</source>
        <translation>المقبولة تحت الضغط</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="86"/>
        <source>Results that came too late</source>
        <translation>النتائج المتأخرة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="87"/>
        <source>Handlers that threw an error</source>
        <translation>معالجات أطلقت خطأ</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="89"/>
        <source>Broadcasts waiting</source>
        <translation>رسائل البث المنتظرة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="90"/>
        <source>Latency, longest</source>
        <translation>زمن الاستجابة، الأطول</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="91"/>
        <source>Loop lag, worst I/O thread</source>
        <translation>تأخر الحلقة، أسوأ خيط إدخال/إخراج</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="93"/>
        <source>Memory, share of the limit</source>
        <translation>الذاكرة، نسبة من الحد</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="95"/>
        <source>Saves waiting for the database</source>
        <translation>عمليات حفظ تنتظر قاعدة البيانات</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="97"/>
        <source>Lines lost by the log</source>
        <translation>أسطر فقدها السجل</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="98"/>
        <source>Different errors</source>
        <translation>أخطاء مختلفة</translation>
    </message>
    <message>
        <location filename="../console/models/metricinfo.cpp" line="99"/>
        <source>Mutes in force</source>
        <translation>عمليات الكتم السارية</translation>
    </message>
</context>
<context>
    <name>saveFile</name>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="22"/>
        <source>Saved as %1.</source>
        <translation>تم الحفظ باسم ⁨%1⁩.</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="23"/>
        <source>%1 could not be written: %2</source>
        <translation>تعذرت كتابة ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <location filename="../console/widgets/savefile.cpp" line="31"/>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityDelegate</name>
    <message>
        <location filename="../console/pages/activitydelegate.cpp" line="70"/>
        <location filename="../console/pages/activitydelegate.cpp" line="100"/>
        <source>undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityFeed</name>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="115"/>
        <location filename="../console/pages/activityfeed.cpp" line="131"/>
        <source>Activity</source>
        <translation>النشاط</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="122"/>
        <source>Kinds of activity</source>
        <translation>أنواع النشاط</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="123"/>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="124"/>
        <source>Alerts</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="125"/>
        <source>Configuration</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="126"/>
        <source>Server and link</source>
        <translation>الخادم والاتصال به</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="127"/>
        <source>Mutes and kicks</source>
        <translation>الكتم وقطع الاتصال</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="133"/>
        <source>Open audit log</source>
        <translation>فتح سجل التدقيق</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="201"/>
        <source>Nothing has happened yet. Changes of the configuration, drains, mutes, alerts and restarts will be listed here.</source>
        <translation>لم يحدث شيء بعد. ستُدرج هنا تغييرات الإعدادات وعمليات التفريغ والكتم والتنبيهات وإعادات التشغيل.</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="203"/>
        <source>Nothing of this kind has happened. Choose “All” to see the rest.</source>
        <translation>لم يحدث شيء من هذا النوع. اختر «الكل» لرؤية الباقي.</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="215"/>
        <source>Show on the charts</source>
        <translation>إظهار على المخططات</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="217"/>
        <source>Undo: lift the mute</source>
        <translation>تراجع: رفع الكتم</translation>
    </message>
    <message>
        <location filename="../console/pages/activityfeed.cpp" line="218"/>
        <source>Undo: put the values before into Pending changes</source>
        <translation>تراجع: وضع القيم السابقة ضمن التغييرات المعلقة</translation>
    </message>
</context>
<context>
    <name>sluice::console::ActivityLog</name>
    <message>
        <location filename="../console/models/activitylog.cpp" line="136"/>
        <source>Server started</source>
        <translation>بدأ تشغيل الخادم</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="137"/>
        <source>Configuration revision %1</source>
        <translation>مراجعة الإعدادات رقم %1</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="138"/>
        <source>Drain began</source>
        <translation>بدأ التفريغ</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="139"/>
        <source>Drain ended</source>
        <translation>انتهى التفريغ</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="140"/>
        <source>Drain taken back, serving again</source>
        <translation>ألغي التفريغ، والخادم يستقبل مجددا</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="142"/>
        <source>Overloaded: work is refused</source>
        <translation>حمل زائد: يجري رفض العمل</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="145"/>
        <source>No longer overloaded</source>
        <translation>زال الحمل الزائد</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="146"/>
        <source>%1 muted</source>
        <comment>a client</comment>
        <translation>تم كتم %1</translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="147"/>
        <source>Mute of %1 lifted</source>
        <translation>رُفع كتم %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="149"/>
        <source>%n connection(s) closed by an operator</source>
        <translation>
            <numerusform>الاتصالات التي أغلقها مشغّل: %n</numerusform>
            <numerusform>الاتصالات التي أغلقها مشغّل: %n</numerusform>
            <numerusform>الاتصالات التي أغلقها مشغّل: %n</numerusform>
            <numerusform>الاتصالات التي أغلقها مشغّل: %n</numerusform>
            <numerusform>الاتصالات التي أغلقها مشغّل: %n</numerusform>
            <numerusform>الاتصالات التي أغلقها مشغّل: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="183"/>
        <source>takes back revision %1</source>
        <translation>تراجع عن المراجعة %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/activitylog.cpp" line="190"/>
        <source>%n setting(s) changed</source>
        <translation>
            <numerusform>لم يتغير أي إعداد</numerusform>
            <numerusform>تغير إعداد واحد</numerusform>
            <numerusform>تغير إعدادان</numerusform>
            <numerusform>تغيرت %n إعدادات</numerusform>
            <numerusform>تغير %n إعدادا</numerusform>
            <numerusform>تغير %n إعداد</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/activitylog.cpp" line="191"/>
        <source>%1 more</source>
        <translation>و%1 غيرها</translation>
    </message>
</context>
<context>
    <name>sluice::console::AdminClient</name>
    <message>
        <location filename="../console/client/adminclient.cpp" line="207"/>
        <source>The server speaks admin protocol %1, this console %2.</source>
        <translation>يستخدم الخادم بروتوكول الإدارة %1، وتستخدم وحدة التحكم هذه %2.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="297"/>
        <source>No answer within %1 s.</source>
        <translation>لا رد خلال %1 ث.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="303"/>
        <source>Nothing was heard for %1 s.</source>
        <translation>لم يصل أي شيء منذ %1 ث.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="364"/>
        <source>There is no link to the server.</source>
        <translation>لا يوجد اتصال بالخادم.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="381"/>
        <source>The server did not answer in time.</source>
        <translation>لم يرد الخادم في الوقت المحدد.</translation>
    </message>
    <message>
        <location filename="../console/client/adminclient.cpp" line="421"/>
        <source>The link to the server was lost before it answered.</source>
        <translation>انقطع الاتصال بالخادم قبل أن يرد.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="23"/>
        <source>silenced until %1</source>
        <translation>مكتوم حتى %1</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>■ critical</source>
        <translation>■ حرج</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="29"/>
        <source>▲ warning</source>
        <translation>▲ تحذير</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="87"/>
        <source>over</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="89"/>
        <source>active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="97"/>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="98"/>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="99"/>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="100"/>
        <source>At worst</source>
        <translation>الأسوأ</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="101"/>
        <source>Began</source>
        <translation>البداية</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="102"/>
        <source>Lasts</source>
        <translation>المدة</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="103"/>
        <source>State</source>
        <translation>الحالة</translation>
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
        <translation>%1: عودة إلى ما دون %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="201"/>
        <source>%1 back over %2</source>
        <translation>%1: عودة إلى ما فوق %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertmonitor.cpp" line="203"/>
        <source>lasted %1, at worst %2</source>
        <translation>دام %1، وأسوأ قيمة %2</translation>
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
        <translation>%1 أعلى من %2 لمدة %3 ث</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="38"/>
        <source>%1 below %2 for %3 s</source>
        <translation>%1 أقل من %2 لمدة %3 ث</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 above %2</source>
        <translation>%1 أعلى من %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="39"/>
        <source>%1 below %2</source>
        <translation>%1 أقل من %2</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="92"/>
        <source>Age of the last sample</source>
        <translation>عمر آخر عينة</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="93"/>
        <source>Events received, of one type</source>
        <translation>الأحداث المستلمة، لنوع واحد</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="94"/>
        <source>Latency p99, of one type</source>
        <translation>زمن الاستجابة p99، لنوع واحد</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="95"/>
        <source>Failures, of one type</source>
        <translation>الفشل، لنوع واحد</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="96"/>
        <source>Time-outs, of one type</source>
        <translation>انتهاء المهلة، لنوع واحد</translation>
    </message>
    <message>
        <location filename="../console/models/alertrule.cpp" line="97"/>
        <source>Rate-limit hits, of one type</source>
        <translation>تجاوز حد المعدل، لنوع واحد</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleDialog</name>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>New alert rule</source>
        <translation>قاعدة تنبيه جديدة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="43"/>
        <source>Change alert rule</source>
        <translation>تغيير قاعدة التنبيه</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="48"/>
        <source>Event type</source>
        <translation>نوع الحدث</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="54"/>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> ث</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="68"/>
        <source>&amp;What</source>
        <translation>الم&amp;قياس</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="69"/>
        <source>&amp;Event type</source>
        <translation>&amp;نوع الحدث</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="70"/>
        <source>&amp;Comparison</source>
        <translation>المقا&amp;رنة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="71"/>
        <source>&amp;Bound</source>
        <translation>ال&amp;عتبة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="73"/>
        <source>&amp;For at least</source>
        <translation>ل&amp;مدة لا تقل عن</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="74"/>
        <source>&amp;Severity</source>
        <translation>ال&amp;خطورة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Add rule</source>
        <translation>إضافة القاعدة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="77"/>
        <source>Save rule</source>
        <translation>حفظ القاعدة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="75"/>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="102"/>
        <source>above</source>
        <translation>أعلى من</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="103"/>
        <source>below</source>
        <translation>أقل من</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="107"/>
        <source>▲ warning</source>
        <translation>▲ تحذير</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="108"/>
        <source>■ critical</source>
        <translation>■ حرج</translation>
    </message>
    <message>
        <location filename="../console/dialogs/alertruledialog.cpp" line="134"/>
        <source>It is %1 now.</source>
        <translation>القيمة الآن %1.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertRuleList</name>
    <message>
        <location filename="../console/models/alertlists.cpp" line="171"/>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="172"/>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <location filename="../console/models/alertlists.cpp" line="173"/>
        <source>Silence</source>
        <translation>الكتم</translation>
    </message>
</context>
<context>
    <name>sluice::console::AlertsPage</name>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="49"/>
        <source>Alerts</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="50"/>
        <location filename="../console/pages/alertspage.cpp" line="137"/>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="107"/>
        <source>Show on the charts</source>
        <translation>إظهار على المخططات</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="109"/>
        <source>Silence 10 min</source>
        <translation>كتم 10 د</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="111"/>
        <source>Silence 1 h</source>
        <translation>كتم 1 س</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="113"/>
        <source>End silence</source>
        <translation>إنهاء الكتم</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="115"/>
        <source>Nothing holds and nothing held since this console watches. The rules below say what would.</source>
        <translation>لا يوجد تنبيه الآن، ولم يحدث أي تنبيه منذ بدأت وحدة التحكم هذه المراقبة. تبين القواعد أدناه ما يطلق التنبيه.</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="118"/>
        <source>Active and past</source>
        <translation>النشطة والسابقة</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="123"/>
        <source>Add rule…</source>
        <translation>إضافة قاعدة…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="124"/>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="129"/>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <location filename="../console/pages/alertspage.cpp" line="134"/>
        <source>Rules are this operator&apos;s own and kept for each server. They are watched while this console runs.</source>
        <translation>القواعد خاصة بهذا المشغل وتحفظ لكل خادم على حدة. وتتم مراقبتها ما دامت وحدة التحكم هذه قيد التشغيل.</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditDetails</name>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="45"/>
        <source>What the entry changed</source>
        <translation>ما غيره الإدخال</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="65"/>
        <source>No entry selected</source>
        <translation>لم يتم تحديد أي إدخال</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="66"/>
        <source>Select a row to see each value before and after. Nobody can change this log.</source>
        <translation>حدد صفا لرؤية كل قيمة قبل التغيير وبعده. لا يمكن لأحد تعديل هذا السجل.</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="70"/>
        <source>%1 · %2 (%3) · %4</source>
        <translation>%1 · ⁨%2⁩ (⁨%3⁩) · ⁨%4⁩</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="74"/>
        <source>Result: %1</source>
        <translation>النتيجة: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="76"/>
        <source>Affected: %1</source>
        <translation>عدد المتأثرة: %1</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>No reason was given.</source>
        <translation>لم يذكر أي سبب.</translation>
    </message>
    <message>
        <location filename="../console/pages/auditdetails.cpp" line="78"/>
        <source>Reason: %1</source>
        <translation>السبب: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditList</name>
    <message>
        <location filename="../console/models/auditlist.cpp" line="44"/>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="45"/>
        <source>Who</source>
        <translation>المشغل</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="51"/>
        <source>From</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="56"/>
        <source>What</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="62"/>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="67"/>
        <source>Affected</source>
        <translation>المتأثرة</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="68"/>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <location filename="../console/models/auditlist.cpp" line="73"/>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>sluice::console::AuditPage</name>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter: any text of an entry   ( / )</source>
        <translation>تصفية: أي نص في الإدخال   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="24"/>
        <source>Filter the audit log</source>
        <translation>تصفية سجل التدقيق</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="25"/>
        <source>Audit log</source>
        <translation>سجل التدقيق</translation>
    </message>
    <message>
        <location filename="../console/pages/auditpage.cpp" line="30"/>
        <source>No operator has done anything on this server yet.</source>
        <translation>لم ينفذ أي مشغل شيئا على هذا الخادم بعد.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartAxes</name>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="58"/>
        <source>now</source>
        <comment>right end of a time axis</comment>
        <translation>الآن</translation>
    </message>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="60"/>
        <source>−%1 h</source>
        <comment>hours ago on a time axis</comment>
        <translation>⁦−%1⁩ س</translation>
    </message>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="62"/>
        <source>−%1 m</source>
        <comment>minutes ago on a time axis</comment>
        <translation>⁦−%1⁩ د</translation>
    </message>
    <message>
        <location filename="../console/charts/chartaxes.cpp" line="63"/>
        <source>−%1 s</source>
        <comment>seconds ago on a time axis</comment>
        <translation>⁦−%1⁩ ث</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartCard</name>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="142"/>
        <source>Menu of the chart %1</source>
        <translation>قائمة المخطط %1</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="143"/>
        <source>What can be done with this chart</source>
        <translation>ما يمكن فعله بهذا المخطط</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="205"/>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as &amp;table</source>
        <translation>عرض ك&amp;جدول</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="206"/>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>&amp;Enlarge</source>
        <translation>ت&amp;كبير</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="208"/>
        <source>&amp;Copy value</source>
        <translation>نسخ ال&amp;قيمة</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="210"/>
        <source>Copy &amp;image</source>
        <translation>نسخ ال&amp;صورة</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="212"/>
        <source>&amp;Save as PNG…</source>
        <translation>&amp;حفظ بصيغة PNG…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="213"/>
        <source>Export as CS&amp;V…</source>
        <translation>&amp;تصدير بصيغة CSV…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="215"/>
        <source>&amp;Alert on this…</source>
        <translation>تن&amp;بيه على هذا…</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="228"/>
        <source>View as c&amp;hart</source>
        <translation>عرض كم&amp;خطط</translation>
    </message>
    <message>
        <location filename="../console/charts/chartcard.cpp" line="244"/>
        <source>All charts again</source>
        <translation>كل المخططات مجددا</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartPainter</name>
    <message>
        <location filename="../console/charts/chartpainter.cpp" line="61"/>
        <source>no data %1</source>
        <translation>لا بيانات %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ChartTable</name>
    <message>
        <location filename="../console/charts/charttable.cpp" line="93"/>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../console/charts/charttable.cpp" line="94"/>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
</context>
<context>
    <name>sluice::console::ColumnMenu</name>
    <message>
        <location filename="../console/widgets/columnmenu.cpp" line="39"/>
        <source>Show all columns</source>
        <translation>إظهار كل الأعمدة</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandBox</name>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="27"/>
        <source>Search or run…   Ctrl+K</source>
        <translation>بحث أو تنفيذ…   Ctrl+K</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="28"/>
        <source>Command: search pages, settings and actions</source>
        <translation>أمر: البحث في الصفحات والإعدادات والإجراءات</translation>
    </message>
    <message>
        <location filename="../console/widgets/commandbox.cpp" line="32"/>
        <source>What can be run</source>
        <translation>ما يمكن تنفيذه</translation>
    </message>
</context>
<context>
    <name>sluice::console::CommandLine</name>
    <message>
        <location filename="../console/app/commandline.cpp" line="30"/>
        <source>The operator console of the Sluice event server.</source>
        <translation>وحدة تحكم المشغل لخادم الأحداث Sluice.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="31"/>
        <source>Host of the admin socket.</source>
        <translation>مضيف مقبس الإدارة.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="32"/>
        <source>Port of the admin socket (7601).</source>
        <translation>منفذ مقبس الإدارة (7601).</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="33"/>
        <source>Token; visible to other users of this machine, prefer a file.</source>
        <translation>رمز الوصول؛ يراه المستخدمون الآخرون لهذا الجهاز، والأفضل استخدام ملف.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="35"/>
        <source>File with the token in its first line.</source>
        <translation>ملف يحوي رمز الوصول في سطره الأول.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="36"/>
        <source>Connect with TLS.</source>
        <translation>الاتصال عبر TLS.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="38"/>
        <source>development, staging or production; colours the window.</source>
        <translation>البيئة: development أو staging أو production؛ تحدد لون النافذة.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="39"/>
        <source>Plays what is built in, without a server: incident.</source>
        <translation>تشغيل عرض مدمج من دون خادم: incident.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="41"/>
        <source>Language of this run: system, %1 or pseudo.</source>
        <translation>لغة هذا التشغيل: system أو إحدى ⁦%1⁩ أو pseudo.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="42"/>
        <source>Opens a saved session, without a server.</source>
        <translation>فتح جلسة محفوظة من دون خادم.</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="61"/>
        <source>Unexpected argument: %1</source>
        <translation>وسيطة غير متوقعة: ⁦%1⁩</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="63"/>
        <source>--demo knows only incident, not %1</source>
        <translation>لا يعرف الخيار ⁦--demo⁩ سوى incident، وليس ⁦%1⁩</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="67"/>
        <source>--session needs the name of a file</source>
        <translation>يحتاج الخيار ⁦--session⁩ إلى اسم ملف</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="69"/>
        <source>--demo and --session exclude each other</source>
        <translation>لا يمكن الجمع بين الخيارين ⁦--demo⁩ و⁦--session⁩</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="76"/>
        <source>--port must be 1 to 65535, not %1</source>
        <translation>يجب أن تكون قيمة ⁦--port⁩ من 1 إلى 65535، وليس ⁦%1⁩</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="88"/>
        <source>--environment must be development, staging or production, not %1</source>
        <translation>يجب أن تكون قيمة ⁦--environment⁩ هي development أو staging أو production، وليس ⁦%1⁩</translation>
    </message>
    <message>
        <location filename="../console/app/commandline.cpp" line="95"/>
        <source>--language must be system, %1 or pseudo, not %2</source>
        <translation>يجب أن تكون قيمة ⁦--language⁩ هي system أو إحدى ⁦%1⁩ أو pseudo، وليس ⁦%2⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::Comparison</name>
    <message>
        <location filename="../console/pages/comparison.cpp" line="92"/>
        <source>What is compared</source>
        <translation>معيار المقارنة</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="98"/>
        <source>Servers compared</source>
        <translation>مقارنة الخوادم</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="143"/>
        <source>Tick two or more servers to see them on one axis.</source>
        <translation>حدد خادمين أو أكثر لعرضها على محور واحد.</translation>
    </message>
    <message>
        <location filename="../console/pages/comparison.cpp" line="144"/>
        <source>Each line ends at its own server&apos;s now.</source>
        <translation>ينتهي كل خط عند «الآن» بتوقيت خادمه.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigModel</name>
    <message>
        <location filename="../console/models/configmodel.cpp" line="286"/>
        <source>general</source>
        <translation>عام</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="84"/>
        <source>live, by %1</source>
        <translation>مباشرة، بواسطة ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>changed by someone else meanwhile</source>
        <translation>غيره شخص آخر في هذه الأثناء</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="313"/>
        <source>not applied yet</source>
        <translation>لم يتم تطبيقه بعد</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="353"/>
        <source>Setting</source>
        <translation>الإعداد</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="354"/>
        <source>Running</source>
        <translation>القيمة الحالية</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="355"/>
        <source>New value</source>
        <translation>القيمة الجديدة</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="356"/>
        <source>Allowed</source>
        <translation>المسموح</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="357"/>
        <source>Takes effect</source>
        <translation>السريان</translation>
    </message>
    <message>
        <location filename="../console/models/configmodel.cpp" line="358"/>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfigPage</name>
    <message>
        <location filename="../console/pages/configpage.cpp" line="33"/>
        <source>only changed from default</source>
        <translation>المختلفة عن الافتراضي فقط</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="42"/>
        <source>Filter settings…   (Ctrl+F)</source>
        <translation>تصفية الإعدادات…   (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="43"/>
        <source>Filter settings</source>
        <translation>تصفية الإعدادات</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="80"/>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="190"/>
        <source>Roll back revision %1</source>
        <translation>التراجع عن المراجعة %1</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="191"/>
        <source>Roll back revision %1: %2</source>
        <translation>التراجع عن المراجعة %1: %2</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="199"/>
        <source>No setting selected</source>
        <translation>لم يتم تحديد أي إعداد</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="200"/>
        <source>Select a setting to read what it bounds and what happens at the bound.</source>
        <translation>حدد إعدادا لقراءة ما يحده وما يحدث عند بلوغ الحد.</translation>
    </message>
    <message>
        <location filename="../console/pages/configpage.cpp" line="207"/>
        <source>Running %1   ·   File %2   ·   Default %3   ·   Source: %4</source>
        <translation>الحالية ⁨%1⁩   ·   الملف ⁨%2⁩   ·   الافتراضي ⁨%3⁩   ·   المصدر: ⁨%4⁩</translation>
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
        <translation>القيمة الجديدة للإعداد %1، المسموح: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConfirmDialog</name>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="36"/>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="66"/>
        <source>kept in the audit log</source>
        <translation>يحفظ في سجل التدقيق</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: required, %1</source>
        <translation>ال&amp;سبب: إلزامي، %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="68"/>
        <source>&amp;Reason: %1</source>
        <translation>ال&amp;سبب: %1</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="149"/>
        <source>&amp;Type %1 to confirm</source>
        <translation>ا&amp;كتب %1 للتأكيد</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="147"/>
        <source>The server is counting…</source>
        <translation>الخادم يحصي العدد…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/confirmdialog.cpp" line="128"/>
        <source>Nothing was done: there are %Ln now, no longer %1. Look again, and type the new number.</source>
        <translation>
            <numerusform>لم يتم تنفيذ أي شيء: العدد الآن %Ln ولم يعد %1. تحقق مجددا واكتب العدد الجديد.</numerusform>
            <numerusform>لم يتم تنفيذ أي شيء: العدد الآن %Ln ولم يعد %1. تحقق مجددا واكتب العدد الجديد.</numerusform>
            <numerusform>لم يتم تنفيذ أي شيء: العدد الآن %Ln ولم يعد %1. تحقق مجددا واكتب العدد الجديد.</numerusform>
            <numerusform>لم يتم تنفيذ أي شيء: العدد الآن %Ln ولم يعد %1. تحقق مجددا واكتب العدد الجديد.</numerusform>
            <numerusform>لم يتم تنفيذ أي شيء: العدد الآن %Ln ولم يعد %1. تحقق مجددا واكتب العدد الجديد.</numerusform>
            <numerusform>لم يتم تنفيذ أي شيء: العدد الآن %Ln ولم يعد %1. تحقق مجددا واكتب العدد الجديد.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="150"/>
        <source>&amp;Type %1 to confirm, %2</source>
        <translation>ا&amp;كتب %1 (⁨%2⁩) للتأكيد</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="156"/>
        <source>Type the number first.</source>
        <translation>اكتب العدد أولا.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/confirmdialog.cpp" line="157"/>
        <source>A reason is required.</source>
        <translation>السبب إلزامي.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConflictDialog</name>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="32"/>
        <source>Keep these choices</source>
        <translation>تأكيد هذه الاختيارات</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="36"/>
        <source>Changed by someone else meanwhile</source>
        <translation>عدلها شخص آخر في هذه الأثناء</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="38"/>
        <source>These settings are no longer what they were when you edited them. Choose for each; nothing is applied before you say so.</source>
        <translation>تغيرت هذه الإعدادات منذ أن عدلتها. اختر لكل منها؛ لا يطبق شيء قبل أن تطلب ذلك.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="45"/>
        <source>Keep all mine</source>
        <translation>إبقاء كل قيمي</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="46"/>
        <source>Take all theirs</source>
        <translation>اعتماد كل القيم الأخرى</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="47"/>
        <source>Decide later</source>
        <translation>القرار لاحقا</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Setting</source>
        <translation>الإعداد</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Mine</source>
        <translation>قيمتي</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Theirs, running now</source>
        <translation>القيمة الأخرى، السارية الآن</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="103"/>
        <source>Base, before both</source>
        <translation>الأساس، قبل التغييرين</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="126"/>
        <source>Keep mine</source>
        <translation>إبقاء قيمتي</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="127"/>
        <source>Take theirs</source>
        <translation>اعتماد القيمة الأخرى</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="130"/>
        <source>Keep mine for %1</source>
        <translation>إبقاء قيمتي للإعداد ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="131"/>
        <source>Take theirs for %1</source>
        <translation>اعتماد القيمة الأخرى للإعداد ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/conflictdialog.cpp" line="160"/>
        <source>Choose for each setting first.</source>
        <translation>اختر لكل إعداد أولا.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectDialog</name>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="38"/>
        <source>Browse…</source>
        <translation>استعراض…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="39"/>
        <source>Connect with T&amp;LS</source>
        <translation>الات&amp;صال عبر TLS</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="45"/>
        <source>Trust this certificate and connect</source>
        <translation>الوثوق بهذه الشهادة والاتصال</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="46"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="241"/>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="47"/>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="50"/>
        <location filename="../console/dialogs/connectdialog.cpp" line="92"/>
        <source>Connect to a server</source>
        <translation>الاتصال بخادم</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="57"/>
        <source>for this session only, never stored</source>
        <translation>لهذه الجلسة فقط، ولا يتم تخزينه أبدا</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="58"/>
        <source>admin.token in the server&apos;s state directory</source>
        <translation>الملف admin.token في مجلد حالة الخادم</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="59"/>
        <source>Not named</source>
        <translation>من دون اسم</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="60"/>
        <source>Development</source>
        <translation>التطوير</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="61"/>
        <source>Staging</source>
        <translation>ما قبل الإنتاج</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="62"/>
        <source>Production</source>
        <translation>الإنتاج</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="95"/>
        <source>The admin socket of sluiced. It listens on loopback unless configured otherwise.</source>
        <translation>مقبس إدارة sluiced. يستمع على واجهة الاسترجاع (loopback) ما لم يضبط على غير ذلك.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="101"/>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="106"/>
        <source>Browse for a token file</source>
        <translation>اختيار ملف رمز الوصول</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="111"/>
        <source>&amp;Host and port</source>
        <translation>ال&amp;مضيف والمنفذ</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="112"/>
        <source>Token &amp;file</source>
        <translation>مل&amp;ف رمز الوصول</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="113"/>
        <source>or &amp;token</source>
        <translation>أو &amp;رمز الوصول</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="115"/>
        <source>&amp;Environment</source>
        <translation>ال&amp;بيئة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="129"/>
        <source>Try a built-in incident</source>
        <translation>تجربة حادثة مدمجة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="153"/>
        <source>beside the system&apos;s; not needed for most</source>
        <translation>إضافة إلى سلطات النظام؛ لا حاجة إليها غالبا</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="154"/>
        <source>only if the server asks for one</source>
        <translation>فقط إذا طلب الخادم شهادة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="155"/>
        <source>if it is not in the certificate&apos;s file</source>
        <translation>إذا لم يكن في ملف الشهادة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="156"/>
        <source>&amp;Authorities (PEM file)</source>
        <translation>سل&amp;طات التصديق (ملف PEM)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="157"/>
        <source>Own &amp;certificate (PEM file)</source>
        <translation>&amp;شهادتك (ملف PEM)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="158"/>
        <source>Own &amp;key (PEM file)</source>
        <translation>مفتا&amp;حك (ملف PEM)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="195"/>
        <source>Token file</source>
        <translation>ملف رمز الوصول</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="204"/>
        <source>Enter the host name or address of the server.</source>
        <translation>أدخل اسم مضيف الخادم أو عنوانه.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="209"/>
        <source>Enter a token or choose a token file that is not empty.</source>
        <translation>أدخل رمز وصول أو اختر ملف رمز وصول غير فارغ.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="210"/>
        <source>The token file cannot be read. %1</source>
        <translation>تتعذر قراءة ملف رمز الوصول. ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="215"/>
        <source>A file for TLS cannot be used. %1</source>
        <translation>يتعذر استخدام أحد ملفات TLS. ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="239"/>
        <source>Connecting…</source>
        <translation>جار الاتصال…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="240"/>
        <source>Signing in…</source>
        <translation>جار تسجيل الدخول…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="270"/>
        <source>Nothing listens at %1. Is the server running, and is this its admin port?</source>
        <translation>لا شيء يستمع على ⁦%1⁩. هل الخادم قيد التشغيل، وهل هذا منفذ إدارته؟</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="271"/>
        <source>The name %1 is not known.</source>
        <translation>الاسم ⁦%1⁩ غير معروف.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="272"/>
        <source>%1 does not answer. %2</source>
        <translation>⁦%1⁩ لا يستجيب. ⁨%2⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="274"/>
        <source>The server does not know this token. It is in admin.token in the server&apos;s state directory.</source>
        <translation>لا يعرف الخادم رمز الوصول هذا. تجده في الملف admin.token في مجلد حالة الخادم.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="275"/>
        <source>This token&apos;s role may not use the console. %1</source>
        <translation>دور رمز الوصول هذا لا يسمح باستخدام وحدة التحكم. ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="277"/>
        <source>This server and this console do not fit together. %1</source>
        <translation>هذا الخادم ووحدة التحكم هذه غير متوافقين. ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="279"/>
        <source>The server closed the link. %1</source>
        <translation>أغلق الخادم الاتصال. ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="281"/>
        <source>Nobody this computer trusts vouches for the server&apos;s certificate: %1. Its SHA-256 fingerprint is
%2
Compare it with the server&apos;s own before you trust it.</source>
        <translation>لا توجد جهة يثق بها هذا الجهاز تضمن شهادة الخادم: ⁨%1⁩. بصمتها ⁦SHA-256⁩ هي
⁦%2⁩
قارنها ببصمة الخادم نفسه قبل أن تثق بها.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="285"/>
        <source>The server shows another certificate than the one that was confirmed here. Somebody may be in between. Confirmed:
%1
Shown now:
%2</source>
        <translation>يعرض الخادم شهادة غير التي تم تأكيدها هنا. قد يكون هناك من يعترض الاتصال. الشهادة المؤكدة:
⁦%1⁩
المعروضة الآن:
⁦%2⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="289"/>
        <source>The server wants to see a certificate of one of its own authorities. %1</source>
        <translation>يطلب الخادم شهادة من إحدى سلطات التصديق التي يعتمدها. ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/connectdialog.cpp" line="293"/>
        <source>There is no link to %1. %2</source>
        <translation>لا يوجد اتصال بالخادم ⁦%1⁩. ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionDetails</name>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="44"/>
        <source>Last events</source>
        <translation>آخر الأحداث</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="45"/>
        <source>Last events of this connection</source>
        <translation>آخر أحداث هذا الاتصال</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="73"/>
        <source>No event of this connection is remembered.</source>
        <translation>لا يوجد حدث محفوظ لهذا الاتصال.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="93"/>
        <source>Tap events</source>
        <translation>التقاط الأحداث</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="95"/>
        <source>Send notice…</source>
        <translation>إرسال إشعار…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="97"/>
        <source>Mute</source>
        <translation>كتم</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="100"/>
        <source>Revoke tokens…</source>
        <translation>إبطال رموز الوصول…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="102"/>
        <source>Disconnect…</source>
        <translation>قطع الاتصال…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/connectiondetails.cpp" line="130"/>
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>لمدة %n دقيقة</numerusform>
            <numerusform>لمدة دقيقة واحدة</numerusform>
            <numerusform>لمدة دقيقتين</numerusform>
            <numerusform>لمدة %n دقائق</numerusform>
            <numerusform>لمدة %n دقيقة</numerusform>
            <numerusform>لمدة %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="131"/>
        <source>For a day</source>
        <translation>لمدة يوم</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="138"/>
        <source>connection %1</source>
        <translation>الاتصال %1</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="153"/>
        <source>No connection selected</source>
        <translation>لم يتم تحديد أي اتصال</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="154"/>
        <source>Select a row to see what is known of it, its last events, and what can be done.</source>
        <translation>حدد صفا لرؤية ما يعرف عن الاتصال وآخر أحداثه وما يمكن فعله.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="198"/>
        <source>○ gone</source>
        <translation>○ انتهى</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="216"/>
        <source>no TLS</source>
        <translation>من دون TLS</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="221"/>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="222"/>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="223"/>
        <source>Age</source>
        <translation>العمر</translation>
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
        <translation>لم يتم قياسه بعد</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="227"/>
        <source>Events in</source>
        <translation>الأحداث الواردة</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="228"/>
        <source>%1, now %2/s</source>
        <translation>%1، الآن %2/ث</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="230"/>
        <source>Refused</source>
        <translation>المرفوضة</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="231"/>
        <source>%1, of these %2 by a rate limit</source>
        <translation>%1، منها %2 بحد المعدل</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="232"/>
        <source>Send buffer</source>
        <translation>مخزن الإرسال</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="233"/>
        <source>I/O thread</source>
        <translation>خيط I/O</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="234"/>
        <source>Origin</source>
        <translation>المنشأ</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="262"/>
        <source>This connection is gone.</source>
        <translation>انتهى هذا الاتصال.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="269"/>
        <source>Notices go to users, and this one has not signed in.</source>
        <translation>تصل الإشعارات إلى المستخدمين، وهذا العميل لم يسجل الدخول.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectiondetails.cpp" line="271"/>
        <source>This one has not signed in with a token.</source>
        <translation>لم يسجل هذا العميل الدخول برمز وصول.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionLists</name>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="54"/>
        <source>client</source>
        <translation>العميل</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="69"/>
        <location filename="../console/models/connectionlists.cpp" line="141"/>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="75"/>
        <location filename="../console/models/connectionlists.cpp" line="147"/>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="81"/>
        <location filename="../console/models/connectionlists.cpp" line="152"/>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="86"/>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="91"/>
        <source>RTT ms</source>
        <translation>RTT ms</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="92"/>
        <source>In /s</source>
        <translation>وارد /ث</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="97"/>
        <location filename="../console/models/connectionlists.cpp" line="162"/>
        <source>Received</source>
        <translation>المستلمة</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="102"/>
        <source>Limited</source>
        <translation>المقيدة</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="108"/>
        <source>Buffer</source>
        <translation>المخزن المؤقت</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="116"/>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="137"/>
        <source>Closed</source>
        <translation>الإغلاق</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="157"/>
        <source>Lasted</source>
        <translation>المدة</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="167"/>
        <source>Refused</source>
        <translation>المرفوضة</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="173"/>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="178"/>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="179"/>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="200"/>
        <source>(not signed in)</source>
        <translation>(لم يسجل الدخول)</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="212"/>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="214"/>
        <source>slow</source>
        <translation>بطيء</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="216"/>
        <source>anonymous</source>
        <translation>مجهول</translation>
    </message>
    <message>
        <location filename="../console/models/connectionlists.cpp" line="217"/>
        <source>closing</source>
        <translation>قيد الإغلاق</translation>
    </message>
</context>
<context>
    <name>sluice::console::ConnectionsPage</name>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter: role:guest rtt&gt;100 state:slow user:u-44*   ( / )</source>
        <translation>تصفية: ⁦role:guest rtt&gt;100 state:slow user:u-44*⁩   ( / )</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="34"/>
        <source>Filter connections</source>
        <translation>تصفية الاتصالات</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="41"/>
        <source>Open connections</source>
        <translation>الاتصالات المفتوحة</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="42"/>
        <source>Recently closed connections</source>
        <translation>الاتصالات المغلقة حديثا</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="51"/>
        <source>Nobody is connected. Clients appear here as soon as they are.</source>
        <translation>لا يوجد أي عميل متصل. يظهر العملاء هنا فور اتصالهم.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="52"/>
        <source>No connection has ended in the last 10 minutes.</source>
        <translation>لم ينته أي اتصال خلال آخر 10 دقائق.</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="64"/>
        <source>Tap the selected connection</source>
        <translation>التقاط أحداث الاتصال المحدد</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="69"/>
        <source>Disconnect…</source>
        <translation>قطع الاتصال…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="84"/>
        <source>Disconnect all that match…</source>
        <translation>قطع كل الاتصالات المطابقة…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="104"/>
        <source>Which connections</source>
        <translation>أي الاتصالات</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="107"/>
        <source>Open</source>
        <translation>المفتوحة</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="108"/>
        <source>Recently closed</source>
        <translation>المغلقة حديثا</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="109"/>
        <source>Those of the last 10 minutes, with the reason</source>
        <translation>المغلقة خلال آخر 10 دقائق، مع السبب</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all %1…</source>
        <translation>إجراء على الكل (%1)…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="221"/>
        <source>Act on all…</source>
        <translation>إجراء على الكل…</translation>
    </message>
    <message>
        <location filename="../console/pages/connectionspage.cpp" line="238"/>
        <source>connection %1</source>
        <translation>الاتصال %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::DisconnectFlow</name>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="47"/>
        <source>%1?</source>
        <comment>the question before it is done: “Disconnect 5 clients?”</comment>
        <translation>%1؟</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="29"/>
        <source>Disconnect %n client(s)</source>
        <translation>
            <numerusform>قطع اتصال %n عميل</numerusform>
            <numerusform>قطع اتصال عميل واحد</numerusform>
            <numerusform>قطع اتصال عميلين</numerusform>
            <numerusform>قطع اتصال %n عملاء</numerusform>
            <numerusform>قطع اتصال %n عميلا</numerusform>
            <numerusform>قطع اتصال %n عميل</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="34"/>
        <source>Disconnect %1?</source>
        <translation>قطع اتصال ⁨%1⁩؟</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="35"/>
        <source>Connection %1 is closed. Its client may come back at once.</source>
        <translation>سيتم إغلاق الاتصال %1. قد يعود عميله فورا.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="36"/>
        <source>Disconnect %1</source>
        <translation>قطع اتصال ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="49"/>
        <source>These connections are closed, whatever becomes of the list meanwhile. Their clients may come back at once.</source>
        <translation>سيتم إغلاق هذه الاتصالات، مهما تغيرت القائمة في هذه الأثناء. قد يعود عملاؤها فورا.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="59"/>
        <source>All connections of this server are closed.</source>
        <translation>سيتم إغلاق كل اتصالات هذا الخادم.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="60"/>
        <source>All connections that match “%1” are closed.</source>
        <translation>سيتم إغلاق كل الاتصالات المطابقة لعبارة «⁦%1⁩».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="61"/>
        <source>Disconnect all that match?</source>
        <translation>هل تريد قطع كل الاتصالات المطابقة؟</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="63"/>
        <source>Their clients may come back. If there are over 10 % more of them by then, the server refuses.</source>
        <translation>قد يعود عملاؤها. وإذا زاد عددها حتى ذلك الحين بأكثر من ⁦10 %⁩، يرفض الخادم.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="64"/>
        <source>Disconnect</source>
        <translation>قطع الاتصال</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="71"/>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="73"/>
        <source>&amp;Spread over, so that they do not all come back at once</source>
        <translation>التو&amp;زيع على مدى، كي لا يعودوا جميعا دفعة واحدة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="81"/>
        <source>told to the client, kept in the audit log</source>
        <translation>يصل إلى العميل، ويحفظ في سجل التدقيق</translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="101"/>
        <source>Nothing matches any more.</source>
        <translation>لم يعد هناك أي تطابق.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="122"/>
        <source>%n connection(s) is/are being closed.</source>
        <translation>
            <numerusform>لا يجري إغلاق أي اتصال.</numerusform>
            <numerusform>يجري إغلاق اتصال واحد.</numerusform>
            <numerusform>يجري إغلاق اتصالين.</numerusform>
            <numerusform>يجري إغلاق %n اتصالات.</numerusform>
            <numerusform>يجري إغلاق %n اتصالا.</numerusform>
            <numerusform>يجري إغلاق %n اتصال.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/disconnectflow.cpp" line="124"/>
        <source>%n was/were gone already.</source>
        <translation>
            <numerusform>لم يكن أي منها قد انتهى من قبل.</numerusform>
            <numerusform>كان اتصال واحد قد انتهى من قبل.</numerusform>
            <numerusform>كان اتصالان قد انتهيا من قبل.</numerusform>
            <numerusform>كانت %n اتصالات قد انتهت من قبل.</numerusform>
            <numerusform>كان %n اتصالا قد انتهى من قبل.</numerusform>
            <numerusform>كان %n اتصال قد انتهى من قبل.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/disconnectflow.cpp" line="145"/>
        <source>The server has restarted, or it is another one. Look again.</source>
        <translation>أعيد تشغيل الخادم، أو أنه خادم آخر. تحقق مجددا.</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainCurve</name>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="35"/>
        <source>Events still in the server</source>
        <translation>الأحداث الباقية في الخادم</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="47"/>
        <source>Copy &amp;image</source>
        <translation>نسخ ال&amp;صورة</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="48"/>
        <source>&amp;Save as PNG…</source>
        <translation>&amp;حفظ بصيغة PNG…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="49"/>
        <source>Export as CS&amp;V…</source>
        <translation>&amp;تصدير بصيغة CSV…</translation>
    </message>
    <message>
        <location filename="../console/charts/draincurve.cpp" line="50"/>
        <location filename="../console/charts/draincurve.cpp" line="60"/>
        <source>Drain</source>
        <translation>تفريغ</translation>
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
        <translation>نهاية السماح</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainForecast</name>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="68"/>
        <source>At the present rate that takes less than a second.</source>
        <translation>بالمعدل الحالي يستغرق ذلك أقل من ثانية.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="70"/>
        <source>At the present rate that takes at least %1 s, and longer where a lane is slow.</source>
        <translation>بالمعدل الحالي يستغرق ذلك %1 ث على الأقل، وأكثر حيث يكون أحد المسارات بطيئًا.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="75"/>
        <source>At the present rate that takes about %1 s.</source>
        <translation>بالمعدل الحالي يستغرق ذلك نحو %1 ث.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="76"/>
        <source>At the present rates that takes %1 to %2 s; the slowest lane decides.</source>
        <translation>بالمعدلات الحالية يستغرق ذلك من %1 إلى %2 ث؛ وأبطأ المسارات هو الذي يحدد.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="84"/>
        <source>The grace period ended: %Ln events were answered with an error.</source>
        <translation>
            <numerusform>انتهت فترة السماح. الأحداث التي تم الرد عليها بخطأ: %Ln</numerusform>
            <numerusform>انتهت فترة السماح. الأحداث التي تم الرد عليها بخطأ: %Ln</numerusform>
            <numerusform>انتهت فترة السماح. الأحداث التي تم الرد عليها بخطأ: %Ln</numerusform>
            <numerusform>انتهت فترة السماح. الأحداث التي تم الرد عليها بخطأ: %Ln</numerusform>
            <numerusform>انتهت فترة السماح. الأحداث التي تم الرد عليها بخطأ: %Ln</numerusform>
            <numerusform>انتهت فترة السماح. الأحداث التي تم الرد عليها بخطأ: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="89"/>
        <source>All %Ln events were answered. Nothing was lost.</source>
        <translation>
            <numerusform>تم الرد على كل الأحداث (%Ln). لم يضع شيء.</numerusform>
            <numerusform>تم الرد على كل الأحداث (%Ln). لم يضع شيء.</numerusform>
            <numerusform>تم الرد على كل الأحداث (%Ln). لم يضع شيء.</numerusform>
            <numerusform>تم الرد على كل الأحداث (%Ln). لم يضع شيء.</numerusform>
            <numerusform>تم الرد على كل الأحداث (%Ln). لم يضع شيء.</numerusform>
            <numerusform>تم الرد على كل الأحداث (%Ln). لم يضع شيء.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="92"/>
        <source>Paused: the drain stands still, and so does its time.</source>
        <translation>متوقف مؤقتا: التفريغ متوقف، ومهلته كذلك.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="94"/>
        <source>Not shrinking yet; %1 s are left for the work.</source>
        <translation>لم يبدأ العدد بالتناقص بعد؛ بقي %1 ث لإنجاز العمل.</translation>
    </message>
    <message>
        <location filename="../console/models/drainforecast.cpp" line="96"/>
        <source>At the present rate the server is empty in about %1 s, %2 s before the end. Nothing will be lost.</source>
        <translation>بالمعدل الحالي سيفرغ الخادم خلال نحو %1 ث، قبل النهاية بنحو %2 ث. لن يضيع شيء.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/drainforecast.cpp" line="102"/>
        <source>At the present rate about %Ln events will be lost; %1 s more grace would save them.</source>
        <translation>
            <numerusform>بالمعدل الحالي سيضيع نحو %Ln من الأحداث؛ ويكفي تمديد فترة السماح %1 ث لإنقاذها.</numerusform>
            <numerusform>بالمعدل الحالي سيضيع نحو %Ln من الأحداث؛ ويكفي تمديد فترة السماح %1 ث لإنقاذها.</numerusform>
            <numerusform>بالمعدل الحالي سيضيع نحو %Ln من الأحداث؛ ويكفي تمديد فترة السماح %1 ث لإنقاذها.</numerusform>
            <numerusform>بالمعدل الحالي سيضيع نحو %Ln من الأحداث؛ ويكفي تمديد فترة السماح %1 ث لإنقاذها.</numerusform>
            <numerusform>بالمعدل الحالي سيضيع نحو %Ln من الأحداث؛ ويكفي تمديد فترة السماح %1 ث لإنقاذها.</numerusform>
            <numerusform>بالمعدل الحالي سيضيع نحو %Ln من الأحداث؛ ويكفي تمديد فترة السماح %1 ث لإنقاذها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainPlanPanel</name>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="40"/>
        <source>&amp;Exit</source>
        <translation>إن&amp;هاء الخادم</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="41"/>
        <source>&amp;Stay up, drained, until it may accept again</source>
        <translation>إب&amp;قاؤه قيد التشغيل مفرغا إلى أن يسمح له بالاستقبال مجددا</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="49"/>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> ث</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="53"/>
        <source>goes to the audit log</source>
        <translation>يحفظ في سجل التدقيق</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="59"/>
        <source>&amp;Grace period</source>
        <translation>&amp;فترة السماح</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="60"/>
        <source>&amp;Reason</source>
        <translation>ال&amp;سبب</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="61"/>
        <source>Then</source>
        <translation>بعدها</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="63"/>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain and shut down</source>
        <translation>تفريغ وإيقاف</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="78"/>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="102"/>
        <source>Drain</source>
        <translation>تفريغ</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="166"/>
        <source>The server stops accepting at once.</source>
        <translation>يتوقف الخادم عن القبول فورًا.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="167"/>
        <source>%Ln events are finished and answered, %1 queued and %2 running.</source>
        <translation>
            <numerusform>تُنجز الأحداث (%Ln) ويُرد عليها: %1 في الطابور و%2 قيد التنفيذ.</numerusform>
            <numerusform>تُنجز الأحداث (%Ln) ويُرد عليها: %1 في الطابور و%2 قيد التنفيذ.</numerusform>
            <numerusform>تُنجز الأحداث (%Ln) ويُرد عليها: %1 في الطابور و%2 قيد التنفيذ.</numerusform>
            <numerusform>تُنجز الأحداث (%Ln) ويُرد عليها: %1 في الطابور و%2 قيد التنفيذ.</numerusform>
            <numerusform>تُنجز الأحداث (%Ln) ويُرد عليها: %1 في الطابور و%2 قيد التنفيذ.</numerusform>
            <numerusform>تُنجز الأحداث (%Ln) ويُرد عليها: %1 في الطابور و%2 قيد التنفيذ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="173"/>
        <source>Then %Ln clients are told to go elsewhere (1012), over %1 s so that they do not all come back at once.</source>
        <translation>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012)، على مدى %1 ث كي لا يعودوا جميعا دفعة واحدة.</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012)، على مدى %1 ث كي لا يعودوا جميعا دفعة واحدة.</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012)، على مدى %1 ث كي لا يعودوا جميعا دفعة واحدة.</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012)، على مدى %1 ث كي لا يعودوا جميعا دفعة واحدة.</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012)، على مدى %1 ث كي لا يعودوا جميعا دفعة واحدة.</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012)، على مدى %1 ث كي لا يعودوا جميعا دفعة واحدة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainplanpanel.cpp" line="178"/>
        <source>Then %Ln clients are told to go elsewhere (1012).</source>
        <translation>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012).</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012).</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012).</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012).</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012).</numerusform>
            <numerusform>ثم يطلب الخادم من العملاء (%Ln) الانتقال إلى خادم آخر (1012).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="181"/>
        <source>The server exits. What is not finished after %1 s is answered with an error.</source>
        <translation>ينهي الخادم عمله. وما لم ينجز خلال %1 ث يتلقى ردا بخطأ.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="182"/>
        <source>The server stays up, drained. What is not finished after %1 s is answered with an error.</source>
        <translation>يبقى الخادم قيد التشغيل مفرغا. وما لم ينجز خلال %1 ث يتلقى ردا بخطأ.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="192"/>
        <source>The server was restarted since this dialog was opened.</source>
        <translation>أعيد تشغيل الخادم منذ فتح مربع الحوار هذا.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainplanpanel.cpp" line="212"/>
        <source>The server refused: %1</source>
        <translation>رفض الخادم: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::DrainProgressPanel</name>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="32"/>
        <source>Not ready any more: balancers send clients elsewhere</source>
        <translation>لم يعد جاهزا: موازنات التحميل توجه العملاء إلى خادم آخر</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="35"/>
        <source>Nothing new is accepted; what is inside is finished</source>
        <translation>إيقاف استقبال الجديد وإنجاز ما في الداخل</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="38"/>
        <source>The last pushes are sent</source>
        <translation>إرسال آخر الرسائل إلى العملاء</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="40"/>
        <source>Clients are told to go elsewhere (1012)</source>
        <translation>توجيه العملاء إلى خادم آخر (1012)</translation>
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
        <translation>باقي قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="72"/>
        <source>In flight</source>
        <translation>قيد المعالجة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="73"/>
        <source>Pushes to send</source>
        <translation>رسائل للإرسال</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="74"/>
        <source>Clients left</source>
        <translation>العملاء الباقون</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="92"/>
        <source>Events still in the server</source>
        <translation>الأحداث الباقية في الخادم</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="133"/>
        <source>Cancel: accept again</source>
        <translation>إلغاء: عودة للاستقبال</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="134"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="135"/>
        <source>More grace</source>
        <translation>تمديد السماح</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="138"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Keep watching in background</source>
        <translation>متابعة المراقبة في الخلفية</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="173"/>
        <source>The server refused: %1</source>
        <translation>رفض الخادم: ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="184"/>
        <source>of %1 s grace left</source>
        <translation>متبقية من %1 ث سماح</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="203"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="214"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="271"/>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="209"/>
        <source>%1, oldest: %2</source>
        <translation>%1، الأقدم: %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="224"/>
        <source>%1 for %2</source>
        <translation>⁨%1⁩ منذ %2</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="240"/>
        <source> (since %1)</source>
        <translation> (بدءا من %1)</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="260"/>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="261"/>
        <source>+%1 s grace</source>
        <translation>⁦+%1⁩ ث سماح</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="264"/>
        <source>Stop now, lose %Ln events…</source>
        <translation>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث…</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث…</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث…</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث…</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث…</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="279"/>
        <source>Stopped as asked; %Ln events were answered with an error.</source>
        <translation>
            <numerusform>توقف حسب الطلب؛ عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>توقف حسب الطلب؛ عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>توقف حسب الطلب؛ عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>توقف حسب الطلب؛ عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>توقف حسب الطلب؛ عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>توقف حسب الطلب؛ عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="136"/>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="263"/>
        <source>Stop now…</source>
        <translation>إيقاف الآن…</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="265"/>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="270"/>
        <source>stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>This console waits for its return.</source>
        <translation>تنتظر وحدة التحكم هذه عودته.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="274"/>
        <source>The practice is over.</source>
        <translation>انتهى التدريب.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/drainprogresspanel.cpp" line="276"/>
        <source>Stopped as asked, nothing lost.</source>
        <translation>توقف حسب الطلب، ولم يضع شيء.</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsModel</name>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(signed in)</source>
        <translation>(مسجل الدخول)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="149"/>
        <source>(anyone)</source>
        <translation>(الجميع)</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="188"/>
        <source>Handler: %1</source>
        <translation>المعالج: ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="219"/>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="220"/>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="221"/>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="222"/>
        <source>Limit</source>
        <translation>الحد</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="223"/>
        <source>Time-out ms</source>
        <translation>المهلة ms</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="224"/>
        <source>Rate /s</source>
        <translation>المعدل /ث</translation>
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
        <translation>الأخطاء</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="228"/>
        <source>Time-outs</source>
        <translation>انتهاء المهلة</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="229"/>
        <source>Limited</source>
        <translation>المقيدة</translation>
    </message>
    <message>
        <location filename="../console/models/eventsmodel.cpp" line="230"/>
        <source>Share of events</source>
        <translation>حصة الأحداث</translation>
    </message>
</context>
<context>
    <name>sluice::console::EventsPage</name>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="83"/>
        <source>The server has told no event types yet.</source>
        <translation>لم يبلغ الخادم عن أي أنواع أحداث بعد.</translation>
    </message>
    <message>
        <location filename="../console/pages/eventspage.cpp" line="86"/>
        <location filename="../console/pages/eventspage.cpp" line="112"/>
        <source>Event types</source>
        <translation>أنواع الأحداث</translation>
    </message>
</context>
<context>
    <name>sluice::console::Frame</name>
    <message>
        <location filename="../console/app/frame.cpp" line="95"/>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="96"/>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="97"/>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="98"/>
        <source>Limits</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="99"/>
        <source>Config</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="100"/>
        <source>Live tap</source>
        <translation>التقاط مباشر</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="101"/>
        <source>Alerts</source>
        <translation>التنبيهات</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="102"/>
        <source>Audit</source>
        <translation>التدقيق</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="103"/>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
    <message>
        <location filename="../console/app/frame.cpp" line="127"/>
        <source>&amp;Export the chart as CSV…</source>
        <translation>ت&amp;صدير المخطط بصيغة CSV…</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderBar</name>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="28"/>
        <source>PRODUCTION</source>
        <translation>الإنتاج</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="29"/>
        <source>STAGING</source>
        <translation>ما قبل الإنتاج</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="30"/>
        <source>DEV</source>
        <translation>التطوير</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="59"/>
        <source>Time range of the charts</source>
        <translation>النطاق الزمني للمخططات</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="60"/>
        <source>Last 1 min</source>
        <translation>آخر دقيقة</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="61"/>
        <source>Last 5 min</source>
        <translation>آخر 5 دقائق</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="62"/>
        <source>Last 10 min</source>
        <translation>آخر 10 دقائق</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="63"/>
        <source>Last hour</source>
        <translation>آخر ساعة</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="64"/>
        <source>Last 6 hours</source>
        <translation>آخر 6 ساعات</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="69"/>
        <location filename="../console/widgets/headerbar.cpp" line="70"/>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="76"/>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <location filename="../console/widgets/headerbar.cpp" line="77"/>
        <source>Menu (F10)</source>
        <translation>القائمة (F10)</translation>
    </message>
</context>
<context>
    <name>sluice::console::HeaderState</name>
    <message>
        <location filename="../console/app/headerstate.cpp" line="27"/>
        <source>No server</source>
        <translation>لا يوجد خادم</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="29"/>
        <source>read-only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="42"/>
        <source>last sample %1, values below are old</source>
        <translation>آخر عينة %1، القيم أدناه قديمة</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="44"/>
        <source>up %1 · v%2 · config rev %3</source>
        <translation>يعمل منذ %1 · ⁦v%2⁩ · مراجعة الإعدادات %3</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="52"/>
        <source>○ Not connected</source>
        <translation>○ غير متصل</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="53"/>
        <source>○ Connecting…</source>
        <translation>○ جار الاتصال…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="54"/>
        <source>○ Signing in…</source>
        <translation>○ جار تسجيل الدخول…</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="57"/>
        <source>○ Stopped as asked</source>
        <translation>○ توقف حسب الطلب</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="67"/>
        <source>◷ Recording</source>
        <translation>◷ عرض تسجيل</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="69"/>
        <source>▲ Drained</source>
        <translation>▲ تم التفريغ</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="71"/>
        <source>▲ Draining</source>
        <translation>▲ جار التفريغ</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="73"/>
        <source>▲ Sample %1 s old</source>
        <translation>▲ عمر العينة %1 ث</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="75"/>
        <source>▲ Updates every %1 s</source>
        <translation>▲ تحديث كل %1 ث</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="77"/>
        <source>▲ Restarted %1 ago</source>
        <translation>▲ أُعيد تشغيله قبل %1</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="78"/>
        <source>● Live</source>
        <translation>● مباشر</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="95"/>
        <source>■ Link lost %1 · retry in %2 s</source>
        <translation>■ انقطع الاتصال %1 · محاولة بعد %2 ث</translation>
    </message>
    <message>
        <location filename="../console/app/headerstate.cpp" line="96"/>
        <source>■ Link lost %1 · trying…</source>
        <translation>■ انقطع الاتصال %1 · جار المحاولة…</translation>
    </message>
</context>
<context>
    <name>sluice::console::KeyList</name>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="37"/>
        <source>Give it this key</source>
        <translation>تعيين هذا المفتاح</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="38"/>
        <source>No key</source>
        <translation>إزالة المفتاح</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="39"/>
        <source>As delivered</source>
        <translation>استعادة الافتراضي</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="40"/>
        <source>All as delivered</source>
        <translation>استعادة الكل</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="44"/>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="76"/>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="78"/>
        <source>What it does</source>
        <translation>وظيفته</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="96"/>
        <source>New key: press it</source>
        <translation>المفتاح الجديد: اضغط عليه</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="97"/>
        <source>Press the key</source>
        <translation>اضغط المفتاح</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="145"/>
        <source>This key cannot be changed.</source>
        <translation>لا يمكن تغيير هذا المفتاح.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="160"/>
        <source>Click into the field and press a key first.</source>
        <translation>انقر داخل الحقل واضغط مفتاحا أولا.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="165"/>
        <source>Not changed: %1 is the key of “%2”.</source>
        <translation>لم يتغير شيء: ⁦%1⁩ هو مفتاح «⁨%2⁩».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="170"/>
        <source>%1 is now the key of “%2”.</source>
        <translation>أصبح ⁦%1⁩ مفتاح «⁨%2⁩».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="178"/>
        <source>“%1” has no key now.</source>
        <translation>لم يعد للإجراء «⁨%1⁩» أي مفتاح.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="190"/>
        <source>“%1” has its key as delivered.</source>
        <translation>استعاد الإجراء «⁨%1⁩» مفتاحه الافتراضي.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="192"/>
        <source>Not changed: “%1” has that key now.</source>
        <translation>لم يتغير شيء: هذا المفتاح مستخدم الآن للإجراء «⁨%1⁩».</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="199"/>
        <source>All keys are as delivered.</source>
        <translation>تمت استعادة كل المفاتيح الافتراضية.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/keylist.cpp" line="58"/>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitLists</name>
    <message>
        <location filename="../console/models/limitlists.cpp" line="33"/>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="41"/>
        <source>enforced</source>
        <translation>مفروض</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="43"/>
        <source>dry run</source>
        <translation>تجريبي</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="44"/>
        <source>off</source>
        <translation>معطل</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>user</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="55"/>
        <location filename="../console/models/limitlists.cpp" line="78"/>
        <source>address</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="83"/>
        <source>any user</source>
        <translation>أي مستخدم</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="109"/>
        <source>Limit</source>
        <translation>الحد</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="115"/>
        <source>Bound</source>
        <translation>السقف</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="116"/>
        <source>Mode</source>
        <translation>الوضع</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="117"/>
        <source>Windows</source>
        <translation>النوافذ</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="118"/>
        <location filename="../console/models/limitlists.cpp" line="218"/>
        <source>Refused</source>
        <translation>المرفوضة</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="123"/>
        <source>Refused /s</source>
        <translation>مرفوضة /ث</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="128"/>
        <source>Would refuse</source>
        <translation>كان سيرفض</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="133"/>
        <source>What it would have refused in a dry run.</source>
        <translation>ما كان سيرفضه في التشغيل التجريبي.</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="134"/>
        <source>Setting</source>
        <translation>الإعداد</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="149"/>
        <location filename="../console/models/limitlists.cpp" line="189"/>
        <location filename="../console/models/limitlists.cpp" line="214"/>
        <source>Who</source>
        <translation>الجهة</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="155"/>
        <source>Used</source>
        <translation>المستهلك</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="164"/>
        <source>Free in s</source>
        <translation>متاح بعد (ث)</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="194"/>
        <location filename="../console/models/limitlists.cpp" line="215"/>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="195"/>
        <source>Amount</source>
        <translation>المقدار</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="196"/>
        <source>Error</source>
        <translation>هامش الخطأ</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="201"/>
        <source>At most so much of it may have been others&apos;.</source>
        <translation>قد يعود هذا القدر منه على الأكثر إلى آخرين.</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="216"/>
        <source>Time left</source>
        <translation>الوقت المتبقي</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="217"/>
        <source>Of</source>
        <translation>المدة الكلية</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="223"/>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="224"/>
        <location filename="../console/models/limitlists.cpp" line="247"/>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="225"/>
        <location filename="../console/models/limitlists.cpp" line="248"/>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="242"/>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="243"/>
        <source>Token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="244"/>
        <source>Issued before</source>
        <translation>صادر قبل</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="245"/>
        <source>Kept until</source>
        <translation>محفوظ حتى</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="246"/>
        <source>Revoked</source>
        <translation>وقت الإبطال</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="263"/>
        <source>All together</source>
        <translation>الكل معا</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="265"/>
        <source>Each address</source>
        <translation>لكل عنوان</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="267"/>
        <source>Each user</source>
        <translation>لكل مستخدم</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="269"/>
        <source>Each client</source>
        <translation>لكل عميل</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="271"/>
        <source>Unknown events</source>
        <translation>الأحداث غير المعروفة</translation>
    </message>
    <message>
        <location filename="../console/models/limitlists.cpp" line="272"/>
        <source>%1: %2</source>
        <translation>%1: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::LimitsPage</name>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="42"/>
        <location filename="../console/pages/limitspage.cpp" line="128"/>
        <source>Rate limits</source>
        <translation>حدود المعدل</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="43"/>
        <source>The fullest windows of the selected limit</source>
        <translation>أكثر نوافذ الحد المحدد امتلاء</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="44"/>
        <location filename="../console/pages/limitspage.cpp" line="147"/>
        <source>Who costs most</source>
        <translation>الأكثر استهلاكا</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="57"/>
        <source>This server limits nothing. Limits are set on the Config page.</source>
        <translation>لا يفرض هذا الخادم أي حدود. اضبط الحدود في صفحة «الإعدادات».</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="58"/>
        <source>Nobody stands out.</source>
        <translation>لا يبرز أحد.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="91"/>
        <source>What limits clients</source>
        <translation>ما يقيد العملاء</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="94"/>
        <source>Limits</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="95"/>
        <source>Muted</source>
        <translation>المكتومون</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="96"/>
        <source>Revoked tokens</source>
        <translation>رموز الوصول المبطلة</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="125"/>
        <source>A double click leads to the setting.</source>
        <translation>النقر المزدوج يفتح الإعداد.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="137"/>
        <source>What is compared</source>
        <translation>معيار المقارنة</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="138"/>
        <source>events refused</source>
        <translation>الأحداث المرفوضة</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="139"/>
        <source>events sent</source>
        <translation>الأحداث المرسلة</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="140"/>
        <source>handler time, µs</source>
        <translation>وقت المعالجة، µs</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="141"/>
        <source>pushes lost</source>
        <translation>الرسائل المفقودة</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="142"/>
        <source>bytes not read</source>
        <translation>البايتات غير المقروءة</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="179"/>
        <source>This limit is off, or counts all clients together.</source>
        <translation>هذا الحد معطل، أو يحسب كل العملاء معا.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="180"/>
        <source>Nobody has used anything of this limit in its present window.</source>
        <translation>لم يستهلك أحد شيئا من هذا الحد في نافذته الحالية.</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="182"/>
        <source>Fullest windows</source>
        <translation>النوافذ الأكثر امتلاء</translation>
    </message>
    <message>
        <location filename="../console/pages/limitspage.cpp" line="187"/>
        <source>Fullest windows · %1</source>
        <translation>النوافذ الأكثر امتلاء · ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::ListExportButton</name>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="13"/>
        <source>Export CSV…</source>
        <translation>تصدير CSV…</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="33"/>
        <source>Fetching… %Ln rows so far.</source>
        <translation>
            <numerusform>جار الجلب… الصفوف حتى الآن: %Ln.</numerusform>
            <numerusform>جار الجلب… الصفوف حتى الآن: %Ln.</numerusform>
            <numerusform>جار الجلب… الصفوف حتى الآن: %Ln.</numerusform>
            <numerusform>جار الجلب… الصفوف حتى الآن: %Ln.</numerusform>
            <numerusform>جار الجلب… الصفوف حتى الآن: %Ln.</numerusform>
            <numerusform>جار الجلب… الصفوف حتى الآن: %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="41"/>
        <source>There are more than %Ln rows; these are exported.</source>
        <translation>
            <numerusform>يوجد أكثر من %Ln من الصفوف؛ سيتم تصدير هذه فقط.</numerusform>
            <numerusform>يوجد أكثر من %Ln من الصفوف؛ سيتم تصدير هذه فقط.</numerusform>
            <numerusform>يوجد أكثر من %Ln من الصفوف؛ سيتم تصدير هذه فقط.</numerusform>
            <numerusform>يوجد أكثر من %Ln من الصفوف؛ سيتم تصدير هذه فقط.</numerusform>
            <numerusform>يوجد أكثر من %Ln من الصفوف؛ سيتم تصدير هذه فقط.</numerusform>
            <numerusform>يوجد أكثر من %Ln من الصفوف؛ سيتم تصدير هذه فقط.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/listexportbutton.cpp" line="42"/>
        <source>%Ln rows are fetched.</source>
        <translation>
            <numerusform>عدد الصفوف المجلوبة: %Ln.</numerusform>
            <numerusform>عدد الصفوف المجلوبة: %Ln.</numerusform>
            <numerusform>عدد الصفوف المجلوبة: %Ln.</numerusform>
            <numerusform>عدد الصفوف المجلوبة: %Ln.</numerusform>
            <numerusform>عدد الصفوف المجلوبة: %Ln.</numerusform>
            <numerusform>عدد الصفوف المجلوبة: %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/listexportbutton.cpp" line="36"/>
        <source>Nothing was exported: %1</source>
        <translation>لم يتم تصدير أي شيء: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::MainWindow</name>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="106"/>
        <source>Sluice console</source>
        <translation>وحدة تحكم Sluice</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/mainwindow.cpp" line="306"/>
        <source>%n change(s) that you had not applied are pending again.</source>
        <translation>
            <numerusform>تغييرات لم تطبقها معلقة من جديد: %n</numerusform>
            <numerusform>تغييرات لم تطبقها معلقة من جديد: %n</numerusform>
            <numerusform>تغييرات لم تطبقها معلقة من جديد: %n</numerusform>
            <numerusform>تغييرات لم تطبقها معلقة من جديد: %n</numerusform>
            <numerusform>تغييرات لم تطبقها معلقة من جديد: %n</numerusform>
            <numerusform>تغييرات لم تطبقها معلقة من جديد: %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/mainwindow.cpp" line="445"/>
        <source>Enter a token or choose a token file.</source>
        <translation>أدخل رمز وصول أو اختر ملف رمز وصول.</translation>
    </message>
</context>
<context>
    <name>sluice::console::MuteFlow</name>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="34"/>
        <source>%1 is not muted: %2</source>
        <translation>لم يتم كتم ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="39"/>
        <source>%1 is muted for %2: events are refused.</source>
        <translation>تم كتم ⁨%1⁩ لمدة %2: الأحداث مرفوضة.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="54"/>
        <source>The mute of %1 is not lifted: %2</source>
        <translation>لم يتم رفع الكتم عن ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/muteflow.cpp" line="60"/>
        <source>%1 is no longer muted.</source>
        <translation>لم يعد ⁨%1⁩ مكتوما.</translation>
    </message>
</context>
<context>
    <name>sluice::console::MutesPanel</name>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="22"/>
        <source>Who is muted</source>
        <translation>العملاء المكتومون</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="24"/>
        <source>Lift</source>
        <translation>رفع الكتم</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="27"/>
        <source>Nobody is muted. Mute a client on the Connections page.</source>
        <translation>لا يوجد أي عميل مكتوم. يمكن كتم العملاء في صفحة «الاتصالات».</translation>
    </message>
    <message>
        <location filename="../console/pages/mutespanel.cpp" line="30"/>
        <source>Events of these are refused until the time is over. A restart ends all mutes.</source>
        <translation>ترفض أحداث هؤلاء إلى أن تنتهي المدة. تنهي إعادة التشغيل كل حالات الكتم.</translation>
    </message>
</context>
<context>
    <name>sluice::console::NameGate</name>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="19"/>
        <source>Confirm</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="24"/>
        <source>Type the server&apos;s &amp;name</source>
        <translation>اكتب اسم ال&amp;خادم</translation>
    </message>
    <message>
        <location filename="../console/dialogs/namegate.cpp" line="76"/>
        <source>Type the server&apos;s name first.</source>
        <translation>اكتب اسم الخادم أولا.</translation>
    </message>
</context>
<context>
    <name>sluice::console::NoticeDialog</name>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="32"/>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="35"/>
        <source>Send a notice to %1</source>
        <translation>إرسال إشعار إلى ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="51"/>
        <source>It goes to all connections of this user as {&quot;text&quot;: …}. The text itself is not written to the audit log.</source>
        <translation>يصل إلى كل اتصالات هذا المستخدم بالشكل ⁦{&quot;text&quot;: …}⁩. لا يتم تسجيل النص نفسه في سجل التدقيق.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="67"/>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="73"/>
        <source>&amp;Event</source>
        <translation>ال&amp;حدث</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="74"/>
        <source>&amp;Text</source>
        <translation>ال&amp;نص</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="114"/>
        <source>The notice is on its way to %1.</source>
        <translation>الإشعار في طريقه إلى ⁨%1⁩.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/noticedialog.cpp" line="115"/>
        <source>%1 is no longer connected; nobody got the notice.</source>
        <translation>لم يعد ⁨%1⁩ متصلا؛ لم يتلق أحد الإشعار.</translation>
    </message>
</context>
<context>
    <name>sluice::console::OverviewPage</name>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="51"/>
        <source>Queue depth</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="52"/>
        <source>high</source>
        <translation>مرتفع</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="53"/>
        <source>normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="54"/>
        <source>low</source>
        <translation>منخفض</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="58"/>
        <source>Throughput /s</source>
        <translation>معدل النقل /ث</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>received</source>
        <translation>مستلمة</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="59"/>
        <source>processed</source>
        <translation>معالجة</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="63"/>
        <source>Latency, ms</source>
        <translation>زمن الاستجابة، ms</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="68"/>
        <source>Rate-limit hits /s</source>
        <translation>تجاوز حد المعدل /ث</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="69"/>
        <source>all events</source>
        <translation>كل الأحداث</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="73"/>
        <location filename="../console/pages/overviewpage.cpp" line="144"/>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="74"/>
        <source>open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="78"/>
        <source>Broadcast sends /s</source>
        <translation>البث /ث</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="79"/>
        <source>sends</source>
        <translation>مرسلة</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="93"/>
        <source>%1 in 1 min</source>
        <comment>change of a number</comment>
        <translation>⁦%1⁩ خلال دقيقة</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="145"/>
        <source>Events in</source>
        <translation>الأحداث الواردة</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="146"/>
        <source>Queue</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="147"/>
        <source>Latency p99</source>
        <translation>زمن الاستجابة p99</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="148"/>
        <source>Rate-limited</source>
        <translation>مقيدة بحد المعدل</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="149"/>
        <source>Refused, overloaded</source>
        <translation>مرفوضة للحمل الزائد</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="155"/>
        <source>Alert on this…</source>
        <translation>تنبيه على هذا…</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="223"/>
        <source>Activity</source>
        <translation>النشاط</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="224"/>
        <source>Show what happened</source>
        <translation>إظهار ما حدث</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/overviewpage.cpp" line="432"/>
        <source>Paused %1, +%n sample(s) waiting.</source>
        <translation>
            <numerusform>متوقف مؤقتا منذ %1، لا عينات في الانتظار.</numerusform>
            <numerusform>متوقف مؤقتا منذ %1، عينة واحدة في الانتظار.</numerusform>
            <numerusform>متوقف مؤقتا منذ %1، عينتان في الانتظار.</numerusform>
            <numerusform>متوقف مؤقتا منذ %1، ⁦+%n⁩ عينات في الانتظار.</numerusform>
            <numerusform>متوقف مؤقتا منذ %1، ⁦+%n⁩ عينة في الانتظار.</numerusform>
            <numerusform>متوقف مؤقتا منذ %1، ⁦+%n⁩ عينة في الانتظار.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="438"/>
        <source>All charts show %1 to %2.</source>
        <translation>تعرض كل المخططات الفترة من %1 إلى %2.</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Show up to now (double click)</source>
        <translation>العرض حتى الآن (نقر مزدوج)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="443"/>
        <source>Go on (Space)</source>
        <translation>متابعة (مسافة)</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="505"/>
        <source>of %1</source>
        <translation>من %1</translation>
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
        <translation>%1 منذ البدء</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="547"/>
        <source>alert %1</source>
        <translation>تنبيه %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="549"/>
        <source>drop %1</source>
        <translation>رفض %1</translation>
    </message>
    <message>
        <location filename="../console/pages/overviewpage.cpp" line="564"/>
        <source>%1 old</source>
        <comment>age of a number</comment>
        <translation>عمرها %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedModel</name>
    <message>
        <location filename="../console/models/pagedmodel.cpp" line="230"/>
        <source>This server does not tell it: it is older than this console.</source>
        <translation>لا يوفر هذا الخادم ذلك: إنه أقدم من وحدة التحكم هذه.</translation>
    </message>
</context>
<context>
    <name>sluice::console::PagedTable</name>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="30"/>
        <source>There is nothing to list.</source>
        <translation>لا يوجد ما يعرض.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="54"/>
        <location filename="../console/widgets/pagedtable.cpp" line="55"/>
        <source>Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="57"/>
        <location filename="../console/widgets/pagedtable.cpp" line="58"/>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="100"/>
        <source>%n new row(s), order frozen</source>
        <translation>
            <numerusform>لا صفوف جديدة، الترتيب مجمد</numerusform>
            <numerusform>صف جديد واحد، الترتيب مجمد</numerusform>
            <numerusform>صفان جديدان، الترتيب مجمد</numerusform>
            <numerusform>%n صفوف جديدة، الترتيب مجمد</numerusform>
            <numerusform>%n صفا جديدا، الترتيب مجمد</numerusform>
            <numerusform>%n صف جديد، الترتيب مجمد</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="101"/>
        <source>order frozen while you are at it</source>
        <translation>الترتيب مجمد ما دمت هنا</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="104"/>
        <source>○ old</source>
        <translation>○ قديمة</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="106"/>
        <source>▲ waiting for the server…</source>
        <translation>▲ في انتظار الخادم…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <source>rows %1 to %2</source>
        <translation>الصفوف %1 إلى %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="130"/>
        <location filename="../console/widgets/pagedtable.cpp" line="138"/>
        <source>%1 in all</source>
        <translation>الإجمالي %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="132"/>
        <source>the first %Ln</source>
        <comment>rows</comment>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>الصف الأول</numerusform>
            <numerusform>أول صفين</numerusform>
            <numerusform>أول %Ln صفوف</numerusform>
            <numerusform>أول %Ln صفًا</numerusform>
            <numerusform>أول %Ln صف</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="135"/>
        <source>rows %1 to %2 of %3</source>
        <translation>الصفوف %1 إلى %2 من %3</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="137"/>
        <source>%Ln of %1 match</source>
        <translation>
            <numerusform>%Ln مطابقة من أصل %1</numerusform>
            <numerusform>%Ln مطابقة من أصل %1</numerusform>
            <numerusform>%Ln مطابقة من أصل %1</numerusform>
            <numerusform>%Ln مطابقة من أصل %1</numerusform>
            <numerusform>%Ln مطابقة من أصل %1</numerusform>
            <numerusform>%Ln مطابقة من أصل %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="148"/>
        <source>only the newest %Ln rows were recorded</source>
        <translation>
            <numerusform>سُجلت أحدث الصفوف فقط: %Ln</numerusform>
            <numerusform>سُجلت أحدث الصفوف فقط: %Ln</numerusform>
            <numerusform>سُجلت أحدث الصفوف فقط: %Ln</numerusform>
            <numerusform>سُجلت أحدث الصفوف فقط: %Ln</numerusform>
            <numerusform>سُجلت أحدث الصفوف فقط: %Ln</numerusform>
            <numerusform>سُجلت أحدث الصفوف فقط: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pagedtable.cpp" line="149"/>
        <source>only the first %1 of %Ln rows were recorded</source>
        <translation>
            <numerusform>لم يُسجَّل سوى أول %1 من %Ln صف</numerusform>
            <numerusform>لم يُسجَّل سوى أول %1 من %Ln صف</numerusform>
            <numerusform>لم يُسجَّل سوى أول %1 من %Ln صفين</numerusform>
            <numerusform>لم يُسجَّل سوى أول %1 من %Ln صفوف</numerusform>
            <numerusform>لم يُسجَّل سوى أول %1 من %Ln صفًا</numerusform>
            <numerusform>لم يُسجَّل سوى أول %1 من %Ln صف</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <source>The filter is not understood.</source>
        <translation>صيغة التصفية غير مفهومة.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="158"/>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Clear filter</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>Asking the server…</source>
        <translation>جار الاستعلام من الخادم…</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="162"/>
        <source>There is no link to a server.</source>
        <translation>لا يوجد اتصال بأي خادم.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pagedtable.cpp" line="164"/>
        <source>Nothing matches “%1”.</source>
        <translation>لا شيء يطابق «⁦%1⁩».</translation>
    </message>
</context>
<context>
    <name>sluice::console::PendingPanel</name>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="45"/>
        <source>Undo by itself unless I keep it within</source>
        <translation>التراجع تلقائيًا ما لم أُبقِه خلال</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="48"/>
        <source>Discard all</source>
        <translation>تجاهل الكل</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="49"/>
        <source>Check on server</source>
        <translation>فحص على الخادم</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="57"/>
        <location filename="../console/pages/pendingpanel.cpp" line="67"/>
        <source>Pending changes</source>
        <translation>التغييرات المعلقة</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="99"/>
        <source>Seconds until it is undone</source>
        <translation>الثواني حتى التراجع</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="102"/>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> ث</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="118"/>
        <source>Reason of the change</source>
        <translation>سبب التغيير</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="145"/>
        <source>Reason (goes to the audit log), required</source>
        <translation>السبب (يحفظ في سجل التدقيق)، إلزامي</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="146"/>
        <source>Reason (goes to the audit log)</source>
        <translation>السبب (يحفظ في سجل التدقيق)</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="181"/>
        <source>Double-click a value, or press F2 on it, to change it. Nothing happens before you apply.</source>
        <translation>لتغيير قيمة، انقر عليها نقرا مزدوجا أو اضغط F2. لا يحدث شيء قبل أن تطبق.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="190"/>
        <source>base: revision %1</source>
        <translation>الأساس: المراجعة %1</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="209"/>
        <source>Undo the change of %1</source>
        <translation>التراجع عن تغيير ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="210"/>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="224"/>
        <source> Expected: %1.</source>
        <translation> المتوقع: ⁨%1⁩.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="228"/>
        <source>▲ Changed meanwhile from %1 to %2.</source>
        <translation>▲ تغير في هذه الأثناء من ⁨%1⁩ إلى ⁨%2⁩.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="233"/>
        <source>Takes effect: %1</source>
        <translation>السريان: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="263"/>
        <source>▲ Decide on %n setting(s) changed by others…</source>
        <translation>
            <numerusform>▲ البت في %n إعداد عدلها آخرون…</numerusform>
            <numerusform>▲ البت في إعداد واحد عدله آخرون…</numerusform>
            <numerusform>▲ البت في إعدادين عدلهما آخرون…</numerusform>
            <numerusform>▲ البت في %n إعدادات عدلها آخرون…</numerusform>
            <numerusform>▲ البت في %n إعدادا عدلها آخرون…</numerusform>
            <numerusform>▲ البت في %n إعداد عدلها آخرون…</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="267"/>
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>تطبيق %n تغيير</numerusform>
            <numerusform>تطبيق تغيير واحد</numerusform>
            <numerusform>تطبيق تغييرين</numerusform>
            <numerusform>تطبيق %n تغييرات</numerusform>
            <numerusform>تطبيق %n تغييرا</numerusform>
            <numerusform>تطبيق %n تغيير</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="269"/>
        <source>A change is on trial. Keep it or take it back first.</source>
        <translation>هناك تغيير قيد التجربة. أبقِه أو تراجع عنه أولًا.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="270"/>
        <source>Somebody else changed the same settings. Decide on these first.</source>
        <translation>عدل شخص آخر الإعدادات نفسها. اتخذ قرارا بشأنها أولا.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="271"/>
        <source>A reason is required.</source>
        <translation>السبب إلزامي.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Checking…</source>
        <translation>جار الفحص…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="307"/>
        <source>Applying…</source>
        <translation>جار التطبيق…</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="325"/>
        <source>▲ Someone else changed the configuration: now revision %1. Your edits are kept; look at them and apply again.</source>
        <translation>▲ غير شخص آخر الإعدادات: المراجعة الآن %1. تعديلاتك محفوظة؛ راجعها وطبقها مجددا.</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="332"/>
        <source>■ Refused, nothing was changed: %1</source>
        <translation>■ مرفوض، لم يتغير شيء: ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>The server would accept this.</source>
        <translation>سيقبل الخادم هذا.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/pendingpanel.cpp" line="341"/>
        <source>%n change(s) applied.</source>
        <translation>
            <numerusform>لم يتم تطبيق أي تغيير.</numerusform>
            <numerusform>تم تطبيق تغيير واحد.</numerusform>
            <numerusform>تم تطبيق تغييرين.</numerusform>
            <numerusform>تم تطبيق %n تغييرات.</numerusform>
            <numerusform>تم تطبيق %n تغييرا.</numerusform>
            <numerusform>تم تطبيق %n تغيير.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::PipelineView</name>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="140"/>
        <source>A click leads to the page of that stage.</source>
        <translation>النقر يفتح صفحة تلك المرحلة.</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="86"/>
        <source>Way of the events</source>
        <translation>مسار الأحداث</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="104"/>
        <source>Clients: %1</source>
        <translation>العملاء: %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="105"/>
        <source>Policies: %1 refused by rate limits</source>
        <translation>السياسات: المرفوضة بحدود المعدل %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="107"/>
        <source>Queue lanes: high %1, normal %2, low %3</source>
        <translation>مسارات الانتظار: المرتفع %1، العادي %2، المنخفض %3</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="110"/>
        <source>Workers: %1 of %2 busy</source>
        <translation>العمال: المشغولون %1 من %2</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="111"/>
        <source>Handlers: p99 %1 ms</source>
        <translation>المعالجات: p99 %1 ms</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="112"/>
        <source>Broadcast: %1 sent</source>
        <translation>البث: المرسلة %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="245"/>
        <source>Clients</source>
        <translation>العملاء</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/widgets/pipelineview.cpp" line="250"/>
        <source>%n user(s)</source>
        <translation>
            <numerusform>لا مستخدمين</numerusform>
            <numerusform>مستخدم واحد</numerusform>
            <numerusform>مستخدمان</numerusform>
            <numerusform>%n مستخدمين</numerusform>
            <numerusform>%n مستخدما</numerusform>
            <numerusform>%n مستخدم</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="260"/>
        <source>Handlers</source>
        <translation>المعالجات</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="263"/>
        <source>ms p99 (p50 %1)</source>
        <translation>ms p99 (p50 %1)</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="267"/>
        <source>Broadcast</source>
        <translation>البث</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>sends/s</source>
        <translation>إرسال/ث</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="270"/>
        <source>%1 waiting</source>
        <translation>منتظرة %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="314"/>
        <source>rejected %1</source>
        <translation>مرفوضة %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="316"/>
        <source>refused, overloaded %1</source>
        <translation>مرفوضة للحمل الزائد %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="318"/>
        <source>dropped %1</source>
        <translation>مسقطة %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>Policies</source>
        <translation>السياسات</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="90"/>
        <source>clients: %1; events received per second: %2; queue: %3; workers busy: %4 of %5; p99: %6 ms</source>
        <translation>العملاء: %1؛ الأحداث المستلمة في الثانية: %2؛ الطابور: %3؛ العمال المشغولون: %4 من %5؛ p99: %6 مللي ثانية</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="251"/>
        <source>refusals</source>
        <translation>الرفض</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="264"/>
        <source>time-outs %1</source>
        <translation>المهل %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="265"/>
        <source>errors %1</source>
        <translation>أخطاء %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>access</source>
        <translation>الصلاحيات</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="277"/>
        <source>rate limit</source>
        <translation>حد المعدل</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="278"/>
        <source>invalid</source>
        <translation>غير صالحة</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>Queue lanes</source>
        <translation>مسارات الانتظار</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="253"/>
        <source>capacity %1</source>
        <translation>السعة %1</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>high</source>
        <translation>مرتفع</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="283"/>
        <source>low</source>
        <translation>منخفض</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="255"/>
        <source>Workers</source>
        <translation>العمال</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="256"/>
        <source>%1/%2 busy</source>
        <translation>%1 من %2 مشغول</translation>
    </message>
    <message>
        <location filename="../console/widgets/pipelineview.cpp" line="258"/>
        <source>utilisation %1</source>
        <translation>الاستخدام %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::Rail</name>
    <message>
        <location filename="../console/widgets/rail.cpp" line="66"/>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedList</name>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="99"/>
        <source>A recorded list of this kind cannot be filtered.</source>
        <translation>لا يمكن ترشيح قائمة مسجلة من هذا النوع.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedlist.cpp" line="132"/>
        <source>A recorded list cannot be put into this order.</source>
        <translation>لا يمكن ترتيب قائمة مسجلة بهذا الترتيب.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordedServer</name>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="68"/>
        <source>This is a recording: nothing can be changed in it.</source>
        <translation>هذا تسجيل: لا يمكن تغيير أي شيء فيه.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="110"/>
        <source>This recording holds no further rows of the list.</source>
        <translation>لا يحتوي هذا التسجيل على صفوف أخرى من القائمة.</translation>
    </message>
    <message>
        <location filename="../console/recording/recordedserver.cpp" line="113"/>
        <source>This recording does not hold it.</source>
        <translation>لا يحتوي هذا التسجيل على ذلك.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Recording</name>
    <message>
        <location filename="../console/recording/recording.cpp" line="140"/>
        <source>it holds no samples</source>
        <translation>لا يحتوي على أي عينات</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="167"/>
        <source>it is JSON, but no saved session</source>
        <translation>محتواه JSON لكنه ليس جلسة محفوظة</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="172"/>
        <source>it has version %1 of the format, and this console reads version %2</source>
        <translation>إصدار تنسيقه %1، ووحدة التحكم هذه تقرأ الإصدار %2</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="189"/>
        <source>its samples are more than a day apart</source>
        <translation>تفصل بين عيناته أكثر من يوم واحد</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="196"/>
        <source>it does not tell which server it is of (“%1”)</source>
        <translation>لا يذكر الخادم الذي يخصه («⁦%1⁩»)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="198"/>
        <source>it is of a server with admin protocol %1, and this console speaks %2</source>
        <translation>يخص خادما ببروتوكول الإدارة %1، ووحدة التحكم هذه تستخدم %2</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="210"/>
        <source>the sample %1 has no valid time</source>
        <translation>وقت العينة ⁦%1⁩ غير صالح</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="212"/>
        <source>the sample %1 is not later than the one before</source>
        <translation>العينة ⁦%1⁩ ليست أحدث من سابقتها</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="222"/>
        <source>its list “%1” is missing</source>
        <translation>قائمته «⁦%1⁩» مفقودة</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="230"/>
        <source>%1 is not an object</source>
        <translation>⁦%1⁩ ليس كائنا</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="243"/>
        <source>it is no saved session of this console</source>
        <translation>ليس جلسة محفوظة من وحدة التحكم هذه</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="244"/>
        <source>it is cut off: its end is missing</source>
        <translation>مبتور: نهايته مفقودة</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="245"/>
        <source>it is damaged: its content does not fit its checksum</source>
        <translation>تالف: محتواه لا يطابق المجموع الاختباري</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="248"/>
        <source>it holds more than %1</source>
        <translation>محتواه أكبر من ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="286"/>
        <source>it is empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="297"/>
        <source>its content is no JSON object</source>
        <translation>محتواه ليس كائن JSON</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="298"/>
        <source>its content is no JSON (%1 at byte %2)</source>
        <translation>محتواه ليس JSON (⁨%1⁩، عند البايت %2)</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="314"/>
        <source>it is a folder</source>
        <translation>إنه مجلد</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="316"/>
        <source>it cannot be read: %1</source>
        <translation>تتعذر قراءته: ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/recording/recording.cpp" line="320"/>
        <source>it is larger than %1</source>
        <translation>حجمه أكبر من ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::RecordingBar</name>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="44"/>
        <source>Close the recording</source>
        <translation>إغلاق التسجيل</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="50"/>
        <source>Instant of the recording</source>
        <translation>اللحظة في التسجيل</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="51"/>
        <source>Moves the whole window to an instant (← → one sample, Home and End)</source>
        <translation>ينقل النافذة كلها إلى لحظة معينة (⁦← →⁩ عينة واحدة، Home وEnd)</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="58"/>
        <source>Back to the choice of a server</source>
        <translation>العودة إلى اختيار خادم</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="62"/>
        <source>To the beginning</source>
        <translation>إلى البداية</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="63"/>
        <source>One sample back</source>
        <translation>عينة إلى الخلف</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="65"/>
        <source>One sample on</source>
        <translation>عينة إلى الأمام</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="66"/>
        <source>To the end</source>
        <translation>إلى النهاية</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="121"/>
        <source>Recording of %1, %2, from %3 to %4</source>
        <translation>تسجيل ⁨%1⁩، ⁨%2⁩، من %3 إلى %4</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="134"/>
        <source>%1, the end</source>
        <translation>%1، النهاية</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="135"/>
        <source>%1, %2 before the end</source>
        <translation>%1، %2 قبل النهاية</translation>
    </message>
    <message>
        <location filename="../console/recording/recordingbar.cpp" line="137"/>
        <source>Lists are as they were at the end, when the recording was saved; all else is of this instant.</source>
        <translation>القوائم كما كانت في نهاية التسجيل، عند حفظه؛ وكل ما عداها يخص هذه اللحظة.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionList</name>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="46"/>
        <source>on trial</source>
        <translation>قيد التجربة</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="48"/>
        <source>taken back by %1</source>
        <comment>by revision 18</comment>
        <translation>أُلغيت بالمراجعة %1</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="50"/>
        <source>takes back %1</source>
        <comment>revision 17</comment>
        <translation>تلغي %1</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="93"/>
        <source>Revision</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="94"/>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="97"/>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="98"/>
        <source>Changes</source>
        <translation>التغييرات</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="104"/>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../console/models/revisionlist.cpp" line="105"/>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevisionsPanel</name>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="21"/>
        <source>Revisions of the configuration</source>
        <translation>مراجعات الإعدادات</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="22"/>
        <source>Roll back</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="29"/>
        <source>Revisions</source>
        <translation>المراجعات</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="70"/>
        <source>Select the revision to roll back.</source>
        <translation>حدد المراجعة المراد التراجع عنها.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="72"/>
        <source>There is nothing to put back: the settings have the values from before that revision.</source>
        <translation>لا شيء للتراجع عنه: للإعدادات القيم السابقة لتلك المراجعة.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="87"/>
        <source>Puts the values from before into the pending changes; nothing is applied yet.</source>
        <translation>يضع القيم السابقة في التغييرات المعلقة؛ لا يُطبَّق شيء بعد.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="88"/>
        <source>Nothing was changed since the server started.</source>
        <translation>لم يتغير شيء منذ بدء الخادم.</translation>
    </message>
    <message>
        <location filename="../console/pages/revisionspanel.cpp" line="89"/>
        <source>The server has not told its revisions.</source>
        <translation>لم يُبلغ الخادم عن مراجعاته.</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevocationsPanel</name>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="23"/>
        <source>Revoked tokens</source>
        <translation>رموز الوصول المبطلة</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter: a part of user, token, reason or who did it</source>
        <translation>تصفية: جزء من المستخدم أو رمز الوصول أو السبب أو من أجراه</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="25"/>
        <source>Filter revoked tokens</source>
        <translation>تصفية رموز الوصول المبطلة</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="27"/>
        <source>Take back…</source>
        <translation>إلغاء الإبطال…</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="31"/>
        <source>No tokens are revoked. Revoke a user&apos;s tokens on the Connections page.</source>
        <translation>لا توجد رموز وصول مبطلة. يمكن إبطال رموز وصول مستخدم في صفحة «الاتصالات».</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="73"/>
        <source>token %1</source>
        <translation>رمز الوصول ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/pages/revocationspanel.cpp" line="74"/>
        <source>all users</source>
        <translation>كل المستخدمين</translation>
    </message>
</context>
<context>
    <name>sluice::console::RevokeFlow</name>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="23"/>
        <source>Revoke the tokens of %1?</source>
        <translation>إبطال رموز وصول المستخدم ⁨%1⁩؟</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="24"/>
        <source>These tokens of %1 let nobody in any more, and the connections that came with them are closed.</source>
        <translation>لن تسمح رموز الوصول هذه الخاصة بالمستخدم ⁨%1⁩ لأحد بالدخول بعد الآن، وسيتم إغلاق الاتصالات التي أنشئت بها.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="26"/>
        <location filename="../console/dialogs/revokeflow.cpp" line="80"/>
        <source>Revoke tokens of %1</source>
        <translation>إبطال رموز ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="28"/>
        <source>the number of open connections of this user</source>
        <translation>عدد الاتصالات المفتوحة لهذا المستخدم</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="33"/>
        <source>those issued until now; a new sign-in is possible</source>
        <translation>الصادرة حتى الآن؛ يمكن تسجيل الدخول من جديد</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="34"/>
        <source>all, also new ones, until it is taken back</source>
        <translation>الكل، بما فيها الجديدة، إلى أن يلغى الإبطال</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="35"/>
        <source>&amp;Which tokens</source>
        <translation>أ&amp;ي رموز الوصول</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="41"/>
        <source>Take the revocation of %1 back?</source>
        <translation>إلغاء إبطال رموز الوصول (⁨%1⁩)؟</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="42"/>
        <source>Tokens of %1 that have not expired let in again.</source>
        <translation>رموز الوصول (⁨%1⁩) التي لم تنته صلاحيتها ستسمح بالدخول مجددا.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="43"/>
        <source>Take it back</source>
        <translation>إلغاء الإبطال</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="53"/>
        <source>The tokens of %1 are revoked.</source>
        <translation>تم إبطال رموز وصول المستخدم ⁨%1⁩.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="54"/>
        <source>The revocation is taken back.</source>
        <translation>تم إلغاء الإبطال.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="72"/>
        <source>The server cannot count the connections of a user with such a name. Use sluicectl.</source>
        <translation>لا يستطيع الخادم إحصاء اتصالات مستخدم بمثل هذا الاسم. استخدم sluicectl.</translation>
    </message>
    <message>
        <location filename="../console/dialogs/revokeflow.cpp" line="92"/>
        <source>It could not be saved, and will not outlive a restart.</source>
        <translation>تعذر حفظ ذلك، ولن يبقى بعد إعادة التشغيل.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerCard</name>
    <message>
        <location filename="../console/pages/servercard.cpp" line="49"/>
        <source>Read-only from this console</source>
        <translation>للقراءة فقط من وحدة التحكم هذه</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="50"/>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="51"/>
        <source>Open here</source>
        <translation>فتح هنا</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="52"/>
        <source>New window</source>
        <translation>نافذة جديدة</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="53"/>
        <source>Forget</source>
        <translation>نسيان</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="73"/>
        <source>Nothing that changes this server is offered while it is on.</source>
        <translation>لا تعرض أي إجراءات تغير هذا الخادم ما دام هذا الخيار مفعلا.</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="75"/>
        <source>Compare %1 with others</source>
        <translation>مقارنة ⁨%1⁩ بخوادم أخرى</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="87"/>
        <source>Open %1 here</source>
        <translation>فتح ⁨%1⁩ هنا</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="89"/>
        <source>Open %1 in a new window</source>
        <translation>فتح ⁨%1⁩ في نافذة جديدة</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="91"/>
        <source>Forget %1</source>
        <translation>نسيان ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="122"/>
        <location filename="../console/pages/servercard.cpp" line="124"/>
        <source>It is open in this window.</source>
        <translation>هذا الخادم مفتوح في هذه النافذة.</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="150"/>
        <source>On one axis with the others that are ticked</source>
        <translation>على محور واحد مع الخوادم المحددة الأخرى</translation>
    </message>
    <message>
        <location filename="../console/pages/servercard.cpp" line="151"/>
        <source>More servers cannot be told apart on one axis.</source>
        <translation>لا يمكن التمييز بين عدد أكبر من الخوادم على محور واحد.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerSession</name>
    <message>
        <location filename="../console/models/serversession.cpp" line="207"/>
        <location filename="../console/models/serversession.cpp" line="212"/>
        <source>There is no link to the server.</source>
        <translation>لا يوجد اتصال بالخادم.</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>The server stopped as asked</source>
        <translation>توقف الخادم حسب الطلب</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="347"/>
        <source>Link to the server lost</source>
        <translation>انقطع الاتصال بالخادم</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="354"/>
        <source>Link to the server is back</source>
        <translation>عاد الاتصال بالخادم</translation>
    </message>
    <message>
        <location filename="../console/models/serversession.cpp" line="367"/>
        <source>Own mark %1</source>
        <translation>علامتك %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServerWatch</name>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="54"/>
        <source>No token file is saved for it. Open it to enter a token.</source>
        <translation>لا يوجد ملف رمز وصول محفوظ لهذا الخادم. افتحه لإدخال رمز وصول.</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="55"/>
        <source>Its token cannot be read: %1</source>
        <translation>تتعذر قراءة رمز وصوله: ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/models/serverwatch.cpp" line="62"/>
        <source>It does not know the saved token.</source>
        <translation>لا يعرف هذا الخادم رمز الوصول المحفوظ.</translation>
    </message>
</context>
<context>
    <name>sluice::console::ServersPage</name>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="42"/>
        <source>No server is saved yet. One is as soon as a connection to it has worked.</source>
        <translation>لا يوجد خادم محفوظ بعد. يتم حفظ الخادم فور نجاح الاتصال به.</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="45"/>
        <source>Connect to another server…</source>
        <translation>الاتصال بخادم آخر…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="47"/>
        <location filename="../console/pages/serverspage.cpp" line="58"/>
        <source>Saved servers</source>
        <translation>الخوادم المحفوظة</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="214"/>
        <location filename="../console/pages/serverspage.cpp" line="241"/>
        <source>○ not connected</source>
        <translation>○ غير متصل</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <location filename="../console/pages/serverspage.cpp" line="240"/>
        <source>■ link lost</source>
        <translation>■ انقطع الاتصال</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="223"/>
        <source>This console is trying to reach it.</source>
        <translation>تحاول وحدة التحكم هذه الوصول إليه.</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="226"/>
        <location filename="../console/pages/serverspage.cpp" line="242"/>
        <source>○ connecting…</source>
        <translation>○ جار الاتصال…</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="254"/>
        <source>version %1</source>
        <translation>الإصدار ⁦%1⁩</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>● live</source>
        <translation>● مباشر</translation>
    </message>
    <message>
        <location filename="../console/pages/serverspage.cpp" line="253"/>
        <source>▲ draining</source>
        <translation>▲ جار التفريغ</translation>
    </message>
</context>
<context>
    <name>sluice::console::SessionFiles</name>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="64"/>
        <source>The session is being packed…</source>
        <translation>يجري ضغط الجلسة…</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="82"/>
        <location filename="../console/app/sessionfiles.cpp" line="117"/>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>Open session</source>
        <translation>فتح جلسة</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>Saved sessions (*.%1)</source>
        <translation>الجلسات المحفوظة (*.%1)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="85"/>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>%1 is being read.</source>
        <translation>تجري قراءة %1.</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="114"/>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../console/app/sessionfiles.cpp" line="140"/>
        <source>%1 cannot be opened: %2.</source>
        <translation>تعذر فتح ⁨%1⁩: ⁨%2⁩.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Shortcuts</name>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="43"/>
        <source>Pause, or go on</source>
        <translation>إيقاف مؤقت أو متابعة</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="44"/>
        <location filename="../console/widgets/shortcuts.cpp" line="45"/>
        <source>On a chart: the crosshair one sample on; with Shift ten</source>
        <translation>على مخطط: تحريك مؤشر التقاطع عينة واحدة؛ ومع Shift عشر عينات</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="46"/>
        <source>On a chart: to the left end of the range</source>
        <translation>على مخطط: إلى الطرف الأيسر للنطاق</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="47"/>
        <source>On a chart: to the right end of the range</source>
        <translation>على مخطط: إلى الطرف الأيمن للنطاق</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="48"/>
        <source>To the row above</source>
        <translation>إلى الصف أعلاه</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="49"/>
        <source>To the row below</source>
        <translation>إلى الصف أدناه</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="50"/>
        <source>On a chart: release the crosshair, then the zoom</source>
        <translation>على مخطط: تحرير مؤشر التقاطع، ثم إلغاء التكبير</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="51"/>
        <location filename="../console/widgets/shortcuts.cpp" line="52"/>
        <source>Press what has the focus</source>
        <translation>الضغط على العنصر الذي عليه التركيز</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="53"/>
        <source>To the next control</source>
        <translation>إلى عنصر التحكم التالي</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="54"/>
        <source>To the control before</source>
        <translation>إلى عنصر التحكم السابق</translation>
    </message>
    <message>
        <location filename="../console/widgets/shortcuts.cpp" line="55"/>
        <source>Open the menu</source>
        <translation>فتح القائمة</translation>
    </message>
</context>
<context>
    <name>sluice::console::ShutdownDialog</name>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain and shut down %1</source>
        <translation>تفريغ ⁨%1⁩ وإيقافه</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="178"/>
        <source>%Ln events that are not answered yet get an error.</source>
        <translation>
            <numerusform>الأحداث التي لم يُرد عليها بعد وتتلقى خطأ: %Ln.</numerusform>
            <numerusform>الأحداث التي لم يُرد عليها بعد وتتلقى خطأ: %Ln.</numerusform>
            <numerusform>الأحداث التي لم يُرد عليها بعد وتتلقى خطأ: %Ln.</numerusform>
            <numerusform>الأحداث التي لم يُرد عليها بعد وتتلقى خطأ: %Ln.</numerusform>
            <numerusform>الأحداث التي لم يُرد عليها بعد وتتلقى خطأ: %Ln.</numerusform>
            <numerusform>الأحداث التي لم يُرد عليها بعد وتتلقى خطأ: %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="179"/>
        <source>%Ln clients are told to go elsewhere (1012) all at once.</source>
        <translation>
            <numerusform>يُطلب من العملاء (%Ln) الانتقال إلى خادم آخر (1012) دفعة واحدة.</numerusform>
            <numerusform>يُطلب من العملاء (%Ln) الانتقال إلى خادم آخر (1012) دفعة واحدة.</numerusform>
            <numerusform>يُطلب من العملاء (%Ln) الانتقال إلى خادم آخر (1012) دفعة واحدة.</numerusform>
            <numerusform>يُطلب من العملاء (%Ln) الانتقال إلى خادم آخر (1012) دفعة واحدة.</numerusform>
            <numerusform>يُطلب من العملاء (%Ln) الانتقال إلى خادم آخر (1012) دفعة واحدة.</numerusform>
            <numerusform>يُطلب من العملاء (%Ln) الانتقال إلى خادم آخر (1012) دفعة واحدة.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="180"/>
        <source>This cannot be taken back.</source>
        <translation>لا يمكن التراجع عن هذا.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now, lose %Ln events</source>
        <translation>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث</numerusform>
            <numerusform>إيقاف الآن وفقدان %Ln من الأحداث</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="189"/>
        <source>The server refused: %1</source>
        <translation>رفض الخادم: ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="159"/>
        <source>Draining %1</source>
        <translation>جار تفريغ ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="78"/>
        <source>Back to the drain</source>
        <translation>العودة إلى التفريغ</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="112"/>
        <source>Drain %1</source>
        <translation>تفريغ ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="155"/>
        <source>asked by %1</source>
        <translation>بطلب من ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="158"/>
        <source>%1 is drained</source>
        <translation>تم تفريغ ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="167"/>
        <source>Stop %1 now</source>
        <translation>إيقاف ⁨%1⁩ الآن</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="181"/>
        <source>Stop now</source>
        <translation>إيقاف الآن</translation>
    </message>
    <message>
        <location filename="../console/dialogs/shutdowndialog.cpp" line="157"/>
        <source>%1 has stopped</source>
        <translation>توقف ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::Situation</name>
    <message>
        <location filename="../console/app/situation.cpp" line="52"/>
        <source>%1 stopped at %2.</source>
        <translation>توقف ⁨%1⁩ عند الساعة %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="46"/>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="49"/>
        <source>Nothing was lost.</source>
        <translation>لم يُفقد شيء.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="50"/>
        <source>%Ln events were answered with an error.</source>
        <translation>
            <numerusform>عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
            <numerusform>عدد الأحداث التي تم الرد عليها بخطأ: %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>This console waits for its return.</source>
        <translation>تنتظر هذه الوحدة عودته.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="51"/>
        <source>The practice is over.</source>
        <translation>انتهى التدريب.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="55"/>
        <source>No data since %1.</source>
        <translation>لا بيانات منذ الساعة %1.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="56"/>
        <source>The server may be fine: only the admin link is down (%1). Actions are disabled; charts keep what they have.</source>
        <translation>قد يكون الخادم سليما: اتصال الإدارة وحده منقطع (⁨%1⁩). الإجراءات معطلة؛ وتحتفظ المخططات بما لديها.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Signing in at %1…</source>
        <translation>جارٍ تسجيل الدخول في %1…</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="69"/>
        <source>Connecting to %1…</source>
        <translation>جارٍ الاتصال بـ %1…</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="71"/>
        <source>Without an answer this is given up after %1 s.</source>
        <translation>دون رد يُتخلّى عن ذلك بعد %1 ث.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="72"/>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="80"/>
        <source>Out of service: drained.</source>
        <translation>خارج الخدمة: تم التفريغ.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="81"/>
        <source>The server stays up and answers new clients with 503 until it is resumed.</source>
        <translation>يبقى الخادم قيد التشغيل ويرد على العملاء الجدد بالرمز 503 إلى أن تستأنف الخدمة.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Drain paused, %1 s left.</source>
        <translation>التفريغ متوقف مؤقتا، بقي %1 ث.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="86"/>
        <source>Draining, %1 s left.</source>
        <translation>جار التفريغ، بقي %1 ث.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="88"/>
        <source>%Ln events are still inside.</source>
        <translation>
            <numerusform>الأحداث الباقية في الداخل: %Ln.</numerusform>
            <numerusform>الأحداث الباقية في الداخل: %Ln.</numerusform>
            <numerusform>الأحداث الباقية في الداخل: %Ln.</numerusform>
            <numerusform>الأحداث الباقية في الداخل: %Ln.</numerusform>
            <numerusform>الأحداث الباقية في الداخل: %Ln.</numerusform>
            <numerusform>الأحداث الباقية في الداخل: %Ln.</numerusform>
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
        <translation>القاعدة: %1. الشرط متحقق منذ %2.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/app/situation.cpp" line="101"/>
        <source>%n other alert(s).</source>
        <translation>
            <numerusform>لا تنبيهات أخرى.</numerusform>
            <numerusform>تنبيه واحد آخر.</numerusform>
            <numerusform>تنبيهان آخران.</numerusform>
            <numerusform>%n تنبيهات أخرى.</numerusform>
            <numerusform>%n تنبيها آخر.</numerusform>
            <numerusform>%n تنبيه آخر.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="102"/>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="103"/>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Silence 10 min</source>
        <translation>كتم 10 د</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="114"/>
        <source>The server reduced its updates to %1 Hz to protect itself.</source>
        <translation>خفّض الخادم تحديثاته إلى %1 هرتز لحماية نفسه.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="115"/>
        <source>Its admin side has more to do than it may (admin.cpu-share). No sample is lost: those in between are fetched when it is over.</source>
        <translation>على جانب الإدارة عمل أكثر مما يُسمح به (admin.cpu-share). لا تضيع أي عيّنة: تُجلب العيّنات البينية بعد انتهاء ذلك.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="131"/>
        <source>The queue is at %1: low-priority events are refused.</source>
        <translation>قائمة الانتظار عند %1: يجري رفض الأحداث منخفضة الأولوية.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="136"/>
        <source>Refusing begins at %1, in about %2 s. </source>
        <translation>يبدأ الرفض عند %1، بعد نحو %2 ث. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="137"/>
        <source>Refusing begins at %1. </source>
        <translation>يبدأ الرفض عند %1. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="140"/>
        <source>The queue is at %1, over the alert threshold of %2.</source>
        <translation>قائمة الانتظار عند %1، فوق عتبة التنبيه البالغة %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="149"/>
        <source>Revision %1 of the configuration goes back in %2.</source>
        <translation>ستُلغى المراجعة %1 من الإعدادات بعد %2.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="152"/>
        <source>It is on trial: keep it, or take it back now.</source>
        <translation>إنها قيد التجربة: أبقِها أو تراجع عنها الآن.</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="168"/>
        <source>The queue is at %1 and rises by %2 a second:</source>
        <translation>قائمة الانتظار عند %1 وترتفع %2 في الثانية:</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="169"/>
        <source>the alert threshold (%1) in about %2 s. </source>
        <translation>تبلغ عتبة التنبيه (%1) بعد نحو %2 ث. </translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="180"/>
        <source>Show queue</source>
        <translation>إظهار قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../console/app/situation.cpp" line="194"/>
        <source>Received %1/s, processed %2/s.</source>
        <translation>المستلمة %1/ث، المعالجة %2/ث.</translation>
    </message>
</context>
<context>
    <name>sluice::console::Sparkline</name>
    <message>
        <location filename="../console/widgets/sparkline.cpp" line="40"/>
        <source>%1: %2, old</source>
        <translation>%1: ⁨%2⁩، قديمة</translation>
    </message>
    <message>
        <location filename="../console/widgets/sparkline.cpp" line="40"/>
        <source>%1: %2</source>
        <translation>%1: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>sluice::console::StartPage</name>
    <message>
        <location filename="../console/app/startpage.cpp" line="25"/>
        <source>No server yet</source>
        <translation>لا خادم بعد</translation>
    </message>
    <message>
        <location filename="../console/app/startpage.cpp" line="26"/>
        <source>What happens on a server is shown here as soon as there is a link to one.</source>
        <translation>يُعرض هنا ما يحدث على الخادم بمجرد وجود اتصال به.</translation>
    </message>
</context>
<context>
    <name>sluice::console::StatusLine</name>
    <message>
        <location filename="../console/app/statusline.cpp" line="34"/>
        <source>console CPU %1 · %2</source>
        <translation>وحدة التحكم: ⁦CPU %1⁩ · %2</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="40"/>
        <source>a recording: no admin link</source>
        <translation>تسجيل: لا يوجد اتصال إدارة</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>no admin link</source>
        <translation>لا يوجد اتصال إدارة</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="43"/>
        <source>admin link %1</source>
        <translation>اتصال الإدارة ⁦%1⁩</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="45"/>
        <source>%1 · RTT %2 ms</source>
        <translation>⁨%1⁩ · ⁦RTT %2 ms⁩</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="52"/>
        <source>no sample yet</source>
        <translation>لا عينات بعد</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="54"/>
        <source>samples up to %1</source>
        <translation>العينات حتى %1</translation>
    </message>
    <message>
        <location filename="../console/app/statusline.cpp" line="56"/>
        <source>sample %1 s ago · %2 lost</source>
        <translation>آخر عينة قبل %1 ث · المفقودة %2</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapForm</name>
    <message>
        <location filename="../console/pages/tapform.cpp" line="36"/>
        <source>&amp;Show payloads (audited)</source>
        <translation>إ&amp;ظهار الحمولات (يسجل ذلك)</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="56"/>
        <location filename="../console/pages/tapform.cpp" line="57"/>
        <location filename="../console/pages/tapform.cpp" line="58"/>
        <location filename="../console/pages/tapform.cpp" line="60"/>
        <location filename="../console/pages/tapform.cpp" line="70"/>
        <source>any</source>
        <translation>الكل</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="61"/>
        <source>ok</source>
        <translation>ناجح</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="62"/>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="63"/>
        <source>timed out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="64"/>
        <source>cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="65"/>
        <source>connection gone</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="66"/>
        <source>abandoned</source>
        <translation>متروك</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="67"/>
        <source>refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="69"/>
        <source> ms</source>
        <translation> ملي ث</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="73"/>
        <location filename="../console/pages/tapform.cpp" line="76"/>
        <source>choose</source>
        <translation>اختر</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="74"/>
        <source> /s</source>
        <translation> /ث</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="77"/>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="91"/>
        <source>E&amp;vent</source>
        <translation>ال&amp;حدث</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="92"/>
        <source>&amp;User</source>
        <translation>الم&amp;ستخدم</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="93"/>
        <source>&amp;Connection</source>
        <translation>الا&amp;تصال</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="94"/>
        <source>&amp;Result</source>
        <translation>ال&amp;نتيجة</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="95"/>
        <source>S&amp;lower than</source>
        <translation>أ&amp;بطأ من</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="96"/>
        <source>At &amp;most, required</source>
        <translation>الحد الأ&amp;قصى، إلزامي</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="97"/>
        <source>&amp;For, required</source>
        <translation>ال&amp;مدة، إلزامية</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="123"/>
        <source>Choose how many events a second may be shown at most.</source>
        <translation>اختر أقصى عدد من الأحداث يمكن عرضه في الثانية.</translation>
    </message>
    <message>
        <location filename="../console/pages/tapform.cpp" line="125"/>
        <source>Choose after how long the tap ends by itself.</source>
        <translation>اختر المدة التي ينتهي الالتقاط بعدها تلقائيا.</translation>
    </message>
</context>
<context>
    <name>sluice::console::TapPage</name>
    <message>
        <location filename="../console/pages/tappage.cpp" line="37"/>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="38"/>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="39"/>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="42"/>
        <source>Events as they end</source>
        <translation>الأحداث عند انتهائها</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="46"/>
        <location filename="../console/pages/tappage.cpp" line="171"/>
        <source>Choose what to watch, how much of it and for how long; then start the tap.</source>
        <translation>اختر ما تريد مراقبته ومقداره ومدته، ثم ابدأ الالتقاط.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="80"/>
        <source>Save what is listed, one JSON object a line</source>
        <translation>حفظ المدرج في القائمة، كائن JSON واحد في كل سطر</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="155"/>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="157"/>
        <source>This role may not tap.</source>
        <translation>لا يسمح هذا الدور بالالتقاط.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>paused</source>
        <translation>متوقف مؤقتا</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="167"/>
        <source>● tapping</source>
        <translation>● جار الالتقاط</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="170"/>
        <source>Waiting for an event that matches…</source>
        <translation>في انتظار حدث مطابق…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="180"/>
        <source>Starting…</source>
        <translation>جار البدء…</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="181"/>
        <source>ends in %1</source>
        <translation>ينتهي بعد %1</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="182"/>
        <source>The tap&apos;s time is over.</source>
        <translation>انتهت مدة الالتقاط.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="183"/>
        <source>The tap ended with the link.</source>
        <translation>انتهى الالتقاط بانقطاع الاتصال.</translation>
    </message>
    <message>
        <location filename="../console/pages/tappage.cpp" line="184"/>
        <source>Refused: %1</source>
        <translation>مرفوض: ⁨%1⁩</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="187"/>
        <source>the last %Ln events</source>
        <translation>
            <numerusform>أحدث %Ln من الأحداث</numerusform>
            <numerusform>أحدث %Ln من الأحداث</numerusform>
            <numerusform>أحدث %Ln من الأحداث</numerusform>
            <numerusform>أحدث %Ln من الأحداث</numerusform>
            <numerusform>أحدث %Ln من الأحداث</numerusform>
            <numerusform>أحدث %Ln من الأحداث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="190"/>
        <source>%Ln are waiting</source>
        <translation>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
            <numerusform>في الانتظار: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="192"/>
        <source>%Ln more matched than may be shown</source>
        <translation>
            <numerusform>المطابقة فوق حد العرض: %Ln</numerusform>
            <numerusform>المطابقة فوق حد العرض: %Ln</numerusform>
            <numerusform>المطابقة فوق حد العرض: %Ln</numerusform>
            <numerusform>المطابقة فوق حد العرض: %Ln</numerusform>
            <numerusform>المطابقة فوق حد العرض: %Ln</numerusform>
            <numerusform>المطابقة فوق حد العرض: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/pages/tappage.cpp" line="188"/>
        <source>%n event(s)</source>
        <translation>
            <numerusform>لا أحداث</numerusform>
            <numerusform>حدث واحد</numerusform>
            <numerusform>حدثان</numerusform>
            <numerusform>%n أحداث</numerusform>
            <numerusform>%n حدثا</numerusform>
            <numerusform>%n حدث</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sluice::console::Tile</name>
    <message>
        <location filename="../console/widgets/tile.cpp" line="51"/>
        <source>%1: %2 %3, %4</source>
        <comment>tile: what, value, unit, comparison</comment>
        <translation>%1: %2 %3، %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::TimeChart</name>
    <message>
        <location filename="../console/charts/chartdata.cpp" line="57"/>
        <source>%1 %2, from %3 to %4</source>
        <comment>line of a chart: name, newest value, least, most</comment>
        <translation>%1 %2، من %3 إلى %4</translation>
    </message>
</context>
<context>
    <name>sluice::console::Toast</name>
    <message>
        <location filename="../console/widgets/toast.cpp" line="25"/>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>sluice::console::TraceModel</name>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="50"/>
        <location filename="../console/models/tracemodel.cpp" line="51"/>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="54"/>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="31"/>
        <source>(unknown)</source>
        <translation>(غير معروف)</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="61"/>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="67"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="73"/>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="74"/>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="79"/>
        <source>Lane</source>
        <translation>المسار</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="80"/>
        <source>Wait ms</source>
        <translation>الانتظار ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="81"/>
        <source>Handler ms</source>
        <translation>المعالج ms</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="171"/>
        <source>ok</source>
        <translation>ناجح</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="175"/>
        <source>failed: %1</source>
        <translation>فشل: ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="177"/>
        <source>timed out</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="179"/>
        <source>connection gone</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="181"/>
        <source>cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <location filename="../console/models/tracemodel.cpp" line="182"/>
        <source>abandoned</source>
        <translation>متروك</translation>
    </message>
</context>
<context>
    <name>sluice::console::TracePanel</name>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="62"/>
        <source>Parameters</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="64"/>
        <source>Answer</source>
        <translation>الرد</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="66"/>
        <source>Payloads are masked. An administrator can start a tap that shows them; that is audited.</source>
        <translation>الحمولات محجوبة. يمكن لمسؤول بدء التقاط يظهرها؛ ويسجل ذلك في سجل التدقيق.</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="74"/>
        <source>Parameters of the event</source>
        <translation>معاملات الحدث</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="75"/>
        <source>Answer to the event</source>
        <translation>الرد على الحدث</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="93"/>
        <source>The event&apos;s way</source>
        <translation>مسار الحدث</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="111"/>
        <source>No event selected</source>
        <translation>لم يتم تحديد أي حدث</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="112"/>
        <source>Select a row to see the event&apos;s way: each step with its time, and what each policy decided by.</source>
        <translation>حدد صفا لرؤية مسار الحدث: كل خطوة بزمنها، وعلى أي أساس قررت كل سياسة.</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="115"/>
        <source>(unknown)</source>
        <translation>(غير معروف)</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="117"/>
        <source>%1 · connection %2 · %3</source>
        <translation>⁨%1⁩ · الاتصال %2 · ⁨%3⁩</translation>
    </message>
    <message>
        <location filename="../console/pages/tracepanel.cpp" line="120"/>
        <source>not signed in</source>
        <translation>لم يسجل الدخول</translation>
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
        <translation>B</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="46"/>
        <source>received</source>
        <translation>الاستلام</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="49"/>
        <source>waited in lane %1</source>
        <translation>الانتظار في المسار ⁨%1⁩</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="50"/>
        <source>handler, worker %1</source>
        <translation>المعالج، العامل %1</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="53"/>
        <source>receipt, policies, hand-overs and answer</source>
        <translation>الاستلام والسياسات والتسليم والرد</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="54"/>
        <source>all that is not measured by itself</source>
        <translation>كل ما لا يقاس على حدة</translation>
    </message>
    <message>
        <location filename="../console/models/tracesteps.cpp" line="58"/>
        <source>answered: %1</source>
        <translation>الرد: %1</translation>
    </message>
</context>
<context>
    <name>sluice::console::TrialPanel</name>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="21"/>
        <source>Keep it</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="22"/>
        <source>Take it back now</source>
        <translation>تراجع الآن</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="51"/>
        <source>▲ Revision %1 goes back by itself in %2.</source>
        <translation>▲ ستُلغى المراجعة %1 من تلقاء نفسها بعد %2.</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="75"/>
        <source>Revision %1 is kept.</source>
        <translation>أُبقيت المراجعة %1.</translation>
    </message>
    <message>
        <location filename="../console/pages/trialpanel.cpp" line="77"/>
        <source>Revision %1 has gone back.</source>
        <translation>أُلغيت المراجعة %1.</translation>
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
        <translation>أثره في الدقائق الأخيرة غير معروف: لم يحص أحد ذلك.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="53"/>
        <source>Would have refused none of %Ln events in the last %1, as now.</source>
        <translation>
            <numerusform>ما كان سيرفض أيا من الأحداث (%Ln) خلال آخر %1، كما هو الحال الآن.</numerusform>
            <numerusform>ما كان سيرفض أيا من الأحداث (%Ln) خلال آخر %1، كما هو الحال الآن.</numerusform>
            <numerusform>ما كان سيرفض أيا من الأحداث (%Ln) خلال آخر %1، كما هو الحال الآن.</numerusform>
            <numerusform>ما كان سيرفض أيا من الأحداث (%Ln) خلال آخر %1، كما هو الحال الآن.</numerusform>
            <numerusform>ما كان سيرفض أيا من الأحداث (%Ln) خلال آخر %1، كما هو الحال الآن.</numerusform>
            <numerusform>ما كان سيرفض أيا من الأحداث (%Ln) خلال آخر %1، كما هو الحال الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="58"/>
        <source>Would have refused %1 of %Ln events in the last %2, as many as now.</source>
        <translation>
            <numerusform>كان سيرفض ⁦%1⁩ من أصل %Ln من الأحداث خلال آخر %2، بقدر ما يرفض الآن.</numerusform>
            <numerusform>كان سيرفض ⁦%1⁩ من أصل %Ln من الأحداث خلال آخر %2، بقدر ما يرفض الآن.</numerusform>
            <numerusform>كان سيرفض ⁦%1⁩ من أصل %Ln من الأحداث خلال آخر %2، بقدر ما يرفض الآن.</numerusform>
            <numerusform>كان سيرفض ⁦%1⁩ من أصل %Ln من الأحداث خلال آخر %2، بقدر ما يرفض الآن.</numerusform>
            <numerusform>كان سيرفض ⁦%1⁩ من أصل %Ln من الأحداث خلال آخر %2، بقدر ما يرفض الآن.</numerusform>
            <numerusform>كان سيرفض ⁦%1⁩ من أصل %Ln من الأحداث خلال آخر %2، بقدر ما يرفض الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="63"/>
        <source>Would have refused %1 more of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>كان عدد الأحداث المرفوضة سيزيد بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سيزيد بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سيزيد بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سيزيد بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سيزيد بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سيزيد بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="64"/>
        <source>Would have refused %1 fewer of %Ln events in the last %2: %3 instead of %4.</source>
        <translation>
            <numerusform>كان عدد الأحداث المرفوضة سينقص بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سينقص بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سينقص بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سينقص بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سينقص بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
            <numerusform>كان عدد الأحداث المرفوضة سينقص بمقدار ⁦%1⁩ من أصل %Ln خلال آخر %2: %3 بدلا من %4.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="70"/>
        <source>That is %1 clients.</source>
        <translation>يشمل ذلك ⁦%1⁩ من العملاء.</translation>
    </message>
    <message numerus="yes">
        <location filename="../console/models/whatifnote.cpp" line="72"/>
        <source>That is %n client(s).</source>
        <translation>
            <numerusform>لا يشمل ذلك أي عميل.</numerusform>
            <numerusform>يشمل ذلك عميلا واحدا.</numerusform>
            <numerusform>يشمل ذلك عميلين.</numerusform>
            <numerusform>يشمل ذلك %n عملاء.</numerusform>
            <numerusform>يشمل ذلك %n عميلا.</numerusform>
            <numerusform>يشمل ذلك %n عميل.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="74"/>
        <source>Those who were refused may ask more often then.</source>
        <translation>قد يرسل العملاء الذين رفضت أحداثهم أحداثا أكثر عندئذ.</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="84"/>
        <source>%1 at the most in the last %2; %3 would have been full in %4 of %5 looks, one a second.</source>
        <translation>بلغ ⁨%1⁩ على الأكثر خلال آخر %2؛ ولو كان الحجم ⁨%3⁩ لامتلأ في %4 من أصل %5 من القراءات، بمعدل قراءة كل ثانية.</translation>
    </message>
    <message>
        <location filename="../console/models/whatifnote.cpp" line="86"/>
        <source>%1 at the most in the last %2, looked at once a second: %3 would never have been full.</source>
        <translation>بلغ ⁨%1⁩ على الأكثر خلال آخر %2، بقراءة كل ثانية: ولو كان الحجم ⁨%3⁩ لما امتلأ قط.</translation>
    </message>
</context>
<context>
    <name>sluice::console::WindowActions</name>
    <message>
        <location filename="../console/app/windowactions.cpp" line="24"/>
        <source>&amp;Keyboard…</source>
        <translation>لوحة المفات&amp;يح…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="25"/>
        <source>A&amp;bout…</source>
        <translation>ح&amp;ول…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="48"/>
        <source>&amp;Connect to a server…</source>
        <translation>الات&amp;صال بخادم…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="49"/>
        <source>&amp;Disconnect</source>
        <translation>&amp;قطع الاتصال</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="50"/>
        <source>&amp;Fetch now</source>
        <translation>&amp;جلب الآن</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="51"/>
        <source>&amp;Practice on a built-in incident</source>
        <translation>التد&amp;رب على حادثة مدمجة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="52"/>
        <source>Open sess&amp;ion…</source>
        <translation>فتح جلس&amp;ة…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="53"/>
        <source>Sa&amp;ve session…</source>
        <translation>حف&amp;ظ الجلسة…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="54"/>
        <source>Appl&amp;y pending changes</source>
        <translation>ت&amp;طبيق التغييرات المعلقة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="55"/>
        <location filename="../console/app/windowactions.cpp" line="56"/>
        <source>Drain &amp;&amp; shut down…</source>
        <translation>تفريغ وإيقاف…</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="58"/>
        <source>&amp;Quit</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Overview</source>
        <translation>&amp;نظرة عامة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Co&amp;nnections</source>
        <translation>الاتصا&amp;لات</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Events</source>
        <translation>الأ&amp;حداث</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>&amp;Limits</source>
        <translation>الحدو&amp;د</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="63"/>
        <source>Confi&amp;g</source>
        <translation>الإ&amp;عدادات</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Live &amp;tap</source>
        <translation>التقاط &amp;مباشر</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>Ale&amp;rts</source>
        <translation>التن&amp;بيهات</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Audit</source>
        <translation>ال&amp;تدقيق</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="64"/>
        <source>&amp;Servers</source>
        <translation>ال&amp;خوادم</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="71"/>
        <source>F&amp;ilter</source>
        <translation>ت&amp;صفية</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="72"/>
        <source>&amp;Command box</source>
        <translation>م&amp;ربع الأوامر</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="73"/>
        <source>Ne&amp;xt pane</source>
        <translation>ال&amp;جزء التالي</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="74"/>
        <source>&amp;Previous pane</source>
        <translation>الجزء الساب&amp;ق</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="75"/>
        <source>&amp;Wall display</source>
        <translation>&amp;شاشة الحائط</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="77"/>
        <source>Reset la&amp;yout</source>
        <translation>إعادة تعيين التخ&amp;طيط</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="87"/>
        <source>Last m&amp;inute</source>
        <translation>آخر &amp;دقيقة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="102"/>
        <source>Set a mar&amp;k</source>
        <translation>وضع &amp;علامة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="120"/>
        <source>T&amp;heme</source>
        <translation>ال&amp;سمة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="138"/>
        <source>Lang&amp;uage</source>
        <translation>الل&amp;غة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="198"/>
        <source>Resu&amp;me</source>
        <translation>استئنا&amp;ف</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="88"/>
        <source>Last &amp;5 minutes</source>
        <translation>آخر &amp;5 دقائق</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="89"/>
        <source>Last 1&amp;0 minutes</source>
        <translation>آخر 1&amp;0 دقائق</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="90"/>
        <source>Last &amp;hour</source>
        <translation>آخر &amp;ساعة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="91"/>
        <source>Last &amp;6 hours</source>
        <translation>آخر &amp;6 ساعات</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="98"/>
        <location filename="../console/app/windowactions.cpp" line="198"/>
        <source>&amp;Pause</source>
        <translation>إيقا&amp;ف مؤقت</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="100"/>
        <source>Freeze the charts (Space)</source>
        <translation>تجميد المخططات (مسافة)</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="103"/>
        <source>Chart as &amp;table, or back</source>
        <translation>المخطط ك&amp;جدول أو العكس</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="104"/>
        <source>&amp;Whole range again</source>
        <translation>ال&amp;نطاق كاملا مجددا</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Auto</source>
        <translation>تلقائية</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Light</source>
        <translation>فاتحة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="111"/>
        <source>Dark</source>
        <translation>داكنة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="126"/>
        <source>S&amp;ystem</source>
        <comment>the language of the system</comment>
        <translation>لغة ال&amp;نظام</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="128"/>
        <source>Pseudo-language</source>
        <translation>لغة زائفة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="156"/>
        <source>&amp;Server</source>
        <translation>ال&amp;خادم</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="164"/>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="172"/>
        <source>&amp;Charts</source>
        <translation>ال&amp;مخططات</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="178"/>
        <source>&amp;Page</source>
        <translation>ال&amp;صفحة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="179"/>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="227"/>
        <source>Drain and shut down the server</source>
        <translation>تفريغ الخادم وإيقافه</translation>
    </message>
    <message>
        <location filename="../console/app/windowactions.cpp" line="228"/>
        <source>Drain and shut down the server (%1)</source>
        <translation>تفريغ الخادم وإيقافه (⁦%1⁩)</translation>
    </message>
</context>
</TS>
