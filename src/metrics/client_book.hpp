#pragma once

#include "metrics/column.hpp"
#include "metrics/table.hpp"
#include "metrics/text_pool.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>
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

    /// The folded text, by which clients are put in order; valid until the next client is added.
    std::string_view key(std::uint32_t client) const { return keys_[client]; }

    /// What a result shows: the number where all cells hold it as a number; otherwise, of the spellings that
    /// occur, the first in the order of bytes, so that it does not depend on the order of the rows.
    Value name(std::uint32_t client) const;

    /// Whether that is a number.
    bool is_number(std::uint32_t client) const { return clients_[client].spelling.empty(); }
    /// The number of such a client, 0 or any of its numbers of one that is a text.
    double number(std::uint32_t client) const { return clients_[client].number; }

private:
    struct Client {
        std::string spelling;
        double number = 0;
    };
    std::uint32_t number_of_key(std::string_view key);

    TextPool keys_;
    std::vector<Client> clients_;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> of_numbers_; ///< by the bits of the number
    std::string folded_;
};

/// The clients that a column names, entered in a book that several columns may share. A text that stands in
/// many cells is folded and looked up once.
class ClientColumn {
public:
    ClientColumn(ClientBook& book, const Column& column)
        : book_(book), column_(column), of_texts_(column.texts(), unknown) {}

    /// The number of the client in a row.
    std::uint32_t operator[](std::size_t row) {
        if (column_.kind(row) != Column::Kind::text)
            return book_.number_of(column_, row);
        std::uint32_t& client = of_texts_[column_.text_number(row)];
        if (client == unknown)
            client = book_.number_of(column_, row);
        return client;
    }

private:
    static constexpr std::uint32_t unknown = UINT32_MAX;

    ClientBook& book_;
    const Column& column_;
    std::vector<std::uint32_t> of_texts_; ///< by the number of the text
};

/// The clients of a book by a figure that each has, the largest first, equal ones by name.
std::vector<std::uint32_t> largest_first(const std::vector<double>& figures, const ClientBook& book);

} // namespace perennial::metrics
