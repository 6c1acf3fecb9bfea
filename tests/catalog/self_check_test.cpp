#include "generate/self_check.hpp"

#include "catalog/catalog.hpp"
#include "catalog/languages.hpp"
#include "catalog/published.hpp"
#include "generate/flat_sheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <utility>

namespace perennial::generate::test {
namespace {

using testing::HasSubstr;

std::set<std::string> names_of_data() {
    std::set<std::string> names;
    for (const catalog::PublishedTable& table : catalog::published_tables)
        for (const catalog::PublishedColumn& column : table.columns)
            names.emplace(column.name);
    for (const catalog::PublishedParameters& parameters : catalog::published_parameters) {
        names.emplace(parameters.name);
        for (const catalog::PublishedParameter& parameter : parameters.values)
            names.emplace(parameter.name);
    }
    names.erase("");
    return names;
}

TEST(PublishedResults, AreFiguresInThePlainWayOfWritingThem) {
    static const std::regex plain("-?[0-9]+(\\.[0-9]+)?");
    for (const catalog::Published& check : catalog::published)
        EXPECT_TRUE(std::regex_match(std::string(check.figure), plain)) << check.figure;
}

TEST(PublishedResults, AreComputedByFunctionsOfTheCatalogueOverDataOfTheSheet) {
    const std::set<std::string> names = names_of_data();
    std::set<std::string> used;
    static const std::regex quoted("\"[^\"]*\"");
    static const std::regex word("[A-Za-z_]+[(]?");
    for (const catalog::Published& check : catalog::published) {
        EXPECT_THAT(stored_formula(check.formula), HasSubstr("PERENNIAL.")) << check.formula;
        const std::string formula = std::regex_replace(std::string(check.formula), quoted, "");
        for (std::sregex_iterator at(formula.begin(), formula.end(), word), end; at != end; ++at)
            if (at->str().back() != '(') {
                EXPECT_TRUE(names.contains(at->str())) << check.formula;
                used.insert(at->str());
            }
    }
    EXPECT_EQ(used, names) << "data that no check uses";
}

TEST(PublishedResults, NameAPublicationThatIsGivenInFull) {
    for (const catalog::Published& check : catalog::published)
        EXPECT_TRUE(std::any_of(std::begin(catalog::publications), std::end(catalog::publications),
                                [&check](const catalog::Publication& publication) {
                                    return check.source.starts_with(publication.name);
                                }))
            << check.source;
}

TEST(PublishedResults, StandInOneRunPerSection) {
    std::set<std::size_t> left;
    std::size_t section = catalog::published[0].section.index;
    for (const catalog::Published& check : catalog::published) {
        if (check.section.index != section)
            left.insert(std::exchange(section, check.section.index));
        EXPECT_FALSE(left.contains(section)) << catalog::texts[section];
    }
}

TEST(PublishedData, HaveAsManyFiguresInEachColumnOfATable) {
    for (const catalog::PublishedTable& table : catalog::published_tables)
        for (const catalog::PublishedColumn& column : table.columns)
            EXPECT_EQ(column.figures.size(), table.columns[0].figures.size())
                << catalog::texts[table.title.index];
}

class SelfCheckSheet : public testing::TestWithParam<catalog::WrittenLanguage> {
protected:
    std::string sheet() const { return self_check(Translations(PERENNIAL_SOURCE), GetParam().language); }
};

TEST_P(SelfCheckSheet, HoldsEveryCheckWithAVerdict) {
    const std::string content = sheet();
    static const std::regex verdict("table:style-name=\"verdict\"");
    EXPECT_EQ(static_cast<std::size_t>(
                  std::distance(std::sregex_iterator(content.begin(), content.end(), verdict), {})),
              std::size(catalog::published));
    EXPECT_THAT(content, HasSubstr("table:formula=\"of:=INDEX(PERENNIAL.SBGFIT(sbg_high_end);2;2)\""));
    EXPECT_THAT(content, HasSubstr("ROUND([.D8];3)=[.C8]"));
}

TEST_P(SelfCheckSheet, HoldsTheDataUnderTheirNames) {
    const std::string content = sheet();
    for (const std::string& name : names_of_data())
        EXPECT_THAT(content, HasSubstr("table:name=\"" + name + "\""));
}

TEST_P(SelfCheckSheet, LeavesNoPlaceholder) {
    EXPECT_THAT(sheet(), testing::Not(testing::ContainsRegex("[{][a-z]+[}]")));
}

INSTANTIATE_TEST_SUITE_P(All, SelfCheckSheet, testing::ValuesIn(catalog::languages),
                         [](const testing::TestParamInfo<catalog::WrittenLanguage>& language) {
                             return "Language" + std::to_string(language.index);
                         });

TEST(SelfCheckWorkbook, SpeaksTheLanguage) {
    const Translations translations(PERENNIAL_SOURCE);
    const std::string taiwan = self_check(translations, catalog::Language::traditional_chinese);
    EXPECT_THAT(taiwan, HasSubstr("<dc:title>常青自我檢查</dc:title>"));
    EXPECT_THAT(taiwan, HasSubstr("Noto Sans CJK TC"));
    EXPECT_THAT(self_check(translations, catalog::Language::simplified_chinese),
                HasSubstr("<dc:title>常青自检</dc:title>"));
}

} // namespace
} // namespace perennial::generate::test
