#pragma once

#include "metrics/error.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace perennial::metrics {

/// A cell of a result: a number (dates are serial numbers), a text (empty for a period still in the future),
/// or the reason why this one cell has no value.
using Value = std::variant<double, std::string, Fault>;

/// A result of several rows and columns, header row first, filled row by row.
class Table {
public:
    explicit Table(std::size_t columns) : columns_(columns) {}

    std::size_t columns() const { return columns_; }
    std::size_t rows() const { return cells_.size() / columns_; }
    const Value& at(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }

    void reserve(std::size_t rows) { cells_.reserve(rows * columns_); }
    template <class Cell>
    void add(Cell&& cell) {
        cells_.emplace_back(std::forward<Cell>(cell));
    }

private:
    std::size_t columns_;
    std::vector<Value> cells_;
};

} // namespace perennial::metrics
