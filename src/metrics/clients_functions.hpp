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
                      {"asOf",
                       "Optional: date up to which orders count, by default the latest in the data; in a "
                       "range of two cells, a 1 behind the date passes over rows that cannot be used, \"day "
                       "first\", \"month first\" or \"year first\" also reads dates written as text; a third "
                       "cell \"figures\" leaves out the columns of texts, headings with semicolons between "
                       "them all other columns; cells further down name the only clients to list, with \"as "
                       "named\" among the headings in a row for each"}},
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
    row<&metrics::rfm>(Function{
        .name = "RFM",
        .system = System::clients,
        .summary = "Table of recency, frequency and monetary value of all clients, with scores",
        .formula = "score = 1 + ⌊bins · share of clients that are worse⌋",
        .arguments = {{"clients", "Column of the clients in the ledger"},
                      {"dates", "Column of the order dates"},
                      {"amounts", "Column of the amounts"},
                      {"asOf",
                       "Optional: date up to which orders count, by default the latest in the data; in a "
                       "range of two cells, a 1 behind the date passes over rows that cannot be used, \"day "
                       "first\", \"month first\" or \"year first\" also reads dates written as text; a third "
                       "cell \"figures\" leaves out the columns of texts, headings with semicolons between "
                       "them all other columns; cells further down name the only clients to list, with \"as "
                       "named\" among the headings in a row for each"},
                      {"bins", "Optional: number of scores, from 2 to 100, by default 5"}},
        .examples = {{"=INDEX(RFM(orders_client;orders_date;orders_amount);2;2)", 27.0},
                     {"=INDEX(RFM(orders_client;orders_date;orders_amount);2;8)", "224"}},
        .errors = "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when an "
                  "argument lies "
                  "outside its range",
        .source = "Hughes (1994), Strategic Database Marketing",
        .see_also = {"CLIENTTABLE", "RFSUMMARY"},
    }),
    row<&metrics::rfm_summary>(Function{
        .name = "RFSUMMARY",
        .system = System::clients,
        .summary = "Table of repeat purchases, recency and age of all clients, for the models",
        .formula =
            "x repeat purchase days, t_x first to last purchase, T first purchase to asOf, mean repeat value",
        .arguments =
            {{"clients", "Column of the clients in the ledger"},
             {"dates", "Column of the order dates"},
             {"amounts", "Column of the amounts"},
             {"asOf", "Optional: date up to which orders count, by default the latest in the data; in a "
                      "range of two cells, a 1 behind the date passes over rows that cannot be used, \"day "
                      "first\", \"month first\" or \"year first\" also reads dates written as text; a third "
                      "cell \"figures\" leaves out the columns of texts, headings with semicolons between "
                      "them all other columns; cells further down name the only clients to list, with \"as "
                      "named\" among the headings in a row for each"},
             {"unit",
              "Optional: \"day\", \"week\", \"month\", \"quarter\" or \"year\", by default \"week\""}},
        .examples = {{"=INDEX(RFSUMMARY(orders_client;orders_date;orders_amount);2;2)", 3.0},
                     {"=INDEX(RFSUMMARY(orders_client;orders_date;orders_amount);2;4)", 17.0},
                     {"=INDEX(RFSUMMARY(orders_client;orders_date;orders_amount);2;5)", 160.0}},
        .errors =
            "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when asOf is no date "
            "or the unit is not known",
        .source = "Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way",
        .see_also = {"BGNBDFIT", "GAMMAGAMMAFIT", "RFM"},
    }),
};

} // namespace perennial::catalog
