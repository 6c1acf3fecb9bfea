#include "catalog/languages.hpp"
#include "catalog/texts.hpp"
#include "generate/file.hpp"
#include "generate/literal.hpp"
#include "generate/messages.hpp"
#include "generate/po_file.hpp"
#include "generate/translations.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace perennial::generate::test {
namespace {

/// The parts of a text that stay as they are in every language.
std::multiset<std::string> fixed_parts(const std::string& text) {
    static const std::regex fixed(R"(\{[a-z_]+\}|Err:[0-9]+|#[A-Z/0!?]+[!?A]|\borders_[a-z]+\b|"[a-z]+")");
    return {std::sregex_token_iterator(text.begin(), text.end(), fixed), std::sregex_token_iterator()};
}

class Chinese : public testing::TestWithParam<catalog::WrittenLanguage> {
protected:
    std::vector<PoEntry> entries() const {
        return read_po_file(po_folder(PERENNIAL_SOURCE) / fmt::format("{}.po", GetParam().code));
    }
};

TEST_P(Chinese, WritesPercentAsCellsDo) {
    const std::regex apart("[0-9}] %");
    for (const PoEntry& entry : entries())
        EXPECT_FALSE(std::regex_search(entry.translation, apart)) << entry.translation;
}

TEST_P(Chinese, HasEveryText) {
    std::map<std::pair<std::string, std::string>, std::string> known;
    for (const PoEntry& entry : entries())
        known[{entry.context, entry.english}] = entry.translation;
    for (const Message& message : messages())
        EXPECT_NE((known[{std::string(message.context), std::string(message.english)}]), "")
            << GetParam().code << ".po has no translation of " << literal(message.english) << " ("
            << message.note << ")";
}

TEST_P(Chinese, HasNoDoubtfulOrStaleText) {
    std::set<std::pair<std::string, std::string>> wanted;
    for (const Message& message : messages())
        wanted.emplace(message.context, message.english);
    for (const PoEntry& entry : entries()) {
        EXPECT_FALSE(entry.fuzzy) << entry.english;
        EXPECT_FALSE(entry.obsolete) << entry.english;
        EXPECT_TRUE(wanted.contains({entry.context, entry.english}))
            << GetParam().code << ".po translates a text that is gone: " << literal(entry.english);
    }
}

TEST_P(Chinese, KeepsPlaceholdersErrorsAndKeywords) {
    for (const PoEntry& entry : entries())
        EXPECT_EQ(fixed_parts(entry.english), fixed_parts(entry.translation)) << entry.english << '\n'
                                                                              << entry.translation;
}

TEST_P(Chinese, NamesOptionalArgumentsAlike) {
    const std::string start =
        GetParam().language == catalog::Language::simplified_chinese ? "可选：" : "選填：";
    for (const PoEntry& entry : entries())
        EXPECT_EQ(entry.english.starts_with("Optional:"), entry.translation.starts_with(start))
            << entry.translation;
}

INSTANTIATE_TEST_SUITE_P(Both, Chinese, testing::Values(catalog::languages[1], catalog::languages[2]),
                         [](const testing::TestParamInfo<catalog::WrittenLanguage>& language) {
                             return language.param.language == catalog::Language::simplified_chinese
                                        ? "Simplified"
                                        : "Traditional";
                         });

TEST(Translated, GivesTheTextOfTheLanguage) {
    constexpr catalog::Text ledger = catalog::text("Ledger");
    EXPECT_EQ(translated(ledger, catalog::Language::english), "Ledger");
    EXPECT_EQ(translated(ledger, catalog::Language::simplified_chinese), "交易明细");
    EXPECT_EQ(translated(ledger, catalog::Language::traditional_chinese), "交易明細");
}

TEST(Languages, StandInTheOrderOfTheEnumeration) {
    for (std::size_t index = 0; index < std::size(catalog::languages); ++index)
        EXPECT_EQ(static_cast<std::size_t>(catalog::languages[index].language), index);
}

TEST(PoFile, SaysWhyItCannotBeRead) {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / fmt::format("perennial-{}.po", ::getpid());
    write_file(path, "msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n");
    try {
        read_po_file(path);
        ADD_FAILURE() << "the broken file was read";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr(".po:1: missing 'msgstr'"));
    }
    std::filesystem::remove(path);
}

TEST(PoFile, ThatIsMissingIsNamed) {
    EXPECT_THROW(read_po_file("no-such-file.po"), std::runtime_error);
}

TEST(Literal, QuotesWhatCannotStandInOne) {
    EXPECT_EQ(literal("a \"b\" \\ c\n"), R"("a \"b\" \\ c\n")");
}

} // namespace
} // namespace perennial::generate::test
