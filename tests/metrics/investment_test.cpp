#include "metrics/investment.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/investment_functions.hpp"

#include <array>
#include <cmath>
#include <random>
#include <vector>

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
    EXPECT_THAT(Call([] { return potential_score(1.1, 0, 0, Stage::growth); }),
                refuses(Fault::domain, "walletShare must lie in [0, 1], not 1.1"));
    EXPECT_THAT(Call([] { return potential_score(0, -1, 0, Stage::growth); }),
                refuses(Fault::domain, "crossBuy must lie in [0, 1], not -1"));
    EXPECT_THAT(Call([] { return potential_score(0, 0, 2, Stage::growth); }),
                refuses(Fault::domain, "engagement must lie in [0, 1], not 2"));
    EXPECT_THAT(Call([] {
                    return potential_score(0, 0, 0, Stage::growth, std::array<double, 2>{1, 1});
                }),
                refuses(Fault::domain, "weights must be 4 numbers, not 2"));
    EXPECT_THAT(Call([] {
                    return potential_score(0, 0, 0, Stage::growth, {}, std::array<double, 3>{1, 1, 1});
                }),
                refuses(Fault::domain, "timing must be 4 shares, not 3"));
    EXPECT_THAT(Call([] {
                    return potential_score(0, 0, 0, Stage::growth, {}, std::array<double, 4>{1, 2, 1, 1});
                }),
                refuses(Fault::domain, "timing must lie in [0, 1], not 2"));
    EXPECT_THAT(Call([] { return potential_score(0, 0, 0, Stage::growth, std::array<double, 4>{}); }),
                refuses(Fault::division_by_zero, "the weights are all 0"));
    expect_numbers_required(
        [](double w, double c, double e) { return potential_score(w, c, e, Stage::growth); }, 0.5, 0.5, 0.5);
}

TEST(FurtherInvestment, ComputesTheExamplesOfItsRows) {
    expect_examples<&wallet_share>(catalog::investment_functions, "WALLETSHARE");
    expect_examples<&cross_buy>(catalog::investment_functions, "CROSSBUY");
    expect_examples<&engagement>(catalog::investment_functions, "ENGAGEMENT");
    expect_examples<&quadrant>(catalog::investment_functions, "QUADRANT");
    expect_examples<&allocate>(catalog::investment_functions, "ALLOCATE");
    expect_examples<&misallocation>(catalog::investment_functions, "MISALLOCATION");
    expect_examples<&relationship_roi>(catalog::investment_functions, "RELATIONSHIPROI");
}

TEST(WalletShare, RefusesMoreThanTheWallet) {
    EXPECT_EQ(wallet_share(5, 5), 1);
    EXPECT_THAT(Call([] { return wallet_share(6, 5); }),
                refuses(Fault::domain, "ours must lie in [0, 5], not 6"));
    EXPECT_THAT(Call([] { return wallet_share(0, -5); }), refuses(Fault::domain, "total must be 0 or more"));
    EXPECT_THAT(Call([] { return wallet_share(0, 0); }), refuses(Fault::division_by_zero, "total is 0"));
    expect_numbers_required(&wallet_share, 1.0, 2.0);
}

TEST(CrossBuy, CountsAnEmptyCellAsNotOwned) {
    EXPECT_EQ(cross_buy(std::array<double, 2>{1, not_a_number}), 0.5);
    EXPECT_THAT(Call([] { return cross_buy({}); }), refuses(Fault::division_by_zero, "weights are all 0"));
    EXPECT_THAT(Call([] {
                    return cross_buy(std::array<double, 2>{1, 0}, std::array<double, 1>{1});
                }),
                refuses(Fault::domain, "weights must be 2 numbers, not 1"));
}

TEST(Engagement, CountsNoMoreThanTheTarget) {
    EXPECT_EQ(engagement(std::array<double, 2>{100, not_a_number}, std::array<double, 2>{1, 1}), 0.5);
    EXPECT_THAT(Call([] {
                    return engagement(std::array<double, 1>{1}, std::array<double, 2>{1, 1});
                }),
                refuses(Fault::domain, "targets must be 1 numbers, not 2"));
    EXPECT_THAT(Call([] { return engagement(std::array<double, 1>{1}, std::array<double, 1>{0}); }),
                refuses(Fault::domain, "a target must be more than 0"));
    EXPECT_THAT(Call([] { return engagement(std::array<double, 1>{-1}, std::array<double, 1>{1}); }),
                refuses(Fault::domain, "a count must be 0 or more"));
}

TEST(Quadrant, CountsAClientAtTheCutAsAboveIt) {
    EXPECT_EQ(quadrant(50, 50), "Growth stock");
    EXPECT_EQ(quadrant(49.9, 50), "Cash cow");
    EXPECT_EQ(quadrant(5, 5, 5, 6), "Sleeping gold");
    const std::vector<std::string> labels = {"潜力增长股", "忠诚现金牛", "沉睡金矿", "低效资产"};
    EXPECT_EQ(quadrant(0, 0, {}, {}, labels), "低效资产");
    expect_numbers_required([](double p, double a, double pc, double ac) { return quadrant(p, a, pc, ac); },
                            1.0, 1.0, 1.0, 1.0);
}

std::vector<double> amounts(const Table& table) {
    std::vector<double> all;
    for (std::size_t index = 0; index < table.rows(); ++index)
        all.push_back(number(table, index, 0));
    return all;
}

