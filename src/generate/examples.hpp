#pragma once

#include <string>
#include <string_view>

namespace perennial::generate {

/// A formula as OpenDocument files hold it: "of:=PERENNIAL.LTV(149;0.05)" for "=LTV(149;0.05)".
std::string stored_formula(std::string_view typed);

/// examples.fods: every example of every function as a live formula beside the result that it must have, and
/// the sample ledger that examples refer to.
std::string examples();

} // namespace perennial::generate
