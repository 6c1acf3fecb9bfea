#pragma once

#include "metrics/column.hpp"
#include "metrics/date_text.hpp"
#include "metrics/keyword.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace perennial::metrics {

/// Which columns of a table with a row per client are wanted: without the texts it is smaller, and Calc takes
/// it over in a fraction of the time.
enum class TableColumns { all, figures };
template <>
inline constexpr std::array<std::string_view, 2> keywords<TableColumns> = {"all", "figures"};

/// Up to when a ledger is read, how far who asks bears with its rows, and what of a table is wanted. Without
/// more than a day, a row that cannot be used is bad data.
struct Until {
    Until(std::optional<double> last = {}) : day(last) {}
    Until(double last) : day(last) {}

    std::optional<double> day; ///< a serial date, by default the latest in the data
    bool passes_over_faults = false;
    std::optional<DateOrder> text_dates{}; ///< how dates that are written as text are read, if they are
    TableColumns columns = TableColumns::all;
    std::optional<Column> among{}; ///< names of the only clients that have a row; by default all have one
};

} // namespace perennial::metrics
