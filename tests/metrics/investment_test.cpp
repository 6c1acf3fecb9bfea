#include "metrics/investment.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/investment_functions.hpp"

#include <array>

namespace perennial::metrics::test {
namespace {

TEST(PotentialScore, ComputesTheExamplesOfItsRow) {
    expect_examples<&potential_score>(catalog::investment_functions, "POTENTIALSCORE");
}

TEST(PotentialScore, RunsFromNothingToAHundred) {
    EXPECT_EQ(potential_score(0, 1, 1, Stage::growth), 100);
    EXPECT_EQ(potential_score(1, 0, 0, Stage::dormant, {}, std::array<double, 4>{1, 1, 1, 0}), 0);
}

TEST(PotentialScore, FollowsTheTimingOfTheStage) {
    const auto timing_only = [](Stage stage) {
        return potential_score(1, 0, 0, stage, std::array<double, 4>{0, 0, 0, 1});
    };
    EXPECT_DOUBLE_EQ(timing_only(Stage::introduction), 75);
    EXPECT_DOUBLE_EQ(timing_only(Stage::growth), 100);
    EXPECT_DOUBLE_EQ(timing_only(Stage::maturity), 60);
    EXPECT_DOUBLE_EQ(timing_only(Stage::dormant), 25);
}

TEST(PotentialScore, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT([] { return potential_score(1.1, 0, 0, Stage::growth); },
                refuses(Fault::domain, "walletShare must lie in [0, 1], not 1.1"));
    EXPECT_THAT([] { return potential_score(0, -1, 0, Stage::growth); },
                refuses(Fault::domain, "crossBuy must lie in [0, 1], not -1"));
    EXPECT_THAT([] { return potential_score(0, 0, 2, Stage::growth); },
                refuses(Fault::domain, "engagement must lie in [0, 1], not 2"));
    EXPECT_THAT(
        [] {
            return potential_score(0, 0, 0, Stage::growth, std::array<double, 2>{1, 1});
        },
        refuses(Fault::domain, "weights must be 4 numbers, not 2"));
    EXPECT_THAT(
        [] {
            return potential_score(0, 0, 0, Stage::growth, {}, std::array<double, 3>{1, 1, 1});
        },
        refuses(Fault::domain, "timing must be 4 shares, not 3"));
    EXPECT_THAT(
        [] {
            return potential_score(0, 0, 0, Stage::growth, {}, std::array<double, 4>{1, 2, 1, 1});
        },
        refuses(Fault::domain, "timing must lie in [0, 1], not 2"));
    EXPECT_THAT([] { return potential_score(0, 0, 0, Stage::growth, std::array<double, 4>{}); },
                refuses(Fault::division_by_zero, "the weights are all 0"));
    expect_numbers_required(
        [](double w, double c, double e) { return potential_score(w, c, e, Stage::growth); }, 0.5, 0.5, 0.5);
}

} // namespace
} // namespace perennial::metrics::test
