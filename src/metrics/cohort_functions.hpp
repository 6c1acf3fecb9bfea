#pragma once

#include "catalog/function.hpp"
#include "metrics/cohort.hpp"

namespace perennial::catalog {

inline constexpr Function cohort_functions[] = {
    row<&metrics::cohort>(Function{
        .name = "COHORT",
        .system = System::retention,
        .summary = "Table of what became of the clients of each period of first purchase",
        .formula = "row: period of first purchase; column: periods since then; retention = clients ÷ size, "
                   "revenueretention = revenue ÷ revenue of period 0",
        .arguments =
            {{"clients", "Column of the clients in the ledger"},
             {"dates", "Column of the order dates"},
             {"amounts", "Column of the amounts; for counts any numeric column of the same rows"},
             {"unit",
              "Optional: \"day\", \"week\", \"month\", \"quarter\" or \"year\", by default \"month\""},
             {"measure", "Optional: \"clients\", \"retention\", \"orders\", \"revenue\" or "
                         "\"revenueretention\", by default \"clients\""},
             {"asOf", "Optional: date up to which orders count, by default the latest in the data; in a "
                      "range of two cells, a 1 behind the date passes over rows that cannot be used, \"day "
                      "first\", \"month first\" or \"year first\" also reads dates written as text"}},
        .examples =
            {{"=INDEX(COHORT(orders_client;orders_date;orders_amount);2;3)", 3.0},
             {"=INDEX(COHORT(orders_client;orders_date;orders_amount);2;4)", 2.0},
             {"=INDEX(COHORT(orders_client;orders_date;orders_amount;\"month\";\"retention\");2;4)",
              0.6666666667},
             {"=INDEX(COHORT(orders_client;orders_date;orders_amount;\"month\";\"revenue\");2;4)", 470.0},
             {"=INDEX(COHORT(orders_client;orders_date;orders_amount;\"quarter\";\"orders\");2;4)", 3.0}},
        .errors =
            "#VALUE! when a row cannot be used or the columns differ in length, Err:502 for an unknown "
            "keyword or a table of more than 4 million cells, #DIV/0! in a cell of revenueretention when "
            "the revenue of period 0 is 0",
        .source = "Retention system",
        .see_also = {"RETENTIONRATE", "CLIENTTABLE", "LEDGERCHECK"},
    }),
};

} // namespace perennial::catalog
