#pragma once

#include "catalog/function.hpp"

#include <string>

namespace perennial::generate {

/// A call as manuals write it, what can be left out in brackets: LTV(margin; churn; [discount]; [timing]).
std::string syntax(const catalog::Function& function);

} // namespace perennial::generate
