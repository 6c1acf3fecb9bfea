#pragma once

#include "catalog/function.hpp"
#include "metrics/trust.hpp"

namespace perennial::catalog {

inline constexpr Function trust_functions[] = {
    row<&metrics::trust_compound>(Function{
        .name = "TRUSTCOMPOUND",
        .system = System::trust,
        .summary = "Trust that has built up after a number of periods",
        .formula = "T₀ · (VD · PR · SP)ᵗ",
        .arguments = {{"initial", "Trust at the start T₀, in points, 0 or more"},
                      {"delivery", "Density of value the client sees per period VD, 0 or more"},
                      {"retention", "Retention probability per period PR, from 0 to 1"},
                      {"proof", "Amplification by social proof SP, 0 or more"},
                      {"periods", "Number of periods t, 0 or more, fractions allowed"}},
        .examples = {{"=TRUSTCOMPOUND(100;1.2;0.9;1.1;12)", 790.3096552}},
        .errors = "Err:502 when an argument lies outside its range",
        .source = "Trust compound system",
        .see_also = {"TRUSTDECAY", "TRUSTSCORE"},
    }),
};

} // namespace perennial::catalog
