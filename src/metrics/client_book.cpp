#include "metrics/client_book.hpp"

#include "metrics/grouping.hpp"
#include "metrics/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <span>

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
    return column.kind(row) == Column::Kind::number ? number_of(column.number(row))
                                                    : number_of(column.text(row));
}

std::uint32_t ClientBook::number_of(double number) {
    const auto [known, is_new] = of_numbers_.try_emplace(std::bit_cast<std::uint64_t>(number), 0);
    if (is_new) {
        std::array<char, 64> buffer{};
        known->second = number_of_key(typed(number, buffer));
        if (is_number(known->second))
            clients_[known->second].number = number;
    }
    return known->second;
}

std::uint32_t ClientBook::number_of(std::string_view text) {
    fold(text, folded_);
    const std::uint32_t client = number_of_key(folded_);
    const std::string_view trimmed = trim(text);
    if (is_number(client) || trimmed < spelling(client))
        spell(client, trimmed);
    return client;
}

std::uint32_t ClientBook::add_new(std::string_view key, std::string_view spelling) {
    const std::uint32_t client = keys_.add_new(key);
    clients_.emplace_back();
    spell(client, spelling);
    return client;
}

void ClientBook::spell(std::uint32_t client, std::string_view spelling) {
    if (spelling.empty())
        return;
    clients_[client].begin = spellings_.size();
    clients_[client].length = static_cast<std::uint32_t>(spelling.size());
    spellings_ += spelling;
}

void ClientBook::reserve(std::size_t clients) {
    keys_.reserve(clients);
    clients_.reserve(clients);
}

std::uint32_t ClientBook::number_of_key(std::string_view key) {
    const std::uint32_t client = keys_.number_of(key);
    if (client == clients_.size())
        clients_.emplace_back();
    return client;
}

Value ClientBook::name(std::uint32_t client) const {
    if (is_number(client))
        return number(client);
    return std::string(spelling(client));
}

std::uint32_t ClientEntry::enter(std::string_view text) {
    // Where all clients of the book come from such texts of this column, another one of them is a new client.
    if (unlike_others_ != book_.size() || !fold_unlike_others(text, folded_))
        return book_.number_of(text);
    ++unlike_others_;
    return book_.add_new(folded_, text);
}

std::uint32_t ClientMarks::mark_of(double number) {
    const auto mark = static_cast<std::uint32_t>(size());
    const auto [known, is_new] = of_numbers_.try_emplace(std::bit_cast<std::uint64_t>(number), mark);
    if (is_new)
        numbers_.push_back(number);
    return known->second;
}

void add_name(Table::Rows& rows, const ClientBook& book, std::uint32_t client) {
    if (book.is_number(client))
        rows.add(book.number(client));
    else
        rows.add(book.spelling(client));
}

std::vector<std::uint32_t> largest_first(const std::vector<double>& figures, const ClientBook& book) {
    std::vector<Ranked> ranks = ranked(figures);
    std::reverse(ranks.begin(), ranks.end());
    each_tie(ranks, [&book](std::span<Ranked> equal) {
        std::sort(equal.begin(), equal.end(), [&book](const Ranked& left, const Ranked& right) {
            return book.key(left.item) < book.key(right.item);
        });
    });
    std::vector<std::uint32_t> order(ranks.size());
    std::transform(ranks.begin(), ranks.end(), order.begin(), [](const Ranked& rank) { return rank.item; });
    return order;
}

} // namespace perennial::metrics
