#pragma once

#include "catalog/function.hpp"
#include "metrics/investment.hpp"

namespace perennial::catalog {

inline constexpr Function investment_functions[] = {
    row<&metrics::potential_score>(Function{
        .name = "POTENTIALSCORE",
        .system = System::investment,
        .summary = "Potential of a client, from 0 to 100",
        .formula = "100 · Σ wᵢ·xᵢ ÷ Σ wᵢ over (1 − walletShare), crossBuy, engagement, timing of the stage",
        .arguments = {{"walletShare", "Share of the client's spending that is yours, from 0 to 1"},
                      {"crossBuy", "Share of your offers that the client does not have yet, from 0 to 1"},
                      {"engagement", "How engaged the client is, from 0 to 1"},
                      {"stage", "Stage of life: a word of LIFECYCLESTAGE or a number from 1 to 4"},
                      {"weights", "Optional: four weights of 0 or more, by default equal"},
                      {"timing", "Optional: four shares for the stages, by default 0.75, 1, 0.6, 0.25"}},
        .examples = {{"=POTENTIALSCORE(0.2;0.5;0.7;\"Growth\")", 75.0},
                     {"=POTENTIALSCORE(0.2;0.5;0.7;4)", 56.25},
                     {"=POTENTIALSCORE(0.2;0.5;0.7;\"Growth\";{2;1;1;0})", 70.0}},
        .errors = "Err:502 when a share lies outside 0 to 1, the stage is not known or there are not four "
                  "weights or timings, #DIV/0! when all weights are 0",
        .source = "Client relationship investment",
        .see_also = {"LIFECYCLESTAGE", "CLIENTTABLE"},
    }),
};

} // namespace perennial::catalog
