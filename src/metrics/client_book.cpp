#include "metrics/client_book.hpp"

#include "metrics/text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace perennial::metrics {

namespace {

/// Whole numbers below this have no exponent in their text.
constexpr double largest_plain = 1e18;

/// The text that a user would type for a number: shortest digits that give the number back, no exponent for
/// identifiers. std::to_chars alone would write 100000 as 1e+05.
std::string_view typed(double number, std::array<char, 64>& buffer) {
    char* const begin = buffer.data();
    char* const end = begin + buffer.size();
    if (std::abs(number) < largest_plain && number == std::trunc(number)) {
        const auto whole = std::to_chars(begin, end, static_cast<long long>(number));
        return {begin, static_cast<std::size_t>(whole.ptr - begin)};
    }
    const bool plain = std::abs(number) >= 1e-5 && std::abs(number) < largest_plain;
    const auto written = plain ? std::to_chars(begin, end, number, std::chars_format::fixed)
                               : std::to_chars(begin, end, number);
    return {begin, static_cast<std::size_t>(written.ptr - begin)};
}

} // namespace

void fold_cell(const Column& column, std::size_t row, std::string& folded) {
    folded.clear();
    if (column.kind(row) == Column::Kind::number) {
        std::array<char, 64> buffer{};
        folded = typed(column.number(row), buffer);
    } else if (column.kind(row) == Column::Kind::text) {
        fold(column.text(row), folded);
    }
}

std::uint32_t ClientBook::number_of(const Column& column, std::size_t row) {
    fold_cell(column, row, folded_);
    const std::uint32_t client = find_or_add(folded_);
    if (column.kind(row) == Column::Kind::number) {
        clients_[client].number = column.number(row);
        return client;
    }
    std::string& spelling = clients_[client].spelling;
    const std::string_view trimmed = trim(column.text(row));
    if (spelling.empty() || trimmed < spelling)
        spelling = trimmed;
    return client;
}

std::uint32_t ClientBook::find_or_add(std::string_view key) {
    if (const auto found = numbers_.find(key); found != numbers_.end())
        return found->second;
    const auto client = static_cast<std::uint32_t>(clients_.size());
    clients_.push_back({std::string(key), {}, 0});
    numbers_.emplace(clients_.back().key, client);
    return client;
}

Value ClientBook::name(std::uint32_t client) const {
    const Client& found = clients_[client];
    if (found.spelling.empty())
        return found.number;
    return found.spelling;
}

} // namespace perennial::metrics
