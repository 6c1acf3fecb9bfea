#pragma once

#include "catalog/function.hpp"
#include "metrics/mrr.hpp"

namespace perennial::catalog {

inline constexpr Function mrr_functions[] = {
    row<&metrics::mrr_movements>(Function{
        .name = "MRRMOVEMENTS",
        .system = System::retention,
        .summary = "Table of monthly recurring revenue and what moved it, month by month",
        .formula = "Start + New + Reactivation + Expansion − Contraction − Churn = End",
        .arguments = {{"clients", "Column of the clients in the contracts"},
                      {"starts", "Column of the first days of service"},
                      {"ends", "Column of the first days without service, empty while a contract runs"},
                      {"mrr", "Column of the recurring revenue per month"},
                      {"from", "A date in the first month of the table"},
                      {"to", "A date in the last month of the table"},
                      {"reactivationGap",
                       "Optional: longest pause in months that is no churn, by default 0"}},
        .examples = {{"=INDEX(MRRMOVEMENTS(contracts_client;contracts_start;contracts_end;contracts_mrr;DATE("
                      "2024;1;1);"
                      "DATE(2024;5;31));4;5)",
                      50.0},
                     {"=INDEX(MRRMOVEMENTS(contracts_client;contracts_start;contracts_end;contracts_mrr;DATE("
                      "2024;1;1);"
                      "DATE(2024;5;31));5;7)",
                      300.0},
                     {"=INDEX(MRRMOVEMENTS(contracts_client;contracts_start;contracts_end;contracts_mrr;DATE("
                      "2024;1;1);"
                      "DATE(2024;5;31));6;4)",
                      250.0},
                     {"=INDEX(MRRMOVEMENTS(contracts_client;contracts_start;contracts_end;contracts_mrr;DATE("
                      "2024;1;1);"
                      "DATE(2024;5;31);1);6;5)",
                      250.0}},
        .errors =
            "#VALUE! when a row cannot be used, ends before it starts or the columns differ in length, "
            "Err:502 when from lies after to, #DIV/0! in NRR and GRR of a month that starts without MRR",
        .source = "Retention system",
        .see_also = {"NRR", "GRR", "QUICKRATIO"},
    }),
};

} // namespace perennial::catalog
