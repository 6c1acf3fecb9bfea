#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace perennial::metrics {

/// Puts items into the order of a whole number that each has, from 0 to below `bound`, those with equal
/// numbers in the order in which they stand. Counts where there are not many more numbers than items, in time
/// that grows with the items alone.
template <class Item, class Number>
void order_by_number(std::vector<Item>& items, std::size_t bound, Number number_of) {
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
    std::vector<Item> ordered(items.size());
    for (const Item& item : items)
        ordered[places[number_of(item)]++] = item;
    items = std::move(ordered);
}

} // namespace perennial::metrics
