#pragma once

#include "metrics/calendar.hpp"
#include "metrics/column.hpp"
#include "metrics/table.hpp"

#include <optional>

/// Tables with one row per client of a ledger.
namespace perennial::metrics {

/// Table with the header Client, First, Last, Orders, Revenue, Average order, Tenure (months), Days since
/// last, Stage; clients by revenue, the largest first, equal ones by name. `clients`, `dates`, `amounts`:
/// columns of the ledger; `as_of` a serial date, by default the latest in the data: later rows are passed
/// over. First and Last are serial dates, Orders is the number of rows, Tenure counts whole months from First
/// to asOf, Stage stands in English under the usual limits. Bad data for a row that cannot be used. Source:
/// lifetime value management. The trap: without `as_of` a ledger that ends with old rows makes nobody
/// dormant, since the clock is never read.
Table client_table(NullDate null_date, const Column& clients, const Column& dates, const Column& amounts,
                   std::optional<double> as_of = {});

} // namespace perennial::metrics
