#pragma once

#include "catalog/function.hpp"
#include "metrics/referral.hpp"

namespace perennial::catalog {

inline constexpr Function referral_functions[] = {
    row<&metrics::referral_tier>(Function{
        .name = "REFERRALTIER",
        .system = System::referral,
        .summary = "Tier of a referrer: Core, Potential or Ordinary",
        .formula = "Core if annualSpend > spendCut and activeDays ≥ activeCut, Potential if one holds, else "
                   "Ordinary",
        .arguments = {{"annualSpend", "What the client spends in a year"},
                      {"activeDays", "Days on which the client is active per month, 0 or more"},
                      {"spendCut", "Optional: spend that a core client exceeds, by default 100000"},
                      {"activeCut", "Optional: active days that a core client reaches, by default 20"},
                      {"labels", "Optional: three words of your own for Core, Potential, Ordinary"}},
        .examples = {{"=REFERRALTIER(120000;22)", "Core"},
                     {"=REFERRALTIER(120000;5)", "Potential"},
                     {"=REFERRALTIER(100000;5)", "Ordinary"}},
        .errors = "Err:502 when an argument lies outside its range or there are not three labels",
        .source = "Referral system",
        .see_also = {"REFERRALREWARD", "REFERRALVALUE"},
    }),
    row<&metrics::referral_reward>(Function{
        .name = "REFERRALREWARD",
        .system = System::referral,
        .summary = "Reward for a referral, graded by the size of the deal",
        .formula = "deal × rate of its size",
        .arguments = {{"deal", "Amount of the deal, 0 or more"},
                      {"size", "Size of the deal: \"small\" or \"large\""},
                      {"rates",
                       "Optional: two rates from 0 to 1 for small and large, by default 0.05 and 0.08"}},
        .examples = {{"=REFERRALREWARD(2000;\"small\")", 100.0},
                     {"=REFERRALREWARD(20000;\"large\")", 1600.0}},
        .errors = "Err:502 when an argument lies outside its range or the size is not known",
        .source = "Referral system",
        .see_also = {"REFERRALTIER"},
    }),
    row<&metrics::referral_funnel>(Function{
        .name = "REFERRALFUNNEL",
        .system = System::referral,
        .summary = "Table of the referral funnel with the loss at every step",
        .formula = "count ÷ count of the step before, count ÷ count of the first, 1 − count ÷ count before",
        .arguments = {{"referred",
                       "Column that holds a date, TRUE or a number above 0 where one was referred"},
                      {"clicked", "The same for those who clicked"},
                      {"registered", "The same for those who registered"},
                      {"closed", "The same for those who became clients"}},
        .examples = {{"=INDEX(REFERRALFUNNEL(orders_date;orders_date;orders_amount;orders_amount);5;2)",
                      12.0}},
        .errors =
            "#VALUE! when a cell holds text or the columns differ in length, #DIV/0! in a cell whose step "
            "before is empty",
        .source = "Referral system",
        .see_also = {"REFERRALRATE", "REFERRALADVICE"},
    }),
    row<&metrics::referrer_activity>(Function{
        .name = "REFERRERACTIVITY",
        .system = System::referral,
        .summary = "Referrals per active referrer per month",
        .formula = "referrals ÷ distinct referrers ÷ months of the window",
        .arguments = {{"referrers", "Column of the referrers, one row per referral"},
                      {"dates", "Column of the dates of the referrals"},
                      {"from", "First day of the window"},
                      {"to", "Last day of the window"}},
        .examples = {{"=REFERRERACTIVITY(orders_client;orders_date;DATE(2024;1;1);DATE(2024;3;31))", 0.75}},
        .errors =
            "#VALUE! when a row cannot be used or the columns differ in length, Err:502 when from lies after "
            "to, #DIV/0! when nobody referred in the window",
        .source = "Referral system",
        .see_also = {"REFERRALADVICE", "REFERRALRATE"},
    }),
    row<&metrics::referred_lift>(Function{
        .name = "REFERREDLIFT",
        .system = System::referral,
        .summary = "How much more referred clients are worth than the others",
        .formula = "mean value of referred clients ÷ mean value of the others − 1",
        .arguments = {{"referred", "Per client a date, TRUE or a number above 0 where it was referred"},
                      {"values", "Value of each client"}},
        .examples = {{"=REFERREDLIFT({1;0;1;0};{150;100;90;100})", 0.2}},
        .errors =
            "#VALUE! when a row cannot be used or the columns differ in length, #DIV/0! without referred or "
            "without other clients",
        .source = "Referral system",
        .see_also = {"REFERRALADVICE", "REFERRALVALUE"},
    }),
    row<&metrics::k_factor>(Function{
        .name = "KFACTOR",
        .system = System::referral,
        .summary = "Number of clients that each client brings",
        .formula = "invites × conversion",
        .arguments = {{"invites", "Invitations per client, 0 or more"},
                      {"conversion", "Share of invitations that become clients, from 0 to 1"}},
        .examples = {{"=KFACTOR(5;0.1)", 0.5}},
        .errors = "Err:502 when an argument lies outside its range",
        .source = "Referral system",
        .see_also = {"KTOTAL"},
    }),
    row<&metrics::k_total>(Function{
        .name = "KTOTAL",
        .system = System::referral,
        .summary = "Clients that a number of first ones bring in all",
        .formula = "seeds ÷ (1 − k)",
        .arguments = {{"seeds", "Number of first clients, 0 or more"},
                      {"k", "Clients that each client brings, 0 or more"}},
        .examples = {{"=KTOTAL(200;0.5)", 400.0}},
        .errors = "Err:502 when an argument is negative, #N/A when k is 1 or more",
        .source = "Referral system",
        .see_also = {"KFACTOR"},
    }),
    row<&metrics::nps>(Function{
        .name = "NPS",
        .system = System::referral,
        .summary = "Net promoter score, from -100 to 100",
        .formula = "100 · (share of 9–10 − share of 0–6)",
        .arguments = {{"scores", "Answers from 0 to 10; empty cells are no answers"}},
        .examples = {{"=NPS({0;1;2;3;4;5;6;7;8;9;10})", -45.45454545}, {"=NPS({10;9;8;3})", 25.0}},
        .errors = "Err:502 when a score lies outside 0 to 10, #DIV/0! without answers",
        .source = "Reichheld (2003), The One Number You Need to Grow",
        .see_also = {"REFERRALRATE"},
    }),
    row<&metrics::referral_advice>(Function{
        .name = "REFERRALADVICE",
        .system = System::referral,
        .summary = "Step to take next in the referral programme",
        .formula =
            "first that misses its target: activity Incentive or process, closeRate Material and nurturing, "
            "valueLift Choice of referrers; else On course",
        .arguments = {{"activity", "Referrals per active referrer per month, 0 or more"},
                      {"closeRate", "Share of referrals that become clients, from 0 to 1"},
                      {"valueLift", "Mean value of referred clients ÷ that of the others − 1"},
                      {"targets", "Optional: three targets, by default 1, 0.2 and 0"},
                      {"labels", "Optional: four words of your own, the last one for On course"}},
        .examples = {{"=REFERRALADVICE(0.5;0.3;0.1)", "Incentive or process"},
                     {"=REFERRALADVICE(2;0.1;0.1)", "Material and nurturing"},
                     {"=REFERRALADVICE(2;0.3;-0.1)", "Choice of referrers"},
                     {"=REFERRALADVICE(2;0.3;0.1)", "On course"}},
        .errors =
            "Err:502 when an argument lies outside its range or there are not three targets or four labels",
        .source = "Referral system",
        .see_also = {"REFERRERACTIVITY", "REFERRALFUNNEL", "REFERREDLIFT"},
    }),
    row<&metrics::referral_value>(Function{
        .name = "REFERRALVALUE",
        .system = System::referral,
        .summary = "Table of clients with the value of those they brought",
        .formula = "own value + Σ value of generation g · share^g",
        .arguments =
            {{"clients", "Column of the clients"},
             {"referrers", "Column of who brought each client, empty where nobody did"},
             {"values", "Column of the clients' own values"},
             {"share", "Optional: part that counts per generation, from 0 to 1, by default 1"},
             {"generations",
              "Optional: number of generations, 1 or more, by default all; in a range of two cells, "
              "a heading behind it says by which column the rows are in order, by default by total"}},
        .examples =
            {{"=INDEX(REFERRALVALUE(referrals_client;referrals_referrer;referrals_value);2;1)", "Anna Berg"},
             {"=INDEX(REFERRALVALUE(referrals_client;referrals_referrer;referrals_value);2;3)", 1760.0},
             {"=INDEX(REFERRALVALUE(referrals_client;referrals_referrer;referrals_value;0.5);3;3)", 672.5},
             {"=INDEX(REFERRALVALUE(referrals_client;referrals_referrer;referrals_value;1;1);3;3)", 930.0}},
        .errors =
            "#VALUE! when a row cannot be used, a client has two referrers or the columns differ in length, "
            "Err:502 for a circle in the referrals",
        .source = "Referral system",
        .see_also = {"REFERREDLIFT", "REFERRALTIER"},
    }),
    row<&metrics::referral_rate>(Function{
        .name = "REFERRALRATE",
        .system = System::trust,
        .summary = "Share of the clients that brought another one",
        .formula = "distinct clients among the referrers ÷ distinct clients",
        .arguments = {{"clients", "Column of the clients, without a header"},
                      {"referrers", "Column of the referrers, without a header"}},
        .examples = {{"=REFERRALRATE(referrals_client;referrals_referrer)", 0.5}},
        .errors = "#DIV/0! without clients",
        .source = "Trust compound system",
        .see_also = {"R3INDEX", "REFERRERACTIVITY"},
    }),
};

} // namespace perennial::catalog
