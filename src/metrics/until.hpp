#pragma once

#include "metrics/column.hpp"
#include "metrics/date_text.hpp"
#include "metrics/keyword.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace perennial::metrics {

/// Words for columns of any table, in place of their headings; figures are all but those of texts.
enum class TableColumns { all, figures };
template <>
inline constexpr std::array<std::string_view, 2> keywords<TableColumns> = {"all", "figures"};

/// Stands among the headings of the columns that are wanted: the rows are then those of the cells that name
/// clients, in their order, one for each. A cell that names nobody has an empty row. A client has its figures
/// in the first row that names it; the others, and those of a client without orders, have no orders and a
/// revenue of 0, so that sums are those of the table, and nothing else.
inline constexpr std::string_view as_named_word = "as named";

/// Stands among them as well: the table lies on its side, each column a row, without its heading. Calc is
/// handed rows one by one, so that it takes over long ones that are few in a fraction of the time.
inline constexpr std::string_view across_word = "across";

/// Where cells of a sheet say what follows, the first three say the day, how rows are taken, and the columns;
/// the names of clients begin behind them.
inline constexpr int names_begin = 3;

class KeptHistories;

/// Up to when a ledger is read, how far who asks bears with its rows, and what of a table is wanted. Without
/// more than a day, a row that cannot be used is bad data.
struct Until {
    Until(std::optional<double> last = {}) : day(last) {}
    Until(double last) : day(last) {}

    std::optional<double> day; ///< a serial date, by default the latest in the data
    bool passes_over_faults = false;
    std::optional<DateOrder> text_dates{}; ///< how dates that are written as text are read, if they are
    /// Columns of a table with a row per client: their headings, with semicolons between them, or a word of
    /// TableColumns; by default all. Calc takes over a smaller table in a fraction of the time. Where
    /// as_named_word stands among them, it says which rows the table has; across_word, how it lies.
    std::string columns{};
    std::optional<Column> among{}; ///< names of the only clients that have a row; by default all have one
    /// Where what the clients have done is kept, of columns that stay as they are.
    KeptHistories* kept = nullptr;
};

} // namespace perennial::metrics
