#pragma once

#include <QObject>
#include <QThread>

namespace sluice {

/// Debug check that a QObject is used in the thread it lives in. Does nothing in release builds.
inline void assertOwnThread([[maybe_unused]] const QObject *object)
{
    Q_ASSERT(object->thread() == QThread::currentThread());
}

} // namespace sluice
