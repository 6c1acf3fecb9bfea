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

inline constexpr Function further_ltv_functions[] = {
    row<&metrics::ltv_horizon>(Function{
        .name = "LTVHORIZON",
        .system = System::lifetime_value,
        .summary = "Lifetime value of a client over a number of periods",
        .formula =
            "start m·(1−qⁿ)/(1−q), renewals q times that, end 1/(1+d) times that, with q = (1−churn)/(1+d)",
        .arguments = {{"margin", "Margin per period m, in money"},
                      {"churn", "Churn rate per period, from 0 to 1"},
                      {"periods", "Number of margins n, a whole number of 0 or more"},
                      {"discount", "Optional: discount rate per period d, 0 or more, by default 0"},
                      {"timing", "Optional: \"start\", \"renewals\" or \"end\", by default \"start\""}},
        .examples = {{"=LTVHORIZON(100;0.2;12;0.1)", 358.6380809}, {"=LTVHORIZON(149;0;12)", 1788.0}},
        .errors = "Err:502 when an argument lies outside its range",
        .source = "Fader & Hardie (2012), Reconciling and Clarifying CLV Formulas, note 024",
        .see_also = {"LTV", "RETENTIONGAIN"},
    }),
    row<&metrics::ltv_potential>(Function{
        .name = "LTVPOTENTIAL",
        .system = System::lifetime_value,
        .summary = "Potential value of a client from what it could still bring",
        .formula = "Σ value × probability",
        .arguments = {{"values", "Values of own growth plan, family, referred friends and so on"},
                      {"probabilities", "Optional: one probability per value, from 0 to 1, by default 1"}},
        .examples = {{"=LTVPOTENTIAL({20000;3000;5000})", 28000.0},
                     {"=LTVPOTENTIAL({20000;3000;5000};{0.5;0.2;0.1})", 11100.0}},
        .errors = "Err:502 when a probability lies outside 0 to 1 or there is not one per value",
        .source = "Lifetime value management",
        .see_also = {"LTVCAPTURE"},
    }),
    row<&metrics::ltv_capture>(Function{
        .name = "LTVCAPTURE",
        .system = System::lifetime_value,
        .summary = "Share of a client's potential value that was earned",
        .formula = "earned ÷ potential",
        .arguments = {{"earned", "Value earned so far, 0 or more"},
                      {"potential", "Potential value, 0 or more"}},
        .examples = {{"=LTVCAPTURE(280;28000)", 0.01}},
        .errors = "Err:502 when a value is negative, #DIV/0! when potential is 0",
        .source = "Lifetime value management",
        .see_also = {"LTVPOTENTIAL"},
    }),
    row<&metrics::cac_payback>(Function{
        .name = "CACPAYBACK",
        .system = System::lifetime_value,
        .summary = "Months until the cost of winning a client is earned back",
        .formula = "cost ÷ margin",
        .arguments = {{"cost", "Cost of winning the client, 0 or more"},
                      {"margin", "Margin per month, 0 or more"}},
        .examples = {{"=CACPAYBACK(600;50)", 12.0}},
        .errors = "Err:502 when a value is negative, #DIV/0! when margin is 0",
        .source = "Lifetime value management",
        .see_also = {"LTV"},
    }),
    row<&metrics::retention_gain>(Function{
        .name = "RETENTIONGAIN",
        .system = System::lifetime_value,
        .summary = "Relative gain in lifetime value when churn falls",
        .formula = "LTV(churn − points) ÷ LTV(churn) − 1 = points ÷ (d + churn − points)",
        .arguments = {{"margin", "Margin per period, in money"},
                      {"churn", "Churn rate per period, from 0 to 1"},
                      {"points", "Fall of the churn rate, from 0 to churn"},
                      {"discount", "Optional: discount rate per period d, 0 or more, by default 0"}},
        .examples = {{"=RETENTIONGAIN(100;0.15;0.05)", 0.5}},
        .errors =
            "Err:502 when an argument lies outside its range, #DIV/0! when margin is 0 or neither churn "
            "nor discount is left",
        .source = "Retention system: five points of retention can add 25 to 95 % of profit",
        .see_also = {"LTV", "CHURNRATE"},
    }),
    row<&metrics::annual_saving>(Function{
        .name = "ANNUALSAVING",
        .system = System::lifetime_value,
        .summary = "Share that a client saves by paying yearly",
        .formula = "1 − annual ÷ (12 · monthly)",
        .arguments = {{"monthly", "Price per month, 0 or more"}, {"annual", "Price per year, 0 or more"}},
        .examples = {{"=ANNUALSAVING(149;1490)", 0.1666666667}},
        .errors = "Err:502 when a price is negative, #DIV/0! when monthly is 0",
        .source = "Retention system",
        .see_also = {"MONTHLYVALUE"},
    }),
    row<&metrics::clients_needed>(Function{
        .name = "CLIENTSNEEDED",
        .system = System::lifetime_value,
        .summary = "Least number of clients whose price reaches a goal",
        .formula = "goal ÷ price, rounded up",
        .arguments = {{"goal", "Income to be reached per period, 0 or more"},
                      {"price", "Price per client and period, 0 or more"}},
        .examples = {{"=CLIENTSNEEDED(2000;149)", 14.0}},
        .errors = "Err:502 when a value is negative, #DIV/0! when price is 0",
        .source = "Retention system",
        .see_also = {"ANNUALSAVING", "LTV"},
    }),
    row<&metrics::value_roi>(Function{
        .name = "VALUEROI",
        .system = System::lifetime_value,
        .summary = "Value delivered for each unit of money paid",
        .formula = "delivered ÷ invested",
        .arguments = {{"delivered", "Value delivered, 0 or more"}, {"invested", "Price paid, 0 or more"}},
        .examples = {{"=VALUEROI(447;149)", 3.0}},
        .errors = "Err:502 when a value is negative, #DIV/0! when invested is 0",
        .source = "Retention system, monthly value report",
        .see_also = {"RELATIONSHIPROI"},
    }),
};

} // namespace perennial::catalog
