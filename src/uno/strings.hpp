#pragma once

#include "catalog/texts.hpp"

#include <rtl/ustring.hxx>

#include <string>
#include <string_view>

/// The office's strings are UTF-16, the project's UTF-8.
namespace perennial::uno {

rtl::OUString wide(std::string_view text);
std::string narrow(const rtl::OUString& text);

/// The language of the office's interface.
catalog::Language office_language();

/// A text in the language of the office.
std::string shown(catalog::Text text);

} // namespace perennial::uno
