#pragma once

#include "metrics/error.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace perennial::metrics {

/// A cell of a result: a number (dates are serial numbers), a text (empty for a period still in the future),
/// or the reason why this one cell has no value.
using Value = std::variant<double, std::string, Fault>;

/// A result of several rows and columns, header row first, filled row by row. Kept small, since it may have a
/// row for each of many clients: 9 bytes a cell, and 8 more and its letters for a text.
class Table {
public:
    explicit Table(std::size_t columns) : columns_(columns) {}

    std::size_t columns() const { return columns_; }
    std::size_t rows() const { return kinds_.size() / columns_; }
    Value at(std::size_t row, std::size_t column) const;

    void reserve(std::size_t rows) {
        cells_.reserve(rows * columns_);
        kinds_.reserve(rows * columns_);
    }
    void add(double number) { add(Kind::number, {.number = number}); }
    void add(Fault fault) { add(Kind::fault, {.fault = fault}); }
    template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
    void add(const Text& text) {
        letters_ += std::string_view(text);
        text_ends_.push_back(letters_.size());
        repeat_text(text_ends_.size() - 1);
    }
    /// Adds one of the texts added so far, which are numbered from 0, and not its letters again.
    void repeat_text(std::size_t number) { add(Kind::text, {.text = number}); }
    std::size_t texts() const { return text_ends_.size(); }
    /// Adds the rows of another table that has as many columns.
    void add_rows(const Table& more);
    void add(const Value& value) {
        std::visit([this](const auto& cell) { add(cell); }, value);
    }

private:
    enum class Kind : std::uint8_t { number, text, fault };
    union Cell {
        double number;
        std::size_t text; ///< its number
        Fault fault;
    };

    void add(Kind kind, Cell cell) {
        cells_.push_back(cell);
        kinds_.push_back(kind);
    }

    std::size_t columns_;
    std::vector<Cell> cells_;
    std::vector<Kind> kinds_;
    std::string letters_;
    std::vector<std::size_t> text_ends_;
};

inline void Table::add_rows(const Table& more) {
    const std::size_t texts = text_ends_.size();
    const std::size_t letters = letters_.size();
    for (const std::size_t end : more.text_ends_)
        text_ends_.push_back(letters + end);
    letters_ += more.letters_;
    const std::size_t cells = cells_.size();
    cells_.insert(cells_.end(), more.cells_.begin(), more.cells_.end());
    kinds_.insert(kinds_.end(), more.kinds_.begin(), more.kinds_.end());
    for (std::size_t place = cells; place < cells_.size(); ++place)
        if (kinds_[place] == Kind::text)
            cells_[place].text += texts;
}

inline Value Table::at(std::size_t row, std::size_t column) const {
    const std::size_t place = row * columns_ + column;
    const Cell& cell = cells_[place];
    switch (kinds_[place]) {
    case Kind::number:
        return cell.number;
    case Kind::fault:
        return cell.fault;
    case Kind::text:
        break;
    }
    const std::size_t begin = cell.text == 0 ? 0 : text_ends_[cell.text - 1];
    return letters_.substr(begin, text_ends_[cell.text] - begin);
}

} // namespace perennial::metrics
