#include "metrics/untouched.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <new>
#include <numeric>
#include <vector>

namespace perennial::metrics {
namespace {

using Numbers = std::vector<std::uint64_t, Untouched<std::uint64_t>>;

constexpr std::size_t many = many_bytes / sizeof(std::uint64_t);

TEST(Untouched, HandsOutManyBytesInLargePages) {
    Numbers numbers(many);
    constexpr std::uintptr_t large_page = 2U << 20U;
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % large_page, 0U);
}

TEST(Untouched, KeepsItemsWhereItTakesMemoryOfAnotherKind) {
    Numbers numbers(many - 1);
    std::iota(numbers.begin(), numbers.end(), std::uint64_t{1});
    for (const std::size_t size : {many, many + 1, 2 * many, many - 1}) {
        numbers.resize(size);
        numbers.shrink_to_fit();
        for (std::size_t index = 0; index + 1 < many; ++index)
            ASSERT_EQ(numbers[index], index + 1) << size;
    }
}

TEST(Untouched, RefusesMoreThanMemoryCanHave) {
    Untouched<std::uint64_t> memory;
    EXPECT_THROW(static_cast<void>(memory.allocate(SIZE_MAX / 2)), std::bad_alloc);
    EXPECT_THROW(static_cast<void>(memory.allocate(PTRDIFF_MAX / sizeof(std::uint64_t) + 1)), std::bad_alloc);
}

} // namespace
} // namespace perennial::metrics
