#pragma once

#include <string>
#include <string_view>

namespace perennial::generate {

/// A text as a string literal of C++, and of .po files, which quote in the same way.
std::string literal(std::string_view text);

} // namespace perennial::generate
