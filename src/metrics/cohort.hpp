#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/keyword.hpp"
#include "metrics/table.hpp"
#include "metrics/until.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

/// Cohorts: clients grouped by the period of their first purchase, and what became of each group.
namespace perennial::metrics {

/// What the cells of a cohort table hold.
enum class CohortMeasure {
    clients,          ///< distinct clients that bought
    retention,        ///< that ÷ the size of the cohort
    orders,           ///< rows of the ledger
    revenue,          ///< sum of the amounts
    revenueretention, ///< that ÷ the revenue of period 0
};

template <>
inline constexpr std::array<std::string_view, 5> keywords<CohortMeasure> = {"clients", "retention", "orders",
                                                                            "revenue", "revenueretention"};

/// A cohort table may hold this many cells; a larger one would not fit into a sheet that a person reads.
inline constexpr std::size_t most_cohort_cells = 4'000'000;

/// Table with the header Cohort, Clients, 0, 1, 2 … and one row per period with first purchases: the serial
/// date of its first day, the number of clients, and the measure in the period itself and those after it.
/// `clients`, `dates`, `amounts`: columns of the ledger; `unit` by default month; `measure` by default
/// clients; `until` the day asOf, by default the latest in the data: later rows are passed over and later
/// periods stay empty. Bad data for a row that cannot be used, where such rows are not passed over, a domain
/// error for a table that is too large, division by zero in a cell of revenueretention whose cohort had no
/// revenue in period 0. Source: retention system. The trap: the distance is the difference of calendar
/// periods, so 31 January to 1 February is period 1.
Table cohort(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
             std::optional<Unit> unit = {}, std::optional<CohortMeasure> measure = {},
             const Until& until = {});

} // namespace perennial::metrics
