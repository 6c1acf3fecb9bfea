#pragma once

#include "metrics/text_pool.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace perennial::metrics {

/// One column of a user's sheet, cell by cell, texts as UTF-8. Kept small, since a ledger may fill the sheet:
/// 9 bytes a cell, and each distinct text once. What depends on a text alone is best found out once per text
/// number and looked up for each row.
class Column {
public:
    enum class Kind : std::uint8_t { empty, number, text, error };

    std::size_t size() const { return kinds_.size(); }
    Kind kind(std::size_t row) const { return kinds_[row]; }
    double number(std::size_t row) const { return values_[row].number; }
    int error(std::size_t row) const { return values_[row].error; }
    /// The text of a cell, empty where it holds none.
    std::string_view text(std::size_t row) const {
        return kind(row) == Kind::text ? text_of(text_number(row)) : std::string_view();
    }

    /// The texts that occur, numbered from 0; equal texts have one number.
    std::size_t texts() const { return texts_.size(); }
    std::uint32_t text_number(std::size_t row) const { return values_[row].text; }
    std::string_view text_of(std::uint32_t number) const { return texts_[number]; }
    /// Whether a text holds blanks alone.
    bool is_blank_text(std::uint32_t number) const { return blank_texts_[number] != 0; }

    /// Whether the cells from `first` to before `last` are all texts of more than blanks.
    bool are_filled_texts(std::size_t first, std::size_t last) const;
    /// The numbers of the texts in cells that follow each other, where all hold one; whether that is so.
    bool read_texts(std::size_t first, std::span<std::uint32_t> numbers) const;
    /// Whether the cells from `first` to before `last` are all numbers from `least` to below `below`. Empty
    /// cells, where they are allowed, count as 0.
    bool are_numbers(std::size_t first, std::size_t last, double least, double below,
                     bool may_be_empty) const;

    /// The cells from a row on; the texts keep their numbers.
    Column from(std::size_t row) const;

    void reserve(std::size_t rows) {
        values_.reserve(rows);
        kinds_.reserve(rows);
    }
    void add_empty() { add(Kind::empty, {.number = 0}); }
    void add_number(double number) { add(Kind::number, {.number = number}); }
    void add_error(int code) { add(Kind::error, {.error = code}); }
    /// The text's number comes back, for readers that know of later cells that they hold the same text.
    std::uint32_t add_text(std::string_view text);
    void repeat_text(std::uint32_t number) { add(Kind::text, {.text = number}); }

private:
    union Value {
        double number;
        std::uint32_t text;
        int error;
    };

    void add(Kind kind, Value value) {
        values_.push_back(value);
        kinds_.push_back(kind);
    }

    struct KindRange {
        Kind lowest;
        Kind highest;
    };
    KindRange kinds(std::size_t first, std::size_t last) const;
    void expect(std::size_t first, std::size_t last) const;

    std::vector<Value> values_;
    std::vector<Kind> kinds_;
    TextPool texts_;
    std::vector<std::uint8_t> blank_texts_; ///< by the number of the text
    bool has_blank_text_ = false;
};

/// A column that may also be an array, in braces or computed: the input of a model rather than a client
/// sheet. Empty cells at its end are left out.
struct Cells {
    Column column;
};

} // namespace perennial::metrics
