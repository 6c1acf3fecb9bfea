#include "memory.hpp"

#include <algorithm>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace perennial::bench {

namespace {

// The benchmarks run on one thread.
std::size_t taken = 0;
std::size_t most_taken = 0;

} // namespace

MemoryWatch::MemoryWatch() : begin_(taken) {
    most_taken = taken;
}

std::size_t MemoryWatch::peak() const {
    return most_taken - begin_;
}

} // namespace perennial::bench

void* operator new(std::size_t size) {
    void* memory = std::malloc(size);
    if (memory == nullptr)
        throw std::bad_alloc();
    perennial::bench::taken += malloc_usable_size(memory);
    perennial::bench::most_taken = std::max(perennial::bench::most_taken, perennial::bench::taken);
    return memory;
}

void operator delete(void* memory) noexcept {
    perennial::bench::taken -= malloc_usable_size(memory);
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    operator delete(memory);
}
