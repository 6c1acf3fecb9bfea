#include "metrics/ledger.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/ledger_functions.hpp"

#include "metrics/halves.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace perennial::metrics::test {
namespace {

TEST(ReadLedger, ReadsClientsDaysAndAmounts) {
    const Ledger ledger =
        read_ledger({}, column({"a", "b", "A"}), column({100.5, 90.0, 110.0}), column({1.0, -2.0, 3.5}));
    ASSERT_EQ(ledger.orders.size(), 3U);
    EXPECT_EQ(ledger.clients.size(), 2U);
    EXPECT_EQ(ledger.orders[2].client, ledger.orders[0].client);
    EXPECT_EQ(serial_of({}, ledger.orders[0].day), 100);
    EXPECT_EQ(ledger.orders[1].amount, -2);
    EXPECT_EQ(serial_of({}, *ledger.as_of), 110);
}

TEST(ReadLedger, SkipsTheHeader) {
    EXPECT_EQ(read_ledger({}, column({"Client", "a"}), column({"Date", 100.0}), column({"Amount", 1.0}))
                  .orders.size(),
              1U);
    EXPECT_EQ(
        read_ledger({}, column({1.0, "a"}), column({"Date", 100.0}), column({Empty{}, 1.0})).orders.size(),
        1U);
}

TEST(ReadLedger, SkipsBlankRowsWhereverTheyStand) {
    const Ledger ledger = read_ledger({}, column({Empty{}, "Client", "", "a", "\u00A0", Empty{}}),
                                      column({Empty{}, "Date", Empty{}, 100.0, " ", Empty{}}),
                                      column({" ", "Amount", " ", 1.0, Empty{}, Empty{}}));
    EXPECT_EQ(ledger.orders.size(), 1U);
}

TEST(ReadLedger, IsEmptyForEmptyColumnsAndForAHeaderAlone) {
    EXPECT_TRUE(read_ledger({}, column({}), column({}), column({})).orders.empty());
    const Ledger header = read_ledger({}, column({"Client"}), column({"Date"}), column({"Amount"}));
    EXPECT_TRUE(header.orders.empty());
    EXPECT_FALSE(header.as_of.has_value());
}

TEST(ReadLedger, PassesOverRowsAfterAsOf) {
    const Ledger ledger =
        read_ledger({}, column({"a", "b"}), column({100.9, 101.0}), column({1.0, 2.0}), 100.2);
    EXPECT_EQ(ledger.orders.size(), 1U);
    EXPECT_EQ(ledger.clients.size(), 1U);
    EXPECT_EQ(serial_of({}, *ledger.as_of), 100);
}

TEST(ReadLedger, BearsWithRowsAsFarAsThatIsAskedFor) {
    const Column clients = column({"a", "", "b", "c", "b", "a"});
    const Column dates = column({1.0, 2.0, "soon", 4.0, 5.0, 9.0});
    const Column amounts = column({1.0, 2.0, 3.0, "x", 5.0, 6.0});
    EXPECT_THROW(read_ledger({}, clients, dates, amounts, 5), std::exception);
    Until until = 5;
    until.passes_over_faults = true;
    const Ledger ledger = read_ledger({}, clients, dates, amounts, until);
    ASSERT_EQ(ledger.orders.size(), 2U);
    EXPECT_EQ(ledger.orders[1].amount, 5);
    EXPECT_EQ(ledger.clients.size(), 2U);
    until.day.reset();
    EXPECT_EQ(serial_of({}, *read_ledger({}, clients, dates, amounts, until).as_of), 9);
    until.text_dates = DateOrder::month_first;
    const Ledger read = read_ledger({}, column({"Client", "a", "b", "c", "d"}),
                                    column({"Date", "1/31/1900", "31/1/1900", "1900-02-01", 19000203.0}),
                                    column({"Amount", 1.0, 2.0, 3.0, 4.0}), until);
    ASSERT_EQ(read.orders.size(), 3U);
    EXPECT_EQ(serial_of({}, read.orders[0].day) + 1, serial_of({}, read.orders[1].day));
    EXPECT_EQ(serial_of({}, read.orders[0].day) + 3, serial_of({}, *read.as_of));
}

TEST(ReadLedger, RefusesABadRowEvenAfterAsOf) {
    EXPECT_THAT(Call([] {
                    return read_ledger({}, column({"a", "b"}), column({1.0, 9.0}), column({1.0, "x"}), 5);
                }),
                refuses(Fault::bad_data, "row 2: amount is text"));
}

TEST(ReadLedger, NamesTheRowThatItCannotUse) {
    const auto reading = [](Cell client, Cell date, Cell amount) {
        return Call([=] {
            return read_ledger({}, column({"a", client}), column({100.0, date}), column({1.0, amount}));
        });
    };
    EXPECT_THAT(reading(Empty{}, 1.0, 1.0), refuses(Fault::bad_data, "row 2: client is missing"));
    EXPECT_THAT(reading(" ", 1.0, 1.0), refuses(Fault::bad_data, "row 2: client is missing"));
    EXPECT_THAT(reading("a", Empty{}, 1.0), refuses(Fault::bad_data, "row 2: date is missing"));
    EXPECT_THAT(reading("a", "2024-01-15", 1.0), refuses(Fault::bad_data, "row 2: date is text"));
    EXPECT_THAT(reading("a", 20240131.0, 1.0), refuses(Fault::bad_data, "row 2: date is out of range"));
    EXPECT_THAT(reading("a", not_a_number, 1.0), refuses(Fault::bad_data, "row 2: date is out of range"));
    EXPECT_THAT(reading("a", 1.0, Empty{}), refuses(Fault::bad_data, "row 2: amount is missing"));
    EXPECT_THAT(reading("a", 1.0, "5"), refuses(Fault::bad_data, "row 2: amount is text"));
    EXPECT_THAT(reading("a", 1.0, infinity), refuses(Fault::bad_data, "row 2: amount is out of range"));
    EXPECT_THAT(reading(not_a_number, 1.0, 1.0), refuses(Fault::bad_data, "row 2: client is out of range"));
    EXPECT_THAT(reading(ErrorCell{519}, 1.0, 1.0), passes_on_error(519));
    EXPECT_THAT(reading("a", ErrorCell{32767}, 1.0), passes_on_error(32767));
    EXPECT_THAT(reading("a", 1.0, ErrorCell{532}), passes_on_error(532));
}

TEST(ReadLedger, RefusesColumnsOfUnequalLength) {
    EXPECT_THAT(Call([] {
                    return read_ledger({}, column({"a"}), column({1.0, 2.0}), column({1.0}));
                }),
                refuses(Fault::bad_data, "the column of the client has 1 rows, that of the date 2"));
}

TEST(ReadLedger, RefusesAnAsOfThatIsNoDate) {
    for (const double bad : {not_a_number, infinity, 1e9})
        EXPECT_THAT(Call([bad] { return read_ledger({}, column({}), column({}), column({}), bad); }),
                    refuses(Fault::domain, "asOf must be a date"));
}

TEST(Histories, HoldFirstLastOrdersAndRevenueOfEachClient) {
    const auto all = histories(
        read_ledger({}, column({"a", "b", "a"}), column({110.0, 90.0, 100.0}), column({0.1, 5.0, 0.2})));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(serial_of({}, all[0].first), 100);
    EXPECT_EQ(serial_of({}, all[0].last), 110);
    EXPECT_EQ(all[0].orders, 2U);
    EXPECT_DOUBLE_EQ(all[0].revenue.value(), 0.3);
}

TEST(LedgerCheck, ComputesTheExamplesOfItsRow) {
    expect_examples<&ledger_check>(catalog::ledger_functions, "LEDGERCHECK");
}

TEST(LedgerCheck, ListsEachBadRowOnceWithItsFirstFault) {
    const Table table = ledger_check({}, column({"Client", "a", Empty{}, "b", Empty{}, ErrorCell{519}, "c"}),
                                     column({"Date", 100.0, Empty{}, "soon", 100.0, 100.0, 100.0}),
                                     column({"Amount", 1.0, Empty{}, "x", "x", 1.0, ErrorCell{532}}));
    EXPECT_EQ(rows(table), (std::vector<std::vector<Value>>{{"Row", "Reason"},
                                                            {4.0, "date is text"},
                                                            {5.0, "client is missing"},
                                                            {6.0, "client holds an error"},
                                                            {7.0, "amount holds an error"}}));
}

TEST(LedgerCheck, SaysOkAndCountsTheGoodRows) {
    EXPECT_EQ(rows(ledger_check({}, column({"Client", "a", Empty{}, "b"}),
                                column({"Date", 1.0, Empty{}, 2.0}), column({"Amount", 1.0, Empty{}, 2.0}))),
              (std::vector<std::vector<Value>>{{"Row", "Reason"}, {"OK", 2.0}}));
    EXPECT_EQ(rows(ledger_check({}, column({}), column({}), column({}))),
              (std::vector<std::vector<Value>>{{"Row", "Reason"}, {"OK", 0.0}}));
}

TEST(LedgerCheck, RefusesColumnsOfUnequalLength) {
    EXPECT_THAT(Call([] { return ledger_check({}, column({"a"}), column({}), column({})); }),
                refuses(Fault::bad_data, "has 1 rows"));
}

TEST(CheckLedger, TellsColumnAndReasonForPanelsThatSpeakOtherLanguages) {
    const LedgerReport report =
        check_ledger({}, column({"a", "b"}), column({100.0, 1e9}), column({1.0, 1.0}));
    EXPECT_EQ(report.good, 1U);
    EXPECT_EQ(report.bad,
              (std::vector<BadRow>{{2, static_cast<std::size_t>(LedgerColumn::date), Reason::out_of_range}}));
}

TEST(ReadLedger, TakesTheOrdersUpToAsOfFromTheMiddleOfARun) {
    Column clients;
    Column dates;
    Column amounts;
    constexpr int rows = 2 * static_cast<int>(Records::longest_run) + 10;
    std::vector<double> wanted;
    for (int row = 0; row < rows; ++row) {
        const bool is_late = row % 7 < 3;
        clients.add_text(is_late ? "late" : "C" + std::to_string(row % 5));
        dates.add_number(is_late ? 200 : 100 - row % 2);
        amounts.add_number(row);
        if (!is_late)
            wanted.push_back(row);
    }
    const Ledger ledger = read_ledger({}, clients, dates, amounts, 150);
    ASSERT_EQ(ledger.orders.size(), wanted.size());
    EXPECT_EQ(ledger.clients.size(), 5U);
    EXPECT_FALSE(ledger.is_by_day);
    for (std::size_t index = 0; index < wanted.size(); ++index) {
        const Order& order = ledger.orders[index];
        EXPECT_EQ(order.amount, wanted[index]);
        EXPECT_EQ(serial_of({}, order.day), 100 - static_cast<int>(wanted[index]) % 2);
        EXPECT_EQ(ledger.clients.name(order.client),
                  Value("C" + std::to_string(static_cast<int>(wanted[index]) % 5)));
    }
    const auto known = read_histories({}, clients, dates, amounts, 150);
    EXPECT_EQ(known.of_client[ledger.orders[0].client].orders,
              histories(ledger)[ledger.orders[0].client].orders);
    EXPECT_EQ(known.of_client.size(), 5U);
}

TEST(OrderByDay, PutsOrdersOfOneDayAsTheyStood) {
    Ledger ledger = read_ledger({}, column({"a", "b", "c", "d"}), column({9.0, 5.0, 9.0, 5.0}),
                                column({1.0, 2.0, 3.0, 4.0}));
    EXPECT_FALSE(ledger.is_by_day);
    order_by_day(ledger);
    EXPECT_TRUE(ledger.is_by_day);
    std::vector<double> amounts;
    for (const Order& order : ledger.orders)
        amounts.push_back(order.amount);
    EXPECT_EQ(amounts, (std::vector<double>{2, 4, 1, 3}));
    EXPECT_TRUE(read_ledger({}, column({"a", "b"}), column({5.0, 5.0}), column({1.0, 2.0})).is_by_day);
}

TEST(ReadLedger, SeesOrdersInNoOrderAcrossTwoRuns) {
    Column clients;
    Column dates;
    Column amounts;
    for (std::size_t row = 0; row <= Records::longest_run; ++row) {
        clients.add_text("a");
        dates.add_number(row == Records::longest_run ? 1 : 2);
        amounts.add_number(1);
    }
    EXPECT_FALSE(read_ledger({}, clients, dates, amounts).is_by_day);
}

struct Sheet {
    std::vector<Cell> clients;
    std::vector<Cell> dates;
    std::vector<Cell> amounts;

