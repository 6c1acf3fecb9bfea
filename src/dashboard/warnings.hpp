#pragma once

#include "dashboard/reading.hpp"

#include <string>

/// Clients with warning signs, sorted by what is at stake.
namespace perennial::dashboard {

struct WarningsInput {
    const Reading& clients;
    const Reading& ledger;
    const Reading* contracts = nullptr; ///< where there are any, they say what a client pays
    std::string as_of;
};

void draw_warnings(Page& page, Spot spot, int rows, const WarningsInput& input);

/// Whether the sheet of clients has a column of warning signs.
bool has_signs(const Reading& clients);

} // namespace perennial::dashboard
