#include "metrics/column.hpp"

#include "cells.hpp"

#include <string>
#include <utility>

namespace perennial::metrics::test {
namespace {

TEST(Column, StoresEachTextOnce) {
    const Column cells = column({"Anna", "Bert", "Anna", "", 7.0, "anna"});
    EXPECT_EQ(cells.texts(), 4U);
    EXPECT_EQ(cells.text_number(0), cells.text_number(2));
    EXPECT_NE(cells.text_number(0), cells.text_number(5));
    EXPECT_EQ(cells.text(2), "Anna");
    EXPECT_EQ(cells.text(3), "");
    EXPECT_EQ(cells.text_of(cells.text_number(1)), "Bert");
}

TEST(Column, RepeatsATextByItsNumber) {
    Column cells;
    const std::uint32_t anna = cells.add_text("Anna");
    cells.add_text("Bert");
    cells.repeat_text(anna);
    EXPECT_EQ(cells.size(), 3U);
    EXPECT_EQ(cells.text(2), "Anna");
    EXPECT_EQ(cells.texts(), 2U);
}

TEST(Column, GivesAnEmptyTextForACellThatHoldsNone) {
    const Column cells = column({"Anna", 7.0, Empty{}, ErrorCell{502}});
    for (std::size_t row = 1; row < cells.size(); ++row)
        EXPECT_EQ(cells.text(row), "");
    EXPECT_EQ(cells.error(3), 502);
}

TEST(Column, KnowsTextsOfBlanks) {
    const Column cells = column({"", " \u3000", "x ", "\xff"});
    EXPECT_TRUE(cells.is_blank_text(cells.text_number(0)));
    EXPECT_TRUE(cells.is_blank_text(cells.text_number(1)));
    EXPECT_FALSE(cells.is_blank_text(cells.text_number(2)));
    EXPECT_FALSE(cells.is_blank_text(cells.text_number(3)));
}

TEST(Column, KeepsTheNumbersOfItsTextsWhileItGrows) {
    Column cells;
    for (int row = 0; row < 100000; ++row)
        EXPECT_EQ(cells.add_text(std::to_string(row % 50000)), static_cast<std::uint32_t>(row % 50000));
    EXPECT_EQ(cells.texts(), 50000U);
    EXPECT_EQ(cells.text(99999), "49999");
}

TEST(Column, GivesTheCellsFromARowOn) {
    const Column cells = column({"Client", "Anna", 7.0});
    const Column rest = cells.from(1);
    ASSERT_EQ(rest.size(), 2U);
    EXPECT_EQ(rest.text(0), "Anna");
    EXPECT_EQ(rest.number(1), 7);
    EXPECT_EQ(cells.from(9).size(), 0U);
}

TEST(Column, KnowsARangeOfFilledTexts) {
    const Column cells = column({"Anna", "Bert", 7.0, "Cleo", " ", Empty{}});
    EXPECT_TRUE(cells.are_filled_texts(0, 2));
    EXPECT_FALSE(cells.are_filled_texts(0, 3));
    EXPECT_TRUE(cells.are_filled_texts(3, 4));
    EXPECT_FALSE(cells.are_filled_texts(3, 5));
    EXPECT_FALSE(cells.from(3).are_filled_texts(0, 2));
    EXPECT_FALSE(cells.are_filled_texts(5, 6));
}

TEST(Column, ReadsTheNumbersOfTextsWhereAllCellsHoldOne) {
    const Column cells = column({"a", "b", "a", " ", 1.0, "b", Empty{}});
    std::vector<std::uint32_t> numbers(4);
    EXPECT_TRUE(cells.read_texts(0, numbers));
    EXPECT_EQ(numbers, (std::vector<std::uint32_t>{0, 1, 0, 2}));
    EXPECT_FALSE(cells.read_texts(1, numbers));
    EXPECT_FALSE(cells.read_texts(3, numbers));
    EXPECT_TRUE(cells.read_texts(5, std::span(numbers).first(1)));
    EXPECT_EQ(numbers.front(), 1U);
}

TEST(Column, KnowsARangeOfNumbersWithinLimits) {
    const Column cells = column({1.0, 2.0, Empty{}, 3.0, not_a_number, ErrorCell{502}, "1"});
    EXPECT_TRUE(cells.are_numbers(0, 2, 1, 2.5, false));
    EXPECT_FALSE(cells.are_numbers(0, 2, 1, 2, false));
    EXPECT_FALSE(cells.are_numbers(0, 2, 1.5, 9, false));
    EXPECT_FALSE(cells.are_numbers(0, 3, -9, 9, false));
    EXPECT_TRUE(cells.are_numbers(0, 4, -9, 9, true));
    for (const std::size_t bad : {4, 5, 6})
        EXPECT_FALSE(cells.are_numbers(bad, bad + 1, -9, 9, true)) << bad;
}

} // namespace
} // namespace perennial::metrics::test
