#pragma once

#include <memory>
#include <new>
#include <utility>

namespace perennial::metrics {

/// Memory for items that are written before they are read. Ten million orders are 160 MB, which the system
/// hands out as they are touched first: by both halves of the work, not beforehand by one.
template <class Item>
struct Untouched : std::allocator<Item> {
    template <class Other>
    struct rebind {
        using other = Untouched<Other>;
    };
    template <class Made>
    void construct(Made* place) noexcept {
        ::new (static_cast<void*>(place)) Made;
    }
    template <class Made, class... Values>
    void construct(Made* place, Values&&... values) {
        ::new (static_cast<void*>(place)) Made(std::forward<Values>(values)...);
    }
};

} // namespace perennial::metrics
