#pragma once

#include "dashboard/referral_book.hpp"

/// Who brings clients, and how each of them is treated.
namespace perennial::dashboard {

inline constexpr int referrers_columns = 12;

/// A part of so many lines below its title and its heads.
void draw_referrers(Page& page, Spot spot, int lines, const ReferralBook& book);

} // namespace perennial::dashboard
