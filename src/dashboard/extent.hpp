#pragma once

#include "metrics/calendar.hpp"

#include <cstddef>
#include <optional>

/// How much a client sheet holds, for sizing a page before it is drawn.
namespace perennial::dashboard {

struct Extent {
    std::size_t rows = 0; ///< whose own cells can be read, so that functions over these columns count them
    int months = 0;       ///< from the month of the first date to that of the last, both counted
    std::optional<metrics::Day> first; ///< date; of contracts the first start
    std::optional<metrics::Day> last;  ///< date; of contracts the last start or end
};

} // namespace perennial::dashboard
