#pragma once

#include "catalog/texts.hpp"
#include "generate/translations.hpp"

#include <string>

namespace perennial::generate {

/// The workbook that computes published results anew inside Calc, in a language: the checks with their
/// verdicts, the small data that they use, and the publications in full.
std::string self_check(const Translations& translations, catalog::Language language);

} // namespace perennial::generate
