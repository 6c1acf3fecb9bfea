#pragma once

#include "dashboard/reading.hpp"

#include <string>
#include <string_view>

/// Clients with warning signs, sorted by what is at stake.
namespace perennial::dashboard {

struct WarningsInput {
    const Reading& clients;
    const Reading& ledger;
    const Reading* contracts = nullptr; ///< where there are any, they say what a client pays
    std::string as_of;
};

void draw_warnings(Page& page, Spot spot, int rows, const WarningsInput& input);

/// The roles of a sheet of clients that the list reads.
inline constexpr std::string_view warning_roles[] = {"client",        "sign_usage",   "sign_replies",
                                                     "sign_contract", "sign_contact", "sign_silence"};

/// Whether the sheet of clients has a column of warning signs.
bool has_signs(const Source& clients);

} // namespace perennial::dashboard
