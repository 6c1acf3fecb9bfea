#pragma once

#include "metrics/column.hpp"
#include "metrics/table.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace perennial::metrics {

/// The form in which two cells are equal: their folded texts, of a number the digits that a user would type,
/// so that the number 7 and the text "7" are one. Empty for cells that hold neither.
void fold_cell(const Column& column, std::size_t row, std::string& folded);

/// The clients of a sheet, numbered from 0 as they turn up. Two cells name the same client when their texts
/// are equal after folding; the number 7 and the text "7" are one client.
class ClientBook {
public:
    /// The number of the client that a cell names, a new one where it is met for the first time.
    std::uint32_t number_of(const Column& column, std::size_t row);

    std::size_t size() const { return clients_.size(); }

    /// The folded text, by which clients are put in order.
    std::string_view key(std::uint32_t client) const { return clients_[client].key; }

    /// What a result shows: the number where all cells hold it as a number; otherwise, of the spellings that
    /// occur, the first in the order of bytes, so that it does not depend on the order of the rows.
    Value name(std::uint32_t client) const;

private:
    struct Client {
        std::string key;
        std::string spelling;
        double number = 0;
    };
    std::uint32_t find_or_add(std::string_view key);

    std::deque<Client> clients_; ///< a deque, since the map's keys point into it
    boost::unordered_flat_map<std::string_view, std::uint32_t> numbers_;
    std::string folded_;
};

} // namespace perennial::metrics
