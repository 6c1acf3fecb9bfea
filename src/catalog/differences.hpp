#pragma once

#include "catalog/function.hpp"

#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

/// Where other tools define a measure otherwise than the functions here, and how the functions reproduce
/// their figure. Only what the tool's own page, or the source named, says stands here.
namespace perennial::catalog {

enum class Measure {
    client_churn,
    revenue_churn,
    net_retention,
    gross_retention,
    quick_ratio,
    lifetime_value,
    pauses,
    cohorts,
    repeat_rate,
    net_promoter_score,
    rfm_scores,
    stages,
};

/// How a measure is defined here.
struct Definition {
    Measure measure{};
    std::string_view name;
    std::string_view rule;
    std::string_view functions[3] = {};

    constexpr std::span<const std::string_view> function_list() const {
        std::size_t count = 0;
        while (count < std::size(functions) && !functions[count].empty())
            ++count;
        return {functions, count};
    }
};

struct Reference {
    std::string_view title; ///< in the words of the page
    std::string_view address;
};

/// A tool that defines a measure otherwise. Names of tools, formulas and references are the same in all
/// languages.
struct Difference {
    Measure measure{};
    std::string_view tool;
    std::string_view definition; ///< what it counts otherwise
    std::string_view formula;    ///< as typed; words in lower case stand for the user's cells
    std::string_view note{};     ///< which cells the formula means, or where it falls short; may be empty
    Example example{};           ///< the formula with figures, those of the source where it has some
    Reference references[2] = {};

