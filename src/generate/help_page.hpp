#pragma once

#include "catalog/languages.hpp"
#include "generate/translations.hpp"

#include <string>
#include <string_view>

namespace perennial::generate {

/// A help page around its content: head, style, and links to the same page in the other languages. `name` is
/// the file's name without its ending; title and body are markup.
std::string help_page(const Translations& translations, const catalog::WrittenLanguage& written,
                      std::string_view name, std::string_view title, std::string_view body);

} // namespace perennial::generate
