#include "metrics/grouping.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace perennial::metrics {
namespace {

std::vector<std::uint32_t> items(const std::vector<Ranked>& ranks) {
    std::vector<std::uint32_t> found;
    for (const Ranked& rank : ranks)
        found.push_back(rank.item);
    return found;
}

TEST(Ranked, PutsTheSmallestFigureFirstAndEqualOnesAsTheyStand) {
    EXPECT_EQ(items(ranked(std::vector<double>{2, -1, 0.0, 2, -0.0, -3, 1e100, -1e100})),
              (std::vector<std::uint32_t>{7, 5, 1, 2, 4, 0, 3, 6}));
    EXPECT_TRUE(ranked({}).empty());
}

TEST(Ranked, AgreesWithComparing) {
    std::mt19937 random(3);
    std::vector<double> figures;
    for (int item = 0; item < 5000; ++item)
        figures.push_back(
            std::ldexp(static_cast<int>(random() % 2001) - 1000, static_cast<int>(random() % 400) - 200));
    std::vector<std::uint32_t> expected(figures.size());
    std::iota(expected.begin(), expected.end(), 0U);
    std::stable_sort(expected.begin(), expected.end(), [&figures](std::uint32_t left, std::uint32_t right) {
        return figures[left] < figures[right];
    });
    EXPECT_EQ(items(ranked(figures)), expected);
}

TEST(WithKeys, TurnsTheOrderRound) {
    std::vector<Ranked> ranks = with_keys(std::vector<double>{2, -1, 0.0, 2, -0.0, -3}, Direction::falling);
    order_by_key(ranks);
    EXPECT_EQ(items(ranks), (std::vector<std::uint32_t>{0, 3, 2, 4, 1, 5}));
}

TEST(CutByKey, KeepsSmallKeysApartFromLargeOnes) {
    std::mt19937 random(4);
    for (const std::uint32_t count : {0U, 1U, 2U, 10000U}) {
        std::vector<Ranked> whole(count);
        for (std::uint32_t item = 0; item < count; ++item)
            whole[item] = {random() % 1000, item};
        auto [small, large] = cut_by_key(whole);
        EXPECT_GE(small.size(), count / 3);
        EXPECT_GE(large.size(), count / 3);
        order_by_key(whole);
        order_by_key(small);
        order_by_key(large);
        small.insert(small.end(), large.begin(), large.end());
        EXPECT_EQ(items(small), items(whole));
    }
}

TEST(CutByKey, LeavesEqualKeysTogether) {
    const std::vector<Ranked> equal(1000, {7, 1});
    const auto parts = cut_by_key(equal);
    EXPECT_TRUE(parts[0].empty());
    EXPECT_EQ(parts[1].size(), 1000U);
}

TEST(Piles, GiveBackTheirItemsInTheOrderInWhichTheyCame) {
    Piles<int> piles(10);
    std::vector<std::vector<int>> expected(7);
    std::mt19937 random(5);
    for (int item = 0; item < 5000; ++item) {
        const std::size_t pile = random() % 5 + (item > 2000 ? 2 : 0);
        piles.add(pile, item);
        expected[pile].push_back(item);
    }
    ASSERT_EQ(piles.size(), expected.size());
    std::vector<int> found = {1, 2, 3};
    for (std::size_t pile = 0; pile < expected.size(); ++pile) {
        piles.copy(pile, found);
        EXPECT_EQ(found, expected[pile]);
    }
}

TEST(Piles, MayBeFullToTheEndOfABlockOrEmpty) {
    Piles<std::size_t> piles(0);
    std::vector<std::size_t> found;
    for (std::size_t item = 0; item < 200; ++item) {
        piles.add(1, item);
        piles.copy(1, found);
        ASSERT_EQ(found.size(), item + 1);
        EXPECT_EQ(found.back(), item);
    }
    piles.copy(0, found);
    EXPECT_TRUE(found.empty());
}

TEST(EachTie, VisitsItemsWithEqualKeysTogether) {
    std::vector<Ranked> ranks = ranked(std::vector<double>{5, 0.0, 5, -0.0, 1});
    std::vector<std::vector<std::uint32_t>> found;
    each_tie(ranks, [&found](std::span<const Ranked> equal) {
        found.emplace_back();
        for (const Ranked& rank : equal)
            found.back().push_back(rank.item);
    });
    EXPECT_EQ(found, (std::vector<std::vector<std::uint32_t>>{{1, 3}, {4}, {0, 2}}));
}

TEST(FirstLetters, StandInTheOrderOfTheTexts) {
    const std::vector<std::string> ordered = {"", "a", "aa", "abcdefg", "abcdefgh", "b", "客", "\xff"};
    for (std::size_t index = 1; index < ordered.size(); ++index)
        EXPECT_LT(first_letters(ordered[index - 1]), first_letters(ordered[index])) << ordered[index];
    EXPECT_EQ(first_letters("abcdefgh1"), first_letters("abcdefgh2"));
}

TEST(OrderByText, TellsTextsApartWhereTheyBeginToDiffer) {
    const std::string shared(50, 'x');
    std::vector<std::string> texts = {"", shared, shared + std::string(1, '\0'), "ab",
                                      std::string("ab\0", 3)};
    std::mt19937 random(7);
    for (int text = 0; text < 3000; ++text)
        switch (random() % 4) {
        case 0:
            texts.push_back(shared + std::to_string(random() % 100'000));
            break;
        case 1:
            texts.push_back(std::string(random() % 90, 'x'));
            break;
        case 2:
            texts.push_back("上海" + shared + std::to_string(random() % 100) + "公司");
            break;
        default:
            texts.push_back(std::string(random() % 12, '\0'));
        }
    std::vector<Ranked> items;
    for (std::uint32_t item = 0; item < texts.size(); ++item)
        items.push_back({0, item});
    order_by_text(std::span(items), [&texts](std::uint32_t item) { return std::string_view(texts[item]); });
    std::vector<std::string> found;
    for (const Ranked& item : items)
        found.push_back(texts[item.item]);
    std::sort(texts.begin(), texts.end());
    EXPECT_EQ(found, texts);
}

} // namespace
} // namespace perennial::metrics
