#include "metrics/ltv.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/ltv_functions.hpp"

#include <array>
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
    EXPECT_THAT(Call([] { return ltv(100, 0); }),
                refuses(Fault::division_by_zero, "the sum of churn and discount is 0"));
}

TEST(Ltv, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT(Call([] { return ltv(100, 1.2); }),
                refuses(Fault::domain, "churn must lie in [0, 1], not 1.2"));
    EXPECT_THAT(Call([] { return ltv(100, -0.2); }),
                refuses(Fault::domain, "churn must lie in [0, 1], not -0.2"));
    EXPECT_THAT(Call([] { return ltv(100, 0.2, -0.1); }),
                refuses(Fault::domain, "discount must be 0 or more, not -0.1"));
    EXPECT_THAT(Call([] { return ltv(1e308, 1e-300); }), refuses(Fault::domain, "too large"));
    expect_numbers_required([](double m, double c, double d) { return ltv(m, c, d); }, 100.0, 0.2, 0.1);
}

TEST(LtvHorizon, ComputesTheExamplesOfItsRow) {
    expect_examples<&ltv_horizon>(catalog::ltv_functions, "LTVHORIZON");
}

TEST(LtvHorizon, ApproachesLtvAsPeriodsGrow) {
    for (const Timing timing : {Timing::start, Timing::renewals, Timing::end}) {
        EXPECT_NEAR(ltv_horizon(100, 0.2, 1000, 0.1, timing), ltv(100, 0.2, 0.1, timing), 1e-9);
        EXPECT_EQ(ltv_horizon(100, 0.2, 0, 0.1, timing), 0);
    }
}

TEST(LtvHorizon, IsTheSumOfItsMargins) {
    double start = 0;
    double renewals = 0;
    double end = 0;
    for (int period = 0; period < 7; ++period) {
        start += 100 * std::pow(0.7 / 1.05, period);
        renewals += 100 * std::pow(0.7 / 1.05, period + 1);
        end += 100 * std::pow(0.7, period) / std::pow(1.05, period + 1);
    }
    EXPECT_NEAR(ltv_horizon(100, 0.3, 7, 0.05), start, 1e-10);
    EXPECT_NEAR(ltv_horizon(100, 0.3, 7, 0.05, Timing::renewals), renewals, 1e-10);
    EXPECT_NEAR(ltv_horizon(100, 0.3, 7, 0.05, Timing::end), end, 1e-10);
    EXPECT_EQ(ltv_horizon(100, 1, 7), 100);
    EXPECT_NEAR(ltv_horizon(100, 1e-14, 12), 1200, 1e-6);
}

TEST(LtvHorizon, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT(Call([] { return ltv_horizon(100, 1.1, 1); }),
                refuses(Fault::domain, "churn must lie in [0, 1]"));
    EXPECT_THAT(Call([] { return ltv_horizon(100, 0.1, -1); }),
                refuses(Fault::domain, "periods must be 0 or more"));
    EXPECT_THAT(Call([] { return ltv_horizon(100, 0.1, 1.5); }),
                refuses(Fault::domain, "periods must be a whole number"));
    EXPECT_THAT(Call([] { return ltv_horizon(100, 0.1, 1, -1); }),
                refuses(Fault::domain, "discount must be 0 or more"));
    expect_numbers_required([](double m, double c, double p, double d) { return ltv_horizon(m, c, p, d); },
                            1.0, 0.1, 1.0, 0.1);
}

TEST(LtvPotential, ComputesTheExamplesOfItsRow) {
    expect_examples<&ltv_potential>(catalog::ltv_functions, "LTVPOTENTIAL");
}

TEST(LtvPotential, CountsNothingForAnEmptyCell) {
    EXPECT_EQ(ltv_potential(std::array<double, 2>{not_a_number, 5}), 5);
    EXPECT_EQ(ltv_potential({}), 0);
}

TEST(LtvPotential, RefusesProbabilitiesThatDoNotFit) {
    const std::array<double, 2> values = {1, 2};
    EXPECT_THAT(Call([&] { return ltv_potential(values, std::array<double, 1>{1}); }),
                refuses(Fault::domain, "probabilities must be 2 numbers, not 1"));
    EXPECT_THAT(Call([&] {
                    return ltv_potential(values, std::array<double, 2>{1, 1.5});
                }),
                refuses(Fault::domain, "a probability must lie in [0, 1], not 1.5"));
    EXPECT_THAT(Call([] { return ltv_potential(std::array<double, 1>{infinity}); }),
                refuses(Fault::domain, "a value must be a number"));
}

TEST(LtvCapture, ComputesTheExamplesOfItsRow) {
    expect_examples<&ltv_capture>(catalog::ltv_functions, "LTVCAPTURE");
    EXPECT_THAT(Call([] { return ltv_capture(1, 0); }), refuses(Fault::division_by_zero, "potential is 0"));
    EXPECT_THAT(Call([] { return ltv_capture(-1, 1); }), refuses(Fault::domain, "earned must be 0 or more"));
    EXPECT_THAT(Call([] { return ltv_capture(1, -1); }),
                refuses(Fault::domain, "potential must be 0 or more"));
    expect_numbers_required(&ltv_capture, 1.0, 1.0);
}

