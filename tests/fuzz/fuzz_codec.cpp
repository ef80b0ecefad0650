#include "shared/protocol/codec.h"
#include "shared/protocol/jsonscanner.h"
#include "tests/fuzz/require.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace sluice::protocol;

namespace {

bool isInside(std::string_view part, std::string_view whole)
{
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

/// Whatever Qt's parser refuses, ours refuses too; Qt's is the laxer one but for numbers too small for a double.
void compareWithQt(std::string_view text, JsonFault fault)
{
    if (fault != JsonFault::None)
        return;
    const QByteArray wrapped = '[' + QByteArray(text.data(), static_cast<qsizetype>(text.size())) + ']';
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(wrapped, &error);
    const bool qtOnly = error.error == QJsonParseError::IllegalUTF8String
        || error.error == QJsonParseError::IllegalNumber || error.error == QJsonParseError::DeepNesting;
    require(qtOnly || (error.error == QJsonParseError::NoError && document.array().size() == 1),
            "what the scanner takes, QJsonDocument takes");
}

void checkEnvelope(const Envelope &envelope, std::string_view text)
{
    require(isInside(envelope.text, text) && isInside(envelope.id, text) && isInside(envelope.params, text),
            "views point into the text");
    require(!envelope.method.empty() && envelope.method.size() <= kMaxMethodBytes, "method within its limits");
    require(envelope.id.size() <= kMaxIdBytes, "id within its limit");
    require(envelope.idempotencyKey.size() <= kMaxIdempotencyKeyBytes, "idempotency key within its limit");
    require(!envelope.timeout || envelope.timeout->count() > 0, "timeout positive");
    require(checkJson(envelope.text) == JsonFault::None, "an accepted envelope is JSON");
    require(envelope.params.empty() || checkJson(envelope.params) == JsonFault::None, "accepted params are JSON");

    std::string storage;
    EnvelopeCopy copy(envelope, storage);
    for (const std::string_view part :
         {envelope.text, envelope.id, envelope.method, envelope.params, envelope.idempotencyKey})
        require(copy.of(part) == part, "a copy says the same");
    const auto method = rawMember(envelope.text, "method");
    require(method.has_value(), "an accepted envelope has a method");
}

void checkAnswer(const Element &element)
{
    std::string answer;
    if (const auto *bad = std::get_if<BadEnvelope>(&element)) {
        require(!bad->reason.empty(), "an error has a reason");
        if (bad->id.empty())
            return;
        const QByteArray data = invalidParamsData(bad->field, bad->reason);
        appendError(answer, bad->id, bad->code, std::string_view(data.data(), static_cast<size_t>(data.size())));
    } else {
        const auto &envelope = std::get<Envelope>(element);
        if (envelope.isNotification())
            appendNotification(answer, envelope.method, envelope.params);
        else
            appendResult(answer, envelope.id, envelope.params);
    }
    require(checkJson(answer) == JsonFault::None, "every answer is JSON");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const JsonFault fault = checkJson(text);
    compareWithQt(text, fault);

    static Decoder decoder;
    const Decoded &decoded = decoder.decode(text, {});
    require(!decoded.elements.empty(), "every text has an outcome");
    require(decoded.isBatch || decoded.elements.size() == 1, "a single text has one outcome");
    for (const Element &element : decoded.elements) {
        if (const auto *envelope = std::get_if<Envelope>(&element)) {
            require(fault == JsonFault::None || fault == JsonFault::NumberOutOfRange, "only JSON holds envelopes");
            checkEnvelope(*envelope, text);
        }
        checkAnswer(element);
    }
    std::string quoted;
    appendJsonString(quoted, text);
    require(checkJson(quoted) != JsonFault::Syntax, "a quoted string is well-formed");
    return 0;
}
