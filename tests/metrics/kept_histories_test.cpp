#include "metrics/kept_histories.hpp"

#include "cells.hpp"
#include "metrics/clients.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace perennial::metrics {
namespace {

using test::column;
using test::Empty;

class KeptHistoriesTest : public testing::Test {
protected:
    SharedHistories read(const Until& until = {}, NullDate null_date = {}) {
        return kept.read(null_date, clients, dates, amounts, until);
    }

    Until kept_until(std::optional<double> day) {
        Until until = day;
        until.passes_over_faults = true;
        until.kept = &kept;
        return until;
    }

    KeptHistories kept;
    Column clients = column({"Client", "b", "a", "B ", 7.0, "a", Empty{}});
    Column dates = column({"Date", 100.0, 110.0, 120.0, 130.0, 140.0, 150.0});
    Column amounts = column({"Amount", 1.0, 2.0, 4.0, 8.0, 16.0, 32.0});
};

TEST_F(KeptHistoriesTest, AreReadOnce) {
    clients = column({"Client", "b", "a", "B ", 7.0, "a", "c"});
    const SharedHistories first = read();
    EXPECT_EQ(first->clients.size(), 4U);
    EXPECT_EQ(read(), first);
    const SharedHistories earlier = read(125);
    EXPECT_NE(earlier, first);
    EXPECT_EQ(earlier->clients.size(), 2U);
    EXPECT_EQ(read(125), earlier);
    EXPECT_EQ(read(), first);
}

TEST_F(KeptHistoriesTest, AreReadAnewForWhateverMakesOthers) {
    const auto shown = [&](const SharedHistories& histories) {
        std::vector<double> all;
        for (const History& history : histories->of_client) {
            all.push_back(history.revenue.value());
            all.push_back(serial_of({}, history.first));
        }
        all.push_back(serial_of({}, *histories->as_of));
        return all;
    };
    EXPECT_THAT([&] { read(); }, test::refuses(Fault::bad_data, "client"));
    const Until passing = kept_until({});
    const auto known = shown(read(passing));
    EXPECT_THAT([&] { read(); }, test::refuses(Fault::bad_data, "client"));
    EXPECT_NE(shown(read(passing, {std::chrono::year{1904} / 1 / 1})), known);
    EXPECT_NE(shown(read(kept_until(135))), known);
    Until with_texts = passing;
    with_texts.text_dates = DateOrder::day_first;
    EXPECT_NE(read(with_texts), read(passing));
    const Column doubled = column({"Amount", 2.0, 4.0, 8.0, 16.0, 32.0, 64.0});
    EXPECT_NE(shown(kept.read({}, clients, dates, doubled, passing)), known);
    const Column later = column({"Date", 101.0, 111.0, 121.0, 131.0, 141.0, 151.0});
    EXPECT_NE(shown(kept.read({}, clients, later, amounts, passing)), known);
    const Column alike = column({"Client", "a", "a", "a", "a", "a", "a"});
    EXPECT_NE(shown(kept.read({}, alike, dates, amounts, passing)), known);
    EXPECT_EQ(shown(read(passing)), known);
}

TEST_F(KeptHistoriesTest, GiveTheTablesThatAreReadWithoutThem) {
    const auto same = [](auto table, Until until) {
        const auto known = test::rows(table(until));
        EXPECT_EQ(test::rows(table(until)), known);
        until.kept = nullptr;
        EXPECT_EQ(test::rows(table(until)), known);
        EXPECT_GT(known.size(), 1U);
    };
    for (const std::optional<double> day : {std::optional<double>(), {125.0}, {1000.0}, {125.0}})
        for (const char* const columns : {"", "Client", "Client;as named"}) {
            Until until = kept_until(day);
            until.columns = columns;
            if (*columns != '\0')
                until.among = column({"B", Empty{}, "nobody", "A", "b"});
            same([&](const Until& to) { return client_table({}, clients, dates, amounts, to); }, until);
            same([&](const Until& to) { return rfm({}, clients, dates, amounts, to); }, until);
        }
}

TEST_F(KeptHistoriesTest, TakeNoMoreRoomThanAFewOfManyClientsNeed) {
    constexpr int many = 200'000;
    clients = dates = amounts = {};
    for (int client = 0; client < many; ++client) {
        clients.add_text(fmt::format("C{}", client));
        dates.add_number(100);
        amounts.add_number(1);
    }
    const std::weak_ptr<const ClientHistories> first = read(100);
    const std::weak_ptr<const ClientHistories> second = read(101);
    EXPECT_FALSE(first.expired());
    read(100);
    read(102);
    EXPECT_FALSE(first.expired()) << "asked for again";
    EXPECT_TRUE(second.expired());
}

TEST_F(KeptHistoriesTest, StayWhereOneAloneTakesMoreRoom) {
    constexpr int many = 500'001;
    clients = dates = amounts = {};
    for (int client = 0; client < many; ++client) {
        clients.add_number(client);
        dates.add_number(100);
        amounts.add_number(1);
    }
    EXPECT_EQ(read(100), read(100));
    const std::weak_ptr<const ClientHistories> first = read(100);
    EXPECT_NE(read(101), nullptr);
    EXPECT_TRUE(first.expired());
}

} // namespace
} // namespace perennial::metrics
