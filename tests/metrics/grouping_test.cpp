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

} // namespace
} // namespace perennial::metrics
