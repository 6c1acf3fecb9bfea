#pragma once

#include <string>
#include <string_view>

namespace perennial::generate {

/// A text as content or attribute value of XML and HTML.
std::string escaped(std::string_view text);

} // namespace perennial::generate
