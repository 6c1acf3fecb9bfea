#pragma once

#include "catalog/function.hpp"
#include "metrics/ltv.hpp"

namespace perennial::catalog {

inline constexpr Function ltv_functions[] = {
    row<&metrics::ltv>(Function{
        .name = "LTV",
        .system = System::lifetime_value,
        .summary = "Lifetime value of a client: present value of all its margins",
        .formula = "start m·(1+d)/(1+d−r), renewals m·r/(1+d−r), end m/(1+d−r), with r = 1 − churn",
        .arguments = {{"margin", "Margin per period m, in money"},
                      {"churn", "Churn rate per period, from 0 to 1"},
                      {"discount", "Optional: discount rate per period d, 0 or more, by default 0"},
                      {"timing", "Optional: \"start\" first margin now, \"renewals\" what comes after it, "
                                 "\"end\" margins at the end of each period; by default \"start\""}},
        .examples = {{"=LTV(100;0.2;0.1)", 366.6666667},
                     {"=LTV(100;0.2;0.1;\"renewals\")", 266.6666667},
                     {"=LTV(100;0.2;0.1;\"end\")", 333.3333333},
                     {"=LTV(149;0.05)", 2980.0}},
        .errors =
            "Err:502 when an argument lies outside its range, #DIV/0! when churn and discount are both 0",
        .source = "Fader & Hardie (2012), Reconciling and Clarifying CLV Formulas, note 024",
        .see_also = {"RETENTIONRATE", "CLIENTTABLE"},
    }),
};

} // namespace perennial::catalog
