#include "metrics/models.hpp"

#include "cdnow.hpp"
#include "cells.hpp"
#include "examples.hpp"

#include "metrics/clients.hpp"
#include "metrics/models_functions.hpp"

#include <array>
#include <chrono>
#include <cmath>

namespace perennial::metrics::test {
namespace {

/// The value of a fit by its name.
Value figure(const Table& fit, const std::string& name) {
    for (std::size_t index = 1; index < fit.rows(); ++index)
        if (fit.at(index, 0) == Value(name))
            return fit.at(index, 1);
    ADD_FAILURE() << "the fit has no " << name;
    return {};
}

double estimate(const Table& fit, const std::string& name) {
    const Value value = figure(fit, name);
    return std::holds_alternative<double>(value) ? std::get<double>(value) : not_a_number;
}

constexpr std::array<double, 4> published = {0.2426, 4.4136, 0.7929, 2.4259};

TEST(Models, ComputeTheExamplesOfTheirRows) {
    expect_examples<&bgnbd_fit>(catalog::models_functions, "BGNBDFIT");
    expect_examples<&bgnbd_alive>(catalog::models_functions, "BGNBDALIVE");
    expect_examples<&bgnbd_expect>(catalog::models_functions, "BGNBDEXPECT");
    expect_examples<&gammagamma_fit>(catalog::models_functions, "GAMMAGAMMAFIT");
    expect_examples<&gammagamma_mean>(catalog::models_functions, "GAMMAGAMMAMEAN");
    expect_examples<&ltv_predict>(catalog::models_functions, "LTVPREDICT");
    expect_examples<&sbg_fit>(catalog::models_functions, "SBGFIT");
    expect_examples<&sbg_survival>(catalog::models_functions, "SBGSURVIVAL");
    expect_examples<&sbg_retention>(catalog::models_functions, "SBGRETENTION");
    expect_examples<&sbg_residual>(catalog::models_functions, "SBGRESIDUAL");
}

// ---- shifted-beta-geometric

constexpr std::array<double, 8> high_end = {1000, 869, 743, 653, 593, 551, 517, 491};

TEST(SbgFit, AgreesWithThePublishedHighEndSegment) {
    // Fader & Hardie (2007), table of the "High End" segment.
    const Table fit = sbg_fit(high_end);
    EXPECT_NEAR(estimate(fit, "alpha"), 0.668088, 5e-7);
    EXPECT_NEAR(estimate(fit, "beta"), 3.806096, 5e-6);
    EXPECT_NEAR(estimate(fit, "log-likelihood"), -1611.1581, 5e-5);
    EXPECT_EQ(figure(fit, "status"), Value("converged"));
    EXPECT_NEAR(sbg_survival(estimate(fit, "alpha"), estimate(fit, "beta"), 12), 0.3780, 5e-5);
}

TEST(SbgFit, AgreesWithThePublishedRegularSegment) {
    // Fader & Hardie (2007): alpha 0.704, beta 1.182 for the "Regular" segment.
    const Table fit = sbg_fit(std::array<double, 8>{1000, 631, 468, 382, 326, 289, 262, 241});
    EXPECT_NEAR(estimate(fit, "alpha"), 0.704, 5e-4);
    EXPECT_NEAR(estimate(fit, "beta"), 1.182, 5e-4);
}

TEST(SbgFit, SaysHowItEndedWhereThereIsNoEstimate) {
    for (const std::vector<double>& survivors : {std::vector<double>{}, {1000}, {1000, 900}, {0, 0, 0}})
        EXPECT_EQ(figure(sbg_fit(survivors), "status"), Value("too few clients"));
    for (const std::vector<double>& survivors : {std::vector<double>{1000, 1000, 1000}, {1000, 0, 0}}) {
        const Table fit = sbg_fit(survivors);
        EXPECT_EQ(figure(fit, "status") == Value("converged"),
                  std::holds_alternative<double>(figure(fit, "alpha")));
    }
}

TEST(SbgFit, RefusesNumbersThatRise) {
    EXPECT_THAT(Call([] {
                    return sbg_fit(std::array<double, 3>{10, 8, 9});
                }),
                refuses(Fault::domain, "must not rise, as it does to 9"));
    EXPECT_THAT(Call([] {
                    return sbg_fit(std::array<double, 3>{10, 8, -1});
                }),
                refuses(Fault::domain, "0 or more"));
    EXPECT_THAT(Call([] {
                    return sbg_fit(std::array<double, 3>{10, not_a_number, 1});
                }),
                refuses(Fault::domain, ""));
}

TEST(SbgSurvival, IsTheProductOfTheRetentionRates) {
    double product = 1;
    EXPECT_EQ(sbg_survival(0.668, 3.806, 0), 1);
    for (int period = 1; period <= 20; ++period) {
        product *= sbg_retention(0.668, 3.806, period);
        EXPECT_NEAR(sbg_survival(0.668, 3.806, period), product, 1e-13);
    }
}

TEST(SbgResidual, IsTheSumOfTheDiscountedSurvival) {
    for (const double discount : {0.1, 0.5}) {
        double sum = 0;
        for (int step = 1; step < 2000; ++step)
            sum += sbg_survival(0.668, 3.806, 2 + step) / sbg_survival(0.668, 3.806, 2) /
                   std::pow(1 + discount, step - 1);
        EXPECT_NEAR(sbg_residual(0.668, 3.806, 3, discount), sum, 1e-10);
    }
}

TEST(SbgResidual, ApproachesItsValueWithoutDiscount) {
    EXPECT_NEAR(sbg_residual(3, 4, 2, 1e-5), sbg_residual(3, 4, 2, 0), 1e-3);
}

TEST(SbgResidual, HasNoEndWithoutDiscountForASmallAlpha) {
    EXPECT_THAT(Call([] { return sbg_residual(0.7, 3.8, 1, 0); }),
                refuses(Fault::missing_value, "has no end"));
}

TEST(SbgFunctions, RefuseArgumentsOutsideTheirRange) {
    EXPECT_THAT(Call([] { return sbg_survival(0, 1, 1); }),
                refuses(Fault::domain, "alpha must be more than 0"));
    EXPECT_THAT(Call([] { return sbg_survival(1, 0, 1); }),
                refuses(Fault::domain, "beta must be more than 0"));
    EXPECT_THAT(Call([] { return sbg_survival(1, 1, -1); }), refuses(Fault::domain, "t must be 0 or more"));
    EXPECT_THAT(Call([] { return sbg_retention(1, 1, 0.5); }), refuses(Fault::domain, "t must be 1 or more"));
    EXPECT_THAT(Call([] { return sbg_residual(1, 1, 0, 0.1); }),
                refuses(Fault::domain, "renewals must be 1 or more"));
    EXPECT_THAT(Call([] { return sbg_residual(1, 1, 1.5, 0.1); }), refuses(Fault::domain, "whole number"));
    EXPECT_THAT(Call([] { return sbg_residual(1, 1, 1, -0.1); }),
                refuses(Fault::domain, "discount must be 0"));
    expect_numbers_required(&sbg_survival, 1.0, 1.0, 1.0);
    expect_numbers_required(&sbg_retention, 1.0, 1.0, 1.0);
    expect_numbers_required(&sbg_residual, 1.0, 1.0, 1.0, 0.1);
}

// ---- BG/NBD

struct Summary {
    Cells x, tx, age, value;
};

/// The CDNOW sample up to the end of the calibration period, by way of RFSUMMARY.
Summary cdnow_summary() {
    const CdnowLedger ledger = read_cdnow_sample();
    Summary summary;
    if (ledger.clients.size() == 0)
        return summary;
    const Table table = rfm_summary({}, ledger.clients, ledger.dates, ledger.amounts, date(1997, 9, 30));
    for (std::size_t index = 1; index < table.rows(); ++index) {
        summary.x.column.add_number(number(table, index, 1));
        summary.tx.column.add_number(number(table, index, 2));
        summary.age.column.add_number(number(table, index, 3));
        const Value repeat = table.at(index, 4);
        if (const auto* mean = std::get_if<double>(&repeat))
            summary.value.column.add_number(*mean);
        else
            summary.value.column.add_text("");
    }
    return summary;
}

TEST(BgnbdFit, AgreesWithThePublishedCdnowFit) {
    const Summary summary = cdnow_summary();
    if (summary.x.column.size() == 0)
        GTEST_SKIP() << cdnow_missing;
    ASSERT_EQ(summary.x.column.size(), 2357U);
    double repeats = 0;
    for (std::size_t row = 0; row < summary.x.column.size(); ++row)
        repeats += summary.x.column.number(row);
    EXPECT_EQ(repeats, 2457);
    const Table fit = bgnbd_fit(summary.x, summary.tx, summary.age);
    EXPECT_NEAR(estimate(fit, "r"), 0.2426, 5e-5);
    EXPECT_NEAR(estimate(fit, "alpha"), 4.4136, 5e-4);
    EXPECT_NEAR(estimate(fit, "a"), 0.7929, 5e-4);
    EXPECT_NEAR(estimate(fit, "b"), 2.4259, 2e-3);
    EXPECT_NEAR(estimate(fit, "log-likelihood"), -9582.4292, 5e-5);
    EXPECT_EQ(estimate(fit, "clients"), 2357);
    EXPECT_EQ(figure(fit, "status"), Value("converged"));

    const std::array<double, 4> parameters = {estimate(fit, "r"), estimate(fit, "alpha"), estimate(fit, "a"),
                                              estimate(fit, "b")};
    EXPECT_NEAR(bgnbd_expect(parameters, 2, 30.43, 38.86, 39), 1.2259, 5e-5);
    EXPECT_NEAR(bgnbd_alive(parameters, 26, 30.857142857142858, 31), 0.96885, 5e-6);
}

TEST(BgnbdFit, CopesWithLittleAndWithOddData) {
    EXPECT_EQ(figure(bgnbd_fit(cells({}), cells({}), cells({})), "status"), Value("too few clients"));
    EXPECT_EQ(figure(bgnbd_fit(cells({3.0}), cells({5.0}), cells({9.0})), "status"),
              Value("too few clients"));
    EXPECT_EQ(figure(bgnbd_fit(cells({0.0, 0.0}), cells({0.0, 0.0}), cells({9.0, 9.0})), "status"),
              Value("too few clients"));
    for (const auto& [x, tx, age] :
         {std::tuple(cells({2.0, 2.0, 2.0}), cells({5.0, 5.0, 5.0}), cells({9.0, 9.0, 9.0})),
          std::tuple(cells({1e6, 2e6, 0.0}), cells({5e9, 5e9, 0.0}), cells({9e9, 9e9, 9e9})),
          std::tuple(cells({1.0, 1.0, 0.0}), cells({0.0, 0.0, 0.0}), cells({0.0, 0.0, 1.0}))}) {
        const Value status = figure(bgnbd_fit(x, tx, age), "status");
        EXPECT_TRUE(status == Value("converged") || status == Value("did not converge"));
    }
}

TEST(BgnbdFit, DoesNotDependOnTheOrderOfTheRowsOrTheUnit) {
    const Table weeks =
        bgnbd_fit(cells({0.0, 1.0, 3.0, 0.0, 7.0, 2.0}), cells({0.0, 5.0, 20.0, 0.0, 30.0, 3.0}),
                  cells({30.0, 28.0, 33.0, 35.0, 31.0, 30.0}));
    const Table turned =
        bgnbd_fit(cells({2.0, 7.0, 0.0, 3.0, 1.0, 0.0}), cells({3.0, 30.0, 0.0, 20.0, 5.0, 0.0}),
                  cells({30.0, 31.0, 35.0, 33.0, 28.0, 30.0}));
    EXPECT_EQ(rows(weeks), rows(turned));
}

TEST(BgnbdFit, SkipsAHeaderAndRefusesBadRows) {
    EXPECT_EQ(estimate(bgnbd_fit(cells({"x", 1.0, 2.0}), cells({"t_x", 1.0, 2.0}), cells({"T", 3.0, 3.0})),
                       "clients"),
              2);
    EXPECT_THAT(Call([] {
                    return bgnbd_fit(cells({1.0, "y"}), cells({1.0, 1.0}), cells({2.0, 2.0}));
                }),
                refuses(Fault::bad_data, "row 2: x is text"));
    EXPECT_THAT(Call([] {
                    return bgnbd_fit(cells({1.0, 1.0}), cells({1.0}), cells({2.0, 2.0}));
                }),
                refuses(Fault::bad_data, "row 2: tx is missing"));
    EXPECT_THAT(Call([] { return bgnbd_fit(cells({1.5}), cells({1.0}), cells({2.0})); }),
                refuses(Fault::domain, "x must be a whole number, not 1.5"));
    EXPECT_THAT(Call([] { return bgnbd_fit(cells({1.0}), cells({3.0}), cells({2.0})); }),
                refuses(Fault::domain, "tx must lie in [0, 2], not 3"));
    EXPECT_THAT(Call([] { return bgnbd_fit(cells({1.0}), cells({ErrorCell{532}}), cells({2.0})); }),
                passes_on_error(532));
}

TEST(BgnbdExpect, AgreesWithThePublishedExpectation) {
    // Fader, Hardie & Lee (2005), customer 0001 of the sample, at the published parameters.
    EXPECT_NEAR(bgnbd_expect(published, 2, 30.43, 38.86, 39), 1.226, 1e-3);
}

TEST(BgnbdExpect, IsTheIntegralOfTheRateOfANewClient) {
    // For x = 0 and T = 0, E = (a+b−1)/(a−1) · (1 − (α/(α+t))^r · ₂F₁(r, b; a+b−1; t/(α+t))), equation 9; for
    // small t it is the purchase rate r/α times t.
    EXPECT_NEAR(bgnbd_expect(published, 0, 0, 0, 1e-4) / 1e-4, 0.2426 / 4.4136, 1e-5);
}

TEST(BgnbdExpect, GrowsWithTheHorizonAndIsSmoothWhereTheFormulaIsNot) {
    double before = 0;
    for (const double horizon : {1.0, 10.0, 100.0, 1000.0, 100000.0}) {
        const double expected = bgnbd_expect(published, 2, 30.43, 38.86, horizon);
        EXPECT_GT(expected, before);
        before = expected;
    }
    const auto at = [](double a) {
        return bgnbd_expect(std::array<double, 4>{0.25, 4, a, 2.5}, 2, 30, 39, 39);
    };
    EXPECT_NEAR(at(1), at(1.0001), 1e-3);
    EXPECT_NEAR(at(1), at(0.9999), 1e-3);
    EXPECT_NEAR(bgnbd_expect(std::array<double, 4>{0.25, 4, 0.4, 0.6}, 0, 0, 39, 39),
                bgnbd_expect(std::array<double, 4>{0.25, 4, 0.4, 0.6001}, 0, 0, 39, 39), 1e-3);
}

TEST(BgnbdExpect, HoldsForFrequentBuyers) {
    const double expected = bgnbd_expect(published, 5000, 38, 38.86, 39);
    EXPECT_GT(expected, 0);
    EXPECT_LT(expected, 5000);
}

TEST(BgnbdAlive, FallsWithSilenceAndIsOneWithoutARepeat) {
    EXPECT_EQ(bgnbd_alive(published, 0, 0, 50), 1);
    EXPECT_GT(bgnbd_alive(published, 5, 38, 39), bgnbd_alive(published, 5, 20, 39));
    EXPECT_NEAR(bgnbd_alive(published, 500, 1, 39), 0, 1e-12);
}

TEST(BgnbdFunctions, RefuseArgumentsOutsideTheirRange) {
    EXPECT_THAT(Call([] {
                    return bgnbd_alive(std::array<double, 3>{1, 1, 1}, 1, 1, 1);
                }),
                refuses(Fault::domain, "parameters must be the 4 numbers r, alpha, a, b, not 3 numbers"));
    for (std::size_t index = 0; index < 4; ++index) {
        std::array<double, 4> parameters = published;
        parameters[index] = 0;
        EXPECT_THAT(Call([&] { return bgnbd_alive(parameters, 1, 1, 1); }),
                    refuses(Fault::domain, "more than 0"));
    }
    EXPECT_THAT(Call([] { return bgnbd_alive(published, -1, 1, 1); }),
                refuses(Fault::domain, "x must be 0 or more"));
    EXPECT_THAT(Call([] { return bgnbd_alive(published, 1, 2, 1); }),
                refuses(Fault::domain, "tx must lie in [0, 1]"));
    EXPECT_THAT(Call([] { return bgnbd_expect(published, 1, 1, 1, -1); }),
                refuses(Fault::domain, "horizon must be 0 or more"));
    expect_numbers_required(
        [](double x, double tx, double age, double t) { return bgnbd_expect(published, x, tx, age, t); }, 1.0,
        1.0, 1.0, 1.0);
}

// ---- Gamma-Gamma

TEST(GammaGammaFit, AgreesWithThePublishedCdnowFit) {
    const Summary summary = cdnow_summary();
    if (summary.x.column.size() == 0)
        GTEST_SKIP() << cdnow_missing;
    const Table fit = gammagamma_fit(summary.x, summary.value);
    EXPECT_EQ(estimate(fit, "clients"), 946);
    EXPECT_NEAR(estimate(fit, "p"), 6.2496, 5e-4);
    EXPECT_NEAR(estimate(fit, "q"), 3.7442, 5e-4);
    EXPECT_NEAR(estimate(fit, "gamma"), 15.4435, 5e-3);
    EXPECT_NEAR(estimate(fit, "log-likelihood"), -4055.9177, 5e-4);
    EXPECT_EQ(figure(fit, "status"), Value("converged"));
}

TEST(GammaGammaFit, CopesWithLittleAndWithOddData) {
    EXPECT_EQ(figure(gammagamma_fit(cells({}), cells({})), "status"), Value("too few clients"));
    EXPECT_EQ(figure(gammagamma_fit(cells({2.0}), cells({10.0})), "status"), Value("too few clients"));
    for (const auto& [x, value] : {std::tuple(cells({2.0, 2.0, 2.0}), cells({10.0, 10.0, 10.0})),
                                   std::tuple(cells({1e6, 1.0, 3.0}), cells({1e9, 1e-9, 5.0}))}) {
        const Value status = figure(gammagamma_fit(x, value), "status");
        EXPECT_TRUE(status == Value("converged") || status == Value("did not converge"));
    }
}

TEST(GammaGammaFit, RefusesWhatItCannotUse) {
    EXPECT_THAT(Call([] { return gammagamma_fit(cells({1.0}), cells({Empty{}})); }),
                refuses(Fault::bad_data, "row 1: value is missing"));
    EXPECT_THAT(Call([] { return gammagamma_fit(cells({1.0}), cells({0.0})); }),
                refuses(Fault::domain, "value must be more than 0"));
    EXPECT_THAT(Call([] { return gammagamma_fit(cells({-1.0}), cells({1.0})); }),
                refuses(Fault::domain, "x must be 0 or more"));
}

TEST(GammaGammaMean, LiesBetweenTheMeanOfAllAndTheClientsOwn) {
    const std::array<double, 3> parameters = {6.25, 3.74, 15.44};
    const double all = gammagamma_mean(parameters, 0, 0);
    const double one = gammagamma_mean(parameters, 1, 100);
    const double many = gammagamma_mean(parameters, 1000, 100);
    EXPECT_LT(all, one);
    EXPECT_LT(one, many);
    EXPECT_NEAR(many, 100, 0.1);
}

TEST(GammaGammaMean, RefusesArgumentsOutsideTheirRange) {
    EXPECT_THAT(Call([] {
                    return gammagamma_mean(std::array<double, 2>{1, 1}, 1, 1);
                }),
                refuses(Fault::domain, "parameters must be the 3 numbers p, q, gamma, not 2 numbers"));
    EXPECT_THAT(Call([] {
                    return gammagamma_mean(std::array<double, 3>{1, 0.5, 1}, 0, 0);
                }),
                refuses(Fault::missing_value, "has no mean"));
    expect_numbers_required(
        [](double x, double value) {
            return gammagamma_mean(std::array<double, 3>{6, 4, 15}, x, value);
        },
        1.0, 1.0);
}

// ---- both

TEST(LtvPredict, IsSpendTimesPurchasesWithoutDiscount) {
    const std::array<double, 3> spend = {6, 4, 15};
    const double undiscounted = ltv_predict(published, spend, 2, 30.43, 38.86, 40, 39);
    EXPECT_NEAR(undiscounted, bgnbd_expect(published, 2, 30.43, 38.86, 39) * gammagamma_mean(spend, 2, 40),
                1e-9);
    EXPECT_NEAR(ltv_predict(published, spend, 2, 30.43, 38.86, 40, 39, 1e-12), undiscounted, 1e-6);
    EXPECT_LT(ltv_predict(published, spend, 2, 30.43, 38.86, 40, 39, 0.01), undiscounted);
}

TEST(LtvPredict, DiscountsAPartOfAUnitAtItsEnd) {
    const std::array<double, 3> spend = {6, 4, 15};
    EXPECT_NEAR(ltv_predict(published, spend, 2, 30, 39, 40, 0.5, 0.1),
                ltv_predict(published, spend, 2, 30, 39, 40, 0.5) / std::pow(1.1, 0.5), 1e-9);
}

TEST(LtvPredict, RefusesArgumentsOutsideTheirRange) {
    const std::array<double, 3> spend = {6, 4, 15};
    EXPECT_THAT(Call([&] { return ltv_predict(published, spend, 2, 30, 39, 40, -1); }),
                refuses(Fault::domain, "horizon must lie in [0, 10000]"));
    EXPECT_THAT(Call([&] { return ltv_predict(published, spend, 2, 30, 39, 40, 1, -0.1); }),
                refuses(Fault::domain, "discount must be 0 or more"));
    EXPECT_THAT(Call([&] { return ltv_predict(published, spend, 2, 30, 39, -40, 1); }),
                refuses(Fault::domain, "value must be 0 or more"));
}

} // namespace
} // namespace perennial::metrics::test
