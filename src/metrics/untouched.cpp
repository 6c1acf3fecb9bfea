#include "metrics/untouched.hpp"

#include <sys/mman.h>

namespace perennial::metrics {
namespace {

constexpr std::align_val_t large_page{2U << 20U};

} // namespace

void* allocate_many_bytes(std::size_t bytes) {
    void* const memory = ::operator new(bytes, large_page);
    // Advice that the system does not take leaves small pages, which do as well.
    static_cast<void>(::madvise(memory, bytes, MADV_HUGEPAGE));
    return memory;
}

void free_many_bytes(void* memory) noexcept {
    ::operator delete(memory, large_page);
}

} // namespace perennial::metrics
