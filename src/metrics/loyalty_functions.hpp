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
};

} // namespace perennial::catalog
