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
    row<&metrics::trust_decay>(Function{
        .name = "TRUSTDECAY",
        .system = System::trust,
        .summary = "Trust that is left after months without care",
        .formula = "T₀ · 2^(−months ÷ halfLife)",
        .arguments = {{"initial", "Trust at the start T₀, in points, 0 or more"},
                      {"months", "Months without a contact, 0 or more"},
                      {"halfLife", "Optional: months in which trust falls to one half, more than 0, by "
                                   "default 4.5"}},
        .examples = {{"=TRUSTDECAY(100;6)", 39.68502630}, {"=TRUSTDECAY(100;6;3)", 25.0}},
        .errors = "Err:502 when an argument lies outside its range",
        .source = "Trust compound system: trust fades markedly within 3 to 6 months",
        .see_also = {"TRUSTCOMPOUND"},
    }),
    row<&metrics::trust_score>(Function{
        .name = "TRUSTSCORE",
        .system = System::trust,
        .summary = "Trust score of a client from four ratings",
        .formula = "Σ wᵢ·xᵢ ÷ Σ wᵢ",
        .arguments = {{"visibility", "How visible the deliveries are, from 0 to 100"},
                      {"response", "How well and how soon questions are answered, from 0 to 100"},
                      {"ritual", "How regular reports and reviews are, from 0 to 100"},
                      {"proof", "How much others vouch for the work, from 0 to 100"},
                      {"weights", "Optional: four weights of 0 or more, by default 40, 20, 20, 20"}},
        .examples = {{"=TRUSTSCORE(80;70;60;50)", 68.0}, {"=TRUSTSCORE(80;70;60;50;{1;1;1;1})", 65.0}},
        .errors = "Err:502 when a rating lies outside 0 to 100 or there are not four weights of 0 or more, "
                  "#DIV/0! when all weights are 0",
        .source = "Trust compound system",
        .see_also = {"R3INDEX", "TRUSTCOMPOUND"},
    }),
    row<&metrics::r3_index>(Function{
        .name = "R3INDEX",
        .system = System::trust,
        .summary = "R³ index of repeat business, renewals and referrals",
        .formula = "repeat × renew × refer",
        .arguments = {{"repeat", "Share of clients that bought again, from 0 to 1"},
                      {"renew", "Share of contracts that were renewed, from 0 to 1"},
                      {"refer", "Share of clients that brought another one, from 0 to 1"}},
        .examples = {{"=R3INDEX(0.6;0.8;0.25)", 0.12}},
        .errors = "Err:502 when a rate lies outside 0 to 1",
        .source = "Trust compound system",
        .see_also = {"REPEATRATE", "TRUSTSCORE"},
    }),
};

} // namespace perennial::catalog
