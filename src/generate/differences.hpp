#pragma once

#include "catalog/languages.hpp"
#include "generate/translations.hpp"

#include <string>

namespace perennial::generate {

/// The help page of the tools that define a measure otherwise.
std::string differences(const Translations& translations, const catalog::WrittenLanguage& written);

} // namespace perennial::generate
