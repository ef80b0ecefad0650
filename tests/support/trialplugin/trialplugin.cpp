#include <sluice/handlerplugin.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QPromise>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace sluice::plugin;

namespace {

using Act = std::function<Result(const Event &)>;

/// A handler that is one function.
class TrialHandler final : public Handler
{
public:
    explicit TrialHandler(Act act)
        : m_act(std::move(act))
    {
    }
    Result handle(const Event &event) override { return m_act(event); }

private:
    const Act m_act;
};

QJsonObject paramsOf(const Event &event)
{
    return QJsonDocument::fromJson(event.params).object();
}

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// All that it was told.
Result echo(const Event &event)
{
    const auto left = event.deadline - std::chrono::steady_clock::now();
    return Answer::success(jsonText({
        {QStringLiteral("id"), event.id},
        {QStringLiteral("user"), event.user},
        {QStringLiteral("authenticated"), event.authenticated},
        {QStringLiteral("roles"), QJsonArray::fromStringList(event.roles)},
        {QStringLiteral("params"), paramsOf(event)},
        {QStringLiteral("key"), QString::fromUtf8(event.idempotencyKey)},
        {QStringLiteral("connected"), event.connection != 0},
        {QStringLiteral("leftMs"), qint64(std::chrono::duration_cast<std::chrono::milliseconds>(left).count())},
    }));
}

Result throwIt(const Event &event)
{
    if (paramsOf(event).value(QLatin1String("unknown")).toBool())
        throw 7; // NOLINT: nothing that anybody knows
    throw std::runtime_error("thrown by the plugin");
}

/// Blocks until it is told that nobody waits, and `beyondMs` longer.
Result hang(const Event &event)
{
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait(lock, event.stop, [] { return false; });
    const auto beyond = std::chrono::milliseconds(paramsOf(event).value(QLatin1String("beyondMs")).toInt());
    std::condition_variable never;
    never.wait_for(lock, beyond, [] { return false; });
    return Answer::success("\"late\"");
}

/// `{how}`: from a thread of its own an answer or an exception, or nothing at all.
Result later(const Event &event)
{
    const QString how = paramsOf(event).value(QLatin1String("how")).toString();
    QPromise<Answer> promise;
    promise.start();
    QFuture<Answer> future = promise.future();
    if (how == QLatin1String("give up"))
        return future;
    if (how == QLatin1String("nothing"))
        return QFuture<Answer>();
    std::thread([how, promise = std::move(promise)]() mutable {
        if (how == QLatin1String("throw"))
            promise.setException(std::make_exception_ptr(std::runtime_error("thrown later")));
        else
            promise.addResult(Answer::success("\"later\""));
        promise.finish();
    }).detach();
    return future;
}

/// `{result?, code?, data?, event?, params?, users?, topic?, everyone?}`: an answer of exactly that, right or wrong.
Result answer(const Event &event)
{
    const QJsonObject params = paramsOf(event);
    const auto text = [&params](const char *name) { return params.value(QLatin1String(name)).toString(); };
    Answer answer = Answer::success(text("result").toUtf8());
    if (const int code = params.value(QLatin1String("code")).toInt(); code != 0)
        answer = Answer::error(static_cast<ErrorCode>(code), text("data").toUtf8(), QStringLiteral("as told"));
    if (params.contains(QLatin1String("event"))) {
        Publication push;
        push.event = text("event");
        push.params = text("params").toUtf8();
        push.topic = text("topic");
        push.everyone = params.value(QLatin1String("everyone")).toBool();
        if (const QString user = text("user"); !user.isEmpty())
            push.users = {user};
        answer.publications.append(push);
    }
    return answer;
}

// ---- What the built-in bench handlers do (tests/integration/handlertable.h), in a plugin's words.

Result tableEcho(const Event &event)
{
    return Answer::success(event.params);
}

Result tableFail(const Event &event)
{
    const QString how = paramsOf(event).value(QLatin1String("how")).toString();
    if (how == QLatin1String("not-found"))
        return Answer::error(ErrorCode::NotFound);
    if (how == QLatin1String("error"))
        return Answer::error(ErrorCode::BackendFailed);
    if (how.isEmpty())
        return Answer::success("{}");
    return Answer::error(
        ErrorCode::InvalidParams,
        jsonText({{QStringLiteral("field"), QStringLiteral("how")},
                  {QStringLiteral("reason"), QStringLiteral("must be error, throw, give-up, not-found or absent")}}));
}

Result tableSleep(const Event &event)
{
    const int ms = paramsOf(event).value(QLatin1String("ms")).toInt();
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, event.stop, std::chrono::milliseconds(ms), [] { return false; });
    return Answer::success(jsonText({{QStringLiteral("ms"), ms}}));
}

Result tableBroadcast(const Event &event)
{
    Answer answer = Answer::success();
    Publication push;
    push.everyone = true;
    push.event = QStringLiteral("bench/note");
    push.params = event.params;
    answer.publications.append(push);
    return answer;
}

} // namespace

class TrialPlugin final : public QObject, public HandlerPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SLUICE_HANDLER_PLUGIN_IID FILE "trialplugin.json")
    Q_INTERFACES(sluice::plugin::HandlerPlugin)

public:
    std::unique_ptr<Handler> makeHandler(const QString &name) override
    {
        if (name == QLatin1String("trial.echo"))
            return std::make_unique<TrialHandler>(&echo);
        if (name == QLatin1String("trial.throw"))
            return std::make_unique<TrialHandler>(&throwIt);
        if (name == QLatin1String("trial.hang"))
            return std::make_unique<TrialHandler>(&hang);
        if (name == QLatin1String("trial.later"))
            return std::make_unique<TrialHandler>(&later);
        if (name == QLatin1String("trial.answer"))
            return std::make_unique<TrialHandler>(&answer);
        if (name == QLatin1String("table.echo"))
            return std::make_unique<TrialHandler>(&tableEcho);
        if (name == QLatin1String("table.fail"))
            return std::make_unique<TrialHandler>(&tableFail);
        if (name == QLatin1String("table.sleep"))
            return std::make_unique<TrialHandler>(&tableSleep);
        if (name == QLatin1String("table.broadcast"))
            return std::make_unique<TrialHandler>(&tableBroadcast);
        if (name == QLatin1String("trial.bad0")) // of a file that a test has changed
            throw std::runtime_error("no such handler");
        return nullptr;
    }
};

#include "trialplugin.moc"
