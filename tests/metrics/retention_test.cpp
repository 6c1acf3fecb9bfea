#include "metrics/retention.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/retention_functions.hpp"

#include <array>

namespace perennial::metrics::test {
namespace {

TEST(RetentionRate, ComputesTheExamplesOfItsRow) {
    expect_examples<&retention_rate>(catalog::retention_functions, "RETENTIONRATE");
}

TEST(RetentionRate, IsOneWhenNobodyLeaves) {
    EXPECT_EQ(retention_rate(100, 100, 0), 1);
    EXPECT_EQ(retention_rate(100, 130, 30), 1);
}

TEST(RetentionRate, IsZeroWhenOnlyNewClientsAreLeft) {
    EXPECT_EQ(retention_rate(100, 30, 30), 0);
}

TEST(RetentionRate, DoesNotExistWithoutClientsAtTheStart) {
    EXPECT_THAT(Call([] { return retention_rate(0, 5, 5); }), refuses(Fault::division_by_zero, "start is 0"));
}

TEST(RetentionRate, RefusesCountsThatContradictEachOther) {
    EXPECT_THAT(Call([] { return retention_rate(-1, 1, 0); }),
                refuses(Fault::domain, "start must be 0 or more"));
    EXPECT_THAT(Call([] { return retention_rate(10, -1, 0); }),
                refuses(Fault::domain, "end must be 0 or more"));
    EXPECT_THAT(Call([] { return retention_rate(10, 5, 6); }),
                refuses(Fault::domain, "new must lie in [0, 5], not 6"));
    EXPECT_THAT(Call([] { return retention_rate(10, 5, -1); }),
                refuses(Fault::domain, "new must lie in [0, 5], not -1"));
    EXPECT_THAT(Call([] { return retention_rate(10, 12, 1); }),
                refuses(Fault::domain, "end − new (11) must not exceed start (10)"));
    expect_numbers_required(&retention_rate, 100.0, 90.0, 10.0);
}

TEST(Nrr, ComputesTheExamplesOfItsRow) {
    expect_examples<&nrr>(catalog::retention_functions, "NRR");
}

TEST(Nrr, IsOneWhenNothingMovesOrMovementsCancel) {
    EXPECT_EQ(nrr(1000, 0, 0, 0), 1);
    EXPECT_EQ(nrr(1000, 300, 200, 100), 1);
}

TEST(Nrr, IsZeroWhenAllIsLost) {
    EXPECT_EQ(nrr(1000, 0, 0, 1000), 0);
}

TEST(Nrr, DoesNotExistWithoutRevenueAtTheStart) {
    EXPECT_THAT(Call([] { return nrr(0, 5, 0, 0); }), refuses(Fault::division_by_zero, "start is 0"));
}

TEST(Nrr, RefusesNegativeAmounts) {
    EXPECT_THAT(Call([] { return nrr(-1, 0, 0, 0); }),
                refuses(Fault::domain, "start must be 0 or more, not -1"));
    EXPECT_THAT(Call([] { return nrr(1, -1, 0, 0); }),
                refuses(Fault::domain, "expansion must be 0 or more, not -1"));
    EXPECT_THAT(Call([] { return nrr(1, 0, -1, 0); }),
                refuses(Fault::domain, "contraction must be 0 or more, not -1"));
    EXPECT_THAT(Call([] { return nrr(1, 0, 0, -1); }),
                refuses(Fault::domain, "churn must be 0 or more, not -1"));
    expect_numbers_required(&nrr, 1.0, 1.0, 1.0, 1.0);
}

TEST(FurtherRates, ComputeTheExamplesOfTheirRows) {
    expect_examples<&churn_rate>(catalog::retention_functions, "CHURNRATE");
    expect_examples<&grr>(catalog::retention_functions, "GRR");
    expect_examples<&net_churn>(catalog::retention_functions, "NETCHURN");
    expect_examples<&quick_ratio>(catalog::retention_functions, "QUICKRATIO");
    expect_examples<&expansion_share>(catalog::retention_functions, "EXPANSIONSHARE");
    expect_examples<&monthly_value>(catalog::retention_functions, "MONTHLYVALUE");
    expect_examples<&churn_risk>(catalog::retention_functions, "CHURNRISK");
    expect_examples<&rate_interval>(catalog::retention_functions, "RATEINTERVAL");
}

TEST(FurtherRates, NeedNumbers) {
    expect_numbers_required(&churn_rate, 10.0, 1.0);
    expect_numbers_required(&grr, 10.0, 1.0, 1.0);
    expect_numbers_required(
        [](double s, double e, double c, double l, double r) { return net_churn(s, e, c, l, r); }, 10.0, 1.0,
        1.0, 1.0, 1.0);
    expect_numbers_required(
        [](double n, double e, double c, double l, double r) { return quick_ratio(n, e, c, l, r); }, 10.0,
        1.0, 1.0, 1.0, 1.0);
    expect_numbers_required(&expansion_share, 10.0, 1.0);
    expect_numbers_required(&monthly_value, 10.0, 1.0);
    expect_numbers_required([](double s, double t, double c) { return rate_interval(s, t, c); }, 1.0, 10.0,
                            0.95);
}

TEST(ChurnRate, AndRetentionRateAddUpToOne) {
    EXPECT_DOUBLE_EQ(churn_rate(100, 15) + retention_rate(100, 105, 20), 1);
    EXPECT_THAT(Call([] { return churn_rate(0, 0); }), refuses(Fault::division_by_zero, "start is 0"));
    EXPECT_THAT(Call([] { return churn_rate(-1, 0); }), refuses(Fault::domain, "start must be 0 or more"));
    EXPECT_THAT(Call([] { return churn_rate(10, 11); }),
                refuses(Fault::domain, "lost must lie in [0, 10], not 11"));
}

TEST(Grr, FallsShortOfNrrByTheExpansion) {
    EXPECT_NEAR(nrr(1000, 250, 30, 70) - grr(1000, 30, 70), 250.0 / 1000, 1e-15);
    EXPECT_EQ(grr(1000, 0, 0), 1);
    EXPECT_THAT(Call([] { return grr(0, 0, 0); }), refuses(Fault::division_by_zero, "start is 0"));
    EXPECT_THAT(Call([] { return grr(-1, 0, 0); }), refuses(Fault::domain, "start must be 0 or more"));
    EXPECT_THAT(Call([] { return grr(1, -1, 0); }), refuses(Fault::domain, "contraction must be 0 or more"));
    EXPECT_THAT(Call([] { return grr(1, 0, -1); }), refuses(Fault::domain, "churn must be 0 or more"));
}

TEST(NetChurn, AndNrrAddUpToOneWithoutReactivation) {
    EXPECT_NEAR(net_churn(1000, 250, 30, 70) + nrr(1000, 250, 30, 70), 1, 1e-15);
    EXPECT_NEAR(net_churn(1000, 0, 0, 100, 40), 0.06, 1e-15);
    EXPECT_THAT(Call([] { return net_churn(0, 0, 0, 0); }), refuses(Fault::division_by_zero, "start is 0"));
    EXPECT_THAT(Call([] { return net_churn(1, -1, 0, 0); }),
                refuses(Fault::domain, "expansion must be 0 or more"));
    EXPECT_THAT(Call([] { return net_churn(1, 0, 0, 0, -1); }),
                refuses(Fault::domain, "reactivation must be 0 or more"));
}

TEST(QuickRatio, CountsReactivationAsGain) {
    EXPECT_EQ(quick_ratio(100, 0, 0, 100), 1);
    EXPECT_EQ(quick_ratio(100, 0, 0, 100, 100), 2);
    EXPECT_THAT(Call([] { return quick_ratio(1, 1, 0, 0); }),
                refuses(Fault::division_by_zero, "contraction and churn is 0"));
    EXPECT_THAT(Call([] { return quick_ratio(-1, 1, 1, 1); }),
                refuses(Fault::domain, "new must be 0 or more"));
}

TEST(ExpansionShare, DoesNotExistWhenNothingWasAdded) {
    EXPECT_EQ(expansion_share(0, 5), 1);
    EXPECT_THAT(Call([] { return expansion_share(0, 0); }),
                refuses(Fault::division_by_zero, "new and expansion is 0"));
    EXPECT_THAT(Call([] { return expansion_share(1, -1); }),
                refuses(Fault::domain, "expansion must be 0 or more"));
}

TEST(MonthlyValue, DoesNotExistForNoMonths) {
    EXPECT_EQ(monthly_value(-120, 12), -10);
    EXPECT_THAT(Call([] { return monthly_value(1, 0); }), refuses(Fault::division_by_zero, "months is 0"));
    EXPECT_THAT(Call([] { return monthly_value(1, -1); }),
                refuses(Fault::domain, "months must be 0 or more"));
}

TEST(ChurnRisk, RunsFromNoSignToAll) {
    EXPECT_EQ(churn_risk(std::array<double, 5>{}), 0);
    EXPECT_EQ(churn_risk(std::array<double, 5>{1, 1, 1, 1, 1}), 100);
    EXPECT_EQ(churn_risk(std::array<double, 5>{1, not_a_number, 0, 0, 0}), 20);
    EXPECT_EQ(churn_risk(std::array<double, 5>{0, 0, 1, 0, 0}, std::array<double, 5>{0, 0, 1, 0, 0}), 100);
    EXPECT_THAT(Call([] { return churn_risk(std::array<double, 4>{}); }),
                refuses(Fault::domain, "signals must be 5 numbers, not 4"));
    EXPECT_THAT(Call([] {
                    return churn_risk(std::array<double, 5>{2, 0, 0, 0, 0});
                }),
                refuses(Fault::domain, "a signal must lie in [0, 1], not 2"));
}

TEST(RateInterval, HoldsTheRateAndStaysWithinItsBounds) {
    for (const double successes : {0.0, 1.0, 5.0, 9.0, 10.0}) {
        const Table interval = rate_interval(successes, 10, 0.9);
        EXPECT_LE(0, number(interval, 1, 1));
        EXPECT_LE(number(interval, 1, 1), number(interval, 1, 0));
        EXPECT_LE(number(interval, 1, 0), number(interval, 1, 2));
        EXPECT_LE(number(interval, 1, 2), 1);
    }
    EXPECT_THAT(Call([] { return rate_interval(0, 0); }), refuses(Fault::division_by_zero, "trials is 0"));
    EXPECT_THAT(Call([] { return rate_interval(11, 10); }),
                refuses(Fault::domain, "successes must lie in [0, 10]"));
    EXPECT_THAT(Call([] { return rate_interval(1, 10, 1); }),
                refuses(Fault::domain, "confidence must lie between 0 and 1"));
}

} // namespace
} // namespace perennial::metrics::test
