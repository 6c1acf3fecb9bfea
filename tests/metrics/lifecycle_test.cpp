#include "metrics/lifecycle.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/lifecycle_functions.hpp"

namespace perennial::metrics::test {
namespace {

std::string stage(double first, double last, double as_of) {
    return lifecycle_stage_word({}, first, last, as_of);
}

TEST(LifecycleStage, ComputesTheExamplesOfItsRow) {
    expect_examples<&lifecycle_stage_word>(catalog::lifecycle_functions, "LIFECYCLESTAGE");
}

TEST(LifecycleStage, ChangesOnTheDayThatCompletesTheMonth) {
    const double first = date(2023, 1, 15);
    EXPECT_EQ(stage(first, date(2023, 4, 14), date(2023, 4, 14)), "Introduction");
    EXPECT_EQ(stage(first, date(2023, 4, 15), date(2023, 4, 15)), "Growth");
    EXPECT_EQ(stage(first, date(2024, 1, 14), date(2024, 1, 14)), "Growth");
    EXPECT_EQ(stage(first, date(2024, 1, 15), date(2024, 1, 15)), "Maturity");
    EXPECT_EQ(stage(first, date(2023, 2, 15), date(2023, 5, 14)), "Growth");
    EXPECT_EQ(stage(first, date(2023, 2, 15), date(2023, 5, 15)), "Dormant");
}

TEST(LifecycleStage, OfAClientOfTodayIsIntroduction) {
    EXPECT_EQ(stage(date(2024, 1, 1), date(2024, 1, 1), date(2024, 1, 1)), "Introduction");
}

TEST(LifecycleStage, DoesNotDependOnTheTimeOfDay) {
    EXPECT_EQ(stage(date(2024, 1, 15) + 0.9, date(2024, 4, 15) + 0.8, date(2024, 4, 15) + 0.1), "Growth");
}

TEST(LifecycleStage, DoesNotDependOnTheNullDate) {
    const NullDate mac{std::chrono::year{1904} / 1 / 1};
    EXPECT_EQ(lifecycle_stage_word(mac, date(2024, 1, 15) - 1462, date(2024, 4, 15) - 1462,
                                   date(2024, 4, 15) - 1462),
              "Growth");
}

TEST(LifecycleStage, FollowsTheLimitsGiven) {
    const double first = date(2024, 1, 1);
    const double last = date(2024, 3, 1);
    const double as_of = date(2024, 5, 1);
    EXPECT_EQ(lifecycle_stage_word({}, first, last, as_of, 2), "Dormant");
    EXPECT_EQ(lifecycle_stage_word({}, first, last, as_of, 6, 6), "Introduction");
    EXPECT_EQ(lifecycle_stage_word({}, first, last, as_of, 6, 1, 2), "Maturity");
}

TEST(LifecycleStage, UsesTheLabelsGiven) {
    const std::vector<std::string> labels = {"引入期", "成长期", "成熟期", "休眠期"};
    EXPECT_EQ(
        lifecycle_stage_word({}, date(2020, 1, 1), date(2020, 1, 1), date(2024, 1, 1), {}, {}, {}, labels),
        "休眠期");
}

TEST(LifecycleStage, RefusesArgumentsOutsideTheirRange) {
    const double first = date(2024, 1, 1);
    const double last = date(2024, 3, 1);
    const double as_of = date(2024, 5, 1);
    EXPECT_THAT(Call([&] { return stage(last, first, as_of); }),
                refuses(Fault::domain, "must not lie before first"));
    EXPECT_THAT(Call([&] { return stage(first, as_of, last); }),
                refuses(Fault::domain, "must not lie before last"));
    EXPECT_THAT(Call([&] { return lifecycle_stage_word({}, first, last, as_of, -1); }),
                refuses(Fault::domain, "dormantMonths must be 0 or more, not -1"));
    EXPECT_THAT(Call([&] { return lifecycle_stage_word({}, first, last, as_of, 3, -1); }),
                refuses(Fault::domain, "introMonths must be 0 or more, not -1"));
    EXPECT_THAT(Call([&] { return lifecycle_stage_word({}, first, last, as_of, 3, 6, 5); }),
                refuses(Fault::domain, "growthMonths must be 6 or more, not 5"));
    const std::vector<std::string> labels = {"one"};
    EXPECT_THAT(Call([&] { return lifecycle_stage_word({}, first, last, as_of, {}, {}, {}, labels); }),
                refuses(Fault::domain, "labels must be 4 words, not 1"));
    expect_numbers_required([](double a, double b, double c, double d, double e,
                               double f) { return lifecycle_stage_word({}, a, b, c, d, e, f); },
                            first, last, as_of, 3.0, 3.0, 12.0);
}

} // namespace
} // namespace perennial::metrics::test
