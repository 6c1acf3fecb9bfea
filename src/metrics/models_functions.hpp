#pragma once

#include "catalog/function.hpp"
#include "metrics/models.hpp"

namespace perennial::catalog {

inline constexpr Function models_functions[] = {
    row<&metrics::bgnbd_fit>(Function{
        .name = "BGNBDFIT",
        .system = System::clients,
        .summary = "Table of the BG/NBD model fitted to repeat purchases",
        .formula = "maximum likelihood of r, α, a, b",
        .arguments = {{"x", "Repeat purchases per client, whole numbers of 0 or more"},
                      {"tx", "Time from the first to the last purchase"},
                      {"age", "Time from the first purchase to today, in the same unit"}},
        .examples = {{"=INDEX(BGNBDFIT({2;0;1};{5;0;3};{9;9;7});7;2)", 3.0},
                     {"=INDEX(BGNBDFIT({1;0;0};{5;0;0};{9;9;7});9;2)", "too few clients"}},
        .errors = "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when an "
                  "argument lies "
                  "outside its range, #N/A for the figures of a fit that failed, see its status",
        .source = "Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way, Marketing Science 24(2)",
        .see_also = {"RFSUMMARY", "BGNBDALIVE", "BGNBDEXPECT", "LTVPREDICT"},
    }),
    row<&metrics::bgnbd_alive>(Function{
        .name = "BGNBDALIVE",
        .system = System::clients,
        .summary = "Probability that a client is still one, by the BG/NBD model",
        .formula = "1 ÷ (1 + a/(b+x−1) · ((α+T)/(α+tx))^(r+x)), 1 for x = 0",
        .arguments = {{"parameters", "The four numbers r, alpha, a, b of the fit"},
                      {"x", "Repeat purchases, a whole number of 0 or more"},
                      {"tx", "Time from the first to the last purchase"},
                      {"age", "Time from the first purchase to today, in the same unit"}},
        .examples = {{"=BGNBDALIVE({0.2426;4.4136;0.7929;2.4259};0;0;38.86)", 1.0}},
        .errors = "Err:502 when an argument lies outside its range",
        .source = "Fader, Hardie & Lee (2008), Computing P(alive) Using the BG/NBD Model, note 021",
        .see_also = {"BGNBDFIT", "BGNBDEXPECT"},
    }),
    row<&metrics::bgnbd_expect>(Function{
        .name = "BGNBDEXPECT",
        .system = System::clients,
        .summary = "Purchases expected of a client over a time to come, by the BG/NBD model",
        .formula =
            "(a+b+x−1)/(a−1) · (1 − ((α+T)/(α+T+t))^(r+x) · ₂F₁(r+x, b+x; a+b+x−1; t/(α+T+t))) · P(alive)",
        .arguments = {{"parameters", "The four numbers r, alpha, a, b of the fit"},
                      {"x", "Repeat purchases, a whole number of 0 or more"},
                      {"tx", "Time from the first to the last purchase"},
                      {"age", "Time from the first purchase to today, in the same unit"},
                      {"horizon", "Time to come t, in the same unit, 0 or more"}},
        .examples = {{"=BGNBDEXPECT({0.2426;4.4136;0.7929;2.4259};2;30.43;38.86;0)", 0.0}},
        .errors = "Err:502 when an argument lies outside its range, Err:523 when the series does not settle",
        .source = "Fader, Hardie & Lee (2005), equation 10",
        .see_also = {"BGNBDFIT", "BGNBDALIVE", "LTVPREDICT"},
    }),
    row<&metrics::gammagamma_fit>(Function{
        .name = "GAMMAGAMMAFIT",
        .system = System::clients,
        .summary = "Table of the Gamma-Gamma model fitted to the spend per purchase",
        .formula = "maximum likelihood of p, q, γ",
        .arguments = {{"x", "Repeat purchases per client, whole numbers of 0 or more"},
                      {"value", "Mean value of a repeat purchase, more than 0 where there is one"}},
        .examples = {{"=INDEX(GAMMAGAMMAFIT({2;0;1};{50;0;30});6;2)", 2.0},
                     {"=INDEX(GAMMAGAMMAFIT({2;0;0};{50;0;0});8;2)", "too few clients"}},
        .errors = "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when an "
                  "argument lies "
                  "outside its range, #N/A for the figures of a fit that failed, see its status",
        .source = "Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value, note 025",
        .see_also = {"RFSUMMARY", "GAMMAGAMMAMEAN", "LTVPREDICT"},
    }),
    row<&metrics::gammagamma_mean>(Function{
        .name = "GAMMAGAMMAMEAN",
        .system = System::clients,
        .summary = "Expected mean spend per purchase of a client, by the Gamma-Gamma model",
        .formula = "p·(γ + x·value) ÷ (p·x + q − 1)",
        .arguments = {{"parameters", "The three numbers p, q, gamma of the fit"},
                      {"x", "Repeat purchases, 0 or more"},
                      {"value", "Mean value of a repeat purchase, 0 or more"}},
        .examples = {{"=GAMMAGAMMAMEAN({6;4;15};0;0)", 30.0}, {"=GAMMAGAMMAMEAN({6;4;15};2;40)", 38.0}},
        .errors = "Err:502 when an argument lies outside its range, #N/A where the spend has no mean",
        .source = "Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value, note 025",
        .see_also = {"GAMMAGAMMAFIT", "LTVPREDICT"},
    }),
    row<&metrics::ltv_predict>(Function{
        .name = "LTVPREDICT",
        .system = System::clients,
        .summary = "Expected spend of a client over a time to come",
        .formula = "Σ expected purchases of unit i ÷ (1+d)^i × expected mean spend",
        .arguments = {{"bgnbd", "The four numbers r, alpha, a, b of BGNBDFIT"},
                      {"gammagamma", "The three numbers p, q, gamma of GAMMAGAMMAFIT"},
                      {"x", "Repeat purchases, a whole number of 0 or more"},
                      {"tx", "Time from the first to the last purchase"},
                      {"age", "Time from the first purchase to today, in the same unit"},
                      {"value", "Mean value of a repeat purchase"},
                      {"horizon", "Time to come, in the same unit, from 0 to 10000"},
                      {"discount", "Optional: discount rate per unit, 0 or more, by default 0"}},
        .examples = {{"=LTVPREDICT({0.2426;4.4136;0.7929;2.4259};{6;4;15};2;30.43;38.86;40;0)", 0.0}},
        .errors = "Err:502 when an argument lies outside its range, #N/A where the spend has no mean, "
                  "Err:523 when a "
                  "series does not settle",
        .source =
            "Fader, Hardie & Lee (2005), RFM and CLV: Using Iso-Value Curves, Journal of Marketing Research",
        .see_also = {"BGNBDEXPECT", "GAMMAGAMMAMEAN", "LTV"},
    }),
    row<&metrics::sbg_fit>(Function{
        .name = "SBGFIT",
        .system = System::retention,
        .summary = "Table of the shifted-beta-geometric model fitted to the survivors of a cohort",
        .formula = "maximum likelihood of α, β",
        .arguments = {{"survivors",
                       "Number of clients at the start and after each period, three cells or more"}},
        .examples = {{"=INDEX(SBGFIT({1000;869;743;653;593;551;517;491});6;2)", "converged"},
                     {"=INDEX(SBGFIT({1000;869});6;2)", "too few clients"}},
        .errors = "Err:502 when the numbers rise or are negative, #N/A for the figures of a fit that failed, "
                  "see its "
                  "status",
        .source = "Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive "
                  "Marketing 21(1)",
        .see_also = {"SBGSURVIVAL", "SBGRETENTION", "SBGRESIDUAL", "KAPLANMEIER"},
    }),
    row<&metrics::sbg_survival>(Function{
        .name = "SBGSURVIVAL",
        .system = System::retention,
        .summary = "Share of a cohort that is still a client, by the shifted-beta-geometric model",
        .formula = "B(α, β+t) ÷ B(α, β)",
        .arguments = {{"alpha", "Parameter α of the fit, more than 0"},
                      {"beta", "Parameter β of the fit, more than 0"},
                      {"t", "Number of periods, 0 or more"}},
        .examples = {{"=SBGSURVIVAL(1;1;1)", 0.5}, {"=SBGSURVIVAL(1;3;3)", 0.5}},
        .errors = "Err:502 when an argument lies outside its range",
        .source = "Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive "
                  "Marketing 21(1)",
        .see_also = {"SBGFIT", "SBGRETENTION"},
    }),
    row<&metrics::sbg_retention>(Function{
        .name = "SBGRETENTION",
        .system = System::retention,
        .summary = "Retention rate of a period, by the shifted-beta-geometric model",
        .formula = "(β + t − 1) ÷ (α + β + t − 1)",
        .arguments = {{"alpha", "Parameter α of the fit, more than 0"},
                      {"beta", "Parameter β of the fit, more than 0"},
                      {"t", "Number of the period, 1 or more"}},
        .examples = {{"=SBGRETENTION(1;3;1)", 0.75}, {"=SBGRETENTION(1;3;7)", 0.9}},
        .errors = "Err:502 when an argument lies outside its range",
        .source = "Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive "
                  "Marketing 21(1)",
        .see_also = {"SBGFIT", "SBGSURVIVAL", "RETENTIONRATE"},
    }),
    row<&metrics::sbg_residual>(Function{
        .name = "SBGRESIDUAL",
        .system = System::retention,
        .summary = "Discounted residual lifetime of a client just before a renewal, in periods",
        .formula = "(β+n−1)/(α+β+n−1) · ₂F₁(1, β+n; α+β+n; 1/(1+d))",
        .arguments = {{"alpha", "Parameter α of the fit, more than 0"},
                      {"beta", "Parameter β of the fit, more than 0"},
                      {"renewals",
                       "Number n of the renewal that is about to be known, a whole number of 1 or more"},
                      {"discount", "Discount rate per period d, 0 or more"}},
        .examples = {{"=SBGRESIDUAL(2;3;1;0)", 3.0}},
        .errors =
            "Err:502 when an argument lies outside its range, #N/A when the sum has no end, Err:523 when the "
            "discount is too close to 0",
        .source = "Fader & Hardie (2010), Customer-Base Valuation in a Contractual Setting, Marketing "
                  "Science 29(1)",
        .see_also = {"SBGFIT", "SBGRETENTION", "LTV"},
    }),
};

} // namespace perennial::catalog
