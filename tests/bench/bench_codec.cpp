// clazy:excludeall=non-pod-global-static (what BENCHMARK makes)
#include "shared/protocol/codec.h"
#include "shared/protocol/jsonscanner.h"

#include <benchmark/benchmark.h>

#include <QJsonDocument>
#include <QJsonObject>

#ifdef SLUICE_BENCH_SIMDJSON
#include <simdjson.h>
#endif

#include <string>

using namespace sluice;
using namespace sluice::protocol;

namespace {

/// 120 bytes, as quality.md's figure assumes.
std::string envelopeText()
{
    std::string text =
        R"({"jsonrpc":"2.0","id":123456,"method":"notes/save","params":{"title":"Shopping","content":"milk, bread")";
    text += R"(,"v":12345678})";
    text += '}';
    text.insert(text.size() - 2, std::string(120 - text.size(), ' '));
    return text;
}

/// The rest of the message is one long string, or many small values.
std::string largeText(bool manyValues)
{
    std::string text = R"({"jsonrpc":"2.0","id":1,"method":"bench/echo","params":{"a":[)";
    while (text.size() < 64 * 1024 - 16)
        text += manyValues ? R"({"k":12.5,"s":"x\n"},)"
                           : R"("A sentence of plain text with nothing to escape in it, as notes are.",)";
    text += "0]}}";
    return text;
}

void decodeEnvelope(benchmark::State &state)
{
    const std::string text = envelopeText();
    Decoder decoder;
    const DecodeLimits limits;
    for (auto _ : state)
        benchmark::DoNotOptimize(decoder.decode(text, limits).elements.data());
    state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}
BENCHMARK(decodeEnvelope);

void decodeEnvelopeAndCopy(benchmark::State &state)
{
    const std::string text = envelopeText();
    Decoder decoder;
    const DecodeLimits limits;
    std::string storage;
    for (auto _ : state) {
        const auto &envelope = std::get<Envelope>(decoder.decode(text, limits).elements.front());
        EnvelopeCopy copy(envelope, storage);
        benchmark::DoNotOptimize(copy.of(envelope.id).data());
        benchmark::DoNotOptimize(copy.of(envelope.params).data());
    }
}
BENCHMARK(decodeEnvelopeAndCopy);

void decodeEnvelopeQJson(benchmark::State &state)
{
    const QByteArray text = QByteArray::fromStdString(envelopeText());
    for (auto _ : state) {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        benchmark::DoNotOptimize(document.object().value(QLatin1String("method")).toString());
    }
}
BENCHMARK(decodeEnvelopeQJson);

#ifdef SLUICE_BENCH_SIMDJSON
void decodeEnvelopeSimdjson(benchmark::State &state)
{
    const simdjson::padded_string text(envelopeText());
    simdjson::dom::parser parser;
    for (auto _ : state) {
        const simdjson::dom::element document = parser.parse(text);
        benchmark::DoNotOptimize(std::string_view(document["method"]));
    }
}
BENCHMARK(decodeEnvelopeSimdjson);
#endif

void decodeLarge(benchmark::State &state)
{
    const std::string text = largeText(state.range(0) != 0);
    Decoder decoder;
    const DecodeLimits limits;
    for (auto _ : state)
        benchmark::DoNotOptimize(decoder.decode(text, limits).elements.data());
    state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}
BENCHMARK(decodeLarge)->ArgName("manyValues")->Arg(0)->Arg(1);

void encodeResult(benchmark::State &state)
{
    std::string out;
    for (auto _ : state) {
        out.clear();
        appendResult(out, "123456", R"({"note":{"id":"1","title":"Shopping","version":3}})");
        benchmark::DoNotOptimize(out.data());
    }
}
BENCHMARK(encodeResult);

} // namespace