    void add(Cell client, Cell date, Cell amount) {
        clients.push_back(std::move(client));
        dates.push_back(std::move(date));
        amounts.push_back(std::move(amount));
    }
};

struct Columns {
    explicit Columns(const Sheet& sheet)
        : clients(column_of(sheet.clients)),
          dates(column_of(sheet.dates)),
          amounts(column_of(sheet.amounts)) {}
    /// As many rows as are read in halves, each with the same client and the day that is given for it.
    explicit Columns(const std::function<Cell(std::size_t)>& day_of_row) {
        for (std::size_t row = 0; row < many_rows; ++row) {
            clients.add_text("a");
            add(dates, day_of_row(row));
            amounts.add_number(1);
        }
    }

    Ledger ledger(const Until& until = {}) const { return read_ledger({}, clients, dates, amounts, until); }
    ClientHistories histories(const Until& until = {}) const {
        return read_histories({}, clients, dates, amounts, until);
    }

    Column clients;
    Column dates;
    Column amounts;
};

/// As many rows as are read in halves, a header above them: texts that several spellings share, numbers, also
/// written as texts, clients that only one half knows, late orders, and blank rows where the halves meet.
Sheet sheet_of_two_halves() {
    Sheet sheet;
    sheet.add("Client", "Date", "Amount");
    for (std::size_t row = 0; row < many_rows; ++row) {
        const bool is_upper = row < many_rows / 2;
        const auto number = static_cast<double>(row % 13);
        const double date = 1000 + static_cast<double>(row % 100) + (row % 11 == 0 ? 500 : 0);
        const double amount = static_cast<double>(row % 977) / 100;
        if (row + 2 >= many_rows / 2 && row < many_rows / 2 + 3)
            sheet.add(Empty{}, Empty{}, " ");
        else if (row % 5 == 0)
            sheet.add(row % 2 == 0 ? Cell(number) : Cell(std::to_string(row % 13)), date, amount);
        else if (row % 5 == 1)
            sheet.add(row % 2 == 0 ? "Anna" : " ANNA", date, amount);
        else if (row % 5 == 2)
            sheet.add((is_upper ? 1000 : 2000) + number, date, amount);
        else if (row % 11 == 0)
            sheet.add("late", date, amount);
        else
            sheet.add((is_upper ? "upper " : "lower ") + std::to_string(row % 300), date, amount);
    }
    sheet.add("latest", 1700.0, 1.0);
    return sheet;
}

struct Expected {
    int first = 9999;
    int last = 0;
    std::uint32_t orders = 0;
    int cents = 0;

