#pragma once

#include <algorithm>
#include <cstddef>

namespace perennial::metrics {

/// Asks memory for an item that will be needed soon, so that a loop need not wait for it: a processor
/// foresees neither items in no order nor, beyond a page of memory, those that follow each other. Where there
/// are not so many items, the last one is asked for; there must be one.
template <class Items>
void expect(const Items& items, std::size_t place) {
    __builtin_prefetch(&items[std::min<std::size_t>(place, items.size() - 1)]);
}

} // namespace perennial::metrics
