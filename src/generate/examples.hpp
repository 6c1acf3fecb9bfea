#pragma once

#include <string>

namespace perennial::generate {

/// examples.fods: every example of every function as a live formula beside the result that it must have, and
/// the sample ledger that examples refer to.
std::string examples();

} // namespace perennial::generate
