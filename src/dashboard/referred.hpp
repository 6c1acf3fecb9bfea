#pragma once

#include "dashboard/referral_book.hpp"

#include <string>

/// What referred clients are worth against the others, and what chains of referrals bring.
namespace perennial::dashboard {

inline constexpr int compared_columns = 7;
inline constexpr int generations_columns = 6;
/// Below their titles and heads.
inline constexpr int compared_lines = 8;
/// Groups smaller than this are not compared.
inline constexpr int least_compared = 20;

/// Needs a ledger. Gives the cell of the value lift, which holds an error where there is not enough data.
std::string draw_compared(Page& page, Spot spot, const ReferralBook& book);
void draw_compared_missing(Page& page, Spot spot);

void draw_generations(Page& page, Spot spot, const ReferralBook& book);

} // namespace perennial::dashboard
