#include "metrics/due.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/due_functions.hpp"

#include <array>

namespace perennial::metrics::test {
namespace {

TEST(Due, ComputesTheExamplesOfItsRows) {
    expect_examples<&next_touch>(catalog::due_functions, "NEXTTOUCH");
    expect_examples<&onboarding_due>(catalog::due_functions, "ONBOARDINGDUE");
}

TEST(NextTouch, ClampsMonthEndsAsEdateDoes) {
    const auto next = [](double last, Unit unit) { return next_touch({}, last, {unit}); };
    EXPECT_EQ(next(date(2023, 1, 31), Unit::month), date(2023, 2, 28));
    EXPECT_EQ(next(date(2023, 11, 30), Unit::quarter), date(2024, 2, 29));
    EXPECT_EQ(next(date(2024, 2, 29), Unit::year), date(2025, 2, 28));
    EXPECT_EQ(next(date(2024, 2, 28), Unit::week), date(2024, 3, 6));
    EXPECT_EQ(next(date(2024, 2, 28) + 0.7, Unit::day), date(2024, 2, 29));
}

TEST(NextTouch, RefusesArgumentsOutsideTheirRange) {
    for (const double bad : {0.0, -1.0, not_a_number, infinity})
        EXPECT_THAT(Call([bad] { return next_touch({}, 45000, {bad}); }),
                    refuses(Fault::domain, "cadence must be 1 or more"));
    EXPECT_THAT(Call([] { return next_touch({}, not_a_number, {7.0}); }),
                refuses(Fault::domain, "last must be a date"));
    EXPECT_THAT(Call([] { return next_touch({}, 45000, {1e9}); }),
                refuses(Fault::domain, "the due date must be a date"));
}

TEST(OnboardingDue, IsTheFirstCheckpointNotDone) {
    EXPECT_EQ(onboarding_due({}, 45000, {}), 45001);
    EXPECT_EQ(onboarding_due({}, 45000.5, std::array<double, 2>{45001, not_a_number}), 45003);
    EXPECT_EQ(onboarding_due({}, 45000, std::array<double, 3>{1, 0, 1}), 45003);
    EXPECT_EQ(onboarding_due({}, 45000, std::array<double, 1>{1}, std::array<double, 2>{5, 60}), 45060);
    EXPECT_THAT(Call([] {
                    return onboarding_due({}, 45000, std::array<double, 5>{1, 1, 1, 1, 1});
                }),
                refuses(Fault::missing_value, "all 5 checkpoints are done"));
    EXPECT_THAT(Call([] { return onboarding_due({}, 45000, std::array<double, 6>{}); }),
                refuses(Fault::domain, "done must be at most 5 cells, not 6"));
    EXPECT_THAT(Call([] { return onboarding_due({}, 45000, {}, std::array<double, 1>{-1}); }),
                refuses(Fault::domain, "days must be 0 or more"));
    EXPECT_THAT(Call([] { return onboarding_due({}, infinity, {}); }),
                refuses(Fault::domain, "start must be a date"));
}

} // namespace
} // namespace perennial::metrics::test
