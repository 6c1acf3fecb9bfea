#include "metrics/table.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <utility>

namespace perennial::metrics {
namespace {

TEST(Table, GivesBackEachCell) {
    Table table(3);
    table.add("name");
    table.add(std::string());
    table.add(Value(std::string("长名")));
    table.add(2.5);
    table.add(Fault::division_by_zero);
    table.add(Value(Fault::missing_value));
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.at(0, 0), Value("name"));
    EXPECT_EQ(table.at(0, 1), Value(""));
    EXPECT_EQ(table.at(0, 2), Value("长名"));
    EXPECT_EQ(table.at(1, 0), Value(2.5));
    EXPECT_EQ(table.at(1, 1), Value(Fault::division_by_zero));
    EXPECT_EQ(table.at(1, 2), Value(Fault::missing_value));
}

TEST(Table, RepeatsATextByItsNumber) {
    Table table(1);
    table.add("first");
    table.add(1.0);
    EXPECT_EQ(table.texts(), 1U);
    table.add("second");
    table.repeat_text(0);
    table.add("third");
    EXPECT_EQ(table.texts(), 3U);
    EXPECT_EQ(table.at(3, 0), Value("first"));
    EXPECT_EQ(table.at(4, 0), Value("third"));
}

TEST(Table, TakesRowsThatAreWrittenInParts) {
    Table table(2);
    table.add("name");
    table.add("figure");
    table.add_rows(3, 2);
    Table::Rows lower = table.rows_from(2, 1);
    Table::Rows upper = table.rows_from(1, 0);
    lower.add("");
    lower.add("长名");
    upper.add("first");
    upper.add(1.0);
    lower.add(2.5);
    lower.repeat_text(1);
    EXPECT_EQ(lower.texts(), 2U);
    table.add("last");
    table.repeat_text(0);
    ASSERT_EQ(table.rows(), 5U);
    EXPECT_EQ(table.at(0, 1), Value("figure"));
    EXPECT_EQ(table.at(1, 0), Value("first"));
    EXPECT_EQ(table.at(1, 1), Value(1.0));
    EXPECT_EQ(table.at(2, 0), Value(""));
    EXPECT_EQ(table.at(2, 1), Value("长名"));
    EXPECT_EQ(table.at(3, 0), Value(2.5));
    EXPECT_EQ(table.at(3, 1), Value("长名"));
    EXPECT_EQ(table.at(4, 0), Value("last"));
    EXPECT_EQ(table.at(4, 1), Value("name"));
    EXPECT_EQ(table.texts(), 3U);
}

TEST(Table, ShowsNamesByTheirNumbers) {
    Names names;
    for (int thing = 0; thing < 3; ++thing)
        names.add();
    names.set(1, "Anna");
    names.set(2, 7.5);
    names.set(1, "长名");
    Table table(1);
    table.add("Client");
    table.add_rows(4, 1);
    Table::Rows rows = table.rows_from(1, 0);
    for (const std::uint32_t thing : {2, 1, 0, 1})
        rows.add_name(thing);
    table.set_names(std::make_shared<const Names>(std::move(names)));
    EXPECT_EQ(table.at(1, 0), Value(7.5));
    EXPECT_EQ(table.at(2, 0), Value("长名"));
    EXPECT_EQ(table.at(3, 0), Value(0.0));
    EXPECT_EQ(table.at(4, 0), Value("长名"));
}

} // namespace
} // namespace perennial::metrics
