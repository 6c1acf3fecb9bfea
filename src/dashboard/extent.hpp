#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/ledger.hpp"

#include <cstddef>

/// How much a ledger holds, for sizing a page before it is drawn.
namespace perennial::dashboard {

struct Extent {
    std::size_t rows = 0; ///< that can be used
    int clients = 0;
    int months = 0; ///< from the month of the first order to that of the last, both counted
};

/// Counts the good rows only; `report` is the check of these columns.
Extent ledger_extent(metrics::NullDate null_date, const metrics::Column& clients,
                     const metrics::Column& dates, const metrics::Column& amounts,
                     const metrics::LedgerReport& report);

} // namespace perennial::dashboard
