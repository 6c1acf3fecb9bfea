#include "metrics/cohort.hpp"

#include "cdnow.hpp"
#include "cells.hpp"
#include "examples.hpp"

#include "metrics/cohort_functions.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace perennial::metrics::test {
namespace {

struct Sales {
    Column clients = column({"Client", "a", "b", "a", "a", "c"});
    Column dates = column(
        {"Date", date(2024, 1, 31), date(2024, 1, 2), date(2024, 2, 1), date(2024, 2, 28), date(2024, 3, 5)});
    Column amounts = column({"Amount", 10.0, 30.0, 5.0, 7.0, 100.0});
};

Table table_of(const Sales& sales, CohortMeasure measure, Unit unit = Unit::month,
               std::optional<double> as_of = {}) {
    return cohort({}, sales.clients, sales.dates, sales.amounts, unit, measure, as_of);
}

TEST(Cohort, ComputesTheExamplesOfItsRow) {
    expect_examples<&cohort>(catalog::cohort_functions, "COHORT");
}

TEST(Cohort, CountsDistinctClientsByDistanceInCalendarMonths) {
    EXPECT_EQ(rows(table_of({}, CohortMeasure::clients)),
              (std::vector<std::vector<Value>>{{"Cohort", "Clients", 0.0, 1.0, 2.0},
                                               {date(2024, 1, 1), 2.0, 2.0, 1.0, 0.0},
                                               {date(2024, 3, 1), 1.0, 1.0, "", ""}}));
}

TEST(Cohort, OffersTheOtherMeasures) {
    EXPECT_EQ(row(table_of({}, CohortMeasure::retention), 1),
              (std::vector<Value>{date(2024, 1, 1), 2.0, 1.0, 0.5, 0.0}));
    EXPECT_EQ(row(table_of({}, CohortMeasure::orders), 1),
              (std::vector<Value>{date(2024, 1, 1), 2.0, 2.0, 2.0, 0.0}));
    EXPECT_EQ(row(table_of({}, CohortMeasure::revenue), 1),
              (std::vector<Value>{date(2024, 1, 1), 2.0, 40.0, 12.0, 0.0}));
    EXPECT_EQ(row(table_of({}, CohortMeasure::revenueretention), 1),
              (std::vector<Value>{date(2024, 1, 1), 2.0, 1.0, 0.3, 0.0}));
}

TEST(Cohort, HasNoRevenueRetentionWithoutRevenueAtTheStart) {
    Sales free;
    free.amounts = column({"Amount", 0.0, 0.0, 5.0, 7.0, 100.0});
    EXPECT_EQ(row(table_of(free, CohortMeasure::revenueretention), 1),
              (std::vector<Value>{date(2024, 1, 1), 2.0, Fault::division_by_zero, Fault::division_by_zero,
                                  Fault::division_by_zero}));
}

TEST(Cohort, OffersDaysWeeksQuartersAndYears) {
    EXPECT_EQ(row(table_of({}, CohortMeasure::clients, Unit::quarter), 1),
              (std::vector<Value>{date(2024, 1, 1), 3.0, 3.0}));
    EXPECT_EQ(row(table_of({}, CohortMeasure::orders, Unit::year), 1),
              (std::vector<Value>{date(2024, 1, 1), 3.0, 5.0}));
    const Table weeks = table_of({}, CohortMeasure::clients, Unit::week);
    EXPECT_EQ(number(weeks, 1, 0), date(2024, 1, 1));
    EXPECT_EQ(number(weeks, 2, 0), date(2024, 1, 29));
    EXPECT_EQ(number(weeks, 2, 2), 1) << "31 January and 1 February lie in one week";
    EXPECT_EQ(number(weeks, 2, 6), 1);
    const Table days = table_of({}, CohortMeasure::clients, Unit::day);
    EXPECT_EQ(days.rows(), 4U);
    EXPECT_EQ(days.columns(), 2U + 64U);
}

TEST(Cohort, CountsZeroUpToAsOfAndNothingAfterIt) {
    const Table later = table_of({}, CohortMeasure::clients, Unit::month, date(2024, 5, 1));
    EXPECT_EQ(row(later, 2), (std::vector<Value>{date(2024, 3, 1), 1.0, 1.0, 0.0, 0.0, "", ""}));
    const Table earlier = table_of({}, CohortMeasure::orders, Unit::month, date(2024, 2, 10));
    EXPECT_EQ(rows(earlier), (std::vector<std::vector<Value>>{{"Cohort", "Clients", 0.0, 1.0},
                                                              {date(2024, 1, 1), 2.0, 2.0, 1.0}}));
}

TEST(Cohort, HasOnlyTwoHeadingsWithoutOrders) {
    const std::vector<std::vector<Value>> none = {{"Cohort", "Clients"}};
    EXPECT_EQ(rows(cohort({}, column({}), column({}), column({}))), none);
    EXPECT_EQ(rows(table_of({}, CohortMeasure::clients, Unit::month, date(2020, 1, 1))), none);
}

TEST(Cohort, OfOneOrderHasOneRow) {
    EXPECT_EQ(rows(cohort({}, column({"a"}), column({date(2024, 1, 31)}), column({1.0}))),
              (std::vector<std::vector<Value>>{{"Cohort", "Clients", 0.0}, {date(2024, 1, 1), 1.0, 1.0}}));
}

TEST(Cohort, CountsDatesFromTheNullDateOfTheDocument) {
    const NullDate mac{std::chrono::year{1904} / 1 / 1};
    const Table table = cohort(mac, column({"a"}), column({date(2024, 1, 31) - 1462}), column({1.0}));
    EXPECT_EQ(number(table, 1, 0), date(2024, 1, 1) - 1462);
}

TEST(Cohort, RevenueAddsUpToTheLedgersWhateverTheOrderOfTheRows) {
    std::mt19937 random(3);
    struct Row {
        double client;
        double day;
        double amount;
    };
    std::vector<Row> ledger(2000);
    double cents = 0;
    for (Row& row : ledger) {
        const auto amount = static_cast<double>(random() % 1'000'000);
        row = {static_cast<double>(random() % 200), static_cast<double>(45000 + random() % 900),
               amount / 100};
        cents += amount;
    }
    const auto table = [&] {
        Sales sales{{}, {}, {}};
        for (const Row& row : ledger) {
            sales.clients.add_number(row.client);
            sales.dates.add_number(row.day);
            sales.amounts.add_number(row.amount);
        }
        return rows(table_of(sales, CohortMeasure::revenue));
    };
    const auto expected = table();
    double total = 0;
    for (std::size_t index = 1; index < expected.size(); ++index)
        for (std::size_t column = 2; column < expected[index].size(); ++column)
            if (const auto* revenue = std::get_if<double>(&expected[index][column]))
                total += std::round(*revenue * 100);
    EXPECT_EQ(total, cents);
    for (int turn = 0; turn < 5; ++turn) {
        std::shuffle(ledger.begin(), ledger.end(), random);
        EXPECT_EQ(table(), expected);
    }
}

TEST(Cohort, RefusesATableThatIsTooLarge) {
    Column clients;
    Column days;
    Column amounts;
    for (int day = 0; day < 3000; ++day) {
        clients.add_number(day);
        days.add_number(40000 + day);
        amounts.add_number(1);
    }
    EXPECT_THAT(Call([&] { return cohort({}, clients, days, amounts, Unit::day); }),
                refuses(Fault::domain, "more than 4000000 cells; choose a longer unit"));
    EXPECT_NO_THROW(cohort({}, clients, days, amounts, Unit::week));
}

TEST(Cohort, RefusesWhatItCannotUse) {
    Sales bad;
    bad.dates = column({"Date", 1.0, 2.0, "x", 3.0, 4.0});
    EXPECT_THAT(Call([&] { return table_of(bad, CohortMeasure::clients); }),
                refuses(Fault::bad_data, "row 4: date is text"));
    bad.dates = column({"Date", 1.0, 2.0, ErrorCell{504}, 3.0, 4.0});
    EXPECT_THAT(Call([&] { return table_of(bad, CohortMeasure::clients); }), passes_on_error(504));
    EXPECT_THAT(Call([] { return table_of({}, CohortMeasure::clients, Unit::month, not_a_number); }),
                refuses(Fault::domain, "asOf must be a date"));
}

TEST(Cohort, AgreesWithThePublishedCdnowCohorts) {
    const CdnowLedger ledger = read_cdnow_master();
    if (ledger.clients.size() == 0)
        GTEST_SKIP() << cdnow_missing;
    const Table clients = cohort({}, ledger.clients, ledger.dates, ledger.amounts);
    EXPECT_EQ(number(clients, 1, 0), date(1997, 1, 1));
    const double counts[] = {7846, 7846, 1157, 964, 810, 679, 736, 720, 582, 559};
    for (std::size_t index = 0; index < std::size(counts); ++index)
        EXPECT_EQ(number(clients, 1, index + 1), counts[index]);

    const Table revenue =
        cohort({}, ledger.clients, ledger.dates, ledger.amounts, Unit::month, CohortMeasure::revenue);
    EXPECT_NEAR(number(revenue, 1, 2), 299060.17, 1e-9);
    EXPECT_NEAR(number(revenue, 1, 3), 61041.69, 1e-9);
    EXPECT_NEAR(number(revenue, 1, 4), 50683.75, 1e-9);
}

} // namespace
} // namespace perennial::metrics::test
