#pragma once

#include "dashboard/mapping.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The shape of a user's sheet: where tables stand and which rows are their headers.
namespace perennial::dashboard {

/// What the cells of a column hold, as shares of those that are not empty.
struct Contents {
    std::size_t filled = 0;
    double numbers = 0;
    double dates = 0;         ///< numbers that may be serial dates
    double written_dates = 0; ///< 20241231, or a text of digits and separators such as 2024-12-31
    double words = 0;         ///< texts without any digit
    double texts = 0;
    double fractions = 0;
    bool repeats = false;
};

/// A column is of one kind when this share of its filled cells is.
inline constexpr double nearly_all = 0.8;

/// Columns that stand side by side, from the first to the one before `end`.
struct ColumnSpan {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// Rows of a header, from the first to the one before `end`. A header may take two rows, of which the upper
/// one names a group of columns or whole columns, and a third one with units.
struct HeaderRows {
    std::size_t first = 0;
    std::size_t end = 0;

    bool empty() const { return first == end; }
};

class SheetShape {
public:
    explicit SheetShape(const Sample& sample);

    std::size_t rows() const { return rows_; }
    const Contents& below(std::size_t column, std::size_t row) const;

    /// The tables that stand side by side in a row and below it, with empty columns between them.
    std::vector<ColumnSpan> tables(std::size_t row) const;

    /// The rows of the header that ends with this row, none where it is no header. Of several tables on a
    /// sheet only the given columns count.
    HeaderRows header_that_ends(SheetKind kind, std::size_t last, ColumnSpan columns) const;

    /// The header of a table whose range begins in this row: its last row is this one or the one above.
    HeaderRows header_of_range(SheetKind kind, std::size_t first_row, ColumnSpan columns) const;

    /// The header with the row of units below it, if there is one.
    HeaderRows with_units(HeaderRows header, ColumnSpan columns) const;

    /// The header of a column on one line, what is above first.
    std::string header(HeaderRows rows, std::size_t column, ColumnSpan columns) const;

    /// How well the header of a column names a role, 0 to 100: the whole or its lower part.
    double score(HeaderRows rows, std::size_t column, ColumnSpan columns, SheetKind kind,
                 std::size_t role) const;

    /// How much a header fits a kind: required roles that it names, then the sum of all scores.
    std::pair<int, double> fit(HeaderRows rows, ColumnSpan columns, SheetKind kind) const;

    /// The first row that is about as full as the fullest one: title rows are not.
    std::size_t first_full_row() const;

    /// The text of a cell without blanks around it, empty where it holds something else.
    std::string_view text(std::size_t column, std::size_t row) const;

private:
    bool is_filled(std::size_t column, std::size_t row) const;
    bool is_number(std::size_t column, std::size_t row) const;
    bool may_be_header(std::size_t row, ColumnSpan columns) const;
    bool stands_above_figures(std::size_t row, ColumnSpan columns) const;
    bool join(std::size_t upper, ColumnSpan columns) const;
    std::vector<std::string> header_parts(HeaderRows rows, std::size_t column, ColumnSpan columns) const;
    const std::vector<double>& role_scores(const std::string& header, SheetKind kind) const;

    const Sample& sample_;
    std::size_t rows_ = 0;
    mutable std::vector<std::map<std::size_t, Contents>> contents_;
    mutable std::map<std::pair<SheetKind, std::string>, std::vector<double>> scores_;
};

} // namespace perennial::dashboard
