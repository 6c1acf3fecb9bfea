#include "metrics/trust.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/trust_functions.hpp"

#include <array>
#include <vector>

namespace perennial::metrics::test {
namespace {

TEST(TrustCompound, ComputesTheExamplesOfItsRow) {
    expect_examples<&trust_compound>(catalog::trust_functions, "TRUSTCOMPOUND");
}

TEST(TrustCompound, IsTheInitialTrustAfterNoPeriod) {
    EXPECT_EQ(trust_compound(100, 1.2, 0.9, 1.1, 0), 100);
    EXPECT_EQ(trust_compound(100, 0, 0, 0, 0), 100);
}

TEST(TrustCompound, MultipliesOverSuccessivePeriods) {
    const double halfway = trust_compound(100, 1.2, 0.9, 1.1, 2.5);
    EXPECT_NEAR(trust_compound(halfway, 1.2, 0.9, 1.1, 3.5), trust_compound(100, 1.2, 0.9, 1.1, 6), 1e-10);
}

TEST(TrustCompound, IsNothingWithoutRetention) {
    EXPECT_EQ(trust_compound(100, 1.2, 0, 1.1, 1), 0);
}

TEST(TrustCompound, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT([] { return trust_compound(-1, 1, 1, 1, 1); }, refuses(Fault::domain, "initial must be 0"));
    EXPECT_THAT([] { return trust_compound(1, -1, 1, 1, 1); }, refuses(Fault::domain, "delivery must be 0"));
    EXPECT_THAT([] { return trust_compound(1, 1, -0.1, 1, 1); },
                refuses(Fault::domain, "retention must lie in [0, 1], not -0.1"));
    EXPECT_THAT([] { return trust_compound(1, 1, 1.2, 1, 1); },
                refuses(Fault::domain, "retention must lie in [0, 1], not 1.2"));
    EXPECT_THAT([] { return trust_compound(1, 1, 1, -1, 1); }, refuses(Fault::domain, "proof must be 0"));
    EXPECT_THAT([] { return trust_compound(1, 1, 1, 1, -1); }, refuses(Fault::domain, "periods must be 0"));
    expect_numbers_required(&trust_compound, 1.0, 1.0, 1.0, 1.0, 1.0);
}

TEST(TrustCompound, RefusesAResultThatNoNumberHolds) {
    EXPECT_THAT([] { return trust_compound(100, 10, 1, 10, 1e6); }, refuses(Fault::domain, "too large"));
    EXPECT_EQ(trust_compound(0, 10, 1, 10, 1e6), 0);
}

TEST(TrustDecay, ComputesTheExamplesOfItsRow) {
    expect_examples<&trust_decay>(catalog::trust_functions, "TRUSTDECAY");
}

TEST(TrustDecay, HalvesInEachHalfLife) {
    EXPECT_EQ(trust_decay(100, 0), 100);
    EXPECT_DOUBLE_EQ(trust_decay(100, 4.5), 50);
    EXPECT_DOUBLE_EQ(trust_decay(100, 9), 25);
    EXPECT_DOUBLE_EQ(trust_decay(80, 7, 7), 40);
}

TEST(TrustDecay, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT([] { return trust_decay(-1, 1); }, refuses(Fault::domain, "initial must be 0 or more"));
    EXPECT_THAT([] { return trust_decay(1, -1); }, refuses(Fault::domain, "months must be 0 or more"));
    EXPECT_THAT([] { return trust_decay(1, 1, 0); }, refuses(Fault::domain, "halfLife must be more than 0"));
    expect_numbers_required(&trust_decay, 1.0, 1.0, std::optional<double>(1));
}

TEST(TrustScore, ComputesTheExamplesOfItsRow) {
    expect_examples<&trust_score>(catalog::trust_functions, "TRUSTSCORE");
}

TEST(TrustScore, OfEqualRatingsIsThatRating) {
    EXPECT_DOUBLE_EQ(trust_score(70, 70, 70, 70), 70);
    EXPECT_DOUBLE_EQ(trust_score(70, 70, 70, 70, std::array<double, 4>{3, 1, 4, 1}), 70);
}

TEST(TrustScore, NormalisesTheWeights) {
    EXPECT_DOUBLE_EQ(trust_score(80, 70, 60, 50, std::array<double, 4>{0.4, 0.2, 0.2, 0.2}), 68);
}

TEST(TrustScore, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT([] { return trust_score(101, 1, 1, 1); },
                refuses(Fault::domain, "visibility must lie in [0, 100]"));
    EXPECT_THAT([] { return trust_score(1, -1, 1, 1); },
                refuses(Fault::domain, "response must lie in [0, 100]"));
    EXPECT_THAT([] { return trust_score(1, 1, 101, 1); },
                refuses(Fault::domain, "ritual must lie in [0, 100]"));
    EXPECT_THAT([] { return trust_score(1, 1, 1, 101); },
                refuses(Fault::domain, "proof must lie in [0, 100]"));
    EXPECT_THAT(
        [] {
            return trust_score(1, 1, 1, 1, std::array<double, 3>{1, 1, 1});
        },
        refuses(Fault::domain, "weights must be 4 numbers, not 3"));
    EXPECT_THAT([] { return trust_score(1, 1, 1, 1, std::array<double, 4>{}); },
                refuses(Fault::division_by_zero, "the weights are all 0"));
    expect_numbers_required([](double a, double b, double c, double d) { return trust_score(a, b, c, d); },
                            1.0, 1.0, 1.0, 1.0);
}

TEST(R3Index, ComputesTheExamplesOfItsRow) {
    expect_examples<&r3_index>(catalog::trust_functions, "R3INDEX");
}

TEST(R3Index, IsOneAtItsBestAndZeroWithoutReferrals) {
    EXPECT_EQ(r3_index(1, 1, 1), 1);
    EXPECT_EQ(r3_index(0.9, 0.9, 0), 0);
}

TEST(R3Index, RefusesRatesOutsideZeroToOne) {
    EXPECT_THAT([] { return r3_index(1.1, 1, 1); }, refuses(Fault::domain, "repeat must lie in [0, 1]"));
    EXPECT_THAT([] { return r3_index(1, -0.1, 1); }, refuses(Fault::domain, "renew must lie in [0, 1]"));
    EXPECT_THAT([] { return r3_index(1, 1, 2); }, refuses(Fault::domain, "refer must lie in [0, 1]"));
    expect_numbers_required(&r3_index, 0.5, 0.5, 0.5);
}

} // namespace
} // namespace perennial::metrics::test
