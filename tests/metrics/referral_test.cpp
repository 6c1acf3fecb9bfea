#include "metrics/referral.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/referral_functions.hpp"

#include <array>
#include <string>
#include <vector>

namespace perennial::metrics::test {
namespace {

TEST(Referral, ComputesTheExamplesOfItsRows) {
    expect_examples<&referral_tier>(catalog::referral_functions, "REFERRALTIER");
    expect_examples<&referral_reward>(catalog::referral_functions, "REFERRALREWARD");
    expect_examples<&referral_funnel>(catalog::referral_functions, "REFERRALFUNNEL");
    expect_examples<&referrer_activity>(catalog::referral_functions, "REFERRERACTIVITY");
    expect_examples<&referred_lift>(catalog::referral_functions, "REFERREDLIFT");
    expect_examples<&k_factor>(catalog::referral_functions, "KFACTOR");
    expect_examples<&k_total>(catalog::referral_functions, "KTOTAL");
    expect_examples<&nps>(catalog::referral_functions, "NPS");
    expect_examples<&referral_advice>(catalog::referral_functions, "REFERRALADVICE");
    expect_examples<&referral_value>(catalog::referral_functions, "REFERRALVALUE");
    expect_examples<&referral_rate>(catalog::referral_functions, "REFERRALRATE");
}

TEST(ReferralTier, NeedsMoreThanTheSpendAndAtLeastTheDays) {
    EXPECT_EQ(referral_tier(100000.01, 20), "Core");
    EXPECT_EQ(referral_tier(100000, 20), "Potential");
    EXPECT_EQ(referral_tier(50, 2, 40, 3), "Potential");
    EXPECT_THAT(Call([] { return referral_tier(1, -1); }),
                refuses(Fault::domain, "activeDays must be 0 or more"));
    EXPECT_THAT(Call([] { return referral_tier(1, 1, -1); }),
                refuses(Fault::domain, "spendCut must be 0 or more"));
    EXPECT_THAT(Call([] { return referral_tier(1, 1, 1, -1); }),
                refuses(Fault::domain, "activeCut must be 0 or more"));
    const std::vector<std::string> labels = {"核心客户", "潜力客户", "普通客户"};
    EXPECT_EQ(referral_tier(1, 1, {}, {}, labels), "普通客户");
    expect_numbers_required([](double a, double b, double c, double d) { return referral_tier(a, b, c, d); },
                            1.0, 1.0, 1.0, 1.0);
}

TEST(ReferralReward, FollowsTheRatesGiven) {
    EXPECT_EQ(referral_reward(100, DealSize::large, std::array<double, 2>{0.1, 0.2}), 20);
    EXPECT_THAT(Call([] { return referral_reward(-1, DealSize::small); }),
                refuses(Fault::domain, "deal must be 0 or more"));
    EXPECT_THAT(Call([] { return referral_reward(1, DealSize::small, std::array<double, 1>{0.1}); }),
                refuses(Fault::domain, "rates must be 2 numbers, not 1"));
    EXPECT_THAT(Call([] {
                    return referral_reward(1, DealSize::small, std::array<double, 2>{0.1, 2});
                }),
                refuses(Fault::domain, "a rate must lie in [0, 1]"));
    expect_numbers_required([](double deal) { return referral_reward(deal, DealSize::small); }, 1.0);
}

TEST(ReferralFunnel, CountsALaterStepForTheEarlierOnes) {
    const Table funnel = referral_funnel(column({"Referred", 45000.0, 1.0, 1.0, 1.0, Empty{}}),
                                         column({"Clicked", 1.0, 0.0, Empty{}, 1.0, Empty{}}),
                                         column({"Registered", 1.0, Empty{}, Empty{}, 0.0, Empty{}}),
                                         column({"Closed", Empty{}, Empty{}, 1.0, 0.0, Empty{}}));
    EXPECT_EQ(rows(funnel), (std::vector<std::vector<Value>>{
                                {"Step", "Count", "From the step before", "From the first", "Drop-off"},
                                {"Referred", 4.0, "", 1.0, ""},
                                {"Clicked", 3.0, 0.75, 0.75, 0.25},
                                {"Registered", 2.0, 2.0 / 3, 0.5, 1.0 / 3},
                                {"Closed", 1.0, 0.5, 0.25, 0.5}}));
}

TEST(ReferralFunnel, HasNoConversionFromAnEmptyStep) {
    const Table funnel = referral_funnel(column({}), column({}), column({}), column({}));
    EXPECT_EQ(row(funnel, 4), (std::vector<Value>{"Closed", 0.0, Fault::division_by_zero,
                                                  Fault::division_by_zero, Fault::division_by_zero}));
    EXPECT_THAT(Call([] {
                    return referral_funnel(column({1.0, 1.0}), column({1.0, "yes"}), column({1.0, 1.0}),
                                           column({1.0, 1.0}));
                }),
                refuses(Fault::bad_data, "row 2: clicked is text"));
    EXPECT_THAT(Call([] { return referral_funnel(column({1.0}), column({}), column({1.0}), column({1.0})); }),
                refuses(Fault::bad_data, "the column of the referred has 1 rows"));
}

TEST(ReferrerActivity, CountsByMonthsOfTheWindow) {
    const Column referrers = column({"Referrer", "a", "A", "b"});
    const Column dates = column({"Date", date(2024, 1, 15), date(2024, 2, 14), date(2024, 2, 15)});
    EXPECT_DOUBLE_EQ(referrer_activity({}, referrers, dates, date(2024, 1, 15), date(2024, 2, 14)), 2);
    EXPECT_DOUBLE_EQ(referrer_activity({}, referrers, dates, date(2024, 1, 1), date(2024, 3, 31)), 0.5);
    EXPECT_DOUBLE_EQ(referrer_activity({}, referrers, dates, date(2024, 1, 15), date(2024, 1, 15)), 31);
    EXPECT_THAT(Call([&] { return referrer_activity({}, referrers, dates, 10, 20); }),
                refuses(Fault::division_by_zero, "the number of active referrers is 0"));
    EXPECT_THAT(Call([&] { return referrer_activity({}, referrers, dates, 20, 10); }),
                refuses(Fault::domain, "must not lie after"));
    expect_numbers_required(
        [&](double from, double to) { return referrer_activity({}, referrers, dates, from, to); }, 45000.0,
        46000.0);
    EXPECT_THAT(Call([&] { return referrer_activity({}, column({Empty{}}), column({1.0}), 1, 2); }),
                refuses(Fault::bad_data, "row 1: referrer is missing"));
}

TEST(ReferredLift, ComparesTheTwoMeans) {
    EXPECT_DOUBLE_EQ(referred_lift({column({"Referred", 1.0})}, {column({"Value", 30.0, 10.0, 20.0})}), 1);
    EXPECT_THAT(Call([] { return referred_lift({column({0.0})}, {column({1.0})}); }),
                refuses(Fault::division_by_zero, "the number of referred clients is 0"));
    EXPECT_THAT(Call([] { return referred_lift({column({1.0})}, {column({1.0})}); }),
                refuses(Fault::division_by_zero, "the number of other clients is 0"));
    EXPECT_THAT(Call([] {
                    return referred_lift({column({1.0, 0.0})}, {column({1.0, 0.0})});
                }),
                refuses(Fault::division_by_zero, "the mean value of the other clients is 0"));
    EXPECT_THAT(Call([] {
                    return referred_lift({column({1.0, 0.0})}, {column({1.0})});
                }),
                refuses(Fault::bad_data, "row 2: value is missing"));
}

TEST(KFactor, AndKTotalRefuseArgumentsOutsideTheirRange) {
    EXPECT_THAT(Call([] { return k_factor(-1, 0.5); }), refuses(Fault::domain, "invites must be 0 or more"));
    EXPECT_THAT(Call([] { return k_factor(1, 1.5); }),
                refuses(Fault::domain, "conversion must lie in [0, 1]"));
    EXPECT_THAT(Call([] { return k_total(-1, 0.5); }), refuses(Fault::domain, "seeds must be 0 or more"));
    EXPECT_THAT(Call([] { return k_total(1, -0.5); }), refuses(Fault::domain, "k must be 0 or more"));
    EXPECT_THAT(Call([] { return k_total(1, 1); }), refuses(Fault::missing_value, "grows without end"));
    EXPECT_EQ(k_total(200, 0), 200);
    expect_numbers_required(&k_factor, 1.0, 0.5);
    expect_numbers_required(&k_total, 1.0, 0.5);
}

TEST(Nps, RunsFromMinusAHundredToAHundred) {
    EXPECT_EQ(nps(std::array<double, 2>{9, 10}), 100);
    EXPECT_EQ(nps(std::array<double, 2>{0, 6}), -100);
    EXPECT_EQ(nps(std::array<double, 3>{7, 8, not_a_number}), 0);
    EXPECT_THAT(Call([] { return nps({}); }), refuses(Fault::division_by_zero, "the number of answers is 0"));
    EXPECT_THAT(Call([] { return nps(std::array<double, 1>{11}); }),
                refuses(Fault::domain, "a score must lie in [0, 10]"));
    EXPECT_THAT(Call([] { return nps(std::array<double, 1>{infinity}); }), refuses(Fault::domain, "a score"));
}

TEST(ReferralAdvice, NamesTheFirstTargetMissed) {
    EXPECT_EQ(referral_advice(1, 0.2, 0), "On course");
    EXPECT_EQ(referral_advice(0, 0, -1), "Incentive or process");
    EXPECT_EQ(referral_advice(1, 0.2, 0, std::array<double, 3>{1, 0.2, 0.1}), "Choice of referrers");
    EXPECT_THAT(Call([] { return referral_advice(1, 2, 0); }),
                refuses(Fault::domain, "closeRate must lie in [0, 1]"));
    EXPECT_THAT(Call([] { return referral_advice(-1, 1, 0); }),
                refuses(Fault::domain, "activity must be 0 or more"));
    EXPECT_THAT(Call([] {
                    return referral_advice(1, 1, 0, std::array<double, 2>{1, 1});
                }),
                refuses(Fault::domain, "targets must be 3 numbers, not 2"));
    expect_numbers_required([](double a, double c, double v) { return referral_advice(a, c, v); }, 1.0, 0.5,
                            0.1);
}

TEST(ReferralValue, WeighsEachGenerationByTheShare) {
    const Column clients = column({"Client", "a", "b", "c", "d", "a"});
    const Column referrers = column({"Referrer", Empty{}, "A", "b", "c", Empty{}});
    const Column values = column({"Value", 1.0, 10.0, 100.0, 1000.0, 2.0});
    const auto brought = [&](std::optional<double> share, std::optional<double> generations) {
        const Table table = referral_value(clients, referrers, values, share, generations);
        for (std::size_t index = 1; index < table.rows(); ++index)
            if (table.at(index, 0) == Value("A") || table.at(index, 0) == Value("a"))
                return number(table, index, 2);
        return not_a_number;
    };
    EXPECT_EQ(brought({}, {}), 1110);
    EXPECT_EQ(brought(0.5, {}), 5 + 25 + 125);
    EXPECT_EQ(brought(0, {}), 0);
    EXPECT_EQ(brought({}, 1), 10);
    EXPECT_EQ(brought({}, 2), 110);
    EXPECT_EQ(brought(0.5, 2), 30);
    EXPECT_EQ(brought({}, 3), 1110);
    EXPECT_EQ(brought({}, 99), 1110);
    EXPECT_EQ(row(referral_value(clients, referrers, values), 1),
              (std::vector<Value>{"A", 3.0, 1110.0, 1113.0}));
}

TEST(ReferralValue, IsInTheOrderOfTheColumnAskedFor) {
    // d brought b and c, b brought a.
    const Column clients = column({"a", "b", "c", "d"});
    const Column referrers = column({"b", "d", "d", Empty{}});
    const Column values = column({40.0, 3.0, 2.0, 1.0});
    const auto names = [&](const std::string& heading, std::optional<double> most = {}) {
        Generations generations = most;
        generations.order = heading;
        const Table table = referral_value(clients, referrers, values, {}, generations);
        std::string all;
        for (std::size_t row = 1; row < table.rows(); ++row)
            all += std::get<std::string>(table.at(row, 0));
        return all;
    };
    EXPECT_EQ(names(""), "dbac");
    EXPECT_EQ(names("Total"), names(""));
    EXPECT_EQ(names("Client"), "abcd");
    EXPECT_EQ(names("own VALUE "), "abcd");
    EXPECT_EQ(names("Referred value"), "dbac");
    EXPECT_EQ(names("Referred value", 1), "bdac");
    EXPECT_THAT(
        Call([&] { return names("Value"); }),
        refuses(Fault::domain, "use one of \"Client\", \"Own value\", \"Referred value\", \"Total\""));
}

TEST(ReferralValue, ListsReferrersThatAreNoClients) {
    const Table table = referral_value(column({"b"}), column({"agent"}), column({5.0}));
    EXPECT_EQ(rows(table),
              (std::vector<std::vector<Value>>{{"Client", "Own value", "Referred value", "Total"},
                                               {"agent", 0.0, 5.0, 5.0},
                                               {"b", 5.0, 0.0, 5.0}}));
    EXPECT_EQ(referral_value(column({}), column({}), column({})).rows(), 1U);
}

TEST(ReferralValue, KnowsReferrersByAnySpelling) {
    const Table table = referral_value(column({"beta", "Alpha", 7.0, "gamma"}),
                                       column({"ALPHA", Empty{}, "Beta", "7"}), column({1.0, 2.0, 4.0, 8.0}));
    EXPECT_EQ(rows(table),
              (std::vector<std::vector<Value>>{{"Client", "Own value", "Referred value", "Total"},
                                               {"ALPHA", 2.0, 13.0, 15.0},
                                               {"Beta", 1.0, 12.0, 13.0},
                                               {"7", 4.0, 8.0, 12.0},
                                               {"gamma", 8.0, 0.0, 8.0}}));
}

TEST(ReferralValue, RefusesTheFirstRowThatCannotBeUsed) {
    EXPECT_THAT(Call([] {
                    return referral_value(column({"a", "b", "c"}), column({"b", "a", Empty{}}),
                                          column({1.0, 1.0, "much"}));
                }),
                refuses(Fault::domain, "row 2: the referrals run in a circle"));
}

TEST(ReferralValue, RefusesCirclesAndContradictions) {
    EXPECT_THAT(
        Call([] {
            return referral_value(column({"a", "b", "c"}), column({"b", "a", "b"}), column({1.0, 1.0, 1.0}));
        }),
        refuses(Fault::domain, "the referrals run in a circle"));
    EXPECT_THAT(Call([] { return referral_value(column({"a"}), column({"A"}), column({1.0})); }),
                refuses(Fault::domain, "the referrals run in a circle at or above the client \"a\""));
    EXPECT_THAT(Call([] {
                    return referral_value(column({"a", "a"}), column({"b", "c"}), column({1.0, 1.0}));
                }),
                refuses(Fault::bad_data, "row 2: the client \"a\" has a second referrer"));
    EXPECT_THAT(Call([] { return referral_value(column({"a"}), column({Empty{}}), column({1.0}), 2); }),
                refuses(Fault::domain, "share must lie in [0, 1]"));
    EXPECT_THAT(Call([] { return referral_value(column({"a"}), column({Empty{}}), column({1.0}), 1, 0); }),
                refuses(Fault::domain, "generations must be 1 or more"));
    EXPECT_THAT(Call([] { return referral_value(column({"a"}), column({Empty{}}), column({1.0}), 1, 1.5); }),
                refuses(Fault::domain, "generations must be a whole number"));
    EXPECT_THAT(Call([] { return referral_value(column({"a"}), column({ErrorCell{502}}), column({1.0})); }),
                passes_on_error(502));
}

TEST(ReferralValue, GoesDownAChainOfAMillion) {
    constexpr int length = 1'000'000;
    constexpr int half = length / 2;
    Column clients;
    Column referrers;
    Column values;
    for (int client = 0; client < length; ++client) {
        clients.add_number(client);
        if (client > 0)
            referrers.add_number(client - 1);
        else
            referrers.add_empty();
        values.add_number(1);
    }
    EXPECT_EQ(number(referral_value(clients, referrers, values), 1, 3), length);
    EXPECT_EQ(number(referral_value(clients, referrers, values, 1, half), 1, 3), half + 1);
}

TEST(ReferralRate, CountsDistinctClientsAmongTheReferrers) {
    EXPECT_EQ(referral_rate(column({"a", "A", "b", 7.0, Empty{}, "c"}), column({"B", "7", "stranger"})), 0.5);
    EXPECT_EQ(referral_rate(column({"a"}), column({})), 0);
    EXPECT_THAT(Call([] { return referral_rate(column({}), column({"a"})); }),
                refuses(Fault::division_by_zero, "the number of clients is 0"));
    EXPECT_THAT(Call([] { return referral_rate(column({"a"}), column({ErrorCell{532}})); }),
                passes_on_error(532));
}

} // namespace
} // namespace perennial::metrics::test
