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

TEST(Sum, OfMoneyIsTheSameInParts) {
    std::mt19937 random(2);
    std::vector<double> terms(10000);
    std::generate(terms.begin(), terms.end(), [&] {
        return static_cast<double>(random() % 2'000'000'000) / 100 * (random() % 2 == 0 ? 1e3 : -1);
    });
    const double expected = total(terms);
    for (std::size_t cut = 0; cut < terms.size(); cut += 617) {
        Sum upper;
        Sum lower;
        for (std::size_t index = 0; index < terms.size(); ++index)
            (index < cut ? upper : lower).add(terms[index]);
        upper.add(lower);
        EXPECT_EQ(upper.value(), expected) << cut;
    }
    Sum tiny;
    tiny.add(1e16);
    Sum other;
    other.add(1);
    other.add(-1e16);
    tiny.add(other);
    EXPECT_EQ(tiny.value(), 1);
}

TEST(Sum, OfNothingIsZero) {
    EXPECT_EQ(total({}), 0);
}

} // namespace
} // namespace perennial::metrics
