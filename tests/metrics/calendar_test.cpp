#include "metrics/calendar.hpp"

#include "cells.hpp"

namespace perennial::metrics::test {
namespace {

using std::chrono::year;

constexpr Unit units[] = {Unit::day, Unit::week, Unit::month, Unit::quarter, Unit::year};

TEST(DayOf, CountsFromTheNullDateOfTheDocument) {
    // 45306 is 2024-01-15 in a document that counts from 1899-12-30.
    EXPECT_EQ(day_of({}, 45306), Day{year{2024} / 1 / 15});
    EXPECT_EQ(day_of({year{1900} / 1 / 1}, 45306), Day{year{2024} / 1 / 17});
    EXPECT_EQ(day_of({year{1904} / 1 / 1}, 45306), Day{year{2028} / 1 / 16});
}

TEST(DayOf, CutsOffTheTimeOfDay) {
    EXPECT_EQ(day_of({}, 45306.999), day_of({}, 45306));
    EXPECT_EQ(day_of({}, -0.25), day_of({}, -1));
}

TEST(DayOf, HasNoDayForWhatIsNoDate) {
    for (const double bad : {not_a_number, infinity, -infinity, 20240131.0, -1e6, 1e300})
        EXPECT_EQ(day_of({}, bad), std::nullopt) << bad;
}

TEST(RequireDay, NamesTheArgument) {
    EXPECT_THAT(
        Call([] { return require_day("asOf", {}, 20240131); }),
        refuses(Fault::domain, "asOf must be a date in the years 1 to 9999, not the number 20240131"));
}

TEST(SerialOf, IsTheInverseOfDayOf) {
    for (const double serial : {-1.0, 0.0, 45306.0, 2958465.0})
        EXPECT_EQ(serial_of({}, *day_of({}, serial)), serial);
}

TEST(WholeMonths, AreCountedAsByDatedif) {
    const auto months = [](double from, double to) {
        return whole_months(*day_of({}, from), *day_of({}, to));
    };
    EXPECT_EQ(months(date(2024, 1, 31), date(2024, 2, 29)), 0);
    EXPECT_EQ(months(date(2024, 1, 31), date(2024, 3, 31)), 2);
    EXPECT_EQ(months(date(2024, 1, 15), date(2024, 2, 14)), 0);
    EXPECT_EQ(months(date(2024, 1, 15), date(2024, 2, 15)), 1);
    EXPECT_EQ(months(date(2023, 12, 1), date(2024, 12, 1)), 12);
    EXPECT_EQ(months(date(2024, 5, 5), date(2024, 5, 5)), 0);
}

TEST(PeriodOf, PutsEachDayBetweenTheFirstDaysOfTwoPeriods) {
    for (const Unit unit : units)
        for (Day day = year{1899} / 11 / 1; day < Day{year{1904} / 3 / 1}; day += std::chrono::days{1}) {
            const int period = period_of(day, unit);
            EXPECT_LE(first_day(period, unit), day);
            EXPECT_GT(first_day(period + 1, unit), day);
        }
}

TEST(PeriodOf, HoldsBeforeTheEpochAndInTheFirstYear) {
    for (const Unit unit : units) {
        const Day day = year{1} / 1 / 1;
        EXPECT_LE(first_day(period_of(day, unit), unit), day);
        EXPECT_GT(first_day(period_of(day, unit) + 1, unit), day);
    }
}

TEST(FirstDay, OfAWeekIsMonday) {
    EXPECT_EQ(first_day(period_of(year{2024} / 1 / 7, Unit::week), Unit::week), Day{year{2024} / 1 / 1});
    EXPECT_EQ(first_day(period_of(year{2024} / 1 / 8, Unit::week), Unit::week), Day{year{2024} / 1 / 8});
    EXPECT_EQ(first_day(period_of(year{1960} / 2 / 29, Unit::week), Unit::week), Day{year{1960} / 2 / 29});
}

TEST(FirstDay, OfAQuarterIsJanuaryAprilJulyOrOctober) {
    EXPECT_EQ(first_day(period_of(year{2024} / 6 / 30, Unit::quarter), Unit::quarter),
              Day{year{2024} / 4 / 1});
    EXPECT_EQ(first_day(period_of(year{2024} / 12 / 31, Unit::quarter), Unit::quarter),
              Day{year{2024} / 10 / 1});
}

} // namespace
} // namespace perennial::metrics::test
