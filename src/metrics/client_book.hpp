#pragma once

#include "metrics/column.hpp"
#include "metrics/expect.hpp"
#include "metrics/table.hpp"
#include "metrics/text_pool.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
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

    std::size_t size() const { return clients_.size(); }

    /// Makes room for so many clients at once.
    void reserve(std::size_t clients);

    /// The number of a client that no cell has named before, in whatever spelling; nothing is looked up.
    std::uint32_t add_new(std::string_view key, std::string_view spelling);

    /// The folded text, by which clients are put in order; valid until the next client is added.
    std::string_view key(std::uint32_t client) const { return keys_[client]; }

    /// What a result shows: the number where all cells hold it as a number; otherwise, of the spellings that
    /// occur, the first in the order of bytes, so that it does not depend on the order of the rows.
    Value name(std::uint32_t client) const;

    /// Asks memory for what name() of a client needs soon.
    void expect(std::uint32_t client) const { metrics::expect(clients_, client); }

    /// Whether that is a number.
    bool is_number(std::uint32_t client) const { return clients_[client].length == 0; }
    /// The number of such a client, 0 or any of its numbers of one that is a text.
    double number(std::uint32_t client) const { return clients_[client].number; }
    /// The spelling of one that is a text; valid until the next cell is read.
    std::string_view spelling(std::uint32_t client) const {
        return {spellings_.data() + clients_[client].begin, clients_[client].length};
    }

private:
    struct Client {
        double number = 0;
        std::size_t begin = 0;    ///< of the spelling, in `spellings_`
        std::uint32_t length = 0; ///< 0 where all cells hold the client as a number
    };
    std::uint32_t number_of_key(std::string_view key);
    void spell(std::uint32_t client, std::string_view spelling);

    TextPool keys_;
    std::vector<Client> clients_;
    std::string spellings_; ///< one after the other: a text of its own for each client would lie far away
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> of_numbers_; ///< by the bits of the number
    std::string folded_;
};

/// The clients that a column names, entered in a book that several columns may share. A text that stands in
/// many cells is folded and looked up once.
class ClientColumn {
public:
    ClientColumn(ClientBook& book, const Column& column)
        : book_(book), column_(column), of_texts_(column.texts(), unknown) {
        book.reserve(std::min(column.texts(), column.size()));
    }

    /// The number of the client in a row.
    std::uint32_t operator[](std::size_t row) {
        if (column_.kind(row) != Column::Kind::text)
            return book_.number_of(column_, row);
        std::uint32_t& client = of_texts_[column_.text_number(row)];
        if (client == unknown)
            client = enter(row);
        return client;
    }

    /// The numbers of the clients in rows that follow each other.
    void read(std::size_t first, std::span<std::uint32_t> numbers) {
        for (std::uint32_t& number : numbers)
            number = (*this)[first++];
    }

private:
    static constexpr std::uint32_t unknown = UINT32_MAX;

    std::uint32_t enter(std::size_t row);

    ClientBook& book_;
    const Column& column_;
    std::vector<std::uint32_t> of_texts_; ///< by the number of the text
    std::size_t unlike_others_ = 0;       ///< so many clients it has entered of texts that fold like no other
    std::string folded_;
};

/// Adds what a result shows for a client, as ClientBook::name, without a copy of the text.
void add_name(Table& table, const ClientBook& book, std::uint32_t client);

/// The clients of a book by a figure that each has, the largest first, equal ones by name.
std::vector<std::uint32_t> largest_first(const std::vector<double>& figures, const ClientBook& book);

} // namespace perennial::metrics
