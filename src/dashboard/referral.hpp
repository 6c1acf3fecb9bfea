#pragma once

#include "dashboard/canvas.hpp"
#include "dashboard/referral_book.hpp"

/// The referral dashboard: from a sheet of referrals, and from a ledger and a sheet of clients where they are
/// mapped.
namespace perennial::dashboard {

/// Draws the whole page. The figures are formulas over the range names of the mappings.
void draw_referral(Canvas& canvas, const ReferralInput& input);

} // namespace perennial::dashboard
