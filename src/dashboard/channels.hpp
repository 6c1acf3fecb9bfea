#pragma once

#include "dashboard/referral_book.hpp"

/// Which ways referrals come in by, and what becomes of them.
namespace perennial::dashboard {

inline constexpr int channels_columns = 9;
/// Below its title and its heads: all, the largest channels, and the others together.
inline constexpr int channels_lines = 8;

void draw_channels(Page& page, Spot spot, ReferralBook& book);

} // namespace perennial::dashboard
