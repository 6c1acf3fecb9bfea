#include "metrics/retention.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/retention_functions.hpp"

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
    EXPECT_THAT([] { return retention_rate(0, 5, 5); }, refuses(Fault::division_by_zero, "start is 0"));
}

TEST(RetentionRate, RefusesCountsThatContradictEachOther) {
    EXPECT_THAT([] { return retention_rate(-1, 1, 0); }, refuses(Fault::domain, "start must be 0 or more"));
    EXPECT_THAT([] { return retention_rate(10, -1, 0); }, refuses(Fault::domain, "end must be 0 or more"));
    EXPECT_THAT([] { return retention_rate(10, 5, 6); },
                refuses(Fault::domain, "new must lie in [0, 5], not 6"));
    EXPECT_THAT([] { return retention_rate(10, 5, -1); },
                refuses(Fault::domain, "new must lie in [0, 5], not -1"));
    EXPECT_THAT([] { return retention_rate(10, 12, 1); },
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
    EXPECT_THAT([] { return nrr(0, 5, 0, 0); }, refuses(Fault::division_by_zero, "start is 0"));
}

TEST(Nrr, RefusesNegativeAmounts) {
    EXPECT_THAT([] { return nrr(-1, 0, 0, 0); }, refuses(Fault::domain, "start must be 0 or more, not -1"));
    EXPECT_THAT([] { return nrr(1, -1, 0, 0); },
                refuses(Fault::domain, "expansion must be 0 or more, not -1"));
    EXPECT_THAT([] { return nrr(1, 0, -1, 0); },
                refuses(Fault::domain, "contraction must be 0 or more, not -1"));
    EXPECT_THAT([] { return nrr(1, 0, 0, -1); }, refuses(Fault::domain, "churn must be 0 or more, not -1"));
    expect_numbers_required(&nrr, 1.0, 1.0, 1.0, 1.0);
}

} // namespace
} // namespace perennial::metrics::test
