#pragma once

#include "catalog/texts.hpp"

#include <span>
#include <string_view>

/// Results that others have published, with the small data they were computed from: what the self-check
/// computes anew inside Calc. Formulas refer to the data by range names.
namespace perennial::catalog {

/// A published result.
struct Published {
    Text section;
    Text what;
    std::string_view formula; ///< as a user types it
    std::string_view figure;  ///< as printed; its last digit is where agreement ends
    std::string_view source;
};

/// Figures of the data under a heading. Formulas use the name; it is empty where none does.
struct PublishedColumn {
    std::string_view name;
    Text heading;
    std::span<const double> figures;
};

/// Columns that stand side by side.
struct PublishedTable {
    Text title;
    std::string_view source;
    std::span<const PublishedColumn> columns;
};

/// A parameter of a model, with its usual symbol. Its own name is empty where formulas take the whole set.
struct PublishedParameter {
    std::string_view name;
    std::string_view symbol;
    double value;
};

struct PublishedParameters {
    std::string_view name; ///< of all the values together, or empty
    Text title;
    std::string_view source;
    std::span<const PublishedParameter> values;
};

// Clients left of a cohort of 1,000 at the start and after 1 to 7 years.
inline constexpr double high_end_survivors[] = {1000, 869, 743, 653, 593, 551, 517, 491};
inline constexpr double regular_survivors[] = {1000, 631, 468, 382, 326, 289, 262, 241};

inline constexpr double survivor_years[] = {0, 1, 2, 3, 4, 5, 6, 7};

inline constexpr PublishedColumn survivor_columns[] = {
    {"", text("Year"), survivor_years},
    {"sbg_high_end", text("High End"), high_end_survivors},
    {"sbg_regular", text("Regular"), regular_survivors},
};

// The 21 patients who were given 6-mercaptopurine: weeks of remission, and whether it ended.
inline constexpr double remission_weeks[] = {6,  6,  6,  6,  7,  9,  10, 10, 11, 13, 16,
                                             17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
inline constexpr double remission_ended[] = {1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0};

inline constexpr PublishedColumn remission_columns[] = {
    {"km_weeks", text("Weeks"), remission_weeks},
    {"km_ended", text("Ended"), remission_ended},
};

inline constexpr double score_figures[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

inline constexpr PublishedColumn score_columns[] = {{"nps_scores", text("Scores"), score_figures}};

inline constexpr PublishedTable published_tables[] = {
    {text("Clients left, by year"), "Fader & Hardie (2007)", survivor_columns},
    {text("Remission of the 6-MP patients"), "Freireich et al. (1963)", remission_columns},
    {text("Answers"), "", score_columns},
};

inline constexpr PublishedParameter lifetime_values[] = {
    {"margin", "m", 100},
    {"churn", "1 − r", 0.2},
    {"discount", "d", 0.1},
};
inline constexpr PublishedParameter bgnbd_values[] = {
    {"", "r", 0.243},
    {"", "α", 4.414},
    {"", "a", 0.793},
    {"", "b", 2.426},
};
inline constexpr PublishedParameter gammagamma_values[] = {
    {"", "p", 6.2496},
    {"", "q", 3.7442},
    {"", "γ", 15.4435},
};

inline constexpr PublishedParameters published_parameters[] = {
    {"", text("Lifetime value"), "", lifetime_values},
    {"bgnbd_fit", text("BG/NBD"), "Fader, Hardie & Lee (2005)", bgnbd_values},
    {"gammagamma_fit", text("Gamma-Gamma"), "Fader & Hardie (2013)", gammagamma_values},
};

inline constexpr Published published[] = {
    {text("Shifted-beta-geometric model, High End segment"), text("Alpha of the fit"),
     "=INDEX(SBGFIT(sbg_high_end);2;2)", "0.668", "Fader & Hardie (2007)"},
    {text("Shifted-beta-geometric model, High End segment"), text("Beta of the fit"),
     "=INDEX(SBGFIT(sbg_high_end);3;2)", "3.806", "Fader & Hardie (2007)"},
    {text("Shifted-beta-geometric model, High End segment"), text("Log-likelihood of the fit"),
     "=INDEX(SBGFIT(sbg_high_end);4;2)", "-1611.2", "Fader & Hardie (2007)"},
    {text("Shifted-beta-geometric model, High End segment"), text("Share left after 12 years"),
     "=SBGSURVIVAL(0.668;3.806;12)", "0.3780", "Fader & Hardie (2007)"},

    {text("Shifted-beta-geometric model, Regular segment"), text("Alpha of the fit"),
     "=INDEX(SBGFIT(sbg_regular);2;2)", "0.704", "Fader & Hardie (2007)"},
    {text("Shifted-beta-geometric model, Regular segment"), text("Beta of the fit"),
     "=INDEX(SBGFIT(sbg_regular);3;2)", "1.182", "Fader & Hardie (2007)"},

    {text("Kaplan–Meier curve, 6-MP patients"), text("In remission after 6 weeks"),
     "=VLOOKUP(6;KAPLANMEIER(km_weeks;km_ended);4;0)", "0.857143", "Freireich et al. (1963)"},
    {text("Kaplan–Meier curve, 6-MP patients"), text("Its standard error"),
     "=VLOOKUP(6;KAPLANMEIER(km_weeks;km_ended);5;0)", "0.076360", "Freireich et al. (1963)"},
    {text("Kaplan–Meier curve, 6-MP patients"), text("Its lower bound at 95 %"),
     "=VLOOKUP(6;KAPLANMEIER(km_weeks;km_ended);6;0)", "0.6197", "Freireich et al. (1963)"},
    {text("Kaplan–Meier curve, 6-MP patients"), text("Its upper bound at 95 %"),
     "=VLOOKUP(6;KAPLANMEIER(km_weeks;km_ended);7;0)", "0.9516", "Freireich et al. (1963)"},
    {text("Kaplan–Meier curve, 6-MP patients"), text("In remission after 13 weeks"),
     "=VLOOKUP(13;KAPLANMEIER(km_weeks;km_ended);4;0)", "0.690196", "Freireich et al. (1963)"},
    {text("Kaplan–Meier curve, 6-MP patients"), text("In remission after 23 weeks"),
     "=VLOOKUP(23;KAPLANMEIER(km_weeks;km_ended);4;0)", "0.448179", "Freireich et al. (1963)"},
    {text("Kaplan–Meier curve, 6-MP patients"), text("Its lower bound at 95 %"),
     "=VLOOKUP(23;KAPLANMEIER(km_weeks;km_ended);6;0)", "0.1881", "Freireich et al. (1963)"},
    {text("Kaplan–Meier curve, 6-MP patients"), text("Its upper bound at 95 %"),
     "=VLOOKUP(23;KAPLANMEIER(km_weeks;km_ended);7;0)", "0.6801", "Freireich et al. (1963)"},

    {text("Lifetime value in its three forms"), text("First margin now"),
     "=LTV(margin;churn;discount;\"start\")", "366.6666667", "Fader & Hardie (2012), equation 1"},
    {text("Lifetime value in its three forms"), text("Renewals only"),
     "=LTV(margin;churn;discount;\"renewals\")", "266.6666667", "Fader & Hardie (2012), equation 2"},
    {text("Lifetime value in its three forms"), text("Margins at the end of a period"),
     "=LTV(margin;churn;discount;\"end\")", "333.3333333", "Fader & Hardie (2012), equation 3"},

    {text("Net promoter score"), text("Each answer once"), "=NPS(nps_scores)", "-45.45454545",
     "Reichheld (2003)"},

    {text("BG/NBD model, CDNOW"), text("Purchases of client 0001 in 39 weeks"),
     "=BGNBDEXPECT(bgnbd_fit;2;30.43;38.86;39)", "1.226", "Fader, Hardie & Lee (2005)"},
    {text("BG/NBD model, CDNOW"), text("Client 1516 is still a client"),
     "=BGNBDALIVE(bgnbd_fit;26;30.857143;31)", "0.96885", "Fader, Hardie & Lee (2005)"},

    {text("Gamma-Gamma model, CDNOW"), text("Mean spend of client 0002"),
     "=GAMMAGAMMAMEAN(gammagamma_fit;1;11.77)", "18.91", "Fader & Hardie (2013)"},
    {text("Gamma-Gamma model, CDNOW"), text("Mean spend without a repeat purchase"),
     "=GAMMAGAMMAMEAN(gammagamma_fit;0;0)", "35.17", "Fader & Hardie (2013)"},
    {text("Gamma-Gamma model, CDNOW"), text("Mean spend of client 0006"),
     "=GAMMAGAMMAMEAN(gammagamma_fit;7;73.74)", "71.46", "Fader & Hardie (2013)"},
    {text("Gamma-Gamma model, CDNOW"), text("Mean spend of client 0009"),
     "=GAMMAGAMMAMEAN(gammagamma_fit;2;25.55)", "27.28", "Fader & Hardie (2013)"},
};

/// The publications in full, by the names that the lists above call them.
struct Publication {
    std::string_view name;
    std::string_view reference;
};

inline constexpr Publication publications[] = {
    {"Fader & Hardie (2007)",
     "Fader, P. S., Hardie, B. G. S.: How to Project Customer Retention. Journal of Interactive Marketing "
     "21(1), 76–90"},
    {"Freireich et al. (1963)",
     "Freireich, E. J. et al.: The Effect of 6-Mercaptopurine on the Duration of Steroid-induced Remissions "
     "in "
     "Acute Leukemia. Blood 21, 699–716; the estimate is that of Kaplan & Meier (1958)"},
    {"Fader & Hardie (2012)",
     "Fader, P. S., Hardie, B. G. S.: Reconciling and Clarifying CLV Formulas. brucehardie.com/notes/024"},
    {"Reichheld (2003)",
     "Reichheld, F. F.: The One Number You Need to Grow. Harvard Business Review 81(12), 46–54"},
    {"Fader, Hardie & Lee (2005)",
     "Fader, P. S., Hardie, B. G. S., Lee, K. L.: “Counting Your Customers” the Easy Way. Marketing Science "
     "24(2), 275–284; clients of the CDNOW sample"},
    {"Fader & Hardie (2013)",
     "Fader, P. S., Hardie, B. G. S.: The Gamma-Gamma Model of Monetary Value. brucehardie.com/notes/025; "
     "clients of the CDNOW sample"},
};

} // namespace perennial::catalog
