#include "server/events/topicrulereader.h"

#include "server/events/eventspecreader.h"

namespace sluice::server {

namespace {

constexpr int kMaxHistory = 10'000;
constexpr int kMaxHistoryMs = 24 * 3600 * 1000;
constexpr int kMaxSubscribers = 10'000'000;
constexpr QLatin1String kRolePrefix("role:");

QString accessForms()
{
    return QStringLiteral("anyone, users, owner, claim or role:NAME, or a list of them");
}

void readAccess(TableFields &fields, const TomlNode &value, const char *key, TopicAccess &access)
{
    access = {};
    const auto given = fields.texts(value, key, accessForms());
    for (const QString &form : given.value_or(QStringList())) {
        if (form == QLatin1String("anyone"))
            access.anyone = true;
        else if (form == QLatin1String("users"))
            access.users = true;
        else if (form == QLatin1String("owner"))
            access.owner = true;
        else if (form == QLatin1String("claim"))
            access.claim = true;
        else if (form.startsWith(kRolePrefix) && form.size() > kRolePrefix.size())
            access.roles.push_back(form.mid(kRolePrefix.size()).toStdString());
        else
            fields.fault(value.line, QLatin1String(key), QStringLiteral("is nobody"), u'"' + form + u'"',
                         accessForms());
    }
}

void readPattern(TableFields &fields, const TomlNode &value, TopicRule &rule)
{
    const auto pattern = fields.text(value, "name");
    if (!pattern)
        return;
    fields.setSubject(*pattern);
    rule.pattern = pattern->toStdString();
    if (!isTopicPattern(rule.pattern))
        fields.fault(value.line, QStringLiteral("name"), QStringLiteral("is no topic"), value.toText(),
                     QStringLiteral("segments of letters, digits and _ . - @ : $ between slashes, * for any one, "
                                    "{user} at most once, at most 128 bytes"));
}

void readEvent(TableFields &fields, const TomlNode &value, TopicRule &rule)
{
    const auto event = fields.text(value, "event");
    if (event && !isEventId(*event))
        fields.fault(value.line, QStringLiteral("event"), QStringLiteral("is no event id"), value.toText(),
                     QStringLiteral("entity/verb of letters, digits, _ . - and /, at most 128"));
    else if (event)
        rule.event = event->toStdString();
}

/// False when there is no such field.
bool readField(TableFields &fields, const TomlNode::Member &member, TopicRule &rule)
{
    const TomlNode &value = member.value;
    if (member.name == QLatin1String("name")) {
        readPattern(fields, value, rule);
    } else if (member.name == QLatin1String("summary")) {
        rule.summary = fields.text(value, "summary").value_or(QString()).toStdString();
    } else if (member.name == QLatin1String("event")) {
        readEvent(fields, value, rule);
    } else if (member.name == QLatin1String("subscribe")) {
        readAccess(fields, value, "subscribe", rule.subscribe);
    } else if (member.name == QLatin1String("publish")) {
        readAccess(fields, value, "publish", rule.publish);
    } else if (member.name == QLatin1String("history")) {
        rule.history = fields.integer(value, "history", 0, kMaxHistory).value_or(0);
    } else if (member.name == QLatin1String("history-ms")) {
        rule.historyAge = std::chrono::milliseconds(fields.integer(value, "history-ms", 0, kMaxHistoryMs).value_or(0));
    } else if (member.name == QLatin1String("presence")) {
        fields.readFlag(value, "presence", rule.presence);
    } else if (member.name == QLatin1String("announce")) {
        fields.readFlag(value, "announce", rule.announces);
    } else if (member.name == QLatin1String("max-subscribers")) {
        rule.maxSubscribers = fields.integer(value, "max-subscribers", 0, kMaxSubscribers).value_or(0);
    } else {
        return false;
    }
    return true;
}

} // namespace

std::shared_ptr<TopicRule> readTopicRule(const TomlNode &table, const QString &fileName, ConfigProblems &problems)
{
    static const QStringList kNames{QStringLiteral("name"),       QStringLiteral("summary"),
                                    QStringLiteral("event"),      QStringLiteral("subscribe"),
                                    QStringLiteral("publish"),    QStringLiteral("history"),
                                    QStringLiteral("history-ms"), QStringLiteral("presence"),
                                    QStringLiteral("announce"),   QStringLiteral("max-subscribers")};
    auto rule = std::make_shared<TopicRule>();
    rule->subscribe.users = true;
    TableFields fields(fileName, problems);
    if (!table.isTable()) {
        fields.fault(table.line, QStringLiteral("topic"), QStringLiteral("must be a table"), table.toText(),
                     QStringLiteral("[[topic]]"));
        return rule;
    }
    for (const TomlNode::Member &member : table.members) {
        if (!readField(fields, member, *rule))
            fields.unknownField(member, kNames);
    }
    if (!table.find(u"name"))
        fields.fault(table.line, QStringLiteral("name"), QStringLiteral("is missing"), {}, QStringLiteral("a topic"));
    if ((rule->history > 0) != (rule->historyAge.count() > 0))
        fields.fault(table.line, QStringLiteral("history"), QStringLiteral("goes with history-ms"), {},
                     QStringLiteral("both or none"));
    if (rule->announces && !rule->presence)
        fields.fault(table.line, QStringLiteral("announce"), QStringLiteral("needs presence"), {},
                     QStringLiteral("presence = true"));
    const bool namesOwner = rule->pattern.find("{user}") != std::string::npos;
    if ((rule->subscribe.owner || rule->publish.owner) && !namesOwner)
        fields.fault(table.line, QStringLiteral("name"), QStringLiteral("names no owner"), {},
                     QStringLiteral("{user} as a segment"));
    return rule;
}

} // namespace sluice::server
