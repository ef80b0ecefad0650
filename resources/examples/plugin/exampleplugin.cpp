// Two handlers: one that answers at once and pushes, one that works in a thread of its own and answers later.
#include <sluice/handlerplugin.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QPromise>
#include <QRegularExpression>
#include <QThreadPool>

using namespace sluice::plugin;

namespace {

QJsonObject paramsOf(const Event &event)
{
    return QJsonDocument::fromJson(event.params).object();
}

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// What the client's developer reads: which parameter is wrong and why.
Answer invalid(const char *field, const char *reason)
{
    return Answer::error(
        ErrorCode::InvalidParams,
        jsonText({{QStringLiteral("field"), QLatin1String(field)}, {QStringLiteral("reason"), QLatin1String(reason)}}));
}

/// `{name}` -> `{greeting}`; whoever is greeted gets the push `example/greeted {by}`.
class GreetHandler final : public Handler
{
public:
    Result handle(const Event &event) override
    {
        const QString name = paramsOf(event).value(QLatin1String("name")).toString();
        if (name.isEmpty())
            return invalid("name", "must not be empty");
        Answer answer = Answer::success(
            jsonText({{QStringLiteral("greeting"), QStringLiteral("Hello, %1, from %2").arg(name, event.user)}}));
        Publication push;
        push.users = {name};
        push.event = QStringLiteral("example/greeted");
        push.params = jsonText({{QStringLiteral("by"), event.user}});
        answer.publications.append(push);
        return answer;
    }
};

/// `{text}` -> `{words}`. Counts in a pool of its own, so that no worker of the server is held meanwhile.
class CountWordsHandler final : public Handler
{
public:
    CountWordsHandler() { m_pool.setMaxThreadCount(2); }

    Result handle(const Event &event) override
    {
        const auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        m_pool.start([event, promise] {
            promise->addResult(count(event));
            promise->finish();
        });
        return promise->future();
    }

private:
    static Answer count(const Event &event)
    {
        const QString text = paramsOf(event).value(QLatin1String("text")).toString();
        static const QRegularExpression word(QStringLiteral("\\w+"), QRegularExpression::UseUnicodePropertiesOption);
        qint64 words = 0;
        for (auto matches = word.globalMatch(text); matches.hasNext() && !event.stop.stop_requested(); matches.next())
            ++words;
        return Answer::success(jsonText({{QStringLiteral("words"), words}}));
    }

    QThreadPool m_pool;
};

} // namespace

class ExamplePlugin final : public QObject, public HandlerPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SLUICE_HANDLER_PLUGIN_IID FILE "exampleplugin.json")
    Q_INTERFACES(sluice::plugin::HandlerPlugin)

public:
    std::unique_ptr<Handler> makeHandler(const QString &name) override
    {
        if (name == QLatin1String("example.greet"))
            return std::make_unique<GreetHandler>();
        if (name == QLatin1String("example.count-words"))
            return std::make_unique<CountWordsHandler>();
        return nullptr;
    }
};

#include "exampleplugin.moc"
