#include "metrics/keyword.hpp"

#include "cells.hpp"

#include "metrics/calendar.hpp"
#include "metrics/lifecycle.hpp"

namespace perennial::metrics::test {
namespace {

TEST(ParseKeyword, KnowsAWordInAnyCaseAndWithBlanks) {
    EXPECT_EQ(parse_keyword<Unit>("month"), Unit::month);
    EXPECT_EQ(parse_keyword<Unit>(" Quarter "), Unit::quarter);
    EXPECT_EQ(parse_keyword<Stage>("DORMANT"), Stage::dormant);
}

TEST(ParseKeyword, NamesTheKnownWordsWhenItKnowsNone) {
    EXPECT_THAT(
        Call([] { return parse_keyword<Unit>("fortnight"); }),
        refuses(Fault::domain, "the keyword \"fortnight\" is not known; use one of \"day\", \"week\""));
    EXPECT_THAT(Call([] { return parse_keyword<Unit>(""); }), refuses(Fault::domain, "is not known"));
}

TEST(ParseKeyword, TakesTheNumberOfANumberedValue) {
    EXPECT_EQ(parse_keyword<Stage>(1.0), Stage::introduction);
    EXPECT_EQ(parse_keyword<Stage>(4.0), Stage::dormant);
}

TEST(ParseKeyword, RefusesNumbersThatStandForNothing) {
    for (const double bad : {0.0, 5.0, 1.5, not_a_number, infinity})
        EXPECT_THAT(Call([bad] { return parse_keyword<Stage>(bad); }),
                    refuses(Fault::domain, "one of 1 to 4"));
    EXPECT_THAT(Call([] { return parse_keyword<Unit>(1.0); }),
                refuses(Fault::domain, "the keyword is the number 1"));
}

TEST(Word, IsTheUsersOwnOrTheEnglishOne) {
    const std::vector<std::string> words = {"引入期", "成长期", "成熟期", "休眠期"};
    EXPECT_EQ(word(Stage::growth, words), "成长期");
    EXPECT_EQ(word(Stage::growth, {}), "Growth");
}

TEST(Word, NeedsOneLabelPerValue) {
    const std::vector<std::string> words = {"a", "b", "c"};
    EXPECT_THAT(Call([&] { return word(Stage::growth, words); }),
                refuses(Fault::domain, "labels must be 4 words, not 3"));
}

} // namespace
} // namespace perennial::metrics::test
