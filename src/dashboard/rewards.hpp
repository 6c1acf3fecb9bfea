#pragma once

#include "dashboard/referral_book.hpp"

/// Rewards paid, owed and overdue: one is due 24 hours after its deal closed.
namespace perennial::dashboard {

inline constexpr int rewards_columns = 11;

/// A part of so many lines below its title and its heads.
void draw_rewards(Page& page, Spot spot, int lines, ReferralBook& book);

} // namespace perennial::dashboard
