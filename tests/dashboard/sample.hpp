#pragma once

#include "dashboard/mapping.hpp"

#include <initializer_list>
#include <variant>

namespace perennial::dashboard {

/// A cell of a sheet made for a test: nothing, a number, a text or an error.
struct ErrorCell {};
using Cell = std::variant<std::monostate, double, const char*, ErrorCell>;
using Row = std::initializer_list<Cell>;

inline constexpr std::monostate none;
inline constexpr double day = 45292; // 2024-01-01

/// The sheet "Orders" with these rows.
inline Sample sheet(std::initializer_list<Row> rows) {
    Sample sample{.sheet = "Orders", .columns = {}};
    for (const Row& row : rows)
        if (sample.columns.size() < row.size())
            sample.columns.resize(row.size());
    for (const Row& row : rows) {
        std::size_t column = 0;
        for (const Cell& cell : row) {
            metrics::Column& cells = sample.columns[column++];
            if (const auto* number = std::get_if<double>(&cell))
                cells.add_number(*number);
            else if (const auto* text = std::get_if<const char*>(&cell))
                cells.add_text(*text);
            else if (std::holds_alternative<ErrorCell>(cell))
                cells.add_error(32767);
            else
                cells.add_empty();
        }
        for (; column < sample.columns.size(); ++column)
            sample.columns[column].add_empty();
    }
    return sample;
}

} // namespace perennial::dashboard
