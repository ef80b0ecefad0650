#pragma once

#include "server/events/handler.h"
#include "server/events/sinks.h"

#include <QStringList>

#include <functional>
#include <iterator>
#include <mutex>
#include <string>
#include <vector>

namespace sluice::test {

/// An I/O thread's mailbox that a test reads. Thread: any.
class CompletionInbox final : public server::CompletionSink
{
public:
    void post(server::CompletionBatch &&batch) override
    {
        const std::lock_guard lock(m_mutex);
        m_batches.push_back(std::move(batch));
    }

    [[nodiscard]] std::vector<server::CompletionBatch> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_batches, {});
    }

private:
    std::mutex m_mutex;
    std::vector<server::CompletionBatch> m_batches;
};

/// The broadcaster's end of the pipeline; keeps what it got, as "event params". Thread: any.
class PublicationInbox final : public server::PublicationSink
{
public:
    server::PublishResult publish(server::Publication &&publication) override
    {
        const std::lock_guard lock(m_mutex);
        m_published << QString::fromStdString(publication.event) + u' ' + QString::fromUtf8(publication.params);
        return server::PublishResult::Queued;
    }

    [[nodiscard]] QStringList published() const
    {
        const std::lock_guard lock(m_mutex);
        return m_published;
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_published;
};

/// A handler that does what the test says.
class FunctionHandler final : public server::Handler
{
public:
    using Function = std::function<server::HandlerResult(const server::Request &)>;

    explicit FunctionHandler(Function function)
        : m_function(std::move(function))
    {
    }

    server::HandlerResult handle(const server::Request &request) override { return m_function(request); }

private:
    Function m_function;
};

/// The answer of one completion.
[[nodiscard]] inline QString answerOf(const server::CompletionBatch &batch, size_t index)
{
    const server::Completion &completion = batch.completions.at(index);
    return QString::fromStdString(batch.bytes.substr(completion.offset, completion.length));
}

/// The answers as they go to clients.
[[nodiscard]] inline QString resultText(const char *id, const char *result)
{
    return QStringLiteral(R"({"jsonrpc":"2.0","id":%1,"result":%2})").arg(QLatin1String(id), QLatin1String(result));
}

[[nodiscard]] inline QString errorText(const char *id, ErrorCode code, const char *data = "")
{
    const std::string_view text = sluice::errorText(code);
    QString error = QStringLiteral(R"("code":%1,"message":"%2")")
                        .arg(static_cast<int>(code))
                        .arg(QLatin1String(text.data(), static_cast<qsizetype>(text.size())));
    if (*data != '\0')
        error += QStringLiteral(R"(,"data":)") + QLatin1String(data);
    return QStringLiteral(R"({"jsonrpc":"2.0","id":%1,"error":{%2}})").arg(QLatin1String(id), error);
}

} // namespace sluice::test
