#pragma once

#include "metrics/column.hpp"
#include "metrics/names.hpp"
#include "metrics/table.hpp"
#include "metrics/text_pool.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace perennial::metrics {

/// The form in which two cells are equal: their folded texts, of a number the digits that a user would type,
/// so that the number 7 and the text "7" are one. Empty for cells that hold neither.
void fold_cell(const Column& column, std::size_t row, std::string& folded);

/// The clients of a sheet, numbered from 0 as they turn up. Two cells name the same client when their texts
/// are equal after folding; the number 7 and the text "7" are one client.
class ClientBook {
public:
    /// The number of the client that a cell names, a new one where it is met for the first time. A whole
    /// column is read faster as ClientColumn.
    std::uint32_t number_of(const Column& column, std::size_t row);

    std::size_t size() const { return names_.size(); }

    /// The same for a text, or a number, that a cell may hold.
    std::uint32_t number_of(std::string_view text);
    std::uint32_t number_of(double number);

    /// The number of the client that a cell names, if it is in the book.
    std::optional<std::uint32_t> find(const Column& column, std::size_t row) const;

    /// Makes room for so many clients at once.
    void reserve(std::size_t clients);

    /// The number of a client that no cell has named before, in whatever spelling; nothing is looked up.
    std::uint32_t add_new(std::string_view key, std::string_view spelling);

    /// Adds the clients of another book that come from texts alone, as if its texts had been entered here one
    /// after the other, and gives their numbers here. Nothing is looked up where none of them is known here.
    std::vector<std::uint32_t> add(const ClientBook& others, bool are_new);

    /// The folded text, by which clients are put in order; valid until the next client is added.
    std::string_view key(std::uint32_t client) const { return keys_[client]; }

    /// What a result shows: the number where all cells hold it as a number; otherwise, of the spellings that
    /// occur, the first in the order of bytes, so that it does not depend on the order of the rows.
    Value name(std::uint32_t client) const;

    /// The names of all clients.
    const Names& names() const { return names_; }
    /// The same, for a result that outlives the book; the book has none any more.
    Names take_names() { return std::move(names_); }

    /// Whether that is a number.
    bool is_number(std::uint32_t client) const { return names_.is_number(client); }
    /// The number of such a client.
    double number(std::uint32_t client) const { return names_.number(client); }

private:
    std::uint32_t number_of_key(std::string_view key);
    void spell_first(std::uint32_t client, std::string_view spelling);

    TextPool keys_;
    Names names_;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> of_numbers_; ///< by the bits of the number
    std::string folded_;
};

/// Enters the clients of a column in a book, each text at most once.
class ClientEntry {
public:
    explicit ClientEntry(ClientBook& book) : book_(book) {}

    /// The number of the client that a text names, or a number.
    std::uint32_t enter(std::string_view text);
    std::uint32_t enter(double number) { return book_.number_of(number); }

    /// Whether all clients of the book come from texts of this column that fold like no other.
    bool are_unlike_others() const { return unlike_others_ == book_.size(); }

private:
    ClientBook& book_;
    std::size_t unlike_others_ = 0; ///< so many clients it has entered of texts that fold like no other
    std::string folded_;
};

/// Enters texts of a column in a book that has no clients, those that are `wanted`, by their number; the
/// halves of many at once. Gives the numbers of the clients, by the number of the text.
std::vector<std::uint32_t> enter_texts(ClientBook& book, const Column& column,
                                       std::span<const std::uint8_t> wanted);

/// The clients that a column names, entered in a book that several columns may share. A text that stands in
/// many cells is folded and looked up once.
class ClientColumn {
public:
    ClientColumn(ClientBook& book, const Column& column)
        : book_(book), texts_(book), column_(column), of_texts_(column.texts(), unknown) {
        book.reserve(std::min(column.texts(), column.size()));
    }

    /// The number of the client in a row.
    std::uint32_t operator[](std::size_t row) {
        if (column_.kind(row) != Column::Kind::text)
            return book_.number_of(column_, row);
        const std::uint32_t text = column_.text_number(row);
        std::uint32_t& client = of_texts_[text];
        if (client == unknown)
            client = texts_.enter(column_.text_of(text));
        return client;
    }

    /// The numbers of the clients in rows that follow each other.
    void read(std::size_t first, std::span<std::uint32_t> numbers) {
        for (std::uint32_t& number : numbers)
            number = (*this)[first++];
    }

private:
    static constexpr std::uint32_t unknown = UINT32_MAX;

    ClientBook& book_;
    ClientEntry texts_;
    const Column& column_;
    std::vector<std::uint32_t> of_texts_; ///< by the number of the text
};

/// The clients that a column names, by marks that need no book, so that two halves of a column can be read at
/// once: a text has its number, and numbers have those that follow, as they turn up. A client whose name is
/// spelled in several ways has several marks.
class ClientMarks {
public:
    explicit ClientMarks(const Column& column) : column_(&column) {}

    /// The marks of all texts, and of the numbers that turned up so far.
    std::size_t size() const { return column_->texts() + numbers_.size(); }

    /// The marks of the clients in good rows that follow each other.
    void read(std::size_t first, std::span<std::uint32_t> marks) {
        if (column_->read_texts(first, marks))
            return;
        for (std::uint32_t& mark : marks) {
            mark = column_->kind(first) == Column::Kind::text ? column_->text_number(first)
                                                              : mark_of(column_->number(first));
            ++first;
        }
    }

    /// The mark of a client that has another one in another half of the column.
    std::uint32_t mark_like(const ClientMarks& other, std::uint32_t mark) {
        return mark < column_->texts() ? mark : mark_of(other.number(mark));
    }

    /// The number of a client that a number names, in a book.
    std::uint32_t enter(std::uint32_t mark, ClientBook& book) const { return book.number_of(number(mark)); }

private:
    std::uint32_t mark_of(double number);
    double number(std::uint32_t mark) const { return numbers_[mark - column_->texts()]; }

    const Column* column_;
    std::vector<double> numbers_;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> of_numbers_; ///< by the bits of the number
};

/// The clients of a book by a figure that each has, the largest first, equal ones by name.
std::vector<std::uint32_t> largest_first(const std::vector<double>& figures, const ClientBook& book);

/// The clients by name, numbers in their own order before all texts.
std::vector<std::uint32_t> by_name(const ClientBook& book);

} // namespace perennial::metrics
