#pragma once

#include "catalog/function.hpp"
#include "metrics/lifecycle.hpp"

namespace perennial::catalog {

inline constexpr Function lifecycle_functions[] = {
    row<&metrics::lifecycle_stage_word>(Function{
        .name = "LIFECYCLESTAGE",
        .system = System::lifetime_value,
        .summary = "Stage of a client's life: Introduction, Growth, Maturity or Dormant",
        .formula =
            "Dormant if months(last; asOf) ≥ dormantMonths, else by months(first; asOf): < introMonths "
            "Introduction, < growthMonths Growth, else Maturity",
        .arguments =
            {{"first", "Date of the client's first purchase"},
             {"last", "Date of the client's last purchase or contact"},
             {"asOf", "Date for which the stage is wanted"},
             {"dormantMonths", "Optional: whole months since last that make a client dormant, by default 3"},
             {"introMonths", "Optional: whole months since first that Introduction lasts, by default 3"},
             {"growthMonths", "Optional: whole months since first at which Growth ends, by default 12"},
             {"labels", "Optional: four words of your own for Introduction, Growth, Maturity, Dormant"}},
        .examples = {{"=LIFECYCLESTAGE(DATE(2024;1;15);DATE(2024;5;20);DATE(2024;6;30))", "Growth"},
                     {"=LIFECYCLESTAGE(DATE(2024;1;15);DATE(2024;2;20);DATE(2024;6;30))", "Dormant"},
                     {"=LIFECYCLESTAGE(DATE(2022;1;15);DATE(2024;5;20);DATE(2024;6;30))", "Maturity"},
                     {"=LIFECYCLESTAGE(DATE(2024;5;1);DATE(2024;5;20);DATE(2024;6;30);3;3;12;"
                      "{\"new\";\"growing\";\"loyal\";\"asleep\"})",
                      "new"}},
        .errors =
            "Err:502 when the dates are not in the order first, last, asOf, a limit is negative or there "
            "are not four labels",
        .source = "Lifetime value management; months as DATEDIF with \"m\"",
        .see_also = {"CLIENTTABLE", "POTENTIALSCORE"},
    }),
};

} // namespace perennial::catalog
