#pragma once

#include "catalog/function.hpp"
#include "metrics/retention.hpp"

namespace perennial::catalog {

inline constexpr Function retention_functions[] = {
    row<&metrics::retention_rate>(Function{
        .name = "RETENTIONRATE",
        .system = System::retention,
        .summary = "Share of the clients at the start of a period that are still clients at its end",
        .formula = "(end − new) ÷ start",
        .arguments = {{"start", "Number of clients at the start of the period, 0 or more"},
                      {"end", "Number of clients at its end, those won in it included"},
                      {"new", "Number of clients won in the period"}},
        .examples = {{"=RETENTIONRATE(100;105;20)", 0.85}},
        .errors =
            "Err:502 when a number is negative, new exceeds end, or end − new exceeds start, #DIV/0! when "
            "start is 0",
        .source = "Retention system",
        .see_also = {"NRR", "COHORT", "LTV"},
    }),
    row<&metrics::nrr>(Function{
        .name = "NRR",
        .system = System::retention,
        .summary = "Net revenue retention: what the revenue of the clients at the start has become",
        .formula = "(start + expansion − contraction − churn) ÷ start",
        .arguments = {{"start", "Recurring revenue at the start of the period, 0 or more"},
                      {"expansion", "Revenue that these clients added, 0 or more"},
                      {"contraction", "Revenue that clients who stayed took back, 0 or more"},
                      {"churn", "Revenue lost with clients who left, 0 or more"}},
        .examples = {{"=NRR(10000;2500;300;700)", 1.15}},
        .errors = "Err:502 when an amount is negative, #DIV/0! when start is 0",
        .source = "Retention system: new and reactivated revenue stay out",
        .see_also = {"RETENTIONRATE", "COHORT"},
    }),
};

} // namespace perennial::catalog
