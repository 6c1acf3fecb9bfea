#include "catalog/differences.hpp"

#include "metrics/clients.hpp"
#include "metrics/cohort.hpp"
#include "metrics/loyalty.hpp"
#include "metrics/ltv.hpp"
#include "metrics/mrr.hpp"
#include "metrics/referral.hpp"
#include "metrics/retention.hpp"
#include "metrics/survival.hpp"

#include "metrics/cells.hpp"
#include "metrics/examples.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace perennial::metrics::test {
namespace {

/// What the formula of an example gives.
double value_of(const Node& node) {
    if (node.kind == Node::Kind::number)
        return node.number;
    if (node.text == "ROUND")
        return std::round(value_of(node.children.at(0)));
    if (node.text == "CHURNRATE")
        return call(&churn_rate, node.children);
    if (node.text == "NETCHURN")
        return call(&net_churn, node.children);
    if (node.text == "GRR")
        return call(&grr, node.children);
    if (node.text == "LTV")
        return call(&ltv, node.children);
    if (node.text == "NPS")
        return call(&nps, node.children);
    throw std::invalid_argument("an example calls an unknown function: " + node.text);
}

TEST(Differences, HaveExamplesThatHold) {
    for (const catalog::Difference& difference : catalog::differences)
        if (!difference.example.formula.empty())
            expect_value(value_of(parsed(difference.example.formula)), difference.example);
}

TEST(Differences, CallFunctionsThatTheirMeasureLinksTo) {
    static const std::set<std::string> of_calc = {"SUM",     "SUMPRODUCT", "INDEX", "AVERAGE",
                                                  "COUNTIF", "COUNTIFS",   "IF",    "IFS",
                                                  "TRUE",    "EDATE",      "MATCH", "ROUND"};
    static const std::regex called("[A-Z]+(?=\\()");
    for (const catalog::Difference& difference : catalog::differences) {
        const auto linked =
            catalog::definitions[static_cast<std::size_t>(difference.measure)].function_list();
        const std::string text = std::string(difference.formula) + ' ' + std::string(difference.note);
        for (std::sregex_iterator found(text.begin(), text.end(), called), end; found != end; ++found)
            EXPECT_TRUE(of_calc.contains(found->str()) ||
                        std::find(linked.begin(), linked.end(), found->str()) != linked.end())
                << difference.tool << ": " << found->str();
    }
}

Table movements(const std::vector<std::string>& clients, const std::vector<double>& starts,
                const std::vector<Cell>& ends, double from, double to, std::optional<double> gap = {}) {
    Column columns[4];
    for (std::size_t row = 0; row < clients.size(); ++row) {
        columns[0].add_text(clients[row]);
        columns[1].add_number(starts[row]);
        add(columns[2], ends[row]);
        columns[3].add_number(100);
    }
    return mrr_movements({}, columns[0], columns[1], columns[2], columns[3], from, to, gap);
}

constexpr std::size_t new_mrr = 2;
constexpr std::size_t reactivation_mrr = 3;
constexpr std::size_t contraction_mrr = 5;
constexpr std::size_t churn_mrr = 6;

// The example of "Churn rate formulas": 100 customers, 12 churned, of whom one came back and one had joined
// in the month, so that 10 are lost.
TEST(Differences, TakeTheStandardChurnOfChartMogulFromTheMovements) {
    std::vector<std::string> clients;
    std::vector<double> starts;
    std::vector<Cell> ends;
    for (int index = 0; index < 100; ++index) {
        clients.push_back("client " + std::to_string(index));
        starts.push_back(date(2024, 1, 1));
        ends.push_back(index < 11 ? Cell(date(2024, 2, 10)) : Cell(Empty{}));
    }
    clients.emplace_back("client 10");
    starts.push_back(date(2024, 2, 20));
    ends.emplace_back(Empty{});
    clients.emplace_back("short");
    starts.push_back(date(2024, 2, 3));
    ends.emplace_back(date(2024, 2, 25));

    const Table table = movements(clients, starts, ends, date(2024, 2, 1), date(2024, 2, 29));
    EXPECT_EQ(churn_rate(number(table, 1, 9 - 1), number(table, 1, 12 - 1)), 0.1);
}

TEST(Differences, CompareTwoPointsInTimeByRetentionFunctions) {
    // Clients before 100, 50, 80, 0, 40 and after 120, 0, 60, 70, 40: gains of clients known before 20,
    // losses 50 + 20.
    EXPECT_DOUBLE_EQ(nrr(270, 20, 70, 0), (120.0 + 0 + 60 + 40) / 270);
    EXPECT_DOUBLE_EQ(grr(270, 70, 0), (100.0 + 0 + 60 + 40) / 270);
}

TEST(Differences, MakeALateReturnNewByAnotherName) {
    const std::vector<double> starts = {date(2024, 1, 1), date(2024, 8, 1)};
    const std::vector<Cell> ends = {date(2024, 3, 1), Empty{}};
    const Table same = movements({"Miller", "Miller"}, starts, ends, date(2024, 8, 1), date(2024, 8, 31));
    EXPECT_EQ(number(same, 1, new_mrr), 0);
    EXPECT_EQ(number(same, 1, reactivation_mrr), 100);
    const Table renamed =
        movements({"Miller", "Miller 2"}, starts, ends, date(2024, 8, 1), date(2024, 8, 31));
    EXPECT_EQ(number(renamed, 1, new_mrr), 100);
    EXPECT_EQ(number(renamed, 1, reactivation_mrr), 0);
}

TEST(Differences, MakeAHoldAContractionByTheGap) {
    const std::vector<std::string> clients = {"Miller", "Miller"};
    const std::vector<double> starts = {date(2024, 1, 1), date(2024, 5, 1)};
    const std::vector<Cell> ends = {date(2024, 3, 1), Empty{}};
    const Table lost = movements(clients, starts, ends, date(2024, 3, 1), date(2024, 3, 31));
    EXPECT_EQ(number(lost, 1, churn_mrr), 100);
    const Table held = movements(clients, starts, ends, date(2024, 3, 1), date(2024, 3, 31), 2);
    EXPECT_EQ(number(held, 1, churn_mrr), 0);
    EXPECT_EQ(number(held, 1, contraction_mrr), 100);
    const Table through =
        movements({"Miller"}, {date(2024, 1, 1)}, {Empty{}}, date(2024, 3, 1), date(2024, 3, 31));
    EXPECT_EQ(number(through, 1, churn_mrr), 0);
    EXPECT_EQ(number(through, 1, contraction_mrr), 0);
}

TEST(Differences, CountReturnsInThePeriodOrLaterFromTheLastOrder) {
    const Column clients =
        column({std::string("A"), std::string("A"), std::string("B"), std::string("B"), std::string("C")});
    const Column dates =
        column({date(2024, 1, 5), date(2024, 6, 3), date(2024, 1, 9), date(2024, 2, 1), date(2024, 1, 31)});
    const Column amounts = column({1.0, 1.0, 1.0, 1.0, 1.0});
    const Table in_period = cohort({}, clients, dates, amounts, Unit::month, CohortMeasure::retention);
    EXPECT_DOUBLE_EQ(number(in_period, 1, 3), 1.0 / 3); // only B ordered in February

    const Table table = client_table({}, clients, dates, amounts);
    double since_february = 0;
    for (std::size_t row = 1; row < table.rows(); ++row)
        since_february += number(table, row, 2) >= date(2024, 2, 1) ? 1 : 0;
    EXPECT_EQ(since_february, 2); // A and B
}

TEST(Differences, GiveTheShareRetainedOfACohortAsSurvival) {
    const Table table = kaplan_meier({column({1.0, 3.0, 6.0, 6.0})}, {column({1.0, 1.0, 0.0, 0.0})});
    EXPECT_EQ(number(table, 2, 0), 3);
    EXPECT_DOUBLE_EQ(number(table, 2, 3), 2.0 / 4);
}

TEST(Differences, FindReturningClientsOfAWindowInTheClientTable) {
    // In January 2024: A with an order of December before, B, and C twice on one day; D long before.
    const Column clients = column({std::string("A"), std::string("A"), std::string("B"), std::string("C"),
                                   std::string("C"), std::string("D")});
    const Column dates = column({date(2023, 12, 1), date(2024, 1, 10), date(2024, 1, 5), date(2024, 1, 3),
                                 date(2024, 1, 3), date(2023, 3, 1)});
    const Column amounts = column({1.0, 1.0, 1.0, 1.0, 1.0, 1.0});
    const double from = date(2024, 1, 1);
    const double to = date(2024, 1, 31);
    const Table table = client_table({}, clients, dates, amounts, to);
    double returning = 0;
    double all = 0;
    for (std::size_t row = 1; row < table.rows(); ++row)
        if (number(table, row, 2) >= from) {
            ++all;
            returning += number(table, row, 3) >= 2 ? 1 : 0;
        }
    EXPECT_DOUBLE_EQ(returning / all, 2.0 / 3);
    EXPECT_EQ(repeat_rate({}, clients, dates, from, to), 0);
}

} // namespace
} // namespace perennial::metrics::test
