#pragma once

#include "catalog/function.hpp"
#include "metrics/loyalty.hpp"

namespace perennial::catalog {

inline constexpr Function loyalty_functions[] = {
    row<&metrics::repeat_rate>(Function{
        .name = "REPEATRATE",
        .system = System::trust,
        .summary = "Share of clients that bought on two or more days",
        .formula = "clients with purchases on two or more days ÷ clients with any",
        .arguments = {{"clients", "Column of the clients in the ledger"},
                      {"dates", "Column of the order dates"},
                      {"from", "Optional: first day of the window, by default the earliest in the data"},
                      {"to", "Optional: last day of the window, by default the latest in the data"}},
        .examples = {{"=REPEATRATE(orders_client;orders_date)", 1.0},
                     {"=REPEATRATE(orders_client;orders_date;DATE(2024;1;1);DATE(2024;2;29))", 0.5}},
        .errors = "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when from lies "
                  "after to, #DIV/0! when nobody bought in the window",
        .source = "Trust compound system",
        .see_also = {"R3INDEX", "COHORT", "CLIENTTABLE"},
    }),
    row<&metrics::renewal_rate>(Function{
        .name = "RENEWALRATE",
        .system = System::trust,
        .summary = "Share of the contracts ending in a window that were renewed",
        .formula = "contracts ending in the window and renewed ÷ contracts ending in it",
        .arguments = {{"ends", "Column of the contracts' end dates"},
                      {"renewed", "Column that holds a date, TRUE or a number above 0 where one was renewed"},
                      {"from", "Optional: first day of the window, by default the earliest in the data"},
                      {"to", "Optional: last day of the window, by default the latest in the data"}},
        .examples = {{"=RENEWALRATE(orders_date;orders_amount)", 1.0}},
        .errors =
            "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when from lies after "
            "to, #DIV/0! when no contract ended in the window",
        .source = "Trust compound system",
        .see_also = {"R3INDEX", "RETENTIONRATE"},
    }),
    row<&metrics::returning_share>(Function{
        .name = "RETURNINGSHARE",
        .system = System::trust,
        .summary = "Share of a window's revenue that came from clients won before it",
        .formula =
            "revenue in the window of clients whose first purchase was before from ÷ revenue in the window",
        .arguments = {{"clients", "Column of the clients in the ledger"},
                      {"dates", "Column of the order dates"},
                      {"amounts", "Column of the amounts"},
                      {"from", "First day of the window"},
                      {"to", "Last day of the window"}},
        .examples =
            {{"=RETURNINGSHARE(orders_client;orders_date;orders_amount;DATE(2024;2;1);DATE(2024;2;29))",
              0.7014925373}},
        .errors =
            "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when from lies after "
            "to, #DIV/0! when there was no revenue in the window",
        .source = "Trust compound system",
        .see_also = {"REPEATRATE", "COHORT"},
    }),
    row<&metrics::average_ticket>(Function{
        .name = "AVERAGETICKET",
        .system = System::trust,
        .summary = "Mean amount per client or per order",
        .formula = "Σ amounts ÷ number of clients or orders",
        .arguments = {{"clients", "Column of the clients in the ledger"},
                      {"amounts", "Column of the amounts"},
                      {"per", "Optional: \"client\" or \"order\", by default \"client\""}},
        .examples = {{"=AVERAGETICKET(orders_client;orders_amount)", 590.0},
                     {"=AVERAGETICKET(orders_client;orders_amount;\"order\")", 196.6666667}},
        .errors = "#VALUE! when a row cannot be used or the columns differ in length, #DIV/0! without orders",
        .source = "Trust compound system",
        .see_also = {"CLIENTTABLE", "RETURNINGSHARE"},
    }),
    row<&metrics::upgrade_time>(Function{
        .name = "UPGRADETIME",
        .system = System::trust,
        .summary = "Days until clients buy a higher tier for the first time",
        .formula = "mean or median of first order in a higher tier − first order",
        .arguments = {{"clients", "Column of the clients in the ledger"},
                      {"dates", "Column of the order dates"},
                      {"tiers", "Column of the tiers, numbers, a higher one is dearer"},
                      {"statistic", "Optional: \"mean\" or \"median\", by default \"mean\""}},
        .examples = {{"=UPGRADETIME(orders_client;orders_date;orders_amount)", 40.5},
                     {"=UPGRADETIME(orders_client;orders_date;orders_amount;\"median\")", 39.0}},
        .errors =
            "#VALUE! when a row cannot be used or the columns differ in length, #N/A when nobody upgraded",
        .source = "Trust compound system",
        .see_also = {"AVERAGETICKET", "FLYWHEELSTAGE"},
    }),
};

} // namespace perennial::catalog
