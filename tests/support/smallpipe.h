#pragma once

#include <QByteArray>

#include <algorithm>
#include <array>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace sluice::test {

/// A pipe that holds little, so that a test can fill it: two pages, because poll() calls one of a single page full as
/// soon as there is anything in it.
class SmallPipe
{
public:
    SmallPipe()
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        ::fcntl(writeEnd(), F_SETPIPE_SZ, 2 * ::sysconf(_SC_PAGESIZE));
    }
    ~SmallPipe()
    {
        closeReadEnd();
        closeWriteEnd();
    }
    SmallPipe(const SmallPipe &) = delete;
    SmallPipe &operator=(const SmallPipe &) = delete;

    [[nodiscard]] int writeEnd() const { return m_ends[1]; }
    void closeWriteEnd() { close(m_ends[1]); }
    void closeReadEnd() { close(m_ends[0]); }
    void fill() const
    {
        ::fcntl(writeEnd(), F_SETFL, O_NONBLOCK);
        while (::write(writeEnd(), "#", 1) == 1) { }
        ::fcntl(writeEnd(), F_SETFL, 0);
    }
    /// Everything up to the closing of the other end.
    [[nodiscard]] QByteArray readAll() const
    {
        QByteArray all;
        while (readSome(all)) { }
        return all;
    }
    /// What is in it now.
    [[nodiscard]] QByteArray readAvailable() const
    {
        ::fcntl(m_ends[0], F_SETFL, O_NONBLOCK);
        return readAll();
    }

private:
    static void close(int &end)
    {
        if (end >= 0)
            ::close(std::exchange(end, -1));
    }
    bool readSome(QByteArray &all) const
    {
        std::array<char, 4096> part;
        const ssize_t got = ::read(m_ends[0], part.data(), part.size());
        all.append(part.data(), std::max<ssize_t>(got, 0));
        return got > 0;
    }

    std::array<int, 2> m_ends{-1, -1};
};

} // namespace sluice::test
