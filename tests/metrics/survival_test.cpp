#include "metrics/survival.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/survival_functions.hpp"

#include <cmath>

namespace perennial::metrics::test {
namespace {

/// The 6-MP arm of Freireich et al. (1963).
const Cells durations = cells({6.0,  6.0,  6.0,  6.0,  7.0,  9.0,  10.0, 10.0, 11.0, 13.0, 16.0,
                               17.0, 19.0, 20.0, 22.0, 23.0, 25.0, 32.0, 32.0, 34.0, 35.0});
const Cells ended = cells({1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0});

std::vector<double> at(const Table& table, double time) {
    for (std::size_t index = 1; index < table.rows(); ++index)
        if (number(table, index, 0) == time) {
            std::vector<double> values;
            for (std::size_t column = 1; column < 7; ++column)
                values.push_back(number(table, index, column));
            return values;
        }
    ADD_FAILURE() << "no row at " << time;
    return std::vector<double>(6, 0);
}

TEST(KaplanMeier, ComputesTheExamplesOfItsRow) {
    expect_examples<&kaplan_meier>(catalog::survival_functions, "KAPLANMEIER");
}

TEST(KaplanMeier, AgreesWithThePublishedEstimates) {
    const Table table = kaplan_meier(durations, ended);
    const auto six = at(table, 6);
    EXPECT_EQ(six[0], 21);
    EXPECT_EQ(six[1], 3);
    EXPECT_NEAR(six[2], 0.857143, 5e-7);
    EXPECT_NEAR(six[3], 0.076360, 5e-7);
    EXPECT_NEAR(six[4], 0.6197, 5e-5);
    EXPECT_NEAR(six[5], 0.9516, 5e-5);
    EXPECT_NEAR(at(table, 13)[2], 0.690196, 5e-7);
    const auto last = at(table, 23);
    EXPECT_NEAR(last[2], 0.448179, 5e-7);
    EXPECT_NEAR(last[4], 0.1881, 5e-5);
    EXPECT_NEAR(last[5], 0.6801, 5e-5);
}

TEST(KaplanMeier, IsTheShareThatIsLeftWithoutCensoring) {
    const Table table = kaplan_meier(cells({1.0, 2.0, 2.0, 4.0}), cells({1.0, 1.0, 1.0, 1.0}));
    EXPECT_DOUBLE_EQ(at(table, 2)[2], 0.25);
    EXPECT_EQ(row(table, 3), (std::vector<Value>{4.0, 1.0, 1.0, 0.0, Fault::missing_value,
                                                 Fault::missing_value, Fault::missing_value}));
}

TEST(KaplanMeier, IsOneWhileNobodyLeaves) {
    EXPECT_EQ(row(kaplan_meier(cells({3.0}), cells({Empty{}})), 1),
              (std::vector<Value>{3.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0}));
    EXPECT_EQ(kaplan_meier(cells({}), cells({})).rows(), 1U);
}

TEST(KaplanMeier, CountsAClientAtRiskOnlyAfterItsEntry) {
    const Table table = kaplan_meier(cells({5.0, 8.0, 10.0}), cells({0.0, 1.0, 0.0}), cells({0.0, 5.0, 6.0}));
    EXPECT_EQ(at(table, 8)[0], 2);
    EXPECT_EQ(number(table, 1, 1), 1);
    const Table all = kaplan_meier(durations, ended, cells({0.0}));
    EXPECT_EQ(rows(all), rows(kaplan_meier(durations, ended)));
}

TEST(KaplanMeier, HasAWiderBandAtAHigherConfidence) {
    const auto usual = at(kaplan_meier(durations, ended), 10);
    const auto sure = at(kaplan_meier(durations, ended, {}, 0.99), 10);
    EXPECT_LT(sure[4], usual[4]);
    EXPECT_GT(sure[5], usual[5]);
}

TEST(KaplanMeier, SkipsAHeaderAndRefusesBadRows) {
    EXPECT_EQ(kaplan_meier(cells({"Months", 1.0}), cells({"Left", 1.0})).rows(), 2U);
    EXPECT_THAT(Call([] {
                    return kaplan_meier(cells({1.0, "long"}), cells({1.0, 1.0}));
                }),
                refuses(Fault::bad_data, "row 2: duration is text"));
    EXPECT_THAT(Call([] {
                    return kaplan_meier(cells({1.0}), cells({1.0, 1.0}));
                }),
                refuses(Fault::bad_data, "row 2: duration is missing"));
    EXPECT_THAT(Call([] { return kaplan_meier(cells({-1.0}), cells({1.0})); }),
                refuses(Fault::domain, "a duration must be 0 or more"));
    EXPECT_THAT(Call([] { return kaplan_meier(cells({1.0}), cells({1.0}), cells({1.0})); }),
                refuses(Fault::domain, "an entry (1) must lie below its duration (1)"));
    EXPECT_THAT(Call([] { return kaplan_meier(cells({1.0}), cells({1.0}), cells({-1.0})); }),
                refuses(Fault::domain, "an entry must be 0 or more"));
    for (const double bad : {0.0, 1.0, not_a_number, infinity})
        EXPECT_THAT(Call([bad] { return kaplan_meier(cells({1.0}), cells({1.0}), {}, bad); }),
                    refuses(Fault::domain, "confidence must lie between 0 and 1"));
    EXPECT_THAT(Call([] { return kaplan_meier(cells({ErrorCell{532}}), cells({1.0})); }),
                passes_on_error(532));
}

} // namespace
} // namespace perennial::metrics::test