    constexpr std::span<const Reference> reference_list() const {
        return {references, references[1].title.empty() ? std::size_t{1} : std::size_t{2}};
    }
};

inline constexpr Definition definitions[] = {
    {.measure = Measure::client_churn,
     .name = "Client churn",
     .rule = "CHURNRATE divides the clients lost by the clients at the start of the period. MRRMOVEMENTS "
             "counts on the last day of each calendar month: a client that came and left within one month, "
             "or left and came back within it, is not lost.",
     .functions = {"CHURNRATE", "MRRMOVEMENTS"}},
    {.measure = Measure::revenue_churn,
     .name = "Revenue churn",
     .rule = "NETCHURN takes expansion and, where you give it, reactivation off the revenue lost, and "
             "divides by the revenue at the start. Gross churn is 1 − GRR.",
     .functions = {"NETCHURN", "GRR"}},
    {.measure = Measure::net_retention,
     .name = "Net revenue retention",
     .rule = "NRR looks at one period of any length and leaves new and reactivated revenue out. "
             "MRRMOVEMENTS gives it for each calendar month.",
     .functions = {"NRR", "MRRMOVEMENTS"}},
    {.measure = Measure::gross_retention,
     .name = "Gross revenue retention",
     .rule = "GRR takes off all contraction and churn you give it, also that of a client that grew again "
             "later in the period.",
     .functions = {"GRR", "MRRMOVEMENTS"}},
    {.measure = Measure::quick_ratio,
     .name = "Quick ratio",
     .rule = "QUICKRATIO counts reactivation only where you give it, as the fifth argument.",
     .functions = {"QUICKRATIO"}},
    {.measure = Measure::lifetime_value,
     .name = "Lifetime value",
     .rule = "LTV adds up margins, the first one now, and discounts them where you give a rate. With churn "
             "0 and no discount it is #DIV/0!, since the sum has no end.",
     .functions = {"LTV", "NETCHURN"}},
    {.measure = Measure::pauses,
     .name = "Reactivation and pauses",
     .rule = "MRRMOVEMENTS calls a return Reactivation, however long the client was away. reactivationGap "
             "makes gaps of up to that many months a pause: the fall is Contraction, the return Expansion, "
             "and the client stays counted.",
     .functions = {"MRRMOVEMENTS"}},
    {.measure = Measure::cohorts,
     .name = "Retention of cohorts",
     .rule = "COHORT counts the clients that ordered in the period itself. A client that orders once a year "
             "is missing from the months between.",
     .functions = {"COHORT", "CLIENTTABLE", "KAPLANMEIER"}},
    {.measure = Measure::repeat_rate,
     .name = "Repeat rate",
     .rule = "REPEATRATE divides the clients with purchases on two or more days inside the window by the "
             "clients with any. Several orders on one day are one purchase.",
     .functions = {"REPEATRATE", "CLIENTTABLE"}},
    {.measure = Measure::net_promoter_score,
     .name = "Net promoter score",
     .rule = "NPS is not rounded.",
     .functions = {"NPS"}},
    {.measure = Measure::rfm_scores,
     .name = "RFM scores",
     .rule = "RFM compares the clients of one ledger with each other, in five parts unless bins says "
             "otherwise. Equal clients have equal scores.",
     .functions = {"RFM"}},
    {.measure = Measure::stages,
     .name = "Stages and dormant clients",
     .rule = "LIFECYCLESTAGE calls a client dormant after three whole months without an order; "
             "dormantMonths takes another number. Otherwise the months since the first order decide.",
     .functions = {"LIFECYCLESTAGE", "CLIENTTABLE"}},
};

inline constexpr Difference differences[] = {
    {.measure = Measure::client_churn,
     .tool = "Stripe Billing",
     .definition = "Clients lost in the last 30 days ÷ the active ones 30 days ago plus the new ones since. "
                   "New ones that left again count in both.",
     .formula = "=CHURNRATE(start+new;lost)",
     .note = "start: clients 30 days ago; new and lost: in the 30 days since.",
     .references = {{"Calculating subscriber churn rate in Billing",
                     "https://support.stripe.com/questions/calculating-subscriber-churn-rate-in-billing"}}},
    {.measure = Measure::client_churn,
     .tool = "Baremetrics",
     .definition = "Clients that cancelled in the last 30 days ÷ the active ones 30 days ago; 365 days for "
                   "annual plans. Who signed up and cancelled within the 30 days counts as lost.",
     .formula = "=CHURNRATE(start;lost)",
     .note = "start: clients 30 days ago; lost: all that cancelled since.",
     .references = {{"User and Revenue Churn",
                     "https://help.baremetrics.com/en/articles/5380347-user-and-revenue-churn"},
                    {"Baremetrics Changelog, Churn Update",
                     "https://changelog.baremetrics.com/?cursor=4rvQF0AhrFScF"}}},
    {.measure = Measure::client_churn,
     .tool = "ChartMogul, Standard",
     .definition = "Clients lost ÷ clients at the start. Who joined and left, or left and came back, "
                   "within the period is not lost.",
     .formula = "=CHURNRATE(INDEX(movements;row;9);INDEX(movements;row;12))",
     .note = "movements: the table of MRRMOVEMENTS; row: that of the month, 2 for the first. Column 9 has "
             "the clients at the start, column 12 those lost.",
     .example = {"=CHURNRATE(100;10)", 0.1},
     .references = {{"Churn rate formulas",
                     "https://help.chartmogul.com/hc/en-us/articles/207340419-Churn-rate-formulas"}}},
    {.measure = Measure::client_churn,
     .tool = "ChartMogul, Shopify",
     .definition = "The rates of the single days of the period, added up.",
     .formula = "=CHURNRATE(start;lost)",
     .note = "One row for each day, with the clients at its start and those lost on it; the sum of the rows "
             "is the figure.",
     .references = {{"Configuring the churn rate formula", "https://help.chartmogul.com/hc/en-us/articles/"
                                                           "207340419-Configuring-the-churn-rate-formula"}}},
    {.measure = Measure::client_churn,
     .tool = "ProfitWell Metrics (Paddle)",
     .definition = "A cancelled subscription counts until the end of its billing cycle. Who signs up and "
                   "churns in the same calendar month is neither new nor churned.",
     .formula = "=MRRMOVEMENTS(clients;starts;ends;mrr;from;to)",
     .note = "ends: the first day after the last paid cycle.",
     .references = {{"ProfitWell vs. Stripe",
                     "https://learn.profitwell.com/article/gf9qqkyplu-profitwell-vs-stripe"}}},
    {.measure = Measure::client_churn,
     .tool = "Stripe, Maxio",
     .definition = "As ProfitWell reports of them: a subscription leaves MRR at the time of cancellation, "
                   "even if it is paid for longer.",
     .formula = "=MRRMOVEMENTS(clients;starts;ends;mrr;from;to)",
     .note = "ends: the day of cancellation.",
     .references = {{"ProfitWell vs. Stripe",
                     "https://learn.profitwell.com/article/gf9qqkyplu-profitwell-vs-stripe"},
                    {"ProfitWell vs. Maxio", "https://paddle.com/help/profitwell-metrics/measure/compare/"
                                             "profitwell-vs-chargify"}}},
    {.measure = Measure::client_churn,
     .tool = "calculator.city",
     .definition = "Clients lost ÷ the mean of the clients at the start and at the end.",
     .formula = "=CHURNRATE((start+end)/2;lost)",
     .references = {{"How to Calculate Average Churn Rate",
                     "https://costcalculator.calculator.city/how-to-calculate-average-churn-rate/"}}},

    {.measure = Measure::revenue_churn,
     .tool = "ChartMogul, gross",
     .definition = "Churn and contraction ÷ revenue at the start, without expansion.",
     .formula = "=NETCHURN(start;0;contraction;churn)",
     .example = {"=NETCHURN(100;0;10;10)", 0.2},
     .references = {{"Metric: MRR Churn Rate",
                     "https://help.chartmogul.com/hc/en-us/articles/203359341-Metric-MRR-Churn-Rate"}}},
    {.measure = Measure::revenue_churn,
     .tool = "ChartMogul, net",
     .definition = "Reactivation is always taken off, as expansion is.",
     .formula = "=NETCHURN(start;expansion;contraction;churn;reactivation)",
     .example = {"=NETCHURN(100;10;10;10;0)", 0.1},
     .references =
         {{"Chart: Net MRR Churn Rate",
           "https://help.chartmogul.com/hc/en-us/articles/4414075567250-Chart-Net-MRR-Churn-Rate"}}},
    {.measure = Measure::revenue_churn,
     .tool = "ChartMogul, Shopify",
     .definition = "The net churn of the single days of the period, added up.",
     .formula = "=NETCHURN(start;expansion;contraction;churn;reactivation)",
     .note = "One row for each day, with the revenue at its start and what moved it; the sum of the rows is "
             "the figure.",
     .example = {"=NETCHURN(100;10;0;0)", -0.1},
     .references =
         {{"Chart: Net MRR Churn Rate",
           "https://help.chartmogul.com/hc/en-us/articles/4414075567250-Chart-Net-MRR-Churn-Rate"}}},
    {.measure = Measure::revenue_churn,
     .tool = "Baremetrics",
     .definition = "Downgrades and cancellations of the last 30 days ÷ revenue 30 days ago, without "
                   "expansion.",
     .formula = "=NETCHURN(start;0;contraction;churn)",
     .note = "start: recurring revenue 30 days ago; contraction and churn: in the 30 days since.",
     .references = {{"User and Revenue Churn",
                     "https://help.baremetrics.com/en/articles/5380347-user-and-revenue-churn"}}},

    {.measure = Measure::net_retention,
     .tool = "Baremetrics",
     .definition = "The last 30 days instead of a calendar month: 1 − (churned − expansion) ÷ revenue 30 "
                   "days ago.",
     .formula = "=NRR(start;expansion;contraction;churn)",
     .note = "start: recurring revenue 30 days ago. contraction is 0 where the churned MRR you copy holds "
             "the downgrades.",
     .references = {{"NEW METRIC: Net Revenue Retention",
                     "https://changelog.baremetrics.com/new-metric-net-revenue-retention-2BOJIA"}}},
    {.measure = Measure::net_retention,
     .tool = "Confluent",
     .definition = "Annual recurring revenue today of the clients of twelve months ago ÷ their revenue "
                   "then: two points in time, not twelve monthly figures.",
     .formula = "=NRR(SUM(before);SUMPRODUCT((before>0)*(after>before)*(after-before));"
                "SUMPRODUCT((after<before)*(before-after));0)",
     .note = "before and after: two columns with one row for each client, its recurring revenue twelve "
             "months ago and today, 0 where it had none.",
     .references = {{"How top tech companies measure Net Dollar Retention Rate",
                     "https://virtuaresearch.com/insights/?p=47"}}},
    {.measure = Measure::net_retention,
     .tool = "ProfitWell Metrics (Paddle)",
     .definition = "The retention behind its lifetime value also counts reactivations.",
     .formula = "=NRR(start;expansion+reactivation;contraction;churn)",
     .references = {{"ProfitWell vs. Braintree", "https://www.paddle.com/help/profitwell-metrics/measure/"
                                                 "compare/profit-well-vs-braintree"}}},

    {.measure = Measure::gross_retention,
     .tool = "Chargebee",
     .definition = "Compares two points in time: each subscription counts with the smaller of its revenue "
                   "at the start and at the end.",
     .formula = "=GRR(SUM(before);SUMPRODUCT((after<before)*(before-after));0)",
     .note = "before and after: two columns with one row for each subscription, 0 where it had ended.",
     .example = {"=GRR(5000;0;0)", 1.0},
     .references = {{"Recurring Revenue", "https://www.chargebee.com/docs/1.0/recurring-revenue.html"}}},

    {.measure = Measure::quick_ratio,
     .tool = "Baremetrics",
     .definition = "(New + expansion) ÷ (contraction + churned): reactivation is not in the formula.",
     .formula = "=QUICKRATIO(new;expansion;contraction;churn)",
     .references = {{"New Quick Ratio Metric",
                     "https://changelog.baremetrics.com/new-quick-ratio-metric-4ohZDy"}}},
    {.measure = Measure::quick_ratio,
     .tool = "Chargebee RevenueStory",
     .definition = "Reactivation is part of its expansion and so counts; cancellations in the month of the "
                   "activation do not.",
     .formula = "=QUICKRATIO(new;expansion;contraction;churn;reactivation)",
     .references = {{"What is Quick Ratio metric in RevenueStory?",
                     "https://support.chargebee.com/support/solutions/articles/"
                     "252188-what-is-quick-ratio-metric-in-revenuestory-"},
                    {"How is reactivation MRR calculated?",
                     "https://support.chargebee.com/support/solutions/articles/"
                     "251265-how-is-reactivation-mrr-calculated-"}}},

    {.measure = Measure::lifetime_value,
     .tool = "ChartMogul",
     .definition = "Revenue, not margin: average revenue per account ÷ the mean client churn of the six "
                   "months before.",
     .formula = "=LTV(revenue_per_client;AVERAGE(churn_rates))",
     .note = "churn_rates: the six monthly rates, without the current month.",
     .example = {"=LTV(100;0.05)", 2000.0},
     .references = {{"Chart: Customer Lifetime Value (LTV)", "https://help.chartmogul.com/hc/en-us/articles/"
                                                             "203359061-Chart-Customer-Lifetime-Value-LTV"}}},
    {.measure = Measure::lifetime_value,
     .tool = "Baremetrics",
     .definition = "Revenue, not margin: average monthly recurring revenue per client ÷ client churn.",
     .formula = "=LTV(mrr/clients;churn)",
     .note = "churn: client churn as Baremetrics counts it, see above.",
     .references = {{"Lifetime Value", "https://help.baremetrics.com/know-your-metrics/lifetime-value"}}},
    {.measure = Measure::lifetime_value,
     .tool = "FirstOfficer",
     .definition = "Shows average revenue per client ÷ client churn, and advises to multiply it by the "
                   "gross margin before use.",
     .formula = "=LTV(revenue_per_client;churn)",
     .note = "With margin: =LTV(revenue_per_client*gross_margin;churn), gross_margin as a fraction.",
     .references = {{"How to calculate customer lifetime value",
                     "https://firstofficer.io/blog/how-to-calculate-customer-lifetime-value"}}},
    {.measure = Measure::lifetime_value,
     .tool = "ProfitWell Metrics (Paddle)",
     .definition = "Average revenue per client ÷ (1 − retention), with retention after upgrades, downgrades "
                   "and reactivations, then smoothed.",
     .formula = "=LTV(revenue_per_client;NETCHURN(start;expansion;contraction;churn;reactivation))",
     .note = "Comes close only, since the smoothing is not described. Where net churn is 0 or below, there "
             "is no such value.",
     .references = {{"Lifetime Value", "https://learn.profitwell.com/article/xJx5sQX95w-life-time-value"},
                    {"ProfitWell vs. Braintree", "https://www.paddle.com/help/profitwell-metrics/measure/"
                                                 "compare/profit-well-vs-braintree"}}},
    {.measure = Measure::lifetime_value,
     .tool = "m(1+d)/(1+d−r)",
     .definition = "Textbooks, client yet to be won: the first payment counts, and comes now.",
     .formula = "=LTV(margin;churn;discount;\"start\")",
     .example = {"=LTV(100;0.2;0.1;\"start\")", 366.6666667},
     .references = {{"Fader & Hardie (2012), Reconciling and Clarifying CLV Formulas",
                     "http://www.brucehardie.com/notes/024/reconciling_clv_formulas.pdf"}}},
    {.measure = Measure::lifetime_value,
     .tool = "m·r/(1+d−r)",
     .definition = "Textbooks, client already won: the first payment is left out, only renewals count.",
     .formula = "=LTV(margin;churn;discount;\"renewals\")",
     .example = {"=LTV(100;0.2;0.1;\"renewals\")", 266.6666667},
     .references = {{"Fader & Hardie (2012), Reconciling and Clarifying CLV Formulas",
                     "http://www.brucehardie.com/notes/024/reconciling_clv_formulas.pdf"}}},
    {.measure = Measure::lifetime_value,
     .tool = "m/(1+d−r)",
     .definition = "Textbooks, payment in arrears: every payment comes at the end of its period, the first "
                   "one too.",
     .formula = "=LTV(margin;churn;discount;\"end\")",
     .example = {"=LTV(100;0.2;0.1;\"end\")", 333.3333333},
     .references = {{"Fader & Hardie (2012), Reconciling and Clarifying CLV Formulas",
                     "http://www.brucehardie.com/notes/024/reconciling_clv_formulas.pdf"}}},

    {.measure = Measure::pauses,
     .tool = "Recurly",
     .definition = "Reactivation needs a gap of at least one month without revenue.",
     .formula = "=MRRMOVEMENTS(clients;starts;ends;mrr;from;to)",
     .note = "The same, with reactivationGap left out.",
     .references = {{"How can I calculate Reactivation MRR?",
                     "https://support.recurly.com/hc/en-us/articles/"
                     "360041810792-How-can-I-calculate-Reactivation-MRR-"}}},
    {.measure = Measure::pauses,
     .tool = "Maxio",
     .definition = "As ProfitWell reports of it: a return within 90 days is a reactivation, after that the "
                   "client is new.",
     .formula = "=MRRMOVEMENTS(renamed;starts;ends;mrr;from;to)",
     .note = "renamed: the clients, but under another name, such as Miller 2, in the rows after a gap of "
             "more than 90 days.",
     .references = {{"ProfitWell vs. Maxio", "https://paddle.com/help/profitwell-metrics/measure/compare/"
                                             "profitwell-vs-chargify"}}},
    {.measure = Measure::pauses,
     .tool = "ProfitWell Metrics (Paddle)",
     .definition = "A subscription on hold is downgraded to an MRR of 0.",
     .formula = "=MRRMOVEMENTS(clients;starts;ends;mrr;from;to;gap)",
     .note = "gap: the longest hold in months. A client that really left and came back as soon is then a "
             "pause too.",
     .references = {{"ProfitWell vs. Maxio", "https://paddle.com/help/profitwell-metrics/measure/compare/"
                                             "profitwell-vs-chargify"}}},
    {.measure = Measure::pauses,
     .tool = "ChartMogul",
     .definition = "A pause in Recurly cancels the subscription and starts a new one on return; in Stripe, "
                   "GoCardless and Chargebee its MRR goes on during the pause.",
     .formula = "=MRRMOVEMENTS(clients;starts;ends;mrr;from;to)",
     .note = "For Recurly two rows with the pause between them, for the others one row that runs through.",
     .references = {{"Handling paused subscriptions in ChartMogul",
                     "https://help.chartmogul.com/hc/en-us/articles/"
                     "360015688860-Handling-paused-subscriptions-in-ChartMogul"}}},

    {.measure = Measure::cohorts,
     .tool = "Amplitude, Return On",
     .definition = "Users that came back in the period itself ÷ users that started, as COHORT does.",
     .formula = "=COHORT(clients;dates;amounts;\"month\";\"retention\")",
     .references = {{"Retention Analysis FAQ",
                     "https://amplitude.com/docs/analytics/charts/retention-analysis/faq"}}},
    {.measure = Measure::cohorts,
     .tool = "Amplitude, Return On or After",
     .definition = "Users that came back in the period or later: one that returns in month six counts in "
                   "all months up to then.",
     .formula = "=COUNTIFS(first;\">=\"&month;first;\"<\"&EDATE(month;1);last;\">=\"&EDATE(month;k))/"
                "COUNTIFS(first;\">=\"&month;first;\"<\"&EDATE(month;1))",
     .note = "first and last: the columns First and Last of CLIENTTABLE; month: the first day of the "
             "cohort's month; k: months since then.",
     .references = {{"Retention Analysis FAQ",
                     "https://amplitude.com/docs/analytics/charts/retention-analysis/faq"}}},
    {.measure = Measure::cohorts,
     .tool = "ChartMogul",
     .definition = "Clients retained ÷ clients whose first subscription began in the interval.",
     .formula = "=KAPLANMEIER(durations;ended)",
     .note = "The column Survival. One row for each client of the cohort: months since its first "
             "subscription, up to the end or today, and whether it has ended.",
     .references = {{"Cohort analysis",
                     "https://help.chartmogul.com/hc/en-us/articles/213789989-Cohort-analysis"}}},

    {.measure = Measure::repeat_rate,
     .tool = "Shopify",
     .definition = "The returning customer rate also counts clients whose first order lies before the "
                   "window.",
     .formula = "=COUNTIFS(last;\">=\"&from;orders;\">=2\")/COUNTIF(last;\">=\"&from)",
     .note = "last and orders: the columns Last and Orders of CLIENTTABLE(clients;dates;amounts;to); the "
             "ledger has one row for each order.",
     .references = {{"Returning Customer Rate",
                     "https://littlestreamsoftware.com/glossary/returning-customer-rate"}}},

    {.measure = Measure::net_promoter_score,
     .tool = "Delighted",
     .definition = "A whole number from −100 to 100.",
     .formula = "=ROUND(NPS(scores);0)",
     .example = {"=ROUND(NPS({0;1;2;3;4;5;6;7;8;9;10});0)", -45.0},
     .references = {{"NPS calculator", "https://delighted.com/nps-calculator"}}},

    {.measure = Measure::rfm_scores,
     .tool = "Repeat Customer Insights",
     .definition = "Fifths of the clients, 5 for the best: the same. Some models have three or four scores "
                   "instead.",
     .formula = "=RFM(clients;dates;amounts;;bins)",
     .note = "bins: 5 or left out, or the number of scores.",
     .references = {{"How Repeat Customer Insights uses RFM segmenting for Shopify stores",
                     "https://projects.littlestreamsoftware.com/articles/"
                     "how-customer-segmentor-uses-rfm-segmenting-for-shopify-stores"},
                    {"RFM", "https://www.littlestreamsoftware.com/glossary/rfm/"}}},
    {.measure = Measure::rfm_scores,
     .tool = "ExpertSender",
     .definition = "Besides fifths, ranges set by hand in days, orders and money.",
     .formula = "=6-MATCH(recency;{0;31;91;181;366};1)",
     .note = "recency: the column Recency (days) of RFM; the limits are yours. For orders and money: "
             "=MATCH(frequency;{1;2;4;8;16};1).",
     .references = {{"RFM", "https://help.expertsender.com/ecdp/rfm"}}},

    {.measure = Measure::stages,
     .tool = "Ordinary",
     .definition = "Only the days since the last order count: New up to 30, Due Reorder up to 60, Lapsed up "
                   "to 90, then Lost.",
     .formula = "=IFS(days<=30;\"New\";days<=60;\"Due Reorder\";days<=90;\"Lapsed\";TRUE();\"Lost\")",
     .note = "days: the column Days since last of CLIENTTABLE.",
     .references = {{"Customer lifecycle stages",
                     "https://help.tryordinary.com/features/customer-lifecycle"}}},
    {.measure = Measure::stages,
     .tool = "Glew",
     .definition = "Lost from a lapse point in days that it works out for each store, At Risk from 80 % of "
                   "it.",
     .formula = "=IF(days>=lapse;\"Lost\";IF(days>=0.8*lapse;\"At Risk\";\"Active\"))",
     .note = "days: the column Days since last of CLIENTTABLE; lapse: the lapse point Glew shows.",
     .references = {{"How are active, at risk, and lost customers calculated?",
                     "https://docs.glew.io/en/articles/"
                     "1045877-how-are-active-at-risk-and-lost-customers-calculated"}}},
};

/// That the definitions stand in the order of the measures, the differences too, each measure has one, and
/// none lacks a part.
consteval bool differences_are_complete() {
    std::size_t expected = 0;
    for (const Definition& definition : definitions)
        if (static_cast<std::size_t>(definition.measure) != expected++ || definition.rule.empty() ||
            definition.function_list().empty())
            return false;
    std::size_t measure = 0;
    for (const Difference& difference : differences) {
        const auto next = static_cast<std::size_t>(difference.measure);
        if (next != measure && next != measure + 1)
            return false;
        measure = next;
        if (difference.tool.empty() || difference.definition.empty() || !difference.formula.starts_with('='))
            return false;
        for (const Reference& reference : difference.reference_list())
            if (reference.title.empty() || !reference.address.starts_with("http"))
                return false;
    }
    return measure + 1 == std::size(definitions);
}
static_assert(differences_are_complete());

} // namespace perennial::catalog
