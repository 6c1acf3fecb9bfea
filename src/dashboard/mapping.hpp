#pragma once

#include "dashboard/roles.hpp"

#include "metrics/column.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Which column of a user's sheet plays which role, and how that is guessed.
namespace perennial::dashboard {

/// The first rows of a sheet, column by column, from its first column on.
struct Sample {
    std::string sheet;
    std::vector<metrics::Column> columns;
};

struct Mapping {
    SheetKind kind{};
    std::string sheet;
    /// The row (from 0) with the headers, or the first row of data where there are none.
    int first_row = 0;
    /// One per role of the kind, in the order of roles(): the column (from 0), or none.
    std::vector<std::optional<int>> columns;
    /// The last row of the table where another one follows below; otherwise it goes on to the end of the
    /// sheet.
    std::optional<int> last_row{};
    /// Whether dates that are written as text, or as the number 20241231, are read as dates.
    bool text_dates = false;

    /// Whether each required role has a column.
    bool complete() const;

    bool operator==(const Mapping&) const = default;
};

/// The mapping that the headers, and where they say nothing the contents, suggest.
/// Headers may stand in any of the sample's rows and take several; title rows above them are passed over. Of
/// several tables on the sheet it is the one that fits best, among those with the `wanted` columns.
Mapping guess_mapping(SheetKind kind, const Sample& sample, std::span<const int> wanted = {});

/// The last row of a mapped table, from 0 within the columns, where another table follows below it; none
/// where it goes on to the end of the sheet. `columns` has one entry per role, none where no column plays it,
/// and begins in the mapping's first row. Another table follows where, below an empty row and perhaps titles,
/// a row of nothing but texts names a role of some kind in a column of dates or numbers. Everything else
/// below an empty row is this table's, so that no row is left out in silence.
std::optional<std::size_t> table_end(const Mapping& mapping, std::span<const metrics::Column* const> columns);

/// The header text of a column of the sample under a mapping, or its letter ("C") where it has none.
std::string header(const Sample& sample, const Mapping& mapping, int column);

/// A column's letters: 0 is "A", 26 is "AA". column_index is its inverse, none for other texts.
std::string column_letters(int column);
std::optional<int> column_index(std::string_view letters);

} // namespace perennial::dashboard
