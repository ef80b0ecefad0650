#pragma once

#include <array>

namespace sluice::test {

/// Origins that look like https://app.example or http://localhost:8080 and are neither.
inline constexpr std::array kHostileOrigins{
    "null",
    "NULL",
    "",
    "*",
    "https://",
    "app.example",
    "//app.example",
    "https:app.example",
    "https:///app.example",
    "http://app.example",
    "wss://app.example",
    "ftp://app.example",
    "https://app.example:8443",
    "https://app.example:80",
    "https://app.example:444",
    "https://app.example:4430",
    "https://app.example:443:443",
    "https://app.example:",
    "https://app.example.",
    "https://app.example/",
    "https://app.example/?",
    "https://app.example#",
    "https://app.example.evil.example",
    "https://evilapp.example",
    "https://evil.app.example",
    "https://app-example",
    "https://appXexample",
    "https://app.exampl",
    "https://app.example@evil.example",
    "https://evil.example@app.example",
    "https://app.example:443@evil.example",
    "https://evil.example/https://app.example",
    "https://evil.example?https://app.example",
    "https://evil.example#https://app.example",
    "https://app.example, https://evil.example",
    "https://evil.example https://app.example",
    "https://app.example\\@evil.example",
    "https://app%2eexample",
    "https://app.example%00.evil.example",
    "https://xn--app-example",
    "https://\xd0\xb0pp.example",
    "http://localhost",
    "http://localhost:80",
    "http://localhost:80800",
    "http://localhost.evil.example:8080",
    "http://127.0.0.1:8080",
    "http://[::1]:8080",
    "https://evil.example",
};

} // namespace sluice::test