TEST(CacPayback, ComputesTheExamplesOfItsRow) {
    expect_examples<&cac_payback>(catalog::ltv_functions, "CACPAYBACK");
    EXPECT_THAT(Call([] { return cac_payback(1, 0); }), refuses(Fault::division_by_zero, "margin is 0"));
    EXPECT_THAT(Call([] { return cac_payback(-1, 1); }), refuses(Fault::domain, "cost must be 0 or more"));
    EXPECT_THAT(Call([] { return cac_payback(1, -1); }), refuses(Fault::domain, "margin must be 0 or more"));
    expect_numbers_required(&cac_payback, 1.0, 1.0);
}

TEST(RetentionGain, ComputesTheExamplesOfItsRow) {
    expect_examples<&retention_gain>(catalog::ltv_functions, "RETENTIONGAIN");
}

TEST(RetentionGain, IsTheGainInLtv) {
    EXPECT_NEAR(retention_gain(100, 0.15, 0.05, 0.1), ltv(100, 0.1, 0.1) / ltv(100, 0.15, 0.1) - 1, 1e-12);
    EXPECT_EQ(retention_gain(100, 0.15, 0), 0);
}

TEST(RetentionGain, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT(Call([] { return retention_gain(1, 0.1, 0.2); }),
                refuses(Fault::domain, "points must lie in [0, 0.1]"));
    EXPECT_THAT(Call([] { return retention_gain(1, 1.1, 0.2); }),
                refuses(Fault::domain, "churn must lie in [0, 1]"));
    EXPECT_THAT(Call([] { return retention_gain(1, 0.1, 0, -1); }),
                refuses(Fault::domain, "discount must be 0 or more"));
    EXPECT_THAT(Call([] { return retention_gain(0, 0.1, 0.05); }),
                refuses(Fault::division_by_zero, "margin is 0"));
    EXPECT_THAT(Call([] { return retention_gain(1, 0.1, 0.1); }),
                refuses(Fault::division_by_zero, "what is left"));
    expect_numbers_required([](double m, double c, double p, double d) { return retention_gain(m, c, p, d); },
                            1.0, 0.2, 0.1, 0.1);
}

TEST(AnnualSaving, ComputesTheExamplesOfItsRow) {
    expect_examples<&annual_saving>(catalog::ltv_functions, "ANNUALSAVING");
    EXPECT_EQ(annual_saving(100, 1200), 0);
    EXPECT_EQ(annual_saving(100, 2400), -1);
    EXPECT_THAT(Call([] { return annual_saving(0, 1); }), refuses(Fault::division_by_zero, "monthly is 0"));
    EXPECT_THAT(Call([] { return annual_saving(-1, 1); }),
                refuses(Fault::domain, "monthly must be 0 or more"));
    EXPECT_THAT(Call([] { return annual_saving(1, -1); }),
                refuses(Fault::domain, "annual must be 0 or more"));
    expect_numbers_required(&annual_saving, 1.0, 1.0);
}

TEST(ClientsNeeded, ComputesTheExamplesOfItsRow) {
    expect_examples<&clients_needed>(catalog::ltv_functions, "CLIENTSNEEDED");
}

TEST(ClientsNeeded, AddsNoClientForAHairOfRounding) {
    EXPECT_EQ(clients_needed(1.1, 0.1), 11);
    EXPECT_EQ(clients_needed(298, 149), 2);
    EXPECT_EQ(clients_needed(298.01, 149), 3);
    EXPECT_EQ(clients_needed(0, 149), 0);
    EXPECT_THAT(Call([] { return clients_needed(1, 0); }), refuses(Fault::division_by_zero, "price is 0"));
    EXPECT_THAT(Call([] { return clients_needed(-1, 1); }), refuses(Fault::domain, "goal must be 0 or more"));
    EXPECT_THAT(Call([] { return clients_needed(1, -1); }),
                refuses(Fault::domain, "price must be 0 or more"));
    expect_numbers_required(&clients_needed, 1.0, 1.0);
}

TEST(ValueRoi, ComputesTheExamplesOfItsRow) {
    expect_examples<&value_roi>(catalog::ltv_functions, "VALUEROI");
    EXPECT_THAT(Call([] { return value_roi(1, 0); }), refuses(Fault::division_by_zero, "invested is 0"));
    EXPECT_THAT(Call([] { return value_roi(-1, 1); }), refuses(Fault::domain, "delivered must be 0 or more"));
    EXPECT_THAT(Call([] { return value_roi(1, -1); }), refuses(Fault::domain, "invested must be 0 or more"));
    expect_numbers_required(&value_roi, 1.0, 1.0);
}

} // namespace
} // namespace perennial::metrics::test
