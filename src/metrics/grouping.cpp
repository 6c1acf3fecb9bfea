#include "metrics/grouping.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace perennial::metrics {

namespace {

constexpr std::size_t byte_values = 256;

std::size_t byte_of(std::uint64_t key, std::size_t byte) {
    return key >> (8 * byte) & 0xFF;
}

} // namespace

void order_by_key(std::vector<Ranked>& items) {
    std::array<std::array<std::uint32_t, byte_values>, sizeof(Ranked::key)> counts{};
    for (const Ranked& item : items)
        for (std::size_t byte = 0; byte < counts.size(); ++byte)
            ++counts[byte][byte_of(item.key, byte)];
    std::vector<Ranked> ordered(items.size());
    for (std::size_t byte = 0; byte < counts.size(); ++byte) {
        auto& places = counts[byte];
        if (std::find(places.begin(), places.end(), items.size()) != places.end())
            continue;
        std::exclusive_scan(places.begin(), places.end(), places.begin(), 0U);
        for (const Ranked& item : items)
            ordered[places[byte_of(item.key, byte)]++] = item;
        items.swap(ordered);
    }
}

std::uint64_t first_letters(std::string_view text) {
    std::uint64_t key = 0;
    for (std::size_t at = 0; at < sizeof key; ++at)
        key = key << 8 | (at < text.size() ? static_cast<unsigned char>(text[at]) : 0);
    return key;
}

std::array<std::vector<Ranked>, 2> cut_by_key(std::span<const Ranked> items) {
    constexpr std::size_t distance = 256;
    std::vector<std::uint64_t> some;
    for (std::size_t place = 0; place < items.size(); place += distance)
        some.push_back(items[place].key);
    const auto middle = some.begin() + static_cast<std::ptrdiff_t>(some.size() / 2);
    std::nth_element(some.begin(), middle, some.end());
    const std::uint64_t least_large = some.empty() ? 0 : *middle;
    // Each item is written to both parts, without a branch whose outcome nobody foresees.
    std::array<std::vector<Ranked>, 2> parts{std::vector<Ranked>(items.size()),
                                             std::vector<Ranked>(items.size())};
    std::size_t small = 0;
    for (std::size_t place = 0; place < items.size(); ++place) {
        parts[0][small] = parts[1][place - small] = items[place];
        small += items[place].key < least_large ? 1 : 0;
    }
    parts[0].resize(small);
    parts[1].resize(items.size() - small);
    return parts;
}

std::vector<Ranked> with_keys(std::span<const double> figures, Direction direction) {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    const std::uint64_t flipped = direction == Direction::rising ? 0 : ~std::uint64_t{0};
    std::vector<Ranked> items;
    items.reserve(figures.size());
    for (const double figure : figures) {
        // The bits of positive numbers stand in the order of the numbers, those of negative ones the other
        // way round. Adding 0 gives both zeros the same bits.
        const auto bits = std::bit_cast<std::uint64_t>(figure + 0.0);
        const std::uint64_t key = bits & sign ? ~bits : bits | sign;
        items.push_back({key ^ flipped, static_cast<std::uint32_t>(items.size())});
    }
    return items;
}

std::vector<Ranked> ranked(std::span<const double> figures) {
    std::vector<Ranked> items = with_keys(figures, Direction::rising);
    order_by_key(items);
    return items;
}

} // namespace perennial::metrics
