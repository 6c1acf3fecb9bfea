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
    EXPECT_THAT([] { return repeat_rate({}, column({}), column({})); },
                refuses(Fault::division_by_zero, "the number of clients is 0"));
    EXPECT_THAT([] { return repeat_rate({}, column({"a"}), column({100.0}), 200); },
                refuses(Fault::division_by_zero, "the number of clients is 0"));
}

TEST(RepeatRate, RefusesWhatItCannotUse) {
    EXPECT_THAT([] { return repeat_rate({}, column({"a"}), column({100.0}), 200, 100); },
                refuses(Fault::domain, "from (200) must not lie after to (100)"));
    EXPECT_THAT([] { return repeat_rate({}, column({"a"}), column({100.0}), not_a_number); },
                refuses(Fault::domain, "from must be a date"));
    EXPECT_THAT([] { return repeat_rate({}, column({"a"}), column({100.0}), {}, infinity); },
                refuses(Fault::domain, "to must be a date"));
    EXPECT_THAT(
        [] {
            return repeat_rate({}, column({"a", "b"}), column({100.0, "soon"}));
        },
        refuses(Fault::bad_data, "row 2: date is text"));
    EXPECT_THAT([] { return repeat_rate({}, column({"a"}), column({ErrorCell{532}})); },
                passes_on_error(532));
}

} // namespace
} // namespace perennial::metrics::test
