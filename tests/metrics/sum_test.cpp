#include "metrics/sum.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace perennial::metrics {
namespace {

double total(const std::vector<double>& terms) {
    Sum sum;
    for (const double term : terms)
        sum.add(term);
    return sum.value();
}

TEST(Sum, KeepsWhatADoubleWouldLose) {
    EXPECT_EQ(total({1e16, 1, -1e16}), 1);
}

TEST(Sum, OfTenthsIsWhole) {
    EXPECT_EQ(total(std::vector<double>(1'000'000, 0.1)), 100'000);
}

TEST(Sum, DoesNotDependOnTheOrder) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> amount(-1000, 100000);
    std::vector<double> terms(10000);
    std::generate(terms.begin(), terms.end(), [&] { return amount(random); });
    const double expected = total(terms);
    for (int turn = 0; turn < 20; ++turn) {
        std::shuffle(terms.begin(), terms.end(), random);
        EXPECT_EQ(total(terms), expected);
    }
}

TEST(Sum, OfNothingIsZero) {
    EXPECT_EQ(total({}), 0);
}

} // namespace
} // namespace perennial::metrics
