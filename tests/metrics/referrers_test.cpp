#include "metrics/referrers.hpp"

#include <gtest/gtest.h>

namespace perennial::metrics::test {
namespace {

using Link = Referrers::Link;

TEST(Referrers, HangsClientsBelowTheirReferrers) {
    Referrers referrers;
    EXPECT_EQ(referrers.link(1, 0), Link::made);
    EXPECT_EQ(referrers.link(2, 1), Link::made);
    EXPECT_EQ(referrers.link(2, 1), Link::known);
    EXPECT_EQ(referrers.size(), 3U);
    EXPECT_EQ(referrers.of(0), Referrers::nobody);
    EXPECT_EQ(referrers.of(2), 1U);
}

TEST(Referrers, RefusesASecondReferrer) {
    Referrers referrers;
    referrers.link(1, 0);
    EXPECT_EQ(referrers.link(1, 2), Link::second_referrer);
    EXPECT_EQ(referrers.of(1), 0U);
}

TEST(Referrers, RefusesTheReferralThatClosesACircle) {
    Referrers referrers;
    EXPECT_EQ(referrers.link(5, 5), Link::circle);
    EXPECT_EQ(referrers.link(1, 0), Link::made);
    EXPECT_EQ(referrers.link(2, 1), Link::made);
    EXPECT_EQ(referrers.link(0, 2), Link::circle);
    EXPECT_EQ(referrers.link(0, 5), Link::made);
    EXPECT_EQ(referrers.link(5, 2), Link::circle);
}

TEST(Referrers, GrowAChainOfAMillionFromEitherEnd) {
    constexpr std::uint32_t length = 1'000'000;
    Referrers down;
    Referrers up;
    for (std::uint32_t client = 1; client < length; ++client) {
        ASSERT_EQ(down.link(client, client - 1), Link::made);
        ASSERT_EQ(up.link(length - client, length - client - 1), Link::made);
    }
    EXPECT_EQ(down.link(0, length - 1), Link::circle);
    EXPECT_EQ(up.link(0, length - 1), Link::circle);
}

} // namespace
} // namespace perennial::metrics::test
