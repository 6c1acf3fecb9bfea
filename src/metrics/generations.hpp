#pragma once

#include <optional>
#include <string>

namespace perennial::metrics {

/// How many generations of referrals count, and by which column a table of them is in order.
struct Generations {
    Generations(std::optional<double> generations = {}) : most(generations) {}
    Generations(double generations) : most(generations) {}

    std::optional<double> most; ///< 1 or more, by default all
    std::string order{};        ///< the heading of a column, by default the last one
};

} // namespace perennial::metrics
