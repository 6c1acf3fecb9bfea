#include "metrics/records.hpp"

#include "cells.hpp"

#include <cstddef>
#include <numeric>
#include <vector>

namespace perennial::metrics::test {
namespace {

std::vector<std::size_t> good_rows(const Records& records) {
    std::vector<std::size_t> found;
    records.each_good([&found](std::size_t row) { found.push_back(row); }, true);
    return found;
}

std::vector<std::size_t> all_but(std::size_t size, std::size_t left_out) {
    std::vector<std::size_t> rows(size);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(left_out));
    return rows;
}

TEST(Records, FindTheFaultyRowWhereverItStandsInARun) {
    constexpr std::size_t run = Records::longest_run;
    for (const std::size_t size : {run - 1, run, run + 1, 2 * run + 1}) {
        for (const std::size_t faulty : {std::size_t{1}, run - 2, run - 1, run, size - 1}) {
            if (faulty >= size)
                continue;
            for (const std::size_t field : {0, 1, 2}) {
                std::vector<std::vector<Cell>> cells(3, std::vector<Cell>(size, 1.0));
                cells[0].assign(size, "a");
                cells[field][faulty] = field == 0 ? Cell("\u00A0") : field == 1 ? Cell("x") : Cell(infinity);
                const Column clients = column_of(cells[0]);
                const Column dates = column_of(cells[1]);
                const Column amounts = column_of(cells[2]);
                const Records records({}, {{"client", &clients, Content::client},
                                           {"date", &dates, Content::date},
                                           {"amount", &amounts, Content::amount}});
                EXPECT_EQ(good_rows(records), all_but(size, faulty)) << size << " " << faulty << " " << field;
                EXPECT_THAT(Call([&] { records.each_good([](std::size_t) {}); }),
                            refuses(Fault::bad_data, "row " + std::to_string(faulty + 1) + ":"));
            }
        }
    }
}

TEST(Records, TakeEmptyCellsForGoodWhereTheyMayBeEmptyAndTheRowIsNot) {
    const Column clients = column({"a", "b", Empty{}, "c"});
    const Column ends = column({1.0, Empty{}, Empty{}, 2.0});
    EXPECT_EQ(good_rows(Records(
                  {}, {{"client", &clients, Content::client}, {"end", &ends, Content::optional_date}})),
              (std::vector<std::size_t>{0, 1, 3}));
    EXPECT_EQ(good_rows(Records({}, {{"end", &ends, Content::optional_date}})),
              (std::vector<std::size_t>{0, 3}));
}

TEST(Records, GiveTheDaysOfRowsThatFollowEachOther) {
    const Column dates = column({-1.5, -1.0, 0.0, 0.5, 45000.99});
    const NullDate null_date{std::chrono::year{1904} / 1 / 1};
    const Records records(null_date, {{"date", &dates, Content::date}});
    std::vector<ShortDay> days(4);
    records.days(0, 1, days);
    for (std::size_t index = 0; index < days.size(); ++index)
        EXPECT_EQ(Day(days[index]), records.day(0, index + 1));
    records.days(0, 0, days);
    EXPECT_EQ(Day(days[0]), null_date.day - std::chrono::days{2});
}

} // namespace
} // namespace perennial::metrics::test
