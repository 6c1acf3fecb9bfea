#pragma once

#include "metrics/untouched.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

namespace perennial::metrics {

/// Puts items into the order of a whole number that each has, from 0 to below `bound`, those with equal
/// numbers in the order in which they stand. Counts where there are not many more numbers than items, in time
/// that grows with the items alone. `room` is memory for as many items, for who orders items again and again;
/// what it held is lost.
template <class Items, class Number>
void order_by_number(Items& items, Items& room, std::size_t bound, Number number_of) {
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
    room.resize(items.size());
    for (const Item& item : items)
        room[places[number_of(item)]++] = item;
    items.swap(room);
}
template <class Items, class Number>
void order_by_number(Items& items, std::size_t bound, Number number_of) {
    Items room;
    order_by_number(items, room, bound, number_of);
}

/// Items in piles, numbered from 0, each in the order in which it came. Items of ten million rows that are
/// put in order at once lie far from each other, in no near cache and beyond every page that is at hand; a
/// pile at a time does not.
template <class Item>
class Piles {
public:
    /// With room for so many items.
    explicit Piles(std::size_t items) { items_.reserve(items); }

    std::size_t size() const { return piles_.size(); }

    void add(std::size_t pile, const Item& item) {
        if (pile >= piles_.size())
            piles_.resize(pile + 1);
        Pile& to = piles_[pile];
        if (to.end % block == 0) {
            to.end = items_.size();
            to.blocks.push_back(to.end);
            items_.resize(to.end + block);
        }
        items_[to.end++] = item;
    }

    /// Copies the items of a pile.
    void copy(std::size_t pile, std::vector<Item>& items) const {
        const Pile& from = piles_[pile];
        items.clear();
        for (const std::size_t begin : from.blocks) {
            const std::size_t end = begin == from.blocks.back() ? from.end : begin + block;
            items.insert(items.end(), items_.data() + begin, items_.data() + end);
        }
    }

private:
    static constexpr std::size_t block = 64; ///< so many items of a pile lie side by side

    struct Pile {
        std::vector<std::size_t> blocks; ///< where they begin
        std::size_t end = 0; ///< of the last one; the end of a block where the next item begins one
    };
    std::vector<Item, Untouched<Item>> items_;
    std::vector<Pile> piles_;
};

/// An item by its number, with a key whose order is that of the items' figures.
struct Ranked {
    std::uint64_t key;
    std::uint32_t item;
};

/// Puts items into the order of their keys, those with equal keys as they stand. Counts byte after byte, from
/// the last one, without the bytes in which all agree.
void order_by_key(std::vector<Ranked>& items);

/// Cuts items into those with small keys and those with large ones, each in the order in which they stand, so
/// that each part can be put in order by itself. The parts are about equal where the keys of a few items in a
/// thousand tell.
std::array<std::vector<Ranked>, 2> cut_by_key(std::span<const Ranked> items);

enum class Direction { rising, falling };

/// The figures, numbered from 0, with keys whose order is theirs, or the other way round. Figures must be
/// numbers.
std::vector<Ranked> with_keys(std::span<const double> figures, Direction direction);

/// The figures, numbered from 0, the smallest first, equal ones as they stand.
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

/// Puts items into the order of their texts, which `text_of` gives by their numbers and which agree in so
/// many first letters; the keys are lost. Many are told apart by eight letters at a time, from where they
/// begin to differ, so that a text is looked at a few times however many there are.
template <class TextOf>
void order_by_text(std::span<Ranked> items, TextOf text_of, std::size_t agreed = 0) {
    constexpr std::size_t many = 64;
    const auto rest = [&](const Ranked& item) {
        const std::string_view text = text_of(item.item);
        return text.substr(std::min(agreed, text.size()));
    };
    if (items.size() < many ||
        std::all_of(items.begin(), items.end(), [&](const Ranked& item) { return rest(item).empty(); })) {
        std::sort(items.begin(), items.end(), [&](const Ranked& left, const Ranked& right) {
            return text_of(left.item) < text_of(right.item);
        });
        return;
    }
    std::string_view shared = rest(items.front());
    for (const Ranked& item : items) {
        const std::string_view other = rest(item);
        const auto differs = std::mismatch(shared.begin(), shared.end(), other.begin(), other.end()).first;
        shared = shared.substr(0, static_cast<std::size_t>(differs - shared.begin()));
    }
    agreed += shared.size();
    std::vector<Ranked> ordered(items.begin(), items.end());
    for (Ranked& item : ordered)
        item.key = first_letters(rest(item));
    order_by_key(ordered);
    std::copy(ordered.begin(), ordered.end(), items.begin());
    each_tie(items, [&](std::span<Ranked> alike) {
        if (alike.size() > 1)
            order_by_text(alike, text_of, agreed + sizeof(Ranked::key));
    });
}

} // namespace perennial::metrics
