#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace perennial::metrics {

/// Puts items into the order of a whole number that each has, from 0 to below `bound`, those with equal
/// numbers in the order in which they stand. Counts where there are not many more numbers than items, in time
/// that grows with the items alone.
template <class Items, class Number>
void order_by_number(Items& items, std::size_t bound, Number number_of) {
    using Item = typename Items::value_type;
    // Below this the counters cost less than comparing, however few the items are.
    constexpr std::size_t always_counted = 4096;
    if (bound > always_counted && bound / 4 > items.size()) {
        std::stable_sort(items.begin(), items.end(), [&](const Item& left, const Item& right) {
            return number_of(left) < number_of(right);
        });
        return;
    }
    std::vector<std::uint32_t> places(bound + 1, 0);
    for (const Item& item : items)
        ++places[number_of(item) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    Items ordered(items.size());
    for (const Item& item : items)
        ordered[places[number_of(item)]++] = item;
    items = std::move(ordered);
}

/// An item by its number, with a key whose order is that of the items' figures.
struct Ranked {
    std::uint64_t key;
    std::uint32_t item;
};

/// Puts items into the order of their keys, those with equal keys as they stand. Counts byte after byte, from
/// the last one, without the bytes in which all agree.
void order_by_key(std::vector<Ranked>& items);

/// The figures, numbered from 0, the smallest first, equal ones as they stand. Figures must be numbers.
std::vector<Ranked> ranked(std::span<const double> figures);

/// The first eight letters of a text as a key; texts with equal ones may differ in those that follow.
std::uint64_t first_letters(std::string_view text);

/// Visits the items with one key together, key after key.
template <class Visitor>
void each_tie(std::span<Ranked> items, Visitor visit) {
    for (std::size_t first = 0; first < items.size();) {
        std::size_t last = first + 1;
        while (last < items.size() && items[last].key == items[first].key)
            ++last;
        visit(items.subspan(first, last - first));
        first = last;
    }
}

} // namespace perennial::metrics
