#include "metrics/date_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace perennial::metrics::test {
namespace {

using std::chrono::year;

constexpr Day new_years_eve = year{2024} / 12 / 31;
constexpr Day second_of_january = year{2024} / 1 / 2;

constexpr DateOrder orders[] = {DateOrder::day_first, DateOrder::month_first, DateOrder::year_first};

TEST(ReadDate, KnowsTheYearInFrontInEveryLocale) {
    for (const DateOrder order : orders)
        for (const char* text : {"2024-12-31", "2024/12/31", "2024.12.31", "20241231", "2024年12月31日",
                                 "2024年12月31", "2024 年 12 月 31 日", "2024. 12. 31.", " 2024-12-31\u00A0",
                                 "２０２４／１２／３１", "２０２４年１２月３１日\u3000"})
            EXPECT_EQ(read_date(text, order), new_years_eve) << text;
    EXPECT_EQ(read_date("2024-1-2", DateOrder::month_first), second_of_january);
}

TEST(DateOrderOfPatterns, IsThatOfTheFirstWholeDate) {
    using Patterns = std::vector<std::string>;
    EXPECT_EQ(date_order(Patterns{"D/M/Y", "D/M"}), DateOrder::day_first);
    EXPECT_EQ(date_order(Patterns{"D.M.", "D.M.Y"}), DateOrder::day_first);
    EXPECT_EQ(date_order(Patterns{"M/D", "M/D/Y"}), DateOrder::month_first);
    EXPECT_EQ(date_order(Patterns{"M-D", "M/D", "Y.M.D", "Y年M月D日"}), DateOrder::year_first);
    EXPECT_EQ(date_order(Patterns{"M/D"}), DateOrder::year_first);
    EXPECT_EQ(date_order(Patterns{}), DateOrder::year_first);
}

TEST(ReadDate, CutsOffTheTimeOfDay) {
    for (const char* text : {"2024-12-31 10:30", "2024-12-31T10:30:00Z", "2024-12-31T10:30:00.123+01:00",
                             "2024/12/31 10:30:59 PM", "20241231 10:30"})
        EXPECT_EQ(read_date(text, DateOrder::day_first), new_years_eve) << text;
    for (const char* text : {"2024-12-31 noon", "2024-12-31 10", "2024-12-31 10:", "2024-12-31 10:30 XM"})
        EXPECT_EQ(read_date(text, DateOrder::day_first), std::nullopt) << text;
}

TEST(ReadDate, TakesTheOrderOfDayAndMonthFromTheLocale) {
    EXPECT_EQ(read_date("02/01/2024", DateOrder::day_first), second_of_january);
    EXPECT_EQ(read_date("01/02/2024", DateOrder::month_first), second_of_january);
    EXPECT_EQ(read_date("2-1-2024", DateOrder::day_first), second_of_january);
    EXPECT_EQ(read_date("01/02/2024", DateOrder::year_first), std::nullopt);
}

TEST(ReadDate, KnowsThatPointsPutTheDayInFront) {
    for (const DateOrder order : orders)
        EXPECT_EQ(read_date("31.12.2024", order), new_years_eve);
}

TEST(ReadDate, NeverGuesses) {
    EXPECT_EQ(read_date("31/12/2024", DateOrder::month_first), std::nullopt);
    EXPECT_EQ(read_date("12/31/2024", DateOrder::day_first), std::nullopt);
    for (const char* text : {"", "soon", "n/a", "2024", "2024-12", "12.2024", "2024-13-01", "2024-02-30",
                             "20241331", "2024-12/31", "2024-12-311", "1.2.3.4", "0024-12-31", "31.12.024",
                             "2024年12-31", "24年12月31日", "-2024-12-31"})
        for (const DateOrder order : orders)
            EXPECT_EQ(read_date(text, order), std::nullopt) << text;
}

TEST(ReadDate, PutsYearsOfTwoDigitsFrom1930To2029) {
    EXPECT_EQ(read_date("31.12.24", DateOrder::day_first), new_years_eve);
    EXPECT_EQ(read_date("12/31/24", DateOrder::month_first), new_years_eve);
    EXPECT_EQ(read_date("24/12/31", DateOrder::year_first), new_years_eve);
    EXPECT_EQ(read_date("1.1.29", DateOrder::day_first), Day{year{2029} / 1 / 1});
    EXPECT_EQ(read_date("1.1.30", DateOrder::day_first), Day{year{1930} / 1 / 1});
}

TEST(ReadDate, ReadsNumbersOfEightDigits) {
    EXPECT_EQ(read_date(20241231.0), new_years_eve);
    for (const double number : {20241331.0, 20240230.0, 20241231.5, 45657.0, 202412.0, -20241231.0, 1e300})
        EXPECT_EQ(read_date(number), std::nullopt) << number;
}

} // namespace
} // namespace perennial::metrics::test
