#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace perennial::metrics {

/// One column of a user's sheet, cell by cell, texts as UTF-8. Kept small, since a ledger may fill the sheet:
/// 16 bytes a cell, and all texts in one buffer.
class Column {
public:
    enum class Kind : std::uint8_t { empty, number, text, error };

    std::size_t size() const { return cells_.size(); }
    Kind kind(std::size_t row) const { return cells_[row].kind; }
    double number(std::size_t row) const { return cells_[row].value.number; }
    int error(std::size_t row) const { return static_cast<int>(cells_[row].value.error); }
    std::string_view text(std::size_t row) const {
        return std::string_view(texts_).substr(cells_[row].value.offset, cells_[row].length);
    }

    /// The cells from a row on.
    Column from(std::size_t row) const {
        Column rest;
        rest.cells_.assign(cells_.begin() + static_cast<std::ptrdiff_t>(std::min(row, size())), cells_.end());
        rest.texts_ = texts_;
        return rest;
    }

    void reserve(std::size_t rows) { cells_.reserve(rows); }
    void add_empty() { cells_.push_back({{}, 0, Kind::empty}); }
    void add_number(double number) { cells_.push_back({{.number = number}, 0, Kind::number}); }
    void add_error(int code) {
        cells_.push_back({{.error = static_cast<std::uint64_t>(code)}, 0, Kind::error});
    }
    void add_text(std::string_view text) {
        cells_.push_back({{.offset = texts_.size()}, static_cast<std::uint32_t>(text.size()), Kind::text});
        texts_ += text;
    }

private:
    union Value {
        double number;
        std::uint64_t offset;
        std::uint64_t error;
    };
    struct Cell {
        Value value;
        std::uint32_t length;
        Kind kind;
    };
    std::vector<Cell> cells_;
    std::string texts_;
};

/// A column that may also be an array, in braces or computed: the input of a model rather than a client
/// sheet. Empty cells at its end are left out.
struct Cells {
    Column column;
};

} // namespace perennial::metrics
