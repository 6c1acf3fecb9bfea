#include "dashboard/check_list.hpp"

#include "dashboard/recording_canvas.hpp"

#include <gtest/gtest.h>

namespace perennial::dashboard {
namespace {

TEST(CheckList, LinksEachRowToItsCell) {
    const Finding findings[] = {{"Client's orders", 1, 42, "Date is text"}};
    RecordingCanvas canvas;
    draw_check_list(canvas, findings, catalog::Language::english);
    EXPECT_EQ(canvas.formulas.at({1, 4}), "=HYPERLINK(\"#'Client''s orders'.B43\";\"B43\")");
    EXPECT_EQ(canvas.texts.at({2, 4}), "Date is text");
}

TEST(CheckList, WritesTheUsersWordsAsTextOnly) {
    const Finding findings[] = {{"=1+1\"&A1", 0, 0, "=HYPERLINK(\"http://example.org\")"}};
    RecordingCanvas canvas;
    draw_check_list(canvas, findings, catalog::Language::english);
    EXPECT_EQ(canvas.formulas.size(), 1U);
    EXPECT_EQ(canvas.formulas.at({1, 4}), "=HYPERLINK(\"#'=1+1\"\"&A1'.A1\";\"A1\")");
}

TEST(CheckList, SaysWhenThereIsNothingToMend) {
    RecordingCanvas canvas;
    draw_check_list(canvas, {}, catalog::Language::english);
    EXPECT_TRUE(canvas.has_text("None: every row can be used"));
    EXPECT_TRUE(canvas.formulas.empty());
}

TEST(CheckList, SaysHowManyRowsALongListLeavesOut) {
    const std::vector<Finding> findings(5000, Finding{"Orders", 1, 7, "Date is text"});
    RecordingCanvas canvas;
    draw_check_list(canvas, findings, catalog::Language::english);
    EXPECT_EQ(canvas.formulas.size(), 2000U);
    EXPECT_TRUE(canvas.has_text("5000 rows cannot be used; the first 2000:"));
}

} // namespace
} // namespace perennial::dashboard
