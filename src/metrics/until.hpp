#pragma once

#include "metrics/date_text.hpp"

#include <optional>

namespace perennial::metrics {

/// Up to when a ledger is read, and how far who asks bears with its rows. Without more than a day, a row that
/// cannot be used is bad data.
struct Until {
    Until(std::optional<double> last = {}) : day(last) {}
    Until(double last) : day(last) {}

    std::optional<double> day; ///< a serial date, by default the latest in the data
    bool passes_over_faults = false;
    std::optional<DateOrder> text_dates{}; ///< how dates that are written as text are read, if they are
};

} // namespace perennial::metrics
