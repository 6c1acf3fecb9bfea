#pragma once

#include <string>
#include <string_view>

namespace perennial::generate {

/// The README with the table of functions between its two markers written anew. Throws std::runtime_error
/// when the markers are missing.
std::string readme(std::string_view current);

} // namespace perennial::generate
