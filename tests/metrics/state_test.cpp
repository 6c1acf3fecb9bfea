#include "metrics/state.hpp"

#include "cells.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>
#include <string>

namespace perennial::metrics::test {
namespace {

double state(const Column& first, const Column& second) {
    return state_of(std::array{&first, &second});
}

TEST(StateOf, IsTheSameForTheSameCells) {
    const auto orders = [] { return column({"Anna", 7.0, Empty{}, ErrorCell{502}, "Anna"}); };
    EXPECT_EQ(state(orders(), column({1.0, 2.0})), state(orders(), column({1.0, 2.0})));
}

TEST(StateOf, IsAWholeNumberOfFifteenDigitsAtMost) {
    for (int last = 0; last < 100; ++last) {
        const double number = state(column({"Anna", static_cast<double>(last)}), column({1.0, 2.0}));
        EXPECT_EQ(number, std::floor(number));
        EXPECT_GE(number, 0);
        EXPECT_LT(number, 1e15);
    }
}

TEST(StateOf, TellsApartWhatDiffersInOneCell) {
    const Column other = column({1.0, 2.0});
    const std::array columns = {column({"Anna", "Bert", 7.0, 0.0}),
                                column({"Anna", "Bert", 7.0, Empty{}}),
                                column({"Anna", "Bert", 7.0, ErrorCell{502}}),
                                column({"Anna", "Bert", 7.0, ErrorCell{503}}),
                                column({"Anna", "Bert", 7.0, "Anna"}),
                                column({"Anna", "Bert", 7.0, ""}),
                                column({"Anna", "Bert", 7.0, "7"}),
                                column({"Anna", "Bert", 7.0, 5e-324}),
                                column({"Anna", "Bert", 7.0, 1.0}),
                                column({"Anna", "Bert", 7.0}),
                                column({"Anna", "Bert", 7.0, 0.0, 0.0}),
                                column({"Bert", "Anna", 7.0, 0.0}),
                                column({"anna", "Bert", 7.0, 0.0}),
                                column({"Anna", "Bert", 0.0, 7.0})};
    std::set<double> states;
    for (const Column& each : columns) {
        states.insert(state(each, other));
        states.insert(state(other, each));
    }
    EXPECT_EQ(states.size(), 2 * columns.size());
}

TEST(StateOf, TellsApartWhereTheColumnsMeet) {
    EXPECT_NE(state(column({1.0, 2.0}), column({3.0})), state(column({1.0}), column({2.0, 3.0})));
}

TEST(StateOf, SpreadsStatesOverAllNumbers) {
    std::set<double> states;
    constexpr int cells = 20'000;
    for (int cell = 0; cell < cells; ++cell)
        states.insert(state(column({"Anna"}), column({static_cast<double>(cell) / 100})));
    EXPECT_EQ(states.size(), static_cast<std::size_t>(cells));
    EXPECT_LT(*states.begin(), 1e12);
    EXPECT_GT(*states.rbegin(), 999e12);
}

TEST(TakeState, TakesTheNumberFromBehindTheColumns) {
    std::string words = "Client; Revenue;State=123456789012345";
    EXPECT_EQ(take_state(words).known, 123456789012345.0);
    EXPECT_EQ(words, "Client; Revenue");
    words = "state=7";
    EXPECT_EQ(take_state(words).known, 7.0);
    EXPECT_EQ(words, "");
}

TEST(TakeState, KnowsTheWordByItself) {
    std::string words = " State ";
    EXPECT_TRUE(take_state(words).is_asked_for);
    EXPECT_EQ(words, "");
}

TEST(TakeState, LeavesEverythingElse) {
    for (const char* const other :
         {"", "figures", "Client;Revenue", "Client;state", "state=", "Client;state=", "state=x", "state=7x",
          "state=7;Client", "estate=7", "states", "state 7"}) {
        std::string words = other;
        const StateSaid said = take_state(words);
        EXPECT_FALSE(said.is_asked_for) << other;
        EXPECT_FALSE(said.known) << other;
        EXPECT_EQ(words, other);
    }
}

} // namespace
} // namespace perennial::metrics::test
