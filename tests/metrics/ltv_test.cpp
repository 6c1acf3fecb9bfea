#include "metrics/ltv.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/ltv_functions.hpp"

#include <cmath>

namespace perennial::metrics::test {
namespace {

TEST(Ltv, ComputesTheExamplesOfItsRow) {
    expect_examples<&ltv>(catalog::ltv_functions, "LTV");
}

TEST(Ltv, IsTheSumOfTheDiscountedMargins) {
    double sum = 0;
    for (int period = 0; period < 2000; ++period)
        sum += 100 * std::pow(0.8 / 1.1, period);
    EXPECT_NEAR(ltv(100, 0.2, 0.1), sum, 1e-9);
}

TEST(Ltv, FormsDifferByAMarginAndByAPeriodsDiscount) {
    EXPECT_NEAR(ltv(100, 0.2, 0.1, Timing::start) - ltv(100, 0.2, 0.1, Timing::renewals), 100, 1e-10);
    EXPECT_NEAR(ltv(100, 0.2, 0.1, Timing::end) * 1.1, ltv(100, 0.2, 0.1, Timing::start), 1e-10);
}

TEST(Ltv, OfAClientWhoLeavesAtOnceIsOneMargin) {
    EXPECT_EQ(ltv(100, 1), 100);
    EXPECT_EQ(ltv(100, 1, 0.1, Timing::renewals), 0);
}

TEST(Ltv, IsFiniteWithoutChurnWhenMarginsAreDiscounted) {
    EXPECT_NEAR(ltv(100, 0, 0.1), 1100, 1e-9);
}

TEST(Ltv, DoesNotExistWithoutChurnAndDiscount) {
    EXPECT_THAT([] { return ltv(100, 0); },
                refuses(Fault::division_by_zero, "the sum of churn and discount is 0"));
}

TEST(Ltv, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT([] { return ltv(100, 1.2); }, refuses(Fault::domain, "churn must lie in [0, 1], not 1.2"));
    EXPECT_THAT([] { return ltv(100, -0.2); }, refuses(Fault::domain, "churn must lie in [0, 1], not -0.2"));
    EXPECT_THAT([] { return ltv(100, 0.2, -0.1); },
                refuses(Fault::domain, "discount must be 0 or more, not -0.1"));
    EXPECT_THAT([] { return ltv(1e308, 1e-300); }, refuses(Fault::domain, "too large"));
    expect_numbers_required([](double m, double c, double d) { return ltv(m, c, d); }, 100.0, 0.2, 0.1);
}

} // namespace
} // namespace perennial::metrics::test
