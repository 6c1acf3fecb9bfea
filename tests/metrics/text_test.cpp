#include "metrics/text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace perennial::metrics {
namespace {

TEST(Trim, TakesOffBlanksOfAsciiAndUnicode) {
    EXPECT_EQ(trim("  Anna\t\r\n"), "Anna");
    EXPECT_EQ(trim("\u00A0Anna Berg\u3000"), "Anna Berg");
    EXPECT_EQ(trim("\uFEFFAnna\u200B\u2003"), "Anna");
}

TEST(Trim, TakesOffWhatHasNoWidth) {
    for (const char* invisible : {"\u00AD", "\u180E", "\u200C", "\u200D", "\u200E", "\u200F", "\u202A",
                                  "\u202C", "\u2060", "\u2066", "\u2069", "\uFEFF"})
        EXPECT_EQ(trim(std::string(invisible) + " Anna " + invisible), "Anna");
}

TEST(Trim, LeavesBlanksInsideAndTextsWithoutAny) {
    EXPECT_EQ(trim("Anna  Berg"), "Anna  Berg");
    EXPECT_EQ(trim("常青"), "常青");
    EXPECT_EQ(trim(""), "");
}

TEST(Trim, LeavesNothingOfATextOfBlanks) {
    EXPECT_EQ(trim(" \u00A0\u3000\t"), "");
}

TEST(Trim, LeavesBytesThatAreNoUtf8) {
    EXPECT_EQ(trim("\x80 "), "\x80");
    EXPECT_EQ(trim("\xA0"), "\xA0");
    EXPECT_EQ(trim("Anna\xFF "), "Anna\xFF");
}

TEST(HalfWidth, ReplacesFullWidthCharactersAlone) {
    EXPECT_EQ(half_width("２０２４／１　Ａ客户"), "2024/1 A客户");
    EXPECT_EQ(half_width("Müller\x80"), "Müller\x80");
    EXPECT_EQ(half_width(""), "");
}

TEST(Fold, MakesSpellingsOfOneClientEqual) {
    EXPECT_EQ(fold(" ANNA Berg "), "anna berg");
    EXPECT_EQ(fold("MÜLLER"), fold("müller"));
    EXPECT_EQ(fold("STRASSE"), fold("straße"));
    EXPECT_EQ(fold("Ω"), fold("ω"));
}

TEST(Fold, TreatsComposedAndDecomposedLettersAsOne) {
    EXPECT_EQ(fold("Caf\u00E9"), fold("CAFE\u0301"));
}

TEST(Fold, TakesEachBlankOfUnicodeForAPlainOne) {
    for (const char* blank : {"\u00A0", "\u1680", "\u2003", "\u2009", "\u202F", "\u205F", "\u3000"})
        EXPECT_EQ(fold(std::string("Anna") + blank + "Berg"), "anna berg") << blank;
    EXPECT_EQ(fold("\u5F20\u3000\u4E09"), fold("\u5F20 \u4E09"));
    EXPECT_NE(fold("Anna\u00A0Berg"), fold("AnnaBerg"));
}

TEST(Fold, LeavesOutWhatHasNoWidth) {
    for (const char* invisible :
         {"\u00AD", "\u200B", "\u200D", "\u200E", "\u202A", "\u2060", "\uFE0F", "\uFEFF"})
        EXPECT_EQ(fold(std::string("Anna") + invisible + " Berg" + invisible), "anna berg") << invisible;
    EXPECT_EQ(fold("Anna \uFE0F"), "anna");
}

TEST(Fold, IsTheSameOnceFolded) {
    for (const char* text :
         {" \uFE0F \u00A0Anna\u3000BERG \uFE0F ", "\uFE0F", "\u00A0", "M\u00DCLLER\u00A0AG"})
        EXPECT_EQ(fold(fold(text)), fold(text)) << text;
}

TEST(Fold, LeavesDifferentNamesApart) {
    EXPECT_NE(fold("Anna  Berg"), fold("Anna Berg"));
    EXPECT_NE(fold("Anna"), fold("Ana"));
    EXPECT_NE(fold("Müller"), fold("Muller"));
}

TEST(Fold, KeepsBytesThatAreNoUtf8) {
    EXPECT_EQ(fold("A\xFF"), "a\xFF");
}

TEST(Fold, LeavesChineseCharactersAsTheyAre) {
    std::string all = "A";
    for (unsigned character = 0x4E00; character <= 0x9FFF; ++character) {
        all += static_cast<char>(0xE0 | (character >> 12));
        all += static_cast<char>(0x80 | (character >> 6 & 0x3F));
        all += static_cast<char>(0x80 | (character & 0x3F));
    }
    const std::string folded = fold(all);
    EXPECT_EQ(folded, "a" + all.substr(1));
    // A letter from elsewhere takes the text the way of all others.
    EXPECT_EQ(fold(all + "\u00E9"), folded + "\u00E9");
}

TEST(Fold, FoldsTheNeighboursOfChineseCharacters) {
    EXPECT_EQ(fold("\u9673CAFE\u0301"), fold("\u9673caf\u00E9"));
    EXPECT_EQ(fold("\uF900"), fold("\u8C48"));
    EXPECT_EQ(fold("\u4E00\xE4"), "\u4E00\xE4");
}

TEST(Fold, IsTheSameIntoMemoryThatIsUsedAgain) {
    std::string folded = "a long text from the row before";
    fold(" Anna ", folded);
    EXPECT_EQ(folded, "anna");
}

TEST(LabelWords, KeepsTheWordsAlone) {
    EXPECT_EQ(label_words("  Invoice-No.:\n"), "invoice no");
    EXPECT_EQ(label_words("\uFEFFnumber_of_cds"), "number of cds");
    EXPECT_EQ(label_words("Net total, €"), "net total");
}

TEST(LabelWords, LeavesOutWhatStandsInBrackets) {
    EXPECT_EQ(label_words("Amount (EUR) net"), "amount net");
    EXPECT_EQ(label_words("金额（元）"), "金额");
    EXPECT_EQ(label_words("【必填】客户名称"), "客户名称");
}

TEST(LabelWords, ReadsFullWidthFormsAsPlainOnes) {
    EXPECT_EQ(label_words("Ｃｌｉｅｎｔ　ＩＤ"), "client id");
}

TEST(LabelWords, GivesNothingForBytesThatAreNoUtf8) {
    EXPECT_EQ(label_words("\xFF"), "");
}

TEST(FoldUnlikeOthers, FoldsIdsAndChineseNamesAlone) {
    for (const char* text : {"C00001", "ANNA & CO", "长青", "上海-A", ""}) {
        std::string folded = "before";
        EXPECT_TRUE(fold_unlike_others(text, folded)) << text;
        EXPECT_EQ(folded, fold(text));
    }
    for (const char* text : {"Anna", " C1", "C1\u00A0", "\u3000长青", "ÄNNE", "Ａ", "\xff"}) {
        std::string folded = "before";
        EXPECT_FALSE(fold_unlike_others(text, folded)) << text;
        EXPECT_EQ(folded, "before");
    }
}

} // namespace
} // namespace perennial::metrics
