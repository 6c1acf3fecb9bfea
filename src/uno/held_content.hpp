#pragma once

#include "dashboard/page_content.hpp"
#include "uno/document.hpp"

#include <string>

/// What the cells of a page hold, against what it would hold if it were drawn now.
namespace perennial::uno {

/// Whether the cells of a sheet hold this and nothing else, and what its formulas give is up to date.
bool holds(const Document& document, const std::string& sheet, const dashboard::PageContent& content);

} // namespace perennial::uno
