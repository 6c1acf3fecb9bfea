#pragma once

#include "catalog/function.hpp"

#include <span>

namespace perennial::catalog {

/// All functions, system by system.
std::span<const Function> functions();

} // namespace perennial::catalog
