#include "metrics/mrr.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/halves.hpp"
#include "metrics/mrr_functions.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace perennial::metrics::test {
namespace {

struct Contract {
    double client;
    double start;
    std::optional<double> end;
    double mrr;
};

Table movements(const std::vector<Contract>& contracts, double from, double to,
                std::optional<double> gap = {}) {
    Column columns[4];
    for (const Contract& contract : contracts) {
        columns[0].add_number(contract.client);
        columns[1].add_number(contract.start);
        if (contract.end)
            columns[2].add_number(*contract.end);
        else
            columns[2].add_empty();
        columns[3].add_number(contract.mrr);
    }
    return mrr_movements({}, columns[0], columns[1], columns[2], columns[3], from, to, gap);
}

/// Start, New, Reactivation, Expansion, Contraction, Churn, End of a row.
std::vector<Value> money(const Table& table, std::size_t index) {
    const auto all = row(table, index);
    return {all.begin() + 1, all.begin() + 8};
}

std::vector<Value> clients(const Table& table, std::size_t index) {
    const auto all = row(table, index);
    return {all.begin() + 8, all.begin() + 13};
}

TEST(MrrMovements, ComputesTheExamplesOfItsRow) {
    expect_examples<&mrr_movements>(catalog::mrr_functions, "MRRMOVEMENTS");
}

TEST(MrrMovements, FollowsAClientThroughItsLife) {
    // 100 from January, 150 from March, nothing from May, 80 from August.
    const Table table = movements({{1, date(2024, 1, 31), date(2024, 5, 1), 100},
                                   {1, date(2024, 3, 1), date(2024, 5, 31), 50},
                                   {1, date(2024, 8, 2), {}, 80}},
                                  date(2024, 1, 1), date(2024, 8, 31));
    ASSERT_EQ(table.rows(), 9U);
    EXPECT_EQ(number(table, 1, 0), date(2024, 1, 1));
    EXPECT_EQ(money(table, 1), (std::vector<Value>{0.0, 100.0, 0.0, 0.0, 0.0, 0.0, 100.0}));
    EXPECT_EQ(clients(table, 1), (std::vector<Value>{0.0, 1.0, 0.0, 0.0, 1.0}));
    EXPECT_EQ(table.at(1, 13), Value(Fault::division_by_zero));
    EXPECT_EQ(money(table, 2), (std::vector<Value>{100.0, 0.0, 0.0, 0.0, 0.0, 0.0, 100.0}));
    EXPECT_EQ(money(table, 3), (std::vector<Value>{100.0, 0.0, 0.0, 50.0, 0.0, 0.0, 150.0}));
    EXPECT_EQ(number(table, 3, 13), 1.5);
    EXPECT_EQ(number(table, 3, 14), 1);
    EXPECT_EQ(money(table, 5), (std::vector<Value>{150.0, 0.0, 0.0, 0.0, 0.0, 150.0, 0.0}));
    EXPECT_EQ(clients(table, 5), (std::vector<Value>{1.0, 0.0, 0.0, 1.0, 0.0}));
    EXPECT_EQ(money(table, 8), (std::vector<Value>{0.0, 0.0, 80.0, 0.0, 0.0, 0.0, 80.0}));
    EXPECT_EQ(clients(table, 8), (std::vector<Value>{0.0, 0.0, 1.0, 0.0, 1.0}));
}

TEST(MrrMovements, TakesAShortGapForAPause) {
    const std::vector<Contract> contracts = {{1, date(2024, 1, 1), date(2024, 3, 1), 100},
                                             {1, date(2024, 5, 1), {}, 120}};
    const Table pause = movements(contracts, date(2024, 3, 1), date(2024, 5, 1), 2);
    EXPECT_EQ(money(pause, 1), (std::vector<Value>{100.0, 0.0, 0.0, 0.0, 100.0, 0.0, 0.0}));
    EXPECT_EQ(clients(pause, 1), (std::vector<Value>{1.0, 0.0, 0.0, 0.0, 1.0}));
    EXPECT_EQ(money(pause, 3), (std::vector<Value>{0.0, 0.0, 0.0, 120.0, 0.0, 0.0, 120.0}));
    const Table churn = movements(contracts, date(2024, 3, 1), date(2024, 5, 1), 1);
    EXPECT_EQ(money(churn, 1), (std::vector<Value>{100.0, 0.0, 0.0, 0.0, 0.0, 100.0, 0.0}));
    EXPECT_EQ(money(churn, 3), (std::vector<Value>{0.0, 0.0, 120.0, 0.0, 0.0, 0.0, 120.0}));
}

TEST(MrrMovements, KnowsClientsFromBeforeTheWindow) {
    const Table table =
        movements({{1, date(2020, 1, 1), date(2020, 6, 1), 10}, {1, date(2024, 1, 10), {}, 10}},
                  date(2024, 1, 1), date(2024, 1, 1));
    EXPECT_EQ(money(table, 1), (std::vector<Value>{0.0, 0.0, 10.0, 0.0, 0.0, 0.0, 10.0}));
}

TEST(MrrMovements, SeesNothingOfAContractWithinOneMonth) {
    const Table table =
        movements({{1, date(2024, 1, 2), date(2024, 1, 30), 10}}, date(2024, 1, 1), date(2024, 2, 1));
    EXPECT_EQ(clients(table, 1), (std::vector<Value>{0.0, 0.0, 0.0, 0.0, 0.0}));
}

TEST(MrrMovements, SeesNoMovementWhenAContractIsSplit) {
    // 0.1 + 0.2 is not 0.3 in doubles, but is the same money.
    const Table table = movements({{1, date(2024, 1, 1), date(2024, 2, 1), 0.3},
                                   {1, date(2024, 2, 1), date(2024, 3, 1), 0.1},
                                   {1, date(2024, 2, 1), date(2024, 3, 1), 0.2}},
                                  date(2024, 2, 1), date(2024, 3, 1));
    EXPECT_EQ(money(table, 1), (std::vector<Value>{0.3, 0.0, 0.0, 0.0, 0.0, 0.0, 0.3}));
    EXPECT_EQ(money(table, 2), (std::vector<Value>{0.3, 0.0, 0.0, 0.0, 0.0, 0.3, 0.0}));
}

TEST(MrrMovements, BalancesForRandomContractsInAnyOrder) {
    std::mt19937 random(5);
    for (int turn = 0; turn < 30; ++turn) {
        std::vector<Contract> contracts(60);
        for (Contract& contract : contracts) {
            contract = {static_cast<double>(random() % 12),
                        static_cast<double>(45000 + random() % 700),
                        {},
                        static_cast<double>(random() % 100000) / 100};
            if (random() % 3 != 0)
                contract.end = contract.start + static_cast<double>(random() % 300);
        }
        const Table table = movements(contracts, 45100, 45800, static_cast<double>(random() % 3));
        for (std::size_t index = 1; index < table.rows(); ++index) {
            const auto cents = [&](std::size_t column) {
                return std::round(number(table, index, column) * 100);
            };
            EXPECT_EQ(cents(1) + cents(2) + cents(3) + cents(4) - cents(5) - cents(6), cents(7));
            EXPECT_EQ(number(table, index, 8) + number(table, index, 9) + number(table, index, 10) -
                          number(table, index, 11),
                      number(table, index, 12));
            if (index > 1) {
                EXPECT_EQ(number(table, index, 1), number(table, index - 1, 7));
            }
            // The end of a month, by its definition.
            const double month_end = index + 1 < table.rows() ? number(table, index + 1, 0) - 1 : 0;
            double active = 0;
            for (const Contract& contract : contracts)
                if (contract.start <= month_end && (!contract.end || *contract.end > month_end))
                    active += contract.mrr;
            if (month_end > 0) {
                EXPECT_EQ(cents(7), std::round(active * 100));
            }
        }
        std::shuffle(contracts.begin(), contracts.end(), random);
        EXPECT_EQ(rows(movements(contracts, 45100, 45800, 0)).size(), table.rows());
    }
}

TEST(MrrMovements, AddsUpManyClients) {
    // As many as are added up in halves: each begins in one of five months and grows two months later.
    const auto contracts = [](std::size_t clients) {
        std::vector<Contract> all;
        for (const bool is_later : {true, false})
            for (std::size_t client = 0; client < clients; ++client) {
                const auto number = static_cast<double>(client);
                const double month = date(2024, 1 + static_cast<int>(client % 5), 10);
                if (is_later)
                    all.push_back({number, month + 60, {}, 2});
                else
                    all.push_back({number, month, month + 60, 1});
            }
        return all;
    };
    const Table some = movements(contracts(5), date(2024, 1, 1), date(2024, 12, 1));
    const Table all = movements(contracts(4 * many_clients), date(2024, 1, 1), date(2024, 12, 1));
    for (std::size_t index = 1; index < some.rows(); ++index) {
        for (std::size_t column = 1; column < 13; ++column)
            EXPECT_EQ(number(all, index, column), number(some, index, column) * many_clients * 4 / 5);
        EXPECT_EQ(all.at(index, 13), some.at(index, 13));
    }
}

TEST(MrrMovements, NamesTheFirstOfManyClientsThatFallsBelowNothing) {
    std::vector<Contract> contracts;
    for (std::size_t client = 0; client < 2 * many_clients; ++client)
        contracts.push_back({static_cast<double>(client), 100, 200, client % 9000 == 8000 ? -1.0 : 1.0});
    EXPECT_THAT(Call([&] { return movements(contracts, 1, 2); }),
                refuses(Fault::bad_data, "the MRR of the client \"8000\" falls below 0"));
}

TEST(MrrMovements, RefusesWhatItCannotUse) {
    EXPECT_THAT(Call([] {
                    return movements({{1, 200, 100, 10}}, 1, 2);
                }),
                refuses(Fault::bad_data, "row 1: end lies before start"));
    EXPECT_THAT(Call([] {
                    return movements({{1, 200, {}, -10}}, 1, 2);
                }),
                refuses(Fault::bad_data, "the MRR of the client \"1\" falls below 0"));
    EXPECT_THAT(Call([] {
                    return movements({{1, 200, {}, 1e13}}, 1, 2);
                }),
                refuses(Fault::bad_data, "row 1: mrr is out of range"));
    EXPECT_THAT(Call([] { return movements({}, 2, 1); }), refuses(Fault::domain, "must not lie after"));
    EXPECT_THAT(Call([] { return movements({}, 1, 2, 0.5); }),
                refuses(Fault::domain, "reactivationGap must be a whole"));
    EXPECT_THAT(Call([] { return movements({}, 1, 2, -1); }),
                refuses(Fault::domain, "reactivationGap must be 0 or more"));
    expect_numbers_required([](double from, double to, double gap) { return movements({}, from, to, gap); },
                            1.0, 2.0, 1.0);
    EXPECT_THAT(Call([] {
                    return mrr_movements({}, column({"a", "b"}), column({1.0, 1.0}),
                                         column({Empty{}, "open"}), column({1.0, 1.0}), 1, 2);
                }),
                refuses(Fault::bad_data, "row 2: end is text"));
    EXPECT_EQ(money(movements({}, 1, 2), 1), (std::vector<Value>{0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0}));
}

} // namespace
} // namespace perennial::metrics::test
