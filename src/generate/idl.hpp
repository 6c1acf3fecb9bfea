#pragma once

#include <string>

namespace perennial::generate {

/// XPerennial.idl: the interface through which the office calls the functions.
std::string idl();

} // namespace perennial::generate
