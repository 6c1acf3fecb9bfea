#pragma once

#include "catalog/texts.hpp"
#include "dashboard/canvas.hpp"
#include "dashboard/reading.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The retention dashboard: from a ledger, and from contracts, referrals and clients where they are mapped.
namespace perennial::dashboard {

struct RetentionInput {
    catalog::Language language = catalog::Language::english;
    /// A formula for the as-of date; without one it is the latest date in the data.
    std::optional<std::string> as_of;
    /// What the cohort table shows: clients, retention or revenue, by number.
    int measure = 0;
    int most_months = 0; ///< room for cohorts and periods, so that new months appear without a refresh
    Source ledger;
    std::optional<Source> contracts;
    std::optional<Source> referrals;
    std::optional<Source> clients;
};

/// All range names that the page brings along begin so; a refresh keeps what stands in the first two.
inline constexpr std::string_view retention_prefix = "pn_retention_";
inline constexpr std::string_view as_of_name = "pn_retention_as_of";
inline constexpr std::string_view measure_name = "pn_retention_measure";

/// What the user may pick in the cell of that name.
inline constexpr int cohort_measures = 3;
catalog::Text cohort_measure(int number);

/// Draws the whole page. The figures are formulas over the range names of the mappings.
void draw_retention(Canvas& canvas, const RetentionInput& input);

} // namespace perennial::dashboard
