#pragma once

#include "catalog/function.hpp"
#include "metrics/clients.hpp"

namespace perennial::catalog {

inline constexpr Function clients_functions[] = {
    row<&metrics::client_table>(Function{
        .name = "CLIENTTABLE",
        .system = System::clients,
        .summary = "Table of all clients with dates, orders, revenue, tenure and stage, by revenue",
        .formula = "Client, First, Last, Orders, Revenue, Average order, Tenure (months), Days since last, "
                   "Stage",
        .arguments = {{"clients", "Column of the clients in the ledger"},
                      {"dates", "Column of the order dates"},
                      {"amounts", "Column of the amounts"},
                      {"asOf", "Optional: date up to which orders count, by default the latest in the data"}},
        .examples = {{"=INDEX(CLIENTTABLE(orders_client;orders_date;orders_amount);2;1)", "Brook & Co"},
                     {"=INDEX(CLIENTTABLE(orders_client;orders_date;orders_amount);2;5)", 930.0},
                     {"=INDEX(CLIENTTABLE(orders_client;orders_date;orders_amount);3;9)", "Introduction"},
                     {"=INDEX(CLIENTTABLE(orders_client;orders_date;orders_amount;DATE(2024;3;31));2;4)",
                      2.0}},
        .errors =
            "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when asOf is no "
            "date",
        .source = "Lifetime value management",
        .see_also = {"LIFECYCLESTAGE", "COHORT", "LEDGERCHECK"},
    }),
};

} // namespace perennial::catalog
