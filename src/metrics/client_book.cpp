#include "metrics/client_book.hpp"

#include "metrics/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
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
    if (column.kind(row) == Column::Kind::number) {
        const double number = column.number(row);
        const auto [known, is_new] = of_numbers_.try_emplace(std::bit_cast<std::uint64_t>(number), 0);
        if (is_new) {
            fold_cell(column, row, folded_);
            known->second = number_of_key(folded_);
            clients_[known->second].number = number;
        }
        return known->second;
    }
    fold_cell(column, row, folded_);
    const std::uint32_t client = number_of_key(folded_);
    std::string& spelling = clients_[client].spelling;
    const std::string_view trimmed = trim(column.text(row));
    if (spelling.empty() || trimmed < spelling)
        spelling = trimmed;
    return client;
}

std::uint32_t ClientBook::number_of_key(std::string_view key) {
    const std::uint32_t client = keys_.number_of(key);
    if (client == clients_.size())
        clients_.emplace_back();
    return client;
}

Value ClientBook::name(std::uint32_t client) const {
    const Client& found = clients_[client];
    if (is_number(client))
        return found.number;
    return found.spelling;
}

std::vector<std::uint32_t> largest_first(const std::vector<double>& figures, const ClientBook& book) {
    // Sorted together with their figures, since looking those up costs more than the comparison.
    struct Rank {
        double figure;
        std::uint32_t client;
    };
    std::vector<Rank> ranks;
    ranks.reserve(figures.size());
    for (const double figure : figures)
        ranks.push_back({figure, static_cast<std::uint32_t>(ranks.size())});
    std::sort(ranks.begin(), ranks.end(), [&book](const Rank& left, const Rank& right) {
        return left.figure != right.figure ? left.figure > right.figure
                                           : book.key(left.client) < book.key(right.client);
    });
    std::vector<std::uint32_t> order(ranks.size());
    std::transform(ranks.begin(), ranks.end(), order.begin(), [](const Rank& rank) { return rank.client; });
    return order;
}

} // namespace perennial::metrics
