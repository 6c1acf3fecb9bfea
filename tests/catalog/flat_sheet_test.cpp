#include "generate/flat_sheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace perennial::generate::test {
namespace {

TEST(StoredFormula, GivesFunctionsOfTheCatalogueTheirSavedNames) {
    EXPECT_EQ(stored_formula("=LTV(149;0.05)"), "of:=PERENNIAL.LTV(149;0.05)");
    EXPECT_EQ(stored_formula("=INDEX(COHORT(orders_client;orders_date;orders_amount);2;3)"),
              "of:=INDEX(PERENNIAL.COHORT(orders_client;orders_date;orders_amount);2;3)");
}

TEST(StoredFormula, LeavesTextsNamesAndCalcsOwnFunctionsAlone) {
    EXPECT_EQ(stored_formula("=DATE(2024;1;31)"), "of:=DATE(2024;1;31)");
    EXPECT_EQ(stored_formula("=LTV(1;1;0;\"LTV(\")"), "of:=PERENNIAL.LTV(1;1;0;\"LTV(\")");
    EXPECT_EQ(stored_formula("=LTV_margin+XLTV(1)"), "of:=LTV_margin+XLTV(1)");
}

TEST(MergedCell, CoversTheColumnsToItsRight) {
    const std::string cells = merged(text_cell("Row", "a & b"), 3);
    EXPECT_THAT(cells, testing::HasSubstr("<table:table-cell table:number-columns-spanned=\"3\""));
    EXPECT_THAT(cells, testing::HasSubstr("<text:p>a &amp; b</text:p>"));
    EXPECT_THAT(cells, testing::HasSubstr("<table:covered-table-cell table:number-columns-repeated=\"2\"/>"));
}

TEST(SheetAddress, QuotesWhatAnAddressWouldMisread) {
    EXPECT_EQ(sheet_address("Orders"), "Orders");
    EXPECT_EQ(sheet_address("自检"), "自检");
    EXPECT_EQ(sheet_address("Self-check"), "'Self-check'");
}

TEST(NamedRange, IsACellOrAColumnOfCells) {
    EXPECT_THAT(named_range("all", "Self-check", 3, 4, 4),
                testing::HasSubstr("table:cell-range-address=\"$'Self-check'.$D$4\""));
    EXPECT_THAT(named_range("scores", "Data", 2, 4, 14),
                testing::HasSubstr("table:cell-range-address=\"$Data.$C$4:.$C$14\""));
}

} // namespace
} // namespace perennial::generate::test
