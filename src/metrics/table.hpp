#pragma once

#include "metrics/error.hpp"
#include "metrics/names.hpp"
#include "metrics/untouched.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace perennial::metrics {

/// A cell of a result: a number (dates are serial numbers), a text (empty for a period still in the future),
/// or the reason why this one cell has no value.
using Value = std::variant<double, std::string, Fault>;

/// A result of several rows and columns, header row first, filled row by row. Kept small, since it may have a
/// row for each of many clients: 9 bytes a cell, and 8 more and its letters for a text that is not a name.
class Table {
public:
    class Rows;

    /// How it is shown: a table across lies on its side, each column a row, and shows no headings.
    enum class Shape { upright, across };

    explicit Table(std::size_t columns, Shape shape = Shape::upright) : columns_(columns), shape_(shape) {}

    Shape shape() const { return shape_; }
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
    void add(const Text& text) { repeat_text(texts_.front().add(text)); }
    /// Adds one of the texts added so far, which are numbered from 0, and not its letters again.
    void repeat_text(std::size_t number) { add(Kind::text, text_cell(0, number)); }
    std::size_t texts() const { return texts_.front().ends.size(); }
    /// Adds rows whose cells are written later, in parts that can be written at once. No row is added before
    /// all are written.
    void add_rows(std::size_t rows, std::size_t parts);
    /// For writing the cells of a part, one after the other, from a row on.
    Rows rows_from(std::size_t row, std::size_t part);
    /// The names that cells added by Rows::add_name show.
    void set_names(std::shared_ptr<const Names> names) { names_ = std::move(names); }
    void add(const Value& value) {
        std::visit([this](const auto& cell) { add(cell); }, value);
    }

private:
    enum class Kind : std::uint8_t { number, text, name, fault };
    struct TextPlace {
        std::uint32_t part; ///< 0 for the texts that the table added itself
        std::uint32_t number;
    };
    union Cell {
        double number;
        TextPlace text;
        std::uint32_t name;
        Fault fault;
    };
    /// The texts of a part, in lines of a cache that no other part writes to.
    struct alignas(64) Texts {
        std::string letters;
        std::vector<std::size_t> ends;

        std::size_t add(std::string_view text) {
            letters += text;
            ends.push_back(letters.size());
            return ends.size() - 1;
        }
        std::string operator[](std::uint32_t number) const {
            const std::size_t begin = number == 0 ? 0 : ends[number - 1];
            return letters.substr(begin, ends[number] - begin);
        }
    };

    static Cell text_cell(std::size_t part, std::size_t number) {
        return {.text = {static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(number)}};
    }
    void add(Kind kind, Cell cell) {
        cells_.push_back(cell);
        kinds_.push_back(kind);
    }

    std::size_t columns_;
    Shape shape_;
    std::vector<Cell, Untouched<Cell>> cells_;
    std::vector<Kind, Untouched<Kind>> kinds_;
    std::vector<Texts> texts_{1};
    std::shared_ptr<const Names> names_;
};

class Table::Rows {
public:
    void add(double number) { add(Kind::number, {.number = number}); }
    void add(std::string_view text) { repeat_text(texts_.add(text)); }
    /// Adds a name by its number, without a look at it, which would lie anywhere.
    void add_name(std::uint32_t thing) { add(Kind::name, {.name = thing}); }
    /// As Table::repeat_text, of the texts of this part.
    void repeat_text(std::size_t number) { add(Kind::text, text_cell(part_, number)); }
    std::size_t texts() const { return texts_.ends.size(); }

private:
    friend class Table;
    Rows(Cell* cell, Kind* kind, Texts& texts, std::size_t part)
        : cell_(cell), kind_(kind), texts_(texts), part_(part) {}

    void add(Kind kind, Cell cell) {
        *cell_++ = cell;
        *kind_++ = kind;
    }

    Cell* cell_; ///< the next one
    Kind* kind_;
    Texts& texts_;
    std::size_t part_;
};

inline void Table::add_rows(std::size_t rows, std::size_t parts) {
    cells_.resize(cells_.size() + rows * columns_);
    kinds_.resize(kinds_.size() + rows * columns_);
    texts_.resize(1 + parts);
}

inline Table::Rows Table::rows_from(std::size_t row, std::size_t part) {
    const std::size_t place = row * columns_;
    return {cells_.data() + place, kinds_.data() + place, texts_[1 + part], 1 + part};
}

inline Value Table::at(std::size_t row, std::size_t column) const {
    const std::size_t place = row * columns_ + column;
    const Cell& cell = cells_[place];
    switch (kinds_[place]) {
    case Kind::number:
        return cell.number;
    case Kind::fault:
        return cell.fault;
    case Kind::name:
        if (names_->is_number(cell.name))
            return names_->number(cell.name);
        return std::string(names_->text(cell.name));
    case Kind::text:
        break;
    }
    return texts_[cell.text.part][cell.text.number];
}

} // namespace perennial::metrics
