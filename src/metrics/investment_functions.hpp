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
    row<&metrics::wallet_share>(Function{
        .name = "WALLETSHARE",
        .system = System::investment,
        .summary = "Share of a client's spending that is yours",
        .formula = "ours ÷ total",
        .arguments = {{"ours", "What the client spends with you, from 0 to total"},
                      {"total", "What the client spends with everybody, 0 or more"}},
        .examples = {{"=WALLETSHARE(3000;12000)", 0.25}},
        .errors = "Err:502 when an amount is negative or ours exceeds total, #DIV/0! when total is 0",
        .source = "Client relationship investment",
        .see_also = {"POTENTIALSCORE", "CROSSBUY"},
    }),
    row<&metrics::cross_buy>(Function{
        .name = "CROSSBUY",
        .system = System::investment,
        .summary = "Cross-buying potential: share of your offers that a client does not have yet",
        .formula = "Σ weights of offers not owned ÷ Σ weights",
        .arguments = {{"owned", "One cell per offer, more than 0 where the client has it"},
                      {"weights", "Optional: one weight of 0 or more per offer, by default equal"}},
        .examples = {{"=CROSSBUY({1;0;0;1})", 0.5}, {"=CROSSBUY({1;0;0};{2;1;1})", 0.5}},
        .errors =
            "Err:502 when there is not one weight of 0 or more per offer, #DIV/0! when all weights are 0",
        .source = "Client relationship investment",
        .see_also = {"POTENTIALSCORE", "ENGAGEMENT"},
    }),
    row<&metrics::engagement>(Function{
        .name = "ENGAGEMENT",
        .system = System::investment,
        .summary = "Engagement of a client, from 0 to 1",
        .formula = "Σ wᵢ·min(1, countᵢ ÷ targetᵢ) ÷ Σ wᵢ",
        .arguments = {{"counts", "Counts of visits, replies, events and so on, 0 or more"},
                      {"targets", "One target per count, more than 0"},
                      {"weights", "Optional: one weight of 0 or more per count, by default equal"}},
        .examples = {{"=ENGAGEMENT({5;1;8};{10;1;4})", 0.8333333333}},
        .errors =
            "Err:502 when an argument lies outside its range or the lengths differ, #DIV/0! when all weights "
            "are 0",
        .source = "Client relationship investment",
        .see_also = {"POTENTIALSCORE", "CROSSBUY"},
    }),
    row<&metrics::quadrant>(Function{
        .name = "QUADRANT",
        .system = System::investment,
        .summary = "Quadrant of a client: Growth stock, Cash cow, Sleeping gold or Low yield",
        .formula = "both ≥ cut Growth stock; only activity Cash cow; only potential Sleeping gold; neither "
                   "Low yield",
        .arguments = {{"potential", "Potential of the client, such as its potential score"},
                      {"activity", "Activity of the client, on a scale of your own"},
                      {"potentialCut", "Optional: where high potential begins, by default 50"},
                      {"activityCut", "Optional: where high activity begins, by default 50"},
                      {"labels",
                       "Optional: four words of your own for Growth stock, Cash cow, Sleeping gold, "
                       "Low yield"}},
        .examples = {{"=QUADRANT(75;60)", "Growth stock"},
                     {"=QUADRANT(75;20)", "Sleeping gold"},
                     {"=QUADRANT(30;60)", "Cash cow"},
                     {"=QUADRANT(30;20)", "Low yield"}},
        .errors = "Err:502 when there are not four labels",
        .source = "Client relationship investment",
        .see_also = {"POTENTIALSCORE", "ALLOCATE"},
    }),
    row<&metrics::allocate>(Function{
        .name = "ALLOCATE",
        .system = System::investment,
        .summary = "Column that splits a budget in proportion to scores",
        .formula =
            "budget · scoreᵢ ÷ Σ score within [minimum, maximum], rounded so that the sum is the budget",
        .arguments = {{"budget", "Amount to be split, 0 or more"},
                      {"scores", "One score of 0 or more per client"},
                      {"minimum", "Optional: least amount per client, by default 0"},
                      {"maximum", "Optional: largest amount per client, by default none"},
                      {"decimals", "Optional: decimals of the amounts, from 0 to 9, by default 2"}},
        .examples = {{"=INDEX(ALLOCATE(1000;{75;50;25});1;1)", 500.0},
                     {"=INDEX(ALLOCATE(100;{1;1;1});1;1)", 33.34},
                     {"=INDEX(ALLOCATE(1000;{75;50;25};0;400);2;1)", 400.0}},
        .errors =
            "Err:502 when an argument lies outside its range or the bounds cannot be met, #DIV/0! when all "
            "scores are 0",
        .source = "Client relationship investment; rounding by largest remainders",
        .see_also = {"POTENTIALSCORE", "MISALLOCATION"},
    }),
    row<&metrics::misallocation>(Function{
        .name = "MISALLOCATION",
        .system = System::investment,
        .summary = "Spending that went to the wrong clients",
        .formula = "Σ max(0, spendᵢ − Σ spend · potentialᵢ ÷ Σ potential)",
        .arguments = {{"spend", "What was spent on each client, 0 or more"},
                      {"potential", "Potential of each client, 0 or more"}},
        .examples = {{"=MISALLOCATION({600;300;100};{20;30;50})", 400.0}},
        .errors =
            "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when a value is "
            "negative, #DIV/0! when there is no potential",
        .source = "Client relationship investment",
        .see_also = {"ALLOCATE", "POTENTIALSCORE"},
    }),
    row<&metrics::relationship_roi>(Function{
        .name = "RELATIONSHIPROI",
        .system = System::investment,
        .summary = "Return on the investment in a client relationship",
        .formula = "(gain − cost) ÷ cost",
        .arguments = {{"gain", "Value gained from the relationship"},
                      {"cost", "Cost of caring for it, 0 or more"}},
        .examples = {{"=RELATIONSHIPROI(1500;1000)", 0.5}},
        .errors = "Err:502 when cost is negative, #DIV/0! when it is 0",
        .source = "Client relationship investment",
        .see_also = {"VALUEROI", "MISALLOCATION"},
    }),
};

} // namespace perennial::catalog
