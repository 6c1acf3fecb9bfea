#pragma once

#include "catalog/function.hpp"
#include "metrics/ledger.hpp"

namespace perennial::catalog {

inline constexpr Function ledger_functions[] = {
    row<&metrics::ledger_check>(Function{
        .name = "LEDGERCHECK",
        .system = System::clients,
        .summary = "Table of the rows of a ledger that cannot be used, with the reason",
        .formula = "Row, Reason; one row \"OK\" and the number of good rows where nothing is wrong",
        .arguments = {{"clients", "Column of the clients in the ledger"},
                      {"dates", "Column of the order dates"},
                      {"amounts", "Column of the amounts"}},
        .examples = {{"=INDEX(LEDGERCHECK(orders_client;orders_date;orders_amount);2;1)", "OK"},
                     {"=INDEX(LEDGERCHECK(orders_client;orders_date;orders_amount);2;2)", 12.0}},
        .errors = "#VALUE! when the columns differ in length",
        .source = "Client value workbook, data check",
        .see_also = {"CLIENTTABLE", "COHORT"},
    }),
};

} // namespace perennial::catalog
