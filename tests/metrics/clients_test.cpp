#include "metrics/clients.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/clients_functions.hpp"
#include "metrics/cohort.hpp"
#include "metrics/halves.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <utility>

namespace perennial::metrics::test {
namespace {

const std::vector<Value> heading = {"Client",          "First",           "Last",
                                    "Orders",          "Revenue",         "Average order",
                                    "Tenure (months)", "Days since last", "Stage"};

TEST(ClientTable, ComputesTheExamplesOfItsRow) {
    expect_examples<&client_table>(catalog::clients_functions, "CLIENTTABLE");
}

TEST(ClientTable, HasOneRowPerClientByRevenue) {
    const Table table =
        client_table({}, column({"a", "b", "A", 7.0}),
                     column({date(2024, 1, 31), date(2024, 2, 1), date(2024, 4, 30), date(2023, 1, 1)}),
                     column({10.0, 100.0, 20.0, 5.0}));
    EXPECT_EQ(rows(table),
              (std::vector<std::vector<Value>>{
                  heading,
                  {"b", date(2024, 2, 1), date(2024, 2, 1), 1.0, 100.0, 100.0, 2.0, 89.0, "Introduction"},
                  {"A", date(2024, 1, 31), date(2024, 4, 30), 2.0, 30.0, 15.0, 2.0, 0.0, "Introduction"},
                  {7.0, date(2023, 1, 1), date(2023, 1, 1), 1.0, 5.0, 5.0, 15.0, 485.0, "Dormant"},
              }));
}

TEST(ClientTable, PutsClientsOfEqualRevenueInOrderOfTheirNames) {
    const Table table =
        client_table({}, column({"b", "A", "c"}), column({1.0, 1.0, 1.0}), column({5.0, 5.0, 5.0}));
    EXPECT_EQ(table.at(1, 0), Value("A"));
    EXPECT_EQ(table.at(2, 0), Value("b"));
    EXPECT_EQ(table.at(3, 0), Value("c"));
}

TEST(ClientTable, PassesOverRowsAfterAsOf) {
    const Table table = client_table({}, column({"a", "b"}), column({date(2024, 1, 1), date(2024, 2, 2)}),
                                     column({1.0, 2.0}), date(2024, 2, 1));
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(number(table, 1, 6), 1);
    EXPECT_EQ(number(table, 1, 7), 31);
}

TEST(ClientTable, HasNothingButTheHeaderForAnEmptyLedger) {
    EXPECT_EQ(rows(client_table({}, column({}), column({}), column({}))),
              (std::vector<std::vector<Value>>{heading}));
}

TEST(ClientTable, DoesNotDependOnTheOrderOfTheRows) {
    std::mt19937 random(7);
    std::vector<std::vector<Cell>> ledger;
    for (int order = 0; order < 500; ++order) {
        const auto client = std::to_string(random() % 40);
        ledger.push_back({random() % 2 == 0 ? Cell(client) : Cell(std::stod(client)),
                          static_cast<double>(45000 + random() % 400),
                          static_cast<double>(random() % 100000) / 100});
    }
    const auto table = [&] {
        Column columns[3];
        for (const auto& row : ledger)
            for (std::size_t column = 0; column < 3; ++column)
                add(columns[column], row[column]);
        return rows(client_table({}, columns[0], columns[1], columns[2]));
    };
    const auto expected = table();
    for (int turn = 0; turn < 10; ++turn) {
        std::shuffle(ledger.begin(), ledger.end(), random);
        EXPECT_EQ(table(), expected);
    }
}

TEST(ClientTable, RefusesWhatItCannotUse) {
    EXPECT_THAT(Call([] {
                    return client_table({}, column({"a", "b"}), column({1.0, Empty{}}), column({1.0, 1.0}));
                }),
                refuses(Fault::bad_data, "row 2: date is missing"));
    EXPECT_THAT(
        Call([] { return client_table({}, column({"a"}), column({1.0}), column({1.0}), not_a_number); }),
        refuses(Fault::domain, "asOf must be a date"));
    EXPECT_THAT(Call([] { return client_table({}, column({"a"}), column({1.0}), column({ErrorCell{502}})); }),
                passes_on_error(502));
}

TEST(TablesWithARowPerClient, AreTheSameWithoutTheirTextsWhereFiguresAloneAreWanted) {
    const Column clients = column({"a", "b", "A", 7.0});
    const Column dates = column({date(2024, 1, 31), date(2024, 2, 1), date(2024, 4, 30), date(2023, 1, 1)});
    const Column amounts = column({10.0, 100.0, 20.0, 5.0});
    Until figures = date(2024, 5, 1);
    figures.columns = "figures";
    const auto expect_without = [](const Table& whole, std::vector<std::size_t> texts, const Table& table) {
        auto expected = rows(whole);
        std::sort(texts.rbegin(), texts.rend());
        for (auto& row : expected)
            for (const std::size_t column : texts)
                row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
        EXPECT_EQ(rows(table), expected);
    };
    const Until all = *figures.day;
    expect_without(client_table({}, clients, dates, amounts, all), {0, 8},
                   client_table({}, clients, dates, amounts, figures));
    expect_without(rfm({}, clients, dates, amounts, all), {0, 7}, rfm({}, clients, dates, amounts, figures));
    expect_without(rfm_summary({}, clients, dates, amounts, all), {0},
                   rfm_summary({}, clients, dates, amounts, figures));
}

TEST(TablesWithARowPerClient, HaveTheColumnsWantedInTheOrderWanted) {
    const Column clients = column({"a", "b", "A", 7.0});
    const Column dates = column({date(2024, 1, 31), date(2024, 2, 1), date(2024, 4, 30), date(2023, 1, 1)});
    const Column amounts = column({10.0, 100.0, 20.0, 5.0});
    const Until all = date(2024, 5, 1);
    const auto expect_columns = [&](const Table& whole, const std::vector<std::size_t>& places,
                                    const auto& table, const std::string& wanted) {
        Until until = all;
        until.columns = wanted;
        std::vector<std::vector<Value>> expected;
        for (const auto& row : rows(whole)) {
            expected.emplace_back();
            for (const std::size_t place : places)
                expected.back().push_back(row[place]);
        }
        EXPECT_EQ(rows(table(NullDate{}, clients, dates, amounts, until)), expected) << wanted;
    };
    const auto clients_of = [](auto&&... given) { return client_table(given...); };
    const auto scores_of = [](auto&&... given) { return rfm(given...); };
    const auto summary_of = [](auto&&... given) { return rfm_summary(given...); };
    const Table table = client_table({}, clients, dates, amounts, all);
    expect_columns(table, {0, 1, 2, 3, 4, 5, 6, 7, 8}, clients_of, " All ");
    expect_columns(table, {2}, clients_of, "Last");
    expect_columns(table, {0, 4}, clients_of, "client; REVENUE");
    expect_columns(table, {8, 7, 6, 5, 3, 1, 1}, clients_of,
                   "Stage;Days since last;Tenure (months);Average order;Orders;First;First");
    expect_columns(rfm({}, clients, dates, amounts, all), {7, 1, 4, 5, 6, 3, 2, 0}, scores_of,
                   "Code;Recency (days);R;F;M;Monetary;Frequency;Client");
    expect_columns(rfm_summary({}, clients, dates, amounts, all), {4, 1, 2, 3, 0}, summary_of,
                   "Mean repeat value;x;t_x;T;Client");
    for (const std::string wanted : {"Last;", ";", "Lasts", "Client;figures"}) {
        Until until = all;
        until.columns = wanted;
        EXPECT_THAT(Call([&] { return client_table({}, clients, dates, amounts, until); }),
                    refuses(Fault::domain, "is not known; use one of \"Client\", \"First\""))
            << wanted;
    }
}

TEST(TablesWithARowPerClient, HaveTheRowsOfTheClientsNamedAndNoOthers) {
    const Column clients = column({"Zoë", "b", "ZOË", 7.0, "c"});
    const Column dates = column({1.0, 2.0, 3.0, 4.0, 5.0});
    const Column amounts = column({10.0, 100.0, 20.0, 5.0, 1.0});
    const auto named = [](Column names) {
        Until until;
        until.among = std::move(names);
        return until;
    };
    // As the rows of a ledger are compared; whom it does not know, and who is named twice, changes nothing.
    const Until some = named(column({" zoë", "7", "d", "", "zOë ", "\u5e38\u9752"}));
    const auto expect_some = [&](auto table, const std::vector<std::size_t>& expected) {
        const auto whole = rows(table(Until{}));
        std::vector<std::vector<Value>> few = {whole.front()};
        for (const std::size_t row : expected)
            few.push_back(whole.at(row));
        EXPECT_EQ(rows(table(some)), few);
        EXPECT_EQ(table(named({})).rows(), 1);
    };
    // By revenue b, Zoë, 7, c; by name 7, b, c, Zoë.
    expect_some([&](const Until& until) { return client_table({}, clients, dates, amounts, until); }, {2, 3});
    expect_some([&](const Until& until) { return rfm({}, clients, dates, amounts, until); }, {2, 3});
    expect_some([&](const Until& until) { return rfm_summary({}, clients, dates, amounts, until); }, {1, 4});
    EXPECT_THAT(Call([&] { return cohort({}, clients, dates, amounts, {}, {}, some); }),
                refuses(Fault::bad_data, "all clients"));
}

TEST(TablesWithARowPerClient, HaveARowForEachNameWhereThatIsAskedFor) {
    const Column clients = column({"Zoë", "b", "ZOË", 7.0, "c"});
    const Column dates = column({1.0, 2.0, 3.0, 4.0, 5.0});
    const Column amounts = column({10.0, 100.0, 20.0, 5.0, 1.0});
    const auto rows_of = [&](auto table, const std::string& columns, Column names) {
        Until until;
        until.columns = columns;
        until.among = std::move(names);
        auto all = rows(table(NullDate{}, clients, dates, amounts, until));
        all.erase(all.begin());
        return all;
    };
    const auto clients_of = [](auto&&... given) { return client_table(given...); };
    const auto scores_of = [](auto&&... given) { return rfm(given...); };
    const auto summary_of = [](auto&&... given) { return rfm_summary(given...); };
    using Rows = std::vector<std::vector<Value>>;
    const auto names = [] { return column({"7", Empty{}, "nobody", " zoë", "c", "ZOË", Empty{}}); };
    EXPECT_EQ(rows_of(clients_of, "Client;Last;Orders;Revenue;Stage;as named", names()),
              (Rows{{7.0, 4.0, 1.0, 5.0, "Introduction"},
                    {"", "", "", "", ""},
                    {"", "", 0.0, 0.0, ""},
                    {"ZOË", 3.0, 2.0, 30.0, "Introduction"},
                    {"c", 5.0, 1.0, 1.0, "Introduction"},
                    {"", "", 0.0, 0.0, ""},
                    {"", "", "", "", ""}}));
    EXPECT_EQ(rows_of(scores_of, " AS Named ;Frequency;Monetary;Code", column({"d", "c"})),
              (Rows{{0.0, 0.0, ""}, {1.0, 1.0, "411"}}))
        << "three of four are longer ago, none buys less often";
    EXPECT_EQ(rows_of(summary_of, "Client;as named;x", column({"c", Empty{}, "d", "zoë"})),
              (Rows{{"c", 0.0}, {"", ""}, {"", ""}, {"ZOË", 1.0}}));
    for (const auto& [columns, count] :
         {std::pair{"as named", 9U}, {"as named;figures", 7U}, {"all;as named", 9U}})
        EXPECT_EQ(rows_of(clients_of, columns, names()).at(3).size(), count) << columns;
    EXPECT_EQ(rows_of(clients_of, "Revenue;as named", {}), Rows{});
    // Nobody has a row in a ledger without orders.
    Until until;
    until.columns = "Last;Orders;as named";
    until.among = column({"b", Empty{}});
    EXPECT_EQ(rows(client_table({}, {}, {}, {}, until)), (Rows{{"Last", "Orders"}, {"", 0.0}, {"", ""}}));
    until.among.reset();
    EXPECT_EQ(client_table({}, clients, dates, amounts, until).rows(), 5U) << "no names, its own rows";
}

TEST(TablesWithARowPerClient, LieAcrossWhereThatIsAskedFor) {
    const Column clients = column({"a", "b"});
    const Column dates = column({1.0, 2.0});
    const Column amounts = column({10.0, 100.0});
    const auto expect = [&](auto table, const std::string& columns, Table::Shape shape, std::size_t count) {
        Until until;
        until.columns = columns;
        const Table made = table(NullDate{}, clients, dates, amounts, until);
        EXPECT_EQ(made.shape(), shape) << columns;
        EXPECT_EQ(made.columns(), count) << columns;
        EXPECT_EQ(made.rows(), 3U) << columns << ": headings stand in the table, and are not shown";
    };
    const auto clients_of = [](auto&&... given) { return client_table(given...); };
    const auto scores_of = [](auto&&... given) { return rfm(given...); };
    const auto summary_of = [](auto&&... given) { return rfm_summary(given...); };
    expect(clients_of, "", Table::Shape::upright, 9);
    expect(clients_of, "First;Last", Table::Shape::upright, 2);
    expect(clients_of, "First; ACROSS ;Last", Table::Shape::across, 2);
    expect(scores_of, "across", Table::Shape::across, 8);
    expect(summary_of, "figures;across", Table::Shape::across, 4);
}

TEST(ClientTable, HasItsRowsInOrderWhereTheyAreMadeInHalves) {
    for (const std::size_t clients : {many_clients - 1, many_clients, many_clients + 1}) {
        Column names;
        Column dates;
        Column amounts;
        for (std::size_t client = 0; client < clients; ++client) {
            if (client % 3 == 0)
                names.add_number(static_cast<double>(client));
            else
                names.add_text("C" + std::to_string(client));
            dates.add_number(date(2024, 1, 1) - static_cast<double>(client % 2 * 400));
            amounts.add_number(static_cast<double>(clients - client));
        }
        const Table table = client_table({}, names, dates, amounts);
        ASSERT_EQ(table.rows(), clients + 1);
        for (std::size_t client = 0; client < clients; ++client) {
            const Value name =
                client % 3 == 0 ? Value(static_cast<double>(client)) : Value("C" + std::to_string(client));
            ASSERT_EQ(table.at(client + 1, 0), name);
            ASSERT_EQ(number(table, client + 1, 4), static_cast<double>(clients - client));
            ASSERT_EQ(table.at(client + 1, 8), Value(client % 2 == 0 ? "Introduction" : "Dormant"));
        }
    }
}

TEST(Rfm, ComputesTheExamplesOfItsRow) {
    expect_examples<&rfm>(catalog::clients_functions, "RFM");
}

TEST(Rfm, GivesEqualClientsEqualScoresAndTheBestTheHighest) {
    const Table table = rfm({}, column({"a", "b", "c", "d", "e"}),
                            column({100.0, 101.0, 102.0, 102.0, 104.0}), column({1.0, 2.0, 3.0, 3.0, 5.0}));
    EXPECT_EQ(rows(table), (std::vector<std::vector<Value>>{
                               {"Client", "Recency (days)", "Frequency", "Monetary", "R", "F", "M", "Code"},
                               {"e", 0.0, 1.0, 5.0, 5.0, 1.0, 5.0, "515"},
                               {"c", 2.0, 1.0, 3.0, 3.0, 1.0, 3.0, "313"},
                               {"d", 2.0, 1.0, 3.0, 3.0, 1.0, 3.0, "313"},
                               {"b", 3.0, 1.0, 2.0, 2.0, 1.0, 2.0, "212"},
                               {"a", 4.0, 1.0, 1.0, 1.0, 1.0, 1.0, "111"}}));
}

TEST(Rfm, PutsHyphensBetweenScoresOfTwoDigits) {
    EXPECT_EQ(rfm({}, column({"a"}), column({1.0}), column({1.0}), {}, 10).at(1, 7), Value("1-1-1"));
}

TEST(Rfm, RefusesWhatItCannotUse) {
    EXPECT_EQ(rfm({}, column({}), column({}), column({})).rows(), 1U);
    for (const double bad : {1.0, 101.0, 2.5, not_a_number, infinity})
        EXPECT_THAT(Call([bad] { return rfm({}, column({"a"}), column({1.0}), column({1.0}), {}, bad); }),
                    refuses(Fault::domain, "bins must"));
    EXPECT_THAT(Call([] {
                    return rfm({}, column({"a", "b"}), column({1.0, "x"}), column({1.0, 1.0}));
                }),
                refuses(Fault::bad_data, "row 2: date is text"));
}

TEST(RfSummary, ComputesTheExamplesOfItsRow) {
    expect_examples<&rfm_summary>(catalog::clients_functions, "RFSUMMARY");
}

TEST(RfSummary, CountsADayWithSeveralOrdersOnce) {
    const Table table = rfm_summary({}, column({"b", "b", "b", "b", 10.0, 9.0}),
                                    column({100.0, 100.0, 107.2, 107.0, 100.0, 114.0}),
                                    column({1.0, 2.0, 10.0, 20.0, 5.0, 5.0}));
    EXPECT_EQ(rows(table), (std::vector<std::vector<Value>>{{"Client", "x", "t_x", "T", "Mean repeat value"},
                                                            {9.0, 0.0, 0.0, 0.0, ""},
                                                            {10.0, 0.0, 0.0, 2.0, ""},
                                                            {"b", 1.0, 1.0, 2.0, 30.0}}));
}

TEST(RfSummary, CountsInTheUnitGiven) {
    const auto age = [](Unit unit) {
        return number(rfm_summary({}, column({"a"}), column({0.0}), column({1.0}), 1461, unit), 1, 3);
    };
    EXPECT_EQ(age(Unit::day), 1461);
    EXPECT_DOUBLE_EQ(age(Unit::week), 1461.0 / 7);
    EXPECT_EQ(age(Unit::month), 48);
    EXPECT_EQ(age(Unit::quarter), 16);
    EXPECT_EQ(age(Unit::year), 4);
}

TEST(RfSummary, ReadsManyOrdersInHalvesAsOneByOne) {
    // The middle falls into days of different length, and into none.
    for (const int orders_a_day : {1, 7, 1000, static_cast<int>(many_rows) + 10}) {
        struct Client {
            double first = 0, last = 0, days = -1, revenue = 0;
        };
        std::map<std::string, Client> expected;
        Column clients, dates, amounts;
        std::mt19937 random(11);
        double day = 0;
        for (std::size_t row = 0; row < many_rows + 20; ++row) {
            const std::size_t day_number = row / static_cast<std::size_t>(orders_a_day);
            day = 1000.0 + static_cast<double>(day_number);
            const std::string name = "c" + std::to_string(random() % 3000);
            const auto amount = static_cast<double>(random() % 100);
            clients.add_text(name);
            dates.add_number(day);
            amounts.add_number(amount);
            Client& client = expected[name];
            if (client.days < 0)
                client = {day, day, 0, 0};
            if (client.first < day)
                client.revenue += amount;
            if (client.last < day) {
                client.last = day;
                ++client.days;
            }
        }
        const Table table = rfm_summary({}, clients, dates, amounts, {}, Unit::day);
        const std::vector<std::vector<Value>> found = rows(table);
        ASSERT_EQ(found.size(), expected.size() + 1);
        std::size_t row = 0;
        for (const auto& [name, client] : expected) {
            const Value mean = client.days > 0 ? Value(client.revenue / client.days) : Value("");
            ASSERT_EQ(found[++row], (std::vector<Value>{name, client.days, client.last - client.first,
                                                        day - client.first, mean}));
        }
    }
}

TEST(RfSummary, PutsNamesWithTheSameFirstLettersInOrder) {
    const Table table =
        rfm_summary({}, column({"C-0000002", "客户", "c-0000001", 10.0, "C-00000", "C-0000010"}),
                    column({1.0, 1.0, 1.0, 1.0, 1.0, 1.0}), column({1.0, 1.0, 1.0, 1.0, 1.0, 1.0}));
    std::vector<Value> names;
    for (std::size_t index = 1; index < table.rows(); ++index)
        names.push_back(table.at(index, 0));
    EXPECT_EQ(names, (std::vector<Value>{10.0, "C-00000", "c-0000001", "C-0000002", "C-0000010", "客户"}));
}

} // namespace
} // namespace perennial::metrics::test
