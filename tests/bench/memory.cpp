#include "memory.hpp"

#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace perennial::bench {

namespace {

std::atomic<std::size_t> taken = 0;
std::atomic<std::size_t> most_taken = 0;

void* count(void* memory) {
    if (memory == nullptr)
        throw std::bad_alloc();
    const std::size_t size = malloc_usable_size(memory);
    const std::size_t now = taken.fetch_add(size, std::memory_order_relaxed) + size;
    std::size_t most = most_taken.load(std::memory_order_relaxed);
    while (most < now && !most_taken.compare_exchange_weak(most, now, std::memory_order_relaxed)) {
    }
    return memory;
}

void drop(void* memory) {
    taken.fetch_sub(malloc_usable_size(memory), std::memory_order_relaxed);
    std::free(memory);
}

} // namespace

MemoryWatch::MemoryWatch() : begin_(taken) {
    most_taken = begin_;
}

std::size_t MemoryWatch::peak() const {
    return most_taken - begin_;
}

} // namespace perennial::bench

void* operator new(std::size_t size) {
    return perennial::bench::count(std::malloc(size));
}

void* operator new(std::size_t size, std::align_val_t alignment) {
    const auto multiple = static_cast<std::size_t>(alignment);
    return perennial::bench::count(std::aligned_alloc(multiple, (size + multiple - 1) / multiple * multiple));
}

void operator delete(void* memory) noexcept {
    perennial::bench::drop(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    perennial::bench::drop(memory);
}

void operator delete(void* memory, std::align_val_t) noexcept {
    perennial::bench::drop(memory);
}

void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    perennial::bench::drop(memory);
}
