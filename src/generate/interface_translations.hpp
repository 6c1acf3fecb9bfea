#pragma once

#include "generate/translations.hpp"

#include <string>

namespace perennial::generate {

/// The C++ source that defines catalog::translated. It lies in the build folder and is not committed.
std::string interface_translations(const Translations& translations);

} // namespace perennial::generate
