#include "metrics/table.hpp"

#include <gtest/gtest.h>

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

TEST(Table, TakesTheRowsOfAnother) {
    Table upper(2);
    upper.add("name");
    upper.add(1.0);
    Table lower(2);
    lower.add("");
    lower.add("长名");
    lower.add(Fault::division_by_zero);
    lower.repeat_text(1);
    upper.add_rows(lower);
    upper.add("last");
    upper.repeat_text(0);
    ASSERT_EQ(upper.rows(), 4U);
    EXPECT_EQ(upper.at(0, 0), Value("name"));
    EXPECT_EQ(upper.at(0, 1), Value(1.0));
    EXPECT_EQ(upper.at(1, 0), Value(""));
    EXPECT_EQ(upper.at(1, 1), Value("长名"));
    EXPECT_EQ(upper.at(2, 0), Value(Fault::division_by_zero));
    EXPECT_EQ(upper.at(2, 1), Value("长名"));
    EXPECT_EQ(upper.at(3, 0), Value("last"));
    EXPECT_EQ(upper.at(3, 1), Value("name"));
    EXPECT_EQ(upper.texts(), 4U);
}

} // namespace
} // namespace perennial::metrics
