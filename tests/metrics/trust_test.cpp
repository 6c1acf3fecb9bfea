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
    EXPECT_THAT(Call([] { return trust_compound(-1, 1, 1, 1, 1); }),
                refuses(Fault::domain, "initial must be 0"));
    EXPECT_THAT(Call([] { return trust_compound(1, -1, 1, 1, 1); }),
                refuses(Fault::domain, "delivery must be 0"));
    EXPECT_THAT(Call([] { return trust_compound(1, 1, -0.1, 1, 1); }),
                refuses(Fault::domain, "retention must lie in [0, 1], not -0.1"));
    EXPECT_THAT(Call([] { return trust_compound(1, 1, 1.2, 1, 1); }),
                refuses(Fault::domain, "retention must lie in [0, 1], not 1.2"));
    EXPECT_THAT(Call([] { return trust_compound(1, 1, 1, -1, 1); }),
                refuses(Fault::domain, "proof must be 0"));
    EXPECT_THAT(Call([] { return trust_compound(1, 1, 1, 1, -1); }),
                refuses(Fault::domain, "periods must be 0"));
    expect_numbers_required(&trust_compound, 1.0, 1.0, 1.0, 1.0, 1.0);
}

TEST(TrustCompound, RefusesAResultThatNoNumberHolds) {
    EXPECT_THAT(Call([] { return trust_compound(100, 10, 1, 10, 1e6); }),
                refuses(Fault::domain, "too large"));
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
    EXPECT_THAT(Call([] { return trust_decay(-1, 1); }), refuses(Fault::domain, "initial must be 0 or more"));
    EXPECT_THAT(Call([] { return trust_decay(1, -1); }), refuses(Fault::domain, "months must be 0 or more"));
    EXPECT_THAT(Call([] { return trust_decay(1, 1, 0); }),
                refuses(Fault::domain, "halfLife must be more than 0"));
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
    EXPECT_THAT(Call([] { return trust_score(101, 1, 1, 1); }),
                refuses(Fault::domain, "visibility must lie in [0, 100]"));
    EXPECT_THAT(Call([] { return trust_score(1, -1, 1, 1); }),
                refuses(Fault::domain, "response must lie in [0, 100]"));
    EXPECT_THAT(Call([] { return trust_score(1, 1, 101, 1); }),
                refuses(Fault::domain, "ritual must lie in [0, 100]"));
    EXPECT_THAT(Call([] { return trust_score(1, 1, 1, 101); }),
                refuses(Fault::domain, "proof must lie in [0, 100]"));
    EXPECT_THAT(Call([] {
                    return trust_score(1, 1, 1, 1, std::array<double, 3>{1, 1, 1});
                }),
                refuses(Fault::domain, "weights must be 4 numbers, not 3"));
    EXPECT_THAT(Call([] { return trust_score(1, 1, 1, 1, std::array<double, 4>{}); }),
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
    EXPECT_THAT(Call([] { return r3_index(1.1, 1, 1); }),
                refuses(Fault::domain, "repeat must lie in [0, 1]"));
    EXPECT_THAT(Call([] { return r3_index(1, -0.1, 1); }),
                refuses(Fault::domain, "renew must lie in [0, 1]"));
    EXPECT_THAT(Call([] { return r3_index(1, 1, 2); }), refuses(Fault::domain, "refer must lie in [0, 1]"));
    expect_numbers_required(&r3_index, 0.5, 0.5, 0.5);
}

TEST(TrustPeriods, ComputesTheExamplesOfItsRow) {
    expect_examples<&trust_periods>(catalog::trust_functions, "TRUSTPERIODS");
}

TEST(TrustPeriods, IsTheInverseOfTrustCompound) {
    const double periods = trust_periods(500, 100, 1.2, 0.9, 1.1);
    EXPECT_NEAR(trust_compound(100, 1.2, 0.9, 1.1, periods), 500, 1e-9);
    EXPECT_EQ(trust_periods(100, 100, 1.2, 0.9, 1.1), 0);
    EXPECT_EQ(trust_periods(50, 100, 0.5, 0.5, 0.5), 0);
}

TEST(TrustPeriods, DoesNotExistWhenTrustNeverGrowsThatFar) {
    EXPECT_THAT(Call([] { return trust_periods(200, 100, 1, 0.9, 1); }),
                refuses(Fault::missing_value, "never reaches 200"));
    EXPECT_THAT(Call([] { return trust_periods(200, 100, 1, 1, 1); }),
                refuses(Fault::missing_value, "never reaches"));
    EXPECT_THAT(Call([] { return trust_periods(200, 0, 2, 1, 2); }),
                refuses(Fault::missing_value, "never reaches"));
}

TEST(TrustPeriods, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT(Call([] { return trust_periods(-1, 1, 1, 1, 1); }),
                refuses(Fault::domain, "target must be 0 or more"));
    EXPECT_THAT(Call([] { return trust_periods(1, -1, 1, 1, 1); }),
                refuses(Fault::domain, "initial must be 0 or more"));
    EXPECT_THAT(Call([] { return trust_periods(1, 1, -1, 1, 1); }),
                refuses(Fault::domain, "delivery must be 0 or more"));
    EXPECT_THAT(Call([] { return trust_periods(1, 1, 1, 2, 1); }),
                refuses(Fault::domain, "retention must lie in [0, 1]"));
    EXPECT_THAT(Call([] { return trust_periods(1, 1, 1, 1, -1); }),
                refuses(Fault::domain, "proof must be 0 or more"));
    expect_numbers_required(&trust_periods, 200.0, 100.0, 1.2, 0.9, 1.1);
}

TEST(TrustHalfLife, ComputesTheExamplesOfItsRow) {
    expect_examples<&trust_half_life>(catalog::trust_functions, "TRUSTHALFLIFE");
}

TEST(TrustHalfLife, IsTheInverseOfTrustDecay) {
    EXPECT_NEAR(trust_half_life(100, trust_decay(100, 6, 3.3), 6), 3.3, 1e-12);
}

TEST(TrustHalfLife, DoesNotExistWithoutAFall) {
    EXPECT_THAT(Call([] { return trust_half_life(100, 100, 6); }),
                refuses(Fault::missing_value, "has not fallen"));
    EXPECT_THAT(Call([] { return trust_half_life(0, 1, 6); }),
                refuses(Fault::domain, "initial must be more than 0"));
    EXPECT_THAT(Call([] { return trust_half_life(1, 0, 6); }),
                refuses(Fault::domain, "final must be more than 0"));
    EXPECT_THAT(Call([] { return trust_half_life(2, 1, 0); }),
                refuses(Fault::domain, "months must be more than 0"));
    expect_numbers_required(&trust_half_life, 100.0, 40.0, 6.0);
}

TEST(TrustPath, ComputesTheExamplesOfItsRow) {
    expect_examples<&trust_path>(catalog::trust_functions, "TRUSTPATH");
}

TEST(TrustPath, WithAllTouchesIsTheCompound) {
    const Table path = trust_path(100, 1.2, 0.9, 1.1, std::vector<double>(12, 1));
    ASSERT_EQ(path.rows(), 14U);
    EXPECT_EQ(row(path, 0), (std::vector<Value>{"Period", "Trust"}));
    for (std::size_t period = 0; period <= 12; ++period) {
        EXPECT_EQ(number(path, period + 1, 0), period);
        EXPECT_NEAR(number(path, period + 1, 1),
                    trust_compound(100, 1.2, 0.9, 1.1, static_cast<double>(period)), 1e-9);
    }
}

TEST(TrustPath, WithoutTouchesIsTheDecay) {
    const Table path = trust_path(100, 1.2, 0.9, 1.1, std::array<double, 3>{0, not_a_number, -1}, 6, 2);
    EXPECT_NEAR(number(path, 4, 1), trust_decay(100, 6, 6), 1e-9);
}

TEST(TrustPath, RefusesArgumentsOutsideTheirRange) {
    const std::vector<double> touches = {1, 0};
    EXPECT_EQ(trust_path(100, 1, 1, 1, {}).rows(), 2U);
    EXPECT_THAT(Call([&] { return trust_path(100, 1, 2, 1, touches); }),
                refuses(Fault::domain, "retention must lie"));
    EXPECT_THAT(Call([&] { return trust_path(100, 1, 1, 1, touches, 0); }),
                refuses(Fault::domain, "halfLife must be more"));
    EXPECT_THAT(Call([&] { return trust_path(100, 1, 1, 1, touches, 1, 0); }),
                refuses(Fault::domain, "monthsPerPeriod must be more than 0"));
    expect_numbers_required([&](double a, double b, double c, double d, double e,
                                double f) { return trust_path(a, b, c, d, touches, e, f); },
                            100.0, 1.0, 1.0, 1.0, 4.5, 1.0);
}

TEST(FlywheelStage, ComputesTheExamplesOfItsRow) {
    expect_examples<&flywheel_stage>(catalog::trust_functions, "FLYWHEELSTAGE");
}

TEST(FlywheelStage, IsTheFurthestStepReached) {
    const std::array<const char*, 7> steps = {"Acquire", "Onboard", "Deliver", "Prove",
                                              "Expand",  "Renew",   "Advocate"};
    for (std::size_t step = 0; step < steps.size(); ++step) {
        std::array<double, 6> acts{};
        if (step > 0)
            acts[step - 1] = 2;
        EXPECT_EQ(flywheel_stage(acts[0], acts[1], acts[2], acts[3], acts[4], acts[5]), steps[step]);
    }
}

TEST(FlywheelStage, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT(Call([] { return flywheel_stage(-1, 0, 0, 0, 0, 0); }),
                refuses(Fault::domain, "orders must be 0 or more"));
    EXPECT_THAT(Call([] { return flywheel_stage(0, 0, 0, 0, 0, -1); }),
                refuses(Fault::domain, "referrals must be 0"));
    const std::vector<std::string> labels = {"one"};
    EXPECT_THAT(Call([&] { return flywheel_stage(0, 0, 0, 0, 0, 0, labels); }),
                refuses(Fault::domain, "labels must be 7 words, not 1"));
    expect_numbers_required([](double a, double b, double c, double d, double e,
                               double f) { return flywheel_stage(a, b, c, d, e, f); },
                            1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
}

} // namespace
} // namespace perennial::metrics::test