TEST(Allocate, AddsUpToTheBudgetExactly) {
    std::mt19937 random(11);
    for (int turn = 0; turn < 200; ++turn) {
        std::vector<double> scores(1 + random() % 40);
        for (double& score : scores)
            score = static_cast<double>(random() % 100);
        scores[0] += 1;
        const auto count = static_cast<double>(scores.size());
        const auto cents = static_cast<double>(1000 + random() % 1'000'000);
        const double least = std::floor(cents / count / 3) / 100;
        const double most = std::ceil(cents / count * 2) / 100;
        double sum = 0;
        for (const double amount : amounts(allocate(cents / 100, scores, least, most))) {
            EXPECT_GE(amount, least);
            EXPECT_LE(amount, most);
            sum += std::round(amount * 100);
        }
        EXPECT_EQ(sum, cents);
    }
}

TEST(Allocate, HoldsTheBoundsAndSharesTheRestInProportion) {
    EXPECT_EQ(amounts(allocate(100, std::array<double, 3>{8, 1, 1}, 20)), (std::vector<double>{60, 20, 20}));
    EXPECT_EQ(amounts(allocate(100, std::array<double, 3>{8, 3, 1}, 0, 60)),
              (std::vector<double>{60, 30, 10}));
    EXPECT_EQ(amounts(allocate(100, std::array<double, 3>{1, 0, 0}, 0, 60)),
              (std::vector<double>{60, 20, 20}));
    EXPECT_EQ(amounts(allocate(10, std::array<double, 3>{1, 1, 1}, {}, {}, 0)),
              (std::vector<double>{4, 3, 3}));
    EXPECT_EQ(amounts(allocate(0, std::array<double, 2>{1, 3})), (std::vector<double>{0, 0}));
}

TEST(Allocate, LeavesAnEmptyCellEmpty) {
    EXPECT_EQ(rows(allocate(10, std::array<double, 2>{not_a_number, 1})),
              (std::vector<std::vector<Value>>{{""}, {10.0}}));
}

TEST(Allocate, RefusesWhatCannotBeMet) {
    const std::array<double, 2> scores = {1, 1};
    EXPECT_THAT(Call([&] { return allocate(-1, scores); }),
                refuses(Fault::domain, "budget must be 0 or more"));
    EXPECT_THAT(Call([&] { return allocate(10, scores, 6); }),
                refuses(Fault::domain, "the minimum for 2 clients is more"));
    EXPECT_THAT(Call([&] { return allocate(10, scores, 0, 4); }),
                refuses(Fault::domain, "the maximum for 2 clients is less"));
    EXPECT_THAT(Call([&] { return allocate(10, scores, 4, 3); }),
                refuses(Fault::domain, "maximum must be 4 or more"));
    EXPECT_THAT(Call([&] { return allocate(10, scores, -1); }),
                refuses(Fault::domain, "minimum must be 0 or more"));
    EXPECT_THAT(Call([&] { return allocate(10, scores, 0, 9, 1.5); }),
                refuses(Fault::domain, "decimals must be a whole"));
    EXPECT_THAT(Call([&] { return allocate(10, scores, 0, 9, 10); }),
                refuses(Fault::domain, "decimals must lie in [0, 9]"));
    EXPECT_THAT(Call([&] { return allocate(10.005, scores); }),
                refuses(Fault::domain, "no more than 2 decimals"));
    EXPECT_THAT(Call([&] {
                    return allocate(10, std::array<double, 2>{0, 0});
                }),
                refuses(Fault::division_by_zero, "the scores are all 0"));
    EXPECT_THAT(Call([&] {
                    return allocate(10, std::array<double, 2>{1, -1});
                }),
                refuses(Fault::domain, "a score must be 0 or more"));
    EXPECT_THAT(Call([&] { return allocate(0, {}); }),
                refuses(Fault::division_by_zero, "the scores are all 0"));
    EXPECT_EQ(amounts(allocate(10, std::array<double, 2>{1e-320, 1e300})), (std::vector<double>{0, 10}));
    expect_numbers_required([&](double b, double l, double m) { return allocate(b, scores, l, m); }, 10.0,
                            1.0, 9.0);
}

TEST(Misallocation, IsNothingWhenSpendFollowsPotential) {
    const Cells spend{column({"Spend", 10.0, 20.0, Empty{}})};
    EXPECT_NEAR(misallocation(spend, {column({"Potential", 1.0, 2.0})}), 0, 1e-12);
    EXPECT_NEAR(misallocation(spend, {column({"Potential", 3.0, 0.0})}), 20, 1e-12);
    EXPECT_THAT(Call([&] {
                    return misallocation(spend, {column({"Potential", 0.0, 0.0})});
                }),
                refuses(Fault::division_by_zero, "the potential of all clients is 0"));
    EXPECT_THAT(Call([&] {
                    return misallocation(spend, {column({"Potential", 1.0})});
                }),
                refuses(Fault::bad_data, "row 3: potential is missing"));
    EXPECT_THAT(Call([&] {
                    return misallocation(spend, {column({"Potential", 1.0, -1.0})});
                }),
                refuses(Fault::domain, "potential must be 0 or more"));
}

TEST(RelationshipRoi, IsZeroAtBreakEven) {
    EXPECT_EQ(relationship_roi(5, 5), 0);
    EXPECT_EQ(relationship_roi(0, 5), -1);
    EXPECT_THAT(Call([] { return relationship_roi(5, 0); }), refuses(Fault::division_by_zero, "cost is 0"));
    EXPECT_THAT(Call([] { return relationship_roi(5, -1); }),
                refuses(Fault::domain, "cost must be 0 or more"));
    expect_numbers_required(&relationship_roi, 1.0, 1.0);
}

} // namespace
} // namespace perennial::metrics::test
