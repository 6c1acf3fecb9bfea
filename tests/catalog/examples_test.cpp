#include "generate/examples.hpp"

#include "catalog/catalog.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <string>

namespace perennial::generate::test {
namespace {

TEST(ExamplesSheet, HoldsEveryExampleWithAVerdict) {
    std::size_t count = 0;
    for (const catalog::Function& function : catalog::functions())
        count += function.example_list().size();
    const std::string sheet = examples();
    static const std::regex verdict("table:style-name=\"verdict\"");
    EXPECT_EQ(std::distance(std::sregex_iterator(sheet.begin(), sheet.end(), verdict), {}), count);
}

TEST(ExamplesSheet, HoldsTheSampleLedgerUnderItsNames) {
    const std::string sheet = examples();
    EXPECT_THAT(sheet, testing::HasSubstr("table:name=\"orders_client\""));
    EXPECT_THAT(sheet, testing::HasSubstr("table:cell-range-address=\"$Orders.$C$1:.$C$13\""));
    EXPECT_THAT(sheet, testing::HasSubstr("office:date-value=\"2024-01-08\""));
    EXPECT_THAT(sheet, testing::HasSubstr("Brook &amp; Co"));
}

} // namespace
} // namespace perennial::generate::test
