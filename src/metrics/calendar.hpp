#pragma once

#include <chrono>
#include <cstdint>

namespace perennial::metrics {

/// The day whose serial number is 0 in a document: 1899-12-30, 1900-01-01 or 1904-01-01.
struct NullDate {
    std::chrono::sys_days day{std::chrono::year{1899} / 12 / 30};
};

} // namespace perennial::metrics
