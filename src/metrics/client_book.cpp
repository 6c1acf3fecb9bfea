#include "metrics/client_book.hpp"

#include "metrics/grouping.hpp"
#include "metrics/halves.hpp"
#include "metrics/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <numeric>
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
            names_.set(known->second, number);
    }
    return known->second;
}

std::uint32_t ClientBook::number_of(std::string_view text) {
    fold(text, folded_);
    const std::uint32_t client = number_of_key(folded_);
    spell_first(client, trim(text));
    return client;
}

std::optional<std::uint32_t> ClientBook::find(const Column& column, std::size_t row) const {
    std::string folded;
    fold_cell(column, row, folded);
    return keys_.find(folded);
}

std::uint32_t ClientBook::add_new(std::string_view key, std::string_view spelling) {
    const std::uint32_t client = keys_.add_new(key);
    names_.add();
    names_.set(client, spelling);
    return client;
}

std::vector<std::uint32_t> ClientBook::add(const ClientBook& others, bool are_new) {
    std::vector<std::uint32_t> numbers(others.size());
    if (!are_new) {
        for (std::uint32_t client = 0; client < numbers.size(); ++client) {
            numbers[client] = number_of_key(others.key(client));
            spell_first(numbers[client], others.names_.text(client));
        }
        return numbers;
    }
    std::iota(numbers.begin(), numbers.end(), static_cast<std::uint32_t>(size()));
    keys_.add_new(others.keys_);
    names_.add(others.names_);
    return numbers;
}

/// Calls a client by a text where that is the first one of its spellings in the order of bytes.
void ClientBook::spell_first(std::uint32_t client, std::string_view spelling) {
    if (!spelling.empty() && (is_number(client) || spelling < names_.text(client)))
        names_.set(client, spelling);
}

void ClientBook::reserve(std::size_t clients) {
    keys_.reserve(clients);
    names_.reserve(clients);
}

std::uint32_t ClientBook::number_of_key(std::string_view key) {
    const std::uint32_t client = keys_.number_of(key);
    if (client == names_.size())
        names_.add();
    return client;
}

Value ClientBook::name(std::uint32_t client) const {
    if (is_number(client))
        return number(client);
    return std::string(names_.text(client));
}

std::uint32_t ClientEntry::enter(std::string_view text) {
    // Where that is so, another one of them is a new client.
    if (!are_unlike_others() || !fold_unlike_others(text, folded_))
        return book_.number_of(text);
    ++unlike_others_;
    return book_.add_new(folded_, text);
}

std::vector<std::uint32_t> enter_texts(ClientBook& book, const Column& column,
                                       std::span<const std::uint8_t> wanted) {
    std::vector<std::uint32_t> numbers(wanted.size());
    ClientBook lower;
    std::array<bool, 2> are_unlike_others{true, true};
    std::size_t middle = wanted.size();
    const auto clients = static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), std::uint8_t{1}));
    book.reserve(clients);
    in_halves(0, wanted.size(), many_clients, [&](std::size_t half, std::size_t first, std::size_t last) {
        ClientBook& some = half == 0 ? book : lower;
        if (half == 1) {
            middle = first;
            some.reserve(std::min(clients, last - first));
        }
        ClientEntry entry(some);
        for (std::size_t text = first; text < last; ++text)
            if (wanted[text] != 0)
                numbers[text] = entry.enter(column.text_of(static_cast<std::uint32_t>(text)));
        are_unlike_others[half] = entry.are_unlike_others();
    });
    const auto in_book = book.add(lower, are_unlike_others[0] && are_unlike_others[1]);
    for (std::size_t text = middle; text < wanted.size(); ++text)
        if (wanted[text] != 0)
            numbers[text] = in_book[numbers[text]];
    return numbers;
}

std::uint32_t ClientMarks::mark_of(double number) {
    const auto mark = static_cast<std::uint32_t>(size());
    const auto [known, is_new] = of_numbers_.try_emplace(std::bit_cast<std::uint64_t>(number), mark);
    if (is_new)
        numbers_.push_back(number);
    return known->second;
}

namespace {

/// Clients in the order of their keys, those with equal keys by name, the halves of many at once.
std::vector<std::uint32_t> in_order(std::vector<Ranked> clients, const ClientBook& book) {
    std::vector<std::uint32_t> order(clients.size());
    const auto put_in_order = [&](std::vector<Ranked>& some, std::size_t place) {
        order_by_key(some);
        each_tie(some, [&book](std::span<Ranked> equal) {
            order_by_text(equal, [&book](std::uint32_t client) { return book.key(client); });
        });
        for (const Ranked& rank : some)
            order[place++] = rank.item;
    };
    if (clients.size() < many_clients) {
        put_in_order(clients, 0);
        return order;
    }
    auto [first, others] = cut_by_key(clients);
    at_once([&, &some = first] { put_in_order(some, 0); },
            [&, &some = others, place = first.size()] { put_in_order(some, place); });
    return order;
}

} // namespace

std::vector<std::uint32_t> largest_first(const std::vector<double>& figures, const ClientBook& book) {
    return in_order(with_keys(figures, Direction::falling), book);
}

std::vector<std::uint32_t> by_name(const ClientBook& book) {
    std::vector<double> numbers;
    std::vector<std::uint32_t> numbered;
    std::vector<Ranked> named;
    for (std::uint32_t client = 0; client < book.size(); ++client) {
        if (book.is_number(client)) {
            numbers.push_back(book.number(client));
            numbered.push_back(client);
        } else {
            named.push_back({first_letters(book.key(client)), client});
        }
    }
    std::vector<std::uint32_t> order;
    order.reserve(book.size());
    for (const Ranked& rank : ranked(numbers))
        order.push_back(numbered[rank.item]);
    const std::vector<std::uint32_t> texts = in_order(std::move(named), book);
    order.insert(order.end(), texts.begin(), texts.end());
    return order;
}

} // namespace perennial::metrics
