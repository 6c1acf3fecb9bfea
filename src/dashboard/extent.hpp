#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/ledger.hpp"

#include <cstddef>
#include <optional>

/// How much a client sheet holds, for sizing a page before it is drawn.
namespace perennial::dashboard {

struct Extent {
    std::size_t rows = 0;              ///< that can be used
    int clients = 0;                   ///< distinct; of referrals all who refer or are referred
    int months = 0;                    ///< from the month of the first date to that of the last, both counted
    std::optional<metrics::Day> first; ///< date; of contracts the first start
    std::optional<metrics::Day> last;  ///< date; of contracts the last start or end
};

/// Counts the good rows only; `report` is the check of these columns.
Extent ledger_extent(metrics::NullDate null_date, const metrics::Column& clients,
                     const metrics::Column& dates, const metrics::Column& amounts,
                     const metrics::LedgerReport& report);

} // namespace perennial::dashboard
