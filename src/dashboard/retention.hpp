#pragma once

#include "catalog/texts.hpp"
#include "dashboard/canvas.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The retention dashboard, from a ledger.
namespace perennial::dashboard {

/// How far array formulas reach, so that new months and clients appear without a refresh.
struct Room {
    int months = 0; ///< cohorts and periods
    int clients = 0;
};

struct RetentionInput {
    catalog::Language language = catalog::Language::english;
    /// A formula for the as-of date; without one it is the latest date in the data.
    std::optional<std::string> as_of;
    Room room;
    /// Where rows have to be set aside: how many rows of the ledger are looked at. The figures then come from
    /// columns in which those rows are blank.
    std::optional<int> rows_to_clean;
};

/// The cell that holds the as-of date; a refresh keeps what stands there.
inline constexpr std::string_view as_of_name = "pn_retention_as_of";
/// The range names that the page may bring along, beside those of the mapping.
inline constexpr std::string_view retention_names[] = {as_of_name, "pn_clean_client", "pn_clean_date",
                                                       "pn_clean_amount"};

/// Draws the whole page. The figures are formulas over the range names of the ledger's mapping.
void draw_retention(Canvas& canvas, const RetentionInput& input);

} // namespace perennial::dashboard
