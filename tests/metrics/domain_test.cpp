#include "metrics/domain.hpp"

#include "cells.hpp"

#include <array>
#include <vector>

namespace perennial::metrics::test {
namespace {

TEST(Requirements, StateTheValueReceived) {
    EXPECT_THAT(Call([] { require_finite("margin", infinity); }),
                refuses(Fault::domain, "margin must be a number, not inf"));
    EXPECT_THAT(Call([] { require_at_least("start", -1, 0); }),
                refuses(Fault::domain, "start must be 0 or more, not -1"));
    EXPECT_THAT(Call([] { require_above("halfLife", 0, 0); }),
                refuses(Fault::domain, "halfLife must be more than 0, not 0"));
    EXPECT_THAT(Call([] { require_share("churn", 1.5); }),
                refuses(Fault::domain, "churn must lie in [0, 1], not 1.5"));
}

TEST(Requirements, AreNotMetByNaN) {
    EXPECT_THAT(Call([] { require_finite("x", not_a_number); }), refuses(Fault::domain, "x"));
    EXPECT_THAT(Call([] { require_at_least("x", not_a_number, 0); }), refuses(Fault::domain, "x"));
    EXPECT_THAT(Call([] { require_above("x", not_a_number, 0); }), refuses(Fault::domain, "x"));
    EXPECT_THAT(Call([] { require_between("x", not_a_number, 0, 1); }), refuses(Fault::domain, "x"));
}

TEST(Divide, SaysWhichQuantityIsZero) {
    EXPECT_EQ(divide(1, 4, "start"), 0.25);
    EXPECT_THAT(Call([] { return divide(1, 0, "start"); }), refuses(Fault::division_by_zero, "start is 0"));
    EXPECT_THAT(Call([] { return divide(1e300, 1e-300, "start"); }), refuses(Fault::domain, "too large"));
}

TEST(WeightedMean, DependsOnTheProportionsOfTheWeightsOnly) {
    const std::array<double, 2> values = {10, 20};
    EXPECT_EQ(weighted_mean(values, std::array<double, 2>{1, 3}), 17.5);
    EXPECT_EQ(weighted_mean(values, std::array<double, 2>{1e308, 1e308}), 15);
    EXPECT_EQ(weighted_mean(values, std::array<double, 2>{0, 5}), 20);
}

TEST(WeightedMean, RefusesUnusableWeights) {
    const std::vector<double> values = {10, 20};
    const auto mean = [&](std::vector<double> weights) {
        return Call([&values, weights] { return weighted_mean(values, weights); });
    };
    EXPECT_THAT(mean({1}), refuses(Fault::domain, "weights must be 2 numbers, not 1"));
    EXPECT_THAT(mean({1, -1}), refuses(Fault::domain, "a weight must be 0 or more, not -1"));
    EXPECT_THAT(mean({1, not_a_number}), refuses(Fault::domain, "a weight"));
    EXPECT_THAT(mean({1, infinity}), refuses(Fault::domain, "a weight"));
    EXPECT_THAT(mean({0, 0}), refuses(Fault::division_by_zero, "the weights are all 0"));
}

} // namespace
} // namespace perennial::metrics::test
