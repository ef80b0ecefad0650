#include "shared/base/random.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace sluice {

quint64 Random::below(quint64 bound)
{
    Q_ASSERT(bound > 0);
    // Rejects the last, incomplete span so that every number is equally likely.
    const quint64 limit = ~quint64{0} - (~quint64{0} % bound);
    quint64 value = next();
    while (value >= limit)
        value = next();
    return value % bound;
}

QByteArray Random::bytes(int count)
{
    QByteArray result(count, Qt::Uninitialized);
    for (int offset = 0; offset < count; offset += 8) {
        const quint64 value = next();
        std::memcpy(result.data() + offset, &value, static_cast<size_t>(std::min(8, count - offset)));
    }
    return result;
}

quint64 SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

} // namespace sluice
