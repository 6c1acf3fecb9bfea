#pragma once

#include "generate/translations.hpp"

#include <string>

namespace perennial::generate {

/// CalcAddIns.xcu: names and texts of the functions for the formula bar and the function wizard.
std::string registry(const Translations& translations);

} // namespace perennial::generate
