#pragma once

#include "dashboard/page.hpp"

#include <string>

/// How long clients stay: the measured survival curve with its band, and its projection.
namespace perennial::dashboard {

struct SurvivalInput {
    /// Dates of all clients under their headings, expressions.
    std::string first_orders, last_orders;
    std::string clients; ///< a cell: how many they are
    std::string as_of;
    std::string months; ///< a cell: months from the first order of all to the as-of date
    int most_months = 0;
    int dormant_months = 0; ///< a client without an order for so long has left
};

void draw_survival(Page& page, const Area& place, const SurvivalInput& input);

} // namespace perennial::dashboard