    bool operator==(const Expected&) const = default;
};

void enter(Expected& expected, int day, int cents) {
    expected.first = std::min(expected.first, day);
    expected.last = std::max(expected.last, day);
    ++expected.orders;
    expected.cents += cents;
}

std::string shown(const Value& name) {
    return std::holds_alternative<double>(name)
               ? std::to_string(static_cast<int>(std::get<double>(name))) + " alone"
               : std::get<std::string>(name);
}

/// What the sheet above says of each client up to a day.
std::map<std::string, Expected> expected_of(const Sheet& sheet, int until) {
    std::map<std::string, Expected> all;
    for (std::size_t row = 1; row < sheet.clients.size(); ++row) {
        const auto* date = std::get_if<double>(&sheet.dates[row]);
        if (date == nullptr || *date > until)
            continue;
        const auto* number = std::get_if<double>(&sheet.clients[row]);
        std::string name = number != nullptr ? std::to_string(static_cast<int>(*number))
                                             : std::get<std::string>(sheet.clients[row]);
        if (name == "Anna" || name == " ANNA")
            name = "ANNA";
        if (number != nullptr && *number >= 1000)
            name += " alone";
        enter(all[name], static_cast<int>(*date),
              static_cast<int>(std::lround(std::get<double>(sheet.amounts[row]) * 100)));
    }
    return all;
}

template <class Known>
std::map<std::string, Expected> found_in(const Known& known, const std::vector<History>& histories) {
    std::map<std::string, Expected> all;
    for (std::uint32_t client = 0; client < histories.size(); ++client)
        all[shown(known.clients.name(client))] = {
            static_cast<int>(serial_of({}, histories[client].first)),
            static_cast<int>(serial_of({}, histories[client].last)), histories[client].orders,
            static_cast<int>(std::lround(histories[client].revenue.value() * 100))};
    return all;
}

TEST(ReadHistories, AreThoseOfTheRowsWhereTheyAreReadInHalves) {
    const Sheet sheet = sheet_of_two_halves();
    const Columns columns(sheet);
    for (const int until : {1200, 9999}) {
        const ClientHistories known = columns.histories(until);
        const auto expected = expected_of(sheet, until);
        EXPECT_EQ(known.clients.size(), known.of_client.size());
        EXPECT_EQ(known.of_client.size(), expected.size());
        EXPECT_EQ(found_in(known, known.of_client), expected);
        EXPECT_EQ(expected.contains("late"), until == 9999);
    }
    EXPECT_EQ(serial_of({}, *columns.histories().as_of), 1700);
}

TEST(ReadLedger, GivesTheOrdersAsTheyStandWhereTheyAreReadInHalves) {
    const Sheet sheet = sheet_of_two_halves();
    const Columns columns(sheet);
    for (const int until : {1200, 9999}) {
        const Ledger ledger = columns.ledger(until);
        EXPECT_EQ(found_in(ledger, histories(ledger)), expected_of(sheet, until));
        EXPECT_FALSE(ledger.is_by_day);
        std::size_t row = 0;
        for (const Order& order : ledger.orders) {
            do
                ++row;
            while (!std::holds_alternative<double>(sheet.dates[row]) ||
                   std::get<double>(sheet.dates[row]) > until);
            ASSERT_EQ(serial_of({}, order.day), std::get<double>(sheet.dates[row])) << row;
            ASSERT_EQ(order.amount, std::get<double>(sheet.amounts[row])) << row;
        }
    }
    EXPECT_EQ(serial_of({}, *columns.ledger().as_of), 1700);
}

TEST(ReadLedger, SeesWhetherOrdersStandByDayAcrossTheHalves) {
    const auto is_by_day = [](std::size_t day_later, std::size_t day_earlier) {
        return Columns([=](std::size_t row) {
                   return Cell(row == day_earlier ? 1.0 : row >= day_later ? 3.0 : 2.0);
               })
            .ledger()
            .is_by_day;
    };
    constexpr std::size_t middle = many_rows / 2;
    EXPECT_TRUE(is_by_day(middle, many_rows));
    EXPECT_TRUE(is_by_day(middle, 0));
    EXPECT_FALSE(is_by_day(middle + 1, middle));
    EXPECT_FALSE(is_by_day(middle, middle - 1));
    EXPECT_FALSE(is_by_day(middle, many_rows - 1));
}

TEST(ReadHistories, NamesTheFirstRowThatItCannotUseWhereTheyAreReadInHalves) {
    const auto reading = [](const std::vector<std::size_t>& bad) {
        return Columns([&bad](std::size_t row) {
            return std::find(bad.begin(), bad.end(), row + 1) == bad.end() ? Cell(1.0) : Cell("soon");
        });
    };
    constexpr std::size_t middle = many_rows / 2;
    for (const auto& bad : {std::vector<std::size_t>{middle, middle + 1},
                            {middle + 1, many_rows},
                            {many_rows},
                            {2, middle + 1}}) {
        const Columns columns = reading(bad);
        const std::string words = "row " + std::to_string(bad.front()) + ": date is text";
        EXPECT_THAT(Call([&columns] { columns.histories(); }), refuses(Fault::bad_data, words));
        EXPECT_THAT(Call([&columns] { columns.ledger(); }), refuses(Fault::bad_data, words));
    }
    Until until;
    until.passes_over_faults = true;
    const Columns columns = reading({middle, middle + 1});
    EXPECT_EQ(columns.histories(until).of_client[0].orders, many_rows - 2);
    EXPECT_EQ(columns.ledger(until).orders.size(), many_rows - 2);
}

} // namespace
} // namespace perennial::metrics::test
