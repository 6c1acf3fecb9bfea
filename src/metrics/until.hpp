#pragma once

#include <optional>

namespace perennial::metrics {

/// Up to when a ledger is read, and what becomes of rows that cannot be used: they are bad data unless who
/// asks says that they are to be passed over.
struct Until {
    Until(std::optional<double> last = {}, bool passes_over = false)
        : day(last), passes_over_faults(passes_over) {}
    Until(double last) : day(last) {}

    std::optional<double> day; ///< a serial date, by default the latest in the data
    bool passes_over_faults = false;
};

} // namespace perennial::metrics
