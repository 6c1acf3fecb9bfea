#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>

namespace perennial::metrics {

/// From so many bytes on, memory is asked for in large pages.
inline constexpr std::size_t many_bytes = 16U << 20U;

/// Many bytes in pages of 2 MiB, where the system has such: handing out pages of 4 KiB one after the other,
/// and looking for their places, takes as long as filling them. To be freed by free_many_bytes.
void* allocate_many_bytes(std::size_t bytes);
void free_many_bytes(void* memory) noexcept;

/// Memory for items that are written before they are read. Ten million orders are 160 MB, which the system
/// hands out as they are touched first: by both halves of the work, not beforehand by one.
template <class Item>
struct Untouched : std::allocator<Item> {
    template <class Other>
    struct rebind {
        using other = Untouched<Other>;
    };
    Item* allocate(std::size_t items) {
        if (are_many(items))
            return static_cast<Item*>(allocate_many_bytes(items * sizeof(Item)));
        return std::allocator<Item>::allocate(items);
    }
    void deallocate(Item* memory, std::size_t items) noexcept {
        if (are_many(items))
            free_many_bytes(memory);
        else
            std::allocator<Item>::deallocate(memory, items);
    }
    template <class Made>
    void construct(Made* place) noexcept {
        ::new (static_cast<void*>(place)) Made;
    }
    template <class Made, class... Values>
    void construct(Made* place, Values&&... values) {
        ::new (static_cast<void*>(place)) Made(std::forward<Values>(values)...);
    }

private:
    /// More than memory can have are refused by the standard's allocator.
    static bool are_many(std::size_t items) {
        return items >= many_bytes / sizeof(Item) && items <= PTRDIFF_MAX / sizeof(Item);
    }
};

} // namespace perennial::metrics
