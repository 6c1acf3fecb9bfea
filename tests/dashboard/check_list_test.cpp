#include "dashboard/check_list.hpp"

#include "dashboard/recording_canvas.hpp"

#include <gtest/gtest.h>

namespace perennial::dashboard {
namespace {

CheckedSheet orders(std::vector<Finding> findings) {
    return {.kind = SheetKind::ledger,
            .sheet = "Orders",
            .rows_used = 7,
            .findings = std::move(findings),
            .remarks = {}};
}

RecordingCanvas drawn(const CheckedSheet& sheet) {
    RecordingCanvas canvas;
    draw_check_list(canvas, std::span(&sheet, 1), catalog::Language::english);
    return canvas;
}

TEST(CheckList, LinksEachRowToItsCell) {
    const RecordingCanvas canvas = drawn(orders({{"Client's orders", 1, 42, "Date is text"}}));
    EXPECT_EQ(canvas.formulas.at({1, 9}), "=HYPERLINK(\"#'Client''s orders'.B43\";\"B43\")");
    EXPECT_EQ(canvas.texts.at({2, 9}), "Date is text");
}

TEST(CheckList, CountsTheReasonsOfEachSheetTheMostFrequentFirst) {
    const CheckedSheet sheets[] = {
        orders({{"Orders", 1, 4, "Date is text"},
                {"Orders", 0, 5, "Client is missing"},
                {"Orders", 0, 7, "Client is missing"}}),
        {.kind = SheetKind::touches, .sheet = "Log", .rows_used = 1200, .findings = {}, .remarks = {}}};
    RecordingCanvas canvas;
    draw_check_list(canvas, sheets, catalog::Language::english);
    EXPECT_EQ(canvas.texts.at({0, 1}), "3 of 1,210 rows cannot be used");
    EXPECT_EQ(canvas.texts.at({0, 4}), "Orders · Ledger");
    EXPECT_EQ(canvas.formulas.at({1, 4}), "=7");
    EXPECT_EQ(canvas.formulas.at({1, 5}), "=HYPERLINK(\"#'Orders'.A6\";2)");
    EXPECT_EQ(canvas.texts.at({2, 5}), "Client is missing");
    EXPECT_EQ(canvas.formulas.at({1, 6}), "=HYPERLINK(\"#'Orders'.B5\";1)");
    EXPECT_EQ(canvas.texts.at({0, 7}), "Log · Touches");
    EXPECT_EQ(canvas.formulas.at({1, 7}), "=1200");
}

TEST(CheckList, WritesTheUsersWordsAsTextOnly) {
    const RecordingCanvas canvas = drawn(orders({{"=1+1\"&A1", 0, 0, "=HYPERLINK(\"http://example.org\")"}}));
    for (const auto& [spot, formula] : canvas.formulas)
        EXPECT_EQ(formula.find("example.org"), std::string::npos) << formula;
    EXPECT_EQ(canvas.formulas.at({1, 9}), "=HYPERLINK(\"#'=1+1\"\"&A1'.A1\";\"A1\")");
}

TEST(CheckList, SaysWhenThereIsNothingToMend) {
    const RecordingCanvas canvas = drawn(orders({}));
    EXPECT_TRUE(canvas.has_text("All 7 rows can be used"));
    EXPECT_EQ(canvas.formulas.size(), 1U);
    EXPECT_EQ(canvas.grid_.row_heights.size(), 5U);
}

TEST(CheckList, SaysHowManyRowsALongListLeavesOut) {
    const RecordingCanvas canvas =
        drawn(orders(std::vector<Finding>(5000, Finding{"Orders", 1, 7, "Date is text"})));
    EXPECT_EQ(canvas.formulas.size(), 2002U);
    EXPECT_EQ(canvas.formulas.at({1, 5}), "=HYPERLINK(\"#'Orders'.B8\";5000)");
    EXPECT_TRUE(canvas.has_text("5,000 rows cannot be used; the first 2,000:"));
}

TEST(CheckList, FillsTheRowsItLaysOut) {
    for (const std::size_t findings : {0U, 1U, 3000U}) {
        CheckedSheet sheet = orders(std::vector<Finding>(findings, Finding{"Orders", 1, 7, "Date is text"}));
        sheet.remarks = {.text_dates = 3, .text_dates_read = true, .hidden_rows = 1};
        const RecordingCanvas canvas = drawn(sheet);
        EXPECT_EQ(canvas.printed->rows, static_cast<int>(canvas.grid_.row_heights.size()));
    }
}

TEST(CheckSentence, SaysWhatElseAReaderShouldKnow) {
    CheckedSheet sheet = orders({});
    sheet.remarks = {.text_dates = 12, .text_dates_read = false, .hidden_rows = 3};
    const std::span<const CheckedSheet> sheets(&sheet, 1);
    EXPECT_EQ(
        check_sentence(sheets, catalog::Language::english),
        "All 7 rows can be used · Dates that are text and can be read: 12 (map with TextDates=yes) · Hidden "
        "or filtered rows, which count all the same: 3");
    EXPECT_EQ(check_sentence(sheets, catalog::Language::simplified_chinese),
              "全部 7 行都可以使用 · 文本日期，可以读取：12（请用 TextDates=yes 映射） · "
              "被隐藏或筛选掉、照样计入的行：3");
    sheet.remarks.text_dates_read = true;
    EXPECT_EQ(
        with_remarks("Mapped", sheet.remarks, catalog::Language::english),
        "Mapped · Dates written as text, read as dates: 12 · Hidden or filtered rows, which count all the "
        "same: 3");
}

} // namespace
} // namespace perennial::dashboard
