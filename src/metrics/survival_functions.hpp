#pragma once

#include "catalog/function.hpp"
#include "metrics/survival.hpp"

namespace perennial::catalog {

inline constexpr Function survival_functions[] = {
    row<&metrics::kaplan_meier>(Function{
        .name = "KAPLANMEIER",
        .system = System::retention,
        .summary = "Table of the survival curve of clients with its confidence band",
        .formula =
            "S(t) = Π (1 − endedᵢ ÷ at riskᵢ), error S·√Σ dᵢ/(nᵢ(nᵢ−dᵢ)), band S^exp(±z·error/(S·log S))",
        .arguments = {{"durations", "How long each client has been one, in any unit"},
                      {"ended", "Per client a date, TRUE or a number above 0 where it left"},
                      {"entries", "Optional: how long each client already was one when the books began"},
                      {"confidence", "Optional: confidence of the band between 0 and 1, by default 0.95"}},
        .examples = {{"=INDEX(KAPLANMEIER({6;6;6;6;7;9;10;10;11;13;16;17;19;20;22;23;25;32;32;34;35};"
                      "{1;1;1;0;1;0;1;0;0;1;1;0;0;0;1;1;0;0;0;0;0});2;4)",
                      0.8571428571},
                     {"=INDEX(KAPLANMEIER({6;6;6;6;7;9;10;10;11;13;16;17;19;20;22;23;25;32;32;34;35};"
                      "{1;1;1;0;1;0;1;0;0;1;1;0;0;0;1;1;0;0;0;0;0});7;4)",
                      0.6901960784}},
        .errors = "#VALUE! when a row cannot be used, Err:502 when an argument lies outside its range, #N/A "
                  "for the "
                  "band once nobody is left",
        .source = "Kaplan & Meier (1958); data of Freireich et al. (1963)",
        .see_also = {"SBGFIT", "RATEINTERVAL"},
    }),
};

} // namespace perennial::catalog
