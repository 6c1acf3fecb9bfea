#include "metrics/loyalty.hpp"

#include "cells.hpp"
#include "examples.hpp"

#include "metrics/loyalty_functions.hpp"

namespace perennial::metrics::test {
namespace {

TEST(RepeatRate, ComputesTheExamplesOfItsRow) {
    expect_examples<&repeat_rate>(catalog::loyalty_functions, "REPEATRATE");
}

TEST(RepeatRate, CountsOrdersOfOneDayAsOnePurchase) {
    EXPECT_EQ(repeat_rate({}, column({"a", "A "}), column({100.0, 100.9})), 0);
    EXPECT_EQ(repeat_rate({}, column({"a", "A "}), column({100.9, 101.0})), 1);
}

TEST(RepeatRate, IncludesBothEndsOfTheWindow) {
    const Column clients = column({"a", "a", "a"});
    const Column dates = column({100.0, 110.0, 120.0});
    EXPECT_EQ(repeat_rate({}, clients, dates, 100, 110), 1);
    EXPECT_EQ(repeat_rate({}, clients, dates, 101, 110), 0);
    EXPECT_EQ(repeat_rate({}, clients, dates, 110, {}), 1);
    EXPECT_EQ(repeat_rate({}, clients, dates, {}, 109), 0);
}

TEST(RepeatRate, DoesNotExistWithoutClients) {
    EXPECT_THAT(Call([] { return repeat_rate({}, column({}), column({})); }),
                refuses(Fault::division_by_zero, "the number of clients is 0"));
    EXPECT_THAT(Call([] { return repeat_rate({}, column({"a"}), column({100.0}), 200); }),
                refuses(Fault::division_by_zero, "the number of clients is 0"));
}

TEST(RepeatRate, RefusesWhatItCannotUse) {
    EXPECT_THAT(Call([] { return repeat_rate({}, column({"a"}), column({100.0}), 200, 100); }),
                refuses(Fault::domain, "from (200) must not lie after to (100)"));
    EXPECT_THAT(Call([] { return repeat_rate({}, column({"a"}), column({100.0}), not_a_number); }),
                refuses(Fault::domain, "from must be a date"));
    EXPECT_THAT(Call([] { return repeat_rate({}, column({"a"}), column({100.0}), {}, infinity); }),
                refuses(Fault::domain, "to must be a date"));
    EXPECT_THAT(Call([] {
                    return repeat_rate({}, column({"a", "b"}), column({100.0, "soon"}));
                }),
                refuses(Fault::bad_data, "row 2: date is text"));
    EXPECT_THAT(Call([] { return repeat_rate({}, column({"a"}), column({ErrorCell{532}})); }),
                passes_on_error(532));
}

TEST(FurtherLoyalty, ComputesTheExamplesOfItsRows) {
    expect_examples<&renewal_rate>(catalog::loyalty_functions, "RENEWALRATE");
    expect_examples<&returning_share>(catalog::loyalty_functions, "RETURNINGSHARE");
    expect_examples<&average_ticket>(catalog::loyalty_functions, "AVERAGETICKET");
    expect_examples<&upgrade_time>(catalog::loyalty_functions, "UPGRADETIME");
}

TEST(RenewalRate, CountsContractsThatEndInTheWindow) {
    const Column ends = column({"End", 100.0, 200.0, 300.0, Empty{}});
    const Column renewed = column({"Renewed", 1.0, Empty{}, 45000.0, Empty{}});
    EXPECT_DOUBLE_EQ(renewal_rate({}, ends, renewed), 2.0 / 3);
    EXPECT_EQ(renewal_rate({}, ends, renewed, 150, 300), 0.5);
    EXPECT_THAT(Call([&] { return renewal_rate({}, ends, renewed, 400); }),
                refuses(Fault::division_by_zero, "the number of contracts that ended is 0"));
    EXPECT_THAT(Call([&] { return renewal_rate({}, ends, renewed, 2, 1); }),
                refuses(Fault::domain, "must not lie after"));
    EXPECT_THAT(Call([&] {
                    return renewal_rate({}, column({1.0, Empty{}}), column({1.0, 1.0}));
                }),
                refuses(Fault::bad_data, "row 2: end is missing"));
    EXPECT_THAT(Call([&] {
                    return renewal_rate({}, column({1.0, 2.0}), column({1.0, "yes"}));
                }),
                refuses(Fault::bad_data, "row 2: renewed is text"));
}

TEST(ReturningShare, CountsClientsKnownBeforeTheWindow) {
    const Column clients = column({"a", "A", "b", "b"});
    const Column dates = column({100.0, 200.0, 200.0, 201.0});
    const Column amounts = column({5.0, 30.0, 50.0, 20.0});
    EXPECT_EQ(returning_share({}, clients, dates, amounts, 200, 201), 0.3);
    EXPECT_EQ(returning_share({}, clients, dates, amounts, 201, 201), 1);
    EXPECT_EQ(returning_share({}, clients, dates, amounts, 100, 199), 0);
    EXPECT_THAT(Call([&] { return returning_share({}, clients, dates, amounts, 300, 301); }),
                refuses(Fault::division_by_zero, "the revenue of the window is 0"));
    EXPECT_THAT(Call([&] { return returning_share({}, clients, dates, amounts, 2, 1); }),
                refuses(Fault::domain, "must not lie after"));
    expect_numbers_required(
        [&](double from, double to) { return returning_share({}, clients, dates, amounts, from, to); }, 200.0,
        201.0);
}

TEST(AverageTicket, IsPerClientOrPerOrder) {
    const Column clients = column({"Client", "a", "A", "b"});
    const Column amounts = column({"Amount", 10.0, 20.0, 30.0});
    EXPECT_EQ(average_ticket(clients, amounts), 30);
    EXPECT_EQ(average_ticket(clients, amounts, TicketBase::order), 20);
    EXPECT_THAT(Call([] { return average_ticket(column({}), column({})); }),
                refuses(Fault::division_by_zero, "the number of clients is 0"));
    EXPECT_THAT(Call([] { return average_ticket(column({}), column({}), TicketBase::order); }),
                refuses(Fault::division_by_zero, "the number of orders is 0"));
    EXPECT_THAT(Call([] {
                    return average_ticket(column({"a", "b"}), column({1.0, "x"}));
                }),
                refuses(Fault::bad_data, "row 2: amount is text"));
}

TEST(UpgradeTime, CountsFromTheHighestTierOfTheFirstDay) {
    const Column clients = column({"a", "a", "a", "b", "b", "c"});
    const Column dates = column({100.0, 100.0, 130.0, 100.0, 110.0, 100.0});
    const Column tiers = column({1.0, 2.0, 3.0, 1.0, 2.0, 1.0});
    EXPECT_EQ(upgrade_time({}, clients, dates, tiers), 20);
    EXPECT_EQ(upgrade_time({}, clients, dates, tiers, Statistic::median), 20);
    EXPECT_EQ(upgrade_time({}, column({"a", "a", "a"}), column({1.0, 3.0, 2.0}), column({1.0, 2.0, 0.5}),
                           Statistic::median),
              2);
    EXPECT_THAT(Call([] {
                    return upgrade_time({}, column({"a", "a"}), column({1.0, 2.0}), column({2.0, 1.0}));
                }),
                refuses(Fault::missing_value, "no client has bought a higher tier"));
    EXPECT_THAT(Call([] {
                    return upgrade_time({}, column({"a", "a"}), column({1.0, 2.0}), column({2.0, Empty{}}));
                }),
                refuses(Fault::bad_data, "row 2: amount is missing"));
}

} // namespace
} // namespace perennial::metrics::test
